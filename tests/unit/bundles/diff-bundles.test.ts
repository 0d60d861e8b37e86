import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleSections, type BundleLine, type BundleRows, type BundleSection } from '@/utils/domain/bundles/bundle';
import { canonicalJson } from '@/utils/domain/bundles/canonical-json';
import { diffLines, planRow, type FieldPlan, type RowPlan } from '@/utils/domain/bundles/diff-bundles';
import { mergeLines } from '@/utils/domain/bundles/merge-bundles';
import { mergedForm, mergeLine } from '@/utils/domain/bundles/merge-section';
import { formatClock } from '@/utils/domain/customers/clock';
import { withFields, withPart } from '@/utils/domain/customers/clocked';
import { withTags } from '@/utils/domain/customers/tags';
import type { BuyerRow, NoteRow } from '@/utils/domain/records';
import { aHistory, playHistory } from '../customers/merging-history';
import { instant, stampAt } from '../customers/merging-rows';
import { clockAfter, lineOf, nowMs, wholeLines, wholeRows } from './every-row';

const seed = 20261122;

type AnyRow = BundleRows[BundleSection];
const plan = (section: BundleSection, local: AnyRow | undefined, incoming: AnyRow): RowPlan =>
  planRow(section, local as never, incoming as never);
const formOf = (section: BundleSection, row: AnyRow): string => canonicalJson(mergedForm(section, row as never));

const at = (minutes: number, machine: string) =>
  stampAt(formatClock({ millis: nowMs + minutes * 60_000, counter: 0, node: machine }), machine);
const note: NoteRow = { ...wholeRows.notes, ...at(-90, 'a'), born: at(-90, 'a').hlc, clocks: {} };
const { forgotten: _forgotten, ...wholeBuyer } = wholeRows.buyers;
const buyer: BuyerRow = {
  ...wholeBuyer,
  ...at(-90, 'a'),
  born: at(-90, 'a').hlc,
  clocks: {},
  tags: ['vip'],
  tagMarks: {},
};
const field = (name: string, { fields }: RowPlan): FieldPlan | undefined => fields.find((one) => one.field === name);

