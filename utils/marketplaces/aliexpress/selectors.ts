import { candidates } from '../../page/candidates';

/**
 * Where the fields of the AliExpress message centre stand. Class stems only: the hash behind them changes with every
 * release. Sources: public programs that drive these pages, compiled 2026-11-21; on gsp none of the names is proven.
 */
export const selectors = {
  composer: candidates(
    'chat',
    ['textarea.im-message-input-no-auto-height', 'textarea[class*="im-message-input"]'],
    ['main textarea', 'textarea', '[contenteditable="true"][role="textbox"]'],
  ),
  messages: candidates('chat', ['div.im-message-item', '[class*="im-message-item"]:not([class*="im-message-item-"])']),
  activeSession: candidates(
    'chat',
    ['.im-session-item.active', '[class*="im-session-item"][class*="active" i]'],
    ['[aria-selected="true"]', '[class~="active"]', '[class*="selected" i]'],
  ),
  sessionName: candidates(
    'chat',
    ['[class*="im-session-item-name-content"] b', '[class*="session-item-name"]'],
    ['b', 'strong', '[class*="name" i]'],
  ),
  panelName: candidates('chat', ['[class*="user-name__"]', '[class*="user-name"]'], ['[class*="buyer-name" i]']),
  country: candidates(
    'chat',
    ['[class*="info__"] [class*="basic_"] [class*="address__"]', '[class*="info__"] [class*="address__"]'],
    ['[class*="address__"]', '[class*="country" i]'],
  ),
  orderCard: candidates('chat', ['div.im-order-card', '[class*="im-order-card"]:not([class*="im-order-card-"])']),
  orderStatus: candidates('chat', ['.im-order-card-status', '[class*="order-card-status"]'], ['[class*="status" i]']),
  orderTitle: candidates('chat', ['[class*="order-card-title"]', '[class*="itemTitle"]']),
  store: candidates('chat', ['[class*="store-switch" i]', '[class*="storeName"]'], ['[class*="shop-name" i]']),
} as const;
