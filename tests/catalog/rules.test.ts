import { describe, expect, it } from 'vitest';
import { lexiconFiles, ruleFiles } from '@/utils/catalog/rules/rule-files';
import { check, compile, type CompiledPack } from '@/utils/domain/compliance/engine';
import { coverageOf } from '@/utils/domain/compliance/coverage';
import { detectorSources } from '@/utils/domain/compliance/detect/searches';
import type { CheckInput, Finding } from '@/utils/domain/compliance/input';
import { cuesOfRule, packFor } from '@/utils/domain/compliance/pack-for';
import { parseLexicon, parseRules, type Rule } from '@/utils/domain/compliance/parse-rules';
import { textsFor } from '@/utils/domain/compliance/texts-for';
import { brandAs } from '@/utils/domain/ids';

const { rules, problems } = parseRules(ruleFiles);
const { lexicon, problems: lexiconProblems } = parseLexicon(lexiconFiles);
const languages = ['en', 'zh', 'de', 'es'];
const packs = new Map<string, CompiledPack>(languages.map((lang) => [lang, compile(packFor(rules, lexicon, lang))]));

const messageOf = (text: string, lang: string, marketplace: string): CheckInput => ({
  text,
  lang,
  marketplace: brandAs<'MarketId'>(marketplace),
  direction: 'reply',
  now: brandAs<'Instant'>('2026-11-21T09:00:00.000Z'),
});

const findingsOf = (rule: Rule, text: string, lang: string): readonly Finding[] => {
  const pack = packs.get(lang);
  if (!pack) throw new Error(`no pack for ${lang}`);
  return rule.marketplaces
    .flatMap((marketplace) => check(messageOf(text, lang, marketplace), pack))
    .filter((finding) => finding.rule === rule.id);
};

const textOf = (example: Rule['examples'][string]['bad'][number]): string =>
  typeof example === 'string' ? example : example.text;

/** Severity by marketplace as the published table of rules states it, for the rules that exist. */
const published: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'dispute-withdraw-request': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'fmt-html': { amazon: 'warn', aliexpress: 'warn' },
  'fmt-linebreaks': { amazon: 'warn' },
  'promo-coupon': { amazon: 'block' },
  'review-change-incentive': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'review-divert-negative': { amazon: 'block', aliexpress: 'warn', any: 'warn' },
  'tone-threat': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'contact-email': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'contact-external-link': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'contact-messenger': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'contact-phone': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'contact-request': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'fmt-emoji': { amazon: 'block' },
  'fmt-placeholder': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'off-platform-payment': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'off-platform-sale': { amazon: 'block', aliexpress: 'block', any: 'block' },
  'review-ask-positive': { amazon: 'block', aliexpress: 'warn', any: 'warn' },
  'review-change-request': { amazon: 'block', aliexpress: 'warn', any: 'warn' },
  'review-conditional': { amazon: 'block', aliexpress: 'warn', any: 'warn' },
  'review-incentive': { amazon: 'block', aliexpress: 'block', any: 'block' },
};

describe('rule files', () => {
  it('all fit the schema', () => {
    expect(problems).toEqual([]);
    expect(lexiconProblems).toEqual([]);
  });

  it('have the ids, marketplaces and severities of the published table', () => {
    expect(Object.fromEntries(rules.map((rule) => [rule.id, rule.severity]))).toEqual(published);
    for (const rule of rules) expect([...rule.marketplaces].sort()).toEqual(Object.keys(rule.severity).sort());
  });

  it('name only cues that every language they claim has terms for, and detectors that exist', () => {
    for (const rule of rules) {
      for (const lang of rule.languages) {
        const missing = cuesOfRule(rule).filter((cue) => !lexicon[lang]?.[cue] && !lexicon['any']?.[cue]);
        expect(missing, `${rule.id} ${lang}`).toEqual([]);
      }
      const named = JSON.stringify([rule.patterns, rule.escalate]).match(/@[a-z-]+/g) ?? [];
      expect(
        named.filter((name) => !(name in detectorSources)),
        rule.id,
      ).toEqual([]);
    }
  });

  it('explain themselves in both interface languages and name when each source was read', () => {
    const known = new Date('2026-11-21');
    for (const rule of rules) {
      expect(Object.keys(rule.texts).sort(), rule.id).toEqual(['en', 'zh-CN']);
      for (const source of rule.sources) {
        expect(known.getTime() - new Date(source.readOn).getTime(), rule.id).toBeLessThan(548 * 86_400_000);
      }
    }
    expect(textsFor(rules, 'zh-CN')['review-incentive']?.title).toMatch(/\p{Script=Han}/u);
    expect(textsFor(rules, 'fr')['review-incentive']?.title).toBe(textsFor(rules, 'en')['review-incentive']?.title);
  });

  it.each(rules.flatMap((rule) => rule.languages.map((lang) => [rule.id, lang, rule] as const)))(
    '%s has its examples in %s',
    (_id, lang, rule) => {
      expect(rule.examples[lang]?.bad.length).toBeGreaterThanOrEqual(3);
      expect(rule.examples[lang]?.good.length).toBeGreaterThanOrEqual(3);
      expect(rule.examples[lang]?.nearMiss.length).toBeGreaterThanOrEqual(2);
    },
  );
});

