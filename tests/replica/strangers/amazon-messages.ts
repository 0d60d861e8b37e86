import { footOf, topOf } from './chrome';
import { katButton, katTextarea, shadow, type Stranger } from './kit';

const caseId = '5d0b2c1e-7a44-4f0a-9f6b-1c2f60b1aa07';

// Known ids, senders in the label of each list item, Katal text box.
const inboxGerman: Stranger = {
  id: 'amazon-inbox-1',
  market: 'amazon',
  url: `https://sellercentral.amazon.de/messaging/inbox-v3?fi=responseNeeded&cc=${caseId}`,
  lang: 'de',
  css: `.cols{display:flex;gap:24px}.rows{width:260px}#case-messages{flex:1}ol.talk{list-style:none;padding:0}ol.talk li{padding:8px;margin:6px 0;background:#f3f3f3;width:70%}`,
  body: `${topOf('de', 'Hafenlicht Kontor | Deutschland')}
<main class="cols"><section class="rows" aria-label="Nachrichten"><h2>Antwort erforderlich <b>3</b></h2>
<kat-table><kat-table-row class="inboxRow"><a href="?cc=a1"><strong>Jonas Wieland</strong><span>303-1188244-9027311</span><time datetime="2026-11-19">19.11.2026</time><em>Wann kommt das Paket?</em></a></kat-table-row>
<kat-table-row class="inboxRow sel" aria-selected="true"><a href="?cc=${caseId}"><strong>Miriam Köhler</strong><span>028-4417702-9931845</span><time datetime="2026-11-20">20.11.2026</time><em>Passt der Stecker auch in der Schweiz?</em></a></kat-table-row>
<kat-table-row class="inboxRow"><a href="?cc=b2"><strong>Petra Amsel</strong><span>304-7719020-1144733</span><time datetime="2026-11-18">18.11.2026</time><em>Danke!</em></a></kat-table-row></kat-table></section>
<section id="case-messages"><header><h2>Miriam Köhler</h2><p>Produktfrage zu Bestellung <a href="/orders-v3/order/028-4417702-9931845">028-4417702-9931845</a></p><span class="case-status-label">Letzte Antwort am 20. Nov. 2026</span></header>
<ol class="talk"><li aria-label="Nachricht von Miriam Köhler"><p>Guten Tag, passt der Stecker auch in der Schweiz?</p><time datetime="2026-11-19T08:12:00Z">19. Nov. 2026 09:12</time></li>
<li aria-label="Nachricht von Ihnen"><p>Guten Tag Frau Köhler, in der Schweiz brauchen Sie einen Adapter.</p><time datetime="2026-11-19T10:40:00Z">19. Nov. 2026 11:40</time></li>
<li aria-label="Nachricht von Miriam Köhler"><p>Schade.<br>Kann ich die Lampe dann zurückgeben?</p><time datetime="2026-11-20T07:05:00Z">20. Nov. 2026 08:05</time></li></ol>
<div class="answer">${katTextarea('class="reply-box" placeholder="Antwort an den Käufer"', 'Antwort')}<span data-shown-count>0 / 4000</span>${katButton('Senden', 'data-shown-send disabled')}</div></section>
<aside class="order"><h3>Bestelldetails</h3><a href="/orders-v3/order/028-4417702-9931845">028-4417702-9931845</a><a href="/dp/B0CKT7W3MN">Tischlampe Nordlicht, Messing</a><dl><dt>Status</dt><dd>Versandt</dd></dl>
<h3>Frühere Bestellungen</h3><ul><li><a href="/orders-v3/order/302-5510448-2200191">302-5510448-2200191</a></li></ul></aside></main>${footOf('de')}`,
  composer: ['.reply-box', 'textarea'],
  golden: {
    kind: 'thread',
    orderId: '028-4417702-9931845',
    buyerName: 'Miriam Köhler',
    bubbles: [
      ['buyer', 'Guten Tag, passt der Stecker auch in der Schweiz?'],
      ['seller', 'Guten Tag Frau Köhler, in der Schweiz brauchen Sie einen Adapter.'],
      ['buyer', 'Schade.\nKann ich die Lampe dann zurückgeben?'],
    ],
    composer: true,
    shop: { name: 'Hafenlicht Kontor' },
  },
};

