import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { aliexpressTranslation, translatedLoc } from '../aliexpress/translation';
import { htmlLang } from '../dates';
import { note, startLog } from '../kit/log';
import { startNoise } from '../kit/noise';
import { translatePage } from '../kit/translate-page';
import type { PageView } from '../view';
import { DisputeApp, DisputeListApp, FeedbackApp } from './aliexpress-cases';
import { openChatAddress, startChat } from './aliexpress-chat';
import { OrderApp, OrderListApp } from './aliexpress-orders';
import { startAliexpressNegative, startLegacyFeedback } from './aliexpress-plain';
import { pause, readView, setHtml } from './dom';

function appOf(view: PageView): ReactElement | undefined {
  switch (view.page) {
    case 'ae-orders':
      return <OrderListApp view={view} />;
    case 'ae-order':
      return <OrderApp view={view} />;
    case 'ae-disputes':
      return <DisputeListApp view={view} />;
    case 'ae-dispute':
      return <DisputeApp view={view} />;
    case 'ae-feedback':
      return <FeedbackApp view={view} />;
    default:
      return undefined;
  }
}

async function draw(view: PageView, root: HTMLElement): Promise<void> {
  const app = appOf(view);
  if (app) return createRoot(root).render(app);
  switch (view.page) {
    case 'chat':
      return startChat(view, root);
    case 'ae-feedback-legacy':
      return startLegacyFeedback(view, root);
    case 'ae-buyer-messages':
    case 'ae-help-chat':
    case 'ae-product-qa':
      return startAliexpressNegative(view, root);
    default:
      setHtml(root, '<div class="card"><h1>Replica desk</h1><p>999 · 2026-11-01</p></div>');
  }
}

/** The page names nodes a visitor has clicked, as its own tracing does; the numbers mean nothing. */
function traceClicks(): void {
  document.addEventListener('click', ({ target, isTrusted }) => {
    if (!isTrusted || !(target instanceof Element)) return;
    const place = 2 + Math.floor(Math.random() * 8);
    target.setAttribute('data-spm-anchor-id', `0.0.0.i${place}.${Math.random().toString(36).slice(2, 10)}`);
  });
}

/** The visitor's browser translates a moment after the page has come, and whatever the page draws later. */
function translate(view: PageView): void {
  translatePage({
    by: view.knobs.translated,
    lang: htmlLang(translatedLoc(view)),
    translate: aliexpressTranslation(view),
  });
}

async function main(): Promise<void> {
  startLog();
  const view = readView();
  const root = document.getElementById('root');
  const { blocked, late, noise, translated } = view.knobs;
  if (!root || (blocked !== 'none' && blocked !== 'empty')) return;
  if (view.page === 'chat') {
    if (blocked === 'empty') return;
    openChatAddress(view);
  }
  traceClicks();
  if (noise === '1') startNoise();
  // Jitter, as on a loaded network.
  if (late > 0) await pause(late + Math.random() * 200);
  if (translated !== 'none') setTimeout(() => translate(view), 400);
  await draw(view, root);
  note('drawn', false, view.page);
}

void main();
