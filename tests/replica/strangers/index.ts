import { aliexpressChats } from './aliexpress-chats';
import { aliexpressLists } from './aliexpress-lists';
import { amazonEvents } from './amazon-events';
import { amazonMessages } from './amazon-messages';
import { amazonOrders } from './amazon-orders';
import type { Stranger } from './kit';
import { secondLook } from './second-look';

export { documentOf, type Stranger } from './kit';
export { lookAlikes } from './look-alikes';

/** Every page with something to read. */
export const strangers: readonly Stranger[] = [
  ...amazonMessages,
  ...amazonOrders,
  ...amazonEvents,
  ...aliexpressChats,
  ...aliexpressLists,
  ...secondLook,
];
