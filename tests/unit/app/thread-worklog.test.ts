import { describe, expect, it } from 'vitest';
import type { ThreadRequest, ThreadView } from '@/utils/app/api';
import { createThreadWorklog } from '@/utils/app/thread-worklog';
import { brandAs } from '@/utils/domain/ids';
import type { OrderItem } from '@/utils/domain/orders';
import { aDesk, valueOf } from './desk';

const lamp: OrderItem = { title: 'Reading lamp', sku: 'LAMP-2' };
const shop = { id: brandAs<'ShopId'>('shop-1'), name: 'Lumen DE' };

const aRequest = (items: readonly OrderItem[], change: Partial<ThreadRequest> = {}): ThreadRequest => ({
  page: 'thread',
  threadKey: brandAs<'ThreadKey'>('case:1'),
  aliases: [],
  shop: {},
  buyerName: 'Anneliese Brandt',
  lastMessage: null,
  direction: 'reply',
  ownMessages: 0,
  order: { orderId: brandAs<'OrderId'>('111-1'), items },
  holds: {},
  ...change,
});

const aView = (intents: readonly string[], change: object = {}) =>
  ({
    shop: { kind: 'known', shop },
    intents: intents.map((id) => ({ id, score: 0.9 })),
    escalation: null,
    ...change,
  }) as unknown as ThreadView;

const aPort = () => {
  const desk = aDesk();
  let today = '2026-11-22';
  const port = createThreadWorklog({ ...desk, today: () => today });
  const entries = async () => (await desk.db()).entries.toArray();
  /** Lines are written without anybody waiting for them. */
  const read = async () => {
    await new Promise((done) => setTimeout(done, 30));
    return (await (await desk.db()).log.toArray()).filter(({ what }) => what === 'conversation.opened');
  };
  return { port, entries, read, setDay: (day: string) => void (today = day) };
};

describe('a problem reported from a conversation', () => {
  it('is filled with the product, the reason and how much it presses', async () => {
    const { port } = aPort();
    port.opened(aRequest([lamp]), aView(['greeting', 'defective']));
    expect(valueOf(await port.problemPrefill({}))).toEqual({
      products: ['Reading lamp'],
      reason: 'defective',
      severity: 'normal',
      today: 0,
    });
  });

  it('presses most where somebody may be hurt', async () => {
    const { port } = aPort();
    port.opened(aRequest([lamp]), aView(['defective'], { escalation: { kind: 'fire', start: 0, end: 4 } }));
    expect(valueOf(await port.problemPrefill({})).severity).toBe('high');
  });

  it('is written down in the shop without a word about the buyer, and counted when it comes again', async () => {
    const { port, entries } = aPort();
    port.opened(aRequest([lamp]), aView(['defective']));
    expect(valueOf(await port.reportProblem({ severity: 'normal', text: '' }))).toEqual({ today: 1 });
    expect(valueOf(await port.problemPrefill({})).today).toBe(1);
    port.opened(aRequest([lamp], { buyerName: 'Tom Hill' }), aView(['defective']));
    expect(valueOf(await port.reportProblem({ severity: 'normal', text: 'After an hour' }))).toEqual({ today: 2 });
    const rows = await entries();
    expect(rows).toMatchObject([
      { department: 'problem', product: 'Reading lamp', reason: 'defective', shopId: shop.id, count: 2 },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Anneliese|Brandt|Hill|111-1|case:1/);
  });

  it.each([
    ['buyer', 'Anneliese says it flickers'],
    ['buyer', 'FRAU BRANDT wants another'],
    ['contact', 'Write to a@example.com'],
    ['contact', 'Order 111-1234567-1234567'],
  ])('keeps no %s data in its text: %s', async (why, text) => {
    const { port, entries } = aPort();
    port.opened(aRequest([lamp]), aView(['defective']));
    expect(await port.reportProblem({ severity: 'low', text })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'text', why },
    });
    expect(await entries()).toEqual([]);
  });

  it('takes its product from the open conversation: another one of the order, or none', async () => {
    const { port, entries } = aPort();
    port.opened(aRequest([lamp, { title: 'Desk fan' }]), aView(['defective']));
    valueOf(await port.reportProblem({ product: 1, reason: 'damaged', severity: 'low', text: '' }));
    valueOf(await port.reportProblem({ product: 9, reason: '', severity: 'low', text: 'Manual is missing' }));
    const rows = (await entries()).map(({ product, reason, text }) => ({ product, reason, text }));
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ product: 'Desk fan', reason: 'damaged', text: '' });
    expect(rows).toContainEqual({ product: undefined, reason: undefined, text: 'Manual is missing' });
  });

  it('needs a word where neither a product nor a reason is known', async () => {
    const { port } = aPort();
    port.opened(aRequest([], { order: null }), aView(['greeting']));
    expect(valueOf(await port.problemPrefill({}))).toEqual({ products: [], severity: 'low', today: 0 });
    expect(await port.reportProblem({ severity: 'low', text: '' })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'text' },
    });
  });

  it('needs a conversation', async () => {
    const { port } = aPort();
    const notFound = { ok: false, error: { kind: 'not-found' } };
    expect(await port.problemPrefill({})).toEqual(notFound);
    expect(await port.reportProblem({ severity: 'low', text: 'x' })).toEqual(notFound);
  });
});

describe('reading', () => {
  it('is counted once for a conversation and day, also when its key grows', async () => {
    const { port, read, setDay } = aPort();
    const open = (key: string, page: 'thread' | 'contact' = 'thread') =>
      port.opened(aRequest([lamp], { page, threadKey: brandAs<'ThreadKey'>(key) }), aView([]));
    open('chat:1');
    open('chat:1');
    open('chat:1:order-9');
    open('chat:12');
    open('chat:1');
    open('contact:5', 'contact');
    expect(await read()).toHaveLength(2);
    setDay('2026-11-23');
    open('chat:1');
    const lines = await read();
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toMatch(/chat:|Anneliese/);
  });
});
