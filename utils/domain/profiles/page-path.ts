import type { TaughtPage } from './profile';
import { hasRouteWord, holdsName, isAllRoute } from './telling-words';

/** Where a page is: its host name, and its path with the hash route after `#` where it has one. */
export interface PagePlace {
  readonly host: string;
  readonly path: string;
}

/** Hash routes begin with a slash; anything else behind `#` is a place within a page. */
const HASH_ROUTE = /^#!?(\/[^?]*)/;

/** The place of an address, without any query: queries say who and which order, not what kind of page. */
export function placeOf({ hostname, pathname, hash }: URL): PagePlace {
  const route = HASH_ROUTE.exec(hash)?.[1];
  return { host: hostname, path: route === undefined ? pathname : `${pathname}#${route}` };
}

/** Segments of a path and of its hash route; a slash at the end means nothing. */
const segmentsOf = (path: string): readonly string[] =>
  path
    .split('#')
    .map((part) => part.replace(/\/+$/, ''))
    .join('/#/')
    .split('/');

/** Whether a page was taught for this place; `*` stands for exactly one segment. */
export function matchesPlace({ host, path }: Pick<TaughtPage, 'host' | 'path'>, place: PagePlace): boolean {
  if (host !== place.host) return false;
  const [wanted, own] = [segmentsOf(path), segmentsOf(place.path)];
  return (
    wanted.length === own.length && wanted.every((part, at) => part === own[at] || (part === '*' && own[at] !== ''))
  );
}

/** Whether a page was taught for this address. */
export const matchesPage = (page: Pick<TaughtPage, 'host' | 'path'>, url: URL): boolean =>
  matchesPlace(page, placeOf(url));

/** Segments that name a person, an order or a language, and so change from page to page. */
const isChanging = (segment: string): boolean =>
  (segment.match(/\d/g)?.length ?? 0) >= 3 || /[@%~=+]/.test(segment) || segment.length > 60 || isLocale(segment);

/** `de-DE`, `zh_CN`, and the two letters of a language where they are no word of a path, as `im` is. */
const isLocale = (segment: string): boolean =>
  /^[a-z]{2,3}[-_][A-Za-z]{2,4}$/.test(segment) && isLanguage(segment.slice(0, segment.search(/[-_]/)));
const isLanguage = (code: string): boolean =>
  new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) !== undefined;

/** What stands before the name of a person. */
const BEFORE_PERSON =
  /^(?:u|users?|buyers?|customers?|clients?|people|persons?|members?|guests?|profiles?|with|to|from)$/i;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The path under which a page is taught: what changes from page to page becomes `*`, and so does whatever could be the name
 * of a person.
 *
 * @param names Words in small letters that may be names; no segment with one of them is kept.
 */
export function pathPattern(url: URL, names: ReadonlySet<string> = NOBODY): string {
  const generalise = (part: string): string => {
    const segments = part.split('/');
    const last = segments.findLastIndex((segment) => segment !== '');
    return segments
      .map((segment, at) => {
        if (segment === '') return segment;
        const isFirstWord = at === 1 && /^[a-z]{2}$/.test(segment) && isLanguage(segment);
        if (isChanging(segment) || isFirstWord) return '*';
        const isPlaceOfName = at === last || BEFORE_PERSON.test(segments[at - 1] ?? '');
        if (isPlaceOfName && !hasRouteWord(segment)) return '*';
        return !isAllRoute(segment) && holdsName(segment, names) ? '*' : segment;
      })
      .join('/');
  };
  return placeOf(url).path.split('#').map(generalise).join('#');
}
