import { act, cleanup, screen, within, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BuyersPage } from '@/components/customers/buyers-page';
import { brandAs } from '@/utils/domain/ids';
import { aBuyer, aShop, at, fakeApi, keyOf } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';
import { aFollowUp, aPromise } from './fake-buyers';
import { aDueItem } from '../today/fake-follow-ups';
import { noFigures } from '@/utils/domain/customers/summary';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole('textbox', { name });
const part = (name: string) => within(screen.getByRole('region', { name }));

const stamp = { ...aBuyer('Anna'), hlc: '001' };
const dispute = aFollowUp(stamp, 'dispute-deadline');
const held = () =>
  fakeApi({
    due: [aDueItem(dispute.id, 1, { row: dispute })],
    shops: [aShop('Lumen DE'), aShop('Lumen FR')],
    buyers: [
      aBuyer('Anna', {
        summary: { ...noFigures, orders: 4, quantity: 9, returns: 3, good: 1, spent: [{ value: 80, currency: 'EUR' }] },
        fields: { size: 'EU 42' },
      }),
      aBuyer('Anna 2', { displayName: 'Anna', lastSeen: at('08:00') }),
      aBuyer('Anna 3', { displayName: 'Anna F', shopId: brandAs('Lumen FR'), lastSeen: at('07:00') }),
    ],
    views: {
      Anna: {
        segments: [
          {
            id: 'many-returns',
            because: [
              { fact: 'returns', is: 'at-least', value: 3, found: 3 },
              { fact: 'returnShare', is: 'at-least', value: 50, found: 75 },
            ],
          },
          { id: 'loyal', because: [{ fact: 'orders', is: 'at-least', value: 1, found: 4 }] },
        ],
        rfm: { recency: 5, frequency: 3, money: null },
        promises: [aPromise(stamp, 'refund'), aPromise(stamp, 'part', { done: 1 })],
        followUps: [dispute],
        contacts: [
          { ...stamp, id: 'c1', buyerKey: keyOf('Anna'), kind: 'where-is-my-order', at: at('08:00'), lang: 'de' },
        ],
        suggestions: [
          { buyer: aBuyer('Anna 2', { displayName: 'Anna' }), because: ['name', 'country'] },
          {
            buyer: aBuyer('Anna 3', { displayName: 'Anna F', shopId: brandAs('Lumen FR') }),
            because: ['shared-alias'],
          },
        ],
      },
    },
  });
const open = async (fake = held()) => ({ fake, ...(await showPage(<BuyersPage open={keyOf('Anna')} />, { fake })) });

beforeEach(() => (window.location.hash = '#/buyers/Anna'));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('what is to be done for a buyer', () => {
  it('shows what was promised by name, and a tick keeps it', async () => {
    const { fake } = await open();
    const promises = part('Promises');
    const [refund, sparePart] = promises.getAllByRole<HTMLInputElement>('checkbox');
    expect([refund?.checked, sparePart?.checked]).toEqual([false, true]);
    expect(promises.getByLabelText(/^refund was due/)).toBe(refund);
    await press(refund!);
    expect(fake.api.followUps.keepPromise).toHaveBeenCalledWith({ id: 'refund', done: true });
    expect(screen.getByText('Kept: refund')).toBeTruthy();
  });

  it('takes a follow-up as done, as not done after all, and for later', async () => {
    const { fake } = await open();
    const { id } = dispute;
    const dues = part('Follow-ups');
    await press(dues.getByRole('button', { name: /^Done: / }));
    expect(fake.api.followUps.done).toHaveBeenCalledWith({ id });
    await press(dues.getByRole('button', { name: 'Undo' }));
    expect(fake.api.followUps.reopen).toHaveBeenCalledWith({ id });
    fireEvent.change(dues.getByRole('combobox'), { target: { value: '3' } });
    await settle();
    expect(fake.api.followUps.snooze).toHaveBeenCalledWith(expect.objectContaining({ id }));
  });
});

