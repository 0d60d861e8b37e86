import { findingOf } from './found';
import { fold } from './fold';
import type { GuardFinding } from './guard-finding';
import type { GuardText } from './guard-text';
import type { KnownFacts } from './known-facts';

const FEWEST_LETTERS = 4;
/** A single word this short is often an everyday word: it has to be written like the name. */
const EVERYDAY = 8;

const lettersIn = (name: string): number => name.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
const isSpaced = (sign: string | undefined): boolean => isWordSign(sign) && !/[\u3040-\u9fff]/.test(sign ?? '');

/** Places where a name stands as whole words. */
function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isCut = isSpaced(text[at]) && isSpaced(text[at - 1]);
    const isLonger = isSpaced(text[at + name.length - 1]) && isSpaced(text[at + name.length]);
    if (!isCut && !isLonger) places.push(at);
  }
  return places;
}

/** Names, brands, signatures and addresses of another of our shops: a buyer must not learn that they belong together. */
export function checkShops(
  text: GuardText,
  { shop, otherShops, order, lastMessage = '' }: KnownFacts,
): readonly GuardFinding[] {
  if (!shop) return [];
  const ours = fold(
    [...shop.marks, shop.name, ...(order?.items ?? []).map(({ title }) => title), lastMessage].join(' \n '),
  );
  return otherShops
    .flatMap(({ name, marks }) => [...new Set([name, ...marks])].map((mark) => ({ name, mark })))
    .filter(({ mark }) => lettersIn(mark) >= FEWEST_LETTERS && placesOf(ours, fold(mark)).length === 0)
    .flatMap(({ name, mark }) =>
      placesOf(text.text, fold(mark)).map((start) => {
        const finding = findingOf(text, {
          kind: 'shop',
          severity: 'block',
          start,
          end: start + fold(mark).length,
          known: shop.name,
        });
        return { finding, name, mark };
      }),
    )
    .filter(({ finding, mark }) => {
      const isOneWord = !/[\s.@-]/.test(mark) && lettersIn(mark) < EVERYDAY && /\p{Lu}/u.test(mark);
      return !isOneWord || /^\p{Lu}/u.test(finding.said);
    })
    .map(({ finding }) => finding);
}
