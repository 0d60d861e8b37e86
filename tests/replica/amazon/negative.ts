import { pageLabels } from '../labels';
import type { PageView } from '../view';

/** Pages with a text box that is no message to a buyer. Pure. */
export function negativeApp(view: PageView): string {
  const labels = pageLabels[view.loc];
  switch (view.page) {
    case 'support':
      return '<div class="card"><h1>Case 9990001112</h1><p>Status: waiting for your answer</p><spl-hill-form></spl-hill-form></div>';
    case 'support-frame':
      return '<div class="spl-form"><kat-label text="Describe your issue"></kat-label><kat-textarea name="description" placeholder="Add details" value=""></kat-textarea><kat-button label="Submit" variant="primary"></kat-button></div>';
    case 'listing':
      return `<div class="card"><h1>${labels.nav[0]}: B0TEST0001</h1>${[1, 2, 3].map((at) => `<kat-textarea name="bullet_point#${at}.value" label="Bullet point ${at}" value="Dimmable, E14 socket"></kat-textarea>`).join('')}<kat-button label="Save and finish" variant="primary"></kat-button></div>`;
    case 'vendor':
      return '<div class="card"><h1>Contact us</h1><kat-textarea class="hill-text-area" label="Your message to support" value=""></kat-textarea><kat-button label="Send" variant="primary"></kat-button></div>';
    case 'returns':
      return returnsList(view);
    default:
      return '';
  }
}

function returnsList(view: PageView): string {
  const inbox = new URLSearchParams({ ...view.query, framed: '1' });
  const ownBox =
    view.knobs.frame === 'double'
      ? '<kat-textarea class="seller-comment" name="comment" label="Comment" value=""></kat-textarea>'
      : '';
  return `<div class="card returns"><h1>Manage returns (1)</h1><kat-table><kat-table-row class="manage-returns-table-row"><a href="/orders-v3/order/999-1000010-0000010">999-1000010-0000010</a> <span class="customer-comment">Too small</span></kat-table-row></kat-table>${ownBox}<iframe class="inner-page" title="Messages" src="/messaging/inbox?${inbox.toString()}"></iframe></div>`;
}
