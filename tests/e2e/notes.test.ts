// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, holdTheLine, inContentWorld, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const notesButton = (page: Page) => parley(page).getByRole('button', { name: 'Buyer notes', exact: true });
const list = (page: Page) => parley(page).getByRole('list', { name: 'Notes' });
const field = (page: Page) => parley(page).getByRole('textbox', { name: 'Add a note' });

async function openNotes(page: Page): Promise<Page> {
  await ready(page, /^(good|limited)$/);
  await notesButton(page).click();
  await parley(page).getByRole('complementary').waitFor();
  return page;
}

async function addNote(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await parley(page).getByRole('button', { name: 'Save note' }).click();
  await list(page).getByText(text, { exact: true }).waitFor();
}

describe('notes on a buyer', () => {
  it('are added, changed and deleted in the page', async () => {
    const page = await openNotes(await desk.openThread('shoe-us'));
    await addNote(page, 'Asks for the parcel shop.');
    await list(page)
      .getByRole('button', { name: /^Edit note/ })
      .click();
    await parley(page).getByRole('textbox', { name: 'Note text' }).fill('Wants the parcel shop in Mill Lane.');
    await parley(page).getByRole('button', { name: 'Save change' }).click();
    await list(page).getByText('Wants the parcel shop in Mill Lane.').waitFor();
    expect(await list(page).innerText()).not.toContain('Asks for');
    await list(page)
      .getByRole('button', { name: /^Delete note/ })
      .click();
    await parley(page).getByRole('button', { name: 'Delete note', exact: true }).click();
    await parley(page).getByText('No notes yet.').waitFor();
    expect(await list(page).count()).toBe(0);
  });

  it('reach a second tab of the same conversation soon', async () => {
    const first = await openNotes(await desk.openThread('where-en'));
    const second = await openNotes(await desk.openThread('where-en'));
    await field(first).fill('Called on Monday.');
    await second.evaluate(() => {
      const root = document.querySelector('parley-root')?.shadowRoot;
      const timed = window as unknown as { seenAt: Promise<number> };
      timed.seenAt = new Promise((seen) => {
        const watch = new MutationObserver(() => {
          if (root?.textContent?.includes('Called on Monday.')) seen(Date.now());
        });
        if (root) watch.observe(root, { childList: true, subtree: true, characterData: true });
      });
    });
    await first.evaluate(() => {
      const save = [...(document.querySelector('parley-root')?.shadowRoot?.querySelectorAll('button') ?? [])].find(
        (button) => button.textContent === 'Save note',
      );
      const pressed = new Promise<number>((done) => save?.addEventListener('click', () => done(Date.now())));
      (window as unknown as { pressed: Promise<number> }).pressed = pressed;
    });
    await parley(first).getByRole('button', { name: 'Save note' }).click();
    const from = await first.evaluate(() => (window as unknown as { pressed: Promise<number> }).pressed);
    const to = await second.evaluate(() => (window as unknown as { seenAt: Promise<number> }).seenAt);
    console.log(`a note is in the other tab after ${to - from} ms`);
    // Three times the aim of 300 ms: two pages share the machine with whatever else runs.
    expect(to - from).toBeLessThan(900);
  });

  it('outlive a stopped background and a restarted browser', async () => {
    const page = await openNotes(await desk.openThread('shoe-uk'));
    await addNote(page, 'Left foot is wider.');
    expect(await desk.killWorker()).toBe(1);
    await addNote(page, 'Prefers e-mail at noon.');
    await desk.restartBrowser();
    const again = await openNotes(await desk.openThread('shoe-uk'));
    await eventually(() => list(again).getByRole('listitem').count()).toBe(2);
    expect(await list(again).innerText()).toContain('Left foot is wider.');
  });

  it('never pass between two buyers of one name', async () => {
    // Both are called María Fernández; their orders and their markets differ, the shop does not.
    const spain = await openNotes(await desk.openThread('where-es'));
    await addNote(spain, 'Lives in Spain.');
    const mexico = await openNotes(await desk.openThread('same-name-mx'));
    await parley(mexico).getByText('No notes yet.').waitFor();
    await addNote(mexico, 'Lives in Mexico.');
    const spainAgain = await openNotes(await desk.openThread('return-es'));
    await list(spainAgain).getByText('Lives in Spain.').waitFor();
    expect(await list(spainAgain).innerText()).not.toContain('Mexico');
  });

  it('say what they should not keep, and ask twice about what must not be kept', async () => {
    const page = await openNotes(await desk.openThread('shoe-us'));
    const warnings = parley(page).getByRole('list', { name: 'What this note should not keep' });
    const save = parley(page).getByRole('button', { name: 'Save note' });
    await field(page).pressSequentially('Write to anna.k@example.com');
    await warnings.getByText('Contact data in a note').waitFor();
    expect(await warnings.innerText()).toContain('anna.k@example.com');
    await save.click();
    await list(page).getByText('Write to anna.k@example.com', { exact: true }).waitFor();
    expect(await warnings.count()).toBe(0);

    await field(page).fill('She has cancer, be patient.');
    await save.click();
    await warnings.getByText('Sensitive personal data').waitFor();
    expect(await list(page).innerText()).not.toContain('cancer');
    const again = parley(page).getByRole('button', { name: 'Save all the same' });
    await again.waitFor();
    await page.waitForTimeout(700);
    await again.click();
    await list(page).getByText('She has cancer, be patient.', { exact: true }).waitFor();
    await save.waitFor();

    const inside = await desk.openExtensionPage('dashboard.html#/buyers');
    const lines = await inside.evaluate(async () => {
      const [base] = await indexedDB.databases();
      const opened = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(base?.name ?? '');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(new Error('the database did not open'));
      });
      const read = opened.transaction('log').objectStore('log').getAll();
      const rows = await new Promise<{ what: string; detail: object }[]>((done) => {
        read.onsuccess = () => done(read.result);
      });
      opened.close();
      return rows.filter(({ what }) => what === 'note.overridden').map(({ detail }) => detail);
    });
    await inside.close();
    expect(lines).toEqual([{ rule: 'note-special-category' }]);
  });

  it('stand in the page only while the card is open', async () => {
    const page = await openNotes(await desk.openChat('where-ko'));
    const secret = 'Refuses deliveries on Sundays.';
    await addNote(page, secret);
    const inPage = () =>
      page.evaluate(
        () =>
          document.documentElement.outerHTML +
          [...document.querySelectorAll('parley-root, parley-marks')].map((ours) => ours.shadowRoot?.innerHTML).join(),
      );
    expect(await inPage()).toContain(secret);
    await notesButton(page).click();
    await eventually(inPage).not.toContain(secret);
    const fresh = await desk.openChat('where-ko');
    await ready(fresh);
    expect(await fresh.evaluate(() => document.querySelector('parley-root')?.shadowRoot?.innerHTML)).not.toContain(
      secret,
    );
    await eventually(() => notesButton(fresh).innerText()).toBe('1');
  });
});

