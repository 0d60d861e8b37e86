import { candidates } from '../../page/candidates';

/**
 * Where the fields of Seller Central stand. Sources: public programs that drive these pages, compiled 2026-11-21; the
 * markup of message bubbles is not public, so each way of marking a side is only one candidate among several.
 */
export const selectors = {
  thread: candidates(
    'inbox',
    ['#case-messages', '[id*="case-messages"]'],
    ['[role="log"]', '[class*="case-messages" i]', '[class*="message-thread" i]', '[class*="messageThread"]'],
  ),
  bubbles: candidates(
    'inbox',
    [
      '[class*="buyer-message" i],[class*="seller-message" i],[class*="customer-message" i],[class*="merchant-message" i]',
      '[class*="message-buyer" i],[class*="message-seller" i],[class*="buyerMessage"],[class*="sellerMessage"]',
      '[class*="message" i][class*="incoming" i],[class*="message" i][class*="outgoing" i]',
      'li[role="listitem"][aria-label]',
    ],
    ['[role="listitem"][aria-label],[role="article"]', 'li[aria-label]'],
  ),
  buyerName: candidates(
    'inbox',
    [
      '.case-buyer',
      '[data-test-id*="buyer-name"]',
      '[data-testid*="buyer-name"]',
      '[class*="buyer-name" i]',
      '[class*="buyerName"]',
    ],
    ['[class*="customer-name" i]', '[data-buyer-name]'],
  ),
  buyerLanguage: candidates('contact', ['#ayb-contact-buyer kat-tooltip kat-label'], ['kat-label']),
  contactRoot: candidates('contact', ['#ayb-contact-buyer', '.ayb-contact-buyer'], ['[id*="contact-buyer"]']),
  contactHeading: candidates(
    'contact',
    ['.ayb-contact-buyer-header h2', '#ayb-contact-buyer h2', '#ayb-contact-buyer h1'],
    ['[class*="contact-buyer-header" i]'],
  ),
  reasons: candidates(
    'contact',
    ['#ayb-contact-buyer kat-box kat-radiobutton', '#ayb-contact-buyer kat-radiobutton'],
    ['#ayb-contact-buyer [role="radio"]', '#ayb-contact-buyer input[type="radio"]'],
  ),
  orderLink: candidates('inbox', ['[href*="/orders-v3/order/"]'], ['[href*="orderId=" i]', '[href*="/order/"]']),
  productLink: candidates('inbox', ['[href*="/dp/"]', '[href*="/gp/product/"]']),
  composer: candidates(
    'inbox',
    [
      '.contact-buyer-text-area kat-textarea',
      '#ayb-contact-buyer form kat-textarea',
      '#ayb-contact-buyer kat-textarea',
      '#case-messages kat-textarea',
    ],
    ['kat-textarea', 'main textarea', 'textarea', '[contenteditable="true"][role="textbox"]'],
  ),
  success: candidates('contact', [
    '#ayb-app kat-alert[variant="success"]',
    '#ayb-contact-buyer kat-alert[variant="success"]',
    '#case-messages kat-alert[variant="success"]',
    '.kat-alert-success-content',
  ]),
  reviewSent: candidates('review-request', ['#ayb-reviews kat-alert[variant="success"]']),
  accountId: candidates('shell', ['[data-merchant-id]', '[data-merchant-token]', '[data-seller-id]']),
  accountName: candidates(
    'shell',
    [
      '[class*="account-switcher"][class*="label-global"]',
      '.partner-dropdown-button b',
      '.partner-dropdown-button span',
      '#partner-switcher b',
    ],
    ['[class*="account-switcher" i]', '[class*="partner-label" i]'],
  ),
} as const;

/** Shadow hosts worth asking before any walk: those that hold links and text boxes. */
export const KATAL_HOSTS = 'kat-textarea,kat-link,kat-box,kat-tooltip,kat-modal';

/** Attributes in which Katal components keep visible text. */
export const KATAL_TEXT: Readonly<Record<string, readonly string[]>> = {
  'kat-link': ['label'],
  'kat-label': ['text'],
  'kat-button': ['label'],
  'kat-alert': ['header', 'description'],
  'kat-radiobutton': ['label'],
};
