import { beforeEach, describe, expect, it } from 'vitest';
import { learnPage } from '@/components/content/teach/taught-page';
import { deriveOne } from '@/utils/page/derive-selectors';
import { marksOf, namesToAvoid } from '@/utils/page/derive-selectors-marks';

const show = (html: string): void => void (document.body.innerHTML = html);
const one = (css: string): Element => document.querySelector(css)!;
const derive = (css: string, care: 'whole' | 'words' = 'whole') =>
  deriveOne(one(css), { doc: document, care, names: namesToAvoid(document) });

describe('a selector never holds a name', () => {
  beforeEach(() => show(''));

  it.each([
    ['of a link', '<main class="panel"><a id="x1" href="/shop/buyer/JaneDoe">Open</a><p>Jane Doe</p></main>', 'a'],
    ['of a link nobody is shown behind', '<main class="panel"><a href="/people/JaneDoe">Open</a></main>', 'a'],
    ['of a part', '<main class="panel"><p part="jane-doe">Question</p><p>Jane Doe</p></main>', 'p'],
    ['of a role', '<main class="panel"><p role="jane">Question</p><p>Jane Doe</p></main>', 'p'],
    ['of a class', '<main class="panel"><p class="thread-jane">Question</p><p>Jane Doe</p></main>', 'p'],
    ['run together', '<main class="panel"><p class="janedoe">Question</p><p>Jane Doe</p></main>', 'p'],
    ['of an id', '<main class="panel"><p id="jane-doe">Question</p><p>Jane Doe</p></main>', 'p'],
    ['of a form field', '<main class="panel"><input name="jane"><p>Jane Doe</p></main>', 'input'],
    ['of a named attribute', '<main class="panel"><p data-name="jane" data-buyer-name="Jane">Question</p></main>', 'p'],
    ['of a buyer role', '<main class="panel"><p data-customer-field="jane">Question</p></main>', 'p'],
    ['around it', '<section data-buyer-name="Jane" data-user-name="jane"><textarea></textarea></section>', 'textarea'],
    ['in the attribute’s own name', '<main class="panel"><p data-jane="1">Question</p><p>Jane Doe</p></main>', 'p'],
  ])('%s', (_, html, css) => {
    show(html);
    const kept = derive(css);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.join(' ')).not.toMatch(/jane|doe/i);
  });

  it('keeps what says where a link leads and what a part is for', () => {
    show('<main><a href="/m_apps/order-manage/orderDetail?x=1">Order 12</a><p>Jane Doe</p></main>');
    expect(derive('a')).toContain('a[href*="orderDetail"]');
    show('<main><p part="reply" role="log" data-testid="message-text">Question</p><p>Jane Doe</p></main>');
    const marks = marksOf(one('p'), { shown: 'Question', care: 'words', names: namesToAvoid(document) });
    expect(marks).toEqual(expect.arrayContaining(['[part~="reply"]', '[role="log"]', '[data-testid="message-text"]']));
  });
});

describe('a learned page', () => {
  it('holds no word of the buyer, however it is written', () => {
    show(`<section class="chat" data-buyer-name="anna"><h2 class="head anna-schmidt">anna schmidt</h2>
      <a class="order annaschmidt" href="/u/anna/orders">1234-5678</a><textarea class="reply"></textarea></section>`);
    const { page, failed } = learnPage(
      { composer: one('textarea'), orderId: one('a'), buyerName: one('h2') },
      {
        doc: document,
        url: new URL('https://seller.demo.example/chat/anna-schmidt/view#/with/annaschmidt'),
        marketplace: 'other' as never,
        today: '2026-11-22',
      },
    );
    expect(failed).toEqual([]);
    expect(JSON.stringify({ ...page, id: '' })).not.toMatch(/anna|schmidt/i);
    expect(page.path).toBe('/chat/*/view#/with/*');
  });
});
