import { footOf, topOf } from './chrome';
import { shadow, type Stranger } from './kit';

const chatChinese: Stranger = {
  id: 'aliexpress-chat-csp-1',
  market: 'aliexpress',
  url: 'https://csp.aliexpress.com/m_apps/ai-im/im?channelId=718201#/window',
  lang: 'zh-CN',
  css: `.w{display:flex}.l{width:220px}.c{width:560px}.im-message-item{display:flex;margin:8px}.im-message-item.message-self{flex-direction:row-reverse}.r{width:240px}`,
  body: `${topOf('zh-CN', '悦居旗舰店')}<div id="root" class="w"><div class="l"><div class="im-session-item"><div class="im-session-item-name-content"><b>Bruno Costa</b></div><span>Obrigado!</span><i>11-18</i></div><div class="im-session-item active"><div class="im-session-item-name-content"><b>Maëlle Roussel</b></div><span>Et la couleur ?</span><i>09:41</i></div></div>
<div class="c"><div class="hd"><span>Maëlle Roussel</span><small>当地时间 08:41</small></div><div class="sc"><p class="tm">2026-11-20 09:30</p>
<div class="im-message-item"><img alt="" width="20"><div class="ct_1"><pre class="ct_2">Bonjour, le cadre fait bien 30 cm ?</pre></div></div>
<div class="im-message-item message-self"><img alt="" width="20"><div class="ct_1"><pre class="ct_2">Bonjour, oui, 30 x 40 cm.</pre></div><em>已读</em></div>
<div class="im-message-item"><img alt="" width="20"><div class="ct_1"><pre class="ct_2">Et la couleur ?</pre></div></div></div>
<textarea class="im-message-input-no-auto-height" placeholder="请输入消息"></textarea><span data-shown-count></span><img class="im-message-input-footer-right-send-icon" alt="发送" data-shown-send disabled width="24"></div>
<div class="r"><div class="user-name__q8x">Maëlle Roussel</div><div class="info__q8x"><div class="basic_q8x"><div class="address__q8x">France</div></div></div><div class="im-order-card"><span class="im-order-card-status">等待买家收货</span><span class="im-order-card-subtitle">8197340025516604</span><span class="im-order-card-subtitle">2026-11-02 17:20</span></div></div></div>${footOf('zh-CN')}`,
  composer: ['.im-message-input-no-auto-height'],
  golden: {
    kind: 'thread',
    orderId: '8197340025516604',
    buyerName: 'Maëlle Roussel',
    country: 'FR',
    bubbles: [
      ['buyer', 'Bonjour, le cadre fait bien 30 cm ?'],
      ['seller', 'Bonjour, oui, 30 x 40 cm.'],
      ['buyer', 'Et la couleur ?'],
    ],
    composer: true,
    shop: { accountId: '718201', name: '悦居旗舰店' },
  },
};

// Half the marks renamed, sides in a data attribute and by place.
const chatEnglish: Stranger = {
  id: 'aliexpress-chat-csp-2',
  market: 'aliexpress',
  url: 'https://csp.aliexpress.com/m_apps/ai-im/im?channelId=50413#/window',
  lang: 'en',
  css: `.tri{display:grid;grid-template-columns:200px 560px 240px}.b_z{display:flex;margin:6px}.b_z[data-from=me]{justify-content:flex-end}.p_z{background:#eee;padding:6px;max-width:60%}`,
  body: `${topOf('en', 'Bright Corner Store')}<div id="app"><div class="tri"><ul class="ses_z"><li class="ses-item_z"><b>Ana Petrova</b><p>Where is my order</p></li><li class="ses-item_z cur_z" aria-current="true"><b>Thomas Berger</b><p>Is it 220V?</p></li></ul>
<section><h2 class="hd_z">Thomas Berger</h2><div class="flow_z"><div class="day_z">Nov 19, 2026</div><div class="b_z" data-from="customer"><div class="p_z"><span>Hello, is it 220V or 110V?</span></div></div><div class="b_z" data-from="me"><div class="p_z"><span>Hello Thomas, it works with both.</span></div></div><div class="b_z" data-from="customer"><div class="p_z"><span>Perfect, then I take two.</span></div></div></div>
<div class="ed_z"><div class="tb_z"><button type="button">Emoji</button></div><textarea class="im-message-input_z9" rows="3" placeholder="Type a message"></textarea><span data-shown-count></span><button type="button" data-shown-send disabled>Send</button></div></section>
<div class="pf_z"><div class="user-name__z1">Thomas Berger</div><div class="address__z1">Germany</div><div class="oc_z"><span>Awaiting shipment</span><span>Order ID: 3042219987700145</span><span>2026-11-18 06:12</span></div></div></div></div>${footOf('en')}`,
  composer: ['.ed_z textarea'],
  golden: {
    kind: 'thread',
    orderId: '3042219987700145',
    buyerName: 'Thomas Berger',
    country: 'DE',
    bubbles: [
      ['buyer', 'Hello, is it 220V or 110V?'],
      ['seller', 'Hello Thomas, it works with both.'],
      ['buyer', 'Perfect, then I take two.'],
    ],
    composer: true,
    shop: { accountId: '50413', name: 'Bright Corner Store' },
  },
};

