// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ThreadRequest } from '@/utils/app/api';
import { createCatalogue } from '@/utils/app/catalogue';
import { createPalette } from '@/utils/app/palette';
import type { FoundReplies } from '@/utils/app/palette-api';
import { createSettings } from '@/utils/app/settings';
import { createThreadApi } from '@/utils/app/thread';
import { brandAs } from '@/utils/domain/ids';
import { noHabits } from '@/utils/domain/replies/habits';
import { ok } from '@/utils/domain/result';
import { shippedTemplates } from '../replies/catalogue';
import { theFacts, anOrder as aReplyOrder } from '../replies/builders';
import { pinyin } from '../replies/search/shelf';
import { aDesk, amazon, anOrderAlias, valueOf, type Desk } from './desk';
import { shippedAssets } from './shipped-assets';

const catalogue = createCatalogue(shippedAssets);

const aThreadApi = (desk: Desk) =>
  createThreadApi(amazon, {
    ...desk,
    settings: createSettings(desk.deps),
    catalogue,
    shelf: catalogue.templates,
    words: async () => ({ lang: 'en', version: 'en@1', entries: {} }),
    clock: desk.deps.clock,
    today: () => '2026-11-21',
  });

const request: ThreadRequest = {
  page: 'thread',
  threadKey: brandAs<'ThreadKey'>('case:1'),
  aliases: [anOrderAlias('999-1000001-0000001')],
  shop: { name: 'Lumen DE' },
  buyerName: 'Lena',
  lastMessage: { text: 'Wo ist mein Paket?' },
  direction: 'reply',
  ownMessages: 0,
  order: {
    orderId: brandAs<'OrderId'>('999-1000001-0000001'),
    state: 'shipped',
    items: [{ title: 'Reading lamp' }],
    carrier: 'DHL',
    tracking: '0034099999',
    shippedOn: '2026-11-13',
    promisedOn: '2026-11-25',
  },
  holds: {},
};

const anOpenThread = async (desk = aDesk()) => {
  const api = aThreadApi(desk);
  valueOf(await api.openThread(request));
  return { api, desk };
};

const idsOf = ({ hits }: FoundReplies) => hits.map(({ suggestion }) => suggestion.templateId);