describe('what a record says', () => {
  it('gives the reason for every segment in figures', async () => {
    await open();
    const record = part('Buyer record');
    const lines = within(record.getByRole('list', { name: 'Segments' })).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Many returns 3 returns of 4 orders, 75 % of orders returned',
      'Loyal 4 orders',
    ]);
  });

  it('explains the figures, and adds nothing up across currencies', async () => {
    await open();
    const rows = part('Figures').getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'How lately5 of 5',
      'How often3 of 54 orders, pieces: 9',
      'How much€80.00',
      'Returns3 returns of 4 orders',
      'Evaluations1 good',
    ]);
    expect(part('Figures').getByText(/nothing is decided by it/)).toBeTruthy();
  });

  it('lists messages by kind, time and language, and says that their words are not kept', async () => {
    await open();
    const item = part('Messages sent').getByRole('listitem');
    expect(item.textContent).toMatch(/Mar 2, 2026.*German$/);
    expect(part('Messages sent').getByText('What they said is not kept.')).toBeTruthy();
  });

  it.each(['en', 'zh-CN'] as const)('passes axe with everything open (%s)', async (lang) => {
    const { container } = await showPage(<BuyersPage open={keyOf('Anna')} />, { fake: held(), lang });
    await press(container.querySelector<HTMLElement>('[data-forget]')!);
    await press(container.querySelector<HTMLElement>('dl button')!);
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });
});

