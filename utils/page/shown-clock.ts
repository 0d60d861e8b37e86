import { plain as plainDate } from './shown-date';

/** Latin digits, no direction marks, one kind of space, lower case. */
const plain = (text: string): string => plainDate(text).replace(/\s+/g, ' ').trim();

/** Words that pages use although browsers have others for their language. */
const OWN_WORDS: readonly (readonly [string, boolean])[] = [
  ['오전', false],
  ['오후', true],
  ['上午', false],
  ['下午', true],
  ['午前', false],
  ['午後', true],
];

/** Words for the halves of the day: whether one means the hours from noon on. */
const halvesByLang = new Map<string, ReadonlyMap<string, boolean>>();

function halvesOf(lang: string): ReadonlyMap<string, boolean> {
  const known = halvesByLang.get(lang);
  if (known) return known;
  const halves = new Map<string, boolean>(OWN_WORDS);
  for (const locale of [lang, 'en'].filter((tag) => Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0)) {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
    for (const hour of [9, 15]) {
      const word = format.formatToParts(Date.UTC(2026, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value;
      if (word) halves.set(plain(word), hour > 12);
    }
  }
  halvesByLang.set(lang, halves);
  return halves;
}

/** A time of day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/**
 * Reads the time of day in a text: `15:20`, `3:20 PM`, `오후 03:20`; nothing where it names none or an impossible one.
 *
 * @param lang Language of the page: its words for the halves of the day.
 */
export function shownClock(text: string, lang: string): Clock | undefined {
  const flat = plain(text);
  const match = /(?<![\d:.])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])/.exec(flat);
  if (!match) return undefined;
  const [shown, minute] = [Number(match[1]), Number(match[2])];
  const rest = flat.replace(match[0], ' ');
  const half = [...halvesOf(lang)].find(([word]) => rest.includes(word));
  if (shown > (half ? 12 : 23) || minute > 59) return undefined;
  return { hour: half ? (shown % 12) + (half[1] ? 12 : 0) : shown, minute };
}
