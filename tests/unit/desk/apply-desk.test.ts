// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonCues, languageFiles, ruleFiles } from '@/utils/catalog/rules/rule-files';
import { noDeskRules, type DeskRules } from '@/utils/domain/compliance/desk-rules';
import { applyDesk, deskFindings, isLocked } from '@/utils/domain/compliance/desk/apply-desk';
import { check, compile, type RulePack } from '@/utils/domain/compliance/engine';
import { packFor } from '@/utils/domain/compliance/pack-for';
import { parseCommonCues, parseLanguageRules, parseRules } from '@/utils/domain/compliance/parse-rules';
import { brandAs } from '@/utils/domain/ids';
import { anOwnRule } from './builders';
import { lowestMedian } from '@/tests/speed';

const { rules } = parseRules(ruleFiles);
const packIn = (lang: string) =>
  packFor(
    rules,
    parseCommonCues(commonCues),
    languageFiles[lang] ? parseLanguageRules(languageFiles[lang], lang).language : null,
    lang,
  );
const packs = new Map(['en', 'de', 'zh', 'ja', 'pl'].map((lang) => [lang, packIn(lang)]));
const now = brandAs<'Instant'>('2026-11-22T09:00:00.000Z');
const later = brandAs<'Instant'>('2026-11-23T09:00:00.000Z');

const applied = (desk: Partial<DeskRules>, { lang = 'en', mutes = [] as { rule: string; until: typeof now }[] } = {}) =>
  applyDesk(packs.get(lang)!, { desk: { ...noDeskRules, ...desk }, mutes, now });

const found = (pack: RulePack, text: string, marketplace = 'amazon') =>
  check({ text, lang: pack.lang, marketplace: brandAs(marketplace), direction: 'reply', now }, compile(pack));

const bribe = 'Write a review and we will send you a 10 dollar gift card.';

describe('a desk that has decided nothing', () => {
  test('runs the very pack that was shipped', () => expect(applied({})).toBe(packs.get('en')));
  test('also with mutes that have run out', () =>
    expect(applied({}, { mutes: [{ rule: 'review-incentive', until: now }] })).toBe(packs.get('en')));
});

describe('shipped rules', () => {
  test('take the severity of the desk on every marketplace, whatever would raise it', () => {
    const pack = applied({ settings: { 'review-incentive': { severity: 'info' } } });
    const severities = ['amazon', 'aliexpress', 'any'].map(
      (market) => found(pack, bribe, market).find(({ rule }) => rule === 'review-incentive')?.severity,
    );
    expect(severities).toEqual(['info', 'info', 'info']);
    expect(pack.rules.find(({ id }) => id === 'review-incentive')).not.toHaveProperty('holds');
  });

  test('keep holding a press when they stay above a hint', () => {
    const rule = applied({ settings: { 'review-incentive': { severity: 'warn' } } }).rules.find(
      ({ id }) => id === 'review-incentive',
    );
    expect(rule).toMatchObject({ holds: true, severity: { amazon: 'warn', any: 'warn' } });
  });

  test('are left out when they are off or muted', () => {
    const left = (pack: RulePack) => found(pack, bribe).map(({ rule }) => rule);
    expect(left(packs.get('en')!)).toContain('review-incentive');
    expect(left(applied({ settings: { 'review-incentive': { off: true } } }))).not.toContain('review-incentive');
    expect(left(applied({}, { mutes: [{ rule: 'review-incentive', until: later }] }))).not.toContain(
      'review-incentive',
    );
  });

  test('that are locked are marked, and an older mute is void', () => {
    const desk = { settings: { 'review-incentive': { locked: true } } } as const;
    const pack = applied(desk, { mutes: [{ rule: 'review-incentive', until: later }] });
    expect(found(pack, bribe).map(({ rule }) => rule)).toContain('review-incentive');
    expect(pack.rules.find(({ id }) => id === 'review-incentive')?.locked).toBe(true);
    expect(isLocked({ ...noDeskRules, ...desk }, 'review-incentive')).toBe(true);
  });
});

