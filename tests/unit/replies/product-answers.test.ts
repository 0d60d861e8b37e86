import { describe, expect, it } from 'vitest';
import type { Facts } from '@/utils/domain/replies/draft';
import { draftText } from '@/utils/domain/replies/draft-text';
import { renderDraft } from '@/utils/domain/replies/render';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { shippedTemplates } from './catalogue';

const templates = shippedTemplates();
const made = (id: string, lang: string, values: Readonly<Record<string, string>>) => {
  const facts: Facts = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, source: 'product' as const }]),
  );
  const { draft, open } = renderDraft(
    templates.find((one) => one.id === id)!,
    lang,
    facts,
  )!;
  return { text: draftText(draft, (name) => `[${name}]`), open: open.map(({ name }) => name) };
};

describe.each(SHIPPED_LANGS)('what a product card knows, in %s', (lang) => {
  it.each([
    ['product-material', 'material', 'productAnswer'],
    ['how-to-use', 'manual', 'steps'],
  ])('answers %s, so that nothing is asked', (id, known, asked) => {
    expect(made(id, lang, {}).open).toEqual([asked]);
    const { text, open } = made(id, lang, { [known]: 'ABC-7' });
    expect(open).toEqual([]);
    expect(text.match(/ABC-7/gu)).toHaveLength(1);
  });

  it.each([
    ['product-info', 'boxContents'],
    ['warranty', 'warranty'],
  ])('stands in %s beside the answer', (id, known) => {
    const without = made(id, lang, {});
    const { text, open } = made(id, lang, { [known]: 'ABC-7' });
    expect(open).toEqual(without.open);
    expect(text.match(/ABC-7/gu)).toHaveLength(1);
    expect(without.text).not.toContain(`[${known}]`);
  });
});

describe.each(SHIPPED_LANGS)('the usual days in transit, in %s', (lang) => {
  it.each([
    'where-is-order-unshipped',
    'delivery-delayed-unshipped',
    'missing-parts-sent',
    'dispatched',
    'stock-available',
    'shipping-options',
  ])('stand in %s when the shop has said them', (id) => {
    const without = made(id, lang, {});
    const { text, open } = made(id, lang, { transitDays: '5-8' });
    expect(text).toContain('5-8');
    expect(open).toEqual(without.open);
    expect(without.text).not.toContain('[transitDays]');
  });

  it.each(['where-is-order-unshipped', 'dispatched'])('give way in %s to the day the order shows', (id) => {
    const { text } = made(id, lang, { transitDays: '5-8', promisedDate: '2026-12-05' });
    expect(text).toContain('2026');
    expect(text).not.toContain('5-8');
  });
});
