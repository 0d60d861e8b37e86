import { createInstance, type Resource, type ResourceKey } from 'i18next';
import { browser } from 'wxt/browser';

/** Looks up one interface text; the first part of the key is its namespace (`convert.popup.copy`). */
export type I18nTranslate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Loads the named catalogues and gives the words of an extension page.
 *
 * Errors: rejects when a catalogue is missing from the build; a missing key is returned as it is.
 */
export async function initI18n(namespaces: readonly string[], lang: string): Promise<I18nTranslate> {
  const catalogues = await Promise.all(
    namespaces.map(async (ns) => {
      const answer = await fetch((browser.runtime.getURL as (path: string) => string)(`/locales/${lang}/${ns}.json`));
      return [ns, (await answer.json()) as ResourceKey] as const;
    }),
  );
  const i18n = createInstance();
  await i18n.init({
    lng: lang,
    ns: [...namespaces],
    resources: { [lang]: Object.fromEntries(catalogues) } satisfies Resource,
    // React escapes what it shows; twice would print &amp;.
    interpolation: { escapeValue: false },
  });
  return (key, values = {}) => {
    const [ns = '', ...rest] = key.split('.');
    const name = rest.join('.');
    const exists = namespaces.includes(ns) && i18n.exists(name, { ns, ...values });
    return exists ? i18n.t(name, { ns, ...values }) : key;
  };
}
