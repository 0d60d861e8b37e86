import { mayHoldContact } from '@/utils/domain/text/contact';

const KEY = 'converterQueries';
/** How many queries are kept. */
export const MOST_QUERIES = 20;
const LONGEST = 80;

/** The converter's own last queries, newest first; kept on this device, in the extension pages' `localStorage`. */
export interface QueryHistory {
  readonly read: () => readonly string[];
  /** Puts a query in front; a text that is long or could name a person is not kept. */
  readonly keep: (query: string) => readonly string[];
  readonly drop: (query: string) => readonly string[];
  readonly clear: () => readonly string[];
}

/** Whether a text is a query worth offering again, and no pasted message. */
const isQuery = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= LONGEST &&
  !value.includes('://') &&
  !mayHoldContact(value);

/** The history in a page's storage; storage that is full, off or spoilt only loses the convenience. */
export function makeQueryHistory(pageStorage: Storage): QueryHistory {
  const read = (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(pageStorage.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isQuery).slice(0, MOST_QUERIES) : [];
    } catch {
      // Storage switched off or another version's text: an empty history is as good.
      return [];
    }
  };
  const write = (queries: readonly string[]): readonly string[] => {
    try {
      if (queries.length > 0) pageStorage.setItem(KEY, JSON.stringify(queries));
      else pageStorage.removeItem(KEY);
    } catch {
      // Storage full or switched off: the list lasts until the page closes.
    }
    return queries;
  };
  const without = (query: string) => read().filter((kept) => kept !== query);
  return {
    read,
    keep: (query) => {
      const text = query.trim().replace(/\s+/g, ' ');
      return isQuery(text) ? write([text, ...without(text)].slice(0, MOST_QUERIES)) : read();
    },
    drop: (query) => write(without(query)),
    clear: () => write([]),
  };
}
