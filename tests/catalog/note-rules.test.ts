// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { parseCommonCues, parseRules } from '@/utils/domain/compliance/parse-rules';
import { isKeptTooLong } from '@/utils/domain/compliance/notes/kept-too-long';
import { createNoteCheck } from '@/utils/domain/compliance/notes/note-check';
import { parseStatedRules } from '@/utils/domain/compliance/stated-rule';
import { brandAs } from '@/utils/domain/ids';

const shipped = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string }[]).map((file) => [file.relativeDest, file.contents]),
);
const json = (path: string): never => JSON.parse(shipped.get(`catalog/${path}.json`) ?? 'null') as never;
const { sources } = parseRules(json('rules'));
const { check, problems } = createNoteCheck(json('note-rules'), parseCommonCues(json('rules/any')), sources);

interface Sentences {
  readonly bad: readonly string[];
  readonly good: readonly string[];
  readonly nearMiss: readonly string[];
}
const FOLDER = 'utils/catalog/note-rules';
const examples = readdirSync(FOLDER).flatMap((rule) =>
  readdirSync(`${FOLDER}/${rule}`)
    .filter((name) => name !== 'rule.json')
    .map((name) => {
      const sentences = JSON.parse(readFileSync(`${FOLDER}/${rule}/${name}`, 'utf8')) as Sentences;
      return [`${rule} (${name.slice(0, -5)})`, rule, sentences] as const;
    }),
);
const rulesIn = (text: string): readonly string[] => check(text).map((finding) => finding.rule);

describe('rules about notes', () => {
  it('can be read', () => expect(problems).toEqual([]));

  it.each(examples)('%s finds what is bad', (_name, rule, { bad }) => {
    expect(bad.length).toBeGreaterThanOrEqual(3);
    for (const text of bad) expect(rulesIn(text), text).toContain(rule);
  });

  it.each(examples)('%s is silent on what is good or only looks alike', (_name, rule, { good, nearMiss }) => {
    expect(good.length).toBeGreaterThanOrEqual(3);
    expect(nearMiss.length).toBeGreaterThanOrEqual(2);
    for (const text of good) expect(rulesIn(text), text).toEqual([]);
    for (const text of nearMiss) expect(rulesIn(text), text).not.toContain(rule);
  });

  it('are five with the two about age and sharing, all with words in both interface languages', () => {
    const stated = parseStatedRules(json('stated-rules'), sources).filter(({ id }) => id.startsWith('note-'));
    expect(stated.map(({ id }) => id).sort()).toEqual([
      'note-contact-data',
      'note-judgement',
      'note-retention',
      'note-special-category',
      'note-team-export',
    ]);
    for (const { texts } of stated) expect(Object.keys(texts).sort()).toEqual(['en', 'zh-CN']);
  });

  it('call contact data old thirty days after the delivery', () => {
    const now = brandAs<'Instant'>('2026-11-21T10:00:00.000Z');
    const held = check('mail anna.k@example.com');
    expect(isKeptTooLong(held, '2026-10-21', now)).toBe(true);
    expect(isKeptTooLong(held, '2026-10-25', now)).toBe(false);
    expect(isKeptTooLong(held, undefined, now)).toBe(false);
    expect(isKeptTooLong(check('2 returns'), '2026-01-01', now)).toBe(false);
  });
});