describe('own rules', () => {
  const text = 'We guarantee delivery. The A-to-z guarantee is something else.';

  test('find their words, not in a sentence with a word that excuses them, and replace them', () => {
    const [finding, ...others] = found(applied({ own: [anOwnRule()] }), text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'own-guarantee', severity: 'warn' });
    expect(text.slice(finding!.start, finding!.end)).toBe('guarantee');
    expect(finding!.fixes).toEqual([{ start: 3, end: 12, replacement: 'warranty' }]);
  });

  test('take the words out where there is nothing to put in their place', () => {
    const { replacement: _none, ...rule } = anOwnRule();
    const [finding] = found(applied({ own: [rule] }), text);
    expect(finding!.fixes).toEqual([{ start: 3, end: 13, replacement: '' }]);
  });

  test('hold in their languages and on their marketplaces', () => {
    const own = [anOwnRule({ langs: ['de'], marketplaces: ['aliexpress'] })];
    expect(found(applied({ own }), text, 'aliexpress')).toEqual([]);
    expect(found(applied({ own }, { lang: 'de' }), text, 'amazon')).toEqual([]);
    expect(found(applied({ own }, { lang: 'de' }), text, 'aliexpress')).toHaveLength(1);
  });

  test('run in languages without rules, and everywhere', () => {
    const pack = applied({ own: [anOwnRule()] }, { lang: 'pl' });
    expect(pack.isFull).toBe(false);
    for (const market of ['amazon', 'aliexpress', 'any']) expect(found(pack, text, market).length).toBeGreaterThan(0);
  });

  test.each([
    ['zh', '保证', '我们保证三天送达。'],
    ['ja', '絶対', '絶対に届きます。'],
    ['en', 'Best Price', 'this is our BEST  price today'],
    ['en', 'caf\u00e9*', 'two cafes'],
    ['en', '*-free', 'a sugar-free thing'],
    ['de', '\uff27\uff32\uff21\uff34\uff29\uff33', 'Das ist gratis.'],
  ])('find in %s "%s" in "%s"', (lang, word, message) => {
    const { replacement: _none, ...rule } = anOwnRule({ words: [word], unless: [] });
    const [finding] = found(applied({ own: [rule] }, { lang }), message).filter(({ rule: id }) => id === rule.id);
    expect(finding).toBeDefined();
  });

  test('that are muted are left out', () =>
    expect(found(applied({ own: [anOwnRule()] }, { mutes: [{ rule: 'own-guarantee', until: later }] }), text)).toEqual(
      [],
    ));
});

describe('the version', () => {
  const version = (desk: Partial<DeskRules>, mutes: { rule: string; until: typeof now }[] = []) =>
    applied(desk, { mutes }).version;
  test('changes with what is decided, and not with the order it was decided in', () => {
    const versions = [
      version({}),
      version({ settings: { a: { off: true } } }),
      version({ settings: { a: { severity: 'info' } } }),
      version({ settings: { a: { severity: 'info', locked: true } } }),
      version({ own: [anOwnRule()] }),
      version({ own: [anOwnRule({ words: ['promise'] })] }),
      version({}, [{ rule: 'a', until: later }]),
    ];
    expect(new Set(versions).size).toBe(versions.length);
    const one = { settings: { a: { off: true }, b: { severity: 'info' } } } as const;
    expect(version(one)).toBe(version({ settings: { b: one.settings.b, a: one.settings.a } }));
    expect(version({ holdsSending: true })).toBe(version({}));
  });
});

test('context rules and guards follow the desk as well', () => {
  const findings = [
    { rule: 'ctx-too-early', severity: 'block' },
    { rule: 'guard-language', severity: 'warn' },
    { rule: 'guard-date', severity: 'warn' },
  ] as const;
  const desk = {
    ...noDeskRules,
    settings: { 'ctx-too-early': { severity: 'info' }, 'guard-date': { off: true } },
  } as const;
  const active = { desk, mutes: [{ rule: 'guard-language', until: later }], now };
  expect(deskFindings(findings, active)).toEqual([{ rule: 'ctx-too-early', severity: 'info' }]);
});

test('whatever words a desk writes, the check neither throws nor leaves the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
      (words, text) => {
        const own = [anOwnRule({ words, unless: words.slice(1) })];
        for (const { start, end } of found(applied({ own }, { lang: 'pl' }), text + words.join(' '))) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length + words.join(' ').length);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('two hundred full rules of a desk cost little more than none', () => {
  const own = Array.from({ length: 200 }, (_, rule) =>
    anOwnRule({
      id: `own-${rule}`,
      words: Array.from({ length: 60 }, (__, word) => `${word < 5 ? '*' : ''}word${rule}x${word}`),
    }),
  );
  const compiled = compile(applied({ own }));
  const text = 'Thank you for your message about order 12, we looked into it and will answer soon. '.repeat(24);
  const run = () => check({ text, lang: 'en', marketplace: 'any', direction: 'reply', now }, compiled);
  run();
  const median = lowestMedian(run, 5, 15);
  console.info(`2,000 characters with 200 own rules: ${median.toFixed(2)} ms`);
  expect(median).toBeLessThan(5);
});
