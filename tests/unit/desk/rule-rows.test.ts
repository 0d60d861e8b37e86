import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeLines } from '@/utils/domain/bundles/merge-bundles';
import { checkRow } from '@/utils/domain/bundles/row-schemas';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import { noDeskRules } from '@/utils/domain/compliance/desk-rules';
import { isLocked, settingOf } from '@/utils/domain/compliance/desk/apply-desk';
import { lockId } from '@/utils/domain/compliance/desk/rule-row-id';
import { readRuleRows, rowsOfChange, type OwnDesk } from '@/utils/domain/compliance/desk/rule-rows';
import { formatClock } from '@/utils/domain/customers/clock';
import { brandAs, type AgentId } from '@/utils/domain/ids';
import type { RuleRow } from '@/utils/domain/records';

const agent = (name: string): AgentId => brandAs<'AgentId'>(name);
const [lead, other, me] = [agent('lead'), agent('other'), agent('me')];
const FIRST_MS = Date.parse('2026-01-01T00:00:00.000Z');
const clockAt = (at: number, node: string): string => formatClock({ millis: FIRST_MS + at, counter: 0, node });

const row = (id: string, author: AgentId, at: number, change: Partial<RuleRow> = {}): RuleRow => ({
  shopId: brandAs<'ShopId'>(''),
  authorId: author,
  hlc: clockAt(at, author),
  origin: author,
  deleted: 0,
  id,
  ...change,
});
const decided = (author: AgentId, at: number, severity: RuleRow['severity']) =>
  row('tone-blame', author, at, { ...(severity && { severity }) });
const locked = (author: AgentId, at: number, severity: RuleRow['severity'], change: Partial<RuleRow> = {}) =>
  row(lockId(author, 'tone-blame'), author, at, { lock: 'team', ...(severity && { severity }), ...change });

const seenBy = (self: AgentId, leads: readonly AgentId[], rows: readonly RuleRow[]) =>
  readRuleRows(rows, { self, leads: new Set(leads) });
const standing = (self: AgentId, leads: readonly AgentId[], rows: readonly RuleRow[]) => {
  const { desk } = seenBy(self, leads, rows);
  return [settingOf(desk, 'tone-blame')?.severity, isLocked(desk, 'tone-blame')];
};

describe('a lock', () => {
  const rows = [decided(other, 9, 'info'), locked(lead, 1, 'block')];

  test('of a lead holds against every later decision of others', () => {
    expect(standing(me, [lead], rows)).toEqual(['block', true]);
  });

  test('of somebody else is no lock, and says nothing about the rule', () => {
    expect(standing(me, [], rows)).toEqual(['info', false]);
    expect(standing(me, [other], rows)).toEqual(['info', false]);
  });

  test('keeps the decision of who has set it, who can change it', () => {
    expect(standing(lead, [], rows)).toEqual(['block', false]);
    expect(seenBy(lead, [], rows).locks).toEqual([{ rule: 'tone-blame', by: 'self', author: lead }]);
  });

  test('that came in a pack binds who has imported it as well', () => {
    expect(standing(me, [], [locked(me, 1, 'block', { lock: 'pack' })])).toEqual(['block', true]);
  });

  test('of the lead who locked last counts among several', () => {
    const both = [locked(lead, 1, 'block'), locked(other, 2, 'info')];
    expect(standing(me, [lead, other], both)).toEqual(['info', true]);
    expect(standing(me, [lead, other], [...both].reverse())).toEqual(['info', true]);
  });

  test('in a name that is not on the row is nobody’s', () => {
    expect(standing(me, [lead], [locked(lead, 1, 'block', { authorId: other })])).toEqual([undefined, false]);
    expect(checkRow('rules', locked(lead, 1, 'block', { authorId: other })).ok).toBe(false);
  });

  test('that is opened leaves the decision it held, whatever others have said meanwhile', () => {
    const known = new Map(rows.map((one) => [one.id, one]));
    const { base } = seenBy(lead, [], rows);
    const after: OwnDesk = { ...base, team: new Set() };
    const stamp = {
      shopId: brandAs<'ShopId'>(''),
      authorId: lead,
      hlc: clockAt(20, 'lead'),
      origin: 'lead',
      deleted: 0 as const,
    };
    const written = rowsOfChange({ rows: known, before: base, after, stamp, kept: new Set() });
    expect(written.map(({ id, deleted, severity }) => [id, deleted, severity])).toEqual([
      ['tone-blame', 0, 'block'],
      ['lock:lead:tone-blame', 1, undefined],
    ]);
    const all = new Map([...known, ...written.map((one) => [one.id, one] as const)]);
    expect(standing(me, [lead], [...all.values()])).toEqual(['block', false]);
  });
});

test('a desk holds no more own rules than it can write, those that are locked first', () => {
  const own = {
    title: 'X',
    why: '',
    alternative: '',
    words: ['x'],
    unless: [],
    severity: 'warn',
    marketplaces: [],
    langs: [],
  } as const;
  const many = Array.from({ length: 260 }, (_, n) => row(`own-${String(n).padStart(3, '0')}`, other, n, { own }));
  const { desk } = seenBy(me, [lead], [...many, row(lockId(lead, 'own-259'), lead, 1, { own, lock: 'team' })]);
  expect(desk.own).toHaveLength(200);
  expect(desk.own[0]).toMatchObject({ id: 'own-259', locked: true });
});

test('nothing is read where nothing is written', () => {
  expect(seenBy(me, [lead], []).desk).toEqual(noDeskRules);
});

const severities = fc.constantFrom<RuleRow['severity']>('block', 'warn', 'info');
const authors = fc.constantFrom(lead, other, me);
const aRow = fc
  .record({
    author: authors,
    at: fc.integer({ min: 0, max: 6 }),
    severity: severities,
    isLock: fc.boolean(),
    deleted: fc.constantFrom<0 | 1>(0, 0, 1),
  })
  .map(({ author, at, severity, isLock, deleted }): BundleLine => ({
    section: 'rules',
    row: deleted
      ? row(isLock ? lockId(author, 'tone-blame') : 'tone-blame', author, at, { deleted })
      : isLock
        ? locked(author, at, severity)
        : decided(author, at, severity),
  }));
const rowsIn = (lines: readonly BundleLine[]): readonly RuleRow[] =>
  lines.flatMap((line) => (line.section === 'rules' ? [line.row] : []));

describe('desks that hear the same rows', () => {
  test('in whatever order, grouping and repetition keep the same, and those that trust the same lead decide alike', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.array(aRow, { maxLength: 4 }), { maxLength: 5 })
          .chain((files) =>
            fc.tuple(
              fc.constant(files),
              fc.shuffledSubarray([...files, ...files], { minLength: files.length * 2, maxLength: files.length * 2 }),
            ),
          ),
        ([files, others]) => {
          // One desk hears file after file, the other all of them at once, each twice and in another order.
          const one = files.reduce<readonly BundleLine[]>((known, file) => mergeLines([known, file]), []);
          const two = mergeLines(others);
          expect(two).toEqual(one);
          expect(seenBy(me, [lead], rowsIn(two)).desk).toEqual(seenBy(me, [lead], rowsIn(one)).desk);
          const [mine, theirs] = [standing(me, [lead], rowsIn(one)), standing(agent('third'), [lead], rowsIn(two))];
          const isHeld = seenBy(me, [lead], rowsIn(one)).locks.some(({ by }) => by === 'lead');
          if (isHeld) expect(mine).toEqual(theirs);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
