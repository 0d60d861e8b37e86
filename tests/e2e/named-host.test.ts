// @vitest-environment node
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thirdMarketHost, thirdMarketUrl } from '../replica/urls';
import { cards, eventually } from './desk-kit';
import { builtExtension, type Desk, launchDesk } from './harness/launch-desk';
import { assertNothingForbidden, parley } from './harness/page-checks';

let desk: Desk;
let extensionDir: string;

/** The build with access to one more host, as a person gives it in the browser's own question. */
async function withAccess(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'parley-named-'));
  await cp(builtExtension, dir, { recursive: true });
  const file = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(`https://${thirdMarketHost}/*`);
  await writeFile(file, JSON.stringify(manifest));
  return dir;
}

beforeAll(async () => {
  extensionDir = await withAccess();
  desk = await launchDesk({ extensionDir });
});

afterAll(async () => {
  await desk.close();
  await rm(extensionDir, { recursive: true, force: true });
});

interface Worker {
  readonly chrome: {
    readonly storage: { readonly local: { set(items: object): Promise<void>; get(key: string): Promise<object> } };
    readonly scripting: { getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]> };
    readonly permissions: { remove(what: object): Promise<boolean> };
  };
}

const registered = async () => {
  const worker = await desk.serviceWorker();
  return worker.evaluate(async () => {
    const scripts = await (globalThis as unknown as Worker).chrome.scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches }) => matches);
  });
};

const name = async (hosts: readonly string[]) => {
  const worker = await desk.serviceWorker();
  const taught = {
    id: 'inbox',
    marketplace: 'other',
    host: thirdMarketHost,
    path: '/inbox/thread/*',
    kind: 'thread',
    fields: {
      composer: ['form textarea'],
      message: ['article[class*="tm-msg"] div[class*="tm-msg__body"]'],
      orderId: ['div[class*="tm-order"] a'],
      buyerName: ['h1[class*="tm-buyer"]'],
    },
    buyerMessage: 'article[class*="tm-msg--in"] div[class*="tm-msg__body"]',
    date: '2026-11-22',
  };
  const items = { otherHosts: hosts, pageProfiles: { other: { taught: [taught] } } };
  await worker.evaluate((own) => (globalThis as unknown as Worker).chrome.storage.local.set(own), items);
};

describe('a host the agent has named', () => {
  it('is registered at the start of the browser, and one without access is forgotten', async () => {
    expect(await registered()).toEqual([]);
    await name([thirdMarketHost, 'never-granted.example']);
    await desk.restartBrowser();
    await eventually(registered).toEqual([`https://${thirdMarketHost}/*`]);
    const worker = await desk.serviceWorker();
    const kept = await worker.evaluate(() => (globalThis as unknown as Worker).chrome.storage.local.get('otherHosts'));
    expect(kept).toEqual({ otherHosts: [thirdMarketHost] });
  });

  it('has the assistant on the page that was shown, with a record in a shop of its own, and on no other page', async () => {
    const page = await desk.context.newPage();
    await page.goto(thirdMarketUrl('orders'));
    await page.waitForTimeout(2_000);
    expect(await parley(page).count()).toBe(0);
    await page.goto(thirdMarketUrl('c-7f3a91'));
    await cards(page).first().waitFor();
    await eventually(() => parley(page).count()).toBe(1);
    const buyers = await desk.openExtensionPage('dashboard.html');
    const shops = await buyers.evaluate(
      () =>
        new Promise<unknown>((resolve, reject) => {
          const opening = indexedDB.open('parley');
          opening.onerror = () => reject(new Error('no database'));
          opening.onsuccess = () => {
            const asking = opening.result.transaction('shops').objectStore('shops').getAll();
            asking.onsuccess = () => resolve(asking.result);
          };
        }),
    );
    expect(shops).toMatchObject([{ marketplace: 'other', accountId: thirdMarketHost, name: thirdMarketHost }]);
    await assertNothingForbidden(page);
  });
});
