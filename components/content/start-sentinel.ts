import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isMarketOff, needAssistant } from '@/utils/client/sentinel-client';
import type { MarketDetector } from '@/utils/marketplaces/contract';
import { startSentinel } from './sentinel';

/** Wires a marketplace's sentinel to the extension; all of it that runs on pages with nothing to do. */
export function startSentinelFor(ctx: ContentScriptContext, detector: MarketDetector): void {
  const { signal } = ctx;
  void startSentinel({ detector, signal, isOff: () => isMarketOff(detector.id), needAssistant });
}
