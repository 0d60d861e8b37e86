import type { PageView } from '../view';

/** Pages between the visitor and the seller pages: sign-in, second factor, robot check, account switcher. Pure. */
export function blockedPage(view: PageView): string {
  const title: Record<string, string> = {
    signin: 'Sign in',
    mfa: 'Two-step verification',
    captcha: 'Robot check',
    switcher: 'Select an account',
    slider: 'Verification',
  };
  const kind = view.knobs.blocked;
  const fields: Record<string, string> = {
    signin:
      '<form name="signIn"><label>Email or phone<input id="ap_email" type="email" name="email" autocomplete="off"></label><label>Password<input id="ap_password" type="password" name="password" autocomplete="off"></label><button type="button">Sign in</button></form>',
    mfa: '<form id="auth-mfa-form"><label>Enter the one-time code<input id="auth-mfa-otpcode" name="otpCode" autocomplete="off"></label><button type="button">Sign in</button></form>',
    captcha:
      '<form action="/errors/validateCaptcha"><p>Enter the characters you see below</p><img src="/assets/product/captcha.svg" alt="" width="160" height="60"><label>Type characters<input id="captchacharacters" autocomplete="off"></label><button type="button">Continue</button></form>',
    switcher:
      '<div class="full-page-account-switcher"><p>Lumen Home</p><button type="button">United States</button><button type="button">Deutschland</button></div>',
    slider: '<div class="J_MIDDLEWARE_FRAME_WIDGET"><p>Slide to verify</p><div class="nc-container"></div></div>',
  };
  return `<main class="blocked"><div class="card"><h1>${title[kind] ?? ''}</h1>${fields[kind] ?? ''}</div></main>`;
}
