import { readDeviceLabel, type DeviceLabel } from './device-label';
import { normalPlug } from './plug-fit';

/** A rating that stands in the text, with its sign of volt; every repeat is bounded, since texts come from strangers. */
const RATING =
  /(?<!\d|\d[.,])\d{2,3}\s{0,3}(?:v(?:olts?|ac)?\s{0,3})?(?:[-‐–—~～/]\s{0,3}(?:ac\s{0,3})?\d{2,3}\s{0,3}){0,3}(?:v(?!\p{L})|volts?\p{L}{0,3}|vac(?!\p{L})|вольт|伏|볼트|ボルト|فولت)[~～]?(?:[\s,/]{0,3}\d{2}(?:\s?[-/]\s?\d{2})?\s?hz)?(?:[\s,/]{0,3}\d{1,5}(?:\.\d{1,3})?\s?k?w(?!\p{L}))?/giu;

/** "220V to 110V" is what a transformer does, and what somebody asks for, not what a device takes. */
const CONVERTS =
  /(?<!\d)(\d{2,3})\s{0,2}(?:v(?:olts?|ac)?)\s{0,2}(?:to|into|auf|à|a|en|в|->|→|转|轉|から)\s{0,2}(?:ac\s{0,2})?(\d{2,3})\s{0,2}v/iu;
/** Things that change a voltage name two sides of themselves. */
const CONVERTERS =
  /(?<!\p{L})(?:step[\s-]?(?:up|down)|transformers?|(?:voltage |power )?converters?|(?:power )?inverters?|transformator\p{L}*|spannungswandler|wechselrichter|transformateurs?|convertisseurs?|onduleurs?|transformador\p{L}*|convertidor\p{L}*|inversor\p{L}*|trasformator\p{L}*|convertitor\p{L}*|трансформатор\p{L}*|преобразовател\p{L}*|инвертор\p{L}*|omvormer\p{L}*|przetwornic\p{L}*|dönüştürücü)(?!\p{L})|变压|變壓|逆变|逆變|変圧|インバーター|변압|인버터/iu;

/** Whether a title names the voltages of something that changes voltages, which are no rating of a device. */
export const changesVoltage = (title: string): boolean => {
  const [, from, to] = CONVERTS.exec(title) ?? [];
  return CONVERTERS.test(title) || (from !== undefined && Number(from) > Number(to));
};

/** Voltages of devices for the mains; 12 V and the like say nothing of the wall. */
const WIDE: readonly [number, number] = [90, 480];

const isMains = (rating: string): boolean => {
  const label = readDeviceLabel(rating);
  return label !== null && label.bands.some(({ high }) => high >= WIDE[0] && high <= WIDE[1]);
};

/** Places of a text that name mains voltages. */
export const ratingsIn = (text: string): readonly RegExpMatchArray[] =>
  [...text.matchAll(RATING)].filter((match) => isMains(match[0]));

/** Several voltages apart ("220V or only 110V?") ask for the rating, they don't state it. */
export function labelOf(ratings: readonly RegExpMatchArray[]): DeviceLabel | null {
  const written = new Set(ratings.map(([rating]) => rating));
  return written.size === 1 ? readDeviceLabel([...written][0] as string) : null;
}

const WATTS = /(?<![\d.,])(\d{1,5}(?:[.,]\d{1,3})?)\s?(k?)(?:w|watts?|вт|ватт|瓦|ワット|와트|واط)(?![\p{L}\d])/giu;

/** The watts a text names, when it names one figure; unit: watt. */
export function wattsIn(text: string): number | undefined {
  const named = new Set(
    [...text.matchAll(WATTS)].map(([, figure = '', kilo]) =>
      kilo ? Number(figure.replace(',', '.')) * 1000 : Number(figure.replace(/[.,](?=\d{3}$)/, '').replace(',', '.')),
    ),
  );
  const [watts] = named;
  return named.size === 1 && watts !== undefined && watts > 0 ? watts : undefined;
}

const TYPE =
  /(?<!\p{L})(?:type|typ|tipo|tip|тип[аe]?|タイプ)[\s-]{1,2}([A-Z])(?![\p{L}\d'’])|(?<![\p{L}\d])([A-Z])(?:型|タイプ)/giu;
const PLUG_NEAR =
  /plug|socket|outlet|adapt|steck|prise|fiche|enchufe|clavija|spina|presa|tomada|plugue|вилк|розет|переход|stekker|stopcontact|stickkontakt|uttag|wtyczk|gniazd|fiş|priz|قابس|مقبس|فيش|محول|插|プラグ|コンセント|플러그|콘센트/iu;
/** USB has a type C too. */
const NOT_MAINS =
  /usb|cable|kabel|câble|cavo|cabo|кабел|kablo|(?<!\p{L})ports?(?!\p{L})|charg|laad|lade|carg|caric|заряд|şarj|شاحن|كابل|充电|充電|线|線|ケーブル|케이블|충전/iu;
const REGION = /\b(EU|US|UK|AU)[- ]?(?:plug|stecker|prise|enchufe|spina)/iu;

/** A plug a text names: its letter, and the region it is called by. */
export interface NamedPlug {
  /** As `normalPlug` gives it; null for a letter no plug has. */
  readonly plug: string | null;
  readonly written: string;
  readonly region?: string;
  readonly start: number;
  readonly end: number;
}

const lastWords = (text: string): string => text.trim().split(/\s+/u).slice(-2).join(' ');
const firstWords = (text: string): string => text.trim().split(/\s+/u).slice(0, 2).join(' ');

/** Plugs named by their letter beside a word of plugs, or by their region; USB and the verb "type" are neither. */
export function plugIn(text: string, { isQuery }: { readonly isQuery: boolean }): NamedPlug | null {
  for (const match of text.matchAll(TYPE)) {
    const letter = match[1] ?? match[2] ?? '';
    const [start, end] = [match.index, match.index + match[0].length];
    const before = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(end, end + 24);
    if (NOT_MAINS.test(`${lastWords(before)} | ${firstWords(after)}`)) continue;
    // Typed into the converter "type g" needs no more words.
    const isNear = PLUG_NEAR.test(`${lastWords(before)} | ${firstWords(after)}`);
    if (!isNear && !(isQuery && !/^\s+\p{Ll}{2,}/u.test(after.replace(/^\s+(?:to|in|for|nach|en|à)(?!\p{L})/u, ''))))
      continue;
    // "To type a plug name": small letters after the verb.
    if (letter === 'a' && /^\s+\p{L}/u.test(after) && !/^\s+(?:plug|socket|outlet|adapt)/iu.test(after)) continue;
    return { plug: normalPlug(letter), written: letter.toUpperCase(), start, end };
  }
  const named = REGION.exec(text);
  const region = named?.[1]?.toUpperCase();
  if (!named || !region) return null;
  return { plug: normalPlug(region), written: region, region, start: named.index, end: named.index + named[0].length };
}
