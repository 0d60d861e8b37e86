import { ko, nl, pl, sv, tr } from './amazon/labels-north';
import { es, fr, it, ptBr } from './amazon/labels-south';
import type { PageLoc } from './dates';
import type { ReplicaOrder } from './threads';

/** Words of the replica pages in one language. */
export interface PageLabels {
  readonly nav: readonly [string, string, string, string, string, string];
  readonly messages: string;
  readonly search: string;
  readonly filters: readonly [string, string, string, string];
  readonly responseNeeded: string;
  readonly noThread: string;
  readonly topic: { readonly order: string; readonly return: string; readonly product: string };
  readonly lastResponse: string;
  readonly resolvedOn: string;
  readonly you: string;
  readonly noResponseNeeded: string;
  readonly reply: string;
  readonly composer: string;
  readonly limit: string;
  readonly send: string;
  readonly attach: string;
  readonly preview: string;
  readonly expired: string;
  readonly loadEarlier: string;
  readonly translatedBy: string;
  readonly showOriginal: string;
  readonly orderDetails: string;
  readonly orderId: string;
  readonly asin: string;
  readonly quantity: string;
  readonly status: string;
  readonly ordered: string;
  readonly shipped: string;
  readonly deliverBy: string;
  readonly delivered: string;
  readonly carrier: string;
  readonly language: string;
  readonly fulfilment: string;
  readonly bySeller: string;
  readonly byAmazon: string;
  readonly channel: string;
  readonly states: Record<ReplicaOrder['state'], string>;
  readonly contactTitle: string;
  readonly reasonTitle: string;
  readonly reasons: readonly [string, string, string, string, string];
  readonly sent: string;
  readonly optedOut: string;
  readonly feedback: string;
}

const en: PageLabels = {
  nav: ['Catalog', 'Inventory', 'Orders', 'Advertising', 'Reports', 'Performance'],
  messages: 'Messages', search: 'Search by order ID or text',
  filters: ['All', 'Response needed', 'Sent messages', 'Resolved'], responseNeeded: 'Response needed', noThread: 'Select a conversation to read it',
  topic: { order: 'Order question', return: 'Return request', product: 'Product question' },
  lastResponse: 'Last response on', resolvedOn: 'Resolved on', you: 'You', noResponseNeeded: 'No response needed', reply: 'Reply',
  composer: 'Your reply', limit: '4000 characters at most. Links only when they help complete the order; no HTML, no email addresses.',
  send: 'Send', attach: 'Add attachment', preview: 'Preview', expired: 'This conversation has expired and can no longer be answered.', loadEarlier: 'Load earlier messages',
  translatedBy: 'Translated by the marketplace', showOriginal: 'Show original', orderDetails: 'Order details', orderId: 'Order ID', asin: 'ASIN', quantity: 'Quantity', status: 'Status',
  ordered: 'Purchase date', shipped: 'Ship date', deliverBy: 'Deliver by', delivered: 'Delivered', carrier: 'Carrier', language: "Buyer's Language of Preference",
  fulfilment: 'Fulfillment', bySeller: 'Seller', byAmazon: 'Amazon', channel: 'Sales channel',
  states: { unpaid: 'Pending', unshipped: 'Unshipped', shipped: 'Shipped', delivered: 'Delivered', completed: 'Completed', cancelled: 'Canceled', refunded: 'Refunded', disputed: 'In dispute' },
  contactTitle: 'Send message to', reasonTitle: 'Why are you contacting this customer?',
  reasons: ['Ask for order details', 'Notify of a problem with shipping the order', 'Ask for customization information', 'Arrange a return or refund', 'Other'],
  sent: 'Your message has been sent', optedOut: 'This customer has chosen not to receive messages of this kind.', feedback: 'Tell us your feedback about this page',
}; // prettier-ignore