describe('planning an import of one row', () => {
  test('takes a row that is not there', () => {
    const found = planRow('notes', undefined, note);
    expect(found).toMatchObject({ kind: 'new', section: 'notes', id: note.id, isWritten: true });
    expect(found.merged).toEqual(mergedForm('notes', note));
    expect(field('text', found)).toMatchObject({ ours: undefined, theirs: note.text, merged: note.text });
  });

  test.each(bundleSections)('finds a row the same as itself: %s', (section) => {
    expect(plan(section, wholeRows[section], wholeRows[section])).toMatchObject({
      kind: 'same',
      fields: [],
      isWritten: false,
    });
  });

  test('names each field that changes, who changed it and when', () => {
    const theirs = withFields(note, { text: 'theirs', editedAt: instant(8) }, at(-10, 'b'));
    expect(planRow('notes', note, theirs)).toMatchObject({
      kind: 'changed',
      isWritten: true,
      fields: [
        { field: 'editedAt', ours: instant(4), theirs: instant(8), merged: instant(8) },
        {
          field: 'text',
          ours: note.text,
          theirs: 'theirs',
          merged: 'theirs',
          theirsAuthor: 'agent-b',
          theirsHlc: at(-10, 'b').hlc,
          isConflict: false,
        },
      ],
    });
  });

  test('does not know who changed a field when the row has changed since', () => {
    const theirs = withFields(withFields(note, { text: 'b' }, at(-20, 'b')), { editedAt: instant(8) }, at(-10, 'c'));
    expect(field('text', planRow('notes', note, theirs))).toMatchObject({
      theirsAuthor: undefined,
      theirsHlc: at(-20, 'b').hlc,
    });
  });

  test('keeps ours where it is newer, and says what theirs was', () => {
    const ours = withFields(note, { text: 'ours' }, at(-10, 'a'));
    const found = planRow('notes', ours, note);
    expect(found).toMatchObject({ kind: 'kept', isWritten: false });
    expect(field('text', found)).toMatchObject({ ours: 'ours', theirs: note.text, merged: 'ours', isConflict: false });
  });

  test('calls it a conflict when a field was changed on two machines and theirs wins', () => {
    const ours = withFields(note, { text: 'ours' }, at(-20, 'a'));
    const theirs = withFields(note, { text: 'theirs' }, at(-10, 'b'));
    expect(planRow('notes', ours, theirs)).toMatchObject({ kind: 'conflict', merged: { text: 'theirs' } });
    const other = planRow('notes', theirs, ours);
    expect(other).toMatchObject({ kind: 'kept', isWritten: false, merged: { text: 'theirs' } });
    expect(field('text', other)?.isConflict).toBe(true);
  });

  test.each([
    ['both wrote the same', 'theirs', at(-20, 'a')],
    ['both changes came from one machine', 'ours', at(-20, 'b')],
  ])('calls it no conflict when %s', (_, text, stamp) => {
    const ours = withFields(note, { text }, stamp);
    const theirs = withFields(note, { text: 'theirs' }, at(-10, 'b'));
    const found = planRow('notes', ours, theirs);
    expect(found.fields.some(({ isConflict }) => isConflict)).toBe(false);
    expect(found.isWritten).toBe(true);
  });

  test('writes a row of which only clocks change, although nothing is to be seen', () => {
    const theirs = withFields(withFields(note, { text: 'b' }, at(-20, 'b')), { text: note.text }, at(-10, 'b'));
    expect(planRow('notes', note, theirs)).toMatchObject({ kind: 'same', fields: [], isWritten: true });
  });

  test('shows tags and aliases one by one, and maps by their keys', () => {
    const tagged = withTags(buyer, { add: ['angry'], remove: ['vip'] }, at(-10, 'b'));
    const sized = withPart(tagged, { map: 'fields', name: 'size', value: '43' }, at(-9, 'b'));
    const theirs = withPart(sized, { map: 'fields', name: 'a.b', value: null }, at(-8, 'b'));
    const found = planRow('buyers', buyer, { ...theirs, aliases: [...theirs.aliases, 'case:9'] });
    expect(found.kind).toBe('changed');
    expect(found.fields.map(({ field: name, ours, merged }) => [name, ours, merged])).toEqual([
      ['aliases.case:9', undefined, 'case:9'],
      ['fields.a.b', 'c', undefined],
      ['fields.size', '42', '43'],
      ['tags.angry', undefined, 'angry'],
      ['tags.vip', 'vip', undefined],
    ]);
    expect(field('tags.vip', found)?.theirsHlc).toBe(at(-10, 'b').hlc);
    expect(field('fields.a.b', found)?.theirsHlc).toBe(at(-8, 'b').hlc);
  });

  test('finds a conflict about a tag', () => {
    const ours = withTags(
      withTags(buyer, { add: [], remove: ['vip'] }, at(-30, 'a')),
      { add: ['vip'], remove: [] },
      at(-20, 'a'),
    );
    const theirs = withTags(buyer, { add: [], remove: ['vip'] }, at(-10, 'b'));
    expect(planRow('buyers', ours, theirs)).toMatchObject({
      kind: 'conflict',
      fields: [{ field: 'tags.vip', ours: 'vip', theirs: undefined, merged: undefined, isConflict: true }],
    });
  });

  test('shows the values of a product by their names, although the card merges whole', () => {
    const theirs = { ...wholeRows.products, hlc: clockAfter(-1), values: { mains: '110 V', plug: 'A' } };
    expect(planRow('products', wholeRows.products, theirs)).toMatchObject({
      kind: 'changed',
      fields: [
        { field: 'values.mains', ours: '230 V', theirs: '110 V', merged: '110 V', isConflict: false },
        { field: 'values.plug', ours: undefined, theirs: 'A', merged: 'A', theirsAuthor: 'agent-n' },
      ],
    });
  });

  test('says when a tombstone comes in, also of a row we never had, and not twice', () => {
    const gone = { ...withFields(note, { text: '' }, at(-10, 'b')), deleted: 1 as const };
    const found = planRow('notes', note, gone);
    expect(found).toMatchObject({ kind: 'deleted', merged: { deleted: 1, text: '' } });
    expect(field('deleted', found)).toMatchObject({ ours: undefined, theirs: 1, merged: 1, theirsAuthor: 'agent-b' });
    expect(planRow('notes', undefined, gone).kind).toBe('deleted');
    expect(planRow('notes', found.merged, gone).kind).toBe('same');
    expect(planRow('notes', gone, note).kind).toBe('kept');
  });

  test('tells that a buyer is forgotten as a deletion', () => {
    const mark: BuyerRow = {
      ...at(-5, 'b'),
      key: buyer.key,
      aliases: ['hash:ab'],
      tags: [],
      archived: 0,
      lastSeen: instant(9),
      deleted: 1,
      forgotten: 1,
    };
    const found = planRow('buyers', buyer, mark);
    expect(found.kind).toBe('deleted');
    expect(field('displayName', found)).toMatchObject({ ours: buyer.displayName, merged: undefined });
    expect(planRow('buyers', mark, buyer)).toMatchObject({ kind: 'kept', merged: { forgotten: 1 } });
  });

  test('says when an order comes back', () => {
    const order = { ...wholeRows.orders, ...at(-90, 'a'), born: at(-90, 'a').hlc, clocks: {} };
    const gone = { ...order, ...at(-50, 'a'), deleted: 1 as const };
    const back = { ...order, ...at(-10, 'b'), clocks: { deleted: at(-10, 'b').hlc } };
    const found = planRow('orders', gone, back);
    expect(found).toMatchObject({ merged: { deleted: 0 }, isWritten: true });
    expect(found.fields).toMatchObject([{ field: 'deleted', ours: 1, theirs: undefined, merged: undefined }]);
  });
});

