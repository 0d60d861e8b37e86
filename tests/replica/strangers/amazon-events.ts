import { footOf, topOf } from './chrome';
import { katButton, shadow, type Stranger, type StrangerLang } from './kit';

const reviewUrl = (id: string, query: string): string =>
  `https://sellercentral.amazon.com/messaging/reviews?${query}=${id}&marketplaceId=ATVPDKIKX0DER`;

const knownReview = (at: number, state: 'eligible' | 'already-sent' | 'outside-window', inner: string): Stranger => ({
  id: `amazon-review-${at}`,
  market: 'amazon',
  url: reviewUrl('111-7730264-9981035', 'orderId'),
  lang: 'en',
  body: `${topOf('en', 'Pinewood Goods')}<div id="ayb-app"><div id="ayb-reviews"><h1>Request a Review</h1><p>Order 111-7730264-9981035</p>${inner}</div></div>${footOf('en')}`,
  golden: { kind: 'review-request', orderId: '111-7730264-9981035', review: state, shop: { name: 'Pinewood Goods' } },
});

const strangeReview = (
  at: number,
  lang: StrangerLang,
  state: 'eligible' | 'already-sent' | 'outside-window',
  inner: string,
): Stranger => ({
  id: `amazon-review-${at}`,
  market: 'amazon',
  url: reviewUrl('112-4429015-3300786', 'orderID'),
  lang,
  css: `.rr{padding:24px}`,
  body: `${topOf(lang, 'Pinewood Goods')}<div class="rr"><section class="rr-v2"><p>112-4429015-3300786</p>${inner}</section></div>${footOf(lang)}`,
  golden: { kind: 'review-request', orderId: '112-4429015-3300786', review: state, shop: { name: 'Pinewood Goods' } },
});

const reviews: readonly Stranger[] = [
  knownReview(
    1,
    'eligible',
    `<h4 class="ayb-reviews-description">Use this feature to ask the buyer for a product review and seller feedback. We will send one request.</h4><div class="ayb-reviews-button-container">${katButton('Yes', 'variant="primary"')}${katButton('No')}</div>`,
  ),
  knownReview(
    2,
    'already-sent',
    `<kat-alert variant="warning" header="Not eligible at this time"></kat-alert><div class="ayb-request-review-error-description">You have already requested a review for this order.</div>`,
  ),
  knownReview(
    3,
    'outside-window',
    `<kat-alert variant="warning"><span slot="header">Not eligible at this time</span></kat-alert><div class="ayb-request-review-error-description">You can’t use this feature to request a review outside the 5-30 day range after the order delivery date.</div>`,
  ),
  strangeReview(
    4,
    'zh-CN',
    'eligible',
    `<h2>请求评论</h2><p>是否要请求买家对此订单进行评论？</p><div class="btns"><button type="button">是</button><button type="button">否</button></div>`,
  ),
  strangeReview(
    5,
    'ar',
    'already-sent',
    `<h2>طلب تقييم</h2><div role="alert" class="warn-3d">لقد طلبت بالفعل تقييمًا لهذا الطلب.</div>`,
  ),
  strangeReview(
    6,
    'de',
    'outside-window',
    `<h2>Rezension anfordern</h2><kat-alert variant="warning" description="Sie können diese Funktion nur 5 bis 30 Tage nach dem Lieferdatum der Bestellung verwenden."></kat-alert>`,
  ),
];

const feedbackRow = (date: string, stars: number, id: string, comment: string): string =>
  `<kat-table-row id="feedback-details"><kat-table-cell class="col_order_date">${date}</kat-table-cell><kat-table-cell class="col_feedback_rating"><kat-star-rating value="${stars}"></kat-star-rating></kat-table-cell><kat-table-cell class="col_order_id"><kat-link label="${id}" href="/orders-v3/order/${id}">${shadow(`<a part="link-anchor" href="/orders-v3/order/${id}">${id}</a>`)}</kat-link></kat-table-cell><kat-table-cell>${comment}</kat-table-cell><kat-table-cell class="col_actions"><kat-dropdown-button></kat-dropdown-button></kat-table-cell></kat-table-row>`;

const feedbackEnglish: Stranger = {
  id: 'amazon-feedback-1',
  market: 'amazon',
  url: 'https://sellercentral.amazon.com/feedback-manager/index.html#/',
  lang: 'en',
  body: `${topOf('en', 'Pinewood Goods')}<my-app><home><feedback-summary><h3>Feedback rating</h3><kat-table><kat-table-row><kat-table-cell>Positive</kat-table-cell><kat-table-cell>96% (412)</kat-table-cell></kat-table-row></kat-table></feedback-summary><feedback-list class="fbm-content katal"><kat-table><kat-table-row class="fb-detail-table-header"><kat-table-cell>Date</kat-table-cell><kat-table-cell>Rating</kat-table-cell><kat-table-cell>Order ID</kat-table-cell><kat-table-cell>Comments</kat-table-cell></kat-table-row>
${feedbackRow('11/14/2026', 2, '111-0042718-5531906', 'Box was crushed, one cup broken.')}
${feedbackRow('11/09/2026', 5, '113-8821007-4410235', 'Great seller, 2 days early!')}</kat-table></feedback-list></home></my-app>${footOf('en')}`,
  golden: {
    kind: 'events',
    events: [
      { kind: 'feedback', orderId: '111-0042718-5531906', stars: 2, at: '2026-11-14' },
      { kind: 'feedback', orderId: '113-8821007-4410235', stars: 5, at: '2026-11-09' },
    ],
    shop: { name: 'Pinewood Goods' },
  },
};

