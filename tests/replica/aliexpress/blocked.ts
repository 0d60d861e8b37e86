import { blockedPage } from '../amazon/blocked';
import type { PageView } from '../view';

/** Pages between the visitor and the AliExpress seller pages: their own sign-in, a slider over everything. Pure. */
export function aliexpressBlocked(view: PageView): string {
  if (view.knobs.blocked !== 'signin') return blockedPage(view);
  return '<main class="blocked"><div class="card"><h1>Sign in</h1><form class="fm-form"><label>Account<input id="fm-login-id" name="loginId" autocomplete="off"></label><label>Password<input id="fm-login-password" type="password" name="password" autocomplete="off"></label><button type="button" id="fm-login-submit">Sign in</button></form></div></main>';
}
