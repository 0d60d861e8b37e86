import { browser } from 'wxt/browser';
import { brandAs, type MarketId } from '../domain/ids';
import { otherMarket } from '../domain/other-market';
import { isOtherOrigin } from './other-hosts';

/** A marketplace as the manifest declares it: its sentinel and the pages it may see. */
export interface Market {
  readonly id: MarketId;
  readonly matches: readonly string[];
  readonly sentinel: string;
}

const SENTINEL = /content-scripts\/([a-z0-9]+)\.js$/;

/**
 * The marketplaces this build serves, read from the manifest: a new one is known here without an edit.
 */
export function markets(): readonly Market[] {
  return (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ js = [], matches = [] }) =>
    js.flatMap((sentinel) => {
      const id = SENTINEL.exec(sentinel)?.[1];
      return id ? [{ id: brandAs<'MarketId'>(id), matches, sentinel }] : [];
    }),
  );
}

/**
 * The marketplace of the manifest an origin belongs to, or undefined for any other page.
 * `sender.origin` is used, never `sender.url`, which is about:blank in frames the page writes itself.
 */
export function marketOfOrigin(origin: string | undefined): Market | undefined {
  if (!origin) return undefined;
  return markets().find(({ matches }) => matches.some((match) => match.startsWith(`${origin}/`)));
}

/** The marketplace an origin belongs to: one of the manifest, `other` for a host the agent has named, else null. */
export const marketIdOf = async (origin: string | undefined): Promise<MarketId | null> =>
  marketOfOrigin(origin)?.id ?? ((await isOtherOrigin(origin)) ? otherMarket : null);

/** Every marketplace that can have records and profiles: those of the manifest, and the hosts the agent has named. */
export const servedMarkets = (): readonly MarketId[] => [...markets().map(({ id }) => id), otherMarket];
