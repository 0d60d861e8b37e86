import type { MarketId } from '../domain/ids';
import { matchesPage } from '../domain/profiles/page-path';
import type { TaughtPage } from '../domain/profiles/profile';
import { lacking } from '../page/field';
import { ownUrl } from '../page/own-url';
import { aliasesOf } from './aliases-of';
import type { MarketAdapter } from './contract';
import { createTaughtAdapter, type TaughtOptions } from './taught';

/** What reads all taught pages of one host; the pages may be taught anew while it runs. */
export interface TaughtSite extends MarketAdapter {
  /** Exchanges the pages; a page that has not changed keeps what is known of it. */
  setPages(pages: readonly TaughtPage[]): void;
}

/** A page with what reads it. */
interface Served {
  readonly page: TaughtPage;
  readonly said: string;
  readonly adapter: MarketAdapter;
  /** Ends with the page: it was taught anew, or forgotten. */
  readonly life: AbortController;
}

/**
 * One adapter for a whole host: each address is read as the page that was taught for it, the latest one where there are
 * several (they stand first), and any other address is none of its business.
 */
export function createTaughtSite(
  market: MarketId,
  first: readonly TaughtPage[],
  isServed?: TaughtOptions['isServed'],
): TaughtSite {
  let adapters: readonly Served[] = [];
  let current: MarketAdapter | undefined;
  const watches: ((served: Served) => void)[] = [];

  const setPages = (pages: readonly TaughtPage[]): void => {
    const own = pages.filter(({ marketplace }) => marketplace === market);
    const before = adapters;
    adapters = own.map((page) => {
      const said = JSON.stringify(page);
      const known = before.find((other) => other.said === said);
      if (known) return known;
      const life = new AbortController();
      const served = {
        page,
        said,
        life,
        adapter: createTaughtAdapter(page, { signal: life.signal, ...(isServed && { isServed }) }),
      };
      for (const watch of watches) watch(served);
      return served;
    });
    for (const old of before) if (!adapters.includes(old)) old.life.abort();
    current = undefined;
  };
  const at = (address: URL, doc: Document): MarketAdapter | undefined => {
    const url = ownUrl(address, doc);
    current = adapters.find(({ page }) => matchesPage(page, url))?.adapter;
    return current;
  };
  const on = (doc: Document): MarketAdapter | undefined => at(new URL(doc.defaultView?.location.href ?? doc.URL), doc);

  setPages(first);
  return {
    id: market,
    maxMessageLength: 4_000,
    setPages,
    pageKind: (url, doc) => at(url, doc)?.pageKind(url, doc) ?? 'none',
    shop: (doc) => on(doc)?.shop(doc) ?? lacking('missing', 'shop'),
    readThread: (doc, url) => at(url, doc)?.readThread(doc, url) ?? lacking('missing', 'thread'),
    readOrder: (doc, url) => at(url, doc)?.readOrder(doc, url) ?? lacking('missing', 'order'),
    country: () => lacking('missing', 'country'),
    aliases: aliasesOf,
    findComposer: (doc) => on(doc)?.findComposer(doc) ?? lacking('missing', 'composer'),
    tookText: (doc, field, text) => on(doc)?.tookText(doc, field, text),
    sending: (doc, field) => on(doc)?.sending(doc, field) ?? { controls: [], byEnter: false },
    slot: (name, doc) => on(doc)?.slot(name, doc) ?? lacking('missing', name),
    onSent(doc, signal, sent) {
      // Each page looks for itself whether it is on screen.
      const watch = ({ adapter, life }: Served): void =>
        adapter.onSent(doc, AbortSignal.any([signal, life.signal]), sent);
      watches.push(watch);
      for (const served of adapters) watch(served);
    },
    health: () => current?.health() ?? [],
  };
}
