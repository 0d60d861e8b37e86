/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  /** Not named after a script: the bundler declares a global of that name. */
  firstLangOfDocument?: string;
}

const world = globalThis as SharedWorld;
const others = new WeakMap<Document, string>();

/** The document's language as it stands now, without its region; empty when it names none. */
export const documentLang = (doc: Document): string => doc.documentElement.lang.toLowerCase().split('-')[0]!;

/** Language the document had when Parley first looked at it; the first call notes it, so the sentinel makes it. */
export function firstLanguage(doc: Document): string {
  if (doc === globalThis.document) return (world.firstLangOfDocument ??= documentLang(doc));
  const noted = others.get(doc) ?? documentLang(doc);
  others.set(doc, noted);
  return noted;
}
