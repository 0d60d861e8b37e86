import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, wellFormed } from '@/utils/domain/bundles/canonical-json';
import { lowestMedian } from '../../speed';

const seed = 20261122;

describe('canonical JSON', () => {
  it.each([
    [
      'keys in order at every depth',
      { b: 1, a: { d: [{ z: 1, y: 2 }], c: 2 } },
      '{"a":{"c":2,"d":[{"y":2,"z":1}]},"b":1}',
    ],
    ['keys by UTF-16 units, not by code points', { '\uffee': 1, '\u{1f600}': 2 }, '{"\u{1f600}":2,"\uffee":1}'],
    ['numbers as keys by their text', { 10: 1, 9: 2 }, '{"10":1,"9":2}'],
    ['no field that is undefined', { a: undefined, b: { c: undefined } }, '{"b":{}}'],
    ['null in place of what a list lacks', [undefined, 1], '[null,1]'],
    ['one zero', [-0, 0], '[0,0]'],
    ['large and small numbers', [1e21, 1.5e-7, 0.1], '[1e+21,1.5e-7,0.1]'],
    ['one line', 'a\nb\r\u2028', '"a\\nb\\r\u2028"'],
    ['U+FFFD for half a character', ['\ud83d', 'x\ude00y', '\u{1f600}'], '["\ufffd","x\ufffdy","\u{1f600}"]'],
    ['a backslash before ud as it is', '\\ud800', '"\\\\ud800"'],
    ['null, true and false', [null, true, false], '[null,true,false]'],
    ['a field called __proto__', JSON.parse('{"__proto__":{"b":1}}'), '{"__proto__":{"b":1}}'],
  ])('writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('keeps the later one of two names that become one, in the order of what is written', () => {
    expect(canonicalJson({ '\ud801': 'later', '\ud800': 'earlier', '\ue000': 'first' })).toBe(
      '{"\ue000":"first","\ufffd":"later"}',
    );
  });

  it.each([
    ['a number that is none', { a: [NaN] }],
    ['an endless number', Infinity],
    ['nothing', undefined],
    ['a function', { a: () => 1 }],
    ['a big integer', 1n],
    ['a date', { a: new Date(0) }],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('refuses what holds itself', () => {
    const knot: Record<string, unknown> = {};
    knot['self'] = [knot];
    expect(() => canonicalJson(knot)).toThrow(TypeError);
  });

  it('says the same of what was read again, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(text).not.toMatch(/\n/);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(backwards(value))).toBe(text);
      }),
      { seed },
    );
  });

  it('says the same of what went through UTF-8, also of halves of characters', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: halves }), fc.string({ unit: halves })), (value) => {
        const text = canonicalJson(value);
        expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { seed },
    );
  });

  it('leaves texts alone that are well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(wellFormed(text)).toBe(text);
      }),
      { seed },
    );
  });

  it('writes 10,000 rows of 600 bytes in 300 ms', () => {
    const row = {
      text: 'x'.repeat(300),
      ...Object.fromEntries(Array.from({ length: 18 }, (_, at) => [`field${at}`, 'v7'])),
    };
    const rows = Array.from({ length: 10_000 }, (_, at) => ({ ...row, id: `row-${at}` }));
    const run = (): number => rows.reduce((length, one) => length + canonicalJson(one).length, 0);
    expect(run()).toBeGreaterThan(5_500_000);
    expect(lowestMedian(run, 300, 3)).toBeLessThan(300);
  });
});

const halves = fc.constantFrom('a', '\ud800', '\udbff', '\udc00', '\udfff', '\ufffd', '\\', 'ud8');

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, backwards(part)]),
  );
};
