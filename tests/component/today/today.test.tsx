import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { agoLabel } from '@/components/today/ago-label';
import { morningIn } from '@/components/today/snooze';
import { TodayPage } from '@/components/today/today-page';
import type { DueItem, DueList } from '@/utils/app/follow-ups-api';
import { brandAs } from '@/utils/domain/ids';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, unspoken } from '../dashboard/harness';
import { aDueItem, fakeFollowUps } from './fake-follow-ups';

const shops: DueList['seen'] = [
  { shopId: brandAs('shop-1'), name: 'Lumen DE', at: null },
  { shopId: brandAs('shop-2'), name: 'Lumen JP', at: brandAs(new Date(Date.now() - 3 * 3_600_000).toISOString()) },
];

async function show(items: readonly DueItem[], more: Partial<DueList> = {}, lang: 'en' | 'zh-CN' = 'en') {
  const fake = fakeApi();
  const followUps = fakeFollowUps(items, more);
  const { saveFile } = await showPage(<TodayPage />, {
    fake: { ...fake, api: { ...fake.api, followUps: followUps.api } },
    lang,
  });
  return { ...followUps, saveFile };
}

const rowsOf = (part: string) => within(screen.getByRole('region', { name: part })).getAllByRole('listitem');
const parts = () => screen.queryAllByRole('region').map((part) => part.getAttribute('data-part'));

afterEach(cleanup);

