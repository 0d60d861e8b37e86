/** A record without the names and numbers that say whose it is: what is left are figures, products, days and countries. */
import type { BuyerKey, OrderId } from '../ids';
import type { BuyerRow, EventRow, Stamp } from '../records';
import type { PackedRows } from './pack';

/** Put in place of a name or number in a text a person has written. */
const GAP = '…';
/** One letter or digit stands in every text. */
const SHORTEST = 2;

const letters = /[\p{L}\p{N}]/u;
// Chinese, Japanese, Korean and Thai write no spaces between words.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const patternOf = (word: string): string => {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  const isWhole = (letter: string | undefined): boolean =>
    letter !== undefined && letters.test(letter) && !unspaced.test(letter);
  const [first, last] = [[...word][0], [...word].at(-1)];
  return `${isWhole(first) ? '(?<![\\p{L}\\p{N}])' : ''}${escaped}${isWhole(last) ? '(?![\\p{L}\\p{N}])' : ''}`;
};

/** A text in which some names and numbers are an ellipsis, wherever they stand as whole words. */
export const withoutWords = (text: string, words: readonly string[]): string => {
  const known = words.map((word) => word.trim()).filter((word) => word.length >= SHORTEST);
  if (known.length === 0 || text === '') return text;
  const longestFirst = [...new Set(known)].sort((a, b) => b.length - a.length);
  return text.replace(new RegExp(longestFirst.map(patternOf).join('|'), 'giu'), GAP);
};

const valueOf = (alias: string): string => alias.slice(alias.indexOf(':') + 1);

/** The words that say who a record is: the name, and the numbers of its orders, cases and of the buyer. */
export const identityWords = ({
  displayName,
  aliases,
}: Pick<BuyerRow, 'displayName' | 'aliases'>): readonly string[] => [
  ...(displayName === undefined ? [] : [displayName]),
  ...aliases.filter((alias) => !alias.startsWith('hash:')).map(valueOf),
];

/** How an order and an event are named for their hash. */
const orderAlias = (orderId: string): string => `order:${orderId}`;
const eventAlias = (eventId: string): string => `event:${eventId}`;

/** Everything of these rows a hash is needed for, as aliases. */
export const hashable = (rows: PackedRows): readonly string[] => {
  const orderIds = [...rows.orders, ...rows.events, ...rows.contacts, ...rows.promises, ...rows.followUps].flatMap(
    ({ orderId }) => (orderId === undefined ? [] : [orderId as string]),
  );
  const names = [
    ...rows.buyers.flatMap(({ aliases }) => aliases),
    ...orderIds.map(orderAlias),
    ...rows.events.flatMap(({ eventId }) => (eventId === undefined ? [] : [eventAlias(eventId)])),
  ];
  return [...new Set(names)].filter((name) => !name.startsWith('hash:') && !name.includes(':hash:'));
};

/**
 * The same rows without what identifies: no name, hashes in place of the numbers, gaps in what people have written. Rows
 * whose own id holds a number get another id. `hashOf` knows every name of `hashable`; numbers it does not know stay, so
 * ask for all of them.
 */
export const withoutIdentity = (
  rows: PackedRows,
  hashOf: ReadonlyMap<string, string>,
  stampOf: (row: Stamp) => Stamp,
): PackedRows => {
  const order = (id: string): string => hashOf.get(orderAlias(id)) ?? id;
  const event = (id: string): string => hashOf.get(eventAlias(id)) ?? id;
  const eventIds = new Set(rows.events.flatMap(({ eventId }) => eventId ?? []));
  const named = (id: string): string =>
    id
      .split(':')
      .map((part, at) => (at === 0 ? part : eventIds.has(part) ? event(part) : order(part)))
      .join(':');
  const about = <R extends Stamp & { readonly id: string; readonly orderId?: OrderId }>(row: R): R => {
    const orderId = row.orderId === undefined ? {} : { orderId: order(row.orderId) };
    const next = { ...row, id: named(row.id), ...orderId };
    return next.id === row.id && next.orderId === row.orderId ? row : { ...next, ...stampOf(row) };
  };
  const words = new Map<BuyerKey, readonly string[]>(rows.buyers.map((buyer) => [buyer.key, identityWords(buyer)]));
  return {
    buyers: rows.buyers.map((buyer) => {
      const { displayName: _gone, ...rest } = buyer;
      const stamp = stampOf(buyer);
      const changed: Record<string, string> = { displayName: stamp.hlc, aliases: stamp.hlc };
      const fields =
        buyer.fields &&
        Object.fromEntries(
          Object.entries(buyer.fields).map(([name, value]) => {
            const next = withoutWords(value, identityWords(buyer));
            if (next !== value) changed[`fields.${name}`] = stamp.hlc;
            return [name, next];
          }),
        );
      return {
        ...rest,
        ...stamp,
        deleted: buyer.deleted,
        born: buyer.born ?? buyer.hlc,
        clocks: { ...buyer.clocks, ...changed },
        aliases: [...new Set(buyer.aliases.map((alias) => hashOf.get(alias) ?? alias))],
        ...(fields ? { fields } : {}),
      };
    }),
    orders: rows.orders.map(about),
    events: rows.events.map((row): EventRow => {
      const next = about(row);
      return row.eventId === undefined ? next : { ...next, eventId: event(row.eventId) };
    }),
    notes: rows.notes.map((note) => {
      const text = withoutWords(note.text, words.get(note.buyerKey) ?? []);
      if (text === note.text) return note;
      const stamp = stampOf(note);
      const clocks = { ...note.clocks, text: stamp.hlc };
      return { ...note, ...stamp, deleted: note.deleted, born: note.born ?? note.hlc, clocks, text };
    }),
    contacts: rows.contacts.map(about),
    promises: rows.promises.map(about),
    followUps: rows.followUps.map((row) => {
      const next = about(row);
      return row.about === undefined ? next : { ...next, about: named(row.about) };
    }),
  };
};
