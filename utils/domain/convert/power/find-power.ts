import type { CountryCode, Lang } from '../../ids';
import type { Span } from '../../text/span';
import type { NamedCountry } from './country-names';
import { deviceKind } from './device-kind';
import { readDeviceLabel, type DeviceLabel } from './device-label';
import { countryPower, type CountryPower } from './mains';
import { normalPlug } from './plug-fit';
import type { ConversionTables } from '../tables';

/** A question about plug or voltage in a text. */
export interface FoundPower extends Span {
  readonly text: string;
  readonly power: CountryPower;
  /** Whether the country stands in the text or was taken from the order. */
  readonly countryFrom: 'text' | 'buyer';
  /** The device's rating as far as the text names it; null when it does not. */
  readonly label: DeviceLabel | null;
  readonly plug?: string;
  /** Words of the text that tell what the device is, for `Device.kind`; absent when none does. */
  readonly kind?: 'heating' | 'synchronous' | 'electronic';
}

/** What is known about a text besides its words. */
export interface PowerHints {
  readonly lang: Lang;
  readonly buyerCountry?: CountryCode;
}

/** Words of plugs, outlets and voltage in fourteen languages. */
const POWER_WORDS =
  /(?<!\p{L})(?:voltages?|volts?|plugs?|power outlets?|wall outlets?|sockets?|power adapt[eo]rs?|travel adapt[eo]rs?|plug adapt[eo]rs?|transformers?|spannung\p{L}*|netzspannung|stecker\p{L}*|steckdose\p{L}*|netzteil\p{L}*|stromnetz|voltages|prises?(?: de courant| électrique)?|tension|transformateur|voltaje|enchufes?|clavija|toma de corriente|transformador|voltaggio|tensione|spina|presa(?: di corrente)?|trasformatore|voltagem|tensão|tomadas?|plugue|bivolt|напряжени\p{L}*|вольт\p{L}*|вилк[аиуеой]+|розетк\p{L}*|трансформатор\p{L}*|netspanning|stekkers?|stopcontact\p{L}*|spänning|stickkontakt|eluttag|kontakten|napięcie|napięci\p{L}*|wtyczk\p{L}*|gniazdk\p{L}*|voltaj\p{L}*|gerilim|fiş\p{L}*|priz\p{L}*|(?:[وفبلك]{0,2}(?:ال)?|لل)(?:جهد|فولت|فولتية|قابس|قوابس|مقبس|مقابس|محول|فيش|فيشة|كهرباء))(?!\p{L})|电压|電壓|插头|插頭|插座|转换插头|变压器|電圧|プラグ|コンセント|変圧器|ボルト|伏|전압|플러그|콘센트|변압기|돼지코|볼트/giu;

/** An adapter is asked for; "the adapter is broken" is another matter. */
const NEED_ADAPTER =
  /(?<!\p{L})(?:need|requires?|brauche?n?|benötig\p{L}*|besoin|faut-il|necesit\p{L}*|preciso|precisa|serve|occorre|нуж\p{L}*|nodig|behöv\p{L}*|potrzeb\p{L}*|gerek\p{L}*)(?!\p{L})[^.!?]{0,24}?(?<!\p{L})(?:adapt\p{L}*|adattator\p{L}*|адаптер\p{L}*|переходник\p{L}*|przejściówk\p{L}*|reisestecker)(?!\p{L})|어댑터[^.!?]{0,6}필요|アダプターは?[^。]{0,6}(?:必要|いり)|(?:محول|adaptör)[^.!?]{0,10}(?:gerek\p{L}*|مطلوب)/giu;

/** Asking whether something works somewhere; counts only beside a country's name. */
const WORKS_WORDS =
  /(?<!\p{L})(?:work|works|working|usable|use (?:it|this)|used|compatible|run|runs|charge|funktionier\p{L}*|benutz\p{L}*|verwend\p{L}*|nutzbar|kompatibel|fonctionn\p{L}*|marche|utilis\p{L}*|funcion\p{L}*|sirve|usar|funzion\p{L}*|usare|compatibil\p{L}*|работает|работать|подойд[её]т|использовать|werkt|werken|gebruiken|fungerar|funkar|działa|działać|używać|çalışır|kullan\p{L}*|يعمل|تعمل)(?!\p{L})|能用|可以用|能使用|可以使用|适用|使え|使用でき|쓸 수|사용/giu;

