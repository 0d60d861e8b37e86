import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SidePanel } from '@/components/sidepanel/side-panel';
import type { Delivery } from '@/components/popup/delivery-line';
import { aBuyer, aNote, at, fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';

const held = () =>
  fakeApi({
    buyers: [aBuyer('Anna', { lastSeen: at('09:00') }), aBuyer('Olga', { lastSeen: at('08:00') })],
    notes: [aNote('n1', 'Anna', 'Black cable')],
  });
const open = async (fake = held(), lang: 'en' | 'zh-CN' = 'en') => {
  const insert = vi.fn(async (_text: string): Promise<Delivery> => 'inserted');
  return { fake, insert, ...(await showPage(<SidePanel insert={insert} />, { fake, lang })) };
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
