import { placeOf } from './page-path';
import { hasRouteWord, holdsName, isAllRoute } from './telling-words';

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
