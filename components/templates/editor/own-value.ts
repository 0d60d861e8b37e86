import { parseDay } from '@/utils/domain/replies/liquid';
import { err, ok, type Result } from '@/utils/domain/result';
import type { Variable } from './editor-state';

/** Kinds of value a desk can add, in the order people are offered them. */
export const ownTypes = ['text', 'date', 'days', 'number', 'money', 'choice'] as const;

/** A value of the desk's own as it is typed in. */
export interface OwnValueDraft {
  readonly name: string;
  readonly type: Variable['type'];
  readonly label: string;
  /** Empty when there is none. */
  readonly fallback: string;
  /** One per line. */
  readonly choices: string;
  readonly required: boolean;
}

/** Why a value can't be used. */
export interface OwnValueProblem {
  readonly kind: 'no-label' | 'name' | 'taken' | 'reserved' | 'choices' | 'fallback';
}

/** Longest parts of a value. Units: UTF-16 units. */
export const valueLimits = { name: 40, label: 60, fallback: 200, choices: 400 } as const;

// Words of the template language, and what a reply's conditions are answered from: a value of that name would answer them.
const RESERVED = new Set(
  (
    'true false nil null empty blank and or not contains if elsif else endif unless case when for in lang tone ' +
    'marketplace orderState fulfilment overdue repeated'
  ).split(' '),
);
const NAME = /^[a-z][a-zA-Z0-9]*$/;
const CHOICE = /^[a-z][a-z-]*$/;
const NUMBER = /^\d+(?:[.,]\d+)?$/;
const MONEY = /^\d+(?:\.\d+)? [A-Z]{3}$/;

/** A value as it is typed in, from one that is there. */
export const draftOfValue = (variable: Variable, label: string): OwnValueDraft => ({
  name: variable.name,
  type: variable.type,
  label,
  fallback: variable.fallback ?? '',
  choices: (variable.choices ?? []).join('\n'),
  required: variable.required,
});

/**
 * A name for templates made of what people call a value: `giftCode` of "Gift code", `value` where no letter is left, with a
 * number when the name is given away.
 */
export function nameFromLabel(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/gu, 'ss')
    .split(/[^a-zA-Z0-9]+/u)
    .filter((word) => word !== '');
  const joined = words
    .map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))
    .join('')
    .replace(/^[0-9]+/u, '')
    .slice(0, valueLimits.name);
  const name = joined.charAt(0).toLowerCase() + joined.slice(1);
  const base = NAME.test(name) && !RESERVED.has(name) ? name : 'value';
  let free = base;
  for (let number = 2; taken.has(free); number += 1) free = `${base}${number}`;
  return free;
}

function fitsType(value: string, type: Variable['type'], choices: readonly string[]): boolean {
  switch (type) {
    case 'date':
      return parseDay(value) !== null;
    case 'days':
      return /^\d+(?:-\d+)?$/.test(value);
    case 'number':
      return NUMBER.test(value);
    case 'money':
      return MONEY.test(value);
    case 'choice':
      return choices.includes(value);
    case 'text':
    case 'order-id':
      return true;
  }
}

/** Reads a value of the desk's own. `taken` lists the names that are given away. Errors: which part does not do. */
export function readOwnValue(draft: OwnValueDraft, taken: ReadonlySet<string>): Result<Variable, OwnValueProblem> {
  const label = draft.label.trim();
  const name = draft.name.trim();
  const fallback = draft.fallback.trim();
  const choices = [...new Set(draft.choices.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  if (label === '') return err({ kind: 'no-label' });
  if (!NAME.test(name) || name.length > valueLimits.name) return err({ kind: 'name' });
  if (RESERVED.has(name)) return err({ kind: 'reserved' });
  if (taken.has(name)) return err({ kind: 'taken' });
  if (draft.type === 'choice' && (choices.length < 2 || !choices.every((choice) => CHOICE.test(choice))))
    return err({ kind: 'choices' });
  if (fallback !== '' && !fitsType(fallback, draft.type, choices)) return err({ kind: 'fallback' });
  return ok({
    name,
    type: draft.type,
    required: draft.required,
    label,
    ...(draft.type === 'choice' ? { choices } : {}),
    ...(fallback === '' ? {} : { fallback }),
  });
}
