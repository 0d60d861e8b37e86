import { describe, expect, test } from 'vitest';
import { evaluate } from '@/scripts/evaluate/convert';

const run = (input: object) => evaluate({ id: 'a', input });

describe('the convert task of evaluate', () => {
  test.each<[object, object]>([
    [
      { op: 'convert', category: 'shoes', audience: 'women', from: { system: 'UK', size: 5.5 }, to: 'EU' },
      { size: 39 },
    ],
    [
      { op: 'convert', category: 'shoes', audience: 'kids', from: { system: 'EU', size: 33 }, to: 'UK' },
      { size: '1Y' },
    ],
    [
      { op: 'convert', category: 'shoes', audience: 'kids', from: { system: 'UK', size: '1Y' }, to: 'EU' },
      { size: 33.5 },
    ],
    [{ op: 'convert', category: 'dress', gender: 'women', from: { system: 'US', size: 4 }, to: 'DE' }, { size: 34 }],
    [{ op: 'foot_to_mm', foot_in: 10 }, { mm: 254 }],
    [{ op: 'band', from: { system: 'UK', band: 34 }, to: 'EU' }, { band: 75 }],
    [{ op: 'band', underbust_cm: 76, to: 'EU' }, { band: 75 }],
    [{ op: 'measure', category: 'bra', underbust_cm: 75, bust_cm: 92, to: 'EU' }, { size: '75C' }],
    [{ op: 'unit', value: 100, from: 'degF', to: 'degC' }, { value: 37.777778 }],
    [
      { op: 'country_power', country: 'JP' },
      { plug_types: ['A', 'B'], voltages: [100], frequencies: [50, 60] },
    ],
    [
      { op: 'parse', text: 'US women 8', category: 'shoes' },
      { system: 'US', size: 8, audience: 'women' },
    ],
    [
      { op: 'parse', text: 'shoes in size 8', buyer_country: 'DE', category: 'shoes' },
      { system: 'UK', size: 8, ambiguous: true },
    ],
    [
      { op: 'parse', text: '180 cm 75 kg', category: 'clothing' },
      { height_cm: 180, weight_kg: 75 },
    ],
    [
      { op: 'parse', text: 'jeans 32x34', category: 'jeans' },
      { system: 'IN', size: 32, waist_in: 32, inseam_in: 34 },
    ],
    [{ op: 'parse', text: '38 arrived?', category: 'shoes' }, {}],
    [
      { op: 'compat', device: { plug: 'A', input: '120V 60Hz', kind: 'motor' }, country: 'DE' },
      { adapter: true, converter: true, warnings: ['frequency'] },
    ],
    [{ op: 'compat', device: {}, country: 'AQ' }, {}],
    [{ op: 'telepathy' }, {}],
  ])('%j', (input, output) => {
    expect(run(input)).toEqual({ id: 'a', output });
  });

  test('a line of another shape has an empty output', () => {
    expect(evaluate('x')).toEqual({ id: undefined, output: {} });
  });
});
