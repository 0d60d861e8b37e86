import type { Lang } from '../../ids';
import type { Facts } from '../draft';
import type { ReplyTemplate } from '../template';
import { withoutBlanks } from './compact';
import { wordsOf } from './words';

/** What conditions ask about: words of ours, not of an order. */
const CONTROL = new Set(['marketplace', 'orderState', 'fulfilment', 'overdue', 'repeated', 'tone']);
/** A value of one sign is in every text. */
const SHORTEST = 2;

/** Where values are looked for. */
export interface ValuesContext {
  readonly template: ReplyTemplate;
  readonly lang: Lang;
  readonly facts: Facts;
  /** Words of the desk's own. */
  readonly known: string;
}

/**
 * Whether a value, or a word of one, still stands in a wording whose values were taken out: a name in another variable, a
 * month of a date that was changed by hand. Words that the template has anyway tell nothing.
 */
export function valuesLeft(words: string, { template, lang, facts, known }: ValuesContext): boolean {
  const choices = new Set(template.variables.filter(({ type }) => type === 'choice').map(({ name }) => name));
  const fresh = new Set(wordsOf(words));
  for (const word of wordsOf(known)) fresh.delete(word);
  const plain = withoutBlanks(words).toLowerCase();
  const plainKnown = withoutBlanks(known).toLowerCase();
  return Object.entries(facts).some(([name, { value, said }]) => {
    if (CONTROL.has(name) || choices.has(name)) return false;
    return [value, ...Object.values(said ?? {}), ...inWords(value, lang)].some((one) => {
      const whole = withoutBlanks(one).toLowerCase();
      if (whole.length >= SHORTEST && plain.includes(whole) && !plainKnown.includes(whole)) return true;
      return wordsOf(one).some((word) => word.length >= SHORTEST && fresh.has(word));
    });
  });
}

/** A day is also its month in words; what a filter makes of the rest has figures in it, which are looked for elsewhere. */
function inWords(value: string, lang: Lang): readonly string[] {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day)) return [];
  return (['long', 'short'] as const).map((month) =>
    new Intl.DateTimeFormat(lang, { month, weekday: month, timeZone: 'UTC' }).format(day),
  );
}