const de: PageLabels = {
  nav: ['Katalog', 'Lagerbestand', 'Bestellungen', 'Werbung', 'Berichte', 'Leistung'],
  messages: 'Nachrichten', search: 'Nach Bestellnummer oder Text suchen',
  filters: ['Alle', 'Antwort erforderlich', 'Gesendete Nachrichten', 'Gelöst'], responseNeeded: 'Antwort erforderlich', noThread: 'Unterhaltung auswählen, um sie zu lesen',
  topic: { order: 'Frage zur Bestellung', return: 'Rücksendeanfrage', product: 'Produktfrage' },
  lastResponse: 'Letzte Antwort am', resolvedOn: 'Gelöst am', you: 'Sie', noResponseNeeded: 'Keine Antwort erforderlich', reply: 'Antworten',
  composer: 'Ihre Antwort', limit: 'Höchstens 4000 Zeichen. Links nur zur Abwicklung der Bestellung; kein HTML, keine E-Mail-Adressen.',
  send: 'Senden', attach: 'Anhang hinzufügen', preview: 'Vorschau', expired: 'Diese Unterhaltung ist abgelaufen und kann nicht mehr beantwortet werden.', loadEarlier: 'Frühere Nachrichten laden',
  translatedBy: 'Vom Marktplatz übersetzt', showOriginal: 'Original anzeigen', orderDetails: 'Bestelldetails', orderId: 'Bestellnummer', asin: 'ASIN', quantity: 'Menge', status: 'Status',
  ordered: 'Bestelldatum', shipped: 'Versanddatum', deliverBy: 'Zustellung bis', delivered: 'Zugestellt', carrier: 'Versanddienst', language: 'Bevorzugte Sprache des Käufers',
  fulfilment: 'Versand durch', bySeller: 'Verkäufer', byAmazon: 'Amazon', channel: 'Vertriebskanal',
  states: { unpaid: 'Ausstehend', unshipped: 'Nicht versandt', shipped: 'Versandt', delivered: 'Zugestellt', completed: 'Abgeschlossen', cancelled: 'Storniert', refunded: 'Erstattet', disputed: 'In Klärung' },
  contactTitle: 'Nachricht senden an', reasonTitle: 'Warum kontaktieren Sie diesen Kunden?',
  reasons: ['Bestelldetails erfragen', 'Über ein Versandproblem informieren', 'Angaben zur Personalisierung erfragen', 'Rückgabe oder Erstattung vereinbaren', 'Sonstiges'],
  sent: 'Ihre Nachricht wurde gesendet', optedOut: 'Dieser Kunde möchte solche Nachrichten nicht erhalten.', feedback: 'Ihr Feedback zu dieser Seite',
}; // prettier-ignore

const zh: PageLabels = {
  nav: ['目录', '库存', '订单', '广告', '数据报告', '绩效'],
  messages: '消息', search: '按订单编号或文字搜索',
  filters: ['全部', '需要回复', '已发送消息', '已解决'], responseNeeded: '需要回复', noThread: '请选择一个对话',
  topic: { order: '订单咨询', return: '退货申请', product: '商品咨询' },
  lastResponse: '上次回复日期', resolvedOn: '解决日期', you: '您', noResponseNeeded: '无需回复', reply: '回复',
  composer: '您的回复', limit: '最多 4000 个字符。仅可使用与完成订单有关的链接，不可使用 HTML 或电子邮件地址。',
  send: '发送', attach: '添加附件', preview: '预览', expired: '此对话已过期，无法再回复。', loadEarlier: '加载更早的消息',
  translatedBy: '由平台翻译', showOriginal: '显示原文', orderDetails: '订单详情', orderId: '订单编号', asin: 'ASIN', quantity: '数量', status: '状态',
  ordered: '购买日期', shipped: '发货日期', deliverBy: '最晚送达', delivered: '已送达', carrier: '承运人', language: '买家首选语言',
  fulfilment: '配送方式', bySeller: '卖家自配送', byAmazon: '亚马逊配送', channel: '销售渠道',
  states: { unpaid: '等待付款', unshipped: '未发货', shipped: '已发货', delivered: '已送达', completed: '交易成功', cancelled: '已取消', refunded: '已退款', disputed: '纠纷中' },
  contactTitle: '发送消息给', reasonTitle: '您为什么联系该买家？',
  reasons: ['确认订单详情', '通知订单配送问题', '询问定制信息', '安排退货或退款', '其他'],
  sent: '您的消息已发送', optedOut: '该买家已选择不接收此类消息。', feedback: '请告诉我们您对本页的反馈',
}; // prettier-ignore