// Utility classes, right to left, sides by alignment alone, text box inside an open root.
const inboxArabic: Stranger = {
  id: 'amazon-inbox-2',
  market: 'amazon',
  url: 'https://sellercentral.amazon.ae/messaging/inbox-v3?fi=responseNeeded&cc=0b7e1f52-03a9-4c55-8f0e-6f3d2a4b9c10',
  lang: 'ar',
  css: `.d-flex{display:flex}.col{flex-direction:column}.js{justify-content:flex-start}.je{justify-content:flex-end}.jc{justify-content:center}.pill{max-width:48%;padding:8px;border-radius:8px;background:#eee}.w-60{width:640px}.g-2{gap:8px}`,
  body: `${topOf('ar', 'متجر الواحة')}
<div id="root"><div class="d-flex g-2"><div class="w-60"><div class="u-a81"><h3>ليلى حداد</h3><span>الرد مطلوب</span></div>
<div class="d-flex col g-2 u-f09" role="log">
<div class="d-flex js"><div class="pill u-77"><span>مرحبا، لم يصل الطرد بعد. متى يصل؟</span><small>19 نوفمبر 2026، 10:15 ص</small></div></div>
<div class="d-flex je"><div class="pill u-78"><span>أهلا ليلى، الطرد في الطريق وسيصل خلال يومين.</span><small>19 نوفمبر 2026، 11:02 ص</small></div></div>
<div class="d-flex jc"><i>تم وضع علامة على هذه المحادثة للمراجعة</i></div>
<div class="d-flex js"><div class="pill u-77"><span>شكرا، سأنتظر.</span><small>20 نوفمبر 2026، 9:00 ص</small></div></div>
</div><x-reply>${shadow('<style>textarea{width:600px;height:80px}</style><label>رسالة إلى المشتري<textarea rows="4"></textarea></label>')}</x-reply><span data-shown-count></span><button type="button" disabled data-shown-send>إرسال</button></div>
<div class="u-side"><h4>تفاصيل الطلب</h4><dl><dt>رقم الطلب</dt><dd><bdi>171-2093381-5540127</bdi></dd><dt>المنتج</dt><dd><a href="https://www.amazon.ae/dp/B0BR3QH8T2">سماعات لاسلكية</a></dd></dl></div></div></div>${footOf('ar')}`,
  composer: ['x-reply', 'textarea'],
  golden: {
    kind: 'thread',
    orderId: '171-2093381-5540127',
    buyerName: 'ليلى حداد',
    bubbles: [
      ['buyer', 'مرحبا، لم يصل الطرد بعد. متى يصل؟'],
      ['seller', 'أهلا ليلى، الطرد في الطريق وسيصل خلال يومين.'],
      ['buyer', 'شكرا، سأنتظر.'],
    ],
    composer: true,
    shop: { name: 'متجر الواحة' },
  },
};

// Sender lines above each text; class words for sides under hashes.
const inboxFrench: Stranger = {
  id: 'amazon-inbox-3',
  market: 'amazon',
  url: 'https://sellercentral.amazon.fr/messaging/inbox?fi=search&ss=405-7782013-3319554&cc=c1f7a9de-2b86-45b1-bb70-90a1a2e6d3f4',
  lang: 'fr',
  css: `.grid{display:grid;grid-template-columns:240px 1fr 240px}`,
  body: `${topOf('fr', 'Atelier Brumaire')}<div class="grid"><ul class="list_x9"><li><b>Hugo Lambert</b> <span>404-1190032-8876123</span> <span>18/11/2026</span></li><li class="on_x9"><b>Élodie Garnier</b> <span>405-7782013-3319554</span> <span>20/11/2026</span></li></ul>
<div class="pane_k3" id="case-messages"><div class="top_k3"><span class="who_k3">Élodie Garnier</span><span class="case-status-label">Dernière réponse le 19 nov. 2026</span></div>
<div class="msg_k3"><div class="by_k3">Élodie Garnier</div><div class="txt_k3">Bonjour, la taille M correspond à un 38 ou à un 40 ?</div><div class="at_k3">18 nov. 2026 à 14:20</div></div>
<div class="msg_k3"><div class="by_k3">Vous</div><div class="txt_k3">Bonjour, notre M correspond à un 40.</div><div class="at_k3">19 nov. 2026 à 09:31</div></div>
<div class="msg_k3"><div class="by_k3">Élodie Garnier</div><div class="txt_k3">Parfait, merci pour votre réponse rapide.</div><div class="at_k3">20 nov. 2026 à 08:02</div></div>
<form><textarea class="area_k3" aria-label="Votre réponse à l’acheteur" maxlength="4000"></textarea><span data-shown-count></span><button data-shown-send disabled type="button">Envoyer</button></form></div>
<div class="side_k3"><p>Nº de commande : <a href="https://sellercentral.amazon.fr/orders-v3/order/405-7782013-3319554">405-7782013-3319554</a></p><p>Robe en lin, bleu nuit</p></div></div>${footOf('fr')}`,
  composer: ['.area_k3'],
  golden: {
    kind: 'thread',
    orderId: '405-7782013-3319554',
    buyerName: 'Élodie Garnier',
    bubbles: [
      ['buyer', 'Bonjour, la taille M correspond à un 38 ou à un 40 ?'],
      ['seller', 'Bonjour, notre M correspond à un 40.'],
      ['buyer', 'Parfait, merci pour votre réponse rapide.'],
    ],
    composer: true,
    shop: { name: 'Atelier Brumaire' },
  },
};

