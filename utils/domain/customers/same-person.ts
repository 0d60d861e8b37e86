/** Who may be, or is said to be, the same person as somebody else. Nothing is ever joined without a person. */
import type { BuyerKey } from '../ids';
import type { BuyerRow } from '../records';

/**
 * The record a joined one belongs to. A chain leads to its end; records that were joined to each other on two machines at
 * once form a circle, whose smallest key is the root for everybody. So the answer depends on the rows alone, never on
 * where it is asked.
 */
export const rootOf = (key: BuyerKey, parentOf: (key: BuyerKey) => BuyerKey | '' | undefined): BuyerKey => {
  const path: BuyerKey[] = [];
  const seen = new Set<BuyerKey>();
  let at = key;
  for (let up = parentOf(at); up && !seen.has(at); up = parentOf(at)) {
    seen.add(at);
    path.push(at);
    at = up;
  }
  const circle = path.slice(path.indexOf(at));
  return path.includes(at) ? circle.reduce((least, one) => (one < least ? one : least), at) : at;
};

/** Two records as one text, the same in either order: how it is remembered that they are not the same person. */
export const pairOf = (a: BuyerKey, b: BuyerKey): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

// Marketplaces put these in place of a name, whoever it is.
const NOBODY = /^(?:amazon|aliexpress|ali)[\s-]|^(?:customer|buyer|shopper|kunde|client|cliente|покупатель|买家)$/iu;
const MASKED = /[*•●…＊]|\.{2,}/u;

/** A name as two records are compared by it: letter case, width and spacing do not tell two people apart. */
export const foldName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether a name says anything of who somebody is: not masked, not one letter, not what a marketplace calls everybody. */
export const isTellingName = (name: string | undefined): name is string => {
  const folded = foldName(name ?? '');
  return [...folded.replace(/[\s.]/g, '')].length > 1 && !MASKED.test(folded) && !NOBODY.test(folded);
};

/** What two records of a shop have in common, as far as it suggests one person; null when that is too little. */
export const commonGround = (
  a: Pick<BuyerRow, 'shopId' | 'displayName' | 'country' | 'aliases'>,
  b: Pick<BuyerRow, 'shopId' | 'displayName' | 'country' | 'aliases'>,
): readonly ('name' | 'country' | 'shared-alias')[] | null => {
  if (a.shopId !== b.shopId) return null;
  const isNamesake = isTellingName(a.displayName) && foldName(a.displayName) === foldName(b.displayName ?? '');
  const isNeighbour = a.country !== undefined && a.country === b.country;
  const isShared = a.aliases.some((alias) => b.aliases.includes(alias));
  if (!isShared && !(isNamesake && isNeighbour)) return null;
  return [
    ...(isNamesake ? (['name'] as const) : []),
    ...(isNeighbour ? (['country'] as const) : []),
    ...(isShared ? (['shared-alias'] as const) : []),
  ];
};
