import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleSections, type BundleLine, type BundleSection } from '@/utils/domain/bundles/bundle';
import { canonicalJson } from '@/utils/domain/bundles/canonical-json';
import { mergeLines } from '@/utils/domain/bundles/merge-bundles';
import { compareLines, lineId } from '@/utils/domain/bundles/write-bundle';
import { brandAs, type BuyerKey, type OrderId } from '@/utils/domain/ids';
import type { BuyerRow, NoteRow } from '@/utils/domain/records';
import { instant, stampAt } from '../customers/merging-rows';
import { clockAfter, lineOf, wholeLines, wholeRows } from './every-row';

const seed = 20261122;
const textOf = (lines: readonly BundleLine[]): string => lines.map((line) => canonicalJson(line)).join('\n');

const keyOf = (n: number): BuyerKey => brandAs<'BuyerKey'>(`k${n}`);
const orderIdOf = (n: number): OrderId => brandAs<'OrderId'>(`30${n}-1`);

const live = (change: Partial<BuyerRow> = {}): BundleLine =>
  lineOf('buyers', { forgotten: undefined, joinedTo: undefined, clocks: {}, born: clockAfter(-90), ...change });

const mark = (key: BuyerKey, hlc = clockAfter(-5)): BundleLine => ({
  section: 'buyers',
  row: {
    ...stampAt(hlc, 'm'),
    ...{ key, aliases: ['hash:x'], tags: [], archived: 0, lastSeen: instant(9), forgotten: 1, deleted: 1 },
  },
});

const sectionsOf = (lines: readonly BundleLine[]): readonly BundleSection[] => lines.map(({ section }) => section);

/** Rows of a few buyers as one machine holds them: some of each kind, in any state. */
const aLine: fc.Arbitrary<BundleLine> = fc
  .record({
    section: fc.constantFrom(...bundleSections),
    of: fc.nat(2),
    at: fc.nat(6),
    deleted: fc.constantFrom<0 | 1>(0, 0, 0, 1),
  })
  .map(({ section, of, at, deleted }) => {
    const change = {
      hlc: clockAfter(-20 + at),
      born: clockAfter(-30),
      deleted,
      authorId: brandAs<'AgentId'>(`a${at}`),
    };
    if (section === 'buyers') return live({ ...change, key: keyOf(of), displayName: `Name ${at}`, tags: [`t${at}`] });
    const { born: _born, ...plain } = change;
    const about = { id: `${section}:${of}`, ...('born' in wholeRows[section] ? change : plain) };
    const whose = 'buyerKey' in wholeRows[section] ? { buyerKey: keyOf(of), orderId: orderIdOf(of) } : {};
    const clocks = 'clocks' in wholeRows[section] ? { clocks: {} } : {};
    return lineOf(section, { ...about, ...whose, ...clocks });
  });

const aBundle = fc
  .array(aLine, { maxLength: 20 })
  .map((lines) => [...new Map(lines.map((line) => [`${line.section} ${lineId(line)}`, line])).values()]);

const forgetting = fc.subarray([0, 1, 2]).map((all) => all.map((n) => mark(keyOf(n))));
const aForgettingBundle = fc
  .tuple(aBundle, fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: forgetting }))
  .map(([lines, marks]) => [
    ...lines.filter((line) => !marks.some((one) => line.section === 'buyers' && lineId(one) === lineId(line))),
    ...marks,
  ]);
const bundles = fc.array(aForgettingBundle, { minLength: 1, maxLength: 4 });

