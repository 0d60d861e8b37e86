// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { checkerOf } from '@/scripts/evaluate/lib/rule-packs';
import { check } from '@/utils/domain/compliance/engine';
import { brandAs } from '@/utils/domain/ids';
import { draftText } from '@/utils/domain/replies/draft-text';
import type { Facts } from '@/utils/domain/replies/draft';
import { sampleFacts } from '@/utils/domain/replies/desk/sample-facts';
import { renderDraft } from '@/utils/domain/replies/render';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { shippedTemplates } from '../unit/replies/catalogue';

const MARKETPLACES = ['amazon', 'aliexpress'] as const;

/** Every way a template can read: all values or only the required ones, each choice, first or again, both tones. */
function waysOf(template: ReplyTemplate, lang: string): readonly Facts[] {
  const { variables } = template;
  const sample = sampleFacts(lang, template);
  const put = (names: typeof variables, choice: number): Facts =>
    Object.fromEntries(
      names.map(({ name, choices }) => [
        name,
        choices ? { value: choices[choice % choices.length]!, source: 'agent' as const } : sample[name]!,
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
  return waysOf(template, lang).flatMap((facts) => {
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
