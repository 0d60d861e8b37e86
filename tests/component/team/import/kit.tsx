import { readFileSync } from 'node:fs';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { AppProvider, type App } from '@/components/dashboard/app-context';
import { IncomingPanel } from '@/components/team/incoming/incoming-panel';
import { TranslateProvider } from '@/components/ui/translate';
import type { ImportLine } from '@/utils/app/bundles-api';
import type { ShopRow } from '@/utils/domain/records';
import { initI18n } from '@/utils/platform/i18n/init-i18n';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import { aliexpress, amazon, fakeApi } from '../../dashboard/fake-api';
import { settle } from '../../dashboard/harness';
import { someAccess } from '../../settings/some-access';
import { anImport, fakeImports, type HeldImports } from './fake-imports';

const wordsOf = async (uiLang: UiLang) => {
  const original = globalThis.fetch;
  globalThis.fetch = (async (url: string) => {
    const path = String(url).replace(/^.*\/locales\//, 'public/locales/');
    return { json: async () => JSON.parse(readFileSync(path, 'utf8')) as unknown };
  }) as unknown as typeof fetch;
  try {
    return await initI18n(['common', 'buyers', 'team', 'imports', 'rules', 'worklog'], uiLang);
  } finally {
    globalThis.fetch = original;
  }
};
const words = { en: await wordsOf('en'), 'zh-CN': await wordsOf('zh-CN') };

/** The part of the page for files that come in, over imports in memory. */
export async function showIncoming(
  held: HeldImports = {},
  options: { readonly lang?: UiLang; readonly shops?: readonly ShopRow[] } = {},
) {
  const { lang = 'en', shops = [] } = options;
  const fake = fakeApi({ shops });
  const heard = new Set<(topics: readonly string[]) => void>();
  const announce = (topic: string) => heard.forEach((listener) => listener([topic]));
  const imports = fakeImports(held, announce);
  const app: App = {
    api: { ...fake.api, bundles: { ...fake.bundles.api, ...imports.api } },
    listen: (listener, signal) => {
      heard.add(listener);
      signal.addEventListener('abort', () => heard.delete(listener));
      fake.listen(listener, signal);
    },
    saveFile: vi.fn<App['saveFile']>(),
    markets: [aliexpress, amazon],
    siteAccess: someAccess(true),
    uiLang: lang,
  };
  const view = render(
    <AppProvider value={app}>
      <TranslateProvider value={words[lang]}>
        <IncomingPanel />
      </TranslateProvider>
    </AppProvider>,
  );
  await settle();
  return { ...view, ...imports, calls: imports.api, announce };
}

export const aFile = (name: string): File => new File(['rows'], name);

/** Chooses files as a person does in the window of the browser. */
export async function choose(...names: readonly string[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  await act(async () => void fireEvent.change(input, { target: { files: names.map(aFile) } }));
  await settle();
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
export const preview = () => within(screen.getByRole('table', { name: 'Import preview' }));

/** The row of the preview with this title. */
export const rowOf = (title: string) => {
  const row = preview()
    .getByRole('rowheader', { name: new RegExp(`^${title}\\b`) })
    .closest('tr');
  if (!row) throw new Error(`no row ${title}`);
  return within(row);
};

/** Takes one side by the select of this name. */
export async function take(name: string, side: 'merged' | 'ours' | 'theirs'): Promise<void> {
  await act(async () => void fireEvent.change(screen.getByLabelText(name), { target: { value: side } }));
  await settle();
}

/** What is announced to people who do not see the page. */
export const announced = (): string =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ')
    .trim();

/** A file whose rows are looked at; its tally counts them unless another is given. */
export const look = async (
  lines: readonly ImportLine[],
  { entry = {}, ...held }: Partial<HeldImports> & { readonly entry?: Parameters<typeof anImport>[1] } = {},
  options?: Parameters<typeof showIncoming>[1],
) => {
  const tally: Partial<Record<ImportLine['kind'], number>> = {};
  for (const { kind } of lines) tally[kind] = (tally[kind] ?? 0) + 1;
  const read = anImport('anna', { tally, ...entry });
  const view = await showIncoming({ ...held, lines, files: { 'anna.parley': read } }, options);
  await choose('anna.parley');
  return view;
};

/** The switch for one kind of rows. */
export const toggle = (name: string | RegExp) =>
  within(screen.getByRole('group', { name: 'Which rows to show' })).getByRole('button', { name });
