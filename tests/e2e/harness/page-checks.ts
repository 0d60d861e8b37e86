import type { Locator, Page } from 'playwright-core';
import { counterNames, type CounterName, type ReplicaLog } from '../../replica/kit/log';

/** What a replica page has counted so far. */
export type Counters = Readonly<Record<CounterName, number>>;

/** Reads the counters of a replica page, from the mirrored attributes. */
export async function counters(page: Page): Promise<Counters> {
  const mirrored = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  return Object.fromEntries(
    counterNames.map((name) => [
      name,
      Number(mirrored[`r${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`] ?? Number.NaN),
    ]),
  ) as Counters;
}

/** The text the page's app believes to hold: the oracle of every insertion. */
export function composerState(page: Page): Promise<string> {
  return page.evaluate(() => window.__replica.state.composer);
}

/** The whole log of the page. */
export function replicaLog(page: Page): Promise<ReplicaLog> {
  return page.evaluate(() => window.__replica);
}

/** Trusted actions the test itself did, which the check then allows. */
export type OwnActions = Partial<Record<'sent' | 'read' | 'eye', number>>;

/**
 * Asserts that nothing forbidden happened on a page: nothing sent, read, unveiled, navigated, requested or forged.
 *
 * Errors: throws with every counter that is off.
 */
export async function assertNothingForbidden(page: Page, own: OwnActions = {}): Promise<void> {
  const seen = await counters(page);
  const expected: Record<Exclude<CounterName, 'input'>, number> = {
    sent: own.sent ?? 0,
    read: own.read ?? 0,
    eye: own.eye ?? 0,
    nav: 0,
    net: 0,
    bot: 0,
    forged: 0,
  };
  const log = await replicaLog(page);
  const wrong = Object.entries(expected)
    .filter(([name, allowed]) => seen[name as CounterName] !== allowed)
    .map(([name, allowed]) => {
      const why = log.events.filter((event) => event.kind === name).map((event) => event.detail ?? '');
      return `${name}: ${seen[name as CounterName]} instead of ${allowed} (${why.join(', ')})`;
    });
  const untrusted = log.events.filter((event) => ['sent', 'read', 'eye'].includes(event.kind) && !event.trusted);
  if (untrusted.length > 0)
    wrong.push(`${untrusted.length} without a trusted event: ${untrusted.map((event) => event.kind).join(', ')}`);
  if (wrong.length > 0) throw new Error(`forbidden on ${page.url()}: ${wrong.join('; ')}`);
}

/** Everything of Parley in a seller page; Playwright looks through its open root. */
export function parley(page: Page): Locator {
  return page.locator('parley-root');
}

/** All words of Parley in a seller page; `innerText` of its element alone is always empty, they are in its root. */
export function parleyText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const shown = [...(document.querySelector('parley-root')?.shadowRoot?.children ?? [])];
    return shown.map((node) => (node.localName === 'style' ? '' : (node as HTMLElement).innerText)).join('\n');
  });
}

/** The inner text box of the page's reply, through whatever roots it lies in. */
export function replyBox(page: Page): Locator {
  return page.locator('[data-r=composer] textarea:visible, .editor textarea:visible').first();
}
