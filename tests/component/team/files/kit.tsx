import { readFileSync } from 'node:fs';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { AppProvider, type App } from '@/components/dashboard/app-context';
import { FilesPanel } from '@/components/team/files/files-panel';
import { TranslateProvider } from '@/components/ui/translate';
import { createOrderFiles } from '@/utils/app/order-files';
import type { OrderFilesApi } from '@/utils/app/order-files-api';
import { initI18n } from '@/utils/platform/i18n/init-i18n';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import { aDesk, aliexpress, amazon, valueOf } from '../../../unit/app/desk';
import { fakeApi } from '../../dashboard/fake-api';
import { settle } from '../../dashboard/harness';
import { someAccess } from '../../settings/some-access';

const wordsOf = async (uiLang: UiLang) => {
  const original = globalThis.fetch;
  globalThis.fetch = (async (url: string) => {
    const path = String(url).replace(/^.*\/locales\//, 'public/locales/');
    return { json: async () => JSON.parse(readFileSync(path, 'utf8')) as unknown };
  }) as unknown as typeof fetch;
  try {
    return await initI18n(['common', 'dashboard', 'buyers', 'files'], uiLang);
  } finally {
    globalThis.fetch = original;
  }
};
const words = { en: await wordsOf('en'), 'zh-CN': await wordsOf('zh-CN') };

/** The panel over real records of a desk with these shops. */
export async function showFiles(
  options: {
    readonly shops?: readonly { readonly marketplace: typeof amazon; readonly name: string }[];
    readonly lang?: UiLang;
    readonly change?: (orderFiles: OrderFilesApi) => Partial<OrderFilesApi>;
  } = {},
) {
  const { shops = [{ marketplace: amazon, name: 'Lumen DE' }], lang = 'en', change = () => ({}) } = options;
  const desk = aDesk();
  for (const shop of shops) valueOf(await desk.shops.add(shop));
  const fake = fakeApi();
  const orderFiles = createOrderFiles(desk.deps);
  const saveFile = vi.fn<App['saveFile']>();
  const app: App = {
    api: { ...fake.api, shops: desk.shops, orderFiles: { ...orderFiles, ...change(orderFiles) } },
    listen: fake.listen,
    saveFile,
    markets: [aliexpress, amazon],
    siteAccess: someAccess(true),
    uiLang: lang,
  };
  const view = render(
    <AppProvider value={app}>
      <TranslateProvider value={words[lang]}>
        <FilesPanel />
      </TranslateProvider>
    </AppProvider>,
  );
  await settle();
  return { ...view, desk, saveFile };
}

/** Chooses a file as a person does and waits until it is shown. */
export async function choose(file: File): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  await act(async () => {
    fireEvent.change(input, { target: { files: [file] } });
  });
  await waitUntil(() => screen.queryByRole('heading', { level: 3 }) !== null || screen.queryByRole('alert') !== null);
}

/** Lets work go on until something is true; fails after five seconds. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 50)));
    if (isTrue()) return;
  }
  throw new Error(`never came true in: ${document.body.textContent}`);
}

/** A report of the fixtures. */
export const fixture = (name: string): File => new File([readFileSync(`tests/fixtures/order-files/${name}`)], name);
