import { footOf, topOf } from './chrome';
import { katTextarea, shadow, type Stranger } from './kit';

const none = { kind: 'none', composer: false } as const;

/** Pages that look like a buyer's, and are not: nothing may be read from them, no text box is a buyer's. */
export const lookAlikes: readonly Stranger[] = [
  {
    id: 'amazon-support-case',
    market: 'amazon',
    url: 'https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=14420099181',
    lang: 'en',
    body: `${topOf('en', 'Pinewood Goods')}<main id="case-messages"><h2>Case 14420099181</h2><ol><li aria-label="Message from Selling Partner Support">Hello, about order 113-9920417-4428160: please send the invoice.</li><li aria-label="Message from you">Attached.</li></ol>${katTextarea('class="case-reply"', 'Reply to support')}</main>${footOf('en')}`,
    golden: none,
  },
  {
    id: 'amazon-sign-in',
    market: 'amazon',
    url: 'https://sellercentral.amazon.de/ap/signin?openid.return_to=https://sellercentral.amazon.de/messaging/inbox',
    lang: 'de',
    body: `<form name="signIn"><input id="ap_email"><input type="password"><p>Bestellung 028-4417702-9931845</p><textarea>Miriam Köhler</textarea></form>`,
    golden: { kind: 'blocked', composer: false },
  },
  {
    id: 'amazon-listing',
    market: 'amazon',
    url: 'https://sellercentral.amazon.fr/abis/listing/edit?asin=B0D4LQ77XK',
    lang: 'fr',
    body: `${topOf('fr', 'Atelier Brumaire')}<main><h1>Modifier l’offre</h1>${katTextarea('name="bullet_point_1"', 'Point clé')}<p>Acheteur : Camille Morel, commande 406-3320117-8854309</p></main>${footOf('fr')}`,
    golden: none,
  },
  {
    id: 'amazon-forum',
    market: 'amazon',
    url: 'https://sellercentral.amazon.co.jp/seller-forums/discussions/t/order-question',
    lang: 'ja',
    body: `${topOf('ja', '青葉商店')}<main><h1>注文 249-1177320-6630012 について</h1><article aria-label="高橋 直子"><p>注文が届きません。</p></article><x-box>${shadow('<textarea aria-label="返信"></textarea>')}</x-box><button>送信</button></main>${footOf('ja')}`,
    golden: none,
  },
  {
    id: 'aliexpress-assessment',
    market: 'aliexpress',
    url: 'https://csp.aliexpress.com/m_apps/store-assessment-new/assessment?channelId=718201',
    lang: 'zh-CN',
    body: `${topOf('zh-CN', '悦居旗舰店')}<div class="im-message-item">订单 8197340025516604 评分 4.8</div><textarea class="im-message-input-no-auto-height"></textarea>${footOf('zh-CN')}`,
    golden: none,
  },
  {
    id: 'aliexpress-help-chat',
    market: 'aliexpress',
    url: 'https://gsp.aliexpress.com/m_apps/help-center/chat',
    lang: 'ar',
    body: `${topOf('ar', 'متجر النخيل')}<div role="log"><div class="im-message-item">كيف يمكننا مساعدتك؟</div><div class="im-message-item self">بخصوص الطلب 1109238846610277</div></div><textarea placeholder="اكتب رسالة"></textarea><button>إرسال</button>${footOf('ar')}`,
    golden: none,
  },
];
