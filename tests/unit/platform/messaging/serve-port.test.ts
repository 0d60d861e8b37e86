import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContentApi } from '@/utils/app/api';
import { brandAs, type MarketId } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import type { Answer, CallName, Port } from '@/utils/platform/messaging/protocol';
import { servePorts } from '@/utils/platform/messaging/serve-port';
import { aContentApi, amazon, aRequest, aView, key, noteId, shopOf } from './content-api';
import { aWire } from './wire';

const seller = 'https://sellercentral.example';
const refused = (code: string) => ({ ok: false, error: { kind: 'refused', code } });
const invalid = (field: string) => ({ ok: false, error: { kind: 'invalid', field } });

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

interface PageOptions {
  readonly origin?: string;
  readonly name?: string;
  readonly isOff?: boolean;
  readonly api?: Partial<ContentApi>;
  readonly marketOf?: (origin: string) => MarketId | null | Promise<MarketId | null>;
}

/** A page at the end of a port, asking whatever it likes. */
const aPage = (options: PageOptions = {}) => {
  const { origin = seller, name = 'parley:amazon', isOff = false, api = {} } = options;
  const served = aContentApi(api);
  const sessions: object[] = [];
  let connect: (port: Port) => void = () => undefined;
  servePorts({
    onConnect: { addListener: (listener) => (connect = listener) },
    createApi: (session) => {
      sessions.push(session);
      return served.api;
    },
    marketOf: options.marketOf ?? ((from) => (from === seller ? amazon : null)),
    isOff: () => Promise.resolve(isOff),
  });
  const wire = aWire({ name, origin });
  const waiting = new Map<number, (result: Answer['result']) => void>();
  wire.page.onMessage.addListener((message) => {
    const { id, result } = message as Answer;
    waiting.get(id)?.(result);
  });
  connect(wire.background);
  let id = 0;
  const ask = (call: CallName, args: unknown): Promise<Answer['result']> =>
    new Promise((resolve) => {
      id += 1;
      waiting.set(id, resolve);
      wire.page.postMessage({ id, name: call, args });
    });
  return { ...served, ask, wire, sessions };
};

describe('a port of a seller page', () => {
  test('is answered for the marketplace of its origin', async () => {
    const page = aPage();
    expect(await page.ask('openThread', aRequest('t1'))).toEqual(ok(aView('t1')));
    expect(page.sessions).toEqual([{ market: 'amazon', host: 'sellercentral.example', tabId: 7 }]);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['the adapter of another marketplace', { name: 'parley:aliexpress' }],
  ])('is refused when it comes from %s', async (_, where) => {
    const page = aPage(where);
    expect(await page.ask('openThread', aRequest())).toEqual(refused('foreign-origin'));
    expect([page.sessions, page.asked]).toEqual([[], []]);
  });

  test('is left alone when it is not one of ours', async () => {
    const page = aPage({ name: 'other' });
    const answered = vi.fn();
    void page.ask('openThread', aRequest()).then(answered);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answered).not.toHaveBeenCalled();
  });

  test('gets nothing while its marketplace is switched off', async () => {
    const page = aPage({ isOff: true });
    expect(await page.ask('openThread', aRequest())).toEqual(refused('market-off'));
    expect(page.asked).toEqual([]);
  });

  test('is asked for its thread before anything else', async () => {
    const page = aPage();
    expect(await page.ask('saveDraft', { text: 'a' })).toEqual({ ok: false, error: { kind: 'unknown-thread' } });
  });
});

