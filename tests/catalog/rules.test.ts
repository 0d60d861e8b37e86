// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkerOf, packOf, rules } from '@/scripts/evaluate/lib/rule-packs';
import { commonCues, languageFiles, ruleExamples, ruleLangs, type RuleExample } from '@/utils/catalog/rules/rule-files';
import { coverageOf } from '@/utils/domain/compliance/coverage';
import { detectorSources } from '@/utils/domain/compliance/detect/searches';
import { check } from '@/utils/domain/compliance/engine';
import type { CheckInput, Finding } from '@/utils/domain/compliance/input';
import { cuesOfRule } from '@/utils/domain/compliance/pack-for';
import type { Rule } from '@/utils/domain/compliance/parse-rules';
import type { LanguageRules } from '@/utils/domain/compliance/rule';
import { textsFor } from '@/utils/domain/compliance/texts-for';
import { brandAs } from '@/utils/domain/ids';
import published from './published-severities.json';

/** 15 was the aim; the terms that strangers' wordings need weigh more. `bench --domain` prints each language. */
const PACK_KB = 40;
const DIRECTIONS = ['reply', 'proactive'] as const;

const messageOf = (
  text: string,
  lang: string,
  marketplace: string,
  direction: CheckInput['direction'],
): CheckInput => ({
  text,
  lang,
  marketplace: brandAs<'MarketId'>(marketplace),
  direction,
  now: brandAs<'Instant'>('2026-11-21T09:00:00.000Z'),
});

/** What a rule finds in a sentence, on every marketplace and in every direction the sentence stands for. */
const findingsOf = (rule: Rule, example: RuleExample, lang: string): readonly Finding[] => {
  const { text, marketplace, direction } = typeof example === 'string' ? { text: example } : example;
  return rule.marketplaces
    .filter((one) => marketplace === undefined || one === marketplace)
    .flatMap((one) =>
      DIRECTIONS.filter((way) => direction === undefined || way === direction).flatMap((way) =>
        check(messageOf(text, lang, one, way), checkerOf(lang)),
      ),
    )
    .filter((finding) => finding.rule === rule.id);
};

const textOf = (example: RuleExample): string => (typeof example === 'string' ? example : example.text);
const ruleOf = (id: string): Rule => {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
};
const termsOf = (lang: string): LanguageRules => languageFiles[lang] as LanguageRules;

