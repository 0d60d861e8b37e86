import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noDeskRules, type DeskRules } from '@/utils/domain/compliance/desk-rules';
import { countLocks, openLocks, saveOwnRule, setRule } from '@/utils/domain/compliance/desk/change-desk';
import { compareDesks } from '@/utils/domain/compliance/desk/compare-desks';
import { deskLimits, readOwnRule, termOf } from '@/utils/domain/compliance/desk/own-rule';
import { deskFromPack, packAgeDays, packFromDesk, readRulePack } from '@/utils/domain/compliance/desk/pack-file';
import { WILDCARD } from '@/utils/domain/compliance/tokens';
import { anOwnRule } from './builders';

const filled = {
  format: 'parley-rules',
  version: 1,
  name: 'Lumen EU',
  issuedOn: '2026-11-01',
  settings: { 'fmt-emoji': { off: true }, 'tone-blame': { severity: 'block' } },
  own: [anOwnRule()],
  locks: ['own-guarantee', 'review-incentive', 'tone-blame'],
};
const read = (change: object = {}) => readRulePack(JSON.stringify({ ...filled, ...change }));
const problem = (change: object) => {
  const result = read(change);
  return result.ok ? null : result.error;
};

describe('an own rule', () => {
  test.each([
    ['free shipping', 'free shipping'],
    ['  FREE   Shipping ', 'free shipping'],
    ['guarantee*', `guarantee${WILDCARD}`],
    ['*guarantee*', `${WILDCARD}guarantee${WILDCARD}`],
    ['free* gift*', `free${WILDCARD} gift${WILDCARD}`],
    ['保证*', '保 证'],
    ['-a(b|c)~d/e', 'a b c d e'],
    ['...', null],
    ['*', null],
    ['🎁', null],
  ])('reads "%s" as %o', (word, term) => expect(termOf(word)).toBe(term));

  test('is tidied: one spelling, no doubles, no empty lines', () => {
    const rule = readOwnRule(
      anOwnRule({ title: ' A\u0000 b\n', words: ['Gift', '', ' gift ', 'ＧＩＦＴ'], replacement: ' ' }),
    );
    expect(rule).toMatchObject({ ok: true, value: { title: 'A b', words: ['Gift'] } });
    expect(rule.ok && 'replacement' in rule.value).toBe(false);
  });

  test.each([
    [{ title: ' ' }, { kind: 'empty', field: 'title' }],
    [{ title: 'x'.repeat(81) }, { kind: 'too-long', field: 'title', limit: 80 }],
    [{ why: 'x'.repeat(301) }, { kind: 'too-long', field: 'why', limit: 300 }],
    [{ words: [] }, { kind: 'empty', field: 'words' }],
    [{ words: ['x'.repeat(81)] }, { kind: 'too-long', field: 'words', limit: 80 }],
    [{ words: ['x'.repeat(500_000)] }, { kind: 'too-long', field: 'words', limit: 80 }],
    [{ words: Array.from({ length: 61 }, (_, at) => `word ${at}`) }, { kind: 'too-many', field: 'words', limit: 60 }],
    [{ words: ['gu*ee'] }, { kind: 'bad-word', word: 'gu*ee' }],
    [{ words: ['a*'] }, { kind: 'bad-word', word: 'a*' }],
    [{ words: ['!!'] }, { kind: 'bad-word', word: '!!' }],
    [{ unless: ['!!'] }, { kind: 'bad-word', word: '!!' }],
    [{ words: ['ab', 'cd', 'ef', 'gh', 'ij', 'kl'].map((word) => `*${word}`) }, { kind: 'open-starts', limit: 5 }],
    [{ unless: ['ab', 'cd', 'ef', 'gh', 'ij', 'kl'].map((word) => `*${word}`) }, { kind: 'open-starts', limit: 5 }],
    [{ replacement: 'x'.repeat(201) }, { kind: 'too-long', field: 'replacement', limit: 200 }],
    [{ id: 'review-incentive' }, { kind: 'invalid', field: 'id' }],
    [{ severity: 'deadly' }, { kind: 'invalid', field: 'severity' }],
  ])('with %o is refused', (change, error) =>
    expect(readOwnRule({ ...anOwnRule(), ...change })).toEqual({ ok: false, error }),
  );
});