describe('a forged key', () => {
  const forged: readonly [CallName, object][] = [
    ['openBuyer', { buyerKey: key('forged') }],
    ['addNote', { buyerKey: key('forged'), text: 'a' }],
    ['editNote', { buyerKey: key('forged'), noteId: noteId('n1'), text: 'a' }],
    ['deleteNote', { buyerKey: key('forged'), noteId: noteId('n1') }],
    ['tagBuyer', { buyerKey: key('forged'), add: ['a'] }],
    ['promiseKept', { buyerKey: key('forged'), id: 'p1' }],
    ['followUpDone', { buyerKey: key('forged'), id: 'f1' }],
    ['joinAnswer', { buyerKey: key('forged'), other: key('buyer-of-t1'), isSame: true }],
    ['forgetBuyer', { buyerKey: key('forged') }],
    ['chooseShop', { shopId: shopOf('forged') }],
  ];

  test.each(forged)('is refused by %s and never reaches the records', async (name, args) => {
    const page = aPage();
    await page.ask('openThread', aRequest());
    expect(await page.ask(name, args)).toEqual(refused('foreign-key'));
    expect(page.asked.map((call) => call.name)).toEqual(['openThread']);
  });

  test('of another port is refused here', async () => {
    const [one, two] = [aPage(), aPage()];
    await one.ask('openThread', aRequest('t1'));
    await two.ask('openThread', aRequest('t2'));
    const args = { buyerKey: key('buyer-of-t1'), text: 'a' };
    expect((await one.ask('addNote', args)).ok).toBe(true);
    expect(await two.ask('addNote', args)).toEqual(refused('foreign-key'));
  });

  test('is refused while the thread has no record and its shop is not known', async () => {
    const shop = { kind: 'ask', choices: [{ id: shopOf('a'), name: 'A' }] } as const;
    const page = aPage({ api: { openThread: () => Promise.resolve(ok(aView('t1', { record: null, shop }))) } });
    await page.ask('openThread', aRequest());
    expect(await page.ask('openBuyer', { buyerKey: key('buyer-of-t1') })).toEqual(refused('foreign-key'));
    expect((await page.ask('chooseShop', { shopId: shopOf('a') })).ok).toBe(true);
    expect(await page.ask('chooseShop', { shopId: shopOf('b') })).toEqual(refused('foreign-key'));
  });

  test('is refused after a thread that could not be opened', async () => {
    const page = aPage({ api: { openThread: () => Promise.resolve({ ok: false, error: { kind: 'storage-full' } }) } });
    await page.ask('openThread', aRequest());
    expect(await page.ask('openBuyer', { buyerKey: key('buyer-of-t1') })).toEqual(refused('foreign-key'));
  });
});

describe('a page without a conversation', () => {
  const list = {
    page: 'orders',
    shop: {},
    orders: [{ orderId: '1', items: [] }],
    events: [],
    reviewRequest: null,
    rows: [{ key: 'r1', aliases: [] }],
    holds: {},
  } as const;
  const visit = { page: 'orders', health: 'good', fields: [], ms: 3 } as const;
  const taught = {
    id: 'desk-1',
    marketplace: 'amazon',
    host: 'sellercentral.example',
    path: '/desk/*',
    kind: 'thread',
    fields: { composer: ['#box'] },
    date: '2026-11-22',
  } as const;
  const calls: readonly [CallName, object][] = [
    ['openList', list],
    ['reviewAsked', { shop: {}, orderId: '302-1' }],
    ['reportVisit', visit],
    ['teachWords', {}],
    ['saveTaught', { page: taught }],
  ];

  test.each(calls)('is answered by %s', async (name, args) => {
    const page = aPage();
    expect((await page.ask(name, args)).ok).toBe(true);
    expect(page.asked).toEqual([{ name, args }]);
  });

  test.each(calls)(
    'is refused by %s from another origin, and while the marketplace is switched off',
    async (name, args) => {
      const foreign = aPage({ origin: 'https://evil.example' });
      expect(await foreign.ask(name, args)).toEqual(refused('foreign-origin'));
      const off = aPage({ isOff: true });
      expect(await off.ask(name, args)).toEqual(refused('market-off'));
      expect([foreign.asked, off.asked]).toEqual([[], []]);
    },
  );

  test('gets no key of a record by its list, and nothing else', async () => {
    const page = aPage();
    await page.ask('openList', list);
    expect(await page.ask('openBuyer', { buyerKey: key('buyer-of-t1') })).toEqual({
      ok: false,
      error: { kind: 'unknown-thread' },
    });
    expect(await page.ask('chooseShop', { shopId: shopOf('shop-1') })).toMatchObject({ ok: false });
    expect(page.asked.map((call) => call.name)).toEqual(['openList']);
  });

  const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
  const bad: readonly [string, CallName, unknown, string][] = [
    ['501 orders', 'openList', { ...list, orders: many(501, list.orders[0]) }, 'orders'],
    ['501 events', 'openList', { ...list, events: many(501, { kind: 'claim' }) }, 'events'],
    ['501 rows', 'openList', { ...list, rows: many(501, list.rows[0]) }, 'rows'],
    ['six stars', 'openList', { ...list, events: [{ kind: 'review', stars: 6 }] }, 'events.0.stars'],
    ['a day that is none', 'openList', { ...list, events: [{ kind: 'review', at: 'soon' }] }, 'events.0.at'],
    [
      'an endless reason',
      'openList',
      { ...list, events: [{ kind: 'claim', reason: 'x'.repeat(2_001) }] },
      'events.0.reason',
    ],
    ['an order without a number', 'openList', { ...list, orders: [{ orderId: '', items: [] }] }, 'orders.0.orderId'],
    [
      'a sentence as a field',
      'reportVisit',
      { ...visit, fields: [{ field: 'Dear Ann,', state: 'ok', required: true }] },
      'fields.0.field',
    ],
    ['a time that is none', 'reportVisit', { ...visit, ms: -1 }, 'ms'],
    [
      'a taught page with code in it',
      'saveTaught',
      { page: { ...taught, fields: { composer: ['a{}<script>'] } } },
      'page',
    ],
    ['a taught page that reaches into objects', 'saveTaught', JSON.parse('{"page":{"__proto__":{},"id":"x"}}'), 'page'],
  ];

  test.each(bad)('is refused with %s', async (_, name, args, field) => {
    const page = aPage();
    expect(await page.ask(name, args)).toEqual(invalid(field));
    expect(page.asked).toEqual([]);
  });

  test('has long words cut and unknown ones dropped', async () => {
    const page = aPage();
    const event = { kind: 'return', orderId: '1', reason: 'y'.repeat(300), message: 'Dear seller' };
    const row = { key: 'r', aliases: [], lastText: 'z'.repeat(900), address: 'Main Street 1' };
    await page.ask('openList', { ...list, events: [event], rows: [row] });
    expect(page.asked[0]?.args).toMatchObject({
      events: [{ kind: 'return', orderId: '1', reason: 'y'.repeat(120) }],
      rows: [{ key: 'r', aliases: [], lastText: 'z'.repeat(500) }],
    });
    expect(JSON.stringify(page.asked)).not.toMatch(/Dear seller|Main Street/);
  });
});

