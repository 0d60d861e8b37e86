import { initI18n } from '@/utils/platform/i18n/init-i18n';
import { readUiLang } from '@/utils/platform/i18n/ui-lang';
import type { Words } from './app-page';

/** Reads the named catalogues in the interface language that is chosen now. */
export const loadWords = async (namespaces: readonly string[]): Promise<Words> => {
  const uiLang = await readUiLang();
  return { uiLang, translate: await initI18n(namespaces, uiLang) };
};
