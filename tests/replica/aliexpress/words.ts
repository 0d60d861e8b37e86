import type { PageLoc } from '../dates';
import type { ReplicaOrder } from '../threads';
import type { PageView } from '../view';

/** Words of the AliExpress replica pages. */
export interface AliexpressWords {
  readonly menu: readonly [string, string, string, string, string, string];
  readonly store: string;
  readonly announcement: string;
  readonly tabs: readonly [string, string, string];
  readonly search: string;
  readonly none: string;
  readonly placeholder: string;
  readonly tools: readonly [string, string, string, string, string];
  readonly translatedBy: string;
  readonly localTime: string;
  readonly read: string;
  readonly noStar: string;
  readonly orders: string;
  readonly noOrders: string;
  readonly states: Record<ReplicaOrder['state'], string>;
}

const zh: AliexpressWords = {
  menu: ['首页', '商品', '交易', '物流', '营销', '消息'],
  store: 'Lumen Home 官方店',
  announcement: '公告：双十一物流时效说明（2026-11-01）',
  tabs: ['全部', '未读', '星标'],
  search: '搜索买家或订单号',
  none: '请从左侧选择一个会话',
  placeholder: '请输入消息，按 Enter 发送',
  tools: ['表情', '图片', '快捷短语', '商品', '优惠券'],
  translatedBy: 'by Alibaba Auto Translation',
  localTime: '买家当地时间',
  read: '已读',
  noStar: '未标记',
  orders: '订单',
  noOrders: '暂无订单',
  states: {
    unpaid: '等待买家付款',
    unshipped: '等待发货',
    shipped: '等待买家收货',
    delivered: '等待买家收货',
    completed: '交易成功',
    cancelled: '已关闭',
    refunded: '已关闭',
    disputed: '纠纷中',
  },
};

const en: AliexpressWords = {
  menu: ['Home', 'Products', 'Orders', 'Logistics', 'Marketing', 'Messages'],
  store: 'Lumen Home Official Store',
  announcement: 'Notice: delivery times in November (2026-11-01)',
  tabs: ['All', 'Unread', 'Starred'],
  search: 'Search buyer or order number',
  none: 'Choose a conversation on the left',
  placeholder: 'Type a message, Enter to send',
  tools: ['Emoji', 'Picture', 'Quick phrases', 'Product', 'Coupon'],
  translatedBy: 'by Alibaba Auto Translation',
  localTime: "Buyer's local time",
  read: 'Read',
  noStar: 'No mark',
  orders: 'Orders',
  noOrders: 'No orders',
  states: {
    unpaid: 'Awaiting payment',
    unshipped: 'Awaiting shipment',
    shipped: 'Awaiting receipt',
    delivered: 'Awaiting receipt',
    completed: 'Completed',
    cancelled: 'Closed',
    refunded: 'Closed',
    disputed: 'In dispute',
  },
};

/** The words in the page's language; sellers read Chinese or English. */
export function wordsFor(loc: PageLoc): AliexpressWords {
  return loc === 'zh_CN' ? zh : en;
}

/**
 * A class name of the chat. On gsp the readable names are replaced, because only those of csp are known for certain.
 */
export function chatClass(name: string, view: Pick<PageView, 'host' | 'knobs'>): string {
  if (!view.host.startsWith('gsp.')) return name;
  let sum = view.knobs.hash.charCodeAt(0);
  for (const sign of name) sum = (sum * 33 + sign.charCodeAt(0)) % 60466176;
  return `imx-${sum.toString(36)}`;
}
