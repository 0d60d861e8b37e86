import { shortHash } from '../../../text/short-hash';

const LONGEST = 80;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const FITS = /^[a-z][a-z0-9-]*$/;

/**
 * The id of a template as files may write it, or one made of its title. The same text always gives the same id, so that a
 * file that is imported again changes its templates and adds none.
 */
export function idFrom(text: string): string {
  if (FITS.test(text) && text.length <= LONGEST) return text;
  const name = plain(text);
  // What is not Latin, and what was cut, tells templates apart by its hash.
  const isWhole = /^[\p{ASCII}\p{M}\p{Script=Latin}]*$/u.test(text) && name.length > 0 && name.length <= LONGEST - 4;
  const short = isWhole ? name : `${name === '' ? 'own' : name.slice(0, LONGEST - 12)}-${shortHash(text)}`;
  return FITS.test(short) ? short : `own-${short}`;
}
