import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SidePanel } from '@/components/sidepanel/side-panel';
import type { Delivery } from '@/components/popup/delivery-line';
import type { ActiveBuyer } from '@/utils/platform/side-panel';
import { aBuyer, aNote, at, fakeApi, keyOf } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';

const held = () =>
  fakeApi({
    buyers: [aBuyer('Anna', { lastSeen: at('09:00') }), aBuyer('Olga', { lastSeen: at('08:00') })],
    notes: [aNote('n1', 'Anna', 'Black cable')],
  });
/** A tab beside the panel that can be turned to another buyer. */
const aTab = (first: string | null) => {
  let shown = first;
  const heard = new Set<() => void>();
  const follow: ActiveBuyer = {
    now: async () => (shown === null ? null : keyOf(shown)),
    listen: (tell, signal) => {
      heard.add(tell);
      signal.addEventListener('abort', () => heard.delete(tell));
    },
  };
  const turnTo = async (name: string | null) => {
    shown = name;
    act(() => heard.forEach((tell) => tell()));
    await settle();
  };
  return { follow, turnTo, heard };
};
const open = async (fake = held(), lang: 'en' | 'zh-CN' = 'en', tabShows: string | null = null) => {
  const insert = vi.fn(async (_text: string): Promise<Delivery> => 'inserted');
  const tab = aTab(tabShows);
  const view = await showPage(<SidePanel insert={insert} follow={tab.follow} />, { fake, lang });
  return { fake, insert, ...tab, ...view };
};
const buyer = () => screen.getByRole('heading', { level: 2 }).textContent;
const noteField = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Add a note' });
const seeMia = async (fake: ReturnType<typeof held>) => {
  act(() => fake.see(aBuyer('Mia', { lastSeen: at('09:30') })));
  await settle();
};

afterEach(cleanup);