describe('a page that asks for what is not its own', () => {
  /** Opens a port the way a taken-over renderer could, asks, and answers what came back. */
  const ask = (page: Page, name: string, calls: readonly { readonly name: string; readonly args: unknown }[]) =>
    inContentWorld<readonly unknown[]>(
      page,
      desk.extensionId,
      `new Promise((done) => {
        const answers = [];
        const port = chrome.runtime.connect({ name: ${JSON.stringify(name)} });
        const calls = ${JSON.stringify(calls)};
        port.onMessage.addListener((answer) => {
          answers.push(answer.result);
          if (answers.length === calls.length) done(answers);
          else port.postMessage({ id: answers.length, ...calls[answers.length] });
        });
        setTimeout(() => done(answers), 3000);
        port.postMessage({ id: 0, ...calls[0] });
      })`,
    );
  const request = {
    page: 'thread',
    threadKey: 'amazon:case:forged',
    aliases: [{ kind: 'order', value: '999-7777777-7777777', strong: true }],
    shop: {},
    lastMessage: null,
    direction: 'reply',
    ownMessages: 0,
    order: null,
    holds: {},
  };
  /** Key of a record that belongs to another conversation, as only an extension page can know it. */
  async function foreignKey(): Promise<string> {
    const victim = await openNotes(await desk.openThread('damaged-ja'));
    await addNote(victim, 'Not for other pages.');
    const inside = await desk.openExtensionPage('dashboard.html#/buyers');
    const key = await inside.evaluate(async () => {
      const [base] = await indexedDB.databases();
      const opened = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(base?.name ?? '');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(new Error('the database did not open'));
      });
      const read = opened.transaction('notes').objectStore('notes').getAll();
      const notes = await new Promise<{ text: string; buyerKey: string }[]>((done) => {
        read.onsuccess = () => done(read.result);
      });
      opened.close();
      return notes.find(({ text }) => text === 'Not for other pages.')?.buyerKey ?? '';
    });
    await inside.close();
    expect(key).not.toBe('');
    return key;
  }

  it('is refused a record that was not handed out on its own port, for reading and for writing', async () => {
    const buyerKey = await foreignKey();
    const page = await desk.openThread('where-de');
    await ready(page);
    const [opened, read, written] = await ask(page, 'parley:amazon', [
      { name: 'openThread', args: request },
      { name: 'openBuyer', args: { buyerKey } },
      { name: 'addNote', args: { buyerKey, text: 'forged' } },
    ]);
    expect(opened).toMatchObject({ ok: true });
    expect(read).toEqual({ ok: false, error: { kind: 'refused', code: 'foreign-key' } });
    expect(written).toEqual({ ok: false, error: { kind: 'refused', code: 'foreign-key' } });
  });

  it('is refused everything on a port of another marketplace, and not heard on one of another name', async () => {
    const page = await desk.openThread('where-de');
    await ready(page);
    expect(await ask(page, 'parley:aliexpress', [{ name: 'openThread', args: request }])).toEqual([
      { ok: false, error: { kind: 'refused', code: 'foreign-origin' } },
    ]);
    expect(await ask(page, 'somebody', [{ name: 'openThread', args: request }])).toEqual([]);
  });
});
