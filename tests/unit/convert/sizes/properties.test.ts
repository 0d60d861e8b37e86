import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { sizeTables } from '@/utils/catalog/sizes/size-tables';
import { sizeForBody } from '@/utils/domain/convert/sizes/body';
import { convertSize, systemsOf, targetsFor } from '@/utils/domain/convert/sizes/convert-size';
import { readLabel } from '@/utils/domain/convert/sizes/label';
import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import type { SizeAnswer, SizeCategory, SizeGiven } from '@/utils/domain/convert/sizes/size';
import type { RuleTable } from '@/utils/domain/convert/sizes/size-table';

const CATEGORIES: readonly SizeCategory[] = ['shoes', 'dress', 'top', 'jacket', 'jeans', 'inseam', 'shirt_collar', 'jp_letter_bust', 'letter', 'cn_label', 'kids', 'plus', 'bra', 'ring', 'hat', 'glove', 'belt', 'sock']; // prettier-ignore
const AUDIENCES: readonly (Audience | undefined)[] = ['women', 'men', 'kids', 'unisex', undefined];
const SYSTEMS = [...new Set(CATEGORIES.flatMap((category) => systemsOf(category, undefined, conversionTables)))];
const SEED = { seed: 20261122 };

const ask = (given: SizeGiven, to: string): SizeAnswer | null => {
  const answer = convertSize(given, to, conversionTables);
  return answer.ok ? answer.value : null;
};

const rules = sizeTables.filter((table): table is RuleTable => table.kind === 'rule');
/** A table, two of its systems, and a label of the first somewhere in its limits. */
const ruleCase = fc.constantFrom(...rules).chain((table) => {
  const names = Object.keys(table.systems).filter((name) => !table.systems[name]?.readOnly);
  return fc.record({
    table: fc.constant(table),
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    more: fc.integer({ min: 1, max: 6 }),
  });
});

type RuleCase = typeof ruleCase extends fc.Arbitrary<infer T> ? T : never;

/** The label at a part of the way between the limits of a system, on its step. */
function labelAt(
  { table, from }: RuleCase,
  part: number,
  steps = 0,
): { readonly label: string; readonly value: number } {
  const system = table.systems[from];
  const [low, high] = system?.limits ?? [0, 0];
  const step = system?.step ?? 1;
  const value = Math.min(high, low + (Math.round((part * (high - low)) / step) + steps) * step);
  return { label: String(Math.round(value * 1000) / 1000), value };
}

const givenBy = ({ table, from }: RuleCase, size: string): SizeGiven => {
  const audience = table.audiences?.[0];
  const category = table.categories.find((one): one is SizeCategory => !one.startsWith('bra_')) ?? 'shoes';
  return { category, system: from, size, ...(audience ? { audience } : {}) };
};

const placeOf = ({ table }: RuleCase, system: string, label: string): number =>
  readLabel(label, table.systems[system]?.style) ?? Number.NaN;

describe('for any input', () => {
  test('no text as size, system, target or brand throws or gives anything but a label', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...SYSTEMS), fc.constantFrom('34DD', '5½', '170/92A', '5-6 y', '٣٨', '３８', '-1', '0', '1/0', '7 1/8', 'XXL', 'NaN', 'constructor', '__proto__')); // prettier-ignore
    fc.assert(
      fc.property(
        fc.constantFrom(...CATEGORIES),
        fc.constantFrom(...AUDIENCES),
        fc.record({ system: text, size: text, to: text, brand: text }),
        (category, audience, { system, size, to, brand }) => {
          const answer = convertSize(
            { category, system, size, brand, ...(audience ? { audience } : {}) },
            to,
            conversionTables,
          );
          if (!answer.ok) return;
          const shown = [answer.value.size, ...(answer.value.range ?? [])].join(' ');
          expect(shown).not.toMatch(/NaN|undefined|Infinity|^\s*$/);
        },
      ),
      { ...SEED, numRuns: 5000 },
    );
  }, 30_000);

  test('no measures of a body throw or give NaN', () => {
    const cm = fc.option(fc.double({ min: -50, max: 400 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.constantFrom(...CATEGORIES),
        fc.constantFrom(...AUDIENCES),
        fc.constantFrom(...SYSTEMS),
        fc.record({ heightCm: cm, weightKg: cm, footCm: cm, chestCm: cm, waistCm: cm, underbustCm: cm, bustCm: cm }),
        (category, audience, to, measured) => {
          const known = Object.fromEntries(Object.entries(measured).filter(([, value]) => value !== undefined));
          const answer = sizeForBody(known, { category, to, ...(audience ? { audience } : {}) }, conversionTables);
          if (answer.ok) expect([answer.value.size, ...(answer.value.range ?? [])].join()).not.toMatch(/NaN|undefined/);
        },
      ),
      { ...SEED, numRuns: 1000 },
    );
  });
});

