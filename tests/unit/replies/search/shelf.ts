import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noHabits } from '@/utils/domain/replies/habits';
import { findReplies, findSentences, type ReplyQuery } from '@/utils/domain/replies/search/find-replies';
import { createPinyin } from '@/utils/domain/replies/search/pinyin';
import { indexReplies } from '@/utils/domain/replies/search/reply-index';
import { parseTemplates, type ReplyTemplate } from '@/utils/domain/replies/template';
import { brandAs } from '@/utils/domain/ids';
import { anOrder, theFacts } from '../builders';

/** The shipped table of readings. */
export const pinyin = createPinyin(
  JSON.parse(readFileSync(join(process.cwd(), 'utils/catalog/pinyin/pinyin.json'), 'utf8')),
)!;

/** A template of sentences, `[en, de, zh]` each. */
export function aTemplate(
  id: string,
  title: readonly [en: string, zh: string],
  sentences: readonly (readonly [en: string, de: string, zh: string])[],
  change: Partial<ReplyTemplate> = {},
): ReplyTemplate {
  const textsIn = (place: number) => Object.fromEntries(sentences.map((texts, at) => [`b${at}`, texts[place]]));
  const json = {
    id,
    intent: 'refund_request',
    kind: 'reply',
    title: { en: title[0], 'zh-CN': title[1] },
    scope: {},
    variables: [{ name: 'newEta', type: 'date', required: true }],
    blocks: sentences.map((_, at) => ({ id: `b${at}`, role: 'answer', before: at === 0 ? '' : ' ' })),
    languages: Object.fromEntries(
      ['en', 'de', 'zh'].map((lang, place) => [lang, { status: { state: 'draft' }, texts: textsIn(place) }]),
    ),
    ...change,
  };
  const { templates, problems } = parseTemplates([json]);
  if (!templates[0]) throw new Error(JSON.stringify(problems));
  return templates[0];
}

/** Five replies people look for. */
export const someTemplates: readonly ReplyTemplate[] = [
  aTemplate(
    'refund-sent',
    ['Refund issued', '已退款'],
    [
      ['We have refunded your order.', 'wir haben Ihnen den Betrag erstattet.', '我们已为您办理退款。'],
      ['The bank may need a few days.', 'Die Bank braucht dafür einige Tage.', '银行处理可能需要几天。'],
    ],
  ),
  aTemplate(
    'late-parcel',
    ['Parcel is late', '包裹延误'],
    [
      ['Your parcel is late, we are sorry.', 'Ihr Paket verspätet sich leider.', '很抱歉，您的包裹延误了。'],
      [
        'It will arrive by {{ newEta | day }}.',
        'Es kommt bis zum {{ newEta | day }} an.',
        '预计在 {{ newEta | day }}之前送达。',
      ],
    ],
    { intent: 'delivery_delayed', tags: ['Verspätung'], scope: { orderStates: ['shipped'] } },
  ),
  aTemplate(
    'return-first',
    ['Return, then money back', '先退货再退款'],
    [['Please send it back first.', 'bitte senden Sie es zuerst zurück.', '请您先把商品寄回。']],
    { intent: 'return_request' },
  ),
  aTemplate(
    'platform-claim',
    ['Open a claim', '提交纠纷'],
    [['You can open a dispute.', 'Sie können einen Streitfall eröffnen.', '您可以提交纠纷。']],
    { intent: 'dispute_claim', scope: { marketplaces: ['aliexpress'] } },
  ),
  aTemplate(
    'delay-news',
    ['Delay notice', '延误通知'],
    [['Your parcel is late, we are sorry.', 'Ihr Paket verspätet sich leider.', '很抱歉，您的包裹延误了。']],
    { intent: 'delivery_delayed', kind: 'proactive' },
  ),
];

export const someIndex = indexReplies(someTemplates, pinyin);

/** A search from a conversation about a shipped order on Amazon. */
export const aQuery = (query: string, change: Partial<ReplyQuery> = {}): ReplyQuery => ({
  query,
  limit: 10,
  situation: { direction: 'reply', marketplace: brandAs('amazon'), order: anOrder(), facts: theFacts() },
  intents: [],
  habits: noHabits,
  ...change,
});

/** Ids of the templates a query finds, best first. */
export const idsOf = (query: string, change: Partial<ReplyQuery> = {}): readonly string[] =>
  findReplies(someIndex, pinyin, aQuery(query, change)).hits.map(({ template }) => template.id);

/** The sentences a query finds as `template block`, best first. */
export const sentencesOf = (query: string, change: Partial<ReplyQuery> = {}): readonly string[] =>
  findSentences(someIndex, pinyin, aQuery(query, change)).hits.map(({ template, block }) =>
    [template.id, block?.id].join(' '),
  );
