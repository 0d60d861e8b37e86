import type { ContentApi, ThreadRequest, ThreadView } from '@/utils/app/api';
import { brandAs, type Instant } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';

export const amazon = brandAs<'MarketId'>('amazon');
export const key = (value: string) => brandAs<'BuyerKey'>(value);
export const shopOf = (value: string) => brandAs<'ShopId'>(value);
export const noteId = (value: string) => brandAs<'NoteId'>(value);

/** What a page asks about a thread; the thread's key becomes the buyer's key in the answer of `aContentApi`. */
export const aRequest = (thread = 't1', change: Partial<ThreadRequest> = {}): ThreadRequest => ({
  page: 'thread',
  threadKey: brandAs<'ThreadKey'>(thread),
  aliases: [{ kind: 'order', value: '111-1', strong: true }],
  shop: {},
  lastMessage: null,
  direction: 'reply',
  ownMessages: 0,
  order: null,
  holds: {},
  ...change,
});

export const aView = (thread: string, change: Partial<ThreadView> = {}): ThreadView => ({
  threadKey: brandAs<'ThreadKey'>(thread),
  shop: { kind: 'known', shop: { id: shopOf('shop-1'), name: 'Lumen' } },
  buyerLang: { lang: 'de', sure: true, from: 'text' },
  agentLang: 'en',
  uiLang: 'en',
  intents: [],
  cues: [],
  suggestions: [],
  draftChecks: [],
  conversions: [],
  products: [],
  record: {
    buyerKey: key(`buyer-of-${thread}`),
    topic: 'buyer:x',
    noteCount: 0,
    returning: false,
    isNew: false,
    segments: [],
  },
  rules: { version: '1', coverage: {} as ThreadView['rules']['coverage'], muted: [], holdsSending: false },
  review: null,
  escalation: null,
  strings: { version: '1' },
  draft: null,
  ...change,
});

/** A content API that remembers what it was asked and answers with plain values. */
export const aContentApi = (change: Partial<ContentApi> = {}) => {
  const asked: { readonly name: string; readonly args: object }[] = [];
  const stamp = {
    shopId: shopOf('shop-1'),
    authorId: brandAs<'AgentId'>('a'),
    hlc: 'h',
    origin: 'n',
    deleted: 0,
  } as const;
  const note = {
    ...stamp,
    id: noteId('n1'),
    buyerKey: key('buyer-of-t1'),
    text: 'a',
    createdAt: '2026-03-02T09:00:00.000Z' as Instant,
  };
  const plain: ContentApi = {
    openThread: (request) => Promise.resolve(ok(aView(request.threadKey))),
    render: () => Promise.resolve({ ok: false, error: { kind: 'not-found' } }),
    findReplies: () => Promise.resolve(ok({ hits: [], count: 0 })),
    renderSentence: () => Promise.resolve({ ok: false, error: { kind: 'not-found' } }),
    favourite: () => Promise.resolve(ok(null)),
    understand: () => Promise.resolve(ok({ message: null, reply: [], translatesHere: false })),
    reviewDraft: () =>
      Promise.resolve(
        ok({
          lang: 'de',
          rules: aView('t1').rules,
          review: { guards: [], context: { findings: [], unknown: [] }, promises: [] },
        }),
      ),
    muteRule: () => Promise.resolve(ok(aView('t1').rules)),
    unmuteRule: () => Promise.resolve(ok(aView('t1').rules)),
    overrideHold: () => Promise.resolve(ok(null)),
    chooseShop: ({ shopId }) => Promise.resolve(ok({ kind: 'known', shop: { id: shopId, name: 'Lumen' } })),
    openBuyer: () => Promise.resolve({ ok: false, error: { kind: 'not-found' } }),
    reviewNote: () => Promise.resolve(ok([])),
    addNote: () => Promise.resolve(ok(note)),
    editNote: () => Promise.resolve(ok(note)),
    deleteNote: () => Promise.resolve(ok(null)),
    tagBuyer: () => Promise.resolve(ok(null)),
    knownTags: () => Promise.resolve(ok([])),
    promiseKept: () => Promise.resolve(ok(null)),
    followUpDone: () => Promise.resolve(ok(null)),
    joinAnswer: () => Promise.resolve(ok(null)),
    forgetBuyer: () => Promise.resolve(ok(null)),
    rememberAgain: () => Promise.resolve(ok(null)),
    saveDraft: () => Promise.resolve(ok(null)),
    dropDraft: () => Promise.resolve(ok(null)),
    keepProductValue: ({ item, field, value }) =>
      Promise.resolve(ok({ id: 'p1', shopId: shopOf('shop-1'), ...item, values: { [field]: value } })),
    problemPrefill: () => Promise.resolve(ok({ products: [], severity: 'low', today: 0 })),
    reportProblem: () => Promise.resolve(ok({ today: 1 })),
    reviewAsked: () => Promise.resolve(ok(null)),
    openList: ({ rows }) =>
      Promise.resolve(
        ok({
          shop: aView('t1').shop,
          uiLang: 'en',
          strings: { version: '1' },
          reviews: null,
          rows: rows.map((row) => ({ key: row.key })),
          kept: { orders: 0, events: 0 },
        }),
      ),
    reportVisit: () => Promise.resolve(ok(null)),
    teachWords: () => Promise.resolve(ok({ uiLang: 'en', entries: {} })),
    saveTaught: () => Promise.resolve(ok(null)),
    log: () => Promise.resolve(ok(null)),
    ...change,
  };
  const api = Object.fromEntries(
    Object.entries(plain).map(([name, call]) => [
      name,
      (args: never) => {
        asked.push({ name, args });
        return (call as (args: never) => unknown)(args);
      },
    ]),
  ) as unknown as ContentApi;
  return { api, asked };
};
