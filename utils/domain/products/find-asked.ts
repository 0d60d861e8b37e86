import type { AskedProduct } from '../convert/answers/asked-product';
import type { OrderItem } from '../orders';
import type { ProductCard } from './product-card';
import { readTitle } from './read-title';

/** An item of an order with the cards its ids lead to. */
export interface KnownItem {
  readonly item: OrderItem;
  readonly cards: readonly ProductCard[];
}

/** Reads what the cards of one product say with one voice; where two differ nothing is known. */
const valuesOf = (cards: readonly ProductCard[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(cards[0]?.values ?? {}).filter(([field, value]) =>
      cards.every((card) => card.values[field] === value),
    ),
  );

const DEVICE_FACTS: ReadonlySet<string> = new Set(['deviceInput', 'deviceWatts', 'devicePlug']);

/** A figure in the title must not pass for one of the card: with a card, the device is what the card says. */
const titleFacts = ({ title, variant }: OrderItem, card: ProductCard | undefined): AskedProduct => {
  const read = readTitle(title, variant);
  if (!card) return read;
  return Object.fromEntries(Object.entries(read).filter(([fact]) => !DEVICE_FACTS.has(fact)));
};

/** The answers' view of an item: its card where there is one, the title for what the card leaves open. */
function describeItem({ item, cards }: KnownItem): AskedProduct {
  const values = valuesOf(cards);
  const number = (field: string): number | undefined =>
    values[field] === undefined || Number.isNaN(Number(values[field])) ? undefined : Number(values[field]);
  const [watts, offset] = [number('deviceWatts'), number('sizeOffset')];
  const only = cards.length === 1 ? cards[0] : undefined;
  const read = titleFacts(item, only);
  return {
    ...read,
    // Checked when the card was written.
    ...(values['sizeCategory'] ? { category: values['sizeCategory'] as NonNullable<AskedProduct['category']> } : {}),
    ...(values['sizeSystem'] ? { sizeSystem: values['sizeSystem'] } : {}),
    ...(offset === undefined ? {} : { sizeOffset: offset }),
    ...(values['deviceInput'] ? { deviceInput: values['deviceInput'] } : {}),
    ...(watts === undefined ? {} : { deviceWatts: watts }),
    ...(values['devicePlug'] ? { devicePlug: values['devicePlug'] } : {}),
    ...(only ? { cardId: only.id } : {}),
  };
}

const WORDS = /[\p{L}\p{M}\d]+/gu;
const CJK_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/gu;

/** Words long enough to name something; of scripts without spaces every two letters. */
export const wordsOf = (text: string): ReadonlySet<string> => {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = new Set((plain.match(WORDS) ?? []).filter((word) => word.length >= 4 && !/^\d+$/.test(word)));
  for (const run of plain.match(CJK_RUN) ?? [])
    for (let at = 0; at + 1 < run.length; at += 1) words.add(run.slice(at, at + 2));
  return words;
};

/** "lamps" names a lamp. */
const isNamed = (word: string, message: ReadonlySet<string>): boolean =>
  message.has(word) || message.has(`${word}s`) || (word.endsWith('s') && message.has(word.slice(0, -1)));

/** Items that are the same product bought twice, in two sizes for example, count once. */
const kinds = (items: readonly KnownItem[]): readonly (readonly KnownItem[])[] => {
  const groups = new Map<string, KnownItem[]>();
  for (const known of items) {
    const key = known.item.productId ?? known.item.title;
    groups.set(key, [...(groups.get(key) ?? []), known]);
  }
  return [...groups.values()];
};

/** What all of several variants share; what differs between them is not known. */
const shared = (products: readonly AskedProduct[]): AskedProduct =>
  Object.fromEntries(
    Object.entries(products[0] ?? {}).filter(([key, value]) =>
      products.every((product) => product[key as keyof AskedProduct] === value),
    ),
  );

/**
 * The product a message is about: the only one of the order, else the one whose title or variant has words the message
 * names and no other item has, else none. Undefined also when nothing is known of it.
 */
export function findAsked(message: string, items: readonly KnownItem[]): AskedProduct | undefined {
  const groups = kinds(items);
  const asked = groups.length === 1 ? groups[0] : namedGroup(message, groups);
  if (!asked) return undefined;
  const variant =
    asked.length === 1
      ? asked
      : (namedGroup(
          message,
          asked.map((one) => [one]),
        ) ?? asked);
  const product = shared(variant.map(describeItem));
  return Object.keys(product).length === 0 ? undefined : product;
}

const namedGroup = (message: string, groups: readonly (readonly KnownItem[])[]): readonly KnownItem[] | undefined => {
  if (groups.length === 0) return undefined;
  const said = wordsOf(message);
  const words = groups.map((group) =>
    wordsOf(group.map(({ item }) => `${item.title} ${item.variant ?? ''}`).join(' ')),
  );
  const scores = words.map(
    (own, index) =>
      [...own].filter((word) => isNamed(word, said) && !words.some((other, at) => at !== index && isNamed(word, other)))
        .length,
  );
  const best = Math.max(...scores);
  if (best === 0 || scores.filter((score) => score === best).length > 1) return undefined;
  return groups[scores.indexOf(best)];
};
