import { readFileSync } from 'node:fs';
import { act, fireEvent, render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { App, BlobFile, TextFile } from '@/components/dashboard/app-context';
import { AppPage, type Words } from '@/components/dashboard/app-page';
import type { HostAccess } from '@/components/settings/host-access';
import type { ReceiptTools } from '@/components/settings/receipt/receipt-tools';
import type { SiteTools } from '@/components/settings/site-tools';
import { initI18n } from '@/utils/platform/i18n/init-i18n';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import { someAccess } from '../settings/some-access';
import { aliexpress, amazon, fakeApi } from './fake-api';

const namespaces = [
  'common',
  'dashboard',
  'buyers',
  'notes',
  'settings',
  'page',
  'sidepanel',
  'convert',
  'rules',
  'reply',
  'templates',
  'editor',
  'worklog',
  'today',
  'follow-ups',
  'reviews',
  'team',
  'imports',
  'files',
  'folder',
  'backup',
  'receipt',
  'reports',
  'radar',
  'practice',
  'welcome',
  'lock',
  'demo',
];

/** The words of the pages as the build has them. */
export async function wordsOf(uiLang: UiLang): Promise<Words> {
  const original = globalThis.fetch;
  globalThis.fetch = (async (url: string) => {
    const path = String(url).replace(/^.*\/locales\//, 'public/locales/');
    return { json: async () => JSON.parse(readFileSync(path, 'utf8')) as unknown };
  }) as unknown as typeof fetch;
  try {
    return { uiLang, translate: await initI18n(namespaces, uiLang) };
  } finally {
    globalThis.fetch = original;
  }
}

const words = { en: await wordsOf('en'), 'zh-CN': await wordsOf('zh-CN') };

/** Puts part of an extension page on screen over a fake API. */
export async function showPage(
  part: ReactNode,
  options: {
    readonly fake?: ReturnType<typeof fakeApi>;
    readonly lang?: UiLang;
    readonly access?: HostAccess;
    readonly sites?: SiteTools;
    readonly downloads?: HostAccess;
    readonly receipt?: ReceiptTools;
    readonly lock?: App['lock'];
    readonly demo?: App['demo'];
    readonly frame?: App['frame'];
    readonly onUpdate?: App['onUpdate'];
    readonly practice?: App['practice'];
    readonly loadWords?: () => Promise<Words>;
  } = {},
) {
  const { fake = fakeApi(), lang = 'en', access = someAccess(true), loadWords = async () => words[lang] } = options;
  const saveFile = vi.fn<(file: TextFile) => void>();
  const saveBlob = vi.fn<(file: BlobFile) => void>();
  const app = {
    api: fake.api,
    listen: fake.listen,
    saveFile: ((file) => ('blob' in file ? saveBlob(file) : saveFile(file))) satisfies App['saveFile'],
    markets: [aliexpress, amazon],
    siteAccess: access,
    ...(options.sites ? { sites: options.sites } : {}),
    ...(options.lock ? { lock: options.lock } : {}),
    ...(options.demo ? { demo: options.demo } : {}),
    ...(options.frame ? { frame: options.frame } : {}),
    ...(options.receipt ? { receipt: options.receipt } : {}),
    ...(options.downloads ? { downloads: options.downloads } : {}),
    ...(options.practice ? { practice: options.practice } : {}),
    ...(options.onUpdate ? { onUpdate: options.onUpdate } : {}),
  };
  const view = render(
    <AppPage app={app} firstWords={words[lang]} loadWords={loadWords}>
      {part}
    </AppPage>,
  );
  await settle();
  return { ...view, saveFile, saveBlob };
}

/** Lets answers arrive and gathered changes be read. */
export const settle = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 40)));

/** Clicks as a person does and waits for what follows. */
export async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.focus();
    fireEvent.click(element);
  });
  await settle();
}

/** Puts text into a field. */
export const type = (element: HTMLElement, value: string): void => {
  fireEvent.change(element, { target: { value } });
};

/** What axe-core finds wrong; contrast is measured on the tokens in their own test. */
export async function axeFindings(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}

/** Keys that are shown because their words are missing, and holes in words. */
export const unspoken = (container: Element): RegExpMatchArray | null =>
  container.innerHTML.match(
    /\b(common|dashboard|buyers|settings|sidepanel|notes|page|rules|worklog|today|follow-ups|team|imports|files|welcome|lock)\.[a-zA-Z]+[.\w-]*|\{\{|undefined/,
  );
