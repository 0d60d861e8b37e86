import { brandAs, type BuyerKey } from '@/utils/domain/ids';

/** Pages of the dashboard that exist, in the order of the navigation. */
export const pages = [
  'today',
  'buyers',
  'templates',
  'rules',
  'reports',
  'log',
  'team',
  'converter',
  'practice',
  'settings',
] as const;

/** A page the navigation leads to. */
export type NavPage = (typeof pages)[number];

/** One page of the dashboard; the first steps are reached by links alone. */
export type PageName = NavPage | 'welcome';

/** What the address asks for. */
export type Route =
  | { readonly page: 'buyers'; readonly buyer: BuyerKey | null }
  /** `template`: the id of a reply, `NEW_TEMPLATE`, or null for the list. */
  | { readonly page: 'templates'; readonly template: string | null }
  /** `sample`: the id of a practice conversation, `FIRST_SAMPLE`, or null for whichever comes first. */
  | { readonly page: 'practice'; readonly sample: string | null }
  | { readonly page: Exclude<PageName, 'buyers' | 'templates' | 'practice'> };

/** Stands in the address for a reply that is being written. */
export const NEW_TEMPLATE = 'new';

/** Stands in the address for the practice conversation of the lesson. */
export const FIRST_SAMPLE = 'first';

/** Pages whose address says nothing but their name. */
const plainPages = ['today', 'rules', 'reports', 'log', 'team', 'converter', 'settings', 'welcome'] as const;

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    // URIError: a mistyped address; the list is shown instead.
    return null;
  }
};

/** Reads the part of the address after `#`; anything unknown leads to what is due today. */
export const readRoute = (hash: string): Route => {
  const [path = ''] = hash.replace(/^#\/?/, '').split('?', 1);
  const [page, detail = ''] = path.split('/');
  const plain = plainPages.find((name) => name === page);
  if (plain) return { page: plain };
  if (page === 'templates') return { page, template: decoded(detail) || null };
  if (page === 'practice') return { page, sample: decoded(detail) || null };
  if (page !== 'buyers') return { page: 'today' };
  const key = decoded(detail);
  return { page, buyer: key ? brandAs<'BuyerKey'>(key) : null };
};

/** The address of a page. */
export const hrefOfPage = (page: PageName): string => `#/${page}`;

/** The address of a buyer's record; `query` keeps the list beside it as it is. */
export const hrefOfBuyer = (key: BuyerKey, query = ''): string =>
  `#/buyers/${encodeURIComponent(key)}${query && '?'}${query}`;

/** The address of a reply in the editor. */
export const hrefOfTemplate = (id: string): string => `#/templates/${encodeURIComponent(id)}`;

/** The address of a practice conversation. */
export const hrefOfSample = (id: string): string => `#/practice/${encodeURIComponent(id)}`;
