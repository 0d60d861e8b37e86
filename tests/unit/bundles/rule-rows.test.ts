import { describe, expect, test } from 'vitest';
import { linesOfBackup } from '@/utils/domain/bundles/backup-lines';
import { redactLine, travels } from '@/utils/domain/bundles/redact';
import { checkRow } from '@/utils/domain/bundles/row-schemas';
import { rowTitle } from '@/utils/domain/bundles/row-title';
import { chosenRow } from '@/utils/domain/bundles/choose-side';
import { planRow } from '@/utils/domain/bundles/diff-bundles';
import type { AgentId, Instant } from '@/utils/domain/ids';
import type { RuleRow } from '@/utils/domain/records';
import { createPseudonyms } from '@/utils/app/bundles/export-pseudonyms';
import { clockAfter, lineOf, wholeRows } from './every-row';

const { own: _own, off: _off, severity: _severity, ...bare } = wholeRows.rules;
const words = wholeRows.rules.own;
const author = bare.authorId;

const read = (change: object): unknown => {
  const checked = checkRow('rules', { ...bare, id: 'fmt-emoji', ...change });
  return checked.ok ? checked.value : checked.error.field;
};

describe('a row of a rule', () => {
  test.each([
    ['a severity', { severity: 'block' }],
    ['a rule that is off', { off: 1 }],
    ['the switch', { id: 'holds-sending', on: 1 }],
    ['a lock on what was shipped', { id: `lock:${author}:fmt-emoji`, lock: 'pack' }],
    ['a lock on an own rule', { id: `lock:${author}:own-guarantee`, own: words, lock: 'team' }],
    ['a tombstone', { deleted: 1 }],
  ])('is taken: %s', (_name, row) => {
    expect(read(row)).toEqual({ ...bare, id: 'fmt-emoji', ...row });
  });

  test.each([
    ['an id that is no rule', 'id', { id: 'Bad Rule' }],
    ['an id every object has', 'id', { id: 'constructor' }],
    ['a lock on such an id', 'id', { id: `lock:${author}:constructor`, lock: 'team' }],
    ['a lock on the switch', 'id', { id: `lock:${author}:holds-sending`, lock: 'team', on: 1 }],
    ['a very long id', 'id', { id: `own-${'a'.repeat(61)}`, own: words }],
    ['a severity nobody knows', 'severity', { severity: 'fatal' }],
    ['a lock in the name of somebody else', 'authorId', { id: 'lock:somebody-else:fmt-emoji', lock: 'team' }],
    ['a decision that says it is a lock', 'lock', { severity: 'block', lock: 'team' }],
    ['a lock that says nothing of it', 'lock', { id: `lock:${author}:fmt-emoji` }],
    ['a kind of lock nobody knows', 'lock', { id: `lock:${author}:fmt-emoji`, lock: 'chain' }],
    ['own words of a shipped rule', 'own', { own: words }],
    ['the switch without a position', 'on', { id: 'holds-sending' }],
    ['a title that is too long', 'own.title', { id: 'own-x', own: { ...words, title: 'x'.repeat(81) } }],
    ['no title', 'own.title', { id: 'own-x', own: { ...words, title: ' \u0000 ' } }],
    [
      'ten thousand words',
      'own.words',
      { id: 'own-x', own: { ...words, words: Array.from({ length: 10_000 }, String) } },
    ],
    [
      '61 words',
      'own.words',
      { id: 'own-x', own: { ...words, words: Array.from({ length: 61 }, (_, n) => `w${n}x`) } },
    ],
    ['a word that finds nothing', 'own.words', { id: 'own-x', own: { ...words, words: ['***'] } }],
    ['a word that is none', 'own.words.0', { id: 'own-x', own: { ...words, words: [7] } }],
    ['an own severity nobody knows', 'own.severity', { id: 'own-x', own: { ...words, severity: 'fatal' } }],
    ['own words that are a list', 'own', { id: 'own-x', own: [] }],
  ])('is left out with %s', (_name, field, row) => {
    expect(read(row)).toBe(field);
  });

  test('has the fields of its kind alone', () => {
    expect(read({ id: 'holds-sending', on: 0, severity: 'block', off: 1 })).toEqual({
      ...bare,
      id: 'holds-sending',
      on: 0,
    });
    expect(read({ severity: 'info', on: 1 })).toEqual({ ...bare, id: 'fmt-emoji', severity: 'info' });
  });

  test('loses keys that every object inherits, and locks inside its words', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":"x","locked":true,"id":"own-other"}',
    ) as object;
    const own = Object.assign(Object.create(null) as object, hostile, words);
    const row = read({ id: 'own-guarantee', own }) as RuleRow;
    expect(row.own).toEqual(words);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.keys(row.own ?? {}).sort()).toEqual(Object.keys(words).sort());
  });

  test('reads the same once it was read', () => {
    const row = read({
      id: 'own-x',
      own: { ...words, title: '  ﬁne\u0007 print ', words: ['Guarantee*', 'guarantee*'] },
    });
    expect(checkRow('rules', row)).toEqual({ ok: true, value: row });
  });

  test('is called by its own title, by its rule, and by the rule it locks', () => {
    expect(rowTitle(lineOf('rules'))).toBe('Guarantee');
    expect(rowTitle({ section: 'rules', row: { ...bare, id: 'fmt-emoji' } })).toBe('fmt-emoji');
    expect(rowTitle({ section: 'rules', row: { ...bare, id: `lock:${author}:fmt-emoji`, lock: 'team' } })).toBe(
      'fmt-emoji',
    );
  });
});

