import { footOf, topOf } from './chrome';
import type { Stranger } from './kit';

const orderTable = (
  id: string,
  at: string,
  buyer: string,
  title: string,
  sku: string,
  fee: string,
  quantity: number,
  total: string,
  state: string,
): string =>
  `<table class="next-table-row"><thead><tr><td colspan="5"><span class="header--value--Hq1 header--valueHighLight--Hq1">${id}</span><span class="header--value--Hq1">${at}</span><a class="buyerInfo--inline--Hq1" href="/m_apps/ai-im/im?channelId=718201">${buyer}</a></td></tr></thead><tbody><tr><td data-next-table-col="1"><span class="productInfo--itemTitle--Hq1">${title}</span><span class="productInfo--skuCodeValue--Hq1">颜色: 原木</span><span class="productInfo--skuCodeValue--Hq1">${sku}</span></td><td data-next-table-col="2"><span class="productInfo--unitFee--Hq1">${fee}</span></td><td data-next-table-col="3"><div>${quantity}</div></td><td data-next-table-col="4"><span class="amount--amount--Hq1">${total}</span></td><td><div class="chc-state-label__stateText">${state}</div></td></tr></tbody></table>`;

const ordersChinese: Stranger = {
  id: 'aliexpress-orders-1',
  market: 'aliexpress',
  url: 'https://csp.aliexpress.com/m_apps/order-manage/orderList?channelId=718201',
  lang: 'zh-CN',
  body: `${topOf('zh-CN', '悦居旗舰店')}<div id="root"><div><span class="board--boardItemTitle--Hq1">等待发货</span><b>4</b></div>
${orderTable('8197340025516604', '2026-11-02 17:20', 'Maëlle Roussel', '实木相框 30x40', 'FR-3040', 'US $11.80', 2, 'US $23.60', '等待买家收货')}
${orderTable('8198116630094417', '2026-11-17 03:58', 'Bruno Costa', '挂钩 10 个装', 'HK-10', 'US $4.20', 1, 'US $4.20', '等待发货')}
<span class="next-pagination-display">1/30</span></div>${footOf('zh-CN')}`,
  golden: {
    kind: 'orders',
    orders: [
      {
        orderId: '8197340025516604',
        buyerName: 'Maëlle Roussel',
        state: 'shipped',
        orderedOn: '2026-11-02',
        amount: { value: 23.6, currency: 'USD' },
        items: [{ title: '实木相框 30x40', sku: 'FR-3040', quantity: 2 }],
      },
      {
        orderId: '8198116630094417',
        buyerName: 'Bruno Costa',
        state: 'unshipped',
        orderedOn: '2026-11-17',
        amount: { value: 4.2, currency: 'USD' },
        items: [{ title: '挂钩 10 个装', sku: 'HK-10', quantity: 1 }],
      },
    ],
    shop: { accountId: '718201', name: '悦居旗舰店' },
  },
};

const arabicCard = (id: string, at: string, buyer: string, title: string, total: string, state: string): string =>
  `<section class="crd_m"><div class="top_m"><span>رقم الطلب: <bdi>${id}</bdi></span><span>تاريخ الطلب: ${at}</span><span>المشتري: <a href="/m_apps/im-chat/im#/window">${buyer}</a></span></div><div class="mid_m"><a href="https://www.aliexpress.com/item/1005006112233445.html">${title}</a><span>الكمية: 1</span><span>الإجمالي: ${total}</span><em>${state}</em></div></section>`;

const ordersArabic: Stranger = {
  id: 'aliexpress-orders-2',
  market: 'aliexpress',
  url: 'https://gsp.aliexpress.com/m_apps/order-manage/orderList',
  lang: 'ar',
  body: `${topOf('ar', 'متجر النخيل')}<main>${arabicCard('1109238846610277', '2026-11-19 22:40', 'سعاد المنصوري', 'حقيبة جلدية', 'US $38.00', 'بانتظار الشحن')}${arabicCard('1109240017733580', '2026-11-12 08:15', 'Omar Haddad', 'محفظة', 'US $12.50', 'مكتمل')}</main>${footOf('ar')}`,
  golden: {
    kind: 'orders',
    orders: [
      {
        orderId: '1109238846610277',
        buyerName: 'سعاد المنصوري',
        state: 'unshipped',
        orderedOn: '2026-11-19',
        amount: { value: 38, currency: 'USD' },
        items: [{ title: 'حقيبة جلدية', productId: '1005006112233445', quantity: 1 }],
      },
      {
        orderId: '1109240017733580',
        buyerName: 'Omar Haddad',
        state: 'completed',
        orderedOn: '2026-11-12',
        amount: { value: 12.5, currency: 'USD' },
        items: [{ title: 'محفظة', productId: '1005006112233445', quantity: 1 }],
      },
    ],
    shop: { name: 'متجر النخيل' },
  },
};

