import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSentinelFor } from '@/components/content/start-sentinel';
import { otherMarket } from '@/utils/domain/other-market';
import type { MarketDetector } from '@/utils/marketplaces/contract';

/** Nothing is known of these hosts but what somebody has shown. */
const detector: MarketDetector = { id: otherMarket, pageKind: () => 'none' };

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_idle',
  main: (ctx) => startSentinelFor(ctx, detector),
});
