import { openThreadOf } from '../amazon/inbox';
import { sectionPage } from '../amazon/section';
import { amazonTranslation, translationLoc } from '../amazon/translation';
import { htmlLang } from '../dates';
import { defineKatal } from '../kit/katal';
import { asPage, note, startLog } from '../kit/log';
import { startNoise } from '../kit/noise';
import { translatePage } from '../kit/translate-page';
import type { PageView } from '../view';
import { startContact } from './amazon-contact';
import { startBrandReviews, startClaims, startFeedback, startReturns, startReviewRequest } from './amazon-events';
import { InboxApp } from './amazon-inbox';
import { startNegative } from './amazon-negative';
import { startOrder, startOrders } from './amazon-orders';
import { pause, readView, setHtml } from './dom';

async function draw(view: PageView): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  switch (view.page) {
    case 'inbox':
      if (view.knobs.blocked !== 'empty') await new InboxApp(view).start();
      return;
    case 'contact':
      return startContact(view, root);
    case 'order':
      return startOrder(view, root);
    case 'orders':
      return startOrders(view, root);
    case 'review-request':
      return startReviewRequest(view, root);
    case 'feedback':
      return startFeedback(view, root);
    case 'brand-reviews':
      return startBrandReviews(view, root);
    case 'returns':
    case 'manage-returns':
      return startReturns(view, root);
    case 'claims':
      return startClaims(view, root);
    case 'section':
      setHtml(root, sectionPage(view));
      if (view.knobs.route === 'spa') await arriveByRouter(view);
      return;
    default:
      return startNegative(view, root);
  }
}

/** Comes to the inbox from another section, without a load in between. */
async function arriveByRouter(view: PageView): Promise<void> {
  await pause(600);
  const query = new URLSearchParams(location.search);
  asPage(() => history.pushState(null, '', `/messaging/inbox-v3?${query.toString()}`));
  await new InboxApp({ ...view, page: 'inbox', path: '/messaging/inbox-v3' }).start();
  document.title = openThreadOf(view) ? 'Messages' : document.title;
}

async function main(): Promise<void> {
  startLog();
  const view = readView();
  const commit = view.knobs.commit === 'auto' ? 'A' : view.knobs.commit;
  // Jitter, as on a loaded network; elements exist before they are upgraded.
  if (view.knobs.late > 0) await pause(view.knobs.late + Math.random() * 200);
  setTimeout(
    () => {
      defineKatal({ shadow: view.knobs.shadow, commit });
      note('upgraded', false);
    },
    150 + view.knobs.late / 8,
  );
  if (view.knobs.noise === '1') startNoise();
  if (view.knobs.translated !== 'none') setTimeout(() => translate(view), 400);
  await draw(view);
}

/** The visitor's browser translates a moment after the page has come, and whatever the page draws later. */
function translate(view: PageView): void {
  translatePage({
    by: view.knobs.translated,
    lang: htmlLang(translationLoc(view)),
    translate: amazonTranslation(view),
  });
}

void main();
