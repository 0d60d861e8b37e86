import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportsPage } from '@/components/reports/reports-page';
import { brandAs } from '@/utils/domain/ids';
import type { Cells } from '@/utils/domain/reports/cells';
import { err, ok } from '@/utils/domain/result';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, settle, showPage, unspoken } from '../dashboard/harness';

const shop = (id: string, cells: Cells) => ({ shopId: brandAs<'ShopId'>(id), cells });
const total: Cells = {
  sent: 10,
  'sent-reply': 8,
  'sent|intent|delivery-status': 6,
  'sent|intent|thanks': 4,
  'sent|lang|de': 10,
  'sent|hour|9': 3,
  'sent|hour|14': 7,
  'sent-reply|open|40': 8,
  'sent|waited|30': 9,
  'sent|waited|1500': 1,
  'sent-mended': 2,
  'mended|rule|review-incentive': 2,
  order: 50,
  'order|product|B01': 40,
  'order|country|DE': 49,
  'order|country|?': 1,
  'order-money|currency|EUR': 123_456,
  'order-money|currency|JPY': -500_00,
  return: 4,
  'return|product|B01': 4,
  'review|stars|5': 1,
  'review|product-stars|B01|5': 1,
  'follow-up-done|kind|dispatched': 3,
  'follow-up-open|kind|dispatched': 2,
};
const days = [{ day: '2026-03-02', cells: total }];
const filled = () =>
  fakeApi({
    reports: { total, days, shops: [shop('a', total), shop('b', {})], titles: { B01: 'Kettle <b>1.7 l</b>' } },
  });

const report = (name: string) => within(screen.getByRole('region', { name }));
const rowOf = (title: string, name: string): string =>
  report(title).getByRole('rowheader', { name }).closest('tr')?.textContent ?? '';

const choose = async (select: HTMLElement, value: string) => {
  fireEvent.change(select, { target: { value } });
  await settle();
};

afterEach(cleanup);