const orderEnglish: Stranger = {
  id: 'aliexpress-order-1',
  market: 'aliexpress',
  url: 'https://csp.aliexpress.com/m_apps/order-manage/orderDetail?orderId=3042219987700145&channelId=50413',
  lang: 'en',
  body: `${topOf('en', 'Bright Corner Store')}<div id="root"><h2>Awaiting receipt</h2><div><span>Order ID</span><span>3042219987700145</span></div><div><span>Order placed</span><span>2026-11-08 06:12</span></div><div class="orderInfo--addressItem--k2"><span class="addressLabel--k2">Receiver</span><span class="addressValue--k2">Th*** Be***</span><i class="orderEye--eye--k2"></i></div><div class="orderInfo--addressItem--k2"><span class="addressLabel--k2">Country/Region</span><span class="addressValue--k2">Germany</span></div><div><span>Buyer</span><a class="buyerInfo--inline--k2">Thomas Berger</a></div>
<table><tr class="next-table-row"><td data-next-table-col="1"><span class="productInfo--itemTitle--k2">Travel kettle 0.6 L</span><span class="productInfo--skuCodeValue--k2">White</span><span class="productInfo--skuCodeValue--k2">TK-06-W</span></td><td data-next-table-col="3"><div>2</div></td></tr></table>
<div class="lg"><h3>Logistics</h3><div><span>Shipping method</span><span>AliExpress Standard Shipping</span></div><div><span>Tracking number</span><span>LP00641928837421</span></div><ul><li><time>2026-11-10 14:02</time> Picked up by carrier</li></ul></div><div><span>Order total</span><span>US $47.20</span></div><span class="next-input next-input-textarea"><textarea placeholder="Memo"></textarea></span></div>${footOf('en')}`,
  golden: {
    kind: 'order',
    orders: [
      {
        orderId: '3042219987700145',
        buyerName: 'Thomas Berger',
        state: 'shipped',
        orderedOn: '2026-11-08',
        tracking: 'LP00641928837421',
        country: 'DE',
        amount: { value: 47.2, currency: 'USD' },
        items: [{ title: 'Travel kettle 0.6 L', sku: 'TK-06-W', quantity: 2 }],
      },
    ],
    shop: { accountId: '50413', name: 'Bright Corner Store' },
  },
};

const orderJapanese: Stranger = {
  id: 'aliexpress-order-2',
  market: 'aliexpress',
  url: 'https://gsp.aliexpress.com/m_apps/order-manage/order_detail?orderId=8201774409312256',
  lang: 'ja',
  body: `${topOf('ja', '小窓ストア')}<div id="root"><dl class="od_r"><dt>注文番号</dt><dd>8201774409312256</dd><dt>注文状況</dt><dd>発送待ち</dd><dt>注文日時</dt><dd>2026-11-19 11:20</dd><dt>購入者</dt><dd>Yuki Tanabe</dd><dt>国/地域</dt><dd>日本</dd><dt>合計金額</dt><dd>US $15.90</dd></dl><div class="pr_r"><a href="https://www.aliexpress.com/item/1005004455667788.html">木製スマホスタンド</a><span>数量: 1</span></div><label>メモ<textarea></textarea></label></div>
<aside><h4>同じ購入者の注文</h4><p>8199001122334455</p></aside>${footOf('ja')}`,
  golden: {
    kind: 'order',
    orders: [
      {
        orderId: '8201774409312256',
        buyerName: 'Yuki Tanabe',
        state: 'unshipped',
        orderedOn: '2026-11-19',
        country: 'JP',
        amount: { value: 15.9, currency: 'USD' },
        items: [{ title: '木製スマホスタンド', productId: '1005004455667788', quantity: 1 }],
      },
    ],
    shop: { name: '小窓ストア' },
  },
};

const disputeRow = (date: string, id: string, buyer: string, amount: string, reason: string, state: string): string =>
  `<tr class="ait-table-row ait-table-row-level-0"><td><span class="ait-typography">${date}</span></td><td>Order ${id}</td><td><div class="buyerInfo--p3"><div class="buyerName--p3"><a href="#">${buyer}</a></div></div></td><td><div class="infoItem--p3"><b>${amount}</b></div><span>x 1</span></td><td>${reason}</td><td>${state}</td><td><a href="/m_apps/dispute-management/detail">View</a></td></tr>`;

