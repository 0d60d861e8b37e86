/** Page languages the labels exist in. */
export type PageLoc =
  | 'en' | 'en_GB' | 'de' | 'fr' | 'it' | 'es' | 'pt_BR' | 'ja' | 'zh_CN' | 'ko' | 'ar' | 'ru' | 'tr' | 'pl' | 'nl' | 'sv'; // prettier-ignore

const bcp47: Record<PageLoc, string> = {
  en: 'en-US',
  en_GB: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  it: 'it-IT',
  es: 'es-ES',
  pt_BR: 'pt-BR',
  ja: 'ja-JP',
  zh_CN: 'zh-CN',
  ko: 'ko-KR',
  ar: 'ar-SA-u-ca-gregory',
  ru: 'ru-RU',
  tr: 'tr-TR',
  pl: 'pl-PL',
  nl: 'nl-NL',
  sv: 'sv-SE',
};

const dayMs = 86_400_000;

/** Language tag for `<html lang>`. */
export function htmlLang(loc: PageLoc): string {
  return loc.includes('_') ? bcp47[loc] : bcp47[loc].slice(0, 2);
}

/** The day so many days from `now`, as the page writes it: "Thu, Dec 5, 2019". */
export function shownDay(now: string, days: number, loc: PageLoc): string {
  const at = new Date(Date.parse(`${now.slice(0, 10)}T12:00:00Z`) + days * dayMs);
  return new Intl.DateTimeFormat(bcp47[loc], {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}

/** The day so many days from `now` in the short form lists have: "Dec 5, 2019". */
export function shownDate(now: string, days: number, loc: PageLoc): string {
  const at = new Date(Date.parse(`${now.slice(0, 10)}T12:00:00Z`) + days * dayMs);
  return new Intl.DateTimeFormat(bcp47[loc], { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** The moment so many hours before `now`, as ISO 8601. */
export function momentBefore(now: string, hours: number): string {
  return new Date(Date.parse(now) - hours * 3_600_000).toISOString();
}

/** A moment as the page writes it: "Nov 20, 2026, 3:20 PM". */
export function shownMoment(iso: string, loc: PageLoc): string {
  return new Intl.DateTimeFormat(bcp47[loc], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(iso),
  );
}

/** The time of day as a list writes it: "15:20". */
export function shownClock(iso: string, loc: PageLoc): string {
  return new Intl.DateTimeFormat(bcp47[loc], { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(
    new Date(iso),
  );
}

/** An amount as the page writes it. */
export function shownAmount(value: number, currency: string, loc: PageLoc): string {
  return new Intl.NumberFormat(bcp47[loc], { style: 'currency', currency }).format(value);
}