const cases = (kinds: readonly ('bad' | 'good' | 'nearMiss')[]): (readonly [string, string, string, Rule])[] =>
  rules.flatMap((rule) =>
    Object.entries(rule.examples).flatMap(([lang, examples]) =>
      kinds.flatMap((kind) => examples[kind].map((example) => [rule.id, lang, textOf(example), rule] as const)),
    ),
  );

describe('rules on their own examples', () => {
  it.each(cases(['bad']))('%s (%s) finds: %s', (_id, lang, text, rule) => {
    expect(findingsOf(rule, text, lang).length).toBeGreaterThan(0);
  });

  it.each(cases(['good', 'nearMiss']))('%s (%s) is silent on: %s', (_id, lang, text, rule) => {
    expect(findingsOf(rule, text, lang)).toEqual([]);
  });

  it.each(cases(['bad']))('%s (%s) offers fixes that silence it: %s', (_id, lang, text, rule) => {
    const count = Math.max(...findingsOf(rule, text, lang).map((finding) => finding.fixes.length));
    expect(count).toBeGreaterThan(0);
    for (let choice = 0; choice < count; choice++) {
      let left = text;
      for (let round = 0; round < 5; round++) {
        const fix = findingsOf(rule, left, lang)[0]?.fixes[choice];
        if (!fix) break;
        left = left.slice(0, fix.start) + fix.replacement + left.slice(fix.end);
      }
      expect(findingsOf(rule, left, lang), `left: ${left}`).toEqual([]);
      expect(left).not.toMatch(/ {2}|\n{3}|^\s|\s$/);
    }
  });
});

describe('good examples', () => {
  it.each(cases(['good']))('%s (%s) raise no other rule either: %s', (_id, lang, text) => {
    expect(rules.flatMap((rule) => findingsOf(rule, text, lang).map((finding) => finding.rule))).toEqual([]);
  });
});

describe('packs', () => {
  it('change their version with their content and hold nothing but plain JSON', () => {
    const pack = packFor(rules, lexicon, 'en');
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
    expect(packFor(rules, lexicon, 'en').version).toBe(pack.version);
    expect(packFor(rules.slice(1), lexicon, 'en').version).not.toBe(pack.version);
  });

  it.each(languages)('for %s stay small enough to hand to a page', (lang) => {
    expect(JSON.stringify(packFor(rules, lexicon, lang)).length).toBeLessThan(60_000);
  });
});

describe('coverage', () => {
  it('is full for a language every rule was written for', () => {
    expect(coverageOf(packFor(rules, lexicon, 'zh-CN'))).toEqual({ kind: 'full', rulesRun: rules.length });
  });

  it('is limited to the rules that need no language elsewhere', () => {
    const pack = packFor(rules, lexicon, 'fi');
    expect(coverageOf(pack)).toEqual({ kind: 'limited', rulesRun: pack.rules.length });
    expect(pack.rules.map((rule) => rule.id)).toEqual([
      'contact-email',
      'contact-external-link',
      'contact-messenger',
      'contact-phone',
      'fmt-emoji',
      'fmt-html',
      'fmt-linebreaks',
      'fmt-placeholder',
    ]);
  });

  it('finds an address in a language without rules of its own', () => {
    const findings = check(
      messageOf('Kirjoita: apu@kauppa.fi', 'fi', 'amazon'),
      compile(packFor(rules, lexicon, 'fi')),
    );
    expect(findings.map((finding) => finding.rule)).toEqual(['contact-email']);
  });
});