describe('words longer than anybody needs', () => {
  const lamp = { title: `${'t'.repeat(199)}💡 lamp`, variant: 'v'.repeat(400), sku: 's'.repeat(400) };
  const order = {
    orderId: brandAs<'OrderId'>('1'),
    items: [lamp],
    carrier: 'c'.repeat(400),
    tracking: 'n'.repeat(400),
  };
  const kept = {
    orderId: '1',
    items: [{ title: 't'.repeat(199), variant: 'v'.repeat(200), sku: 's'.repeat(200) }],
    carrier: 'c'.repeat(200),
    tracking: 'n'.repeat(200),
  };

  test('are cut between two characters and lose no conversation', async () => {
    const page = aPage();
    expect((await page.ask('openThread', aRequest('t1', { order }))).ok).toBe(true);
    expect(page.asked[0]?.args).toMatchObject({ order: kept });
  });

  test('are cut and lose no list', async () => {
    const page = aPage();
    const list = { page: 'orders', shop: {}, orders: [order], events: [], reviewRequest: null, rows: [], holds: {} };
    expect((await page.ask('openList', list)).ok).toBe(true);
    expect(page.asked[0]?.args).toMatchObject({ orders: [kept] });
  });

  test('are refused where no page of ours would send them', async () => {
    const page = aPage();
    const endless = { orderId: brandAs<'OrderId'>('1'), items: [{ title: 't'.repeat(2_001) }] };
    expect(await page.ask('openThread', aRequest('t1', { order: endless }))).toEqual(invalid('order.items.0.title'));
  });
});

