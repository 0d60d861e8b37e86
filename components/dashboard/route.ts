import { brandAs, type BuyerKey } from '@/utils/domain/ids';

/** Pages of the dashboard that exist, in the order of the navigation. */
export const pages = ['today', 'buyers', 'templates', 'rules', 'log', 'team', 'converter', 'settings'] as const;

/** One page of the dashboard. */
export type PageName = (typeof pages)[number];

/** What the address asks for. */
export type Route =
  | { readonly page: 'buyers'; readonly buyer: BuyerKey | null }
  /** `template`: the id of a reply, `NEW_TEMPLATE`, or null for the list. */
  | { readonly page: 'templates'; readonly template: string | null }
  | { readonly page: Exclude<PageName, 'buyers' | 'templates'> };

/** Stands in the address for a reply that is being written. */
export const NEW_TEMPLATE = 'new';

/** Pages whose address says nothing but their name. */
const plainPages = ['today', 'rules', 'log', 'team', 'converter', 'settings'] as const;

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    // URIError: a mistyped address; the list is shown instead.
    return null;
  }
};

/** Reads the part of the address after `#`; anything unknown leads to the buyers. */
export const readRoute = (hash: string): Route => {
  const [path = ''] = hash.replace(/^#\/?/, '').split('?', 1);
  const [page, detail = ''] = path.split('/');
  const plain = plainPages.find((name) => name === page);
  if (plain) return { page: plain };
  if (page === 'templates') return { page, template: decoded(detail) || null };
  const key = page === 'buyers' ? decoded(detail) : null;
  return { page: 'buyers', buyer: key ? brandAs<'BuyerKey'>(key) : null };
};

/** The address of a page. */
export const hrefOfPage = (page: PageName): string => `#/${page}`;

/** The address of a buyer's record; `query` keeps the list beside it as it is. */
export const hrefOfBuyer = (key: BuyerKey, query = ''): string =>
  `#/buyers/${encodeURIComponent(key)}${query && '?'}${query}`;

/** The address of a reply in the editor. */
export const hrefOfTemplate = (id: string): string => `#/templates/${encodeURIComponent(id)}`;
