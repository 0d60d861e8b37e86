// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkerOf, rules } from '@/scripts/evaluate/lib/rule-packs';
import { ruleLangs } from '@/utils/catalog/rules/rule-files';
import { check } from '@/utils/domain/compliance/engine';
import type { CheckInput } from '@/utils/domain/compliance/input';
import { brandAs } from '@/utils/domain/ids';

/** What no language may fall under, on the messages it was tuned on. Units: per cent. */
const FLOOR = { precision: 97, recall: 97, quiet: 98, caught: 98 };
/** A promise too great is a hint of style; the messages are not labelled for it. */
const UNLABELLED = 'promise-absolute';

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly marketplace: string;
  readonly kind?: CheckInput['kind'];
  readonly direction: CheckInput['direction'];
  readonly violations: readonly string[];
  readonly clean: boolean;
  readonly optional: readonly string[];
}

const messagesOf = (lang: string): readonly Labelled[] =>
  readFileSync(`tests/fixtures/compliance/${lang}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Labelled);

const share = (part: number, of: number): number => (of === 0 ? 100 : Math.round((1000 * part) / of) / 10);

function score(messages: readonly Labelled[]) {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  let quiet = 0;
  let caught = 0;
  for (const message of messages) {
    const { text, lang, direction, kind } = message;
    const found = check(
      {
        text,
        lang,
        direction,
        ...(kind ? { kind } : {}),
        marketplace: brandAs<'MarketId'>(message.marketplace),
        now: brandAs<'Instant'>('2026-11-21T09:00:00.000Z'),
      },
      checkerOf(lang),
    );
    const free = new Set([...message.optional, UNLABELLED]);
    const got = new Set(found.map(({ rule }) => rule).filter((rule) => !free.has(rule)));
    const hits = message.violations.filter((rule) => got.has(rule)).length;
    right += hits;
    missed += message.violations.length - hits;
    wrong += got.size - hits;
    const isLoud = found.some(({ rule, severity }) => severity !== 'info' && !free.has(rule));
    if (message.clean && !isLoud) quiet += 1;
    if (!message.clean && hits > 0) caught += 1;
  }
  const clean = messages.filter((message) => message.clean).length;
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    quiet: share(quiet, clean),
    caught: share(caught, messages.length - clean),
  };
}

describe('our own messages', () => {
  it.each(ruleLangs)('in %s are found and left alone as they are labelled', { timeout: 60_000 }, (lang) => {
    const messages = messagesOf(lang);
    const figures = score(messages);
    console.info(`compliance ${lang}, ${messages.length} messages: ${JSON.stringify(figures)}`);
    expect(messages.length).toBeGreaterThanOrEqual(200);
    for (const [name, least] of Object.entries(FLOOR)) {
      expect(figures[name as keyof typeof FLOOR], name).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(ruleLangs)('in %s are labelled with rules there are, each message once', (lang) => {
    const messages = messagesOf(lang);
    const known = new Set(rules.map(({ id }) => id));
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    for (const { id, violations, optional, clean } of messages) {
      expect(
        [...violations, ...optional].filter((rule) => !known.has(rule)),
        id,
      ).toEqual([]);
      expect(clean, id).toBe(violations.length === 0);
    }
  });
});
