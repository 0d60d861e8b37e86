import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PrivacySection } from '@/components/settings/privacy-section';
import type { ReceiptTools } from '@/components/settings/receipt/receipt-tools';
import { err } from '@/utils/domain/result';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, unspoken } from '../dashboard/harness';

const someTools = (change: Partial<ReceiptTools> = {}): ReceiptTools => ({
  rights: async () => ({
    rights: [
      { name: 'storage', isOptional: false, isGiven: true },
      { name: 'downloads', isOptional: true, isGiven: false },
      { name: 'notifications', isOptional: true, isGiven: true },
    ],
    hosts: ['https://sellercentral.amazon.de/*'],
  }),
  strangers: () => [],
  bytes: async () => 2_400_000,
  ...change,
});

const kept = [
  { table: 'buyers', rows: 12_000 },
  { table: 'notes', rows: 40 },
  { table: 'drafts', rows: 0 },
  { table: 'unheardOf', rows: 1 },
];
const fields = [
  { field: 'text', rows: 40 },
  { field: 'editedAt', rows: 3 },
];

const openReceipt = async (options: Partial<Parameters<typeof showPage>[1]> = {}, tools = someTools()) => {
  const fake = options.fake ?? fakeApi({ kept, fields });
  const view = await showPage(<PrivacySection />, { ...options, fake, receipt: tools });
  await press(screen.getByRole('button', { name: /Show the privacy receipt|查看隐私清单/ }));
  await settle();
  return { ...view, fake };
};
const part = (name: string) => within(screen.getByRole('region', { name }));

afterEach(cleanup);

describe('the privacy receipt', () => {
  it('asks for nothing before somebody wants to see it, and goes again', async () => {
    const fake = fakeApi({ kept });
    await showPage(<PrivacySection />, { fake, receipt: someTools() });
    expect(fake.api.receipt.kept).not.toHaveBeenCalled();
    const button = screen.getByRole('button', { name: 'Show the privacy receipt' });
    await press(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(fake.api.receipt.kept).toHaveBeenCalledOnce();
    await press(button);
    expect(screen.queryByRole('region', { name: 'What Parley keeps' })).toBeNull();
  });

  it('says of every right what it is for, and whether an optional one was given', async () => {
    await openReceipt();
    const rights = part('What Parley may do');
    expect(rights.getByText(/^Keeps your settings/)).toBeTruthy();
    expect(rights.getByText(/encrypted backups.*not allowed; asked for only/)).toBeTruthy();
    expect(rights.getByText(/less than 2 hours left. \(you allowed it\)/)).toBeTruthy();
    expect(rights.getByText('https://sellercentral.amazon.de/*')).toBeTruthy();
  });

  it('counts what is kept, names what is not, and looks into a table', async () => {
    const { fake } = await openReceipt();
    const rows = part('What Parley keeps').getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual(['12,000', '40', '1']);
    expect(part('What Parley keeps').getByText('Nothing of: Drafts.')).toBeTruthy();
    expect(part('What Parley keeps').getByText(/^2.4 MB on this device/)).toBeTruthy();
    const notes = screen.getByRole('button', { name: 'Fields: Notes' });
    await press(notes);
    await settle();
    expect(fake.api.receipt.fields).toHaveBeenLastCalledWith({ table: 'notes' }, expect.anything());
    expect(notes.getAttribute('aria-expanded')).toBe('true');
    expect(
      within(rows[1]!)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Text text 40', 'Edited editedAt 3']);
    await press(notes);
    expect(within(rows[1]!).queryByRole('list')).toBeNull();
  });

  it('says that nobody was asked, and whom this page has asked otherwise', async () => {
    await openReceipt();
    expect(part('Requests to other computers').getByText('None since this page was opened.')).toBeTruthy();
    cleanup();
    await openReceipt({}, someTools({ strangers: () => ['https://tracker.example'] }));
    expect(part('Requests to other computers').getByText(/tracker\.example/)).toBeTruthy();
  });

  it('lists the files that were written, or says that there are none', async () => {
    await openReceipt();
    expect(part('Files with records').getByText(/No file was exported|\.parley/)).toBeTruthy();
  });

  it('tells of a database that cannot be read, and reads it again', async () => {
    const fake = fakeApi({ kept });
    fake.fail({ kind: 'storage-failed', code: 'x' });
    await openReceipt({ fake });
    expect(part('What Parley keeps').queryByRole('table')).toBeNull();
    fake.fail(null);
    await press(part('What Parley keeps').getByRole('button'));
    await settle();
    expect(part('What Parley keeps').getByRole('table')).toBeTruthy();
  });

  it('says in place why a table could not be read', async () => {
    const { fake } = await openReceipt();
    fake.api.receipt.fields.mockImplementationOnce(async () => err({ kind: 'storage-failed', code: 'x' }));
    await press(screen.getByRole('button', { name: 'Fields: Notes' }));
    await settle();
    expect(within(screen.getByRole('table')).getByRole('alert')).toBeTruthy();
  });

  it.each(['en', 'zh-CN'] as const)('passes axe and has words for everything (%s)', async (lang) => {
    const { container } = await openReceipt({ lang });
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });
});