describe('every rule', () => {
  test('a size comes back within the range stated', () => {
    fc.assert(
      fc.property(ruleCase, (one) => {
        const { label, value } = labelAt(one, one.part);
        const there = ask(givenBy(one, label), one.to);
        if (!there) return;
        const step = one.table.systems[one.from]?.step ?? 1;
        const coarse = stepInLabels(one);
        const ends = [there.size, ...(there.range ?? [])].flatMap((size) => {
          const back = ask({ ...givenBy(one, size), system: one.to }, one.from);
          return back ? [back.size, ...(back.range ?? [])].map((label_) => placeOf(one, one.from, label_)) : [];
        });
        if (ends.length === 0) return;
        // Rounding to the coarser of the two systems, and up from a measured length, cannot be undone.
        const slack = Math.max(step, coarse) + 1e-6;
        const at = placeOf(one, one.from, label);
        if (Number.isNaN(at)) return;
        expect(value).not.toBeNaN();
        expect(at).toBeGreaterThanOrEqual(Math.min(...ends) - slack);
        expect(at).toBeLessThanOrEqual(Math.max(...ends) + slack);
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  test('a larger size is never a smaller one elsewhere', () => {
    fc.assert(
      fc.property(ruleCase, (one) => {
        const [less, more] = [labelAt(one, one.part), labelAt(one, one.part, one.more)];
        const [low, high] = [ask(givenBy(one, less.label), one.to), ask(givenBy(one, more.label), one.to)];
        if (!low || !high) return;
        const places = [placeOf(one, one.to, low.size), placeOf(one, one.to, high.size)] as const;
        if (places.some(Number.isNaN)) return;
        expect(places[1]).toBeGreaterThanOrEqual(places[0]);
      }),
      { ...SEED, numRuns: 1500 },
    );
  });

  test('the main value lies within its range', () => {
    fc.assert(
      fc.property(ruleCase, (one) => {
        const answer = ask(givenBy(one, labelAt(one, one.part).label), one.to);
        if (!answer?.range) return;
        const [low, main, high] = [answer.range[0], answer.size, answer.range[1]].map((size) =>
          placeOf(one, one.to, size),
        ) as [number, number, number];
        if ([low, main, high].some(Number.isNaN)) return;
        expect(main).toBeGreaterThanOrEqual(low);
        expect(main).toBeLessThanOrEqual(high);
      }),
      { ...SEED, numRuns: 1000 },
    );
  });
});

/** One label of the target in labels of the source. */
function stepInLabels({ table, from, to }: RuleCase): number {
  const [source, target] = [table.systems[from], table.systems[to]];
  return source && target ? ((target.step ?? 1) * source.line[0]) / target.line[0] : 1;
}

describe('what an answer shows', () => {
  test.each(CATEGORIES)('%s: usual systems and those of the buyer’s country have answers', (category) => {
    const known = systemsOf(category, undefined, conversionTables);
    const targets = targetsFor({ category, system: 'EU', size: '' }, { countries: ['GB', 'JP'] }, conversionTables);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(known).toContain(target);
  });
});
