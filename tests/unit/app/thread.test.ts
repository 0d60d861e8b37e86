// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ThreadRequest } from '@/utils/app/api';
import { createCatalogue } from '@/utils/app/catalogue';
import { createSettings } from '@/utils/app/settings';
import { createThreadApi } from '@/utils/app/thread';
import { brandAs } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import { aDesk, aliexpress, amazon, anOrderAlias, aName, other, valueOf, type Desk } from './desk';
import { shippedAssets } from './shipped-assets';

const catalogue = createCatalogue(shippedAssets);

const aThreadApi = (desk: Desk, market = amazon) =>
  createThreadApi(market, {
    ...desk,
    settings: createSettings(desk.deps),
    catalogue,
    shelf: catalogue.templates,
    words: async () => ({ lang: 'en', version: 'en@1', entries: { 'page.bar.label': 'Parley' } }),
    clock: desk.deps.clock,
    today: () => '2026-11-21',
  });

const order = {
  orderId: brandAs<'OrderId'>('999-1000001-0000001'),
  state: 'shipped',
  items: [{ title: 'Reading lamp' }],
  carrier: 'DHL',
  tracking: '0034099999',
  shippedOn: '2026-11-13',
  promisedOn: '2026-11-25',
} as const;

const aRequest = (change: Partial<ThreadRequest> = {}): ThreadRequest => ({
  page: 'thread',
  threadKey: brandAs<'ThreadKey'>('case:1'),
  aliases: [anOrderAlias(order.orderId), aName('Lena')],
  shop: { name: 'Lumen DE' },
  buyerName: 'Lena',
  lastMessage: { text: 'Wo ist mein Paket?' },
  direction: 'reply',
  ownMessages: 0,
  order,
  holds: {},
  ...change,
});

