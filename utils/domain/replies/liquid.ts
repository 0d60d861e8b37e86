import { Liquid } from 'liquidjs';
import type { Template as LiquidNode } from 'liquidjs';
import type { Lang } from '../ids';

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;
const RTL_LANGS = new Set(['ar', 'he', 'fa', 'ur']);
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

// No file system and no templates by name: a text can only use what it is given.
const engine = new Liquid({ strictFilters: true, ownPropertyOnly: true, templates: {}, relativeReference: false });

interface FilterContext {
  readonly context: { getSync(path: string[]): unknown };
}

const langOf = (context: FilterContext['context']): Lang => {
  const lang = context.getSync(['lang']);
  return typeof lang === 'string' ? lang : 'en';
};

// A day is a day everywhere: formatted in UTC, so that no time zone moves it.
engine.registerFilter('day', function (this: FilterContext, value: unknown) {
  const day = typeof value === 'string' ? parseDay(value) : null;
  return day ? writeDay(day, langOf(this.context)) : value;
});

/** How these languages write the first of a month; Intl writes a plain 1. */
const FIRST_OF_MONTH: Readonly<Record<Lang, string>> = { fr: '1er', it: '1º' };

function writeDay(day: Date, lang: Lang): string {
  const parts = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).formatToParts(day);
  const first = day.getUTCDate() === 1 ? FIRST_OF_MONTH[lang] : undefined;
  return parts.map(({ type, value }) => (type === 'day' ? (first ?? value) : value)).join('');
}

engine.registerFilter('money', function (this: FilterContext, value: unknown) {
  const match = typeof value === 'string' ? MONEY.exec(value) : null;
  if (!match) return value;
  return new Intl.NumberFormat(langOf(this.context), { style: 'currency', currency: match[2]! }).format(
    Number(match[1]),
  );
});

// Order and tracking numbers would be torn apart by the bidi algorithm inside right-to-left text.
engine.registerFilter('id', function (this: FilterContext, value: unknown) {
  const needsIsolate = typeof value === 'string' && value !== '' && RTL_LANGS.has(langOf(this.context));
  return needsIsolate ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value;
});

interface ParsedText {
  readonly nodes: LiquidNode[];
  readonly variables: readonly string[];
}

const parsedTexts = new Map<string, ParsedText | null>();

/** Reads a Liquid text once; null when it does not parse. */
export function parseText(text: string): ParsedText | null {
  const known = parsedTexts.get(text);
  if (known !== undefined) return known;
  const parsed = parseFresh(text);
  parsedTexts.set(text, parsed);
  return parsed;
}

function parseFresh(text: string): ParsedText | null {
  try {
    const nodes = engine.parse(text);
    return { nodes, variables: engine.globalVariablesSync(nodes) };
  } catch {
    // A text that does not parse is an expected property of an imported template; the caller leaves the template out.
    return null;
  }
}

/** Fills a parsed text. Values are data: Liquid inside a value stays as it is written. */
export function fillText(parsed: ParsedText, lang: Lang, values: Readonly<Record<string, string>>): string {
  return String(engine.renderSync(parsed.nodes, { ...values, lang }));
}

/** A calendar day from `YYYY-MM-DD`, or null when there is no such day. */
export function parseDay(value: string): Date | null {
  const match = ISO_DAY.exec(value);
  if (!match) return null;
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return day.toISOString().startsWith(value) ? day : null;
}
