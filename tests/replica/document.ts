import { randomBytes } from 'node:crypto';
import { amazonShell } from './amazon/shell';
import { blockedPage } from './amazon/blocked';
import { aliexpressBlocked } from './aliexpress/blocked';
import { aliexpressShell } from './aliexpress/shell';
import { htmlLang } from './dates';
import { escapeHtml } from './markup';
import { pageLabels } from './labels';
import type { PageView } from './view';

/** A document with the headers it is served with. */
export interface ServedDocument {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The strictest policy the real pages might have; whatever survives this survives them. */
export function strictPolicy(nonce: string, isTrustedTypes: boolean): string {
  const own = `'self' 'nonce-${nonce}'`;
  return `default-src 'self'; script-src ${own}; style-src ${own}; img-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'${isTrustedTypes ? "; require-trusted-types-for 'script'; trusted-types replica" : ''}`;
}

/** JSON that cannot end the script element it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

const familyOf = ({ page, host }: PageView): 'aliexpress' | 'amazon' | 'other' =>
  page === 'third-market' ? 'other' : host.includes('aliexpress') ? 'aliexpress' : 'amazon';

const bodyOf = (view: PageView): string => {
  const family = familyOf(view);
  if (['signin', 'mfa', 'captcha', 'switcher', 'slider'].includes(view.knobs.blocked))
    return family === 'aliexpress' ? aliexpressBlocked(view) : blockedPage(view);
  // These have a frame of their own around the page, or none.
  if (view.page === 'third-market' || view.host.startsWith('feedback.') || view.host.startsWith('message.'))
    return '<main id="main"><div id="root"></div></main>';
  if (view.page === 'support-frame' || view.page === 'blocked') return '<main id="main"><div id="root"></div></main>';
  return family === 'aliexpress' ? aliexpressShell(view) : amazonShell(view);
};

/** Builds the whole document of a page view. */
export function replicaDocument(view: PageView): ServedDocument {
  const nonce = randomBytes(12).toString('base64');
  const family = familyOf(view);
  // These two put another page into a frame beside their own content.
  const hasOwnFrame = view.page === 'returns' || view.page === 'ae-disputes';
  const isFramePage = view.knobs.frame !== 'none' && !view.framed && !hasOwnFrame;
  const script = isFramePage ? 'frame' : family;
  const dir = view.loc === 'ar' ? 'rtl' : 'ltr';
  const title = `${view.page === 'chat' ? 'IM' : pageLabels[view.loc].messages} - replica`;
  const inner = isFramePage ? '<main id="main"><div id="root"></div></main>' : bodyOf(view);
  const body = `<!doctype html>
<html lang="${htmlLang(view.loc)}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/assets/${family}.css" nonce="${nonce}"></head>
<body class="${family}${view.framed ? ' framed' : ''}">${inner}
<script type="application/json" id="replica-view" nonce="${nonce}">${inScript(view)}</script>
<script src="/assets/${script}.js" nonce="${nonce}"></script></body></html>`;
  return {
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': strictPolicy(nonce, view.knobs.tt === '1'),
      'x-frame-options': 'SAMEORIGIN',
    },
  };
}
