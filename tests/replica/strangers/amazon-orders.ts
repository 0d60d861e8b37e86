import { footOf, topOf } from './chrome';
import type { Stranger } from './kit';

const orderFrench: Stranger = {
  id: 'amazon-order-1',
  market: 'amazon',
  url: 'https://sellercentral.amazon.fr/orders-v3/order/406-3320117-8854309',
  lang: 'fr',
  body: `${topOf('fr', 'Atelier Brumaire')}<div id="MYO-app"><h1 data-test-id="order-details-label">Détails de la commande</h1><p>Nº de commande : <span data-test-id="order-id-value" class="a-text-bold" dir="ltr">406-3320117-8854309</span></p>
<section><ul><li><span>Date d’achat</span><b data-test-id="order-summary-purchase-date-value">jeu. 12 nov. 2026</b></li><li><span>Expédier avant le</span><b data-test-id="order-summary-shipby-value">lun. 16 nov. 2026</b></li><li><span>Livrer avant le</span><b data-test-id="order-summary-deliverby-value">mer. 18 nov. 2026 au lun. 23 nov. 2026</b></li><li><span>Traitement</span><b data-test-id="fulfillment-channel-value">Vendeur</b></li></ul></section>
<section><h3>Expédier à</h3><div data-test-id="shipping-section-buyer-address">C. Morel<br>12 rue des Lilas<br>69003 Lyon<br>France</div><div data-test-id="shipping-section-contact-buyer-value"><a data-test-id="buyer-name-with-link">Camille Morel</a></div><div data-test-id="shipping-section-phone">+33 6 00 00 00 00</div></section>
<table class="a-keyvalue"><thead><tr><th>Statut</th><th>Image</th><th data-test-id="item-name-heading">Produit</th><th>Quantité</th><th>Prix unitaire</th></tr></thead><tbody><tr><td><span data-test-id="item-status-label">Expédié</span></td><td><img alt=""></td><td><div class="myo-list-orders-product-name-cell"><a href="https://www.amazon.fr/dp/B0D4LQ77XK"><div>Carafe en verre soufflé 1,2 L</div></a></div><div><span>ASIN</span>: B0D4LQ77XK</div><div><span>SKU</span>: CAR-12-BLEU</div></td><td>2</td><td>24,90 €</td></tr></tbody></table>
<div class="order-details-bordered-box-notes-feedback"><textarea aria-label="Note du vendeur"></textarea></div></div>
<aside><h4>Consultées récemment</h4><a href="/orders-v3/order/402-0099187-1123344">402-0099187-1123344</a></aside>${footOf('fr')}`,
  golden: {
    kind: 'order',
    orders: [
      {
        orderId: '406-3320117-8854309',
        buyerName: 'Camille Morel',
        state: 'shipped',
        orderedOn: '2026-11-12',
        promisedOn: '2026-11-23',
        fulfilment: 'own',
        items: [{ title: 'Carafe en verre soufflé 1,2 L', productId: 'B0D4LQ77XK', sku: 'CAR-12-BLEU', quantity: 2 }],
      },
    ],
    shop: { name: 'Atelier Brumaire' },
  },
};

const orderChinese: Stranger = {
  id: 'amazon-order-2',
  market: 'amazon',
  url: 'https://sellercentral.amazon.com/orders-v3/order/114-6619320-0074418?ref_=list',
  lang: 'zh-CN',
  css: `.kv{display:grid;grid-template-columns:120px 1fr}.hide-print{display:none}`,
  body: `${topOf('zh-CN', '青松家居')}<div class="hide-print"><p>订单编号 114-6619320-0074418</p></div><div class="od-q1"><h2>订单 <bdi>114-6619320-0074418</bdi></h2><div class="kv"><span>购买日期</span><span>2026年11月10日(周二) 21:03 PST</span><span>最晚发货日期</span><span>2026年11月13日(周五)</span><span>最晚送达日期</span><span>2026年11月20日(周五)</span><span>配送渠道</span><span>卖家自配送</span><span>联系买家</span><span><a href="/messaging/contact?orderID=114-6619320-0074418">Grace Holloway</a></span></div>
<div class="it-q1"><div role="table"><div role="row"><span role="columnheader">商品</span><span role="columnheader">状态</span><span role="columnheader">数量</span></div><div role="row"><div role="cell"><a href="https://www.amazon.com/dp/B0C8PP2ZRL">竹制砧板三件套</a><p>ASIN: B0C8PP2ZRL</p><p>SKU: BAM-3</p></div><div role="cell">等待发货</div><div role="cell">1</div></div></div></div></div>${footOf('zh-CN')}`,
  golden: {
    kind: 'order',
    orders: [
      {
        orderId: '114-6619320-0074418',
        buyerName: 'Grace Holloway',
        state: 'unshipped',
        orderedOn: '2026-11-10',
        promisedOn: '2026-11-20',
        fulfilment: 'own',
        items: [{ title: '竹制砧板三件套', productId: 'B0C8PP2ZRL', sku: 'BAM-3', quantity: 1 }],
      },
    ],
    shop: { name: '青松家居' },
  },
};

