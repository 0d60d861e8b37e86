import { escapeHtml } from '../markup';
import type { PageView } from '../view';
import { wordsFor } from './words';

/** Top bar with store switcher and announcement, side menu, and the place where the app draws. */
export function aliexpressShell(view: PageView, main = ''): string {
  const words = wordsFor(view.loc);
  const paths = ['home', 'product', 'order-manage/orderList', 'logistic', 'marketing', 'ai-im/im'];
  const channel = view.query.channelId ? `?channelId=${escapeHtml(view.query.channelId)}` : '';
  const current = view.page === 'chat' ? 5 : view.page.startsWith('ae-') ? 2 : 0;
  const menu = words.menu
    .map(
      (label, at) =>
        `<a href="/m_apps/${paths[at] ?? ''}${channel}"${at === current ? ' aria-current="page"' : ''}>${label}</a>`,
    )
    .join('');
  return `<header class="csp-top"><span class="logo">Seller Centre</span><button type="button" class="store-switch">${words.store}</button><span class="announcement">${words.announcement}</span></header>
<div class="csp-body"><nav class="csp-menu">${menu}</nav><main id="main"><div id="root">${main}</div></main></div>`;
}