describe('without names', () => {
  const keyed = createPseudonyms('2026-05-31T10:00:00.000Z' as Instant);

  test('own rules are left, under names of their own', () => {
    const line = redactLine(lineOf('rules'), 'no-names', keyed);
    expect(line?.row).toMatchObject({ id: expect.stringMatching(/^own-x/), own: words, authorId: '', hlc: keyed.hlc });
    expect(checkRow('rules', line?.row).ok).toBe(true);
  });

  test.each([
    ['shipped rules', { id: 'fmt-emoji', own: undefined }],
    ['locks', { id: `lock:${author}:own-guarantee`, lock: 'team' }],
    ['own rules with an address', { own: { ...words, alternative: 'Write to ann@example.org' } }],
    ['own rules with a number', { own: { ...words, words: ['+49 170 1234567'] } }],
  ] as const)('nothing is left of %s', (_name, change) => {
    const line = lineOf('rules', change as never);
    expect(travels(line, 'no-names')).toBe(false);
    expect(redactLine(line, 'no-names', keyed)).toBeNull();
  });

  test('nothing at all is left where only figures are', () => {
    expect(redactLine(lineOf('rules'), 'statistics', keyed)).toBeNull();
  });
});

describe('a choice about a lock', () => {
  const lock = { ...bare, id: `lock:${author}:fmt-emoji`, lock: 'team' as const, severity: 'block' as const };
  const newer = { ...lock, hlc: clockAfter(5), severity: 'warn' as const };
  const stamp = { ...bare, authorId: 'me' as AgentId, hlc: clockAfter(9) };

  test.each([
    ['ours', lock],
    ['theirs', newer],
  ] as const)('%s leaves it the lock of its author', (take, kept) => {
    const plan = planRow('rules', lock, newer);
    expect(chosenRow(plan, { ours: lock, theirs: newer }, { '*': take }, stamp)).toEqual(kept);
  });
});

describe('a saved copy', () => {
  const stamp = { shopId: '', authorId: 'a', hlc: clockAfter(0), origin: 'n', deleted: 0 };
  const desk = {
    settings: { 'fmt-emoji': { off: true }, 'review-incentive': { locked: true } },
    own: [{ id: 'own-guarantee', ...words }],
    holdsSending: true,
  };

  test('of version 6 brings its rules over from the setting that held them', () => {
    const { lines, rejected } = linesOfBackup({ settings: [{ ...stamp, name: 'deskRules', value: { desk } }] });
    expect(rejected).toEqual([]);
    expect(lines.map(({ section, row }) => [section, 'id' in row ? row.id : ''])).toEqual([
      ['rules', 'fmt-emoji'],
      ['rules', 'holds-sending'],
      ['rules', 'lock:a:review-incentive'],
      ['rules', 'own-guarantee'],
    ]);
  });

  test('of version 7 has them as rows', () => {
    const rows = [{ ...stamp, id: 'fmt-emoji', off: 1 }];
    const kept = { ...stamp, name: 'deskRules', value: { origin: { name: 'EU', issuedOn: '2026-01-01' } } };
    expect(linesOfBackup({ rules: rows, settings: [kept] }).lines).toEqual([{ section: 'rules', row: rows[0] }]);
  });
});
