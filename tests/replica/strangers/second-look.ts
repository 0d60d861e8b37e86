import { footOf, topOf } from './chrome';
import { shadow, type Stranger } from './kit';

const inboxEnglish: Stranger = {
  id: 'amazon-inbox-4',
  market: 'amazon',
  url: 'https://sellercentral.amazon.co.uk/messaging/inbox-v3?fi=responseNeeded&cc=91a7c3de-50f2-4e0b-9a55-0d5e7a0b4c21',
  lang: 'en',
  css: `.thread-f{width:640px}.m-f{margin:6px 0;display:flex;flex-direction:column}.mine-f{align-items:flex-end}.theirs-f{align-items:flex-start}.b-f{background:#eee;padding:6px;max-width:60%}`,
  body: `${topOf('en', 'Fern & Fold')}<main><div role="log" class="thread-f"><div class="m-f theirs-f"><div class="b-f">Does the throw come in grey?</div><time datetime="2026-11-19T10:00:00Z">19 Nov 2026, 10:00</time></div><div class="m-f mine-f"><div class="b-f">Yes, we have slate grey and light grey.</div><time datetime="2026-11-19T11:30:00Z">19 Nov 2026, 11:30</time></div></div><form><textarea aria-label="Reply" class="rp-f"></textarea><span data-shown-count></span><button type="submit" data-shown-send disabled>Send</button></form><div class="case-f"><div><span>Buyer name</span><span>Alice Thornton</span></div><div><span>Order ID</span><a href="/orders-v3/order/204-6671029-5510384">204-6671029-5510384</a></div></div></main>${footOf('en')}`,
  composer: ['.rp-f'],
  golden: {
    kind: 'thread',
    orderId: '204-6671029-5510384',
    buyerName: 'Alice Thornton',
    bubbles: [
      ['buyer', 'Does the throw come in grey?'],
      ['seller', 'Yes, we have slate grey and light grey.'],
    ],
    composer: true,
    shop: { name: 'Fern & Fold' },
  },
};

const ordersFrench: Stranger = {
  id: 'amazon-orders-3',
  market: 'amazon',
  url: 'https://sellercentral.amazon.fr/orders-v3/fba/all?page=1',
  lang: 'fr',
  body: `${topOf('fr', 'Atelier Brumaire')}<main><x-orders>${shadow(`<div class="g">
<div class="r"><div><a href="/orders-v3/order/402-3310778-2294015">402-3310778-2294015</a><p>13 nov. 2026</p></div><div><p>Nom de l’acheteur : Lucie Perrin</p><p>Statut : Expédiée</p></div><div><a href="/dp/B0D4LQ77XK">Carafe en verre soufflé 1,2 L</a><p>Quantité : 1</p></div></div>
<div class="r"><div><a href="/orders-v3/order/407-9910265-8837741">407-9910265-8837741</a><p>11 nov. 2026</p></div><div><p>Nom de l’acheteur : Mehdi Arnaud</p><p>Statut : Annulée</p></div><div><a href="/dp/B0B4RR81TQ">Robe en lin, bleu nuit</a><p>Quantité : 1</p></div></div></div>`)}</x-orders></main>${footOf('fr')}`,
  golden: {
    kind: 'orders',
    orders: [
      {
        orderId: '402-3310778-2294015',
        buyerName: 'Lucie Perrin',
        state: 'shipped',
        orderedOn: '2026-11-13',
        items: [{ title: 'Carafe en verre soufflé 1,2 L', productId: 'B0D4LQ77XK', quantity: 1 }],
      },
      {
        orderId: '407-9910265-8837741',
        buyerName: 'Mehdi Arnaud',
        state: 'cancelled',
        orderedOn: '2026-11-11',
        items: [{ title: 'Robe en lin, bleu nuit', productId: 'B0B4RR81TQ', quantity: 1 }],
      },
    ],
    shop: { name: 'Atelier Brumaire' },
  },
};

