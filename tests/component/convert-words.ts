import { readFileSync } from 'node:fs';
import { initI18n } from '@/utils/platform/i18n/init-i18n';

/** The converter's words as the popup gets them: the files of the build through i18next. */
export async function convertWords(lang: 'en' | 'zh-CN') {
  const original = globalThis.fetch;
  globalThis.fetch = (async (url: string) => {
    const path = String(url).replace(/^.*\/locales\//, 'public/locales/');
    return { json: async () => JSON.parse(readFileSync(path, 'utf8')) as unknown };
  }) as unknown as typeof fetch;
  try {
    return await initI18n(['common', 'convert'], lang);
  } finally {
    globalThis.fetch = original;
  }
}
