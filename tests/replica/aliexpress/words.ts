import { htmlLang, type PageLoc } from '../dates';
import wordsJson from '../fixtures/aliexpress-words.json';
import type { Knobs } from '../knobs';
import type { PageView } from '../view';

/** Words of the AliExpress replica pages. */
export type AliexpressWords = (typeof wordsJson)['en'];

/** Page languages the seller pages exist in. */
export const aliexpressLocs = Object.keys(wordsJson) as (keyof typeof wordsJson)[];

/** The words in the page's language; English where the seller pages have no such language. */
export function wordsFor(loc: PageLoc): AliexpressWords {
  return (wordsJson as Partial<Record<PageLoc, AliexpressWords>>)[loc] ?? wordsJson.en;
}

/** Puts values into a sentence: `filled('{n} in total', { n: 12 })`. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}

/** A span of hours as the page writes it: "2 d 4 h". */
export function shownDuration(hours: number, loc: PageLoc): string {
  return filled(wordsFor(loc).duration, { d: Math.floor(hours / 24), h: hours % 24 });
}

/** The display name of a country in the language of the page. */
export function countryName(code: string, loc: PageLoc): string {
  return new Intl.DisplayNames([htmlLang(loc)], { type: 'region' }).of(code) ?? code;
}

/**
 * A class name of the chat. On gsp the readable names are replaced, because only those of csp are known for certain.
 */
export function chatClass(
  name: string,
  view: Pick<PageView, 'host'> & { readonly knobs: Pick<Knobs, 'hash'> },
): string {
  if (!view.host.startsWith('gsp.')) return name;
  let sum = view.knobs.hash.charCodeAt(0);
  for (const sign of name) sum = (sum * 33 + sign.charCodeAt(0)) % 60466176;
  return `imx-${sum.toString(36)}`;
}
