import type { TaughtPage } from './profile';

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
