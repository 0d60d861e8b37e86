const LONGEST = 80;

const hash = (text: string): string => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
};

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
  const short = isWhole ? name : `${name === '' ? 'own' : name.slice(0, LONGEST - 12)}-${hash(text)}`;
  return FITS.test(short) ? short : `own-${short}`;
}
