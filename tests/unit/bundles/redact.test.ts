// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPseudonyms } from '@/utils/app/bundles/export-pseudonyms';
import {
  bundleSections,
  sharedSections,
  type BundleLine,
  type BundleSection,
  type Redaction,
} from '@/utils/domain/bundles/bundle';
import { createBundleReader } from '@/utils/domain/bundles/read-bundle';
import { isSectionOf, redactLine, travels, type Keyed } from '@/utils/domain/bundles/redact';
import { lineId, rowLine } from '@/utils/domain/bundles/write-bundle';
import { brandAs } from '@/utils/domain/ids';
import { bundleOf, headerFor, lineOf, nowMs, wholeLines, wholeRows } from './every-row';

const createdAt = brandAs<'Instant'>('2026-05-31T10:00:00.000Z');
const levels = ['no-names', 'statistics'] as const;

const redacted = (lines: readonly BundleLine[], level: Redaction, keyed: Keyed = createPseudonyms(createdAt)) =>
  lines.flatMap((line) => redactLine(line, level, keyed) ?? []);

const sectionsIn = (lines: readonly BundleLine[]): readonly BundleSection[] => [
  ...new Set(lines.map(({ section }) => section)),
];

/** The row of a section, redacted. */
const rowOf = (section: BundleSection, level: Redaction): unknown =>
  redacted(wholeLines, level).find((line) => line.section === section)?.row;

const read = (lines: readonly BundleLine[]) => {
  const reader = createBundleReader({ nowMs });
  const pushed = reader.push(bundleOf(lines, { ...headerFor(lines), origin: '', authorId: '' }));
  return pushed.ok ? reader.finish() : pushed;
};

/** Stands in every text that says who somebody is, and nowhere else. */
const MARK = 'QZXVé';

interface Texts {
  readonly name: string;
  readonly note: string;
  readonly order: string;
  readonly buyer: string;
  readonly free: string;
}

/** One row of each section, with these texts wherever a person, a page or a marketplace can have put them. */
const rowsWith = ({ name, note, order, buyer, free }: Texts): readonly BundleLine[] => {
  const [orderId, buyerKey] = [brandAs<'OrderId'>(order), brandAs<'BuyerKey'>(buyer)];
  const shopId = brandAs<'ShopId'>(`shop ${free}`);
  const own = { shopId, authorId: brandAs<'AgentId'>(name), origin: free };
  const about = { ...own, buyerKey, orderId };
  const { template } = wholeRows.templates;
  const reviewed = { status: { state: 'reviewed' as const, by: name, on: '2026-01-02' }, texts: { hello: 'Hello' } };
  return [
    lineOf('shops', { ...own, id: shopId, name, accountId: free, seenAs: [name, free], profile: { signature: name } }),
    lineOf('buyers', {
      ...own,
      key: buyerKey,
      aliases: [`order:${order}`, `buyer:${buyer}`],
      displayName: name,
      tags: [free],
      tagMarks: { [name]: { hlc: wholeRows.buyers.hlc, on: 0 } },
      clocks: { [`fields.${free}`]: wholeRows.buyers.hlc },
      fields: { [free]: note },
      joinedTo: brandAs<'BuyerKey'>(`other ${buyer}`),
    }),
    lineOf('orders', { ...about, id: `shop:${order}`, items: [{ title: 'Lamp', sku: 'L-1', variant: name }] }),
    lineOf('events', { ...about, id: `shop:claim:${order}`, eventId: `R ${order}`, reason: note.slice(0, 100) }),
    lineOf('notes', { ...own, id: brandAs<'NoteId'>(free), buyerKey, text: note }),
    lineOf('contacts', { ...about, id: free, kind: free }),
    lineOf('promises', { ...about, id: free, what: note }),
    lineOf('followUps', { ...about, id: `shop:late:${order}`, about: `shop:claim:${order}`, kind: name }),
    lineOf('entries', { ...own, id: free, text: note, product: name, reason: free }),
    lineOf('products', { ...own, id: free, values: { a: note, b: '230 V' }, authors: { b: 'returns' } }),
    lineOf('templates', {
      ...own,
      id: `T${free}`,
      template: { ...template, scope: { shops: [String(shopId)] }, languages: { en: reviewed } },
      tags: [free],
      reviews: { de: { by: name, on: '2026-01-02', print: free } },
    }),
    lineOf('overrides', { ...own, id: free, reason: note }),
  ];
};

