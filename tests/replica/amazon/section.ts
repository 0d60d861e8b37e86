import { pageLabels } from '../labels';
import { escapeHtml } from '../markup';
import type { PageView } from '../view';

/** Any section of the seller site the desk does not copy: a heading and a few decoy figures. */
export function sectionPage(view: PageView): string {
  const labels = pageLabels[view.loc];
  const title = labels.nav[Number(view.query.section ?? 2)] ?? labels.nav[2];
  return `<div class="card section"><h1>${escapeHtml(title)}</h1><p>${labels.responseNeeded} 3 · INV 123-1234567-1234567</p><p><a href="/messaging/inbox">${labels.messages}</a></p></div>`;
}
