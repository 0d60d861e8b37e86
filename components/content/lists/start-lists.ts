import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createContentClient } from '@/utils/client/content-client';
import type { MarketLists } from '@/utils/marketplaces/contract';
import { createReader, type MarketStart } from '../market-start';
import reviewCss from '../reviews/review-box.css?inline';
import css from './badges.css?inline';
import { watchList } from './watch-list';

/** Wires what a marketplace's lists and order pages show to the records, and starts the badges in this document. */
export function startListsFor(ctx: ContentScriptContext, market: MarketStart<MarketLists>): void {
  const life = new AbortController();
  const { signal } = life;
  const end = (): void => life.abort();
  ctx.onInvalidated(end);
  const client = createContentClient(market.id, { onGone: end });
  signal.addEventListener('abort', () => client.dispose(), { once: true });
  // Evaluating the script and reading the page are two tasks: between them the page may answer a key or a click.
  void createReader(market, signal).then((lists) => {
    if (!signal.aborted) setTimeout(() => watchList({ lists, client, css, reviewCss, signal }));
  });
}
