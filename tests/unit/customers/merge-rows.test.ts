import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatClock, tickClock, type HybridTime } from '@/utils/domain/customers/clock';
import { withFields } from '@/utils/domain/customers/clocked';
import { mergeRows } from '@/utils/domain/customers/merge-rows';
import { brandAs } from '@/utils/domain/ids';
import type { BuyerRow, NoteRow } from '@/utils/domain/records';
import { aHistory, aStep, playHistory } from './merging-history';
import { make, merge, stampAt, type AnyRow } from './merging-rows';

const RUNS = 10_000;
const PARTS = [1, 2, 3, 4, 5];

/** As `toEqual`, at a tenth of its cost as long as all is well. */
const expectSame = (found: AnyRow, wanted: AnyRow): void => {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted);
};

describe('merging rows of several machines', () => {
  test.each(PARTS)('does not depend on order, grouping or repetition (part %i)', () => {
    fc.assert(
      fc.property(aHistory, ({ table, machines, steps, pick }) => {
        const { versions } = playHistory(table, machines, steps);
        fc.pre(versions.length > 0);
        const [a, b, c] = pick.map((at) => versions[at % versions.length]!) as [AnyRow, AnyRow, AnyRow];
        const ab = merge(table, a, b);
        expectSame(merge(table, b, a), ab);
        expectSame(merge(table, ab, c), merge(table, a, merge(table, b, c)));
        expectSame(merge(table, ab, b), ab);
        expectSame(merge(table, ab, ab), ab);
      }),
      { numRuns: RUNS / PARTS.length },
    );
  });

  test('brings all machines to the same row, in whatever order they hear of each other', () => {
    fc.assert(
      fc.property(aHistory, fc.infiniteStream(fc.nat()), ({ table, machines, steps }, order) => {
        const { versions, copies } = playHistory(table, machines, steps);
        fc.pre(copies.length > 0);
        const all = (rows: readonly AnyRow[]): AnyRow => {
          const [first, ...rest] = rows;
          return rest.reduce((sum, row) => merge(table, sum, row), merge(table, first!, first!));
        };
        const inOrder = all(copies);
        const shuffled = [...copies, ...versions]
          .map((row) => ({ row, at: order.next().value }))
          .sort((one, other) => one.at - other.at)
          .map(({ row }) => row);
        // What a machine has replaced since adds nothing to what it holds now.
        const isOwnReplaced = table === 'contacts' || steps.some(({ kind }) => ['remake', 'forget'].includes(kind));
        expectSame(all(isOwnReplaced ? [...copies].reverse() : shuffled), inOrder);
      }),
      { numRuns: RUNS / 5 },
    );
  });

  test('lets a tag stand exactly when its last mark is on', () => {
    const tagSteps = fc.array(
      aStep.map((step) => ({ ...step, kind: step.kind === 'sync' ? ('sync' as const) : ('tag' as const) })),
      { minLength: 3, maxLength: 16 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), tagSteps, (machines, steps) => {
        const { versions, copies } = playHistory('buyers', machines, steps);
        fc.pre(copies.length > 0);
        const last = new Map<string, { readonly hlc: string; readonly on: 0 | 1 }>();
        for (const row of versions as readonly BuyerRow[]) {
          for (const [tag, mark] of Object.entries(row.tagMarks ?? {}))
            if ((last.get(tag)?.hlc ?? '') < mark.hlc) last.set(tag, mark);
        }
        const merged = copies.reduce((sum, row) => merge('buyers', sum, row)) as BuyerRow;
        expect([...merged.tags].sort()).toEqual([...last].flatMap(([tag, { on }]) => (on === 1 ? [tag] : [])).sort());
      }),
      { numRuns: RUNS / 5 },
    );
  });

  test('loses no note of any machine, and brings back none that was deleted', () => {
    const noteStep = fc.record({
      machine: fc.nat(4),
      kind: fc.constantFrom('add', 'add', 'edit', 'delete', 'sync'),
      which: fc.nat(20),
      now: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), fc.array(noteStep, { maxLength: 25 }), (machines, steps) => {
        const desks = Array.from({ length: machines }, () => new Map<string, NoteRow>());
        const clocks: HybridTime[] = desks.map((_, at) => ({ millis: 0, counter: 0, node: `m${at}` }));
        const [written, deleted] = [new Set<string>(), new Set<string>()];
        const hear = (desk: Map<string, NoteRow>, notes: Iterable<NoteRow>): void => {
          for (const note of notes) {
            const own = desk.get(note.id);
            desk.set(note.id, own ? mergeRows('notes', own, note) : note);
          }
        };
        steps.forEach(({ machine, kind, which, now }, index) => {
          const desk = desks[machine % machines]!;
          const ticked = tickClock(clocks[machine % machines]!, now);
          if (!ticked.ok) throw new Error(ticked.error.kind);
          clocks[machine % machines] = ticked.value;
          const stamp = stampAt(formatClock(ticked.value), `m${machine % machines}`);
          const own = [...desk.values()].filter((note) => note.deleted === 0);
          const note = own[which % Math.max(1, own.length)];
          if (kind === 'sync') hear(desk, [...desks[which % machines]!.values()]);
          else if (kind === 'add') {
            const id = brandAs<'NoteId'>(`note-${index}`);
            written.add(id);
            desk.set(id, { ...make.notes(stamp, index), id });
          } else if (note && kind === 'edit') desk.set(note.id, withFields(note, { text: `edited ${index}` }, stamp));
          else if (note) {
            deleted.add(note.id);
            desk.set(note.id, { ...withFields(note, { text: '' }, stamp), ...stamp, deleted: 1 });
          }
        });
        const everybody = desks.map((desk) => [...desk.values()]);
        for (const desk of desks) for (const notes of everybody) hear(desk, notes);
        for (const desk of desks) {
          const live = [...desk.values()].filter((note) => note.deleted === 0);
          expect(live.map(({ id }) => id as string).sort()).toEqual(
            [...written].filter((id) => !deleted.has(id)).sort(),
          );
          expect(live.every(({ text }) => text !== '')).toBe(true);
          expect([...desk.values()].filter((note) => note.deleted === 1).every(({ text }) => text === '')).toBe(true);
        }
      }),
      { numRuns: RUNS / 5 },
    );
  });
});
