import { browser } from 'wxt/browser';
import type { Strings } from '@/utils/app/api';
import type { Lang } from '@/utils/domain/ids';
import type { Assets } from '../assets';
import { flattenCatalogue } from './page-words';

/** Namespaces the seller page shows; the rest of the words never leaves the extension. */
const PAGE_NAMESPACES = ['page', 'reply', 'palette', 'lint', 'notes', 'convert', 'buyers', 'follow-ups', 'reviews'];
/**
 * Groups of these namespaces that only the extension's own pages show: forms, tables and cards of the converter, all of the
 * buyers' pages but the names of segments with their reasons, and of the follow-ups all but their names.
 */
const OWN_PAGES_ONLY =
  /^convert\.(?:popup|input|empty|tab|history|form|plug|table|scale|place|explore|products)\.|^buyers\.(?!segment\.|because\.)|^follow-ups\.[^.]+\.(?!name$)|^reviews\.path\./;
/** Namespaces of teach mode. */
export const teachNamespaces = ['teach'] as const;

const resolveLang = (wanted: 'auto' | 'en' | 'zh-CN'): 'en' | 'zh-CN' => {
  if (wanted !== 'auto') return wanted;
  return /^zh\b/i.test(browser.i18n.getUILanguage()) ? 'zh-CN' : 'en';
};

/**
 * Reads the words of the seller page, or of the namespaces given; the version is the language and the build, so that they
 * are sent once.
 */
export function createPageCatalogue(assets: Assets, namespaces: readonly string[] = PAGE_NAMESPACES) {
  return async (
    wanted: 'auto' | 'en' | 'zh-CN',
  ): Promise<{ readonly lang: Lang; readonly version: string; readonly entries: Strings }> => {
    const lang = resolveLang(wanted);
    const trees = await Promise.all(namespaces.map((ns) => assets.json(`locales/${lang}/${ns}.json`)));
    const entries: Record<string, string> = {};
    trees.forEach((tree, index) => flattenCatalogue(namespaces[index] ?? '', tree, entries));
    for (const key of Object.keys(entries)) if (OWN_PAGES_ONLY.test(key)) delete entries[key];
    return { lang, version: `${lang}@${browser.runtime.getManifest().version}`, entries };
  };
}
