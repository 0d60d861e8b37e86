import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleSections, type BundleRows, type BundleSection } from '@/utils/domain/bundles/bundle';
import { canonicalJson } from '@/utils/domain/bundles/canonical-json';
import { mergedForm, mergeLine } from '@/utils/domain/bundles/merge-section';
import { checkRow } from '@/utils/domain/bundles/row-schemas';
import type { OrderItem } from '@/utils/domain/orders';
import type { EntryRow, OrderRow } from '@/utils/domain/records';
import { clockAfter, wholeRows } from './every-row';

const seed = 20261122;
const RUNS = 900;

type AnySection = BundleSection;
type AnyRow = BundleRows[AnySection];

const merge = (section: AnySection, a: AnyRow, b: AnyRow): AnyRow => mergeLine(section, a as never, b as never);
const textOf = (row: AnyRow): string => canonicalJson(row);

/** Few readings, so that copies often have the same one for different values, as no honest machine would make them. */
const aClock = fc.constantFrom(...[-9, -8, -7, -6].flatMap((at) => [clockAfter(at), clockAfter(at, 1)]));

const optional: { readonly [S in BundleSection]: readonly string[] } = {
  shops: ['accountId', 'seenAs', 'profile'],
  buyers: ['displayName', 'country', 'lang', 'byHand', 'tagMarks', 'firstSeen', 'fields', 'signals', 'joinedTo'],
  orders: ['state', 'stateOn', 'deliveredOn', 'country', 'amount'],
  events: ['eventId', 'buyerKey', 'stars', 'state', 'reason', 'amount'],
  notes: ['editedAt'],
  contacts: ['orderId', 'lang'],
  promises: ['orderId'],
  followUps: ['about', 'since', 'until', 'snoozedTo', 'doneAt'],
  entries: ['product', 'reason'],
  products: ['sku', 'productId', 'authors'],
  templates: ['template', 'tags'],
  overrides: [],
  rules: ['severity', 'off'],
  agents: [],
  settings: [],
  mutes: [],
  templateVersions: [],
  templateEdits: [],
  log: ['buyerKey'],
};
/** Another value for some fields; the fields of the sample have the first one. */
const otherwise: { readonly [S in BundleSection]: Readonly<Record<string, unknown>> } = {
  shops: { name: 'Lampenhaus', seenAs: ['Haus'] },
  buyers: {
    aliases: ['order:2', 'hash:cd'],
    displayName: 'Zoe',
    country: 'FR',
    tags: ['angry', 'vip'],
    fields: { colour: 'red' },
    signals: { sample: '2026-02-03' },
    lastSeen: '2026-03-01T00:00:00.000Z',
    firstSeen: '2026-01-01T00:00:00.000Z',
    archived: 1,
    joinedTo: 'k2',
  },
  orders: { state: 'delivered', items: [{ quantity: 3, title: 'Lamp' }], buyerKey: 'k2', deliveredOn: '2026-01-06' },
  events: { state: 'closed', stars: 1, buyerKey: 'k2' },
  notes: { text: 'Other words', buyerKey: 'k2' },
  contacts: { kind: 'proactive', lang: 'de' },
  promises: { what: 'parcel', done: 0 },
  followUps: { done: 0, dueAt: '2026-03-01T00:00:00.000Z' },
  entries: { text: 'Boxes are wet', product: 'Shade', count: 5 },
  products: { title: 'Shade', values: { mains: '110 V', plug: 'A' } },
  templates: { off: 0, tags: [] },
  overrides: { reason: 'urgent', rules: [] },
  rules: { severity: 'info', off: undefined },
  agents: { initials: 'ZZ' },
  settings: { value: 'fr' },
  mutes: { reason: 'no need' },
  templateVersions: { at: '2026-03-01T00:00:00.000Z' },
  templateEdits: { text: 'Guten Tag' },
  log: { what: 'message.overridden' },
};

const aSection = fc.constantFrom(...bundleSections);