const disputesEnglish: Stranger = {
  id: 'aliexpress-disputes-1',
  market: 'aliexpress',
  url: 'https://csp.aliexpress.com/m_apps/dispute-management/list?channelId=50413',
  lang: 'en',
  body: `${topOf('en', 'Bright Corner Store')}<div role="tablist"><button role="tab">Waiting for seller 1</button><button role="tab">Closed 8</button></div><table><thead><tr><th>Date</th><th>Order</th><th>Buyer</th><th>Amount</th><th>Reason</th><th>Status</th><th></th></tr></thead><tbody>${disputeRow('2026-11-18 09:12', '3041880054419307', 'Erik Lindqvist', 'US $23.10', 'Item not as described', 'Waiting for seller response')}${disputeRow('2026-11-05 20:44', '3041770093320118', 'Nora Vidal', 'US $8.00', 'Package not received', 'Closed')}</tbody></table>${footOf('en')}`,
  golden: {
    kind: 'events',
    events: [
      {
        kind: 'dispute',
        orderId: '3041880054419307',
        buyerName: 'Erik Lindqvist',
        at: '2026-11-18',
        amount: { value: 23.1, currency: 'USD' },
        reason: 'Item not as described',
        state: 'waiting-for-seller',
      },
      {
        kind: 'dispute',
        orderId: '3041770093320118',
        buyerName: 'Nora Vidal',
        at: '2026-11-05',
        amount: { value: 8, currency: 'USD' },
        reason: 'Package not received',
        state: 'closed',
      },
    ],
    shop: { accountId: '50413', name: 'Bright Corner Store' },
  },
};

const frenchDispute = (
  date: string,
  id: string,
  buyer: string,
  amount: string,
  reason: string,
  state: string,
): string =>
  `<li class="lt_g"><div><span>Nº de commande : ${id}</span> <span>${date}</span></div><div><span>Acheteur : ${buyer}</span></div><div><span>Motif : ${reason}</span> <span>Montant : ${amount}</span></div><strong>${state}</strong><a href="#">Voir</a></li>`;

const disputesFrench: Stranger = {
  id: 'aliexpress-disputes-2',
  market: 'aliexpress',
  url: 'https://csp.aliexpress.com/m_apps/dispute-management/list?channelId=99310',
  lang: 'fr',
  body: `${topOf('fr', 'Comptoir Azur')}<h1>Litiges</h1><ul>${frenchDispute('2026-11-17 10:00', '8203300019944571', 'Marc Oliveira', '31,00 €', 'Article endommagé', 'En attente de réponse du vendeur')}${frenchDispute('2026-11-09 18:30', '8203211107720438', 'Lina Sauvage', '12,40 €', 'Colis non reçu', 'Clôturé')}</ul>${footOf('fr')}`,
  golden: {
    kind: 'events',
    events: [
      {
        kind: 'dispute',
        orderId: '8203300019944571',
        buyerName: 'Marc Oliveira',
        at: '2026-11-17',
        amount: { value: 31, currency: 'EUR' },
        reason: 'Article endommagé',
        state: 'waiting-for-seller',
      },
      {
        kind: 'dispute',
        orderId: '8203211107720438',
        buyerName: 'Lina Sauvage',
        at: '2026-11-09',
        amount: { value: 12.4, currency: 'EUR' },
        reason: 'Colis non reçu',
        state: 'closed',
      },
    ],
    shop: { accountId: '99310', name: 'Comptoir Azur' },
  },
};

const disputeChinese: Stranger = {
  id: 'aliexpress-dispute-1',
  market: 'aliexpress',
  url: 'https://csp.aliexpress.com/m_apps/dispute-management/detail?reverseOrderLineId=900188220011&channelId=718201',
  lang: 'zh-CN',
  body: `${topOf('zh-CN', '悦居旗舰店')}<div id="root"><h2>等待卖家响应</h2><div class="ait-row"><span class="ait-typography">订单号</span><span class="ait-typography">8197552201188093</span></div><div class="ait-row"><span>买家</span><div class="buyerName--w7"><a>Giulia Ferri</a></div></div><div class="ait-row"><span>纠纷原因</span><span>货物与描述不符</span></div><div class="ait-row"><span>退款金额</span><b>US $19.99</b></div><div class="ait-row"><span>申请时间</span><span>2026-11-16 22:10</span></div><section class="w7flow"><div class="w7step"><b>买家</b><time>2026-11-16 22:10</time><p>退款</p><p>Il colore è diverso dalla foto.</p></div><div class="w7step"><b>卖家</b><time>2026-11-17 09:05</time><p>仅退款 US $5.00</p><p>Le propongo un rimborso parziale.</p></div></section><textarea class="ait-input" placeholder="请输入拒绝原因"></textarea></div>${footOf('zh-CN')}`,
  composer: ['textarea.ait-input'],
  golden: {
    kind: 'thread',
    orderId: '8197552201188093',
    buyerName: 'Giulia Ferri',
    bubbles: [
      ['buyer', 'Il colore è diverso dalla foto.'],
      ['seller', 'Le propongo un rimborso parziale.'],
    ],
    composer: true,
    shop: { accountId: '718201', name: '悦居旗舰店' },
  },
};