const feedbackFrench: Stranger = {
  id: 'amazon-feedback-2',
  market: 'amazon',
  url: 'https://sellercentral.amazon.fr/feedback-manager/index.html#/',
  lang: 'fr',
  body: `${topOf('fr', 'Atelier Brumaire')}<main><h1>Gestionnaire d’évaluations</h1><table><thead><tr><th>Date</th><th>Note</th><th>Nº de commande</th><th>Commentaires</th></tr></thead><tbody>
<tr><td>14 nov. 2026</td><td><span role="img" aria-label="3 étoiles sur 5"></span></td><td><a href="/orders-v3/order/404-2201973-6645018">404-2201973-6645018</a></td><td>Livraison un peu longue.</td></tr>
<tr><td>2 nov. 2026</td><td><span role="img" aria-label="5 étoiles sur 5"></span></td><td><a href="/orders-v3/order/408-7710025-1190347">408-7710025-1190347</a></td><td>Conforme, je recommande.</td></tr></tbody></table></main>${footOf('fr')}`,
  golden: {
    kind: 'events',
    events: [
      { kind: 'feedback', orderId: '404-2201973-6645018', stars: 3, at: '2026-11-14' },
      { kind: 'feedback', orderId: '408-7710025-1190347', stars: 5, at: '2026-11-02' },
    ],
    shop: { name: 'Atelier Brumaire' },
  },
};

const returnsEnglish: Stranger = {
  id: 'amazon-returns-1',
  market: 'amazon',
  url: 'https://sellercentral.amazon.co.uk/gp/returns/list/v2?searchBy=&searchString=&marketplaceIds=A1F83G8C2ARO7P',
  lang: 'en',
  body: `${topOf('en', 'Fern & Fold')}<div class="returns"><p>Total Returns: 2</p><p>Showing Returns: 1-2</p><kat-table>
<kat-table-row class="manage-returns-table-row"><kat-table-cell><a href="/orders-v3/order/026-7719033-4402817">026-7719033-4402817</a><div>Requested on 17 Nov 2026</div></kat-table-cell><kat-table-cell class="list-returns-row-cell div1"><kat-label class="item-details-text-break-word" text="Harriet Poole">${shadow('<label><span class="text">Harriet Poole</span></label>')}</kat-label></kat-table-cell><kat-table-cell><a href="https://www.amazon.co.uk/dp/B0BV5M2JQX">Wool throw, forest green</a><div>Return reason: <span>Item defective or doesn't work</span></div><div class="customer-comment">There is a hole in the middle.</div></kat-table-cell><kat-table-cell><button type="button">Contact buyer</button></kat-table-cell></kat-table-row>
<kat-table-row class="manage-returns-table-row"><kat-table-cell><a href="/orders-v3/order/203-1104478-9927360">203-1104478-9927360</a><div>Requested on 11 Nov 2026</div></kat-table-cell><kat-table-cell class="list-returns-row-cell div1"><kat-label class="item-details-text-break-word" text="Samir Qadir">${shadow('<label><span class="text">Samir Qadir</span></label>')}</kat-label></kat-table-cell><kat-table-cell><a href="https://www.amazon.co.uk/dp/B07PD6XW1C">Linen napkins, set of 6</a><div>Return reason: <span>Bought by mistake</span></div></kat-table-cell><kat-table-cell><button type="button">Contact buyer</button></kat-table-cell></kat-table-row></kat-table></div>${footOf('en')}`,
  golden: {
    kind: 'events',
    events: [
      {
        kind: 'return',
        orderId: '026-7719033-4402817',
        buyerName: 'Harriet Poole',
        at: '2026-11-17',
        productId: 'B0BV5M2JQX',
        reason: "Item defective or doesn't work",
      },
      {
        kind: 'return',
        orderId: '203-1104478-9927360',
        buyerName: 'Samir Qadir',
        at: '2026-11-11',
        productId: 'B07PD6XW1C',
        reason: 'Bought by mistake',
      },
    ],
    shop: { name: 'Fern & Fold' },
  },
};

const returnCard = (id: string, name: string, date: string, reason: string, asin: string, amount: string): string =>
  `<article class="rt_c"><h3><a href="/orders-v3/order/${id}">${id}</a></h3><dl><dt>Käufer</dt><dd>${name}</dd><dt>Rücksendung beantragt am</dt><dd>${date}</dd><dt>Rücksendegrund</dt><dd>${reason}</dd><dt>ASIN</dt><dd>${asin}</dd><dt>Erstattungsbetrag</dt><dd>${amount}</dd></dl><button type="button">Käufer kontaktieren</button></article>`;

