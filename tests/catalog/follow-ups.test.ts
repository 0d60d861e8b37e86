// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkerOf } from '@/scripts/evaluate/lib/rule-packs';
import { followUpTypeSchema, marketplaceClocksSchema } from '@/utils/catalog/follow-ups/schema';
import { followUpTypes } from '@/utils/catalog/follow-ups/shipped-follow-ups';
import { check } from '@/utils/domain/compliance/engine';
import { clockKinds } from '@/utils/domain/follow-ups/clock-kinds';
import type { FollowUpType } from '@/utils/domain/follow-ups/follow-up-type';
import { brandAs } from '@/utils/domain/ids';
import { sampleFacts } from '@/utils/domain/replies/desk/sample-facts';
import type { Facts } from '@/utils/domain/replies/draft';
import { draftText } from '@/utils/domain/replies/draft-text';
import { renderDraft } from '@/utils/domain/replies/render';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { shippedTemplates } from '../unit/replies/catalogue';

const FOLDER = 'utils/catalog/follow-ups';
const MARKETPLACES = ['amazon', 'aliexpress'] as const;
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const sources = Object.keys(readJson('utils/catalog/rules/sources.json') as object);
const templates = new Map(shippedTemplates().map((template) => [template.id, template]));
const messages = followUpTypes.flatMap((type) =>
  MARKETPLACES.filter((marketplace) => type.modes[marketplace] === 'message').map(
    (marketplace) => [type.id, marketplace, type] as const,
  ),
);

describe('the catalogue of follow-ups', () => {
  it.each(files)('%s has the shape of a type, and the name of its file', (name) => {
    const read = v.safeParse(followUpTypeSchema, readJson(`${FOLDER}/${name}`));
    expect(
      read.issues?.map(({ message, path }) => `${path?.map(({ key }) => String(key)).join('.')}: ${message}`),
    ).toBe(undefined);
    expect(read.output).toMatchObject({ id: name.replace('.json', '') });
  });

  it('is what the program knows', () => {
    expect(followUpTypes.map(({ id }) => `${id}.json`).sort()).toEqual([...files].sort());
  });

  it.each(followUpTypes.map((type) => [type.id, type] as const))('%s ends after it is due', (_id, type) => {
    for (const { dueAfterHours, untilAfterHours } of [type, ...Object.values(type.timesOn ?? {})])
      if (untilAfterHours !== undefined) expect(untilAfterHours).toBeGreaterThan(dueAfterHours);
  });

  it('rests on sources the message rules name too', () => {
    expect(followUpTypes.filter(({ source }) => !sources.includes(source)).map(({ id }) => id)).toEqual([]);
  });

  it('says on Amazon what policy says: watch what Amazon tells itself, never the unpaid', () => {
    const of = (mode: string) => followUpTypes.filter(({ modes }) => modes['amazon'] === mode).map(({ id }) => id);
    expect(of('watch')).toEqual(
      expect.arrayContaining(['dispatched', 'delivered', 'check-in', 'sample-after-days', 'in-transit-long']),
    );
    expect(of('never')).toContain('unpaid-order');
    expect(of('message')).toContain('delayed');
    const delayed = followUpTypes.find(({ id }) => id === 'delayed')!;
    expect(delayed.untilAfterHours).toBeLessThanOrEqual(30 * 24);
  });

  it('has clocks the browser knows', () => {
    const { marketplaces } = v.parse(marketplaceClocksSchema, readJson('utils/catalog/time/marketplace-clocks.json'));
    const zones = Object.values(marketplaces).flatMap(({ other, countries }) => [other, ...Object.values(countries)]);
    expect(zones.length).toBeGreaterThan(20);
    for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone }), timeZone).not.toThrow();
  });
});

describe('the replies of follow-ups', () => {
  it.each(messages)('%s has one on %s that is permitted there', (_id, marketplace, type) => {
    const template = templates.get(type.templates?.[marketplace] ?? '');
    expect(template, type.templates?.[marketplace]).toBeDefined();
    expect(template!.scope.marketplaces ?? [marketplace]).toContain(marketplace);
  });

  it.each(followUpTypes.map((type) => [type.id, type] as const))(
    '%s has none where nothing may be written',
    (_id, type) => {
      const named = Object.keys(type.templates ?? {});
      expect(named.filter((marketplace) => type.modes[marketplace] !== 'message')).toEqual([]);
    },
  );
});

/** What the message check finds in the reply of a follow-up, with every value and with the required ones alone. */
const findingsOf = (type: FollowUpType, marketplace: string, lang: string): readonly string[] => {
  const template = templates.get(type.templates![marketplace]!)!;
  const sample = sampleFacts(lang, template);
  const needed = template.variables
    .filter(({ required }) => required)
    .map(({ name }) => [name, sample[name]!] as const);
  return [sample, Object.fromEntries(needed) as Facts].flatMap((facts) => {
    const { draft } = renderDraft(template, lang, { ...facts, marketplace: { value: marketplace, source: 'page' } })!;
    const message = {
      text: draftText(draft, (variable) => variable),
      lang,
      marketplace: brandAs<'MarketId'>(marketplace),
      // Nobody has written before what starts by itself; a message that waits and a return are answered, and a promise was
      // made in an answer.
      direction: ['buyer-message', 'return', 'promise'].includes(type.starts)
        ? ('reply' as const)
        : ('proactive' as const),
      now: brandAs<'Instant'>('2026-11-21T09:00:00.000Z'),
    };
    expect(message.text.length).toBeGreaterThan(20);
    return check(message, checkerOf(lang)).map(({ rule, start, end }) => `${rule}: ${message.text.slice(start, end)}`);
  });
};

describe.each(SHIPPED_LANGS)('the message check of follow-ups in %s', (lang) => {
  it.each(messages)('finds nothing in %s on %s', (_id, marketplace, type) => {
    expect(findingsOf(type, marketplace, lang)).toEqual([]);
  });
});

it('names the clocks that cost something as the types do', () => {
  expect([...clockKinds].sort()).toEqual(
    followUpTypes
      .filter(({ isDeadline }) => isDeadline)
      .map(({ id }) => id)
      .sort(),
  );
});
