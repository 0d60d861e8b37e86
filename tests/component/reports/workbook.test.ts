import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { broad, source, titles, written } from './files-kit';

type Rows = readonly (readonly unknown[])[];

/** The sheets as a package reads them that knows nothing of ours. */
const sheetsOf = async (file: Blob): Promise<ReadonlyMap<string, Rows>> => {
  const sheets = await readWorkbook(await file.arrayBuffer());
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
};
const partsOf = async (file: Blob): Promise<Unzipped> => unzipSync(new Uint8Array(await file.arrayBuffer()));

/** How Excel shows a cell: the format its style names. */
const formatOf = (parts: Unzipped, sheet: number, place: string): string | undefined => {
  const cell = new RegExp(`<c r="${place}" s="(\\d+)"`).exec(strFromU8(parts[`xl/worksheets/sheet${sheet}.xml`]!));
  const styles = strFromU8(parts['xl/styles.xml']!);
  const looks = [...styles.split('<cellXfs')[1]!.matchAll(/<xf\b[^>]*/g)].map(([xml]) => xml);
  const id = /numFmtId="(\d+)"/.exec(looks[Number(cell?.[1] ?? 0)] ?? '')?.[1];
  return new RegExp(`<numFmt numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1];
};
const rowOf = (rows: Rows | undefined, name: string): readonly unknown[] =>
  rows?.find(([first]) => first === name) ?? [];

describe('a report as a workbook', () => {
  it('has a sheet at a glance and one for each table that holds something, all values as they were counted', async () => {
    const sheets = await sheetsOf(await written('xlsx'));
    const filled = source.parts.flatMap(({ tables }) => tables.filter(({ n }) => n > 0));
    // And one for how it went over the days.
    expect(sheets.size).toBe(filled.length + 2);
    const all = [...sheets.values()];
    filled.forEach(({ id, rowKind, rows, columns }, at) => {
      const body = all[at + 1]!.slice(1);
      const money = rowKind === 'currency';
      const counted = money
        ? columns.map((_, column) => rows.map(({ values }) => values[column]! / 100))
        : rows.map(({ values }) => values);
      const got = body.map((row) => row.slice(1));
      expect(got.length, id).toBe(counted.length);
      counted.forEach((values, line) =>
        values.forEach((value, column) => {
          if (value === null) expect(got[line]![column] ?? null, id).toBeNull();
          else expect(got[line]![column], `${id} ${line} ${column}`).toBeCloseTo(value, 10);
        }),
      );
    });
  });

  it('says at a glance what each figure is worked out from, and where its tables are', async () => {
    const file = await written('xlsx');
    const rows = (await sheetsOf(file)).get('At a glance');
    expect(rows?.slice(0, 2).map(([text]) => text)).toEqual([
      'Report, Mar 2, 2026 to Mar 8, 2026',
      'Compared with Feb 23, 2026 to Mar 1, 2026.',
    ]);
    expect(rowOf(rows, 'Messages sent').slice(1, 4)).toEqual([1_200, 1_000, 1_200]);
    expect(rowOf(rows, 'With a reply from Parley').slice(1, 5)).toEqual([
      0.75,
      0,
      1_200,
      '900 of 1,200 messages began with an inserted reply',
    ]);
    expect(rowOf(rows, 'Questions that led to an order').slice(1, 4)).toEqual([null, null, 0]);
    expect(rowOf(rows, 'Returns by product')[1]).toContain('8 returns of a single product');
    const xml = strFromU8((await partsOf(file))['xl/worksheets/sheet1.xml']!);
    const names = [...(await sheetsOf(file)).keys()].slice(1);
    const links = [...xml.matchAll(/location="'([^"]*)'!A1"/g)].map(([, name]) => name);
    expect(links).toEqual(names);
  });

  it('shows shares in percent, amounts with two decimals and a column for each currency', async () => {
    const file = await written('xlsx');
    const parts = await partsOf(file);
    const names = [...(await sheetsOf(file)).keys()];
    const returns = names.indexOf('Returns by product') + 1;
    expect(formatOf(parts, returns, 'B2')).toBe('#,##0');
    expect(formatOf(parts, returns, 'D2')).toBe('0.0%');
    const money = names.indexOf('Amounts of orders') + 1;
    expect(formatOf(parts, money, 'B2')).toBe('#,##0.00');
    expect((await sheetsOf(file)).get('Amounts of orders')).toEqual([
      ['Time', 'EUR', 'JPY'],
      ['These days', 1_234.56, -500],
      ['Before', 1_000, 0],
    ]);
    const waited = (await sheetsOf(file)).get('At a glance')!.findIndex(([name]) => name === 'Buyers waited') + 1;
    expect(formatOf(parts, 1, `B${waited}`)).toBe('#,##0&quot; min&quot;');
  });

  it.each(['en', 'zh-CN'] as const)(
    'has names of sheets Excel takes, and headings that stay in sight (%s)',
    async (lang) => {
      const file = await written('xlsx', lang);
      const names = [...(await sheetsOf(file)).keys()];
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
      const parts = await partsOf(file);
      const xml = strFromU8(parts['xl/worksheets/sheet2.xml']!);
      expect(xml).toContain('state="frozen"');
      expect(xml).toMatch(/<autoFilter ref="A1:D\d+"\/>/);
    },
  );

  it('holds no formula, and every text as it was', async () => {
    const file = await written('xlsx');
    const parts = await partsOf(file);
    for (const [name, part] of Object.entries(parts)) {
      if (!name.startsWith('xl/worksheets/')) continue;
      expect(strFromU8(part)).not.toMatch(/<f[ >]/);
      expect(
        new DOMParser().parseFromString(strFromU8(part), 'application/xml').querySelector('parsererror'),
      ).toBeNull();
    }
    const products = (await sheetsOf(file)).get('Products ordered')!.map(([name]) => name);
    for (const title of Object.values(titles)) expect(products).toContain(title.trim());
    const texts = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('');
    expect(texts).toMatch(/<c r="A\d+" s="1" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK\(/);
    expect(texts).not.toMatch(/<c r="A\d+"(?! s="1")[^>]*><is><t xml:space="preserve">[=+@]/);
  });
});

describe('what a report has beside its tables', () => {
  it('are shops beside each other, the days, and what the radar has found', async () => {
    const sheets = await sheetsOf(await written('xlsx', 'en', broad));
    expect(sheets.get('Shops')?.map(([name, sent]) => [name, sent])).toEqual([
      ['Shop', 'Messages'],
      ['one', 1_200],
      ['two', 30],
    ]);
    expect(sheets.get('Defect radar')).toEqual([
      ['What piles up', 'Cases', 'To be expected', 'Of orders or ratings', 'Days'],
      ['Alarm: Kettle, 9 returns, Germany', 9, 1.25, 40, 28],
      ['Worth a look: Lamp for one, 4 returns', 4, 0.5, 4, 28],
    ]);
    const days = sheets.get('Over time')!;
    expect(days[0]?.slice(0, 3)).toEqual(['Days', 'Messages sent', 'Orders']);
    expect(days).toHaveLength(8);
    expect(rowOf(days, 'Mar 2, 2026')[1]).toBe(1_200);
    expect(rowOf(days, 'Mar 3, 2026')[1]).toBe(0);
  });

  it('leave the desk without shops, messages by day and products that hardly anybody bought', async () => {
    const html = await (await written('html', 'en', broad)).text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    const table = (id: string) => page.querySelector(`[data-table="${id}"]`)?.textContent ?? '';
    expect(table('radar')).toContain('Alarm: Kettle, 9 returns, Germany');
    expect(table('radar')).not.toContain('Lamp for one');
    expect(table('over-time')).toContain('Orders');
    expect(table('over-time')).not.toContain('Messages sent');
    expect(page.querySelector('[data-table="shops"]')).toBeNull();
  });
});

describe('a report as plain values', () => {
  it('is read back with every value, figures as figures and texts nobody computes', async () => {
    const text = await (await written('csv')).text();
    const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    const tables = source.parts.flatMap((part) => part.tables.filter(({ n }) => n > 0));
    const values = tables.flatMap(({ rows, columns }) =>
      rows.flatMap((row) =>
        columns.map(({ kind }, at) => {
          const value = row.values[at] ?? null;
          if (value === null) return '';
          return String(kind === 'money' ? value / 100 : Math.round(value * 10_000) / 10_000);
        }),
      ),
    );
    const ofTables = data.filter(([report]) => report !== 'Over time');
    expect(ofTables.slice(-values.length).map(([, , , value]) => value)).toEqual(values);
    for (const row of data.slice(1)) {
      expect(row).toHaveLength(4);
      for (const cell of row.slice(0, 3)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(data).toContainEqual(['Amounts of orders', 'JPY', 'These days', '-500']);
    expect(data).toContainEqual(['Why things came back', "'-damaged", 'These days', '2']);
  });
});
