import { err, ok, type Result } from '../result';
import { bundleLimits } from './bundle';
import { wellFormed } from './canonical-json';
import { isSafeKey } from './row-parts';

/** A template in forty languages has some two thousand values. */
const MOST_VALUES = 10_000;
const DEEPEST = 10;
/** One key alone may be as long as a line, and it would stand in every path below. Units: UTF-16 units. */
const LONGEST_KEY = 200;

interface Copying {
  left: number;
  /** First place that breaks a cap. */
  wrong: string | null;
}

const isWithin = (value: unknown, depth: number): boolean => {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return value.length <= bundleLimits.text;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.length <= bundleLimits.list;
  return value === null || typeof value === 'boolean' || typeof value === 'object';
};

const copied = (state: Copying, value: unknown, path: readonly string[]): unknown => {
  state.left -= 1;
  if (state.wrong !== null) return undefined;
  if (state.left < 0 || !isWithin(value, path.length)) {
    state.wrong = path.join('.');
    return undefined;
  }
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number') return value + 0;
  if (Array.isArray(value)) return value.map((part, at) => copied(state, part, [...path, String(at)]));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, part]) => isSafeKey(key) && part !== undefined);
  if (entries.length > bundleLimits.list || entries.some(([key]) => key.length > LONGEST_KEY)) {
    state.wrong = path.join('.');
    return undefined;
  }
  return Object.fromEntries(entries.map(([key, part]) => [wellFormed(key), copied(state, part, [...path, key])]));
};

/**
 * A copy of JSON that is safe to give to a reader without caps of its own: texts and lists within `bundleLimits`, at most
 * 10,000 values ten levels deep, finite numbers, keys of at most 200 UTF-16 units and none that
 * objects inherit.
 *
 * Errors: `invalid` with the first place that breaks a cap; empty for the value itself.
 */
export const ownData = (value: unknown): Result<unknown, { readonly kind: 'invalid'; readonly field: string }> => {
  const state: Copying = { left: MOST_VALUES, wrong: null };
  const copy = copied(state, value, []);
  return state.wrong === null ? ok(copy) : err({ kind: 'invalid', field: state.wrong });
};
