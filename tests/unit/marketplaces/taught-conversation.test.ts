import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTaughtAdapter } from '@/utils/marketplaces/taught';
import type { TaughtPage } from '@/utils/domain/profiles/profile';

const page: TaughtPage = {
  id: 'page-1',
  marketplace: 'other' as never,
  host: 'seller.demo.example',
  path: '/inbox',
  kind: 'thread',
  fields: { composer: ['.reply'], message: ['.msg'], orderId: ['.order'], buyerName: ['.who'] },
  date: '2026-11-22',
};

interface Shown {
  readonly order?: string;
  readonly who?: string;
  readonly said: readonly string[];
}

const show = ({ order = '', who = '', said }: Shown): void => {
  document.body.innerHTML = `<p class="who">${who}</p><p class="order">${order}</p>
    <div>${said.map((text) => `<div class="row"><p class="msg">${text}</p></div>`).join('')}</div>
    <textarea class="reply"></textarea>`;
};

const press = (): void => {
  const event = new Event('pointerdown', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  document.body.dispatchEvent(event);
};

let now = 1_000;
beforeEach(() => {
  now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

/** Reads as the watcher does, some time after the last reading. */
const reader = (taught = page, path = '/inbox') => {
  const adapter = createTaughtAdapter(taught, { signal: new AbortController().signal });
  return (shown: Shown, { after = 100, at = path }: { readonly after?: number; readonly at?: string } = {}) => {
    now += after;
    show(shown);
    const thread = adapter.readThread(document, new URL(at, 'https://seller.demo.example'));
    return thread.ok
      ? { key: thread.value.key as string, order: thread.value.orderId, who: thread.value.buyerName }
      : { problem: thread.problem };
  };
};

const anna = { order: '5301-0001', who: 'Anna', said: ['Hello', 'Where is it?', 'Thanks'] };
const ben = { order: '5301-0002', who: 'Ben', said: ['Too small', 'Can I return it?', 'Thanks'] };
const addressed: TaughtPage = { ...page, path: '/inbox/thread/*' };
const at = '/inbox/thread/881';

describe('a taught page without an order', () => {
  const nameless: TaughtPage = { ...addressed, fields: { composer: ['.reply'], message: ['.msg'] } };

  it('gives every conversation a key of its own, though the address stays', () => {
    const read = reader(nameless, at);
    const first = read(anna);
    expect(read(anna)).toEqual(first);
    expect(read({ ...anna, said: [...anna.said, 'Anybody there?'] })).toEqual(first);
    expect(read(ben).key).not.toBe(first.key);
    expect(read(anna).key).not.toBe(first.key);
  });

  it('never gives one key to two documents', () => {
    expect(reader(nameless, at)(anna).key).not.toBe(reader(nameless, at)(anna).key);
  });

  it('has no conversation by the number of an account', () => {
    const account: TaughtPage = { ...nameless, path: '/accounts/*/inbox' };
    expect(reader(account, '/accounts/48213/inbox')(anna)).toHaveProperty('problem');
  });

  it('keeps the key of a conversation whose order is known', () => {
    const read = reader();
    const first = read(anna);
    expect(first).toMatchObject({ key: 'other:seller.demo.example:5301-0001', order: '5301-0001', who: 'Anna' });
    expect(read(anna, { after: 60_000 })).toEqual(first);
  });
});

describe('a taught page on which another conversation is opened', () => {
  it('does not believe the panel that has not followed, for ten seconds', () => {
    const read = reader(addressed, at);
    expect(read(anna)).toMatchObject({ order: '5301-0001', who: 'Anna' });
    const during = { ...anna, said: ben.said };
    for (const after of [100, 2_500, 5_000, 2_000]) {
      const reading = read(during, { after });
      expect(reading.order).toBeUndefined();
      expect(reading.who).toBeUndefined();
    }
    expect(read(ben)).toMatchObject({ order: '5301-0002', who: 'Ben' });
  });

  it('believes a panel that never changes once ten seconds are over', () => {
    const read = reader(addressed, at);
    read(anna);
    read({ ...anna, said: ben.said });
    expect(read({ ...anna, said: ben.said }, { after: 10_001 })).toMatchObject({ order: '5301-0001' });
  });

  it('takes a common last word for no sign of the same conversation', () => {
    const read = reader(addressed, at);
    read({ ...anna, said: ['Thanks'] });
    expect(read({ ...anna, said: ben.said }).order).toBeUndefined();
  });

  it('does not believe what stood there before any message did, once somebody has pressed something', () => {
    const read = reader(addressed, at);
    read({ ...anna, said: [] });
    press();
    expect(read({ ...anna, said: ben.said }).order).toBeUndefined();
  });

  it('waits for no messages that are only late', () => {
    const read = reader(addressed, at);
    read({ ...anna, said: [] });
    expect(read(anna)).toMatchObject({ order: '5301-0001', who: 'Anna' });
  });

  it('attaches no order beside a name that has changed alone, and no name beside an order that has', () => {
    const byName = reader(addressed, at);
    byName(anna);
    expect(byName({ ...anna, who: 'Ben' })).toMatchObject({ order: undefined, who: 'Ben' });
    const byOrder = reader(addressed, at);
    byOrder(anna);
    expect(byOrder({ ...anna, order: '5301-0002' })).toMatchObject({ order: '5301-0002', who: undefined });
  });

  it('believes parts that change one after the other', () => {
    const read = reader(addressed, at);
    read(anna);
    read({ ...anna, said: ben.said });
    read({ ...anna, said: ben.said, who: 'Ben' }, { after: 3_000 });
    expect(read(ben, { after: 3_000 })).toMatchObject({ order: '5301-0002', who: 'Ben' });
  });

  it('starts anew where somebody presses something in between', () => {
    const read = reader(addressed, at);
    read(anna);
    read({ ...anna, said: ben.said, who: 'Ben' });
    press();
    const mixed = read({ order: '5301-0003', who: 'Ben', said: ['Other', 'Words', 'Here'] }, { after: 50 });
    expect(mixed).toMatchObject({ order: '5301-0003', who: undefined });
  });

  it('is not led astray by a value that goes away and comes back', () => {
    const read = reader(addressed, at);
    read(anna);
    read({ said: ben.said });
    expect(read({ ...anna, said: ben.said }).order).toBeUndefined();
  });
});