describe('the fields of a record', () => {
  it('change in place, and the focus comes back', async () => {
    const { fake } = await open();
    await press(button('Change Name'));
    expect(document.activeElement).toBe(field('Name'));
    type(field('Name'), ' Anna Berg ');
    await press(button('Save'));
    expect(fake.api.buyers.setField).toHaveBeenLastCalledWith({
      buyerKey: 'Anna',
      field: 'displayName',
      value: 'Anna Berg',
      seen: '001',
    });
    expect(screen.getByRole('heading', { level: 2, name: 'Anna Berg' })).toBeTruthy();
    expect(document.activeElement).toBe(button('Change Name'));
  });

  it('are chosen by name where they are codes', async () => {
    const { fake } = await open();
    await press(button('Change Country'));
    const list = screen.getAllByRole('combobox', { name: 'Country' }).at(-1)!;
    expect(within(list).getAllByRole('option').length).toBeGreaterThan(200);
    expect(within(list).getAllByRole('option', { name: 'Germany' })).toHaveLength(1);
    fireEvent.change(list, { target: { value: 'AT' } });
    await press(button('Save'));
    expect(fake.api.buyers.setField).toHaveBeenLastCalledWith(
      expect.objectContaining({ field: 'country', value: 'AT' }),
    );
  });

  it.each([
    ['Keep mine', 'Mine', 'Mine'],
    ['Take theirs', 'Theirs', 'Theirs'],
  ])('offer both when one was changed elsewhere meanwhile: %s', async (choice, _, kept) => {
    const { fake } = await open();
    await press(button('Change Name'));
    type(field('Name'), 'Mine');
    await act(async () => {
      await fake.api.buyers.setField({ buyerKey: keyOf('Anna'), field: 'displayName', value: 'Theirs' });
    });
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Changed elsewhere to: Theirs');
    expect((field('Name') as HTMLInputElement).value).toBe('Mine');
    await press(button(choice));
    expect(screen.getByRole('heading', { level: 2, name: kept })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('show a conflict the store found before the page heard of it', async () => {
    const { fake } = await open();
    await press(button('Change size'));
    type(field('size'), 'EU 43');
    const write = fake.api.buyers.setField.getMockImplementation()!;
    fake.api.buyers.setField.mockImplementationOnce(async (change) => {
      await write({ buyerKey: keyOf('Anna'), field: 'fields.size', value: 'EU 44' });
      return write(change);
    });
    await press(button('Save'));
    expect(screen.getByRole('alert').textContent).toContain('Changed elsewhere to: EU 44');
    await press(button('Keep mine'));
    expect(part('Fields').getByText('EU 43')).toBeTruthy();
  });

  it('take a new one under a name of its own', async () => {
    const { fake } = await open();
    await press(button('Add a field'));
    type(field('Name of the field'), 'colour');
    type(field('What it says'), 'black');
    await press(button('Save'));
    expect(fake.api.buyers.setField).toHaveBeenLastCalledWith({
      buyerKey: 'Anna',
      field: 'fields.colour',
      value: 'black',
    });
    expect(part('Fields').getByText('black')).toBeTruthy();
  });

  it('go by the agent’s own day, in the morning in China too', async () => {
    vi.stubEnv('TZ', 'Asia/Shanghai');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T23:30:00Z') });
    const { fake } = await open();
    await press(screen.getByRole('switch', { name: /Wants no messages/ }));
    expect(fake.api.buyers.setField.mock.lastCall).toMatchObject([{ value: '2026-11-23' }]);
    fireEvent.change(part('Follow-ups').getByRole('combobox'), { target: { value: '3' } });
    await settle();
    expect(screen.getByText(/comes back on Nov 26, 2026/)).toBeTruthy();
  });

  it('switch what the buyer has said on and off', async () => {
    const { fake } = await open();
    await press(screen.getByRole('switch', { name: /Wants no messages/ }));
    const [on] = fake.api.buyers.setField.mock.lastCall!;
    expect(on).toMatchObject({ field: 'signals.opted-out', value: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    await press(screen.getByRole('switch', { name: /Wants no messages/ }));
    expect(fake.api.buyers.setField).toHaveBeenLastCalledWith({
      buyerKey: 'Anna',
      field: 'signals.opted-out',
      value: '',
    });
  });

  it('stay as typed when they cannot be saved', async () => {
    const { fake } = await open();
    await press(button('Change Name'));
    type(field('Name'), 'Anna Berg');
    fake.fail({ kind: 'storage-full' });
    await press(button('Save'));
    expect(screen.getAllByRole('alert')[0]!.textContent).toContain('storage is full');
    expect((field('Name') as HTMLInputElement).value).toBe('Anna Berg');
  });
});

describe('the same person', () => {
  it('is suggested with why, joined, and separated again', async () => {
    const { fake } = await open();
    const line = () => part('Same person').getAllByRole('listitem')[0]!;
    expect(line().textContent).toContain('same name, same country');
    await press(button('Join with Anna'));
    expect(fake.api.buyers.join).toHaveBeenLastCalledWith({ keys: ['Anna', 'Anna 2'] });
    await press(button('Separate Anna'));
    expect(fake.api.buyers.separate).toHaveBeenLastCalledWith({ key: 'Anna 2' });
    expect(screen.queryByRole('button', { name: 'Separate Anna' })).toBeNull();
  });

  it('asks once more before records of two shops are joined', async () => {
    const { fake } = await open();
    await press(button('Join with Anna F'));
    expect(fake.api.buyers.join).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('another shop (Amazon · Lumen FR)');
    await press(button('Join with Anna F'));
    expect(fake.api.buyers.join).toHaveBeenLastCalledWith({ keys: ['Anna', 'Anna 3'], acrossShops: true });
  });

  it('is not suggested again after a no', async () => {
    const { fake } = await open();
    await press(button('Anna is not the same person'));
    expect(fake.api.buyers.notSame).toHaveBeenLastCalledWith({ keys: ['Anna', 'Anna 2'] });
    expect(screen.queryByRole('button', { name: 'Join with Anna' })).toBeNull();
  });
});

describe('a whole record', () => {
  it('is archived and brought back', async () => {
    await open();
    await press(part('This record').getByRole('button', { name: 'Archive' }));
    expect(screen.getByText('1 buyer archived.')).toBeTruthy();
    await press(button('Bring back from the archive'));
    expect(screen.getByText('1 buyer brought back.')).toBeTruthy();
  });

  it('is given as a file whose name says nothing of the buyer', async () => {
    const { saveFile } = await open();
    await press(button('Give a copy'));
    const [file] = saveFile.mock.lastCall!;
    expect(file.name).toBe('parley-buyer-2026-03-02.json');
    expect(JSON.parse(file.text)).toMatchObject({ app: 'parley', record: { name: 'Anna' } });
  });

  it('is forgotten only after it was said what that means', async () => {
    const { fake } = await open();
    await press(button('Forget'));
    expect(screen.getByText(/This cannot be undone/)).toBeTruthy();
    expect(document.activeElement).toBe(button('Keep the record'));
    fireEvent.keyDown(button('Keep the record'), { key: 'Escape' });
    await settle();
    expect(fake.api.buyers.forget).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Forget'));
    await press(button('Forget'));
    await press(button('Forget Anna for good'));
    expect(fake.api.buyers.forget).toHaveBeenCalledWith({ keys: ['Anna'] });
    expect(part('Buyer record').getByText('This buyer was forgotten')).toBeTruthy();
    expect(screen.queryByRole('heading', { level: 2, name: 'Anna' })).toBeNull();
  });
});
