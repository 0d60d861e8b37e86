import type { OrderState } from '../../domain/orders';

/** Order states by their words in Chinese and English; the longer phrase before the one it contains. */
const STATES: readonly (readonly [RegExp, OrderState])[] = [
  [/纠纷|dispute|冻结|frozen/i, 'disputed'],
  [/退款成功|已退款|refunded/i, 'refunded'],
  [/等待买家付款|等待付款|待付款|awaiting payment|to pay|unpaid/i, 'unpaid'],
  [/等待仓库发货|等待发货|待发货|部分发货|awaiting (?:warehouse )?shipment|to ship|unshipped/i, 'unshipped'],
  [/等待买家收货|买家未收货|待收货|已发货|awaiting (?:receipt|delivery)|in transit|shipped/i, 'shipped'],
  [/已送达|妥投|delivered/i, 'delivered'],
  [/交易成功|已完成|交易完成|completed?|finished/i, 'completed'],
  [/已关闭|交易关闭|已取消|closed|cancell?ed/i, 'cancelled'],
];

/** The state a status text names. */
export const stateOf = (text: string): OrderState | undefined => STATES.find(([words]) => words.test(text))?.[1];

/** The marketplace's warehouse sends the parcel. */
export const FROM_WAREHOUSE = /仓库发货|warehouse shipment/i;

/** The line under a text the platform has translated. */
export const TRANSLATED_BY =
  /^\s*(?:translated\s+)?by\s+alibaba.*$|^\s*translated by .{2,40}$|^.{0,20}auto(?:matic)? translation\s*$|^\s*由.{1,12}翻译\s*$|^.{0,12}(?:自动翻译|机器翻译)\s*$/i;

/** A message that was taken back; only a notice is left of it. */
export const RECALLED =
  /撤回了?一条|消息已撤回|已撤回|message (?:was|has been) recalled|recalled (?:a|this|the) message/i;

/** Marks under a message that are no part of it. */
export const MARKS = /^(?:ai|已读|未读|read|unread|delivered|sent|已发送|发送中|送达)$/i;