describe('the side panel', () => {
  it('says what to do while no buyer was seen', async () => {
    await open(fakeApi());
    expect(screen.getByText(/Open a conversation on a seller page/)).toBeTruthy();
  });

  it('shows the buyer seen last with notes and order numbers', async () => {
    await open();
    expect(buyer()).toBe('Anna');
    expect(screen.getByText('Black cable')).toBeTruthy();
    expect(screen.getByText('Anna-1')).toBeTruthy();
  });

  it('follows when another buyer is seen', async () => {
    const { fake } = await open();
    await seeMia(fake);
    expect(buyer()).toBe('Mia');
  });

  it('stays with the buyer whose note is unsaved, and saves it there', async () => {
    const { fake } = await open();
    type(noteField(), 'Wants an invoice');
    await seeMia(fake);
    expect(buyer()).toBe('Anna');
    expect(screen.getByText(/Mia was seen since/)).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Save note' }));
    expect(fake.api.buyers.addNote).toHaveBeenCalledWith({ buyerKey: 'Anna', text: 'Wants an invoice', despite: [] });
    expect(buyer()).toBe('Mia');
  });

  it('keeps the unsaved words of a buyer who is left', async () => {
    const { fake } = await open();
    type(noteField(), 'Wants an invoice');
    await seeMia(fake);
    await press(screen.getByRole('button', { name: 'Show the last one' }));
    expect([buyer(), noteField().value]).toEqual(['Mia', '']);
    type(screen.getByRole('searchbox'), 'Anna');
    await settle();
    await press(screen.getByRole('button', { name: /^Anna/ }));
    expect([buyer(), noteField().value]).toEqual(['Anna', 'Wants an invoice']);
  });

  it('opens another buyer by search and leads back to the last one', async () => {
    await open();
    type(screen.getByRole('searchbox', { name: 'Search buyers' }), 'ol');
    await settle();
    await press(screen.getByRole('button', { name: /^Olga/ }));
    expect(buyer()).toBe('Olga');
    await press(screen.getByRole('button', { name: 'Show the last one' }));
    expect(buyer()).toBe('Anna');
  });

  it('shows the buyer of the tab beside it, not the one seen last, and follows to another tab', async () => {
    const { turnTo } = await open(held(), 'en', 'Olga');
    expect(buyer()).toBe('Olga');
    expect(screen.getByText("The buyer of this tab's conversation")).toBeTruthy();
    await turnTo('Anna');
    expect(buyer()).toBe('Anna');
    await turnTo('Olga');
    expect(buyer()).toBe('Olga');
  });

  it('says so when the tab shows no buyer, and then shows the one seen last', async () => {
    const { turnTo } = await open(held(), 'en', 'Olga');
    await turnTo(null);
    expect(buyer()).toBe('Anna');
    expect(screen.getByText('This tab shows no buyer: the one seen last')).toBeTruthy();
    await turnTo('Forgotten');
    expect(buyer()).toBe('Anna');
  });

  it('does not leave unsaved words for another tab, and leads there on request', async () => {
    const { turnTo, fake } = await open(held(), 'en', 'Olga');
    type(noteField(), 'Wants an invoice');
    await turnTo('Anna');
    expect(buyer()).toBe('Olga');
    expect(screen.getByText(/This tab now shows Anna\. Your unsaved words/)).toBeTruthy();
    await press(screen.getByRole('button', { name: "Show this tab's buyer" }));
    expect([buyer(), noteField().value]).toEqual(['Anna', '']);
    expect(fake.api.buyers.addNote).not.toHaveBeenCalled();
  });

  it('stays with a buyer who was picked, whatever the tab turns to', async () => {
    const { turnTo } = await open(held(), 'en', 'Anna');
    type(screen.getByRole('searchbox', { name: 'Search buyers' }), 'ol');
    await settle();
    await press(screen.getByRole('button', { name: /^Olga/ }));
    await turnTo(null);
    await turnTo('Anna');
    expect(buyer()).toBe('Olga');
    expect(screen.getByText('You picked this record. This tab shows Anna.')).toBeTruthy();
  });

  it('no longer listens once it is closed', async () => {
    const { heard, unmount } = await open();
    expect(heard.size).toBe(1);
    unmount();
    expect(heard.size).toBe(0);
  });

  it('saves a quick note with one press or one digit, and takes it back', async () => {
    const { fake } = await open(held(), 'en', 'Olga');
    await press(screen.getByRole('button', { name: /invoice/ }));
    expect(fake.api.buyers.addNote).toHaveBeenCalledWith({ buyerKey: 'Olga', text: 'Needs an invoice' });
    fireEvent.keyDown(noteField(), { key: '1' });
    await settle();
    expect(fake.api.buyers.addNote).toHaveBeenLastCalledWith({ buyerKey: 'Olga', text: 'Asked for size advice' });
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Add a tag' }), { key: '2' });
    await settle();
    expect(fake.api.buyers.addNote).toHaveBeenCalledTimes(2);
    await press(screen.getByRole('button', { name: 'Undo' }));
    expect(fake.api.buyers.deleteNote).toHaveBeenCalledTimes(1);
  });

  it('explains a problem and tries again', async () => {
    const fake = held();
    fake.fail({ kind: 'storage-failed', code: 'OpenFailedError' });
    await open(fake);
    expect(screen.getByRole('alert').textContent).toContain('could not be reached');
    fake.fail(null);
    await press(screen.getByRole('button', { name: 'Try again' }));
    expect(buyer()).toBe('Anna');
  });

  it('converts and inserts, with what is typed kept while the tab is left', async () => {
    const { insert } = await open();
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Buyer' }), { key: 'ArrowRight' });
    const tab = screen.getByRole('tab', { name: 'Converter' });
    expect([document.activeElement, tab.getAttribute('aria-selected')]).toEqual([tab, 'true']);
    type(screen.getByRole('textbox', { name: 'Convert' }), 'EU 38');
    await press(screen.getByRole('button', { name: 'Insert into the message' }));
    expect(insert.mock.calls[0]?.[0]).toMatch(/^EU 38/);
    await press(screen.getByRole('tab', { name: 'Buyer' }));
    await press(tab);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Convert' }).value).toBe('EU 38');
  });

  it.each(['en', 'zh-CN'] as const)('passes axe and speaks the language (%s)', async (lang) => {
    const { container } = await open(held(), lang);
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });
});
