import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAliexpressAdapter } from '@/utils/marketplaces/aliexpress/adapter';

const CHAT = 'https://csp.aliexpress.com/m_apps/ai-im/im?channelId=4711#/window';

/** Puts a page on screen under the address of the chat. */
function show(html: string, url = CHAT): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.documentElement.lang = 'zh-CN';
  document.body.innerHTML = html;
}

interface ChatParts {
  readonly messages?: string;
  readonly panelName?: string;
  readonly cards?: string;
  readonly country?: string;
}

const card = (id: string, status: string): string => `<div class="im-order-card">
<span class="im-order-card-status">${status}</span><span class="im-order-card-subtitle">${id}</span>
<span class="im-order-card-subtitle">2026年11月2日(周一)</span><div class="im-order-card-title">USB clip lamp</div><div>Black</div><div>x 2</div>
<div>Cainiao LP00999999999095</div></div>`;

const chat = ({
  messages = said('Hola'),
  panelName = 'María',
  cards = '',
  country = '墨西哥',
}: ChatParts = {}): string => `<main>
<section class="sessions"><div class="im-session-item"><div class="im-session-item-name-content"><b>Ivan</b></div></div>
<div class="im-session-item active"><div class="im-session-item-name-content"><b>María</b></div></div></section>
<section class="centre"><header><span>María</span></header><div class="list">${messages}</div>
<div class="editor"><textarea class="im-message-input-no-auto-height"></textarea><img class="im-message-input-footer-right-send-icon disable"></div></section>
<aside><div class="user-name__gCC">${panelName}</div><div class="info__a"><div class="basic_b"><div class="address__c">${country}</div></div></div>${cards}</aside></main>`;

const said = (text: string, more = ''): string =>
  `<div class="im-message-item ${more}"><div class="content">${text}</div><span class="time__x">2026年11月20日 15:20</span></div>`;

const read = (adapter = createAliexpressAdapter()) => {
  const thread = adapter.readThread(document, new URL(location.href));
  if (!thread.ok) throw new Error(thread.problem.kind);
  return thread.value;
};

beforeEach(() => show(''));
afterEach(() => vi.useRealTimers());

describe('an AliExpress chat', () => {
  test('tells own messages by their class and keeps notices of recalled ones apart', () => {
    show(
      chat({
        messages:
          said('Hola') +
          said('Hello', 'self') +
          '<div class="im-message-item recall__x">This message was recalled</div>',
      }),
    );
    expect(read().bubbles.map(({ side, text }) => [side, text])).toEqual([
      ['buyer', 'Hola'],
      ['seller', 'Hello'],
      ['note', 'This message was recalled'],
    ]);
  });

  test.each([
    ['in one text', '¿Dónde está?<br>它在哪里？<br>by Alibaba Auto Translation'],
    [
      'in blocks',
      '<div class="source__x">¿Dónde está?</div><div class="translate__x">它在哪里？<div>by Alibaba Auto Translation</div></div>',
    ],
  ])('splits original and platform translation %s', (_, html) => {
    show(chat({ messages: said(html) }));
    expect(read().bubbles[0]).toMatchObject({
      text: '¿Dónde está?',
      platformTranslation: { text: '它在哪里？', by: 'Alibaba Auto Translation' },
    });
  });

  test('understands the Chinese translation line', () => {
    show(chat({ messages: said('Where is it?<br>它在哪里？<br>由阿里AI翻译') }));
    expect(read().bubbles[0]).toMatchObject({
      text: 'Where is it?',
      platformTranslation: { text: '它在哪里？', by: '由阿里AI翻译' },
    });
  });

  test('reads the order on top and keeps its number exact beyond 2^53', () => {
    show(chat({ cards: card('9992000000000000095', '等待买家收货') + card('9992000000000000001', '交易成功') }));
    const order = createAliexpressAdapter().readOrder(document, new URL(location.href));
    expect(order.ok && order.value).toEqual({
      orderId: '9992000000000000095',
      state: 'shipped',
      orderedOn: '2026-11-02',
      items: [{ title: 'USB clip lamp', variant: 'Black', quantity: 2 }],
      carrier: 'Cainiao',
      tracking: 'LP00999999999095',
      country: 'MX',
    });
  });

  test('reads the country by its display name', () => {
    show(chat({ country: '法国' }));
    expect(createAliexpressAdapter().country(document)).toMatchObject({ ok: true, value: 'FR' });
  });

  test('uses nothing of the panel while it still shows another buyer', () => {
    show(chat({ panelName: 'Ivan', cards: card('9992000000000000095', '等待发货') }));
    const adapter = createAliexpressAdapter();
    expect(read(adapter).orderId).toBeUndefined();
    expect(adapter.readOrder(document, new URL(location.href))).toMatchObject({
      ok: false,
      problem: { kind: 'disagree' },
    });
    expect(adapter.country(document)).toMatchObject({ ok: false, problem: { kind: 'disagree' } });
    expect(read(adapter).key).not.toContain('9992000000000000095');
  });

  test('waits before it believes an unchanged panel after a switch to a buyer of the same name', () => {
    vi.useFakeTimers();
    const cards = card('9992000000000000095', '等待发货');
    show(chat({ messages: said('Hola'), cards }));
    const adapter = createAliexpressAdapter();
    expect(read(adapter).orderId).toBe('9992000000000000095');
    show(chat({ messages: said('Buenas tardes'), cards }));
    expect(read(adapter).orderId).toBeUndefined();
    show(chat({ messages: said('Buenas tardes'), cards: card('9992000000000000001', '等待发货') }));
    expect(read(adapter).orderId).toBe('9992000000000000001');
  });

  test('gives the channel as the account of the shop', () => {
    show(chat());
    expect(createAliexpressAdapter().shop(document)).toMatchObject({ ok: true, value: { accountId: '4711' } });
  });

  test('finds the text box and reads from the send icon whether the page took the text', () => {
    show(chat());
    const adapter = createAliexpressAdapter();
    const box = adapter.findComposer(document);
    expect(box.ok && box.value.matches('textarea.im-message-input-no-auto-height')).toBe(true);
    if (!box.ok) return;
    expect(adapter.tookText(document, box.value, 'Hello')).toBe(false);
    document.querySelector('img')!.classList.remove('disable');
    expect(adapter.tookText(document, box.value, 'Hello')).toBe(true);
  });

  test('a chat without an open session has no thread and no fault', () => {
    show(
      '<main><section class="sessions"><div class="im-session-item"><b>Ivan</b></div></section><p>Choose</p></main>',
    );
    const adapter = createAliexpressAdapter();
    expect(adapter.readThread(document, new URL(location.href)).ok).toBe(false);
    expect(adapter.health()).toEqual([]);
  });
});