describe('a pack', () => {
  test('becomes a desk with its locks, and the same pack again', () => {
    const pack = read();
    if (!pack.ok) throw new Error(JSON.stringify(pack.error));
    const desk = deskFromPack(pack.value, { ...noDeskRules, holdsSending: true });
    expect(desk).toMatchObject({
      holdsSending: true,
      origin: { name: 'Lumen EU', issuedOn: '2026-11-01' },
      settings: {
        'fmt-emoji': { off: true },
        'tone-blame': { severity: 'block', locked: true },
        'review-incentive': { locked: true },
      },
      own: [{ id: 'own-guarantee', locked: true }],
    });
    expect(countLocks(desk)).toBe(3);
    expect(packFromDesk(desk, pack.value)).toEqual({ ...pack.value, holdsSending: true });
    expect(countLocks(openLocks(desk))).toBe(0);
    expect(openLocks(desk).settings).toEqual({ 'fmt-emoji': { off: true }, 'tone-blame': { severity: 'block' } });
  });

  test.each([
    ['no pack', { format: 'parley-page-profile' }, { kind: 'not-a-pack' }],
    ['of a later build', { version: 2 }, { kind: 'newer' }],
    ['without a name', { name: ' ' }, { kind: 'wrong-field', field: 'name' }],
    ['of a day that never was', { issuedOn: '2026-02-31' }, { kind: 'wrong-field', field: 'issuedOn' }],
    [
      'with a severity nobody knows',
      { settings: { a: { severity: 'x' } } },
      { kind: 'wrong-field', field: 'settings.a.severity' },
    ],
    ['with a strange id', { settings: { '../x': {} } }, { kind: 'wrong-field', field: 'settings.../x' }],
    [
      'with a broken own rule',
      { own: [anOwnRule({ words: [] })] },
      { kind: 'own-rule', title: 'Guarantee', why: { kind: 'empty', field: 'words' } },
    ],
    ['with a rule twice', { own: [anOwnRule(), anOwnRule()] }, { kind: 'repeated-rule', rule: 'own-guarantee' }],
    [
      'with too many rules',
      { own: Array.from({ length: 201 }, () => 1) },
      { kind: 'too-many-rules', limit: deskLimits.rules },
    ],
  ])('that is %s is refused', (_name, change, error) => expect(problem(change)).toEqual(error));

  test('that is no JSON, or too large, is refused', () => {
    expect(readRulePack('{')).toEqual({ ok: false, error: { kind: 'not-json' } });
    expect(readRulePack('x'.repeat(3_000_001))).toMatchObject({ error: { kind: 'too-large' } });
  });

  test('can not reach into objects by the name of a rule', () => {
    const text = JSON.stringify(filled).replace('"fmt-emoji"', '"__proto__"');
    expect(readRulePack(text).ok && ({} as { off?: boolean }).off).toBeFalsy();
  });

  test('never throws, whatever the text is', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readRulePack(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void readOwnRule(value)));
  });

  test('is as old as its day says, never younger than today', () => {
    expect(packAgeDays('2026-05-01', '2026-11-22')).toBe(205);
    expect(packAgeDays('2026-12-01', '2026-11-22')).toBe(0);
  });
});

describe('changing a rule', () => {
  test('goes back to what was shipped without a trace', () => {
    const one = setRule(noDeskRules, { rule: 'a', severity: 'info' });
    const two = one.ok ? setRule(one.value, { rule: 'a', off: true }) : one;
    const three = two.ok ? setRule(two.value, { rule: 'a', off: false, severity: null }) : two;
    expect(two.ok && two.value.settings).toEqual({ a: { severity: 'info', off: true } });
    expect(three.ok && three.value.settings).toEqual({});
  });

  test('an agent can not lock what they write, and not write without end', () => {
    const saved = saveOwnRule(noDeskRules, anOwnRule({ locked: true }));
    expect(saved.ok && saved.value.own[0]).not.toHaveProperty('locked');
    const full = { ...noDeskRules, own: Array.from({ length: 200 }, (_, at) => anOwnRule({ id: `own-${at}` })) };
    expect(saveOwnRule(full, anOwnRule())).toEqual({ ok: false, error: { kind: 'too-many' } });
    expect(saveOwnRule(full, anOwnRule({ id: 'own-7', title: 'New' })).ok).toBe(true);
  });
});

describe('the difference of two desks', () => {
  const before: DeskRules = {
    ...noDeskRules,
    settings: { kept: { severity: 'info' }, lifted: { locked: true }, gone: { off: true } },
    own: [anOwnRule({ id: 'own-old' }), anOwnRule({ id: 'own-edited' }), anOwnRule({ id: 'own-same' })],
  };
  const after: DeskRules = {
    holdsSending: true,
    settings: { kept: { severity: 'info' }, closed: { locked: true }, stricter: { severity: 'block', locked: true } },
    own: [
      anOwnRule({ id: 'own-edited', words: ['promise'] }),
      anOwnRule({ id: 'own-new' }),
      anOwnRule({ id: 'own-same', locked: true }),
    ],
  };

  test('names every rule that is not as it was, and no other', () => {
    const said = compareDesks(before, after).map(({ id, kind, before: from, after: to, isLocked }) =>
      [id, kind, from ?? '-', to ?? '-', isLocked ? 'locked' : ''].join(' ').trim(),
    );
    expect(said).toEqual([
      'closed locked shipped shipped locked',
      'gone changed off shipped',
      'lifted unlocked shipped shipped',
      'stricter changed shipped block locked',
      'own-edited changed warn warn',
      'own-new added - warn',
      'own-old removed warn -',
      'own-same locked warn warn locked',
      'holds-sending added - -',
    ]);
  });

  test('is none between a desk and itself', () => expect(compareDesks(after, after)).toEqual([]));
});