describe('merging bundles', () => {
  test('holds every row once, in the order in which rows are written', () => {
    const merged = mergeLines([[...wholeLines].reverse(), wholeLines]);
    expect(sectionsOf(mergeLines([wholeLines.filter(({ section }) => section !== 'buyers')]))).toEqual(
      bundleSections.filter((section) => section !== 'buyers'),
    );
    expect([...merged].sort(compareLines)).toEqual(merged);
    expect(new Set(merged.map((line) => `${line.section} ${lineId(line)}`)).size).toBe(merged.length);
  });

  test('sorts ids by their text within a section', () => {
    const ids = ['b', 'a', 'Z', 'ä', 'a1'].map((id) => lineOf('products', { id }));
    expect(mergeLines([ids]).map(lineId)).toEqual(['Z', 'a', 'a1', 'b', 'ä']);
  });

  test('of nothing is nothing', () => {
    expect(mergeLines([])).toEqual([]);
    expect(mergeLines([[], []])).toEqual([]);
  });

  test('is the same in whatever order, and however often, bundles are given', () => {
    fc.assert(
      fc.property(bundles, fc.infiniteStream(fc.nat()), (all, order) => {
        const wanted = textOf(mergeLines(all));
        const shuffled = [...all, ...all]
          .map((lines) => ({ lines: [...lines].reverse(), at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ lines }) => lines);
        expect(textOf(mergeLines(shuffled))).toBe(wanted);
        expect(textOf(mergeLines([mergeLines(all), ...all]))).toBe(wanted);
        expect(textOf(mergeLines([mergeLines(all)]))).toBe(wanted);
      }),
      { seed, numRuns: 400 },
    );
  });

  test('is the same in whatever groups bundles are merged first', () => {
    fc.assert(
      fc.property(aForgettingBundle, aForgettingBundle, aForgettingBundle, (a, b, c) => {
        const wanted = textOf(mergeLines([a, b, c]));
        expect(textOf(mergeLines([mergeLines([a, b]), c]))).toBe(wanted);
        expect(textOf(mergeLines([a, mergeLines([b, c])]))).toBe(wanted);
      }),
      { seed, numRuns: 400 },
    );
  });

  test('writes a row that stands alone as if an older copy of it had been there', () => {
    const gone = lineOf('notes', { born: undefined, clocks: undefined, deleted: 1, text: 'secret' });
    const older = lineOf('notes', { ...gone.row, hlc: clockAfter(-80), deleted: 0 } as Partial<NoteRow>);
    const asMade = lineOf('promises', { born: undefined, clocks: undefined });
    const [alone] = mergeLines([[gone]]);
    expect(alone?.row).toMatchObject({ deleted: 1, text: '', clocks: { deleted: gone.row.hlc } });
    expect(mergeLines([[gone], [older]])[0]?.row).toMatchObject({ deleted: 1, text: '' });
    expect(mergeLines([[asMade]])[0]?.row).toMatchObject({ born: asMade.row.hlc });
    expect(Object.keys(mergeLines([[live({ facets: ['all'] })]])[0]!.row)).not.toContain('facets');
  });

  test('changes no bundle it was given', () => {
    const [a, b] = [wholeLines, [live(), mark(wholeRows.buyers.key)]];
    const before = textOf([...a, ...b]);
    mergeLines([a, b]);
    expect(textOf([...a, ...b])).toBe(before);
  });
});