const chatArabic: Stranger = {
  id: 'aliexpress-chat-gsp-1',
  market: 'aliexpress',
  url: 'https://gsp.aliexpress.com/m_apps/im-chat/im#/window',
  lang: 'ar',
  css: `.w{display:flex}.l{width:200px}.c{width:560px}.im-message-item{display:flex;margin:8px}.im-message-item[class*=self]{justify-content:flex-end}`,
  body: `${topOf('ar', 'متجر النخيل')}<div class="w"><div class="l"><div class="im-session-item im-session-item-active"><div class="im-session-item-name-content"><b>سعاد المنصوري</b></div><span>متى الشحن؟</span></div></div><div class="c"><div class="head"><b>سعاد المنصوري</b></div><div class="body">
<div class="im-message-item x1"><div class="im-text">السلام عليكم، متى الشحن؟</div><time>2026-11-20 12:01</time></div><div class="im-message-item im-message-item-self x1"><div class="im-text">وعليكم السلام، نشحن غدا.</div><time>2026-11-20 12:09</time></div></div><div class="foot"><textarea class="im-message-input-no-auto-height"></textarea><span data-shown-count></span><a role="button" aria-disabled="true" data-shown-send>إرسال</a></div></div>
<div class="p"><div class="im-order-card"><span class="im-order-card-status">بانتظار الشحن</span><span class="im-order-card-subtitle">1109238846610277</span><span class="im-order-card-subtitle">2026-11-19 22:40</span></div></div></div>${footOf('ar')}`,
  composer: ['.im-message-input-no-auto-height'],
  golden: {
    kind: 'thread',
    orderId: '1109238846610277',
    buyerName: 'سعاد المنصوري',
    bubbles: [
      ['buyer', 'السلام عليكم، متى الشحن؟'],
      ['seller', 'وعليكم السلام، نشحن غدا.'],
    ],
    composer: true,
    shop: { name: 'متجر النخيل' },
  },
};

// No mark is left; messages are a list with sender lines, the editor is inside an open root.
const chatFrench: Stranger = {
  id: 'aliexpress-chat-gsp-2',
  market: 'aliexpress',
  url: 'https://gsp.aliexpress.com/m_apps/im-chat/im#/window',
  lang: 'fr',
  css: `.tri{display:flex}.nav_f{width:200px}.mid_f{width:560px}.them_f{margin-right:200px}.us_f{margin-left:200px;text-align:right}`,
  body: `${topOf('fr', 'Comptoir Azur')}<div class="tri"><nav class="nav_f" aria-label="Conversations"><a href="#/window" aria-current="true"><strong>Inès Delmas</strong><span>Je voudrais l’annuler</span></a><a href="#/window"><strong>Paul Rivière</strong><span>Merci</span></a></nav>
<main class="mid_f"><header><h1>Inès Delmas</h1></header><ul class="fil_f" role="log"><li class="them_f"><span class="nm_f">Inès Delmas</span><p>Bonjour, je voudrais annuler ma commande.</p><time datetime="2026-11-20T09:10:00Z">10:10</time></li><li class="us_f"><span class="nm_f">Vous</span><p>Bonjour Inès, elle n’est pas encore partie, je l’annule.</p><time datetime="2026-11-20T09:22:00Z">10:22</time></li><li class="them_f"><span class="nm_f">Inès Delmas</span><p>Merci beaucoup !</p><time datetime="2026-11-20T09:24:00Z">10:24</time></li></ul>
<x-editor>${shadow('<style>div{min-height:60px;width:520px;border:1px solid}</style><div contenteditable="true" role="textbox" aria-label="Message"></div>')}</x-editor><span data-shown-count></span><button type="button" data-shown-send disabled>Envoyer</button></main>
<aside><h3>Commande</h3><p>Nº de commande</p><p>8203317764500912</p></aside></div>${footOf('fr')}`,
  composer: ['x-editor', '[contenteditable]'],
  golden: {
    kind: 'thread',
    orderId: '8203317764500912',
    buyerName: 'Inès Delmas',
    bubbles: [
      ['buyer', 'Bonjour, je voudrais annuler ma commande.'],
      ['seller', 'Bonjour Inès, elle n’est pas encore partie, je l’annule.'],
      ['buyer', 'Merci beaucoup !'],
    ],
    composer: true,
    shop: { name: 'Comptoir Azur' },
  },
};

/** AliExpress chats on both hosts. */
export const aliexpressChats: readonly Stranger[] = [chatChinese, chatEnglish, chatArabic, chatFrench];
