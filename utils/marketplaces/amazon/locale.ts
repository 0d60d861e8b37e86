import type { ContactReason } from '../contract';

/** The agent's side, as sender labels of the page name it; whole label, lower case. */
export const OWN_NAME =
  /^(?:you|me|seller|sie|ihnen|ich|mir|wir|uns|verkäufer(?:in)?|vous|moi|nous|vendeur|tú|ti|usted|nosotros|vendedor|tu|lei|venditore|você|eu|u|jij|verkoper|du|säljare|ty|sprzedawca|siz|sen|satıcı|あなた|出品者|販売者|您|你|我|卖家|أنت|أنا|البائع|나|판매자)$/i;

/** The other side, where the page says "buyer" instead of a name. */
export const BUYER_WORD =
  /^(?:buyer|customer|käufer(?:in)?|kund(?:e|in)|acheteur|client|comprador|cliente|acquirente|koper|klant|köpare|kund|kupujący|klient|alıcı|müşteri|購入者|買い手|买家|顾客|المشتري|العميل|구매자)$/i;

/** Introduces the sender in an accessible label: "Message from Maria", "Nachricht von Ihnen". */
export const FROM_PHRASE =
  /^(?:message (?:from|by)|sent by|from|nachricht von|von|message de|de|mensaje de|messaggio da|da|mensagem de|bericht van|meddelande från|wiadomość od|来自|由|رسالة من|من)\s*[:：]?\s*|(?:からのメッセージ|さんから|的消息|发送的消息|님의 메시지|adlı kişiden mesaj)$/gi;

/** "Translated by …" in the label of a platform translation. */
export const TRANSLATED_BY =
  /translat(?:ed|ion) by|auto(?:matic)? translation|machine translat|übersetzt|übersetzung|tradu(?:it|cido|zido|cci[oó]n|zion|tto|ction)|vertaald|översatt|przetłumaczon|翻译|翻訳|tradott|ترجم|çevril|번역/i;

/** Labels of the switch that brings back the buyer's own words. */
export const SHOW_ORIGINAL = /origin(?:al|eel)|원문|原文|الأصل|번역 전|oryginał|orijinal/i;

/** First line of an e-mail the buyer's mail program has quoted. */
export const QUOTE_INTRO =
  /^-{2,}\s*(?:original message|ursprüngliche nachricht|message d.origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|原始邮件|元のメッセージ|الرسالة الأصلية)|^(?:on|am|le|el|il|em|op|den|w dniu)\s.{2,120}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał).*[:：]\s*$|^.{0,100}(?:写道|さんは書きました|のメッセージ|كتب).{0,60}[:：]\s*$|^(?:from|von|de|da|van|från|od|发件人|差出人|من)\s*[:：].*@/i;

/** The relay address Amazon writes into forwarded mail. */
export const RELAY_ADDRESS = /\S+@(?:m\.)?marketplace\.amazon\.\S+/i;

/** "Send message to Maria": languages that put the name last, and those that put it first. */
const NAME_LAST =
  /^(?:send (?:a )?message to|nachricht (?:senden )?an|envoyer un message à|enviar (?:un )?mensaje a|invia (?:un )?messaggio a|enviar mensagem para|bericht (?:verzenden|sturen) (?:naar|aan)|skicka meddelande till|wyślij wiadomość do|メッセージの宛先\s*[:：]?|메시지 보내기\s*[:：]|mesaj gönder\s*[:：]|发送(?:消息|信息)[给至]|[向给](?=.*发送)|إرسال رسالة إلى)\s*(.+?)(?:\s+senden|\s*发送(?:消息|信息))?$/i;
const NAME_FIRST = /^(.+?)\s*(?:(?:さん|様)?[にへ]の?メッセージ.*|님?(?:에게|께) 메시지 보내기|mesaj gönder)$/i;

/** The buyer's name in the heading of the contact page; undefined when the phrase is not known. */
export const nameInHeading = (heading: string): string | undefined =>
  (NAME_LAST.exec(heading.trim()) ?? NAME_FIRST.exec(heading.trim()))?.[1]?.trim();

/** Contact reasons by words of their label; asked in this order, since a return label may mention the order too. */
const REASONS: readonly (readonly [RegExp, ContactReason])[] = [
  [/return|refund|rück(?:gabe|send)|erstatt|retour|retur\b|återbetal|rembours|devol|reembols|reso\b|rimbors|zwrot|iade|返品|返金|退货|退款|إرجاع|رد (?:ال)?مبلغ|반품|환불/i, 'return'],
  [/custom|personn?ali|anpass|個別|カスタマ|定制|تخصيص|kişisel|맞춤/i, 'customisation'],
  [/shipp|deliver|versand|liefer|zustell|livraison|expédi|env[ií]o|entrega|spedi|consegna|verzend|bezorg|lever|frakt|wysył|dostaw|kargo|teslim|配送|発送|出荷|发货|物流|شحن|تسليم|배송/i, 'shipping-problem'],
  [/order|bestel|commande|pedido|ordine|encomenda|beställ|zamówien|sipariş|注文|订单|طلب|주문/i, 'order-detail'],
]; // prettier-ignore

/** The reason a label stands for; `other` when it says none of the known things. */
export const reasonOf = (label: string): ContactReason => REASONS.find(([words]) => words.test(label))?.[1] ?? 'other';

/** Labels before the buyer's language on the contact page: "Buyer's Language of Preference: Spanish". */
export const LANGUAGE_LABEL = /language|sprache|langue|idioma|lingua|taal|språk|język|dil\b|言語|语言|لغة|언어/i;