const ja: PageLabels = {
  nav: ['カタログ', '在庫', '注文', '広告', 'レポート', 'パフォーマンス'],
  messages: 'メッセージ', search: '注文番号またはテキストで検索',
  filters: ['すべて', '要返信', '送信済み', '解決済み'], responseNeeded: '要返信', noThread: '会話を選択してください',
  topic: { order: '注文に関する質問', return: '返品リクエスト', product: '商品に関する質問' },
  lastResponse: '最終返信日', resolvedOn: '解決日', you: '出品者', noResponseNeeded: '返信不要', reply: '返信する',
  composer: '返信内容', limit: '4000文字まで。注文の完了に関するリンクのみ使用できます。HTMLとメールアドレスは使用できません。',
  send: '送信', attach: '添付ファイルを追加', preview: 'プレビュー', expired: 'この会話は期限切れのため返信できません。', loadEarlier: '以前のメッセージを読み込む',
  translatedBy: 'マーケットプレイスによる翻訳', showOriginal: '原文を表示', orderDetails: '注文の詳細', orderId: '注文番号', asin: 'ASIN', quantity: '数量', status: 'ステータス',
  ordered: '購入日', shipped: '出荷日', deliverBy: 'お届け予定日', delivered: '配達済み', carrier: '配送業者', language: '購入者の希望言語',
  fulfilment: 'フルフィルメント', bySeller: '出品者出荷', byAmazon: 'Amazon', channel: '販売チャネル',
  states: { unpaid: '保留中', unshipped: '未出荷', shipped: '出荷済み', delivered: '配達済み', completed: '完了', cancelled: 'キャンセル済み', refunded: '返金済み', disputed: '申し立て中' },
  contactTitle: 'メッセージの宛先：', reasonTitle: '購入者に連絡する理由を選択してください',
  reasons: ['注文の詳細を確認する', '配送の問題を知らせる', 'カスタマイズ情報を確認する', '返品または返金を手配する', 'その他'],
  sent: 'メッセージを送信しました', optedOut: 'この購入者はこの種類のメッセージを受け取らない設定です。', feedback: 'このページへのご意見をお聞かせください',
}; // prettier-ignore

const ar: PageLabels = {
  nav: ['الكتالوج', 'المخزون', 'الطلبات', 'الإعلانات', 'التقارير', 'الأداء'],
  messages: 'الرسائل', search: 'البحث برقم الطلب أو النص',
  filters: ['الكل', 'بحاجة إلى رد', 'الرسائل المرسلة', 'تم الحل'], responseNeeded: 'بحاجة إلى رد', noThread: 'اختر محادثة لقراءتها',
  topic: { order: 'سؤال عن الطلب', return: 'طلب إرجاع', product: 'سؤال عن المنتج' },
  lastResponse: 'آخر رد في', resolvedOn: 'تم الحل في', you: 'أنت', noResponseNeeded: 'لا حاجة إلى رد', reply: 'رد',
  composer: 'ردك', limit: '4000 حرف كحد أقصى. الروابط المتعلقة بإكمال الطلب فقط، بدون HTML أو عناوين بريد إلكتروني.',
  send: 'إرسال', attach: 'إضافة مرفق', preview: 'معاينة', expired: 'انتهت صلاحية هذه المحادثة ولا يمكن الرد عليها.', loadEarlier: 'تحميل الرسائل السابقة',
  translatedBy: 'ترجمة المنصة', showOriginal: 'عرض الأصل', orderDetails: 'تفاصيل الطلب', orderId: 'رقم الطلب', asin: 'ASIN', quantity: 'الكمية', status: 'الحالة',
  ordered: 'تاريخ الشراء', shipped: 'تاريخ الشحن', deliverBy: 'التسليم قبل', delivered: 'تم التسليم', carrier: 'شركة الشحن', language: 'لغة المشتري المفضلة',
  fulfilment: 'تنفيذ الطلب', bySeller: 'البائع', byAmazon: 'أمازون', channel: 'قناة البيع',
  states: { unpaid: 'معلق', unshipped: 'لم يتم الشحن', shipped: 'تم الشحن', delivered: 'تم التسليم', completed: 'مكتمل', cancelled: 'ملغى', refunded: 'تم رد المبلغ', disputed: 'قيد النزاع' },
  contactTitle: 'إرسال رسالة إلى', reasonTitle: 'لماذا تتواصل مع هذا العميل؟',
  reasons: ['السؤال عن تفاصيل الطلب', 'الإبلاغ عن مشكلة في الشحن', 'طلب معلومات التخصيص', 'ترتيب إرجاع أو رد مبلغ', 'أخرى'],
  sent: 'تم إرسال رسالتك', optedOut: 'اختار هذا العميل عدم تلقي هذا النوع من الرسائل.', feedback: 'أخبرنا برأيك في هذه الصفحة',
}; // prettier-ignore

/** Words of the replica pages by page language. */
export const pageLabels: Record<PageLoc, PageLabels> = {
  en,
  en_GB: { ...en, states: { ...en.states, cancelled: 'Cancelled' } },
  de,
  fr,
  it,
  es,
  pt_BR: ptBr,
  ja,
  zh_CN: zh,
  ko,
  ar,
  // Amazon has no seller pages in Russian; the language exists for AliExpress.
  ru: en,
  tr,
  pl,
  nl,
  sv,
};
