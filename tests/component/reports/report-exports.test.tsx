import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ReportsPage } from '@/components/reports/reports-page';
import type { Cells } from '@/utils/domain/reports/cells';
import { aShop, fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, unspoken } from '../dashboard/harness';

const lumen = aShop('Lumen DE');
const total: Cells = {
  sent: 10,
  'sent-reply': 8,
  'sent|intent|delivery-status': 6,
  order: 50,
  'order|product|B01': 40,
  'order-money|currency|JPY': -500_00,
};
const filled = (title = 'Kettle') =>
  fakeApi({
    shops: [lumen],
    reports: {
      total,
      days: [{ day: '2026-03-02', cells: total }],
      shops: [{ shopId: lumen.id, cells: total }],
      titles: { B01: title },
    },
  });
const toggle = () => screen.getByRole('button', { name: 'Save as…' });
const saving = async (kind: string) => {
  await press(screen.getByRole('button', { name: `Save as ${kind}` }));
  await settle();
};

// What writes the files comes in parts; fetched first, they are there at once however busy the machine is.
beforeAll(async () => {
  const parts = ['report-document', 'workbook', 'page', 'csv-rows'];
  await Promise.all(parts.map((name) => import(`../../../components/reports/files/${name}.ts`)));
  await import('@/components/rules/findings-csv');
});

afterEach(cleanup);

describe('saving a report', () => {
  it('shows what each file is for before anything is saved, and closes with Escape to where it was opened', async () => {
    const { saveFile, saveBlob } = await showPage(<ReportsPage />, { fake: filled() });
    expect(screen.queryByRole('button', { name: 'Save as CSV' })).toBeNull();
    expect(toggle().getAttribute('aria-expanded')).toBe('false');
    await press(toggle());
    expect(toggle().getAttribute('aria-expanded')).toBe('true');
    const panel = screen.getByRole('region', { name: 'Save this report' });
    expect(panel.textContent).toContain('No names, order numbers or messages, and no figures by agent.');
    expect(saveFile).not.toHaveBeenCalled();
    expect(saveBlob).not.toHaveBeenCalled();
    const inside = screen.getByRole('button', { name: 'Save as XLSX' });
    inside.focus();
    fireEvent.keyDown(inside, { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'Save this report' })).toBeNull();
    expect(document.activeElement).toBe(toggle());
  });

  it('writes CSV as it stands: figures as figures, nothing a spreadsheet would run', async () => {
    const { saveFile } = await showPage(<ReportsPage />, { fake: filled('=HYPERLINK("x")') });
    await press(toggle());
    await saving('CSV');
    const file = saveFile.mock.calls[0]?.[0];
    expect(file?.name).toMatch(/^parley-report-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    expect(file?.type).toBe('text/csv');
    expect(file?.text).toContain('Amounts of orders,JPY,These days,-500\r\n');
    expect(file?.text).toContain('At a glance,With a reply from Parley,These days,0.8');
    expect(file?.text).not.toMatch(/(^|,)"?=HYPERLINK/m);
    expect(screen.getByText(`Saved: ${file?.name}`)).toBeTruthy();
  });

  it('names shops in the report for others only when somebody says so', async () => {
    const { saveFile } = await showPage(<ReportsPage />, { fake: filled() });
    await press(toggle());
    await saving('HTML');
    await press(screen.getByRole('checkbox', { name: 'Name the shops in it' }));
    await saving('HTML');
    const [without, named] = saveFile.mock.calls.map(([file]) => file.text);
    expect(without).toContain('<p>1 shop</p>');
    expect(without).not.toContain('Lumen');
    expect(named).toContain('Lumen');
  });

  it('hands out a workbook as a file of its kind', async () => {
    const { saveBlob } = await showPage(<ReportsPage />, { fake: filled() });
    await press(toggle());
    await saving('XLSX');
    const file = saveBlob.mock.calls[0]?.[0];
    expect(file?.name).toMatch(/\.xlsx$/);
    expect(file?.blob.type).toContain('spreadsheetml');
  });

  it('says so when the writer is there no more', async () => {
    vi.doMock('@/components/reports/files/page', () => {
      throw new Error('replaced');
    });
    const { saveFile } = await showPage(<ReportsPage />, { fake: filled() });
    await press(toggle());
    await saving('HTML');
    vi.doUnmock('@/components/reports/files/page');
    expect(screen.getByRole('alert').textContent).toContain('Reload this page');
    expect(saveFile).not.toHaveBeenCalled();
  });

  it.each(['en', 'zh-CN'] as const)('passes axe and has words for everything (%s)', async (lang) => {
    await showPage(<ReportsPage />, { fake: filled(), lang });
    await press(screen.getByRole('button', { name: lang === 'en' ? 'Save as…' : '另存为…' }));
    expect(await axeFindings(document.body)).toEqual([]);
    expect(unspoken(document.body)).toBeNull();
    expect(document.body.textContent).not.toMatch(/reports\./);
  });
});