/** A rating that stands in the text, with its sign of volt. */
const RATING =
  /\d{2,3}\s*(?:v(?:olts?|ac)?)?\s*(?:[-‐–—~～/]\s*(?:ac\s*)?\d{2,3}\s*)*(?:v(?!\p{L})|volts?\p{L}{0,3}|vac(?!\p{L})|вольт|伏|볼트|ボルト|فولت)[~～]?(?:[\s,/]*(?:\d{2}\s*[-/]?\s*)*\d*\s*hz)?(?:[\s,/]*\d+(?:\.\d+)?\s*k?w(?!\p{L}))?/giu;

const PLUG =
  /(?:\btype|\btyp|\btipo|\btip|тип[аe]?|タイプ)\s+([A-O])(?![\p{L}\d])|(?<![\p{L}\d])([A-O])(?:型|タイプ)|\b(EU|US|UK|AU)[- ]?(?:plug|stecker|prise|enchufe|spina)/iu;
/** "US plug" with no country beside it asks about the supply there. */
const COUNTRY_OF_REGION: Readonly<Record<string, string>> = { US: 'US', UK: 'GB', AU: 'AU' };

/** Without a word of power only a question counts: "it does not work, I am in Germany" reports a defect. */
const ASKING =
  /[?？؟]|吗|嗎|か(?:[。\s]|$)|까|나요|^\s*(?:does|do|will|can|could|would|is|funktioniert|kann|est-ce|puede|sirve|funciona)/iu;
const NEGATED = /(?:not|n't|nt|never|nicht|ne|pas|no|non|não|не|niet|inte|nie|لا)\s*$/iu;

const WIDE: readonly [number, number] = [90, 480];

/**
 * Makes the reader of power questions; `countriesIn` finds the countries named in a text of a language.
 */
export function makePowerFinder(
  tables: ConversionTables,
  countriesIn: (text: string, lang: Lang) => readonly NamedCountry[],
): (text: string, hints: PowerHints) => FoundPower | null {
  return (text, hints) => {
    const words = [...text.matchAll(POWER_WORDS), ...text.matchAll(NEED_ADAPTER)];
    const ratings = [...text.matchAll(RATING)].filter((match) => isMains(match[0]));
    const works = [...text.matchAll(WORKS_WORDS)];
    // Country names are looked up only where the message speaks of power or use at all.
    if (words.length + ratings.length + works.length === 0) return null;
    const named = countriesIn(text, hints.lang).filter(({ country }) => countryPower(country, tables.mains) !== null);
    const strong = words.length > 0 || ratings.length > 0;
    if (!strong && named.length === 0) return null;
    const verb = works[0]?.index ?? 0;
    if (!strong && (!ASKING.test(text) || NEGATED.test(text.slice(Math.max(0, verb - 14), verb)))) return null;
    const asked = strong ? (named.at(-1) ?? null) : nearestTo(verb, named);
    if (!strong && !asked) return null;
    const plug = PLUG.exec(text);
    const country = asked?.country ?? hints.buyerCountry ?? COUNTRY_OF_REGION[(plug?.[3] ?? '').toUpperCase()];
    const power = country ? countryPower(country, tables.mains) : null;
    if (!power) return null;
    const place = ratings[0] ?? words[0];
    const span = place
      ? { start: place.index, end: place.index + place[0].length }
      : { start: asked?.start ?? 0, end: asked?.end ?? 0 };
    const letter = plug ? normalPlug(plug[1] ?? plug[2] ?? plug[3] ?? '') : null;
    const kind = deviceKind(text);
    return {
      ...span,
      text: text.slice(span.start, span.end),
      power,
      countryFrom: asked || !hints.buyerCountry ? 'text' : 'buyer',
      label: labelOf(ratings.map((match) => match[0])),
      ...(letter ? { plug: letter } : {}),
      ...(kind ? { kind } : {}),
    };
  };
}

/** Several voltages apart ("220V or only 110V?") ask for the rating, they don't state it. */
function labelOf(ratings: readonly string[]): DeviceLabel | null {
  return new Set(ratings).size === 1 ? readDeviceLabel(ratings[0] as string) : null;
}

const isMains = (rating: string): boolean => {
  const label = readDeviceLabel(rating);
  return label !== null && label.bands.some(({ high }) => high >= WIDE[0] && high <= WIDE[1]);
};

/** "Does it work in Japan?": the country must stand near the verb. */
function nearestTo(at: number, named: readonly NamedCountry[]): NamedCountry | null {
  const near = named.filter(({ start }) => Math.abs(start - at) <= 40);
  return near.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0] ?? null;
}
