import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSentinelFor } from '@/components/content/start-sentinel';
import { aliexpressDetector } from '@/utils/marketplaces/aliexpress/detect';
import { matches } from '@/utils/marketplaces/aliexpress/hosts';

export default defineContentScript({
  matches,
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main: (ctx) => startSentinelFor(ctx, aliexpressDetector),
});
