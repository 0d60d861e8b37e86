import { Liquid } from 'liquidjs';
import type { Template as LiquidNode } from 'liquidjs';
import type { Lang } from '../ids';
import { LONGEST_SOURCE, scanLiquid, type LiquidProblem, type LiquidReading } from './liquid-grammar';
import { createRecent } from './recent';

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;
const RTL_LANGS = new Set(['ar', 'he', 'fa', 'ur']);
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

const SLOWEST_RENDER_MS = 1_000;
const MOST_MEMORY = 100_000;

// No file system and no templates by name: a text can only use what it is given. `scanLiquid` lets nothing else through;
// the limits here hold should it ever miss something.
const engine = new Liquid({
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  relativeReference: false,
  dynamicPartials: false,
  parseLimit: LONGEST_SOURCE,
  renderLimit: SLOWEST_RENDER_MS,
  memoryLimit: MOST_MEMORY,
});

const KEPT_TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'case']);

// Loops, files, assignments and what else the engine brings is gone before the first text is read; branches and ends are
// no tags of their own. Plain objects would still find `constructor` and the like in what they inherit.
for (const name of Object.keys(engine.tags)) if (!KEPT_TAGS.has(name)) delete engine.tags[name];
for (const name of Object.keys(engine.filters)) if (name !== 'default') delete engine.filters[name];
Object.setPrototypeOf(engine.tags, null);
Object.setPrototypeOf(engine.filters, null);

/** The key filters find the language under; no text can name it. */
const LANG_KEY = ' lang';

interface FilterContext {
  readonly context: { getSync(path: string[]): unknown };
}

const langOf = (context: FilterContext['context']): Lang => {
  const lang = context.getSync([LANG_KEY]);
  return typeof lang === 'string' ? lang : 'en';
};

engine.registerFilter('day', function (this: FilterContext, value: unknown) {
  return typeof value === 'string' ? daysWritten.get(`${langOf(this.context)} ${value}`, writeDay) : value;
});

// A day is a day everywhere: formatted in UTC, so that no time zone moves it.
/** How these languages write the first of a month; Intl writes a plain 1. */
const FIRST_OF_MONTH: Readonly<Record<Lang, string>> = { fr: '1er', it: '1º' };

const FORMATS = 64;
// Formatting a day takes longer than all the rest of a sentence, and the same days come again and again.
const daysWritten = createRecent<string, string>(FORMATS * 4);
const dayFormats = createRecent<Lang, Intl.DateTimeFormat>(FORMATS);
const dayFormat = (lang: Lang): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });

/** The day of a key, which is a language and a value with a space between; what is no day stays as it is. */
function writeDay(key: string): string {
  const lang = key.slice(0, key.indexOf(' '));
  const value = key.slice(lang.length + 1);
  const day = parseDay(value);
  if (!day) return value;
  const parts = dayFormats.get(lang, dayFormat).formatToParts(day);
  const first = day.getUTCDate() === 1 ? FIRST_OF_MONTH[lang] : undefined;
  return parts.map(({ type, value: part }) => (type === 'day' ? (first ?? part) : part)).join('');
}

const moneyFormats = createRecent<string, Intl.NumberFormat>(FORMATS);
const moneyFormat = (key: string): Intl.NumberFormat => {
  const [lang, currency] = key.split(' ');
  return new Intl.NumberFormat(lang, { style: 'currency', currency: currency! });
};

engine.registerFilter('money', function (this: FilterContext, value: unknown) {
  const match = typeof value === 'string' ? MONEY.exec(value) : null;
  if (!match) return value;
  return moneyFormats.get(`${langOf(this.context)} ${match[2]!}`, moneyFormat).format(Number(match[1]));
});

// Order and tracking numbers would be torn apart by the bidi algorithm inside right-to-left text.
engine.registerFilter('id', function (this: FilterContext, value: unknown) {
  const needsIsolate = typeof value === 'string' && value !== '' && RTL_LANGS.has(langOf(this.context));
  return needsIsolate ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value;
});

/** A text ready to be filled, with the variables it asks for. */
export interface ParsedText {
  readonly nodes: LiquidNode[];
  readonly variables: readonly string[];
}

// A thread shows some hundred sentences in two languages; an editor reads a text per key. An import reads tens of thousands
// once each: to keep more of them would only be work for the garbage collector.
const READ_TEXTS = 512;
/** Longer ones are so few that reading them again costs less than keeping them. Units: UTF-16 units. */
const LONGEST_KEPT = 1_000;
const PARSED_TEXTS = 2_000;

const readTexts = createRecent<string, ReturnType<typeof scanLiquid>>(READ_TEXTS);
const parsedTexts = createRecent<string, ParsedText | null>(PARSED_TEXTS);

const scanOnce = (text: string): ReturnType<typeof scanLiquid> =>
  text.length > LONGEST_KEPT ? scanLiquid(text) : readTexts.get(text, scanLiquid);

/** The first mistake of a Liquid text, or null when it can be used. */
export function problemIn(text: string): LiquidProblem | null {
  const scanned = scanOnce(text);
  return 'problem' in scanned ? scanned.problem : null;
}

/** What a Liquid text is made of; null when it can't be used. */
export function readLiquid(text: string): LiquidReading | null {
  const scanned = scanOnce(text);
  return 'reading' in scanned ? scanned.reading : null;
}

/** Reads a Liquid text once; null when it does not parse. */
export const parseText = (text: string): ParsedText | null =>
  text.length > LONGEST_SOURCE ? null : parsedTexts.get(text, parseFresh);

function parseFresh(text: string): ParsedText | null {
  const reading = scanLiquid(text);
  if ('problem' in reading) return null;
  try {
    return { nodes: engine.parse(text), variables: reading.reading.variables };
  } catch {
    // What passed the scan parses (a property test); a text that does not is left out like any other.
    return null;
  }
}

/** Fills a parsed text. Values are data: Liquid inside a value stays as it is written. */
export function fillText(parsed: ParsedText, lang: Lang, values: Readonly<Record<string, string>>): string {
  // Also those without a value by name: asked for an unknown `size`, the engine would count what it was given.
  const scope = Object.fromEntries(
    parsed.variables.map((name) => [name, Object.hasOwn(values, name) ? values[name] : undefined]),
  );
  return String(engine.renderSync(parsed.nodes, { ...scope, [LANG_KEY]: lang }));
}

/** A calendar day from `YYYY-MM-DD`, or null when there is no such day. */
export function parseDay(value: string): Date | null {
  const match = ISO_DAY.exec(value);
  if (!match) return null;
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return day.toISOString().startsWith(value) ? day : null;
}
