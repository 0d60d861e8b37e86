import { useCallback, useLayoutEffect, useRef } from 'react';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const fieldOf = (value: object, field: string): unknown => (value as Readonly<Record<string, unknown>>)[field];

/**
 * Whether two values made of objects, lists and plain values say the same, whatever the order of their fields; fields without
 * a value do not count. Parts that are the very same are not looked into, so that a key costs what it changed.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((part: unknown, at) => isSame(part, b[at]));
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => isSame(fieldOf(a, field), fieldOf(b, field)));
}

/** The value before as long as the new one says the same: what is drawn from it is not drawn again. */
export function useSame<T>(value: T): T {
  const last = useRef(value);
  if (!isSame(last.current, value)) last.current = value;
  return last.current;
}

/** A function that stays the same one and always does what the latest one does; for events, not while drawing. */
export function useLatest<Args extends readonly unknown[], Answer>(act: (...args: Args) => Answer) {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args): Answer => latest.current(...args), []);
}