describe('a host the agent has named', () => {
  test('is asked for before the first answer, and calls wait for it', async () => {
    let admit: (market: MarketId | null) => void = () => undefined;
    const admitted = new Promise<MarketId | null>((resolve) => (admit = resolve));
    const page = aPage({ name: 'parley:other', marketOf: () => admitted });
    const asked = page.ask('openThread', aRequest('t1'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(page.asked).toEqual([]);
    admit(brandAs<'MarketId'>('other'));
    expect((await asked).ok).toBe(true);
    expect(page.sessions).toEqual([{ market: 'other', host: 'sellercentral.example', tabId: 7 }]);
  });

  test('is refused from the moment its access was taken back, also while its page is open', async () => {
    let named: MarketId | null = brandAs<'MarketId'>('other');
    const page = aPage({ name: 'parley:other', marketOf: async () => named });
    expect((await page.ask('openThread', aRequest('t1'))).ok).toBe(true);
    named = null;
    expect(await page.ask('openBuyer', { buyerKey: key('buyer-of-t1') })).toEqual(refused('foreign-origin'));
    expect(await page.ask('teachWords', {})).toEqual(refused('foreign-origin'));
    expect(page.asked.map((call) => call.name)).toEqual(['openThread']);
  });

  test('is refused when it was not named, or calls itself a marketplace', async () => {
    const unnamed = aPage({ name: 'parley:other', marketOf: async () => null });
    expect(await unnamed.ask('openThread', aRequest())).toEqual(refused('foreign-origin'));
    const posing = aPage({ name: 'parley:amazon', marketOf: async () => brandAs<'MarketId'>('other') });
    expect(await posing.ask('openThread', aRequest())).toEqual(refused('foreign-origin'));
  });
});

describe('what a page sends', () => {
  const long = 'x'.repeat(100_001);
  const bad: readonly [string, CallName, unknown, string][] = [
    ['no thread key', 'openThread', { ...aRequest(), threadKey: '' }, 'threadKey'],
    ['a message beyond 100 kB', 'openThread', aRequest('t', { lastMessage: { text: long } }), 'lastMessage.text'],
    ['a name beyond 200 characters', 'openThread', aRequest('t', { buyerName: 'x'.repeat(201) }), 'buyerName'],
    ['a country that is none', 'openThread', { ...aRequest(), country: 'germany' }, 'country'],
    [
      'too many aliases',
      'openThread',
      aRequest('t', { aliases: Array.from({ length: 101 }, () => ({ kind: 'order', value: '1', strong: true })) }),
      'aliases',
    ],
    ['nothing at all', 'openThread', null, 'openThread'],
    ['a note beyond 5,000 characters', 'addNote', { buyerKey: 'buyer-of-t1', text: 'x'.repeat(5_001) }, 'text'],
    ['a key that is no text', 'openBuyer', { buyerKey: { $ne: '' } }, 'buyerKey'],
    [
      'a value beyond 2,000 characters',
      'render',
      { templateId: 'a', values: { date: 'x'.repeat(2_001) } },
      'values.date',
    ],
    ['an unknown deed', 'log', { what: 'burnt' }, 'what'],
  ];

  test.each(bad)('is refused by the name of its field: %s', async (_, name, args, field) => {
    const page = aPage();
    await page.ask('openThread', aRequest());
    expect(await page.ask(name, args)).toEqual(invalid(field));
    expect(page.asked).toHaveLength(1);
  });

  test('loses fields nobody knows, such as an address', async () => {
    const page = aPage();
    const order = { orderId: '1', items: [{ title: 'Lamp', phone: '1' }], address: 'Main Street 1' };
    await page.ask('openThread', { ...aRequest(), order, email: 'a@example.org' });
    expect(page.asked[0]?.args).toEqual({ ...aRequest(), order: { orderId: '1', items: [{ title: 'Lamp' }] } });
  });

  test.each([
    undefined,
    null,
    5,
    'x',
    {},
    { id: 1 },
    { id: 1, name: 'toString', args: {} },
    { id: 1, name: 'backup', args: {} },
  ])('is ignored when it is no call of ours: %j', async (message) => {
    const page = aPage();
    const answered = vi.fn();
    page.wire.page.onMessage.addListener(answered);
    page.wire.page.postMessage(message);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([answered.mock.calls, page.asked]).toEqual([[], []]);
  });
});

describe('the background', () => {
  test('answers with a code when a call throws', async () => {
    const page = aPage({ api: { saveDraft: () => Promise.reject(new TypeError('secret')) } });
    await page.ask('openThread', aRequest());
    expect(await page.ask('saveDraft', { text: 'a' })).toEqual({
      ok: false,
      error: { kind: 'storage-failed', code: 'TypeError' },
    });
  });

  test('says nothing to a page that has gone', async () => {
    let finish: (value: ReturnType<typeof ok<null>>) => void = () => undefined;
    const page = aPage({ api: { saveDraft: () => new Promise((resolve) => (finish = resolve)) } });
    await page.ask('openThread', aRequest());
    const posted = vi.spyOn(page.wire.background, 'postMessage');
    void page.ask('saveDraft', { text: 'a' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    page.wire.page.disconnect();
    finish(ok(null));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(posted).not.toHaveBeenCalled();
  });
});

describe('conversations that follow each other quickly', () => {
  test('are opened in the order in which the page asked', async () => {
    const order: string[] = [];
    const page = aPage({
      api: {
        openThread: async (request) => {
          await new Promise((resolve) => setTimeout(resolve, request.threadKey === 't1' ? 10 : 0));
          order.push(request.threadKey);
          return ok(aView(request.threadKey));
        },
      },
    });
    await Promise.all([page.ask('openThread', aRequest('t1')), page.ask('openThread', aRequest('t2'))]);
    expect(order).toEqual(['t1', 't2']);
  });

  test('let other calls wait until they are open', async () => {
    const page = aPage();
    const opened = page.ask('openThread', aRequest('t1'));
    const added = page.ask('addNote', { buyerKey: key('buyer-of-t1'), text: 'a' });
    expect([(await opened).ok, (await added).ok]).toEqual([true, true]);
  });

  test('are served although the one before could not be opened', async () => {
    const page = aPage({
      api: {
        openThread: ({ threadKey }) =>
          threadKey === 't1' ? Promise.reject(new TypeError('x')) : Promise.resolve(ok(aView(threadKey))),
      },
    });
    const [one, two] = await Promise.all([
      page.ask('openThread', aRequest('t1')),
      page.ask('openThread', aRequest('t2')),
    ]);
    expect([one.ok, two.ok]).toEqual([false, true]);
  });
});
