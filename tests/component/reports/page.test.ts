import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { barsOf } from '@/components/reports/files/bars';
import { reportParts } from '@/utils/domain/reports/tables';
import { wordsOf } from '../dashboard/harness';
import { before, source, titles, total, written } from './files-kit';

const textOf = async (...given: Parameters<typeof written>): Promise<string> => (await written(...given)).text();
const pageOf = async (...given: Parameters<typeof written>): Promise<Document> =>
  new DOMParser().parseFromString(await textOf(...given), 'text/html');

/** A table as its rows of texts. */
const rowsOf = (page: Document, id: string): readonly (readonly string[])[] =>
  [...page.querySelectorAll(`[data-table="${id}"] tbody tr`)].map((row) =>
    [...row.children].map(({ textContent }) => textContent ?? ''),
  );
const countsOf = (page: Document, id: string): number =>
  rowsOf(page, id).reduce((sum, [, count]) => sum + Number(count?.replace(/,/g, '')), 0);

afterEach(() => {
  document.documentElement.innerHTML = '<head></head><body></body>';
});

describe('a report for other departments', () => {
  it('shows what was counted: every table adds up to what the report has, shares included', async () => {
    const page = await pageOf('html');
    const tables = new Map(source.parts.flatMap((part) => part.tables.map((table) => [table.id, table])));
    for (const id of [
      'intents',
      'languages',
      'product-returns',
      'country-returns',
      'return-reasons',
      'products',
      'countries',
    ])
      expect(countsOf(page, id), id).toBe(tables.get(id)!.n);
    const shares = rowsOf(page, 'products').map(([, , share]) => Number(share?.replace('%', '')));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    expect(rowsOf(page, 'money')).toEqual([
      ['EUR', '€1,234.56', '€1,000.00'],
      ['JPY', '-¥500', '¥0'],
    ]);
    expect(page.querySelector('[data-figure=returns]')?.textContent).toMatch(/13%.*9 returns, 68 orders/);
    expect(page.querySelector('[data-figure=waited]')?.textContent).toMatch(/30 min.*Median of 1,200/);
  });

  it('names no product that hardly anybody bought, and adds them up in one row without a name', async () => {
    const text = await textOf('html');
    for (const hidden of [titles.P6!, 'Erika', 'Jean', 'erika@example.org']) expect(text).not.toContain(hidden);
    const page = await pageOf('html');
    // Five orders in both times together are enough, four are not.
    const ordered = rowsOf(page, 'products');
    expect(ordered.find(([name]) => name?.trim() === 'Tabbed lamp')?.slice(1)).toEqual(['4', '5.9%', '1']);
    expect(ordered.at(-1)).toEqual(['Other products (2)', '5', '7.4%', '0']);
    expect(rowsOf(page, 'product-returns').at(-1)).toEqual(['Other products (2)', '2', '5', '40%', '–']);
    expect(rowsOf(page, 'return-reasons').at(-1)?.slice(0, 2)).toEqual(['Others (1)', '1']);
    expect(page.querySelector('[data-table=products] > p')?.textContent).toContain('HYPERLINK');
  });

  it('says nothing about single agents, nor what a desk has written for itself', async () => {
    const page = await pageOf('html');
    const text = page.documentElement.textContent ?? '';
    for (const hidden of ['AnnInitials', 'Mr. Smith', 'Project X', 'Writing time', 'Hours of the day', 'Sent despite'])
      expect(text).not.toContain(hidden);
    expect([...page.querySelectorAll('[data-figure]')].map((one) => one.getAttribute('data-figure'))).toEqual([
      'sent',
      'within-day',
      'waited',
      'waited-p90',
      'promises',
      'review-asked',
      'presale',
      'repeat',
      'returns',
    ]);
  });

  it('runs nothing and asks for nothing, whatever products are called', async () => {
    const page = await pageOf('html');
    expect(page.querySelector('script, img, link, iframe, object, [src], [onerror], form')).toBeNull();
    for (const link of page.querySelectorAll('a')) {
      const target = link.getAttribute('href') ?? '';
      expect(target).toMatch(/^#/);
      expect(page.getElementById(target.slice(1)), target).not.toBeNull();
    }
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'; style-src/);
    expect(page.querySelector('style')?.textContent).not.toMatch(/url\(|@import/);
    const names = rowsOf(page, 'products').map(([name]) => name);
    for (const id of ['P1', 'P2', 'P3', 'P4', 'P5']) expect(names).toContain(titles[id]);
  });

  it('draws as bars what the table says, of a length that fits', async () => {
    const page = await pageOf('html');
    const drawing = page.querySelector('[data-table=intents] svg[role=img]')!;
    expect(drawing.querySelector('title')?.textContent).toBe('What buyers wanted, as bars');
    expect(drawing.querySelector('desc')?.textContent).toContain('1,200 messages');
    const widths = (type: string) => [...drawing.querySelectorAll(`.${type}`)].map((bar) => bar.getAttribute('width'));
    // The longest is that of the days before: 900.
    expect(widths('now')).toEqual(['77.8%', '55.6%']);
    expect(widths('before')).toEqual(['100%']);
    expect(page.querySelector('[data-table=money] svg')).toBeNull();
  });

  it('draws from the right where people read from there', async () => {
    const { translate: t } = await wordsOf('en');
    const table = {
      ...{ id: 'x', title: 'X', sentence: 'S.', rowTitle: 'Row' },
      columns: [{ id: 'now', title: 'Now', kind: 'count' as const }],
      rows: [4, 1].map((value) => ({ name: `r${value}`, values: [value], labels: [String(value)] })),
    };
    const drawn = barsOf(table, { t, isRtl: true });
    expect([...drawn.matchAll(/<rect class="now" x="([^"]+)"/g)].map(([, x]) => x)).toEqual(['0%', '75%']);
    expect(drawn).toContain('<text x="100%" y="14">r4</text><text class="end" x="0" y="14">4</text>');
  });

  it('keeps a file for reading short: beyond sixty rows the rest is one', async () => {
    const many = {
      ...total,
      ...Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`order|product|M${at}`, 6])),
    };
    const of = {
      report: { ...source.report, now: { ...source.report.now, total: many } },
      parts: reportParts({ now: many, before }, {}),
      longView: null,
    };
    const rows = rowsOf(await pageOf('html', 'en', of), 'products');
    expect(rows).toHaveLength(61);
    expect(rows.at(-1)?.[0]).toBe('Other products (37)');
  });

  it.each(['en', 'zh-CN'] as const)('passes axe, says its language and when it was made (%s)', async (lang) => {
    const text = await textOf('html', lang);
    document.open();
    document.write(text);
    document.close();
    expect(document.documentElement.lang).toBe(lang);
    expect(document.querySelector('footer')?.textContent).toContain('8 Mar 2026, 18:00');
    expect(document.body.textContent).not.toMatch(/reports\.|undefined|\{\{/);
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});
