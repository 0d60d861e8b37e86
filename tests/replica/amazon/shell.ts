import { pageLabels } from '../labels';
import { escapeHtml } from '../markup';
import type { PageView } from '../view';
import { inboxThreads } from './inbox';

const marketNames: Record<string, string> = {
  com: 'United States',
  de: 'Deutschland',
  'co.uk': 'United Kingdom',
  'co.jp': '日本',
  sa: 'Saudi Arabia',
  fr: 'France',
  es: 'España',
  it: 'Italia',
  pl: 'Polska',
};

/** Navigation, account switcher and footer around every Amazon page; its counts and dates are decoys on purpose. */
export function amazonShell(view: PageView, main = ''): string {
  const labels = pageLabels[view.loc];
  const ending = view.host.replace('sellercentral.amazon.', '');
  const waiting = inboxThreads(view.host).length;
  const sections = labels.nav.map((label, at) => `<a href="/home?section=${at}">${label}</a>`).join('');
  return `<header id="sc-navbar"><div class="top"><a class="brand" href="/home">seller central</a><button type="button" class="partner-dropdown-button"><span>Lumen Home</span> | <span>${escapeHtml(marketNames[ending] ?? ending)}</span></button><input class="nav-search" type="search" aria-label="${labels.search}" placeholder="${labels.search}"><a class="nav-messages" href="/messaging/inbox">${labels.messages} <b>${waiting}</b></a></div><nav class="sections">${sections}</nav></header>
<main id="main"><div id="root">${main}</div></main>
<aside id="feedback-drawer"${view.knobs.drawer === '1' ? '' : ' hidden'}><kat-textarea placeholder="${labels.feedback} (feedback)" name="feedback" value=""></kat-textarea></aside>
<footer><span>© Replica desk, sample data only</span><select aria-label="Language"><option>${view.loc}</option></select></footer>`;
}