const chatJapanese: Stranger = {
  id: 'aliexpress-chat-gsp-3',
  market: 'aliexpress',
  url: 'https://gsp.aliexpress.com/m_apps/im-chat/im#/window',
  lang: 'ja',
  css: `.f{display:flex}.c{width:560px}.ln{display:flex;margin:6px}.ln.r{justify-content:flex-end}.tx{background:#eef;padding:6px}`,
  body: `${topOf('ja', '小窓ストア')}<div class="f"><div class="c"><div class="hd_t"><span>Yuki Tanabe</span></div><div class="ls_t"><div class="ln"><div class="tx">こんにちは、まだ発送されていませんか?</div><span>2026-11-20 09:01</span></div><div class="ln r"><div class="tx">本日発送いたします。</div><span>2026-11-20 09:40</span></div><div class="ln"><div class="tx">ありがとうございます。</div><span>2026-11-20 09:41</span></div></div><div class="in_t"><textarea placeholder="メッセージを入力"></textarea><span data-shown-count></span><button type="button" data-shown-send disabled>送信</button></div></div>
<div class="p_t"><p>Yuki Tanabe</p><p>日本</p><div><span>注文番号: 8201774409312256</span><span>発送待ち</span></div></div></div>${footOf('ja')}`,
  composer: ['.in_t textarea'],
  golden: {
    kind: 'thread',
    orderId: '8201774409312256',
    buyerName: 'Yuki Tanabe',
    country: 'JP',
    bubbles: [
      ['buyer', 'こんにちは、まだ発送されていませんか?'],
      ['seller', '本日発送いたします。'],
      ['buyer', 'ありがとうございます。'],
    ],
    composer: true,
    shop: { name: '小窓ストア' },
  },
};

const ordersGerman: Stranger = {
  id: 'aliexpress-orders-3',
  market: 'aliexpress',
  url: 'https://gsp.aliexpress.com/m_apps/order-manage/orderList',
  lang: 'de',
  body: `${topOf('de', 'Werkbank 24')}<div role="table"><div role="rowgroup"><div role="row"><div role="columnheader">Bestellnummer</div><div role="columnheader">Käufer</div><div role="columnheader">Artikel</div><div role="columnheader">Gesamtbetrag</div><div role="columnheader">Status</div></div></div><div role="rowgroup"><div role="row"><div role="cell">8204410099123377<br><small>13.11.2026</small></div><div role="cell">Piet de Boer</div><div role="cell"><a href="https://www.aliexpress.com/item/1005007788990011.html">Schraubstock 100 mm</a></div><div role="cell">22,50 €</div><div role="cell">Versandt</div></div><div role="row"><div role="cell">8204411187340029<br><small>12.11.2026</small></div><div role="cell">Heike Sommer</div><div role="cell"><a href="https://www.aliexpress.com/item/1005007788990022.html">Feilenset, 6-teilig</a></div><div role="cell">14,90 €</div><div role="cell">Abgeschlossen</div></div></div></div>${footOf('de')}`,
  golden: {
    kind: 'orders',
    orders: [
      {
        orderId: '8204410099123377',
        buyerName: 'Piet de Boer',
        state: 'shipped',
        orderedOn: '2026-11-13',
        amount: { value: 22.5, currency: 'EUR' },
        items: [{ title: 'Schraubstock 100 mm', productId: '1005007788990011' }],
      },
      {
        orderId: '8204411187340029',
        buyerName: 'Heike Sommer',
        state: 'completed',
        orderedOn: '2026-11-12',
        amount: { value: 14.9, currency: 'EUR' },
        items: [{ title: 'Feilenset, 6-teilig', productId: '1005007788990022' }],
      },
    ],
    shop: { name: 'Werkbank 24' },
  },
};

/** Pages written after the readers were mended with the others: what mending was worth on pages it did not know. */
export const secondLook: readonly Stranger[] = [inboxEnglish, ordersFrench, chatJapanese, ordersGerman];
