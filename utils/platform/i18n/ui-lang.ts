import { browser } from 'wxt/browser';
import { readLocal } from '../settings/local-items';

/** Languages the interface is written in. */
export type UiLang = 'en' | 'zh-CN';

/** The interface language that goes with a browser's: Chinese of any region, else English. */
export const uiLangFor = (browserLang: string): UiLang => (/^zh\b/i.test(browserLang) ? 'zh-CN' : 'en');

/** The interface language for a choice; `auto` follows the browser: Chinese of any region, else English. */
export const resolveUiLang = (wanted: 'auto' | UiLang | undefined): UiLang => {
  if (wanted === 'en' || wanted === 'zh-CN') return wanted;
  return uiLangFor(browser.i18n.getUILanguage());
};

/** The interface language of extension pages. */
export const readUiLang = async (): Promise<UiLang> => resolveUiLang(await readLocal('uiLang'));