/** A copy of the section's row as any file may bring it: fields missing, changed, with clocks that fit to nothing. */
const aCopy = (section: BundleSection): fc.Arbitrary<AnyRow> => {
  const {
    clocks: _clocks,
    born: _born,
    forgotten: _forgotten,
    ...whole
  } = wholeRows[section] as never as Record<string, unknown>;
  const isClocked = 'born' in wholeRows[section];
  const others = Object.keys(otherwise[section]);
  const parts = section === 'buyers' ? ['fields.size', 'fields.colour', 'signals.sample'] : [];
  const fields = [...Object.keys(whole), ...parts].filter(
    (name) => !['id', 'key', 'shopId', 'authorId', 'hlc', 'origin'].includes(name),
  );
  return fc
    .record({
      hlc: aClock,
      author: fc.constantFrom('agent-a', 'agent-b'),
      gone: fc.subarray([...optional[section]]),
      changed: fc.subarray(others),
      deleted: fc.constantFrom<0 | 1>(0, 0, 0, 1),
      forgotten: fc.constantFrom(...Array.from({ length: 8 }, (_, at) => at === 0)),
      born: fc.option(aClock, { nil: undefined }),
      clocks: fc.dictionary(fc.constantFrom(...fields), aClock, { maxKeys: 5 }),
      marks: fc.dictionary(fc.constantFrom('vip', 'angry'), fc.record({ hlc: aClock, on: fc.constantFrom(0, 1) })),
      isBackwards: fc.boolean(),
    })
    .map(({ hlc, author, gone, changed, deleted, forgotten, born, clocks, marks, isBackwards }) => {
      const lasts = ['agents', 'settings', 'log'].includes(section);
      const row: Record<string, unknown> = { ...whole, hlc, authorId: author, deleted: lasts ? 0 : deleted };
      for (const name of changed) row[name] = otherwise[section][name];
      for (const name of gone) delete row[name];
      if (isClocked) Object.assign(row, { clocks }, born === undefined ? {} : { born });
      if (section === 'buyers') Object.assign(row, { tagMarks: marks }, forgotten ? { forgotten: 1, deleted: 1 } : {});
      return (isBackwards ? backwards(row) : row) as AnyRow;
    });
};

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, backwards(part)] as const);
  return Object.fromEntries(entries.reverse());
};

const threeCopies = aSection.chain((section) =>
  fc.tuple(fc.constant(section), aCopy(section), aCopy(section), aCopy(section)),
);

describe('merging two copies of a row', () => {
  test('starts from rows that bundles may hold', () => {
    fc.assert(
      fc.property(threeCopies, ([section, row]) => {
        expect(checkRow(section, row)).toMatchObject({ ok: true });
      }),
      { seed, numRuns: 500 },
    );
  });

  test.each(bundleSections)('does not depend on the order of copies: %s', (section) => {
    fc.assert(
      fc.property(aCopy(section), aCopy(section), (a, b) => {
        expect(textOf(merge(section, b, a))).toBe(textOf(merge(section, a, b)));
      }),
      { seed, numRuns: RUNS / 3 },
    );
  });

  test.each(bundleSections)('does not depend on their grouping: %s', (section) => {
    fc.assert(
      fc.property(aCopy(section), aCopy(section), aCopy(section), (a, b, c) => {
        const wanted = textOf(merge(section, a, merge(section, b, c)));
        expect(textOf(merge(section, merge(section, a, b), c))).toBe(wanted);
      }),
      { seed, numRuns: RUNS },
    );
  });

  test.each(bundleSections)('does not depend on repetition: %s', (section) => {
    fc.assert(
      fc.property(aCopy(section), aCopy(section), (a, b) => {
        const both = merge(section, a, b);
        expect(textOf(merge(section, both, a))).toBe(textOf(both));
        expect(textOf(merge(section, both, both))).toBe(textOf(both));
        const form = mergedForm(section, a as never);
        expect(textOf(merge(section, form, b))).toBe(textOf(both));
      }),
      { seed, numRuns: RUNS / 3 },
    );
  });

  test('makes a row that a bundle carries without loss', () => {
    fc.assert(
      fc.property(threeCopies, ([section, a, b]) => {
        const both = merge(section, a, b);
        const read = checkRow(section, JSON.parse(textOf(both)));
        expect(read.ok && textOf(read.value)).toBe(textOf(both));
      }),
      { seed, numRuns: RUNS },
    );
  });

  test('breaks ties the same way whatever the order of keys', () => {
    fc.assert(
      fc.property(threeCopies, ([section, a, b]) => {
        expect(textOf(merge(section, backwards(a) as AnyRow, b))).toBe(textOf(merge(section, a, b)));
      }),
      { seed, numRuns: RUNS },
    );
  });
});

