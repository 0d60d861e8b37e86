import type { AssistantModel, NotesModel } from '@/components/content/model';
import { brandAs } from '@/utils/domain/ids';
import {
  aCheck,
  aConversion,
  aDraft,
  aFinding,
  aModel,
  aNote,
  aSuggestion,
  openNotes,
  someHistory,
  threeSuggestions,
} from '../content/samples';

const GREETING_ZH = '韦伯女士，您好：';

/** The same three suggestions as an agent sees them who reads Chinese. */
const chineseSuggestions = [
  aSuggestion({
    title: '致歉并给出新的送达日期',
    reasons: [
      { kind: 'cues', cues: [{ start: 20, end: 36, text: 'immer noch nicht', gloss: '仍然没有' }] },
      { kind: 'order-state', state: 'shipped' },
    ],
    counterpart: aDraft('zh', [
      GREETING_ZH,
      '您的订单 302-7781234-5567890 本应于 11 月 17 日送达，我们深表歉意。',
      'DHL 现在预计在 [newEta] 前送达。',
    ]),
  }),
  aSuggestion({
    ...threeSuggestions[1],
    title: '提供物流单号和最新扫描',
    counterpart: aDraft('zh', [GREETING_ZH, '您的包裹正由 DHL 运送，物流单号 00340434161094。']),
  }),
  aSuggestion({
    ...threeSuggestions[2],
    title: '请承运商查找包裹',
    counterpart: aDraft('zh', [GREETING_ZH, '我们已请 [carrier] 查找，最迟 [deadlineDate] 给您答复。']),
  }),
];

const findings = [
  aFinding(),
  aFinding({
    rule: 'contact.email',
    severity: 'warn',
    start: 60,
    excerpt: 'help@lumen-shop.de',
    fixes: [{ start: 60, end: 78, replacement: '' }],
    text: { ...aFinding().text, title: 'Gives an e-mail address' },
  }),
  aFinding({
    rule: 'style.caps',
    severity: 'info',
    start: 90,
    excerpt: 'URGENT',
    fixes: [],
    text: { ...aFinding().text, title: 'Shouts in capitals' },
  }),
];

const foreignOrder = aFinding({
  rule: 'guard-foreign-order',
  start: 100,
  excerpt: '028-1111111-2222222',
  compared: { said: '028-1111111-2222222', known: '302-7781234-5567890' },
  fixes: [{ start: 100, end: 119, replacement: '302-7781234-5567890' }],
  muteDays: 1,
  text: {
    title: 'Names another buyer’s order',
    why: 'This order number belongs to somebody else. Their data must not reach this buyer.',
    alternative: '302-7781234-5567890',
    sources: [],
  },
});

/** Findings of all three sources, facts that are missing and a rule that is muted. */
const mixedCheck = aCheck({
  hasText: true,
  context: [
    {
      rule: 'ctx-too-early',
      severity: 'block',
      muteDays: 30,
      at: '2026-11-26',
      text: {
        ...aFinding().text,
        title: 'Too early for a review request',
        sources: [
          { key: 'a', title: 'Solicitations API', readOn: '2026-11-02', confidence: 'secondary' },
          { key: 'b', title: 'Seller forum', readOn: '2026-11-02', confidence: 'recalled' },
        ],
      },
    },
  ],
  findings: [findings[0], foreignOrder, findings[1]].filter((one) => one !== undefined),
  unknown: ['optedOut', 'preferredLang'],
  muted: [
    {
      rule: 'fmt-emoji',
      until: brandAs('2026-11-29T09:00:00.000Z'),
      reason: 'False alarm',
      title: 'Emoji in the message',
    },
  ],
  told: { block: 3, warn: 1, info: 0 },
});

const withHistory = (notes: NotesModel): NotesModel =>
  notes.kind === 'open' ? { ...notes, view: { ...notes.view, ...someHistory } } : notes;

