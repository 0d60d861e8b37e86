import { readFileSync } from 'node:fs';
import { loadSmallWords } from '@/utils/platform/i18n/load-small-words';

/** The converter's words as the popup gets them: the files of the build through the small reader. */
export async function convertWords(lang: 'en' | 'zh-CN') {
  const original = globalThis.fetch;
  globalThis.fetch = (async (url: string) => {
    const path = String(url).replace(/^.*\/locales\//, 'public/locales/');
    return { json: async () => JSON.parse(readFileSync(path, 'utf8')) as unknown };
  }) as unknown as typeof fetch;
  try {
    return await loadSmallWords(['common', 'convert'], lang);
  } finally {
    globalThis.fetch = original;
  }
}
