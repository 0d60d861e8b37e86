import type { Lang } from '../../ids';
import type { Fact, Facts } from '../draft';
import type { ReplyTemplate } from '../template';
import { sampleProductWords } from './sample-product-words';
import { sampleWords, type SampleWords } from './sample-words';

/** The day samples stand on where nobody says another, `YYYY-MM-DD`. */
export const SAMPLE_DAY = '2026-12-01';
/** An order number as each marketplace writes it. */
export const sampleOrderIds = { amazon: '302-4815926-7310482', aliexpress: '8194630275518264' } as const;

const DAY_MS = 86_400_000;
/** What stands for a text nobody has words for is cut here. */
const LONGEST_OTHER = 60;
/** No day, amount, number or id is longer, as it is written with a filter or without. */
const LONGEST_VALUE = 40;
/** What the filter `id` sets around a value in right-to-left text. */
const ISOLATES = 2;

/** How many days from today; every other date lies three days ahead. */
const DAYS_AHEAD: Readonly<Record<string, number>> = {
  shipDate: -5,
  deliveredOn: -2,
  lastScan: -3,
  dispatchDate: 1,
  cancelDate: 1,
  payBy: 1,
  updateDate: 2,
  invoiceDate: 2,
  promisedDate: 4,
  appointmentDate: 4,
  pickupBy: 6,
  deadlineDate: 7,
  newEta: 8,
  stockDate: 10,
  protectionEnd: 15,
  returnWindowEnd: 20,
};
const USUALLY_AHEAD = 3;

/** Numbers of days; every other one is three. */
const DAYS: Readonly<Record<string, string>> = { handlingDays: '2', bankDays: '5', transitDays: '8' };

const SHOP = 'Lumen & Co.';
const ANY_TEXT = 'A-12';

type Variable = ReplyTemplate['variables'][number];

/** The language of ours a tag belongs to; English for any other. */
const spoken = (lang: Lang): Lang => {
  const base = lang.split('-')[0] ?? lang;
  return Object.hasOwn(sampleWords, base) ? base : 'en';
};
const wordsOf = (lang: Lang): SampleWords => sampleWords[spoken(lang)]!;

const dayFrom = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** What texts are called that every template may ask for. */
function namedTexts(lang: Lang): Readonly<Record<string, string>> {
  const { country, amount: _amount, ...words } = wordsOf(lang);
  return {
    ...words,
    ...sampleProductWords[spoken(lang)]!,
    country: new Intl.DisplayNames([spoken(lang)], { type: 'region' }).of(country) ?? country,
    shopName: SHOP,
    model: 'XT-200',
    voltageRange: '100–240 V',
    plugType: 'C',
  };
}

const texts = new Map<Lang, Readonly<Record<string, string>>>();
const textsIn = (lang: Lang): Readonly<Record<string, string>> => {
  const known = texts.get(spoken(lang)) ?? namedTexts(lang);
  texts.set(spoken(lang), known);
  return known;
};

const own = (values: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

function textFor({ name, fallback, label }: Variable, lang: Lang): string {
  return own(textsIn(lang), name) ?? (fallback?.trim() || label?.trim() || ANY_TEXT).slice(0, LONGEST_OTHER);
}

function valueOf(variable: Variable, lang: Lang, about: { readonly today: string; readonly orderId: string }): string {
  const { name, type, choices } = variable;
  switch (type) {
    case 'text':
      return textFor(variable, lang);
    case 'date':
      return dayFrom(about.today, Object.hasOwn(DAYS_AHEAD, name) ? DAYS_AHEAD[name]! : USUALLY_AHEAD);
    case 'days':
      return own(DAYS, name) ?? '3';
    case 'number':
      return '2';
    case 'money':
      return wordsOf(lang).amount;
    case 'order-id':
      return about.orderId;
    case 'choice':
      return choices?.[0] ?? '';
  }
}

const COMMON: readonly Variable[] = [
  ...Object.keys(namedTexts('en')).map((name) => ({ name, type: 'text' as const, required: false })),
  ...Object.keys(DAYS_AHEAD).map((name) => ({ name, type: 'date' as const, required: false })),
  ...['handlingDays', 'bankDays', 'transitDays', 'refundDays'].map((name) => ({
    name,
    type: 'days' as const,
    required: false,
  })),
  ...['remedyDate', 'refundDate', 'caseDate'].map((name) => ({ name, type: 'date' as const, required: false })),
  { name: 'orderId', type: 'order-id', required: false },
  { name: 'refundAmount', type: 'money', required: false },
];

/**
 * Believable values for every variable of a template, or for those of ours without one, in the words of one language;
 * a language we have no words in gets English ones. Units: `today` is `YYYY-MM-DD`, every date is counted from it.
 */
export function sampleFacts(lang: Lang, template?: ReplyTemplate, today = SAMPLE_DAY): Facts {
  const marketplace = template?.scope.marketplaces?.[0] === 'aliexpress' ? 'aliexpress' : 'amazon';
  const about = { today, orderId: sampleOrderIds[marketplace] };
  const facts: Record<string, Fact> = { marketplace: { value: marketplace, source: 'page' } };
  for (const variable of template?.variables ?? COMMON)
    facts[variable.name] = { value: valueOf(variable, lang, about), source: 'agent' };
  return facts;
}

/**
 * How long the samples of one language are at most, by variable, without making them. Units: UTF-16 units; zero for a
 * name that `variables` does not hold.
 */
export function longestSamples(
  lang: Lang,
  variables: ReadonlyMap<string, ReplyTemplate['variables'][number]>,
): (name: string) => number {
  const named = textsIn(lang);
  return (name) => {
    const variable = variables.get(name);
    if (!variable) return 0;
    if (variable.type !== 'text' && variable.type !== 'choice') return LONGEST_VALUE;
    return Math.max(LONGEST_VALUE, (own(named, name)?.length ?? LONGEST_OTHER) + ISOLATES);
  };
}
