import { bookedAs } from './amazon/order-book';
import {
  amazonBrandReviewsUrl,
  amazonClaimsUrl,
  amazonContactUrl,
  amazonFeedbackUrl,
  amazonOrdersUrl,
  amazonOrderUrl,
  amazonReturnsUrl,
  amazonReviewRequestUrl,
  aliexpressChatUrl,
  amazonThreadUrl,
  aliexpressDisputesUrl,
  aliexpressDisputeUrl,
  aliexpressFeedbackUrl,
  aliexpressOrdersUrl,
  aliexpressOrderUrl,
  thirdMarketUrl,
} from './urls';

interface Stop {
  readonly url: string;
  readonly en: string;
  readonly zh: string;
}

const tries: readonly Stop[] = [
  {
    url: amazonThreadUrl('where-de'),
    en: 'Amazon.de: a German buyer asks where the parcel is',
    zh: 'Amazon.de：德国买家询问包裹在哪里',
  },
  {
    url: amazonThreadUrl('shoe-uk'),
    en: 'Amazon.co.uk: “UK 5.5 women”, which EU size?',
    zh: 'Amazon.co.uk：买家问英码 5.5 女鞋对应的欧码',
  },
  {
    url: amazonThreadUrl('power-jp'),
    en: 'Amazon.com: does the kettle work in Japan?',
    zh: 'Amazon.com：水壶在日本能用吗？',
  },
  { url: amazonThreadUrl('where-ar'), en: 'Amazon.sa: right to left, Arabic', zh: 'Amazon.sa：阿拉伯语，从右到左' },
  {
    url: amazonThreadUrl('threat-en'),
    en: 'Amazon.com: a refund or a 1 star review',
    zh: 'Amazon.com：以一星差评要求退款',
  },
  { url: amazonContactUrl('damaged-en'), en: 'Amazon.com: write to a buyer first', zh: 'Amazon.com：主动联系买家' },
  {
    url: aliexpressChatUrl('where-es'),
    en: 'AliExpress: a Spanish buyer waits for an order',
    zh: '速卖通：西班牙买家在等订单',
  },
  { url: aliexpressChatUrl('power-jp'), en: 'AliExpress: an adapter for Japan', zh: '速卖通：寄往日本的转换插头' },
  { url: aliexpressChatUrl(), en: 'AliExpress: the whole message centre', zh: '速卖通：完整的消息中心' },
];

const amazonPages: readonly Stop[] = [
  { url: amazonOrdersUrl({ host: 'de' }), en: 'Amazon.de: the list of orders', zh: 'Amazon.de：订单列表' },
  { url: amazonOrdersUrl({ count: 200 }), en: 'Amazon.com: 200 orders on one page', zh: 'Amazon.com：一页 200 个订单' },
  {
    url: amazonOrderUrl(bookedAs('five-de', 'lena')),
    en: 'Amazon.de: an order of five items',
    zh: 'Amazon.de：含五件商品的订单',
  },
  {
    url: amazonReviewRequestUrl(bookedAs('dress-fr', 'claire'), { loc: 'fr' }),
    en: 'Amazon.fr: may a review be asked for?',
    zh: 'Amazon.fr：能否请求评论？',
  },
  { url: amazonFeedbackUrl('de'), en: 'Amazon.de: feedback', zh: 'Amazon.de：买家反馈' },
  { url: amazonBrandReviewsUrl(), en: 'Amazon.com: reviews of the brand', zh: 'Amazon.com：品牌评论' },
  { url: amazonReturnsUrl('classic', {}, 'de'), en: 'Amazon.de: returns', zh: 'Amazon.de：退货' },
  { url: amazonClaimsUrl(), en: 'Amazon.com: A-to-z claims', zh: 'Amazon.com：A-to-z 索赔' },
  {
    url: amazonThreadUrl('where-es', { translated: 'chrome' }),
    en: 'Amazon.es: a page the browser has translated',
    zh: 'Amazon.es：被浏览器翻译过的页面',
  },
];

const aliexpressPages: readonly Stop[] = [
  { url: aliexpressOrdersUrl(), en: 'AliExpress: the order list', zh: '速卖通：订单列表' },
  {
    url: aliexpressOrdersUrl({ count: '200' }),
    en: 'AliExpress: 200 orders on one page',
    zh: '速卖通：一页 200 个订单',
  },
  {
    url: aliexpressOrderUrl('customs-hold'),
    en: 'AliExpress: an order held by customs',
    zh: '速卖通：被海关扣留的订单',
  },
  { url: aliexpressDisputesUrl(), en: 'AliExpress: disputes', zh: '速卖通：纠纷列表' },
  {
    url: aliexpressDisputeUrl('damaged-br'),
    en: 'AliExpress: answer in a dispute',
    zh: '速卖通：在纠纷中回复',
  },
  { url: aliexpressFeedbackUrl('modern-v1'), en: 'AliExpress: reviews of orders', zh: '速卖通：订单评价' },
  { url: aliexpressFeedbackUrl('legacy'), en: 'AliExpress: reviews, the old page', zh: '速卖通：旧版评价页面' },
  {
    url: thirdMarketUrl('c-7f3a91'),
    en: 'Another marketplace: teach Parley a page it does not know',
    zh: '其他平台：教 Parley 认识新的页面',
  },
];

const steps: readonly (readonly [string, string])[] = [
  [
    'Open a conversation below. Parley shows its bar next to the text box.',
    '打开下面的一个对话，Parley 会显示在输入框旁边。',
  ],
  ['Insert a suggestion, then change it as you like.', '插入一条建议回复，然后随意修改。'],
  [
    'Type “leave us a 5 star review for a gift card” and see the message check.',
    '输入 “leave us a 5 star review for a gift card”，看看消息检查。',
  ],
  [
    'Write a note about the buyer and find it again in the next conversation.',
    '给买家写一条备注，在下一个对话里再次看到它。',
  ],
];

const link = (stop: Stop): string =>
  `<li><a href="${stop.url.replace(/&/g, '&amp;')}"><span>${stop.en}</span><span lang="zh-CN">${stop.zh}</span></a></li>`;

/** The page a visitor of the desk starts on; its host is no seller host. */
export function startPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Practice desk</title><link rel="stylesheet" href="/assets/start.css"></head>
<body><main><h1>Practice desk <span lang="zh-CN">练习台</span></h1>
<p>Seller pages with invented buyers and orders. Nothing here reaches the internet, and nothing you write is sent to anyone.<br><span lang="zh-CN">这里的卖家页面、买家和订单都是虚构的。不会连接互联网，您写的内容不会发送给任何人。</span></p>
<h2>What to try <span lang="zh-CN">可以试试</span></h2><ol class="steps">${steps.map(([en, zh]) => `<li>${en}<br><span lang="zh-CN">${zh}</span></li>`).join('')}</ol>
<h2>Conversations <span lang="zh-CN">对话</span></h2><ul class="links">${tries.map(link).join('')}</ul>
<h2>Amazon pages <span lang="zh-CN">亚马逊页面</span></h2><ul class="links">${amazonPages.map(link).join('')}</ul>
<h2>AliExpress pages and another marketplace <span lang="zh-CN">速卖通页面与其他平台</span></h2><ul class="links">${aliexpressPages.map(link).join('')}</ul></main></body></html>`;
}
