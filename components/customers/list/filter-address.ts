import type { BuyerFilter } from '@/utils/app/buyers-api';
import { brandAs } from '@/utils/domain/ids';

const LONGEST = 200;

const words = ['segment', 'tag', 'country'] as const;

/** The part of an address after `?`, without it. */
export const queryOf = (hash: string): string => {
  const at = hash.indexOf('?');
  return at < 0 ? '' : hash.slice(at + 1);
};

/**
 * Reads a filter from the part of an address after `?`; what is unknown, empty or too long is left out. Words that are
 * looked for never stand there: the browser's history would keep the name of somebody who is forgotten.
 */
export function readFilter(query: string): BuyerFilter {
  const given = new URLSearchParams(query);
  const value = (name: string): string => {
    const text = given.get(name)?.trim() ?? '';
    return text.length > LONGEST ? '' : text;
  };
  const shop = value('shop');
  return {
    ...(shop ? { shopId: brandAs<'ShopId'>(shop) } : {}),
    ...Object.fromEntries(words.map((name) => [name, value(name)] as const).filter(([, text]) => text !== '')),
    ...(given.get('archived') === '1' ? { archived: true } : {}),
  };
}

/** Writes a filter without its words as the part of an address after `?`; empty when no choice is made. */
export function writeFilter({ shopId, archived, ...rest }: BuyerFilter): string {
  const query = new URLSearchParams();
  if (shopId) query.set('shop', shopId);
  for (const name of words) {
    const text = rest[name]?.trim();
    if (text) query.set(name, text);
  }
  if (archived) query.set('archived', '1');
  return query.toString();
}

const wordsOf = ({ search = '' }: BuyerFilter): string => search.trim();

/** Whether a filter leaves anybody out. */
export const isNarrowing = (filter: BuyerFilter): boolean => writeFilter(filter) !== '' || wordsOf(filter) !== '';

/** Whether two filters ask for the same buyers. */
export const isSameFilter = (one: BuyerFilter, other: BuyerFilter): boolean =>
  writeFilter(one) === writeFilter(other) && wordsOf(one) === wordsOf(other);