describe('looking for a reply', () => {
  it('needs an open conversation', async () => {
    const api = aThreadApi(aDesk());
    const found = await api.findReplies({ query: '', kind: 'reply', limit: 10 });
    expect(found).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('answers in the buyer’s language with the facts of the thread, and in the agent’s', async () => {
    const { api } = await anOpenThread();
    const { hits, count } = valueOf(await api.findReplies({ query: 'damaged', kind: 'reply', limit: 5 }));
    expect(count).toBeGreaterThan(0);
    const { suggestion, misfit, check, isFavourite } = hits[0]!;
    expect(suggestion).toMatchObject({ draft: { lang: 'de' }, counterpart: { lang: 'en' } });
    expect(JSON.stringify(suggestion.draft)).toContain('Lena');
    expect([misfit === null || typeof misfit.kind === 'string', isFavourite]).toEqual([true, false]);
    expect(check.issues).toBe(0);
  });

  it('finds the same by Chinese, by pinyin and by first letters', async () => {
    const { api } = await anOpenThread();
    const find = async (query: string) => idsOf(valueOf(await api.findReplies({ query, kind: 'reply', limit: 20 })));
    const byCharacters = await find('退款');
    expect(byCharacters.length).toBeGreaterThan(1);
    for (const query of ['tuikuan', 'tk'])
      expect(await find(query)).toEqual(expect.arrayContaining(byCharacters.slice(0, 2)));
  });

  it('gives a sentence alone, filled, and fills it again with what was typed', async () => {
    const { api } = await anOpenThread();
    const { hits } = valueOf(await api.findReplies({ query: 'photo', kind: 'sentence', limit: 10 }));
    expect(hits.length).toBeGreaterThan(0);
    for (const { suggestion } of hits) expect(suggestion.draft.blocks.map(({ id }) => id)).toEqual([suggestion.block]);
    const asking = valueOf(await api.findReplies({ query: '', kind: 'sentence', limit: 20 })).hits.find(
      ({ suggestion }) => suggestion.open.length > 0,
    )?.suggestion;
    if (!asking?.block) throw new Error('no sentence asks for anything');
    const values = Object.fromEntries(
      asking.open.map(({ name, type, choices }) => [name, choices?.[0] ?? (type === 'date' ? '2026-12-03' : '3')]),
    );
    const filled = valueOf(await api.renderSentence({ templateId: asking.templateId, block: asking.block, values }));
    expect(filled.open).toEqual([]);
    expect(filled.draft.blocks).toHaveLength(1);
  });

  it('knows no sentence that is not there', async () => {
    const { api } = await anOpenThread();
    const found = await api.renderSentence({ templateId: 'damaged', block: 'nothing', values: {} });
    expect(found).toEqual({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('what the agent uses', () => {
  it('is counted when a reply was inserted, and stands first', async () => {
    const { api, desk } = await anOpenThread();
    await api.log({ what: 'inserted', templateId: 'damaged' });
    await api.log({ what: 'copied', templateId: 'warranty' });
    expect((await desk.habits.read()).used).toMatchObject({ damaged: { count: 1 } });
    expect((await desk.habits.read()).used).not.toHaveProperty('warranty');
    expect((await aDesk().habits.read()).used).toEqual({});
  });

  it('is kept as a favourite until it is taken away', async () => {
    const { api } = await anOpenThread();
    await api.favourite({ templateId: 'warranty', on: true });
    const all = { query: '', kind: 'reply', limit: 20 } as const;
    expect(valueOf(await api.findReplies(all)).hits[0]).toMatchObject({
      suggestion: { templateId: 'warranty' },
      isFavourite: true,
    });
    await api.favourite({ templateId: 'warranty', on: false });
    expect(valueOf(await api.findReplies(all)).hits.some(({ isFavourite }) => isFavourite)).toBe(false);
  });

  it('takes ids and no texts', async () => {
    const desk = aDesk();
    expect(await desk.habits.used('Dear Lena, your parcel')).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'templateId' },
    });
    expect(await desk.habits.favourite({ templateId: '', on: true })).toMatchObject({ ok: false });
  });

  it('forgets what was used longest ago beyond a thousand, and takes two hundred favourites', async () => {
    const desk = aDesk();
    const used = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, at) => [`t${at}`, { count: 1, at: new Date(at).toISOString() }]),
    );
    const favourites = Array.from({ length: 200 }, (_, at) => `t${at}`);
    await desk.habits.used('first');
    const db = await desk.db();
    const row = await db.settings.get('replyHabits');
    await db.settings.put({ ...row!, value: { used, favourites } });
    valueOf(await desk.habits.used('newest'));
    const kept = await desk.habits.read();
    expect(Object.keys(kept.used)).toHaveLength(1_000);
    expect([kept.used['t0'], kept.used['newest']?.count]).toEqual([undefined, 1]);
    expect(await desk.habits.favourite({ templateId: 'one-more', on: true })).toMatchObject({ ok: false });
  });

  it('is nothing when the store holds something else, or cannot be read', async () => {
    const desk = aDesk();
    valueOf(await desk.habits.used('damaged'));
    const db = await desk.db();
    await db.settings.put({ ...(await db.settings.get('replyHabits'))!, value: 'x' });
    expect(await desk.habits.read()).toEqual(noHabits);
  });
});

describe('five thousand templates', () => {
  const base = shippedTemplates();
  const templates = Array.from({ length: 5_000 }, (_, at) => {
    const template = base[at % base.length]!;
    const languages = Object.fromEntries(
      ['en', 'de', 'zh'].flatMap((lang) => {
        const own = template.languages[lang];
        if (!own) return [];
        const texts = Object.entries(own.texts).map(([block, text]) => [block, `${text} ${at}`]);
        return [[lang, { ...own, texts: Object.fromEntries(texts) }]];
      }),
    );
    return { ...template, id: `${template.id}-${at}`, languages };
  });
  const shelf = { templates };
  const kept = createPalette({
    shelf: async () => shelf,
    catalogue: { pinyin: async () => pinyin },
    habits: { read: async () => noHabits, favourite: async () => ok(null) },
  });
  const thread = {
    lang: 'de',
    agentLang: 'zh',
    marketplace: amazon,
    direction: 'reply',
    order: aReplyOrder(),
    facts: theFacts(),
    intents: [],
    check: async (drafts: readonly unknown[]) =>
      drafts.map(() => ({ issues: 0, coverage: { kind: 'full', rulesRun: 1 } as const })),
  } as const;

  it('are answered within 50 ms a key, copied as the port copies them', async () => {
    const queries = ['', 'r', 're', 'ref', 'refund', '退', '退款', 't', 'tk', 'tuik', 'tuikuan', 'lief', 'where is'];
    await kept.findReplies(thread, { query: '', kind: 'reply', limit: 10 });
    for (const kind of ['reply', 'sentence'] as const) {
      for (const query of queries) {
        const until = performance.now() + 4_000;
        let fastest = Infinity;
        // Other tests share the machine: what a key costs shows only when it is left alone.
        do {
          const from = performance.now();
          const found = await kept.findReplies(thread, { query, kind, limit: 10 });
          structuredClone(found);
          fastest = Math.min(fastest, performance.now() - from);
        } while (fastest > 50 && performance.now() < until);
        expect(fastest, `${kind} "${query}"`).toBeLessThanOrEqual(50);
      }
    }
  });

  it('are made ready in turns, so that others are answered meanwhile', async () => {
    let isAnswered = false;
    const own = { templates: [...templates] };
    const slow = createPalette({
      shelf: async () => own,
      catalogue: { pinyin: async () => pinyin },
      habits: { read: async () => noHabits, favourite: async () => ok(null) },
    });
    const asked = slow.findReplies(thread, { query: 'refund', kind: 'reply', limit: 1 }).then(() => isAnswered);
    setTimeout(() => (isAnswered = true), 50);
    expect(await asked).toBe(true);
  });
});