describe('rule files', () => {
  it('have the ids, marketplaces and severities of the published table', () => {
    expect(Object.fromEntries(rules.map((rule) => [rule.id, rule.severity]))).toEqual(published);
    for (const rule of rules) expect([...rule.marketplaces].sort()).toEqual(Object.keys(rule.severity).sort());
  });

  it.each(ruleLangs)('name only cues that %s has terms for, and detectors that exist', (lang) => {
    const { cues, rules: wordings } = termsOf(lang);
    const known = { ...(commonCues as object), ...cues };
    for (const rule of rules) {
      const own = wordings[rule.id];
      const patterns = [...rule.patterns, ...(own?.patterns ?? [])];
      const named = cuesOfRule({ patterns, escalate: rule.escalate ?? [] });
      const missing = named.filter((cue) => !(cue in known) && !(cue in (own?.cues ?? {})));
      expect(missing, rule.id).toEqual([]);
      const detectors = JSON.stringify([patterns, rule.escalate]).match(/@[a-z-]+/g) ?? [];
      expect(
        detectors.filter((name) => !(name in detectorSources)),
        rule.id,
      ).toEqual([]);
      // A class of one rule must not silently widen a class the whole language shares.
      expect(Object.keys(own?.cues ?? {}).filter((cue) => cue in known)).toEqual([]);
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

  it.each(ruleLangs)('test every rule in %s', (lang) => {
    const written = ruleExamples.filter((one) => one.lang === lang);
    expect(written.map((one) => one.rule).sort()).toEqual(rules.map((rule) => rule.id));
    for (const { rule, bad, good, nearMiss } of written) {
      expect(bad.length, `bad of ${rule}`).toBeGreaterThanOrEqual(3);
      expect(good.length, `good of ${rule}`).toBeGreaterThanOrEqual(3);
      expect(nearMiss.length, `near-misses of ${rule}`).toBeGreaterThanOrEqual(2);
    }
  });
});

const examples = ruleExamples.map((one) => [`${one.rule} (${one.lang})`, one] as const);

describe('rules on their own examples', () => {
  it.each(examples)('%s finds what is bad', (_name, { rule, lang, bad }) => {
    expect(bad.filter((one) => findingsOf(ruleOf(rule), one, lang).length === 0).map(textOf)).toEqual([]);
  });

  it.each(examples)('%s is silent on what is good or only looks alike', (_name, { rule, lang, good, nearMiss }) => {
    const loud = [...good, ...nearMiss].filter((one) => findingsOf(ruleOf(rule), one, lang).length > 0);
    expect(loud.map(textOf)).toEqual([]);
  });

  it.each(examples.filter(([, { rule }]) => ruleOf(rule).fix))('%s offers fixes that silence it', (_name, one) => {
    const rule = ruleOf(one.rule);
    for (const example of one.bad) {
      const given = typeof example === 'string' ? {} : example;
      const found = (text: string) => findingsOf(rule, { ...given, text }, one.lang);
      const count = Math.max(...found(textOf(example)).map((finding) => finding.fixes.length));
      expect(count, textOf(example)).toBeGreaterThan(0);
      for (let choice = 0; choice < count; choice++) {
        let left = textOf(example);
        for (let round = 0; round < 5; round++) {
          const fix = found(left)[0]?.fixes[choice];
          if (!fix) break;
          left = left.slice(0, fix.start) + fix.replacement + left.slice(fix.end);
        }
        expect(found(left), `left: ${left}`).toEqual([]);
        expect(left).not.toMatch(/ {2}|\n{3}|^\s|\s$/);
      }
    }
  });

  it.each(examples)('%s has good sentences no other rule minds in a reply', (_name, { lang, good }) => {
    const minded = good.flatMap((example) => {
      const { text, marketplace } = typeof example === 'string' ? { text: example } : example;
      return ['amazon', 'aliexpress']
        .filter((one) => marketplace === undefined || one === marketplace)
        .flatMap((one) => check(messageOf(text, lang, one, 'reply'), checkerOf(lang)))
        .filter(({ severity }) => severity !== 'info')
        .map((finding) => `${finding.rule}: ${text}`);
    });
    expect(minded).toEqual([]);
  });
});

describe('rule data', () => {
  it('makes packs that change their version with their content and hold nothing but plain JSON', () => {
    const pack = packOf('en');
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
    expect(packOf('en').version).toBe(pack.version);
    expect(packOf('de').version).not.toBe(pack.version);
  });

  it.each(ruleLangs)(`for %s weighs at most ${PACK_KB} kB gzip`, (lang) => {
    // What a language costs in the extension: its terms and sentences of fixes, as they are shipped.
    expect(gzipSync(JSON.stringify(languageFiles[lang])).length).toBeLessThanOrEqual(PACK_KB * 1000);
  });
});

describe('coverage', () => {
  it.each(ruleLangs)('is full for %s', (lang) => {
    expect(coverageOf(packOf(lang))).toEqual({ kind: 'full', rulesRun: rules.length });
  });

  it('is limited to the rules that need no language elsewhere', () => {
    const pack = packOf('fi');
    expect(coverageOf(pack)).toEqual({ kind: 'limited', rulesRun: pack.rules.length });
    expect(pack.rules.map((rule) => rule.id)).toEqual([
      'contact-email',
      'contact-external-link',
      'contact-messenger',
      'contact-obfuscated',
      'contact-phone',
      'fmt-decoration',
      'fmt-emoji',
      'fmt-html',
      'fmt-linebreaks',
      'fmt-placeholder',
      'link-insecure',
      'tone-shouting',
    ]);
  });

  it('finds an address in a language without rules of its own', () => {
    const message = messageOf('Kirjoita: apu@kauppa.fi', 'fi', 'amazon', 'reply');
    expect(check(message, checkerOf('fi')).map((finding) => finding.rule)).toEqual(['contact-email']);
  });
});
