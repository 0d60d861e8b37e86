// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { checkerOf } from '@/scripts/evaluate/lib/rule-packs';
import { check } from '@/utils/domain/compliance/engine';
import { brandAs } from '@/utils/domain/ids';
import { draftText } from '@/utils/domain/replies/draft-text';
import type { Facts } from '@/utils/domain/replies/draft';
import { renderDraft } from '@/utils/domain/replies/render';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { shippedTemplates } from '../unit/replies/catalogue';

const MARKETPLACES = ['amazon', 'aliexpress'] as const;

const sample: Readonly<Record<string, string>> = {
  date: '2026-12-03',
  days: '3',
  'order-id': '302-1234567-7654321',
  money: '19.90 EUR',
  number: '2',
  text: 'Lumen',
};

/** Every way a template can read: all values or only the required ones, each choice, first or again, both tones. */
function waysOf({ variables }: ReplyTemplate): readonly Facts[] {
  const put = (names: typeof variables, choice: number): Facts =>
    Object.fromEntries(
      names.map(({ name, type, choices }) => [
        name,
        { value: choices?.[choice % choices.length] ?? sample[type]!, source: 'agent' as const },
      ]),
    );
  const mostChoices = Math.max(1, ...variables.map(({ choices }) => choices?.length ?? 1));
  const filled = Array.from({ length: mostChoices }, (_, choice) => [
    put(variables, choice),
    put(
      variables.filter(({ required }) => required),
      choice,
    ),
  ]).flat();
  const yes = (value: string) => ({ value, source: 'page' as const });
  return filled.flatMap((facts) => [
    facts,
    { ...facts, tone: yes('short') },
    { ...facts, repeated: yes('yes'), fulfilment: yes('marketplace') },
  ]);
}

function findingsOf(template: ReplyTemplate, lang: string, marketplace: string): readonly string[] {
  return waysOf(template).flatMap((facts) => {
    const { draft } = renderDraft(template, lang, { ...facts, marketplace: { value: marketplace, source: 'page' } })!;
    const message = {
      text: draftText(draft, (variable) => variable),
      lang,
      marketplace: brandAs<'MarketId'>(marketplace),
      direction: template.kind,
      now: brandAs<'Instant'>('2026-11-21T09:00:00.000Z'),
    };
    return check(message, checkerOf(lang)).map(({ rule, start, end }) => `${rule}: ${message.text.slice(start, end)}`);
  });
}

const templates = shippedTemplates();
const langs = [...new Set(templates.flatMap(({ languages }) => Object.keys(languages)))].sort();

// A language without rules of its own is held to those that hold in every language; its English body is checked beside it.
describe.each(langs)('the message check of replies in %s', (lang) => {
  const written = templates.filter(({ languages }) => lang in languages);
  it.each(written.map((template) => [template.id, template] as const))('finds nothing in %s', (_id, one) => {
    for (const marketplace of one.scope.marketplaces ?? MARKETPLACES) {
      expect(findingsOf(one, lang, marketplace), marketplace).toEqual([]);
    }
  });
});
