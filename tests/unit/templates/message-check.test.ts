import { describe, expect, test } from 'vitest';
import { checkReply } from '@/components/templates/editor/message-check';
import { factsFor, showReply, textOf, type Situation } from '@/components/templates/editor/preview';
import { compile } from '@/utils/domain/compliance/engine';
import { brandAs } from '@/utils/domain/ids';
import { checkTemplate } from '@/utils/domain/replies/desk/check-template';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { aliexpress, amazon, fakeApi } from '../../component/dashboard/fake-api';
import { shippedTemplates } from '../replies/catalogue';

const now = brandAs<'Instant'>('2026-11-22T09:00:00.000Z');
const { rules } = fakeApi().api;
const packOf = async (lang: string) => {
  const pack = await rules.pack({ lang });
  if (!pack.ok) throw new Error('no rules');
  return compile(pack.value.pack);
};
const packs = { en: await packOf('en'), de: await packOf('de'), zh: await packOf('zh') };
const usual: Situation = {
  hasValues: true,
  tone: 'full',
  marketplace: 'amazon',
  orderState: 'shipped',
  fulfilment: 'own',
  isRepeated: false,
};

const aReply = (texts: Record<string, string>, change: Partial<ReplyTemplate> = {}): ReplyTemplate => ({
  id: 'own-1',
  intent: 'any',
  kind: 'reply',
  title: { en: 'Own', 'zh-CN': '自建' },
  scope: {},
  variables: [{ name: 'updateDate', type: 'date', required: true }],
  blocks: Object.keys(texts).map((id) => ({ id, role: 'answer', before: ' ' })),
  languages: { en: { status: { state: 'draft' }, texts } },
  ...change,
});
const found = (reply: ReplyTemplate, lang: keyof typeof packs = 'en') =>
  checkReply(reply, {
    lang,
    markets: [aliexpress, amazon],
    compiled: packs[lang],
    problems: checkTemplate(reply),
    now,
  });

describe('the message check of a reply', () => {
  test('has nothing to say of what ships', () => {
    const shipped = shippedTemplates().filter((_, at) => at % 6 === 0);
    expect(shipped.length).toBeGreaterThan(10);
    for (const reply of shipped)
      for (const lang of ['en', 'de', 'zh'] as const) expect(found(reply, lang), `${reply.id} ${lang}`).toEqual([]);
  });

  test('says each thing once, with its sentence, its words and every marketplace', () => {
    const all = found(aReply({ first: 'Thank you.', second: 'Write to lena@example.com.' }));
    expect(all.filter(({ rule }) => rule === 'contact-email')).toEqual([
      {
        block: 'second',
        rule: 'contact-email',
        severity: 'block',
        words: expect.stringContaining('lena@example.com') as string,
        markets: ['aliexpress', 'amazon'],
      },
    ]);
  });

  test('says nothing of a marketplace the reply is not for', () => {
    const bad = { first: 'Write to lena@example.com.' };
    const markets = new Set(
      found(aReply(bad, { scope: { marketplaces: ['aliexpress'] } })).flatMap((one) => one.markets),
    );
    expect([...markets]).toEqual(['aliexpress']);
  });

  test.each([
    ['in short replies', { tone: 'short' }],
    ['when the buyer asks again', { when: 'repeated' }],
    ['when the marketplace ships', { when: 'marketplace-shipping' }],
    ['before dispatch', { when: 'not-shipped' }],
    ['on one marketplace', { when: 'amazon' }],
  ] as const)('sees sentences that stand only %s', (_name, part) => {
    const reply = aReply({ first: 'Thank you.', second: 'Write to lena@example.com.' });
    const blocks = reply.blocks.map((block) => (block.id === 'second' ? { ...block, ...part } : block));
    expect(found({ ...reply, blocks }).map(({ rule }) => rule)).toContain('contact-email');
  });

  test('sees what is said when a value is missing', () => {
    const text =
      '{% if updateDate %}We write by {{ updateDate | day }}.{% else %}Write to lena@example.com.{% endif %}';
    const variables = [{ name: 'updateDate', type: 'date' as const, required: false }];
    expect(found(aReply({ first: text }, { variables })).map(({ rule }) => rule)).toContain('contact-email');
  });

  test('does not take a place for a value for a mistake', () => {
    expect(found(aReply({ first: 'We write by {{ updateDate | day }}.' }))).toEqual([]);
  });

  test('leaves out a text that can not be read', () => {
    expect(found(aReply({ first: 'Write to lena@example.com {{ x', second: 'Thank you.' }))).toEqual([]);
  });
});

describe('a reply as it is shown', () => {
  test('is nothing in a language it does not have', () => {
    const reply = aReply({ first: 'Thank you.' });
    expect(showReply(reply, { lang: 'fr', facts: factsFor(reply, 'fr', usual), problems: [] })).toBeNull();
  });

  test('begins with its first sentence, whichever that is, and marks what is open', () => {
    const reply = aReply({ first: 'Only on AliExpress.', second: 'We write by {{ updateDate | day }}.' });
    const blocks = reply.blocks.map((block) =>
      block.id === 'first' ? { ...block, when: 'aliexpress' as const } : block,
    );
    const shown = (hasValues: boolean) =>
      showReply(
        { ...reply, blocks },
        { lang: 'en', facts: factsFor(reply, 'en', { ...usual, hasValues }), problems: [] },
      )!;
    expect(textOf(shown(true), (name) => name)).toMatch(/^We write by December \d+, 2026\.$/);
    expect(textOf(shown(false), (name) => name)).toBe('We write by ⟦updateDate⟧.');
  });
});