const disputeGerman: Stranger = {
  id: 'aliexpress-dispute-2',
  market: 'aliexpress',
  url: 'https://gsp.aliexpress.com/m_apps/dispute-management/detail?reverseOrderLineId=900201170045',
  lang: 'de',
  body: `${topOf('de', 'Werkbank 24')}<main><h1>Streitfall</h1><table><tr><th>Bestellnummer</th><td>8204410099123377</td></tr><tr><th>Käufer</th><td>Piet de Boer</td></tr><tr><th>Grund</th><td>Artikel nicht erhalten</td></tr><tr><th>Erstattungsbetrag</th><td>22,50 €</td></tr><tr><th>Eröffnet am</th><td>14.11.2026</td></tr><tr><th>Status</th><td>Wartet auf Käufer</td></tr></table><h2>Verlauf</h2><ol><li><span>Käufer</span> <time datetime="2026-11-14T09:30:00Z">14.11.2026 09:30</time><div>Erstattung 22,50 €</div><div>Ich habe nichts erhalten.</div></li><li><span>Verkäufer</span> <time datetime="2026-11-15T08:00:00Z">15.11.2026 08:00</time><div>Keine Erstattung</div><div>Die Sendung liegt in der Abholstation.</div></li></ol><label>Ihre Antwort <textarea class="ant7" rows="3"></textarea></label></main>${footOf('de')}`,
  composer: ['.ant7'],
  golden: {
    kind: 'thread',
    orderId: '8204410099123377',
    buyerName: 'Piet de Boer',
    bubbles: [
      ['buyer', 'Ich habe nichts erhalten.'],
      ['seller', 'Die Sendung liegt in der Abholstation.'],
    ],
    composer: true,
    shop: { name: 'Werkbank 24' },
  },
};

const feedbackEnglish: Stranger = {
  id: 'aliexpress-feedback-1',
  market: 'aliexpress',
  url: 'https://csp.aliexpress.com/m_apps/evaluation/list?channelId=50413',
  lang: 'en',
  body: `${topOf('en', 'Bright Corner Store')}<table><tbody><tr class="ait-table-row ait-table-row-level-0"><td>Travel kettle 0.6 L</td><td><a href="/m_apps/order-manage/orderDetail?orderId=3041990017745520">3041990017745520</a></td><td><span role="img" aria-label="4 out of 5 stars"></span></td><td>M***a DE</td><td>Works well, but the cable is short.</td><td>2026-11-15</td><td><button>Reply</button></td></tr><tr class="ait-table-row ait-table-row-level-0"><td>Wall hook</td><td><a href="/m_apps/order-manage/orderDetail?orderId=3041880098812254">3041880098812254</a></td><td><span role="img" aria-label="1 out of 5 stars"></span></td><td>J***n US</td><td>Broken on arrival.</td><td>2026-11-11</td><td><button>Reply</button></td></tr></tbody></table>${footOf('en')}`,
  golden: {
    kind: 'events',
    events: [
      { kind: 'feedback', orderId: '3041990017745520', stars: 4, at: '2026-11-15', country: 'DE' },
      { kind: 'feedback', orderId: '3041880098812254', stars: 1, at: '2026-11-11', country: 'US' },
    ],
    shop: { accountId: '50413', name: 'Bright Corner Store' },
  },
};

const feedbackArabic: Stranger = {
  id: 'aliexpress-feedback-2',
  market: 'aliexpress',
  url: 'https://gsp.aliexpress.com/m_apps/evaluation/received',
  lang: 'ar',
  body: `${topOf('ar', 'متجر النخيل')}<ul class="fb_n"><li><span>رقم الطلب 1109112233004418</span><span role="img" aria-label="5 من 5 نجوم"></span><p>ممتاز جدا</p><time datetime="2026-11-13">13 نوفمبر 2026</time></li><li><span>رقم الطلب 1109110099117365</span><span role="img" aria-label="2 من 5 نجوم"></span><p>اللون مختلف</p><time datetime="2026-11-04">4 نوفمبر 2026</time></li></ul>${footOf('ar')}`,
  golden: {
    kind: 'events',
    events: [
      { kind: 'feedback', orderId: '1109112233004418', stars: 5, at: '2026-11-13' },
      { kind: 'feedback', orderId: '1109110099117365', stars: 2, at: '2026-11-04' },
    ],
    shop: { name: 'متجر النخيل' },
  },
};

/** AliExpress pages with orders and what happened to them. */
export const aliexpressLists: readonly Stranger[] = [
  ordersChinese,
  ordersArabic,
  orderEnglish,
  orderJapanese,
  disputesEnglish,
  disputesFrench,
  disputeChinese,
  disputeGerman,
  feedbackEnglish,
  feedbackArabic,
];