describe('what is due', () => {
  const items = [
    aDueItem('late', -3),
    aDueItem('claim', 20, { isDeadline: true, row: { kind: 'claim-deadline' } }),
    aDueItem('soon', 1, { isDeadline: true, row: { kind: 'dispute-deadline' } }),
    aDueItem('later', 80, { mode: 'message', product: 'Lamp' }),
    aDueItem('was', -5, { row: { done: 1, doneAt: brandAs(new Date().toISOString()) } }),
  ];

  it('stands in its parts, each by time left', async () => {
    await show(items);
    expect(parts()).toEqual(['deadlines', 'due', 'later', 'done']);
    expect(rowsOf('Clocks running out').map((row) => row.getAttribute('data-due'))).toEqual(['soon', 'claim']);
    expect(rowsOf('Clocks running out')[0]?.textContent).toContain('59 min left');
    expect(rowsOf('Due now')[0]?.textContent).toContain('3 h ago');
    expect(rowsOf('In the next 7 days')[0]?.textContent).toContain('You may write');
    expect(rowsOf('Done today')).toHaveLength(1);
  });

  it('begins with the first of many, and goes on where they end', async () => {
    await show(Array.from({ length: 40 }, (_, at) => aDueItem(`due-${String(at).padStart(2, '0')}`, -40 + at)));
    expect(rowsOf('Due now')).toHaveLength(25);
    expect(screen.getByRole('heading', { name: 'Due now 40' })).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Show 15 more' }));
    expect(rowsOf('Due now')).toHaveLength(40);
    expect(document.activeElement).toBe(rowsOf('Due now')[25]);
  });

  it('keeps what comes with every order out of the way until somebody looks for it', async () => {
    await show([
      aDueItem('late', -3),
      aDueItem('sent', -2, { isRoutine: true }),
      aDueItem('come', 30, { isRoutine: true }),
    ]);
    expect(parts()).toEqual(['due', 'routine']);
    const routine = screen.getByRole('region', { name: 'Only to watch' });
    expect(within(routine).getByRole('heading').textContent).toBe('Only to watch 2');
    const closed = routine.querySelector('details')!;
    const [late] = rowsOf('Due now');
    late!.focus();
    fireEvent.keyDown(late!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(late);
    closed.open = true;
    fireEvent.keyDown(late!, { key: 'ArrowDown' });
    expect(document.activeElement?.getAttribute('data-due')).toBe('sent');
    expect(await axeFindings(document.body)).toEqual([]);
  });

  it('never says that nothing is due, only that nothing was seen', async () => {
    await show([], { seen: shops });
    expect(screen.getByText('Nothing due in what was seen')).toBeTruthy();
    expect(screen.getByText('Lumen DE: not seen yet')).toBeTruthy();
    expect(screen.getByText('Lumen JP: last seen 3 hours ago')).toBeTruthy();
  });

  it('is done with one key, and open again with one press', async () => {
    const { api } = await show(items);
    const [row] = rowsOf('Due now');
    row?.focus();
    fireEvent.keyDown(row!, { key: 'd' });
    await settle();
    expect(api.done).toHaveBeenCalledWith({ id: 'late' });
    expect(rowsOf('Done today')).toHaveLength(2);
    expect(document.activeElement?.getAttribute('data-due')).toBe('later');
    await press(within(rowsOf('Done today')[0]!).getByRole('button'));
    expect(api.reopen).toHaveBeenCalledTimes(1);
  });

  it('leaves D alone while words are typed, with a modifier or in a composition', async () => {
    const { api } = await show(items);
    const [row] = rowsOf('Due now');
    fireEvent.keyDown(row!, { key: 'd', ctrlKey: true });
    fireEvent.keyDown(within(row!).getAllByRole('button')[0]!, { key: 'd' });
    fireEvent.keyDown(row!, { key: 'd', isComposing: true });
    expect(api.done).not.toHaveBeenCalled();
  });

  it('moves with the arrow keys over the borders of the parts', async () => {
    await show(items);
    const claim = rowsOf('Clocks running out')[1]!;
    claim.focus();
    fireEvent.keyDown(claim, { key: 'ArrowDown' });
    expect(document.activeElement?.getAttribute('data-due')).toBe('late');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(claim);
  });

  it('comes back on a morning that was chosen', async () => {
    const { api } = await show(items);
    fireEvent.keyDown(rowsOf('Due now')[0]!, { key: 's' });
    await press(screen.getByRole('button', { name: 'in 3 days' }));
    expect(api.snooze).toHaveBeenCalledWith({ id: 'late', to: morningIn(3, new Date()).toISOString() });
    expect(screen.queryByRole('region', { name: 'Due now' })).toBeNull();
  });

  it('gives the focus back to its row when nothing is chosen', async () => {
    await show(items);
    const row = rowsOf('Due now')[0]!;
    fireEvent.keyDown(row, { key: 's' });
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect(document.activeElement).toBe(row);
  });

  it('keeps the row and says so when the store refuses', async () => {
    const fake = await show(items);
    fake.fail({ kind: 'storage-full' });
    await press(within(rowsOf('Due now')[0]!).getByRole('button', { name: /^Done/ }));
    expect(screen.getByRole('alert').textContent).toContain('storage is full');
    expect(rowsOf('Due now')).toHaveLength(1);
    // Everything there is can be saved before the disk is cleared.
    await press(screen.getByRole('button', { name: 'Save all as a file' }));
    expect(fake.saveFile).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Saved to your downloads.')).toBeTruthy();
  });

  it('says that the clock of this computer is behind', async () => {
    await show(items, { clockBehindMs: 3 * 3_600_000 });
    expect(screen.getByText(/behind the newest record/).textContent).toContain('3 hours');
  });

  it('asks for one shop or for all', async () => {
    const { api } = await show(items, { seen: shops });
    fireEvent.change(screen.getByRole('combobox', { name: 'Shop' }), { target: { value: 'shop-2' } });
    await settle();
    expect(api.due).toHaveBeenLastCalledWith(expect.objectContaining({ shopId: 'shop-2' }));
  });

  it.each(['en', 'zh-CN'] as const)('has words for everything in %s and is accessible', async (lang) => {
    await show(items, { seen: shops, clockBehindMs: 7_200_000 }, lang);
    expect(unspoken(document.body)).toBeNull();
    expect(await axeFindings(document.body)).toEqual([]);
  });
});

describe('times', () => {
  const now = new Date('2026-11-22T12:00:00.000Z');

  it.each([
    ['2026-11-22T11:59:30.000Z', 'now'],
    ['2026-11-22T11:30:00.000Z', '30 minutes ago'],
    ['2026-11-22T08:30:00.000Z', '3 hours ago'],
    ['2026-11-20T08:30:00.000Z', '2 days ago'],
    ['2026-11-22T14:00:00.000Z', 'now'],
  ])('%s was %s', (at, words) => expect(agoLabel(at, now, 'en')).toBe(words));

  it('begin in the morning of the day, also over the change of the clock', () => {
    for (const start of [new Date(2026, 9, 24, 22), new Date(2026, 2, 28, 22), new Date(2026, 11, 31, 23)]) {
      const next = morningIn(1, start);
      expect([next.getHours(), next.getMinutes()]).toEqual([9, 0]);
      expect(Math.round((next.getTime() - start.getTime()) / 3_600_000)).toBeLessThan(13);
    }
  });
});