/** What was asked for, as lengths of time. */
const asked = (fake: ReturnType<typeof fakeApi>) =>
  fake.api.reports.read.mock.calls.map(([{ from, to, shopId }]) => ({
    days: (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1,
    shopId,
  }));

const today = new Date().toLocaleDateString('sv');

describe('the reports', () => {
  it('say what there is at a glance, each with what it is worked out from', async () => {
    const fake = filled();
    await showPage(<ReportsPage />, { fake });
    const figure = (id: string) => document.querySelector(`[data-figure="${id}"]`)?.textContent;
    expect(figure('sent')).toContain('10');
    expect(figure('with-reply')).toMatch(/80%.*8 of 10 messages/);
    expect(figure('open-reply')).toContain('40 s');
    expect(figure('open-own')).toMatch(/–.*Not enough data/);
    expect(figure('within-day')).toMatch(/90%.*9 of 10/);
    expect(figure('waited-p90')).toContain('30 min');
    expect(figure('returns')).toMatch(/8%.*4 returns, 50 orders/);
    expect(fake.api.reports.read).toHaveBeenCalledTimes(1);
    expect(fake.api.reports.total).toHaveBeenCalledTimes(1);
  });

  it('have a table with names for everything, the rate of what was ordered, and no sum of two currencies', async () => {
    await showPage(<ReportsPage />, { fake: filled() });
    expect(rowOf('Returns by product', 'Kettle <b>1.7 l</b>')).toContain('44010%');
    expect(rowOf('Where orders come from', 'Germany')).toContain('98%');
    expect(rowOf('Where orders come from', 'Not known')).toContain('1');
    expect(rowOf('Amounts of orders', 'EUR')).toContain('€1,234.56');
    expect(rowOf('Amounts of orders', 'JPY')).toContain('-¥500');
    expect(report('Amounts of orders').queryByText(/1,734/)).toBeNull();
    expect(rowOf('Languages', 'German')).toContain('100%');
    expect(report('What buyers experienced').getByText(/Nothing was counted of: .*Refunds/)).toBeTruthy();
  });

  it('count a follow-up as missed when its day is over, not on the day itself', async () => {
    const open = { 'follow-up-open|kind|dispatched': 1 };
    const fake = fakeApi({
      reports: { total, days: [...days, { day: today, cells: open }], shops: [shop('a', total)] },
    });
    await showPage(<ReportsPage />, { fake });
    const cells = report('Follow-ups on time').getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['4', '3', '0', '1', '75%']);
  });

  it('ask again for other days and one shop, and keep the shops to choose from', async () => {
    const fake = filled();
    await showPage(<ReportsPage />, { fake });
    fireEvent.change(screen.getByRole('combobox', { name: 'Time' }), { target: { value: '90' } });
    await settle();
    fireEvent.change(screen.getByRole('combobox', { name: 'Shop' }), { target: { value: 'b' } });
    await settle();
    expect(asked(fake)).toContainEqual({ days: 90, shopId: 'b' });
    expect(fake.api.reports.longView.mock.calls.at(-1)?.[0]).toEqual({ to: today, shopId: 'b' });
    expect(within(screen.getByRole('combobox', { name: 'Shop' })).getAllByRole('option')).toHaveLength(3);
  });

  it('ask for days somebody has typed once they are days in order', async () => {
    const fake = filled();
    await showPage(<ReportsPage />, { fake });
    fireEvent.change(screen.getByRole('combobox', { name: 'Time' }), { target: { value: 'own' } });
    const before = asked(fake).length;
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2027-01-01' } });
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-02-03' } });
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(/366 days at most/);
    expect(asked(fake)).toHaveLength(before);
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-02-01' } });
    await settle();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(fake.api.reports.read.mock.lastCall?.[0]).toEqual({ from: '2026-02-01', to: '2026-02-03' });
    expect(fake.api.reports.total.mock.lastCall?.[0]).toEqual({ from: '2026-01-29', to: '2026-01-31' });
  });

  it('show where returns pile up, with what was to be expected and what it stands on', async () => {
    const dayBefore = (ago: number) => new Date(Date.parse(today) - ago * 86_400_000).toISOString().slice(0, 10);
    const sold = Array.from({ length: 230 }, (_, ago) => ({
      day: dayBefore(ago),
      cells: {
        'order|product|B01': 4,
        'order|product-country|B01|GB': 2,
        ...(ago < 7 ? { 'return|product|B01': 2, 'return|product-country|B01|GB': 2 } : {}),
        ...(ago === 9
          ? { 'last-order|orders|2': 3 }
          : ago === 220
            ? { 'last-order|orders|1': 5, 'last-order|orders|5': 1 }
            : {}),
      },
    }));
    const fake = fakeApi({ reports: { total, days: sold, shops: [shop('a', total)], titles: { B01: 'Kettle' } } });
    await showPage(<ReportsPage />, { fake });
    const radar = report('Defect radar');
    expect(radar.getByRole('listitem').textContent).toMatch(
      /Alarm.*Kettle.*United Kingdom.*14 returns in the last 7 days.*less than 1, of about 14 orders/,
    );
    expect(radar.getByRole('img').getAttribute('aria-label')).toMatch(/0, 0, 14$/);
    const groups = report('Who buys again');
    expect(groups.getByText(/9 buyers .* 4 bought more than once, and 1 of these not for half a year/)).toBeTruthy();
    expect(groups.getByRole('rowheader', { name: '30 days ago or less' }).closest('tr')?.textContent).toMatch(/0300$/);
  });

  it('read the days of one product when it is chosen, and say so when that fails', async () => {
    const sold = { day: today, cells: { 'order|product|B01': 7 } };
    const fake = fakeApi({ reports: { total, days, shops: [shop('a', total)], titles: { B01: 'Kettle' } } });
    await showPage(<ReportsPage />, { fake });
    const over = report('Over time');
    await choose(over.getByRole('combobox', { name: 'Show' }), 'order');
    expect(fake.api.reports.productDays).not.toHaveBeenCalled();
    fake.api.reports.productDays.mockResolvedValueOnce(ok([sold]));
    await choose(over.getByRole('combobox', { name: 'Of' }), 'product:B01');
    expect(fake.api.reports.productDays.mock.lastCall?.[0]).toMatchObject({ product: 'B01' });
    expect(over.getByText(/Kettle.*7/)).toBeTruthy();
    await choose(over.getByRole('combobox', { name: 'Of' }), '');
    fake.api.reports.productDays.mockResolvedValueOnce(err({ kind: 'storage-failed', code: 'x' }));
    await choose(over.getByRole('combobox', { name: 'Of' }), 'product:B01');
    expect(over.getByRole('alert')).toBeTruthy();
    expect(over.queryByText(/Kettle.*7/)).toBeNull();
  });

  it('open the rows behind a line, and close them again', async () => {
    const cases = [
      { id: 'r1', at: '2026-03-02', buyerKey: brandAs<'BuyerKey'>('k1'), buyer: '<b>Ann</b>', reason: 'Broken' },
      { id: 'r2', at: '2026-03-01T10:00:00.000Z' },
    ];
    const fake = fakeApi({ reports: { total, days, shops: [shop('a', total)] }, cases });
    await showPage(<ReportsPage />, { fake });
    const line = report('Returns by product').getByRole('button', { name: 'B01' });
    fireEvent.click(line);
    await settle();
    expect(fake.api.reports.cases.mock.calls[0]?.[0]).toMatchObject({ whats: ['return'], by: 'product', name: 'B01' });
    expect(report('Returns by product').getByRole('link', { name: '<b>Ann</b>' }).getAttribute('href')).toBe(
      '#/buyers/k1',
    );
    expect(report('Returns by product').getByText('No record')).toBeTruthy();
    expect(await axeFindings(document.body)).toEqual([]);
    fireEvent.click(line);
    expect(report('Returns by product').queryByRole('link')).toBeNull();
  });

  it('show one’s own figures alone until the figures of all are switched on', async () => {
    const agent = (id: string, isSelf: boolean, cells: Cells) => ({
      agentId: brandAs<'AgentId'>(id),
      initials: id.toUpperCase(),
      isSelf,
      contacts: 7,
      cells,
    });
    const agents = [agent('ann', true, total), agent('bo', false, {})];
    const fake = fakeApi({ reports: { total, days, shops: [shop('a', total)], agents } });
    await showPage(<ReportsPage />, { fake });
    const people = within(screen.getAllByRole('region', { name: 'Agents' })[0]!);
    expect(people.getByRole('rowheader', { name: 'ANN' }).closest('tr')?.textContent).toContain('1080%');
    expect(people.queryByRole('rowheader', { name: 'BO' })).toBeNull();
    fireEvent.click(people.getByRole('checkbox', { name: 'Show the figures of each agent' }));
    await settle();
    expect(fake.api.settings.write).toHaveBeenCalledWith({ agentFigures: true });
    expect(people.getByRole('rowheader', { name: 'BO' }).closest('tr')?.textContent).toContain('7');
  });

  it('say so when nothing was counted, and when the store cannot be read', async () => {
    await showPage(<ReportsPage />, { fake: fakeApi() });
    expect(screen.getByText('Nothing was counted in these days.')).toBeTruthy();
    cleanup();
    const fake = filled();
    fake.api.reports.read.mockResolvedValue({ ok: false, error: { kind: 'storage-failed', code: 'x' } });
    await showPage(<ReportsPage />, { fake });
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it.each(['en', 'zh-CN'] as const)('pass axe and have words for everything (%s)', async (lang) => {
    await showPage(<ReportsPage />, { fake: filled(), lang });
    expect(await axeFindings(document.body)).toEqual([]);
    expect(unspoken(document.body)).toBeNull();
    expect(document.body.textContent).not.toMatch(/(reports|radar)\./);
  });
});