describe('planning, whatever the machines did', () => {
  const aPair = aHistory.map(({ table, machines, steps, pick }) => {
    const { versions } = playHistory(table, machines, steps);
    return { table, versions: pick.map((n) => versions[n % Math.max(1, versions.length)]) };
  });

  const forPairs = (check: (section: BundleSection, ours: AnyRow, theirs: AnyRow) => void): void =>
    fc.assert(
      fc.property(aPair, ({ table, versions: [ours, theirs] }) => {
        fc.pre(ours !== undefined && theirs !== undefined);
        check(table, ours, theirs);
      }),
      { seed, numRuns: 1_500 },
    );

  test('keeps what merging makes, and then finds nothing more to write', () => {
    forPairs((section, ours, theirs) => {
      const found = plan(section, ours, theirs);
      const merged: AnyRow = mergeLine<BundleSection>(section, ours, theirs);
      expect(canonicalJson(found.merged)).toBe(canonicalJson(merged));
      expect(found.isWritten).toBe(canonicalJson(merged) !== formOf(section, ours));
      const again = plan(section, found.merged, theirs);
      expect(again.isWritten).toBe(false);
      expect(['same', 'kept']).toContain(again.kind);
      expect(formOf(section, again.merged)).toBe(formOf(section, found.merged));
    });
  });

  test('is the same for a row and itself', () => {
    forPairs((section, ours) => {
      expect(plan(section, ours, ours)).toMatchObject({ kind: 'same', fields: [], isWritten: false });
    });
  });

  test('shows a change exactly where one is to be seen, and loses nothing of ours without saying so', () => {
    forPairs((section, ours, theirs) => {
      const { kind, fields, merged } = plan(section, ours, theirs);
      const changes = fields.filter((one) => canonicalJson([one.ours]) !== canonicalJson([one.merged]));
      expect(changes.length > 0).toBe(kind !== 'same' && kind !== 'kept');
      const said = diffLines([{ section, row: ours } as BundleLine], [{ section, row: merged } as BundleLine]);
      expect(said.flatMap((row) => row.fields.map((one) => one.field))).toEqual(changes.map((one) => one.field));
    });
  });

  test('finds the same conflicts from either side', () => {
    forPairs((section, ours, theirs) => {
      const conflicts = ({ fields }: RowPlan) =>
        fields.filter(({ isConflict }) => isConflict).map((one) => [one.field, one.merged]);
      expect(conflicts(plan(section, theirs, ours))).toEqual(conflicts(plan(section, ours, theirs)));
    });
  });
});

describe('comparing two lists of rows', () => {
  test('finds nothing between a list and itself, in whatever order', () => {
    expect(diffLines(wholeLines, [...wholeLines].reverse())).toEqual([]);
  });

  test('finds nothing between rows and what merging makes of them alone', () => {
    const asMade = lineOf('notes', { born: undefined, clocks: undefined });
    const lines = [...wholeLines.filter(({ section }) => !['buyers', 'notes'].includes(section)), asMade];
    const merged = mergeLines([lines]);
    expect(merged.some(({ row }) => 'born' in row && row.born === asMade.row.hlc)).toBe(true);
    expect(diffLines(lines, merged)).toEqual([]);
  });

  test('tells rows that came, went, changed or were deleted, in the order of writing', () => {
    const before = [
      lineOf('notes', { ...note }),
      lineOf('shops'),
      lineOf('overrides'),
      lineOf('promises', { deleted: 0 }),
      lineOf('products'),
    ];
    const after = [
      lineOf('products', { hlc: clockAfter(-1) }),
      lineOf('templates'),
      lineOf('promises', { deleted: 1 }),
      lineOf('shops', { name: 'Lampenhaus' }),
      lineOf('notes', { ...note }),
    ];
    const found = diffLines(before, after);
    expect(found.map(({ section, kind }) => [section, kind])).toEqual([
      ['shops', 'changed'],
      ['promises', 'deleted'],
      ['products', 'clocks'],
      ['templates', 'added'],
      ['overrides', 'removed'],
    ]);
    expect(found[0]).toEqual({
      section: 'shops',
      id: 'shop',
      kind: 'changed',
      fields: [{ field: 'name', before: 'Lampenladen', after: 'Lampenhaus' }],
    });
    expect(found[1]?.fields).toEqual([{ field: 'deleted', before: undefined, after: 1 }]);
    expect(found[2]?.fields).toEqual([]);
    expect(found[4]?.fields).toContainEqual({ field: 'reason', before: 'asked for', after: undefined });
  });
});
