/**
 * Whether dates and letters can be written in this language: a BCP 47 tag with a base, the only kind that `Intl` takes without
 * throwing.
 */
export const isLangTag = (tag: string): boolean => {
  // A base alone always is one; a file of templates asks seventy thousand times.
  if (/^[a-z]{2,3}$/i.test(tag)) return true;
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    // The only way the platform says that a tag is none.
    return false;
  }
};