const listRow = (cells: {
  date: string;
  id: string;
  buyer: string;
  title: string;
  asin: string;
  sku: string;
  quantity: number;
  status: string;
}): string =>
  `<tr><td><input type="checkbox"></td><td data-test-id="oth-order-date"><div>${cells.date}</div></td><td data-test-id="oth-order-details"><div class="cell-body-title"><a href="/orders-v3/order/${cells.id}">${cells.id}</a></div><div class="cell-body"><div>購入者名: <a data-test-id="buyer-name-with-link">${cells.buyer}</a></div><div>販売経路: Amazon.co.jp</div></div></td><td data-test-id="oth-image"><img alt=""></td><td data-test-id="oth-product-info"><div class="myo-list-orders-product-name-cell"><a href="https://www.amazon.co.jp/dp/${cells.asin}"><div>${cells.title}</div></a></div><div class="cell-body"><div>ASIN: ${cells.asin}</div><div>SKU: ${cells.sku}</div><div>数量: ${cells.quantity}</div></div></td><td data-test-id="oth-order-status" class="order-status-column"><span class="main-status">${cells.status}</span></td></tr>`;

const ordersJapanese: Stranger = {
  id: 'amazon-orders-1',
  market: 'amazon',
  url: 'https://sellercentral.amazon.co.jp/orders-v3/mfn/all?page=1&date-range=last-7&sort=date_desc',
  lang: 'ja',
  body: `${topOf('ja', '青葉商店')}<div id="MYO-app"><div class="total-orders-heading"><span>3</span><span>件の注文</span></div><div class="myo-table-container"><table id="orders-table"><tbody>
${listRow({ date: '2026年11月18日 10:22 JST', id: '249-1177320-6630012', buyer: '高橋 直子', title: '電気ケトル 1.0L', asin: 'B09XYZK4Q1', sku: 'KET-10', quantity: 1, status: '未出荷' })}
${listRow({ date: '2026年11月17日 08:05 JST', id: '250-9910274-4415508', buyer: '伊藤 健', title: '保温マグ 350ml', asin: 'B0B2M7NTQ9', sku: 'MUG-35', quantity: 3, status: '出荷済み' })}
${listRow({ date: '2026年11月15日 23:45 JST', id: '503-2285016-9907741', buyer: '山本 さくら', title: '竹ざる 二枚組', asin: 'B07RRT5D2W', sku: 'ZARU-2', quantity: 1, status: 'キャンセル済み' })}
</tbody></table></div></div>${footOf('ja')}`,
  golden: {
    kind: 'orders',
    orders: [
      {
        orderId: '249-1177320-6630012',
        buyerName: '高橋 直子',
        state: 'unshipped',
        orderedOn: '2026-11-18',
        items: [{ title: '電気ケトル 1.0L', productId: 'B09XYZK4Q1', sku: 'KET-10', quantity: 1 }],
      },
      {
        orderId: '250-9910274-4415508',
        buyerName: '伊藤 健',
        state: 'shipped',
        orderedOn: '2026-11-17',
        items: [{ title: '保温マグ 350ml', productId: 'B0B2M7NTQ9', sku: 'MUG-35', quantity: 3 }],
      },
      {
        orderId: '503-2285016-9907741',
        buyerName: '山本 さくら',
        state: 'cancelled',
        orderedOn: '2026-11-15',
        items: [{ title: '竹ざる 二枚組', productId: 'B07RRT5D2W', sku: 'ZARU-2', quantity: 1 }],
      },
    ],
    shop: { name: '青葉商店' },
  },
};

const card = (
  id: string,
  buyer: string,
  date: string,
  title: string,
  asin: string,
  sku: string,
  status: string,
): string =>
  `<li class="k_91a"><div class="k_91b"><span class="k_st">${status}</span><a href="https://sellercentral.amazon.de/orders-v3/order/${id}">Bestellung ${id}</a><small>${date}</small></div><p class="k_91c">Käufer: ${buyer}</p><div class="k_91d"><a href="https://www.amazon.de/dp/${asin}">${title}</a><span>ASIN: ${asin}</span> <span>SKU: ${sku}</span> <span>Menge: 1</span></div></li>`;

const ordersGerman: Stranger = {
  id: 'amazon-orders-2',
  market: 'amazon',
  url: 'https://sellercentral.amazon.de/orders-v3/mfn/unshipped?page=1',
  lang: 'de',
  css: `.k_91a{border:1px solid #ccc;margin:8px;padding:8px}`,
  body: `${topOf('de', 'Hafenlicht Kontor')}<div class="k_wrap"><h1>Bestellungen verwalten</h1><ul class="k_list">
${card('302-4410087-5512338', 'Anja Brückner', 'Mo., 16. Nov. 2026', 'Tischlampe Nordlicht, Messing', 'B0CKT7W3MN', 'TL-NORD', 'Nicht versandt')}
${card('305-8820331-0017649', 'Tobias Ernst', 'So., 15. Nov. 2026', 'Leinenkissen 40 × 40 cm', 'B08GG3K1VV', 'LK-40', 'Versandt')}
</ul></div><div class="gone"><ul><li>Bestellung 302-4410087-5512338 Käufer: Anja Brückner</li></ul></div>${footOf('de')}`,
  golden: {
    kind: 'orders',
    orders: [
      {
        orderId: '302-4410087-5512338',
        buyerName: 'Anja Brückner',
        state: 'unshipped',
        orderedOn: '2026-11-16',
        items: [{ title: 'Tischlampe Nordlicht, Messing', productId: 'B0CKT7W3MN', sku: 'TL-NORD', quantity: 1 }],
      },
      {
        orderId: '305-8820331-0017649',
        buyerName: 'Tobias Ernst',
        state: 'shipped',
        orderedOn: '2026-11-15',
        items: [{ title: 'Leinenkissen 40 × 40 cm', productId: 'B08GG3K1VV', sku: 'LK-40', quantity: 1 }],
      },
    ],
    shop: { name: 'Hafenlicht Kontor' },
  },
};

/** Amazon pages with orders. */
export const amazonOrders: readonly Stranger[] = [orderFrench, orderChinese, ordersJapanese, ordersGerman];