describe('a buyer who is forgotten in one bundle', () => {
  const { key } = wholeRows.buyers;
  const about = bundleSections.filter((section) => 'buyerKey' in wholeRows[section]);

  test('leaves nothing but the mark in the other', () => {
    const others = wholeLines.filter(({ section }) => section !== 'buyers');
    const merged = mergeLines([[live(), ...others], [mark(key)]]);
    expect(about).toEqual(['orders', 'events', 'notes', 'contacts', 'promises', 'followUps', 'log']);
    expect(sectionsOf(merged)).toEqual(bundleSections.filter((one) => one === 'log' || !about.includes(one)));
    expect(merged.find(({ section }) => section === 'log')?.row).not.toHaveProperty('buyerKey');
    const [row] = merged.flatMap((line) => (line.section === 'buyers' ? [line.row] : []));
    expect(row).toEqual({ ...mark(key).row, aliases: ['hash:ab', 'hash:x'] });
  });

  test('stays forgotten whatever was written about them later', () => {
    const later = { hlc: clockAfter(10), born: clockAfter(9) };
    const merged = mergeLines([[mark(key)], [live(later), lineOf('notes', later)]]);
    expect(sectionsOf(merged)).toEqual(['buyers']);
    expect(merged[0]?.row).toMatchObject({ forgotten: 1, deleted: 1 });
  });

  test.each(about.filter((one) => one !== 'log'))(
    'loses rows of a bundle that does not know the buyer: %s',
    (section) => {
      expect(sectionsOf(mergeLines([[lineOf(section)], [mark(key)]]))).toEqual(['buyers']);
    },
  );

  test('loses events that nobody had connected, as long as one bundle holds the order', () => {
    const unconnected = { id: 'shop:refund:1', buyerKey: undefined };
    const [order, loose] = [lineOf('orders'), lineOf('events', unconnected)];
    const elsewhere = lineOf('events', { ...unconnected, shopId: brandAs<'ShopId'>('two') });
    expect(sectionsOf(mergeLines([[order], [mark(key)], [loose]]))).toEqual(['buyers']);
    expect(sectionsOf(mergeLines([[order], [mark(key)], [elsewhere]]))).toEqual(['buyers', 'events']);
    expect(sectionsOf(mergeLines([[lineOf('promises')], [mark(key)], [loose]]))).toEqual(['buyers']);
  });

  test('loses an event also where a copy does not say whose it is', () => {
    const review = { orderId: undefined, kind: 'review' } as const;
    const copies = [[lineOf('events', review)], [lineOf('events', { ...review, buyerKey: undefined })], [mark(key)]];
    expect(sectionsOf(mergeLines(copies))).toEqual(['buyers']);
  });

  test('takes nothing from others', () => {
    const others = wholeLines
      .filter(({ section }) => section !== 'buyers')
      .map((line) => ('buyerKey' in line.row ? { ...line, row: { ...line.row, buyerKey: keyOf(7) } } : line));
    const merged = mergeLines([[...(others as BundleLine[]), live({ key: keyOf(7) })], [mark(key)]]);
    expect(merged).toHaveLength(others.length + 2);
    expect(merged.find((line) => lineId(line) === 'k7')?.row).toMatchObject({ displayName: 'Zoë 😀', deleted: 0 });
  });
});

describe('the work log', () => {
  const { key } = wholeRows.buyers;
  const called = live({ displayName: 'Zoë Müller', aliases: ['order:304-7'] });
  const entry = lineOf('entries', { text: 'zoë müller waits for 304-7', clocks: {} });
  const entryOf = (lines: readonly BundleLine[]) =>
    lines.flatMap((line) => (line.section === 'entries' ? [line.row] : []))[0];

  test('loses the names of who is forgotten, at the moment of forgetting', () => {
    const merged = entryOf(mergeLines([[called], [entry], [mark(key)]]));
    expect(merged).toMatchObject({ text: '… waits for …', hlc: clockAfter(-5), clocks: { text: clockAfter(-5) } });
    expect(entryOf(mergeLines([[{ section: 'entries', row: merged! }], [entry]]))?.text).toBe('… waits for …');
  });

  test('loses them from words that were written later, and keeps those as late as they are', () => {
    const later = { text: 'Zoë Müller waits', hlc: clockAfter(-1), clocks: { text: clockAfter(-1) } };
    expect(entryOf(mergeLines([[called, lineOf('entries', later)], [mark(key)]]))).toMatchObject({
      ...later,
      text: '… waits',
    });
  });

  test('keeps its words where nobody is forgotten, and those of no name', () => {
    expect(entryOf(mergeLines([[called, entry]]))?.text).toBe('zoë müller waits for 304-7');
    const other = lineOf('entries', { text: 'Zoës Lampe', clocks: {} });
    expect(entryOf(mergeLines([[called, other], [mark(key)]]))).toMatchObject({
      text: 'Zoës Lampe',
      hlc: wholeRows.entries.hlc,
    });
  });

  test('of 5,000 entries loses 5,000 names in a moment', () => {
    const buyers = Array.from({ length: 5_000 }, (_, n) =>
      live({ key: keyOf(n), displayName: `Person Number${n}x`, aliases: [], fields: undefined }),
    );
    const entries = Array.from({ length: 5_000 }, (_, n) =>
      lineOf('entries', { id: `e${n}`, text: n === 17 ? 'for Person Number4711x' : 'Boxes are crushed', clocks: {} }),
    );
    const marks = buyers.map((line) => mark(lineId(line) as BuyerKey));
    const merged = mergeLines([buyers, entries, marks]);
    expect(
      merged.flatMap((line) => (line.section === 'entries' && line.row.text.includes('…') ? [lineId(line)] : [])),
    ).toEqual(['e17']);
  });
});
