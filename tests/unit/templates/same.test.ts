import { expect, test } from 'vitest';
import { isSame } from '@/components/templates/editor/same';

test.each([
  ['the order of fields', { a: 1, b: [2] }, { b: [2], a: 1 }],
  ['a field without a value', { a: 1, b: undefined }, { a: 1 }],
  ['copies of lists', [[1], ['x']], [[1], ['x']]],
  ['nothing', null, null],
])('is the same whatever %s', (_what, a, b) => {
  expect(isSame(a, b)).toBe(true);
  expect(isSame(b, a)).toBe(true);
});

test.each([
  ['a word', { a: { b: 'x' } }, { a: { b: 'y' } }],
  ['the order of a list', ['a', 'b'], ['b', 'a']],
  ['a longer list', ['a'], ['a', 'b']],
  ['a list for an object', [], {}],
  ['nothing for an object', null, {}],
  ['one more field', { a: 1 }, { a: 1, b: 2 }],
  ['another function', () => 1, () => 1],
])('tells %s', (_what, a, b) => {
  expect(isSame(a, b)).toBe(false);
  expect(isSame(b, a)).toBe(false);
});
