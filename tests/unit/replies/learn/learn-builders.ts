import type { Draft, DraftBlock, Facts } from '@/utils/domain/replies/draft';
import { draftText } from '@/utils/domain/replies/draft-text';
import { asTemplateText, type EditContext } from '@/utils/domain/replies/learn/template-text';
import { renderDraft } from '@/utils/domain/replies/render';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { shippedTemplates } from '../catalogue';

const shipped = shippedTemplates();

export const shippedTemplate = (id: string): ReplyTemplate => {
  const found = shipped.find((template) => template.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};

/** A template of plain blocks, one text for each. */
export const aTemplateOf = (
  texts: Readonly<Record<string, string>>,
  change: Partial<ReplyTemplate> & { readonly lang?: string } = {},
): ReplyTemplate => {
  const { lang = 'de', ...rest } = change;
  return {
    id: 'sample',
    intent: 'any',
    kind: 'reply',
    title: { en: 'Sample', 'zh-CN': '示例' },
    scope: {},
    variables: [
      { name: 'buyerName', type: 'text', required: false },
      { name: 'orderId', type: 'order-id', required: false },
      { name: 'tracking', type: 'text', required: false },
      { name: 'carrier', type: 'text', required: false },
      { name: 'shipDate', type: 'date', required: false },
      { name: 'updateDate', type: 'date', required: false },
      { name: 'amount', type: 'money', required: false },
      { name: 'refundDays', type: 'days', required: false },
      { name: 'shopName', type: 'text', required: false },
    ],
    blocks: Object.keys(texts).map((id, index) => ({ id, role: 'answer', before: index === 0 ? '' : ' ' })),
    languages: { [lang]: { status: { state: 'draft' }, texts } },
    ...rest,
  };
};

export const factsOf = (values: Readonly<Record<string, string>>): Facts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, source: 'page' }]));

export const theDraft = (template: ReplyTemplate, lang: string, facts: Facts): Draft => {
  const rendered = renderDraft(template, lang, facts);
  if (!rendered) throw new Error('does not render');
  return rendered.draft;
};

export const sentText = (draft: Draft): string => draftText(draft, (name) => name);

/** A draft whose blocks are these texts, one under the other; `⟦name⟧` is an open place. */
export const aDraft = (...texts: readonly string[]): Draft => ({
  templateId: 'sample',
  lang: 'de',
  status: { state: 'draft' },
  blocks: texts.map((text, index): DraftBlock => ({
    id: `b${index}`,
    before: '\n',
    segments: text
      .split(/(⟦\w+⟧)/)
      .filter((part) => part !== '')
      .map((part) =>
        part.startsWith('⟦') ? { kind: 'open', variable: part.slice(1, -1) } : { kind: 'text', text: part },
      ),
  })),
});

/** What is known of the order in these tests. */
export const orderFacts = factsOf({
  buyerName: 'Maria Holm',
  orderId: '302-1234567-7654321',
  carrier: 'DHL',
  tracking: 'JD014600003',
  shipDate: '2026-11-12',
  promisedDate: '2026-12-03',
  remedy: 'refund',
  remedyDate: '2026-12-01',
  updateDate: '2026-11-30',
  amount: '1234.5 EUR',
  refundDays: '3',
  shopName: 'Lumen',
});

/** What is learnt when the text between two others is sent otherwise, or why nothing is. */
export const learntOf = (
  source: string,
  after: string,
  change: Partial<EditContext> & { readonly lang?: string } = {},
) => {
  const { lang = 'de', ...rest } = change;
  const template = aTemplateOf({ first: 'Alles klar.', middle: source, last: 'Bis bald.' }, { lang });
  const draft = theDraft(template, lang, rest.facts ?? orderFacts);
  const before = draft.blocks[1]!.segments.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  const context = { template, lang, facts: orderFacts, orderItems: [], buyerName: 'Maria Holm', ...rest };
  const read = asTemplateText({ block: 'middle', before, after }, context);
  return read.ok ? read.value : read.error.kind;
};
