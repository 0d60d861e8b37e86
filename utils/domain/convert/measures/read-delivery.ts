import { brandAs } from '../../ids';
import type { DeliveryReading, ReadHints } from '../reading/reading';
import type { CountriesIn, PreparedText } from './prepared-text';

const JOINS = '[-~]|to|till|until|bis|à|a|al|o|ou|or|e|до|или|t\\/m|tot|do|ila|ile|から|到|至|에서|إلى|الى|او|أو';
const WORKING = [
  '(?:business|working|work|office)[ -]days?', 'weekdays', 'werktagen?', 'arbeitstagen?', 'geschäftstagen?', 'd[ií]as (?:h[aá]biles|laborables|laborales)', 'jours? (?:ouvr[ée]s?|ouvrables?)', 'giorni lavorativi', 'giorno lavorativo', 'dias? [uú]te?is', 'dias úteis', 'рабочих дн(?:ей|я)', 'рабочи[ехй] д(?:ень|ня|ней|ни)', 'werkdag(?:en)?', 'dni robocz(?:e|ych)', 'dzień roboczy', 'i[şs] günü?', 'i[şs]günü', '(?:个|個)?工作[日天]', '営業日', '영업일', '(?:أيام|ايام|يوم) عمل',
].join('|'); // prettier-ignore
const DAYS = new RegExp(
  `(?<![\\d.,:/])(\\d{1,3})(?:\\s?(?:${JOINS})\\s?(\\d{1,3}))?(?:\\s?(?:full|whole|volle|ganze))?\\s?(?:${WORKING})(?!\\p{L})`,
  'gu',
);
// Scripts without blanks go on after the word: 5个工作日内.
const DAYS_EAST = new RegExp(
  `(?<![\\d.,:/])(\\d{1,3})(?:\\s?(?:${JOINS})\\s?(\\d{1,3}))?\\s?(?:(?:个|個)?工作[日天]|営業日|영업일)`,
  'gu',
);
const REACH = 60;

/** Reads working days and where to: "3-5 business days to Spain", "5个工作日到西班牙". Plain days are not working days. */
export function readDelivery(
  text: PreparedText,
  { hints, countriesIn }: { readonly hints: ReadHints; readonly countriesIn: CountriesIn },
): readonly DeliveryReading[] {
  const pattern = /[工営영]/.test(text.lower) ? DAYS_EAST : DAYS;
  const found: DeliveryReading[] = [];
  for (const match of text.lower.matchAll(pattern)) {
    const low = Number(match[1]);
    const high = match[2] === undefined ? low : Number(match[2]);
    if (low > high || high === 0) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const lang = hints.lang ?? 'en';
    const after = countriesIn(text.text.slice(end, end + REACH), lang)[0];
    const before = countriesIn(text.text.slice(Math.max(0, start - REACH), start), lang).at(-1);
    const country = (after ?? before)?.country;
    found.push({
      kind: 'delivery',
      ...text.span(start, end),
      days: [low, high],
      ...(country ? { country: brandAs<'CountryCode'>(country) } : {}),
    });
  }
  return found;
}
