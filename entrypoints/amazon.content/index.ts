import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSentinelFor } from '@/components/content/start-sentinel';
import { amazonDetector } from '@/utils/marketplaces/amazon/detect';
import { matches } from '@/utils/marketplaces/amazon/hosts';

export default defineContentScript({
  matches,
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main: (ctx) => startSentinelFor(ctx, amazonDetector),
});
