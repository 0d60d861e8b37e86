import { browser } from 'wxt/browser';
import type { ApiProblem } from '../app/api';
import { err, ok, type Result } from '../domain/result';
import { teachScript } from './injection';
import { marketOfOrigin } from './markets';
import { hostOf, isGranted, nameOtherHost, otherSentinel } from './other-hosts';
import { runScript } from './run-script';

const WISH_KEY = 'teachWish';
/** How long an answer to the browser's question may take. Units: milliseconds. */
const WISH_LIFE_MS = 120_000;

interface TeachWish {
  readonly tabId: number;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Origin pattern to ask the browser for before a page can be taught; null for pages Parley cannot work on. */
export const teachPattern = (url: string): string | null => {
  const host = hostOf(url);
  return host === null ? null : `https://${host}/*`;
};

/**
 * Starts teach mode in a tab. On a host outside the manifest the browser must have granted access already (ask with
 * `teachPattern` directly from the click); the host is then named, so that Parley comes back with the next page.
 *
 * Errors: `invalid` for pages that are not https, `refused` without access, `not-found` when the tab cannot be reached.
 */
export async function teachTab(tabId: number, url: string): Promise<Result<null, ApiProblem>> {
  const host = hostOf(url);
  if (host === null) return err({ kind: 'invalid', field: 'url' });
  if (!(await isGranted(host))) return err({ kind: 'refused', code: 'foreign-origin' });
  if (!marketOfOrigin(new URL(url).origin)) {
    await nameOtherHost(host);
    await runScript({ tabId }, otherSentinel);
  }
  return (await runScript({ tabId, frameId: 0 }, teachScript)) ? ok(null) : err({ kind: 'not-found' });
}

/**
 * Remembers what the agent wants to teach, without waiting: some browsers close the popup when they ask for access, and
 * the background then carries on.
 */
export const rememberTeachWish = (tabId: number, url: string): void =>
  void browser.storage.session.set({ [WISH_KEY]: { tabId, url, at: Date.now() } satisfies TeachWish });

/** The popup is still there and goes on by itself, or access was refused. */
export const dropTeachWish = (): Promise<void> => browser.storage.session.remove(WISH_KEY);

/** Carries on after access was given; does nothing when nobody has asked lately. */
export async function fulfilTeachWish(): Promise<void> {
  const wish = (await browser.storage.session.get(WISH_KEY))[WISH_KEY] as TeachWish | undefined;
  if (wish === undefined) return;
  const host = hostOf(wish.url);
  if (Date.now() - wish.at > WISH_LIFE_MS) return dropTeachWish();
  if (host === null || !(await isGranted(host))) return;
  await dropTeachWish();
  await teachTab(wish.tabId, wish.url);
}
