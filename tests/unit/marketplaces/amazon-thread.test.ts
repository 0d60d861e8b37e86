import { beforeEach, describe, expect, test } from 'vitest';
import { createAmazonAdapter } from '@/utils/marketplaces/amazon/adapter';
import { pageHealth } from '@/utils/marketplaces/page-health';

const INBOX = 'https://sellercentral.amazon.de/messaging/inbox-v3?fi=caseId&cc=c0ffee00-0999-4000-8000-000000000001';

/** Puts a page on screen under an address of the inbox. */
function show(html: string, url = INBOX, lang = 'en'): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.documentElement.lang = lang;
  document.body.innerHTML = html;
}

const inbox = (messages: string, more = ''): string => `<main><section id="case-messages">
<header><h2>Order question</h2><div class="case-buyer">Maria</div><span class="case-status-label">Last response on Nov 18, 2026, 9:00 AM</span></header>
<div class="css-1">${messages}</div><div class="composer"><textarea class="reply"></textarea></div></section>${more}</main>`;

const bubble = (inner: string, attributes = 'class="x-buyer-message-b1"'): string =>
  `<div ${attributes}><div class="css-2">${inner}</div><time datetime="2026-11-20T15:20:00Z">Nov 20, 2026, 3:20 PM</time></div>`;

const read = () => {
  const thread = createAmazonAdapter().readThread(document, new URL(location.href));
  if (!thread.ok) throw new Error(thread.problem.kind);
  return thread.value;
};

beforeEach(() => show(''));

describe('an Amazon thread', () => {
  test('tells the sides by class words and keeps line breaks', () => {
    show(inbox(bubble('Hello,<br>where is it?') + bubble('On its way.', 'class="x-seller-message-b1"')));
    expect(read().bubbles).toEqual([
      {
        side: 'buyer',
        text: 'Hello,\nwhere is it?',
        shownTime: 'Nov 20, 2026, 3:20 PM',
        at: '2026-11-20T15:20:00.000Z',
      },
      { side: 'seller', text: 'On its way.', shownTime: 'Nov 20, 2026, 3:20 PM', at: '2026-11-20T15:20:00.000Z' },
    ]);
  });

  test('tells the sides by the sender line in the language of the page', () => {
    const said = (sender: string, text: string) =>
      `<div class="css-9"><div class="css-8">${sender}</div>${bubble(text, 'class="css-7"')}</div>`;
    show(inbox(said('Maria', 'Wo ist es?') + said('Sie', 'Unterwegs.')), INBOX, 'de');
    expect(read().bubbles.map(({ side, text }) => [side, text])).toEqual([
      ['buyer', 'Wo ist es?'],
      ['seller', 'Unterwegs.'],
    ]);
  });

  test('tells the sides by the accessible label of list items', () => {
    const item = (label: string, text: string) => `<li role="listitem" aria-label="${label}">${text}</li>`;
    show(inbox(`<ul>${item('Message from Maria, Nov 20', 'Hi')}${item('You, Nov 20', 'Hello')}</ul>`));
    expect(read().bubbles.map(({ side, text }) => [side, text])).toEqual([
      ['buyer', 'Hi'],
      ['seller', 'Hello'],
    ]);
  });

  test('finds messages by their time stamps alone, also without machine-readable times', () => {
    const row = (sender: string, text: string) =>
      `<div><div class="sender">${sender}</div><div>${text}</div><span>20. Nov. 2026, 15:20</span></div>`;
    show(inbox(row('Maria', 'Hallo') + row('Sie', 'Guten Tag')), INBOX, 'de');
    expect(read().bubbles).toEqual([
      { side: 'buyer', text: 'Hallo', shownTime: '20. Nov. 2026, 15:20' },
      { side: 'seller', text: 'Guten Tag', shownTime: '20. Nov. 2026, 15:20' },
    ]);
  });

  test('reads a single message of a thread without any class words', () => {
    show(
      inbox(
        `<div class="row"><div class="sender">Maria</div><div class="css-2">Hi there</div><time datetime="2026-11-20T15:20:00Z">3:20 PM</time></div>`,
      ),
    );
    expect(read().bubbles.map(({ side, text }) => [side, text])).toEqual([['buyer', 'Hi there']]);
  });

  test('keeps system notes apart from both sides', () => {
    show(
      inbox(
        `${bubble('Hi')}<div class="system-note" role="note">Buyer requested cancellation · <time>Nov 20</time></div>`,
      ),
    );
    expect(read().bubbles.at(-1)).toMatchObject({ side: 'note', text: 'Buyer requested cancellation' });
  });

  test('cuts the mail a buyer has quoted and the relay address', () => {
    show(
      inbox(
        bubble('Still nothing.<br>Am 12.11. schrieb Lumen Home:<br>&gt; Ihre Bestellung<br>&gt; ist unterwegs') +
          bubble('Second<blockquote>old text</blockquote><div>abc+c0ffee@marketplace.amazon.de</div>'),
      ),
    );
    expect(read().bubbles.map(({ text }) => text)).toEqual(['Still nothing.', 'Second']);
  });

  test('keeps the platform translation apart from the original, shown or hidden', () => {
    const block =
      '<div class="said">Wo ist es?</div><div class="translation__x">Where is it?</div><div class="css-3">Translated by the marketplace</div>';
    const toggled =
      '<div class="t said">Where is it?</div><div class="t said" style="display: none">Wo ist es?</div><button>Show original</button>';
    const inline = 'Wo ist es?<br>Where is it?<br>Translated by Amazon';
    show(inbox(bubble(block) + bubble(toggled) + bubble(inline)));
    expect(read().bubbles.map(({ text, platformTranslation }) => [text, platformTranslation])).toEqual([
      ['Wo ist es?', { text: 'Where is it?', by: 'the marketplace' }],
      ['Wo ist es?', { text: 'Where is it?', by: 'Amazon' }],
      ['Wo ist es?', { text: 'Where is it?', by: 'Amazon' }],
    ]);
  });

  test('names the case, the order and the buyer', () => {
    const pane =
      '<aside><kat-link label="999-1000001-0000001" href="/orders-v3/order/999-1000001-0000001"></kat-link></aside>';
    show(inbox(bubble('Hi'), pane));
    expect(read()).toMatchObject({
      key: 'amazon:case:c0ffee00-0999-4000-8000-000000000001',
      orderId: '999-1000001-0000001',
      buyerName: 'Maria',
    });
    expect(createAmazonAdapter().aliases(read())).toContainEqual({
      kind: 'display-name',
      value: 'Maria',
      strong: false,
    });
  });

  test('an inbox without an open case is no fault of the page', () => {
    show('<main><p>Select a conversation</p></main>', 'https://sellercentral.amazon.de/messaging/inbox');
    const adapter = createAmazonAdapter();
    expect(adapter.readThread(document, new URL(location.href)).ok).toBe(false);
    expect(pageHealth(adapter.health())).toBe('good');
  });

  test('a case that cannot be found on its page is', () => {
    show('<main><p>Something else</p></main>');
    const adapter = createAmazonAdapter();
    adapter.readThread(document, new URL(location.href));
    expect(pageHealth(adapter.health())).toBe('broken');
  });
});