/** Every state worth looking at, by name. */
export function scenes(uiLang: string): Readonly<Record<string, AssistantModel>> {
  const isChinese = uiLang === 'zh-CN';
  const make = (change: Partial<AssistantModel> = {}): AssistantModel =>
    aModel({
      uiLang,
      agentLang: isChinese ? 'zh' : 'en',
      suggestions: isChinese ? chineseSuggestions : threeSuggestions,
      notes: { kind: 'closed', count: 3 },
      ...change,
    });
  const twoReadings = [
    aConversion({ ambiguous: true }),
    aConversion({
      audience: 'men',
      ambiguous: true,
      lines: [
        { label: 'EU', value: '38.5' },
        { label: 'US', value: '6' },
      ],
    }),
  ];
  return {
    loading: make({ phase: 'loading', shop: null, buyerLang: null, intents: [], suggestions: [], message: null }),
    cards: make({
      conversions: [aConversion()],
      draftChecks: threeSuggestions.map(() => ({ issues: 0, coverage: { kind: 'full' as const, rulesRun: 20 } })),
    }),
    same: make({
      buyerLang: { lang: 'en', sure: false },
      suggestions: threeSuggestions.map((suggestion) => ({
        ...suggestion,
        draft: suggestion.counterpart ?? suggestion.draft,
        counterpart: null,
      })),
    }),
    long: make({
      shop: { kind: 'known', shop: { id: brandAs('x'), name: 'Donaudampfschifffahrts-Elektrizität Großhandel Süd' } },
      buyerLang: { lang: 'pt-BR', sure: false },
      conversions: twoReadings,
      suggestions: threeSuggestions.map((suggestion) => ({
        ...suggestion,
        title: `${suggestion.title} and then explain at length what happens next to the parcel`,
      })),
    }),
    folded: make({
      folded: true,
      notice: { kind: 'inserted', how: 'typed' },
      check: aCheck({ hasText: true }),
      conversions: [aConversion()],
    }),
    form: make({ filling: 2 }),
    issues: make({ folded: true, check: aCheck({ hasText: true, findings }) }),
    found: make({ folded: true, check: mixedCheck }),
    shared: make({ folded: true, check: { ...mixedCheck, sharesBox: true, findings: findings.slice(0, 1) } }),
    held: make({
      folded: true,
      check: mixedCheck,
      held: { rules: [findings[0], foreignOrder].filter((one) => !!one) },
    }),
    escalated: make({ escalation: 'injury', conversions: [aConversion()] }),
    limited: make({
      folded: true,
      health: 'limited',
      check: aCheck({ hasText: true, lang: 'pl', coverage: { kind: 'limited', rulesRun: 9 } }),
    }),
    notes: make({
      notes: openNotes(
        [
          aNote('n1', 'Prefers DHL parcel lockers. Speaks some English.'),
          aNote('n2', '上次退货：尺码偏小，已换 39 码。', { editedAt: brandAs('2026-11-19T08:00:00.000Z') }),
        ],
        ['n2'],
      ),
    }),
    history: make({ notes: withHistory(openNotes([aNote('n1', 'Prefers DHL parcel lockers.')])) }),
    emptynotes: make({ notes: openNotes([]) }),
    conversions: make({ conversions: twoReadings }),
    power: make({
      conversions: [
        aConversion({
          kind: 'power',
          heard: 'JP',
          audience: undefined,
          lines: [
            { label: 'convert.power.voltage', value: '100 V' },
            { label: 'convert.power.frequency', value: '50/60 Hz' },
            { label: 'convert.power.plugs', value: 'A, B' },
          ],
          basis: { kind: 'table', sourceId: 'mains-tables' },
          warnings: ['convert.warning.checkLabel', 'convert.warning.frequency'],
        }),
      ],
    }),
    health: make({
      health: 'broken',
      composer: 'missing',
      readMs: 3.4,
      fields: [
        { field: 'thread', state: 'ok', required: true, candidate: 0 },
        { field: 'composer', state: 'missing', required: true, problem: 'missing' },
        { field: 'orderId', state: 'fallback', required: false, candidate: 3 },
        { field: 'promisedOn', state: 'missing', required: false, problem: 'missing' },
        { field: 'shop', state: 'ok', required: false, candidate: 1 },
        { field: 'order', state: 'missing', required: false, problem: 'disagree' },
        { field: 'gift_wrap', state: 'ok', required: false },
      ],
    }),
    broken: make({ health: 'broken', composer: 'missing' }),
    error: make({ phase: 'problem', problem: { kind: 'disconnected' }, suggestions: [] }),
    questions: make({
      shop: {
        kind: 'ask',
        choices: [
          { id: brandAs('a'), name: 'Lumen DE' },
          { id: brandAs('b'), name: 'Lumen FR' },
        ],
      },
      restorable: { savedAt: brandAs('2026-11-21T09:05:00.000Z') },
    }),
    none: make({ suggestions: [], intents: [] }),
    menu: make({ conversions: [aConversion()] }),
    popover: make({ folded: true }),
    collapsed: make({ collapsed: true }),
  };
}
