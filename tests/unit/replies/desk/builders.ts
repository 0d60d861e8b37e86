import type { ReplyTemplate } from '@/utils/domain/replies/template';

/** The words of one language of `aTemplate`. */
export const texts = (
  change: Readonly<Record<string, string>> = {},
): ReplyTemplate['languages'][string] & { readonly texts: Readonly<Record<string, string>> } => ({
  status: { state: 'draft' },
  texts: {
    greeting: '{% if buyerName %}Hello {{ buyerName }},{% else %}Hello,{% endif %}',
    answer: 'We will answer by {{ updateDate | day }}.',
    ...change,
  },
});

/** A small reply of a desk, English. */
export const aTemplate = (change: Partial<ReplyTemplate> = {}): ReplyTemplate => ({
  id: 'own-checking',
  intent: 'any',
  kind: 'reply',
  title: { en: 'We are checking', 'zh-CN': '正在核实' },
  scope: {},
  variables: [
    { name: 'buyerName', type: 'text', required: false },
    { name: 'updateDate', type: 'date', required: true },
  ],
  blocks: [
    { id: 'greeting', role: 'greeting', before: '' },
    { id: 'answer', role: 'answer', before: '\n\n' },
  ],
  languages: { en: texts() },
  ...change,
});