const katRadio = (label: string, value: string, rest = ''): string =>
  `<kat-radiobutton name="reason" value="${value}" label="${label}" ${rest}><input type="radio" name="reason" value="${value}" aria-label="${label}" ${rest}></kat-radiobutton>`;

const contactHead = (name: string): string =>
  `<div class="ayb-contact-buyer-header"><h2>Send message to ${name}</h2></div><kat-tooltip><kat-label text="Buyer's Language of Preference: Spanish">${shadow("<label><span class='text'>Buyer's Language of Preference: Spanish</span></label>")}</kat-label></kat-tooltip>
<p>Order ID: <a href="/orders-v3/order/113-9920417-4428160">113-9920417-4428160</a></p>`;

const contactEnglish: Stranger = {
  id: 'amazon-contact-1',
  market: 'amazon',
  url: 'https://sellercentral.amazon.com/messaging/contact?orderID=113-9920417-4428160&marketplaceID=ATVPDKIKX0DER',
  lang: 'en',
  body: `${topOf('en', 'Pinewood Goods')}<div id="ayb-app"><div id="ayb-contact-buyer">${contactHead('Oliver')}<form><kat-box>${katRadio('Ask about the order details', '1')}${katRadio('Notify of a problem with shipping your order', '2', 'checked')}${katRadio('Other', '5')}</kat-box>
<div class="contact-buyer-text-area">${katTextarea('size="large"', '4000 character limit. Only links related to order completion are allowed, no HTML or email addresses.')}</div><span data-shown-count></span><div class="contact-buyer-file-input"><input type="file"></div>${katButton('Send', 'class="ayb-contact-form-send-button" data-shown-send disabled')}</form></div></div>
<aside><h4>Recently viewed</h4><a href="/orders-v3/order/112-0031874-5519602">112-0031874-5519602</a></aside>${footOf('en')}`,
  composer: ['.contact-buyer-text-area kat-textarea', 'textarea'],
  golden: {
    kind: 'contact',
    orderId: '113-9920417-4428160',
    buyerName: 'Oliver',
    buyerLang: 'es',
    contactReason: 'shipping-problem',
    composer: true,
    shop: { name: 'Pinewood Goods' },
  },
};

// Nothing is chosen yet: the page has no text box for the buyer, only its survey.
const contactUnchosen: Stranger = {
  ...contactEnglish,
  id: 'amazon-contact-2',
  body: `${topOf('en', 'Pinewood Goods')}<div id="ayb-app"><div id="ayb-contact-buyer">${contactHead('Oliver')}<form><kat-box>${katRadio('Ask about the order details', '1')}${katRadio('Notify of a problem with shipping your order', '2')}${katRadio('Other', '5')}</kat-box></form></div></div>${footOf('en')}`,
  composer: undefined,
  golden: {
    kind: 'contact',
    orderId: '113-9920417-4428160',
    buyerName: 'Oliver',
    buyerLang: 'es',
    composer: false,
    shop: { name: 'Pinewood Goods' },
  },
};

const contactJapanese: Stranger = {
  id: 'amazon-contact-3',
  market: 'amazon',
  url: 'https://sellercentral.amazon.co.jp/messaging/contact?orderId=249-5560718-0013422&marketplaceId=A1VC38T7YXB528',
  lang: 'ja',
  css: `.sheet{padding:24px;max-width:720px}`,
  body: `${topOf('ja', '青葉商店')}<div class="sheet"><h1 class="tt-19">佐々木 美咲 様へメッセージを送信</h1><table><tr><th>注文番号</th><td>249-5560718-0013422</td></tr><tr><th>商品</th><td><a href="https://www.amazon.co.jp/dp/B09XYZK4Q1">電気ケトル 1.0L</a></td></tr><tr><th>購入者の優先言語</th><td>日本語</td></tr></table>
<fieldset><legend>連絡の理由</legend><label><input type="radio" name="r">注文の詳細を確認する</label><label><input type="radio" name="r">配送に関する問題を知らせる</label><label><input type="radio" name="r" checked>その他</label></fieldset>
<label>メッセージ<textarea class="tx-33" maxlength="4000"></textarea></label><output data-shown-count></output><button type="button" disabled data-shown-send>送信</button></div>${footOf('ja')}`,
  composer: ['.tx-33'],
  golden: {
    kind: 'contact',
    orderId: '249-5560718-0013422',
    buyerName: '佐々木 美咲',
    buyerLang: 'ja',
    contactReason: 'other',
    composer: true,
    shop: { name: '青葉商店' },
  },
};

/** Amazon pages with a message to a buyer. */
export const amazonMessages: readonly Stranger[] = [
  inboxGerman,
  inboxArabic,
  inboxFrench,
  contactEnglish,
  contactUnchosen,
  contactJapanese,
];