const returnsGerman: Stranger = {
  id: 'amazon-returns-2',
  market: 'amazon',
  url: 'https://sellercentral.amazon.de/manage/returns/mfn?~return_status=pending',
  lang: 'de',
  body: `${topOf('de', 'Hafenlicht Kontor')}<h1>Rücksendungen verwalten (2)</h1><div class="rt_l">${returnCard('306-5519027-7780114', 'Franziska Lorenz', '18. Nov. 2026', 'Artikel passt nicht', 'B08GG3K1VV', '29,90 €')}${returnCard('028-1190446-3327705', 'Karim Benali', '13. Nov. 2026', 'Artikel ist defekt', 'B0CKT7W3MN', '54,00 €')}</div>${footOf('de')}`,
  golden: {
    kind: 'events',
    events: [
      {
        kind: 'return',
        orderId: '306-5519027-7780114',
        buyerName: 'Franziska Lorenz',
        at: '2026-11-18',
        productId: 'B08GG3K1VV',
        reason: 'Artikel passt nicht',
        amount: { value: 29.9, currency: 'EUR' },
      },
      {
        kind: 'return',
        orderId: '028-1190446-3327705',
        buyerName: 'Karim Benali',
        at: '2026-11-13',
        productId: 'B0CKT7W3MN',
        reason: 'Artikel ist defekt',
        amount: { value: 54, currency: 'EUR' },
      },
    ],
    shop: { name: 'Hafenlicht Kontor' },
  },
};

const brandEnglish: Stranger = {
  id: 'amazon-brand-1',
  market: 'amazon',
  url: 'https://sellercentral.amazon.com/brand-customer-reviews/?includeDone=true&pageSize=50&stars=1,2,3',
  lang: 'en',
  body: `${topOf('en', 'Pinewood Goods')}<div class="reviewContainer" data-testid="review-R2KQ81MZT0AB7"><kat-star-rating class="reviewRating" value="2"></kat-star-rating><span class="css-8hq01z">Review by Dana W. on November 12, 2026</span><div id="R2KQ81MZT0AB7-title"><b>Not what I hoped</b></div><div id="review-content-R2KQ81MZT0AB7">The handle came loose after a week.</div><div class="asinDetail"><div>Child ASIN</div><div><a href="https://www.amazon.com/dp/B0C8PP2ZRL">B0C8PP2ZRL</a></div></div></div>
<div class="reviewContainer" data-testid="review-R9TT03LKW55QX"><kat-star-rating class="reviewRating" value="3"></kat-star-rating><span class="css-8hq01z">Review by Luis on November 3, 2026</span><div id="R9TT03LKW55QX-title"><b>Okay</b></div><div id="review-content-R9TT03LKW55QX">Fine for the price.</div><div class="asinDetail"><div>Child ASIN</div><div><a href="https://www.amazon.com/dp/B0D11TQ4HH">B0D11TQ4HH</a></div></div></div>${footOf('en')}`,
  golden: {
    kind: 'events',
    events: [
      {
        kind: 'review',
        id: 'R2KQ81MZT0AB7',
        buyerName: 'Dana W.',
        stars: 2,
        at: '2026-11-12',
        productId: 'B0C8PP2ZRL',
      },
      { kind: 'review', id: 'R9TT03LKW55QX', buyerName: 'Luis', stars: 3, at: '2026-11-03', productId: 'B0D11TQ4HH' },
    ],
    shop: { name: 'Pinewood Goods' },
  },
};

const brandJapanese: Stranger = {
  id: 'amazon-brand-2',
  market: 'amazon',
  url: 'https://sellercentral.amazon.co.jp/brand-customer-reviews/ref=xx_crvws_dnav_xx?pageSize=50',
  lang: 'ja',
  body: `${topOf('ja', '青葉商店')}<main><ul class="rv_1"><li class="rv_2"><div role="img" aria-label="5つ星のうち1"></div><p class="rv_3">2026年11月8日に みどり さんがレビュー</p><h4>すぐ壊れた</h4><p>一週間で動かなくなりました。</p><a href="https://www.amazon.co.jp/dp/B09XYZK4Q1">B09XYZK4Q1</a></li>
<li class="rv_2"><div role="img" aria-label="5つ星のうち4"></div><p class="rv_3">2026年11月2日に kenta さんがレビュー</p><h4>良い</h4><p>保温がよく効きます。</p><a href="https://www.amazon.co.jp/dp/B0B2M7NTQ9">B0B2M7NTQ9</a></li></ul></main>${footOf('ja')}`,
  golden: {
    kind: 'events',
    events: [
      { kind: 'review', stars: 1, at: '2026-11-08', productId: 'B09XYZK4Q1' },
      { kind: 'review', stars: 4, at: '2026-11-02', productId: 'B0B2M7NTQ9' },
    ],
    shop: { name: '青葉商店' },
  },
};

/** Amazon pages about what happened to orders, and the review-request page in three states. */
export const amazonEvents: readonly Stranger[] = [
  ...reviews,
  feedbackEnglish,
  feedbackFrench,
  returnsEnglish,
  returnsGerman,
  brandEnglish,
  brandJapanese,
];