const marked = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 12 }).map((text) => `${MARK}${text}`);
const texts: fc.Arbitrary<Texts> = fc.record({
  name: marked,
  note: marked,
  order: marked,
  buyer: marked,
  free: marked,
});

describe.each(levels)('a file at level %s', (level) => {
  test('holds no name, note, order number, buyer id or free text of the rows it was made of', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const lines = redacted(rowsWith(given), level);
        const text = JSON.stringify(lines) + lines.map(rowLine).join('');
        expect(lines.length).toBeGreaterThan(2);
        expect(text.toLowerCase()).not.toContain(MARK.toLowerCase());
        for (const one of Object.values(given)) expect(text).not.toContain(one);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  test('is read without a row left out, whatever stood in the rows', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const lines = redacted(rowsWith(given), level);
        const outcome = read(lines);
        expect(outcome).toMatchObject({ ok: true, value: { rejected: [] } });
        expect(outcome.ok && outcome.value.lines).toHaveLength(lines.length);
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  test('shares no id and no clock reading with the rows it was made of, nor with another file', () => {
    const lines = redacted(wholeLines, level);
    const before = new Set(wholeLines.map(lineId));
    const other = new Set(redacted(wholeLines, level).map(lineId));
    for (const line of lines) {
      expect(before).not.toContain(lineId(line));
      expect(other).not.toContain(lineId(line));
      const { hlc, authorId, origin } = line.row;
      expect(wholeLines.map(({ row }) => row.hlc)).not.toContain(hlc);
      expect([authorId, origin]).toEqual(['', '']);
      expect(Object.keys(line.row)).not.toEqual(expect.arrayContaining(['clocks']));
      expect(Object.keys(line.row)).not.toEqual(expect.arrayContaining(['born']));
    }
  });

  test('has no deletions: nobody has a row of that name', () => {
    const gone = bundleSections.map((section) => lineOf(section, { deleted: 1 } as never));
    expect(redacted(gone, level)).toEqual([]);
    expect(gone.filter((line) => travels(line, level))).toEqual([]);
  });

  test('is counted as it is written', () => {
    const lines = [...wholeLines, lineOf('templates', { id: 'marks-alone', template: undefined })];
    const keyed = createPseudonyms(createdAt);
    for (const line of lines) expect(redactLine(line, level, keyed) !== null).toBe(travels(line, level));
    for (const section of bundleSections)
      expect(sectionsIn(redacted(wholeLines, level)).includes(section)).toBe(isSectionOf(section, level));
  });

  test('names the same buyer and order alike in all rows', () => {
    const lines = redacted(wholeLines, level);
    const about = lines.map(({ row }) => row as { buyerKey?: string; orderId?: string });
    expect(new Set(about.flatMap(({ buyerKey }) => buyerKey ?? []))).toHaveProperty('size', 1);
    expect(new Set(about.flatMap(({ orderId }) => orderId ?? []))).toHaveProperty('size', 1);
  });
});

describe('without names', () => {
  test('everything but the notes is left', () => {
    expect(sectionsIn(redacted(wholeLines, 'no-names'))).toEqual(sharedSections.filter((one) => one !== 'notes'));
  });

  test('a record keeps its country, language, signals and days', () => {
    const { country, lang, signals } = wholeRows.buyers;
    expect(rowOf('buyers', 'no-names')).toEqual({
      key: expect.stringMatching(/^x[0-9a-f]{32}$/),
      shopId: expect.stringMatching(/^x/),
      authorId: '',
      origin: '',
      hlc: expect.any(String),
      deleted: 0,
      aliases: [],
      tags: [],
      archived: 0,
      firstSeen: '2026-01-02T00:00:00.000Z',
      lastSeen: '2026-01-03T00:00:00.000Z',
      country,
      lang,
      signals,
    });
  });

  test('a record that was joined still is, under its other name', () => {
    const keyed = createPseudonyms(createdAt);
    const root = lineOf('buyers', { key: brandAs<'BuyerKey'>('root'), joinedTo: '' });
    const lines = redacted([root, lineOf('buyers', { joinedTo: brandAs<'BuyerKey'>('root') })], 'no-names', keyed);
    expect(lines[1]?.row).toMatchObject({ joinedTo: lines[0] && lineId(lines[0]) });
  });

  test('an order keeps its days, what it was for and what it cost', () => {
    const { state, stateOn, orderedOn, deliveredOn, amount, country, reviewAskedOn } = wholeRows.orders;
    expect(rowOf('orders', 'no-names')).toMatchObject({
      ...{ state, stateOn, orderedOn, deliveredOn, amount, country, reviewAskedOn },
      items: [{ title: 'Lamp', productId: 'B01', sku: 'L-1', quantity: 2 }, { title: '' }],
    });
  });

  test('a follow-up is about the same claim as before', () => {
    const lines = redacted(wholeLines, 'no-names');
    const [event, followUp] = (['events', 'followUps'] as const).map((one) =>
      lines.find(({ section }) => section === one),
    );
    expect(followUp?.row).toMatchObject({ about: event && lineId(event), kind: 'late' });
  });

  test('what was chosen from a catalogue stays, what was worded does not', () => {
    expect(rowOf('promises', 'no-names')).toMatchObject({ what: 'refund', dueOn: '2026-02-01' });
    expect(rowOf('entries', 'no-names')).toMatchObject({ text: '', reason: 'damaged', count: 3 });
    expect(rowOf('entries', 'no-names')).not.toHaveProperty('product');
    expect(rowOf('products', 'no-names')).toMatchObject({ title: 'Lamp', values: { mains: '230 V' } });
    expect(rowOf('overrides', 'no-names')).toMatchObject({ rules: ['review.twice'], reason: '' });
  });

  test('own words stay under a name of their own, marks on shipped ones do not', () => {
    const row = rowOf('templates', 'no-names') as { id: string; template: { id: string } };
    expect(row).toMatchObject({ reviews: {}, template: { languages: { en: { status: { state: 'draft' } } } } });
    expect(row.template.id).toBe(row.id);
    const marks = lineOf('templates', { template: undefined });
    expect(redacted([marks], 'no-names')).toEqual([]);
  });
});

describe('statistics', () => {
  test('are orders, events and contacts by month, and nothing else', () => {
    expect(sectionsIn(redacted(wholeLines, 'statistics'))).toEqual(['orders', 'events', 'contacts']);
    expect(rowOf('orders', 'statistics')).toMatchObject({ orderedOn: '2026-01-01', deliveredOn: '2026-01-01' });
    expect(rowOf('orders', 'statistics')).not.toHaveProperty('reviewAskedOn');
    expect(rowOf('events', 'statistics')).toMatchObject({ at: '2026-01-01', kind: 'claim', stars: 4 });
    expect(rowOf('events', 'statistics')).not.toHaveProperty('dueAt');
    expect(rowOf('contacts', 'statistics')).toMatchObject({ at: '2026-01-01T00:00:00.000Z', kind: 'reply' });
  });
});

test('a file with everything holds the very rows', () => {
  const keyed = createPseudonyms(createdAt);
  for (const line of wholeLines) {
    expect(redactLine(line, 'full', keyed)).toBe(line);
    expect(travels({ ...line, row: { ...line.row, deleted: 1 } } as BundleLine, 'full')).toBe(true);
  }
});
