import type { OrderState } from '../../domain/orders';

/** An order that waits for something, in the languages of the seller pages; zh_CN as seen, the others by meaning. */
const WAITING =
  /等待|待|未付|await|wait|to (?:pay|ship)|pend|esper|aguard|대기|ожида|待ち|بانتظار|bekle|attente|wart|ausstehend|attesa|oczek|wacht/i;

/** What an order waits for. */
const AWAITED: readonly (readonly [RegExp, OrderState])[] = [
  [/付款|pay(?:ment)?\b|pago|pagamento|paiement|zahlung|결제|оплат|支払|الدفع|ödeme|płatnoś|zapłat|betaling/i, 'unpaid'],
  [/发货|ship|env[ií]o|envoi|expédition|versand|spedizione|발송|отправк|発送|出荷|شحن|gönder|wysyłk|verzending/i, 'unshipped'],
  [/收货|receipt|delivery|confirm|recepci[oó]n|recebimento|réception|empfang|erhalt|ricezione|ricevimento|수령|получен|受け?取|استلام|teslim|odbi[oó]r|ontvangst/i, 'shipped'],
]; // prettier-ignore

/** States by words of their own; the longer phrase before the one it contains. */
const STATES: readonly (readonly [RegExp, OrderState])[] = [
  [/纠纷|冻结|dispute|frozen|disputa|litige|streitfall|contestazion|spór|geschil|분쟁|спор|紛争|نزاع|i̇?htilaf|anlaşmazlık/i, 'disputed'],
  [/退款成功|已退款|refunded|reembolsad|remboursé|erstattet|rimborsat|환불 완료|возвращен|возвращён|返金済|تم (?:رد|استرداد)|iade edildi|zwrócon|terugbetaald/i, 'refunded'],
  [/部分发货|已付款|unshipped|not shipped|未発送/i, 'unshipped'],
  [/已发货|运输中|in transit|shipped|en tránsito|enviad[oa]|expédié|versandt|spedit[oa]|배송 중|в пути|отправлен|発送済|配送中|تم الشحن|kargoda|kargolan|wysłan|verzonden/i, 'shipped'],
  [/已送达|妥投|delivered|entregad|entregue|livré|zugestellt|consegnat|배송 완료|доставлен|配達済|تم التسليم|teslim edil|dostarczon|bezorgd/i, 'delivered'],
  [/交易成功|已完成|交易完成|completed?|finished|conclu[ií]d|finalizad|terminé|abgeschlossen|completat|완료|заверш|выполнен|完了|مكتمل|tamamlan|zakończon|voltooid|afgerond/i, 'completed'],
  [/关闭|取消|closed|cancell?ed|cerrad|cancelad|fechad|encerrad|fermé|annulé|geschlossen|storniert|chius|annullat|종료|취소|закрыт|отмен|終了|キャンセル|مغلق|ملغ|kapan|kapalı|iptal|zamknięt|anulowan|gesloten|geannuleerd/i, 'cancelled'],
]; // prettier-ignore

const named = (list: readonly (readonly [RegExp, OrderState])[], text: string): OrderState | undefined =>
  list.find(([words]) => words.test(text))?.[1];

/** The state a status text names. */
export function stateOf(text: string): OrderState | undefined {
  const own = named(STATES, text);
  if (own === 'disputed' || own === 'refunded' || !WAITING.test(text)) return own;
  return named(AWAITED, text) ?? own;
}

/** The marketplace's warehouse sends the parcel. */
export const FROM_WAREHOUSE =
  /仓库发货|warehouse|almac[eé]n|armaz[eé]m|entrep[oô]t|lager|magazzino|창고|склад|倉庫|المستودع|depo |magazyn|magazijn/i;

/** The line under a text the platform has translated. */
export const TRANSLATED_BY =
  /^\s*(?:translated\s+)?by\s+alibaba.*$|^\s*translated by .{2,40}$|^.{0,20}auto(?:matic)? translation\s*$|^\s*由.{1,12}翻译\s*$|^.{0,12}(?:自动翻译|机器翻译)\s*$/i;

/** A message that was taken back; only a notice is left of it. */
export const RECALLED =
  /撤回了?一条|消息已撤回|已撤回|message (?:was|has been) recalled|recalled (?:a|this|the) message/i;

/** Marks under a message that are no part of it: read, sent, written by the shop's assistant. */
export const MARKS =
  /^(?:ai|智能(?:助手|回复|客服)|ai (?:assistant|agent|reply|도우미)|(?:asistente|assistente) (?:de |d')?ia|assistant ia|ki-assistent|asystent ai|ai-assistent|ии-помощник|ai ?アシスタント|مساعد ذكي|yz asistanı|已读|未读|已发送|发送中|送达|read|unread|delivered|sent|leído|no leído|lida|não lida|읽음|안읽음|прочитано|не прочитано|既読|未読|مقروءة|غير مقروءة|okundu|okunmadı|non lu|gelesen|ungelesen|letto|przeczytane|gelezen)$/i;

/** Lines under an address or a dispute: "Order number", "Buyer". Whole label without its colon. */
export const ORDER_LABEL =
  /^(?:订单(?:编?号|id)?|order(?: (?:no\.?|number|id|#))?|n(?:[uú]mero|[.º°]+) d[eo] pedido|pedido|(?:n(?:uméro|[.º°]+) de )?commande(?: n[.º°]+)?|bestellung|bestell(?:nummer|-nr\.?)|ordine|numero (?:d.|dell.)ordine|주문 ?번호|номер заказа|заказ|注文(?:番号|id)?|(?:رقم )?الطلب|sipariş (?:numarası|no\.?)|numer zamówienia|bestelnummer)$/i;

/** The buyer's side, as labels name it. */
export const BUYER_LABEL =
  /^(?:买家|buyer|customer|comprador|acheteur|käufer|acquirente|구매자|покупатель|購入者|バイヤー|المشتري|alıcı|kupujący|koper)$/i;
