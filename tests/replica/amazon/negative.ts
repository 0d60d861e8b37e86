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
    default:
      return '';
  }
}
