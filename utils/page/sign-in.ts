import { onceInReading } from './share-reads';

/** Only pages this small are read as text: a sign-in or robot check never has more elements, a seller page always has. */
const SMALL_PAGE_ELEMENTS = 300;

const GATE_TEXT =
  /enter the characters you see|type the characters|not a robot|slide to verify|angezeigten zeichen|saisissez les caractères|introduzca los caracteres|inserisci i caratteri|digite os caracteres|表示されている文字|输入.{0,8}字符|请按住滑块|向右滑动/i;

/**
 * Whether the page is a sign-in form, an account switcher or a robot check, by cheap signals: ids, the (few) forms and frames, and the text
 * of very small pages. Live collections are used because this runs on every poll of the router.
 */
export const showsSignIn = (doc: Document): boolean => onceInReading(doc, 'sign-in', () => looksLikeSignIn(doc));

function looksLikeSignIn(doc: Document): boolean {
  if (doc.getElementById('ap_email') ?? doc.getElementById('captchacharacters')) return true;
  for (const form of doc.forms) {
    const names = ['name', 'id', 'action'].map((name) => form.getAttribute(name) ?? '').join(' ');
    if (/signin|sign-in|mfa|captcha/i.test(names)) return true;
    if (form.querySelector('input[type="password"]')) return true;
  }
  if (doc.getElementsByClassName('full-page-account-switcher').length > 0) return true;
  for (const frame of doc.getElementsByTagName('iframe'))
    if (/captcha|punish|baxia|\bslider\b/i.test(frame.getAttribute('src') ?? '')) return true;
  const elements = doc.getElementsByTagName('*');
  if (elements[SMALL_PAGE_ELEMENTS]) return false;
  return doc.querySelector('input[type="password"]') !== null || GATE_TEXT.test(doc.body?.textContent ?? '');
}
