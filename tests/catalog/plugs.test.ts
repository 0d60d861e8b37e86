import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { PLUG_TYPES, plugFace, isPlugType, plugWords } from '@/components/convert/plugs/plug-faces';
import en from '@/public/locales/en/convert.json';
import zh from '@/public/locales/zh-CN/convert.json';
import plugs from '@/utils/catalog/plugs/plugs.json';
import { plugsSchema } from '@/utils/catalog/plugs/schema';
import { PLUG_AMPERE } from '@/utils/domain/convert/power/plug-fit';

const lines = (type: (typeof PLUG_TYPES)[number]) => plugFace(type).pins.filter(({ role }) => role === 'line');
const earth = (type: (typeof PLUG_TYPES)[number]) => plugFace(type).pins.filter(({ role }) => role === 'earth');

describe('plug faces', () => {
  test('have the shape the drawings read, one for each letter from A to O', () => {
    expect(v.safeParse(plugsSchema, plugs).issues).toBeUndefined();
    expect(Object.keys(plugs.plugs)).toEqual([...PLUG_TYPES]);
    expect(isPlugType('A') && !isPlugType('P') && !isPlugType('toString')).toBe(true);
  });

  test('carry the current the converter warns by', () => {
    for (const type of PLUG_TYPES) expect.soft(plugFace(type).ampere[0], type).toBe(PLUG_AMPERE[type]);
  });

  test('line and neutral stand side by side at the stated spacing', () => {
    for (const type of PLUG_TYPES) {
      const [left, right] = lines(type);
      expect.soft(lines(type), type).toHaveLength(2);
      expect.soft(left?.y, type).toBe(right?.y);
      expect.soft((right?.x ?? 0) - (left?.x ?? 0), type).toBeCloseTo(plugFace(type).spacing, 0);
    }
  });

  test('only A and C have no earth', () => {
    expect(PLUG_TYPES.filter((type) => earth(type).length === 0)).toEqual(['A', 'C']);
    for (const type of PLUG_TYPES) expect.soft(plugFace(type).earthed, type).toBe(earth(type).length > 0 ? 1 : 0);
  });

  // Distance of the earth contact from the line of the other two, in millimetres; downwards positive.
  test.each<[(typeof PLUG_TYPES)[number], number]>([
    ['B', 11.9],
    ['D', -22.2],
    ['E', -10],
    ['G', -22.2],
    ['H', 9.5],
    ['I', 14.3],
    ['J', 5],
    ['K', 13],
    ['L', 0],
    ['M', -28.6],
    ['N', 3],
    ['O', 11.9],
  ])('the earth of %s is %d mm off', (type, offset) =>
    expect((earth(type)[0]?.y ?? NaN) - (lines(type)[0]?.y ?? NaN)).toBeCloseTo(offset, 1),
  );

  test('no pin reaches over the drawing', () => {
    for (const type of PLUG_TYPES)
      for (const pin of plugFace(type).pins) {
        const reach = 'd' in pin ? pin.d / 2 : Math.max(pin.w, pin.h) / 2;
        expect.soft(Math.max(Math.abs(pin.x), Math.abs(pin.y)) + reach, type).toBeLessThan(plugFace(type).view / 2);
      }
  });

  test('are described in both languages', () => {
    for (const type of PLUG_TYPES) {
      expect.soft(plugWords(type)).toBe(`convert.plug.${type}`);
      expect.soft(en.plug[type]).toMatch(new RegExp(`^Type ${type}: .{20}`));
      expect.soft(zh.plug[type]).toMatch(new RegExp(`^${type} 型：.{7}`));
    }
  });
});