describe('opening a conversation', () => {
  it('answers with language, intent and three replies in both languages', async () => {
    const view = valueOf(await aThreadApi(aDesk()).openThread(aRequest()));
    expect(view.buyerLang).toMatchObject({ lang: 'de', sure: true, from: 'text' });
    expect(view.intents[0]?.id).toBe('where_is_order');
    expect(view.suggestions).toHaveLength(3);
    expect(view.suggestions[0]).toMatchObject({
      intent: 'where_is_order',
      draft: { lang: 'de' },
      counterpart: { lang: 'en' },
    });
    expect(view.shop).toMatchObject({ kind: 'known', shop: { name: 'Lumen DE' } });
    expect(view.record).toMatchObject({ noteCount: 0 });
  });

  it('never invents a value: what the page does not show is open or left out', async () => {
    const view = valueOf(await aThreadApi(aDesk()).openThread(aRequest({ order: null, buyerName: undefined })));
    const texts = JSON.stringify(view.suggestions.map(({ draft }) => draft));
    expect(texts).not.toMatch(/undefined|null\b.*null|NaN|\{\{/);
    expect(texts).not.toContain('DHL');
  });

  it('sends rules and words once and only their versions afterwards', async () => {
    const api = aThreadApi(aDesk());
    const first = valueOf(await api.openThread(aRequest()));
    expect(first.rules.pack).toBeDefined();
    const holds = { strings: first.strings.version, pack: first.rules.version };
    const second = valueOf(await api.openThread(aRequest({ holds })));
    expect(second.rules).toEqual({
      version: first.rules.version,
      coverage: first.rules.coverage,
      muted: [],
      holdsSending: false,
    });
    expect(second.strings).toEqual({ version: 'en@1' });
  });

  it('keeps no record without a strong alias, a name is none', async () => {
    const view = valueOf(await aThreadApi(aDesk()).openThread(aRequest({ aliases: [aName('Lena')], order: null })));
    expect(view.record).toBeNull();
    expect(view.recordProblem).toBeUndefined();
  });

  it('asks which shop when there are several and the page does not say, and inserts no signature until then', async () => {
    const desk = aDesk();
    const first = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
    await desk.shops.add({ marketplace: amazon, name: 'Lumen FR' });
    const api = aThreadApi(desk);
    const asking = valueOf(await api.openThread(aRequest({ shop: {} })));
    expect(asking.shop.kind).toBe('ask');
    expect(asking.record).toBeNull();
    expect(JSON.stringify(asking.suggestions)).not.toContain('Lumen');
    expect(valueOf(await api.chooseShop({ shopId: first.id }))).toMatchObject({ kind: 'known' });
    const known = valueOf(await api.openThread(aRequest({ shop: {} })));
    expect(known.shop).toMatchObject({ kind: 'known', shop: { name: 'Lumen DE' } });
    const elsewhere = valueOf(await api.openThread(aRequest({ shop: { name: 'Another name' } })));
    expect(elsewhere.shop.kind).toBe('ask');
  });

  it('converts what the message holds: Japan is 100 V', async () => {
    const lastMessage = { text: 'Does this kettle work in Japan?' };
    const view = valueOf(await aThreadApi(aDesk(), aliexpress).openThread(aRequest({ lastMessage })));
    expect(JSON.stringify(view.conversions)).toContain('100');
    expect(JSON.stringify(view.conversions)).not.toContain('110');
  });

  it('offers replies from the order on a contact page without a message', async () => {
    const contact = {
      page: 'contact',
      lastMessage: null,
      direction: 'proactive',
      buyerLang: 'es',
      contactReason: 'shipping-problem',
    } as const;
    const view = valueOf(await aThreadApi(aDesk()).openThread(aRequest(contact)));
    expect(view.suggestions.length).toBeGreaterThan(0);
    expect(view.suggestions[0]?.draft.lang).toBe('es');
    expect(view.intents).toEqual([]);
  });

  it('still suggests when the store cannot be opened, and says why there is no record', async () => {
    const desk = aDesk();
    const broken = {
      ...desk.deps,
      db: async () => ({ ok: false, error: { kind: 'storage-newer', found: 9, known: 1 } }) as const,
    };
    const { createShops } = await import('@/utils/app/shops');
    const { createBuyers } = await import('@/utils/app/buyers');
    const { createDrafts } = await import('@/utils/app/drafts');
    const api = createThreadApi(amazon, {
      ...desk,
      shops: createShops(broken),
      buyers: createBuyers(broken),
      drafts: createDrafts(broken),
      settings: createSettings(broken),
      catalogue,
      shelf: catalogue.templates,
      words: async () => ({ lang: 'en', version: 'en@1', entries: {} }),
      clock: desk.deps.clock,
      today: () => '2026-11-21',
    });
    const view = valueOf(await api.openThread(aRequest()));
    expect(view.suggestions).toHaveLength(3);
    expect(view.recordProblem).toEqual({ kind: 'storage-newer', found: 9, known: 1 });
  });
});

describe('a while in which Parley only watches', () => {
  const watch = {
    from: brandAs<'Instant'>('2026-03-01T00:00:00.000Z'),
    until: brandAs<'Instant'>('2026-03-03T00:00:00.000Z'),
  };
  const lastMessage = { text: 'Does this kettle work in Japan?' };
  const lines = async (desk: Desk) => (await (await desk.db()).log.toArray()).map(({ detail }) => detail);

  it('offers no replies and no conversions, goes on checking, and says of what is sent that it was watched', async () => {
    const desk = aDesk();
    valueOf(await createSettings(desk.deps).write({ watch }));
    const api = aThreadApi(desk, aliexpress);
    const view = valueOf(await api.openThread(aRequest({ lastMessage })));
    expect(view).toMatchObject({ watchingUntil: watch.until, suggestions: [], draftChecks: [], conversions: [] });
    expect(view.rules.pack).toBeDefined();
    await api.log({ what: 'sent', text: 'Yes.' });
    expect(await lines(desk)).toContainEqual(expect.objectContaining({ watched: 1 }));
  });

  it('helps again when it is over', async () => {
    const desk = aDesk();
    const until = brandAs<'Instant'>('2026-03-02T08:00:00.000Z');
    valueOf(await createSettings(desk.deps).write({ watch: { ...watch, until } }));
    const view = valueOf(await aThreadApi(desk, aliexpress).openThread(aRequest({ lastMessage })));
    expect(view).not.toHaveProperty('watchingUntil');
    expect(view.suggestions).toHaveLength(3);
  });
});

describe('a reply that was inserted', () => {
  const sentAs = async (change: (text: string) => string) => {
    const desk = aDesk();
    const api = aThreadApi(desk);
    const [first] = valueOf(await api.openThread(aRequest())).suggestions;
    const text = first!.draft.blocks
      .map(({ segments }) => segments.map((part) => ('text' in part ? part.text : 'DHL')).join(''))
      .join('\n\n');
    await api.log({ what: 'inserted', templateId: first!.templateId });
    await api.log({ what: 'sent', text: change(text) });
    return (await (await desk.db()).log.toArray()).find(({ what }) => what === 'message.sent')?.detail;
  };

  it('is told apart from one that was worded otherwise before it was sent', async () => {
    expect(await sentAs((text) => text)).not.toHaveProperty('edited');
    expect(await sentAs((text) => `${text}\n\nP.S. Schönes Wochenende!`)).not.toHaveProperty('edited');
    expect(await sentAs((text) => text.replaceAll('Paket', 'Päckchen'))).toMatchObject({ edited: 1 });
    expect(await sentAs(() => 'Etwas ganz anderes.')).toMatchObject({ edited: 1 });
  });
});

describe('a page that was translated by the browser', () => {
  const translated = { isTranslated: true, aliases: [aName('Lena')], order: null } as const;

  it('says nothing of the language of the buyer, and nothing is chosen for the agent', async () => {
    const view = valueOf(await aThreadApi(aDesk()).openThread(aRequest(translated)));
    expect(view.buyerLang).toMatchObject({ sure: false, from: 'translated' });
    expect(view.intents[0]?.id).toBe('where_is_order');
    expect(view.suggestions.length).toBeGreaterThan(0);
    expect(view.suggestions.filter(({ preselected }) => preselected)).toEqual([]);
    const plain = valueOf(await aThreadApi(aDesk()).openThread(aRequest()));
    expect(plain.suggestions.some(({ preselected }) => preselected)).toBe(true);
  });

  it('is believed where it names the language itself', async () => {
    const view = valueOf(await aThreadApi(aDesk()).openThread(aRequest({ ...translated, buyerLang: 'pl' })));
    expect(view.buyerLang).toEqual({ lang: 'pl', sure: true, from: 'page' });
  });

  it('follows the record, and does not write the language of the translation into it', async () => {
    const desk = aDesk();
    const api = aThreadApi(desk);
    const own = { text: 'Bonjour, je voudrais savoir quand mon colis sera livré, merci beaucoup.' };
    await api.openThread(aRequest({ lastMessage: own }));
    const view = valueOf(await api.openThread(aRequest({ isTranslated: true })));
    expect(view.buyerLang).toEqual({ lang: 'fr', sure: true, from: 'record' });
    const [buyer] = await (await desk.db()).buyers.toArray();
    expect(buyer?.lang).toBe('fr');
  });

  it('still has its conversions, read in the language it is shown in', async () => {
    const lastMessage = { text: 'Does this kettle work in Japan?' };
    const view = valueOf(
      await aThreadApi(aDesk()).openThread(aRequest({ ...translated, lastMessage, buyerLang: 'de' })),
    );
    expect(view.buyerLang.lang).toBe('de');
    expect(JSON.stringify(view.conversions)).toContain('100');
  });
});

describe('a host the agent has named', () => {
  it('is checked by the rules that hold everywhere, and gets replies for every marketplace', async () => {
    const api = aThreadApi(aDesk(), other);
    const view = valueOf(await api.openThread(aRequest({ shop: { accountId: 'desk.example', name: 'desk.example' } })));
    expect(view.suggestions.length).toBeGreaterThan(0);
    expect(view.draftChecks).toHaveLength(view.suggestions.length);
    expect(JSON.stringify(view.suggestions)).not.toMatch(/amazon|aliexpress/i);
  });
});

describe('the open conversation', () => {
  it('fills a template with what the agent typed, as plain text', async () => {
    const api = aThreadApi(aDesk());
    const view = valueOf(await api.openThread(aRequest({ order: { ...order, state: 'unshipped' } })));
    const asking = view.suggestions.find(({ open }) => open.some(({ required }) => required));
    const field = asking?.open.find(({ required }) => required);
    expect(field?.type).toBe('date');
    const values = { [field?.name ?? '']: '2026-11-30' };
    const filled = valueOf(await api.render({ templateId: asking?.templateId ?? '', values }));
    expect(filled.open.filter(({ required }) => required)).toEqual([]);
    expect(JSON.stringify(filled.draft)).toContain('30. November 2026');
  });

  it('takes the draft along when the page shows late which shop it is', async () => {
    const desk = aDesk();
    for (const name of ['Lumen DE', 'Lumen FR']) await desk.shops.add({ marketplace: amazon, name });
    const api = aThreadApi(desk);
    expect(valueOf(await api.openThread(aRequest({ shop: {} }))).shop.kind).toBe('ask');
    valueOf(await api.saveDraft({ text: 'Guten Tag' }));
    expect(valueOf(await api.openThread(aRequest())).draft?.text).toBe('Guten Tag');
    expect(valueOf(await aThreadApi(desk).openThread(aRequest())).draft?.text).toBe('Guten Tag');
  });

  it('keeps a draft per conversation and drops it once it was sent', async () => {
    const api = aThreadApi(aDesk());
    await api.openThread(aRequest());
    await api.saveDraft({ text: 'Sehr geehrte' });
    const other = valueOf(await api.openThread(aRequest({ threadKey: brandAs<'ThreadKey'>('case:2') })));
    expect(other.draft).toBeNull();
    expect(valueOf(await api.openThread(aRequest())).draft?.text).toBe('Sehr geehrte');
    await api.dropDraft({});
    expect(valueOf(await api.openThread(aRequest())).draft).toBeNull();
  });

  it('gives the rules of the language the agent writes in', async () => {
    const api = aThreadApi(aDesk());
    await api.openThread(aRequest());
    const text = 'Please leave us a five star review, we will send you a gift card.';
    const answer = valueOf(await api.reviewDraft({ text }));
    expect(answer.lang).toBe('en');
    expect(answer.rules.coverage.kind).toBe('full');
  });

  it('notes what was sent of its own conversation, though another is opened at once', async () => {
    const desk = aDesk();
    const written: unknown[] = [];
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const api = aThreadApi({
      ...desk,
      edits: { ...desk.edits, noteSent: () => held.then(() => ok({ learnt: 0 })) },
      worklog: {
        ...desk.worklog,
        write: (line) => {
          written.push(line.kind);
          return desk.worklog.write(line);
        },
      },
    });
    const [first] = valueOf(await api.openThread(aRequest())).suggestions;
    await api.log({ what: 'inserted', templateId: first?.templateId ?? '' });
    const sent = api.log({ what: 'sent', text: 'Guten Tag Lena' });
    await api.openThread(aRequest({ threadKey: brandAs<'ThreadKey'>('case:2'), direction: 'proactive' }));
    release();
    await sent;
    expect(written).toEqual([undefined, 'reply']);
  });

  it('answers nothing before a conversation was opened', async () => {
    expect(await aThreadApi(aDesk()).saveDraft({ text: 'x' })).toEqual({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('the rules of a desk', () => {
  it('mutes a rule in the conversation it was muted in, and hears of it again', async () => {
    const api = aThreadApi(aDesk());
    expect(await api.muteRule({ rule: 'tone-blame', reason: 'no', days: 1 })).toMatchObject({ ok: false });
    const view = valueOf(await api.openThread(aRequest()));
    const muted = valueOf(await api.muteRule({ rule: 'tone-blame', reason: 'Quoting the buyer', days: 3 }));
    expect(muted.muted).toEqual([
      { rule: 'tone-blame', reason: 'Quoting the buyer', until: '2026-03-05T09:00:00.000Z' },
    ]);
    expect(muted.version).not.toBe(view.rules.version);
    expect(muted.pack?.rules.some(({ id }) => id === 'tone-blame')).toBe(false);
    const back = valueOf(await api.unmuteRule({ rule: 'tone-blame' }));
    expect(back.version).toBe(view.rules.version);
    expect(back.muted).toEqual([]);
  });

  it('answers a mute in the language that is being written', async () => {
    const api = aThreadApi(aDesk());
    await api.openThread(aRequest());
    await api.reviewDraft({ text: 'Thank you for your message, we will look into it today.' });
    expect(valueOf(await api.muteRule({ rule: 'tone-blame', reason: 'x', days: 1 })).pack?.lang).toBe('en');
  });

  it('mutes what risks the account for a day and no longer, and nothing that is no rule', async () => {
    const api = aThreadApi(aDesk());
    await api.openThread(aRequest());
    const mute = (rule: string, days: number) => api.muteRule({ rule, reason: 'Training', days });
    expect(await mute('review-incentive', 2)).toMatchObject({ ok: false, error: { field: 'days' } });
    expect((await mute('review-incentive', 1)).ok).toBe(true);
    expect(await mute('guard-foreign-order', 2)).toMatchObject({ ok: false });
    expect(await mute('no-such-rule', 1)).toMatchObject({ ok: false, error: { field: 'rule' } });
    expect((await mute('guard-language', 30)).ok).toBe(true);
  });

  it('brings own rules with their words, and whether a press on send is held', async () => {
    const desk = aDesk();
    valueOf(
      await desk.deskRules.saveOwn({
        id: 'own-hersteller',
        title: 'Supplier',
        why: 'Ask the desk first.',
        alternative: 'Leave it out.',
        words: ['Hersteller'],
        unless: [],
        severity: 'block',
        marketplaces: [],
        langs: ['de'],
      }),
    );
    valueOf(await desk.deskRules.holdSending({ on: true }));
    const { rules } = valueOf(await aThreadApi(desk).openThread(aRequest()));
    expect(rules.holdsSending).toBe(true);
    expect(rules.pack?.rules.at(-1)?.id).toBe('own-hersteller');
    expect(rules.texts?.['own-hersteller']).toMatchObject({ title: 'Supplier', sources: [] });
  });

  it('keeps an override with the shop of the conversation', async () => {
    const desk = aDesk();
    const api = aThreadApi(desk);
    const view = valueOf(await api.openThread(aRequest()));
    valueOf(await api.overrideHold({ rules: ['contact-email'], reason: 'Address of the carrier' }));
    const [row] = valueOf(await desk.deskRules.overrides({ limit: 5 }));
    expect(row?.shopId).toBe(view.shop.kind === 'known' ? view.shop.shop.id : '');
  });
});
