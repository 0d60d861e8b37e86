import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { needScript, readSentinelState } from '@/utils/client/sentinel-client';
import { otherMarket } from '@/utils/domain/other-market';
import type { MarketDetector } from '@/utils/marketplaces/contract';
import { firstLanguage } from '@/utils/page/first-language';
import { startSentinel } from './sentinel';

/** Wires a marketplace's sentinel to the extension; all of it that runs on pages with nothing to do. */
export function startSentinelFor(ctx: ContentScriptContext, detector: MarketDetector): void {
  const { signal } = ctx;
  // A browser that translates may do so before the assistant has come.
  firstLanguage(document);
  const roles = detector.id === otherMarket ? [] : (['assistant', 'lists'] as const);
  void startSentinel({ detector, roles, signal, readState: () => readSentinelState(detector.id), needScript });
}
