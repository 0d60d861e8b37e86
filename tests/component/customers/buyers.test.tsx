import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuyersPage } from '@/components/customers/buyers-page';
import type { ApiProblem } from '@/utils/app/api';
import { brandAs } from '@/utils/domain/ids';
import { someHistory } from '../content/samples';
import { aBuyer, aNote, aShop, at, fakeApi, keyOf } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';
import { noFigures } from '@/utils/domain/customers/summary';
import { searched } from './kit';

const rowNames = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getByRole('link').textContent);
const noteTexts = () =>
  within(screen.getByRole('list', { name: 'Notes' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('p, textarea')?.textContent);
const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

const problems: readonly ApiProblem[] = [
  { kind: 'storage-full' },
  { kind: 'storage-newer', found: 3, known: 1 },
  { kind: 'storage-failed', code: 'OpenFailedError' },
  { kind: 'refused', code: 'foreign-key' },
  { kind: 'shop-unknown' },
  { kind: 'no-strong-alias' },
  { kind: 'not-found' },
  { kind: 'invalid', field: 'text' },
  { kind: 'disconnected' },
];

/** Buyers seen one minute after the other, the last one first. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aBuyer(`B${index}`, {
      lastSeen: at(`${10 + Math.floor((count - 1 - index) / 10)}:${10 + ((count - 1 - index) % 10)}`),
    }),
  );

beforeEach(() => (window.location.hash = ''));
afterEach(cleanup);

describe('the list of buyers', () => {
  it('says what to do next while there is none', async () => {
    await showPage(<BuyersPage open={null} />);
    expect(screen.getByText(/Open a conversation on a seller page/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('shows what tells buyers apart, the one seen last first', async () => {
    const summary = {
      ...noFigures,
      orders: 2,
      quantity: 7,
      returns: 1,
      good: 2,
      bad: 1,
      dueAt: at('09:00'),
      promiseDueOn: '2026-03-01',
    };
    const fake = fakeApi({
      shops: [aShop('Lumen DE')],
      buyers: [
        aBuyer('Old', { lastSeen: at('07:00') }),
        aBuyer('New', { segments: ['repeat', 'own-1'], summary, tags: ['VIP'], lastSeen: at('09:30') }),
        aBuyer('Nameless', { displayName: undefined, shopId: brandAs('gone'), lastSeen: at('08:00') }),
      ],
    });
    await showPage(<BuyersPage open={null} />, { fake });
    expect(rowNames()).toEqual(['New', 'No name shown', 'Old']);
    const cells = within(screen.getAllByRole('row')[1]!).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent).slice(1, 9)).toEqual([
      'Amazon · Lumen DE',
      'RepeatOwn 1',
      'Germany',
      '2 / 7',
      '1',
      '2 good1 bad',
      'VIP',
      'Mar 1, 2026',
    ]);
    expect(screen.getAllByRole('row')[2]!.textContent).toContain('Removed shop');
  });

  it('shows more from where the last page ended, never by counting', async () => {
    const fake = fakeApi({ buyers: many(60) });
    await showPage(<BuyersPage open={null} />, { fake });
    expect(rowNames()).toHaveLength(50);
    expect(screen.getByText('50 of 60 buyers')).toBeTruthy();
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('61');
    await press(button('Show more'));
    expect(rowNames()).toEqual(many(60).map(({ key }) => key));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    expect(fake.api.buyers.page.mock.calls.every(([request]) => !('offset' in request))).toBe(true);
  });

  it('searches, and leads back when nothing is found', async () => {
    const fake = fakeApi({ buyers: [aBuyer('Anna'), aBuyer('Olga')] });
    await showPage(<BuyersPage open={null} />, { fake });
    type(screen.getByRole('searchbox', { name: 'Search buyers' }), 'ol');
    await searched();
    expect(rowNames()).toEqual(['Olga']);
    type(screen.getByRole('searchbox', { name: 'Search buyers' }), 'zz');
    await searched();
    await press(button('Show all buyers'));
    expect(rowNames()).toHaveLength(2);
  });

  it('shows a buyer who is seen on a seller page at once', async () => {
    const fake = fakeApi({ buyers: [aBuyer('Anna')] });
    await showPage(<BuyersPage open={null} />, { fake });
    act(() => fake.see(aBuyer('Olga', { lastSeen: at('09:59') })));
    await settle();
    expect(rowNames()).toEqual(['Olga', 'Anna']);
  });

  it.each(problems)('explains $kind and tries again', async (problem) => {
    const fake = fakeApi({ buyers: [aBuyer('Anna')] });
    fake.fail(problem);
    const { container } = await showPage(<BuyersPage open={null} />, { fake });
    expect(screen.getByRole('alert').textContent?.match(/[.:]/g)?.length).toBeGreaterThanOrEqual(3);
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
    fake.fail(null);
    await press(button('Try again'));
    expect(rowNames()).toEqual(['Anna']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('stops listening when it leaves the screen', async () => {
    const fake = fakeApi();
    const { unmount } = await showPage(<BuyersPage open={null} />, { fake });
    unmount();
    expect(fake.listeners()).toBe(0);
  });
});

describe('a buyer’s record', () => {
  it.each(['en', 'zh-CN'] as const)('lists orders and what happened to them, newest first (%s)', async (lang) => {
    const buyerKey = keyOf('Anna');
    const { orders, events } = someHistory;
    const fake = fakeApi({
      buyers: [aBuyer('Anna')],
      orders: orders.map((order) => ({ ...order, buyerKey })),
      events: events.map((event) => ({ ...event, buyerKey })),
    });
    const { container } = await showPage(<BuyersPage open={buyerKey} />, { fake, lang });
    const part = within(screen.getByRole('region', { name: lang === 'en' ? 'Orders and events' : '订单与事件' }));
    const [first, second] = part.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(first).toContain(lang === 'en' ? 'A-to-z claimwaiting for youanswer by' : 'A-to-z 索赔等您处理请于');
    expect(second).toContain(lang === 'en' ? 'Feedback2 stars, bad' : '店铺评价2 星，差评');
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });

  const held = () =>
    fakeApi({
      buyers: [aBuyer('Anna', { aliases: ['order:111-1', 'case:C9', 'buyer:A77'], tags: ['VIP'] }), aBuyer('Olga')],
      notes: [aNote('n1', 'Anna', 'Black cable'), aNote('n2', 'Anna', 'Second')],
    });
  const open = async (fake = held()) => ({ fake, ...(await showPage(<BuyersPage open={keyOf('Anna')} />, { fake })) });

  it('shows the numbers the buyer is known by, tags and notes', async () => {
    await open();
    const record = screen.getByRole('region', { name: 'Buyer record' });
    for (const text of ['111-1', 'C9', 'A77', 'VIP']) expect(within(record).getByText(text)).toBeTruthy();
    expect(noteTexts()).toEqual(['Black cable', 'Second']);
    expect(document.activeElement).toBe(record);
  });

  it('adds a note and empties the field', async () => {
    const { fake } = await open();
    type(field('Add a note'), 'Wants an invoice');
    await press(button('Save note'));
    expect(fake.api.buyers.addNote).toHaveBeenCalledWith({
      buyerKey: 'Anna',
      text: 'Wants an invoice',
      despite: [],
    });
    expect(noteTexts()[0]).toBe('Wants an invoice');
    expect((field('Add a note') as HTMLTextAreaElement).value).toBe('');
  });

  it('keeps the words and says why when a note cannot be saved', async () => {
    const { fake } = await open();
    type(field('Add a note'), 'Wants an invoice');
    fake.fail({ kind: 'storage-full' });
    await press(button('Save note'));
    expect(screen.getByRole('alert').textContent).toContain('storage is full');
    expect((field('Add a note') as HTMLTextAreaElement).value).toBe('Wants an invoice');
  });

  it('edits a note and gives the focus back', async () => {
    const { fake } = await open();
    await press(screen.getAllByRole('button', { name: /^Edit note of/ })[0]!);
    expect(document.activeElement).toBe(field('Note text'));
    type(field('Note text'), 'White cable');
    await press(button('Save change'));
    expect(fake.api.buyers.editNote).toHaveBeenCalledWith({
      buyerKey: 'Anna',
      noteId: 'n1',
      text: 'White cable',
      despite: [],
    });
    expect(noteTexts()).toEqual(['White cable', 'Second']);
    expect(document.activeElement).toBe(screen.getAllByRole('button', { name: /^Edit note of/ })[0]);
  });

  it('deletes a note after one question', async () => {
    await open();
    await press(screen.getAllByRole('button', { name: /^Delete note of/ })[0]!);
    expect(document.activeElement).toBe(button('Keep it'));
    await press(button('Delete note'));
    expect(noteTexts()).toEqual(['Second']);
    expect(document.activeElement).toBe(field('Add a note'));
  });

  it('shows a note from another window and keeps what is being typed', async () => {
    const { fake } = await open();
    type(field('Add a note'), 'half a sen');
    act(() => fake.elsewhere.add(aNote('n3', 'Anna', 'From the seller page')));
    await settle();
    expect(noteTexts()[0]).toBe('From the seller page');
    expect((field('Add a note') as HTMLTextAreaElement).value).toBe('half a sen');
  });

  it.each([
    ['Take theirs', 'Theirs'],
    ['Keep mine', 'Mine'],
  ])('offers both texts when a note was changed elsewhere: %s', async (choice, text) => {
    const { fake } = await open();
    await press(screen.getAllByRole('button', { name: /^Edit note of/ })[0]!);
    type(field('Note text'), 'Mine');
    act(() => fake.elsewhere.edit('n1', 'Theirs'));
    await settle();
    expect((field('Note text') as HTMLTextAreaElement).value).toBe('Mine');
    expect(screen.getByText('Theirs')).toBeTruthy();
    await press(button(choice));
    if (choice === 'Take theirs') await press(button('Save change'));
    expect(noteTexts()).toEqual([text, 'Second']);
  });

  it('saves a note that was deleted elsewhere as a new one', async () => {
    const { fake } = await open();
    await press(screen.getAllByRole('button', { name: /^Edit note of/ })[0]!);
    type(field('Note text'), 'Still true');
    act(() => fake.elsewhere.remove('n1'));
    await settle();
    await press(button('Save as new note'));
    expect(fake.api.buyers.addNote).toHaveBeenCalledWith({
      buyerKey: 'Anna',
      text: 'Still true',
      despite: [],
    });
    expect(noteTexts()).toEqual(['Still true', 'Second']);
  });

  it('adds and removes tags', async () => {
    const { fake } = await open();
    type(field('Add a tag'), ' wholesale ');
    await press(button('Add tag'));
    expect(fake.api.buyers.tag).toHaveBeenLastCalledWith({ keys: ['Anna'], add: ['wholesale'] });
    await press(button('Remove tag VIP'));
    expect(fake.api.buyers.tag).toHaveBeenLastCalledWith({ keys: ['Anna'], remove: ['VIP'] });
    expect(document.activeElement).toBe(field('Add a tag'));
  });

  it('closes with Esc, but not while an input method is composing', async () => {
    await open();
    window.location.hash = '#/buyers/Anna';
    fireEvent.keyDown(field('Add a note'), { key: 'Escape', isComposing: true });
    expect(window.location.hash).toBe('#/buyers/Anna');
    fireEvent.keyDown(field('Add a note'), { key: 'Escape' });
    expect(window.location.hash).toBe('#/buyers');
  });

  it('says that a record no longer exists', async () => {
    await showPage(<BuyersPage open={keyOf('nobody')} />, { fake: held() });
    expect(screen.getByRole('alert').textContent).toContain('no longer exists');
  });

  it.each(['en', 'zh-CN'] as const)('passes axe with an editor and a question open (%s)', async (lang) => {
    const { container } = await showPage(<BuyersPage open={keyOf('Anna')} />, { fake: held(), lang });
    await press(container.querySelector<HTMLElement>('[data-edit=n1]')!);
    await press(container.querySelector<HTMLElement>('[data-delete]')!);
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });
});
