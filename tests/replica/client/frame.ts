import { startLog } from '../kit/log';
import { defineKatal } from '../kit/katal';
import { readView, setHtml } from './dom';

/** A page of the same origin around another replica page, as other tools embed the inbox and the chat. */
function main(): void {
  startLog();
  const view = readView();
  const root = document.getElementById('root');
  if (!root) return;
  const size = view.page === 'chat' ? 'chat' : 'inbox';
  const ownBox =
    view.knobs.frame === 'double'
      ? '<kat-textarea class="reply-box" data-r="composer" label="Reply" value=""></kat-textarea>'
      : '';
  setHtml(
    root,
    `<div class="card frame-page"><h1>Tools</h1>${ownBox}<iframe class="inner-page ${size}" title="Messages"></iframe></div>`,
  );
  defineKatal({ shadow: view.knobs.shadow, commit: 'A' });
  const frame = document.querySelector('iframe');
  if (!frame) return;
  if (view.knobs.frame !== 'blank') {
    const inner = new URL(location.href);
    inner.searchParams.set('framed', '1');
    frame.src = inner.href;
    return;
  }
  const inside = frame.contentDocument;
  if (!inside) return;
  // The page writes the inner document itself; the policy of the outer one applies inside as well.
  const family = view.page === 'third-market' ? 'other' : view.host.includes('aliexpress') ? 'aliexpress' : 'amazon';
  const nonce = document.querySelector<HTMLScriptElement>('script[src]')?.nonce ?? '';
  const json = JSON.stringify({ ...view, framed: true }).replace(/</g, '\\u003c');
  inside.open();
  inside.write(
    `<!doctype html><html lang="${document.documentElement.lang}"><head><link rel="stylesheet" href="/assets/${family}.css" nonce="${nonce}"></head><body class="${family} framed"><main id="main"><div id="root"></div></main><script type="application/json" id="replica-view">${json}</script><script src="/assets/${family}.js" nonce="${nonce}"></script></body></html>`,
  );
  inside.close();
}

main();
