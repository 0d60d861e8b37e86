/**
 * One part of the search index: records with the tokens of their texts, as a few strings and number arrays that the store
 * copies in one go. A part never changes; newer parts stand before older ones, record by record.
 */
import { eachToken, searchFields, type SearchTexts } from './search-words';

/** A part as it lies in the store. */
export interface SearchPart {
  /** Keys of the records, the one seen last first; with where each ends. */
  readonly keys: string;
  readonly keyEnds: Uint32Array;
  /** Places of the records in the order of their keys. */
  readonly byKey: Uint32Array;
  /** When each was seen last. Units: ms since 1970 UTC. */
  readonly seen: Float64Array;
  /** Tokens in the order of their UTF-16 units, with where each ends. */
  readonly tokens: string;
  readonly tokenEnds: Uint32Array;
  /** Where the postings of each token end. */
  readonly postingEnds: Uint32Array;
  /** Place of the record times 16, and the fields it stands in as bits; 0 for the lists the record belongs to. */
  readonly postings: Uint32Array;
}

/** A record as it is put into the index. */
export interface SearchDoc {
  readonly key: string;
  readonly seenMs: number;
  readonly texts: SearchTexts;
  /** Lists it belongs to (`shop:…`, `archived`), for filters. */
  readonly lists: readonly string[];
}

/** Bits of a posting that say in which fields a token stands. */
export const fieldBits = 4;

/** Most different tokens of one record; beyond it somebody has pasted a book. */
const MOST_TOKENS = 4_000;

/** How a list is written among the tokens; no text has a token like it. */
export const listToken = (list: string): string => `\t${list}`;

const slice = (text: string, ends: Uint32Array, at: number): string =>
  text.slice(at === 0 ? 0 : ends[at - 1], ends[at]);

/** Key of the record at a place. */
export const keyAt = (part: SearchPart, at: number): string => slice(part.keys, part.keyEnds, at);

/** Text of a token. */
export const tokenAt = (part: SearchPart, at: number): string => slice(part.tokens, part.tokenEnds, at);

/** Where the postings of a token begin. */
export const postingStart = (part: SearchPart, at: number): number => (at === 0 ? 0 : part.postingEnds[at - 1]!);

/** How many records stand in a part. */
export const docsIn = (part: SearchPart): number => part.keyEnds.length;

const firstFrom = (count: number, isBefore: (at: number) => boolean): number => {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Place of the first token that is not before the text. */
export const tokenFrom = (part: SearchPart, text: string): number =>
  firstFrom(part.tokenEnds.length, (at) => tokenAt(part, at) < text);

/** Place of a record, or -1. */
export const placeOf = (part: SearchPart, key: string): number => {
  const at = firstFrom(part.byKey.length, (middle) => keyAt(part, part.byKey[middle]!) < key);
  const place = part.byKey[at];
  return place !== undefined && keyAt(part, place) === key ? place : -1;
};

/** The first place whose record was not seen after the moment. Units: ms since 1970 UTC. */
export const seenFrom = (part: SearchPart, ms: number): number =>
  firstFrom(part.seen.length, (at) => part.seen[at]! > ms);

const joinedEnds = (texts: readonly string[]): Uint32Array => {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, at) => (ends[at] = end += text.length));
  return ends;
};

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Parts of a new index part: what `assemble` needs. */
export interface PartLists {
  /** In the order of the part: the record seen last first. */
  readonly keys: readonly string[];
  readonly seen: Float64Array;
  readonly byKey: Uint32Array;
  /** In the order of their text. */
  readonly tokens: readonly string[];
  readonly postingEnds: Uint32Array;
  readonly postings: Uint32Array;
}

/** Puts a part together. */
export const assemblePart = ({ keys, tokens, ...lists }: PartLists): SearchPart => ({
  ...lists,
  keys: keys.join(''),
  keyEnds: joinedEnds(keys),
  tokens: tokens.join(''),
  tokenEnds: joinedEnds(tokens),
});

/** A part in the making. */
export interface PartBuilder {
  /** Adds a record that is not in it yet; one without texts and lists only hides what older parts say of it. */
  add(doc: SearchDoc): void;
  readonly size: () => number;
  finish(): SearchPart;
}

/** Starts a part. */
export const createPartBuilder = (): PartBuilder => {
  const docs: { readonly key: string; readonly seenMs: number }[] = [];
  const byToken = new Map<string, number[]>();
  const post = (token: string, posting: number): void => {
    const list = byToken.get(token);
    if (list) list.push(posting);
    else byToken.set(token, [posting]);
  };
  return {
    size: () => docs.length,
    add({ key, seenMs, texts, lists }) {
      const base = docs.length << fieldBits;
      docs.push({ key, seenMs });
      const fieldsOf = new Map<string, number>();
      searchFields.forEach((field, at) => {
        const bit = 1 << at;
        const take = (token: string): void => {
          const fields = fieldsOf.get(token);
          if (fields !== undefined) fieldsOf.set(token, fields | bit);
          else if (fieldsOf.size < MOST_TOKENS) fieldsOf.set(token, bit);
        };
        for (const text of texts[field]) eachToken(text, take);
      });
      for (const [token, fields] of fieldsOf) post(token, base | fields);
      for (const list of new Set(lists)) post(listToken(list), base);
    },
    finish() {
      const order = docs
        .map((_, at) => at)
        .sort((a, b) => {
          const [one, other] = [docs[a]!, docs[b]!];
          return other.seenMs - one.seenMs || ascending(one.key, other.key);
        });
      const placeOfDoc = new Uint32Array(docs.length);
      order.forEach((doc, place) => (placeOfDoc[doc] = place));
      const keys = order.map((doc) => docs[doc]!.key);
      const tokens = [...byToken.keys()].sort(ascending);
      const postingEnds = new Uint32Array(tokens.length);
      const lists = tokens.map((token) => byToken.get(token)!);
      const postings = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
      let end = 0;
      lists.forEach((list, at) => {
        for (const posting of list)
          postings[end++] = (placeOfDoc[posting >>> fieldBits]! << fieldBits) | (posting & ((1 << fieldBits) - 1));
        postingEnds[at] = end;
      });
      return assemblePart({
        keys,
        seen: Float64Array.from(order, (doc) => docs[doc]!.seenMs),
        byKey: Uint32Array.from(keys.map((_, at) => at).sort((a, b) => ascending(keys[a]!, keys[b]!))),
        tokens,
        postingEnds,
        postings,
      });
    },
  };
};