describe('values that were set at the same reading', () => {
  const order = { ...wholeRows.orders, clocks: {} };
  const withItem = (item: OrderItem): OrderRow => ({ ...order, items: [item] });

  test('are told apart by what they hold, not by the order in which it was written', () => {
    const other = withItem({ sku: 'S', title: 'A' });
    const [one, same] = [withItem({ title: 'A', quantity: 1 }), withItem({ quantity: 1, title: 'A' })];
    expect(mergeLine('orders', one, other)).toEqual(mergeLine('orders', same, other));
  });

  test('are compared as they are written: halves of characters are none', () => {
    const note = (text: string) => ({ ...wholeRows.notes, clocks: {}, text });
    expect(mergeLine('notes', note('a\ud800'), note('a\ud900')).text).toBe('a\ufffd');
  });
});

describe('rows without clocks of fields', () => {
  const product = wholeRows.products;
  const [early, late] = [clockAfter(-9), clockAfter(-8)];

  test('are taken whole from the later side', () => {
    const ours = { ...product, hlc: late, title: 'Ours', values: { mains: '230 V' } };
    const theirs = { ...product, hlc: early, title: 'Theirs', values: { plug: 'C' } };
    expect(mergeLine('products', ours, theirs)).toEqual(ours);
  });

  test('go by their text when clocks are alike', () => {
    const [a, b] = [
      { ...product, title: 'A' },
      { ...product, title: 'B' },
    ];
    expect(mergeLine('products', b, a)).toEqual(b);
  });

  test.each(['products', 'overrides'] as const)(
    'come back when they were made again after a deletion: %s',
    (section) => {
      const gone = { ...wholeRows[section], hlc: early, deleted: 1 as const };
      const again = { ...wholeRows[section], hlc: late };
      expect(merge(section, gone, again)).toEqual(again);
      expect(merge(section, { ...gone, hlc: late }, { ...again, hlc: early }).deleted).toBe(1);
    },
  );

  test('stay deleted where they are messages', () => {
    const gone = { ...wholeRows.contacts, hlc: early, deleted: 1 as const };
    expect(mergeLine('contacts', { ...wholeRows.contacts, hlc: late }, gone)).toEqual(gone);
  });
});

describe('rows with clocks of fields', () => {
  test('keep the later change of each field', () => {
    const note = { ...wholeRows.notes, born: clockAfter(-9), hlc: clockAfter(-7) };
    const ours = { ...note, text: 'ours', clocks: { text: clockAfter(-7) } };
    const theirs = { ...note, text: 'theirs', editedAt: note.createdAt, clocks: { editedAt: clockAfter(-6) } };
    expect(mergeLine('notes', ours, theirs)).toMatchObject({ text: 'ours', editedAt: note.createdAt });
  });

  test('leave what is worked out from other rows behind', () => {
    const buyer = { ...wholeRows.buyers, forgotten: undefined, facets: ['all'], recheckOn: '2026-01-01' };
    const merged = mergedForm('buyers', buyer);
    expect(Object.keys(merged)).not.toContain('facets');
    expect(Object.keys(merged)).not.toContain('recheckOn');
    expect(merged.displayName).toBe(buyer.displayName);
  });

  test('forget the words of a deleted entry, also when its copies were made at different times', () => {
    const [oldest, older, old] = [clockAfter(-9), clockAfter(-8), clockAfter(-7)];
    const { clocks: _clocks, ...entry } = wholeRows.entries;
    const at = (born: string): EntryRow => ({ ...entry, born, hlc: born });
    const { product: _product, reason: _reason, ...bare } = at(older);
    const deleted: EntryRow = { ...bare, text: '', deleted: 1, hlc: old, clocks: { deleted: old } };
    const wanted = mergeLine('entries', deleted, mergeLine('entries', at(older), at(oldest)));
    expect(mergeLine('entries', mergeLine('entries', deleted, at(older)), at(oldest))).toEqual(wanted);
    expect(wanted).toMatchObject({ deleted: 1, text: '' });
    expect(wanted.product).toBeUndefined();
  });
});
