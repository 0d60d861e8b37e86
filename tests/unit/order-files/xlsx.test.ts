import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTable } from '@/utils/app/order-files/read-table';
import { sheetNames, writeBook, writeSheet } from '@/utils/platform/write-xlsx';
import { readSheet } from '@/utils/platform/xlsx';
import { valueOf } from '../app/desk';

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
const written = (rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> => bytesOf(writeSheet(rows));

/** A workbook with another first sheet or another part. */
const withParts = async (parts: Readonly<Record<string, string>>): Promise<Uint8Array> => {
  const own = unzipSync(await written([['a']]));
  return zipSync({ ...own, ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])) });
};
const withSheet = (rows: string): Promise<Uint8Array> =>
  withParts({
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  });
const problemOf = async (bytes: Uint8Array) => {
  const read = await readTable(bytes, 'file.xlsx');
  return read.ok ? null : read.error.kind;
};

describe('a workbook', () => {
  test('is read as headings and rows; long numbers keep all their digits', async () => {
    const sheet = await withSheet(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>订单号</t></is></c><c r="B1" t="inlineStr"><is><t>订单金额</t></is></c></row>' +
        '<row r="4"><c r="A4"><v>8123456789012345678</v></c><c r="B4"><v>12.5</v></c></row>',
    );
    const table = valueOf(await readTable(sheet, 'file.xlsx'));
    expect(table.headings).toEqual(['订单号', '订单金额']);
    expect(table.rows).toEqual([{ line: 4, cells: ['8123456789012345678', '12.5'] }]);
  });

  test('gives days as days', async () => {
    const own = unzipSync(await written([['Date'], ['x']]));
    const styles = strFromU8(own['xl/styles.xml']!)
      .replace('<xf numFmtId="49"', '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="49"')
      .replace('cellXfs count="2"', 'cellXfs count="3"');
    const sheet = await withParts({
      'xl/styles.xml': styles,
      'xl/worksheets/sheet1.xml':
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c></row><row r="2"><c r="A2" s="1"><v>46346</v></c></row></sheetData></worksheet>',
    });
    expect(valueOf(await readSheet(sheet)).at(-1)?.cells).toEqual(['2026-11-20']);
  });

  test('larger than what would be unpacked elsewhere is read too', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`302-1000000-${1_000_000 + at}`, `Lamp number ${at}`, at]);
    const lines = valueOf(await readSheet(await written([['order', 'title', 'quantity'], ...rows])));
    expect(lines).toHaveLength(20_001);
    expect(lines.at(-1)?.cells).toEqual(['302-1000000-1019999', 'Lamp number 19999', '19999']);
  });

  test('brings back whatever was written', async () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.integer());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
        async (rows) => {
          const lines = valueOf(await readSheet(await written(rows)));
          const texts = rows.map((row) => row.map((one) => String(one).trim()));
          const got = lines.map(({ line, cells }) => texts[line - 1]!.map((_, at) => cells[at] ?? ''));
          expect(got).toEqual(lines.map(({ line }) => texts[line - 1]));
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });

  test('that is written holds texts as texts, whatever they begin with', async () => {
    const parts = unzipSync(await written([['=1+1', '@x', '+1', '-1', '\tx', '<b>&"', '_x0041_', 7]]));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(xml).not.toContain('<f>');
    expect(xml.match(/<c r="[A-G]1" s="1" t="inlineStr">/g)).toHaveLength(7);
    expect(xml).toContain('<t xml:space="preserve">&lt;b&gt;&amp;"</t>');
    expect(xml).toContain('_x005F_x0041_');
    expect(xml).toContain('<c r="H1"><v>7</v></c>');
    expect(strFromU8(parts['xl/styles.xml']!)).toContain('quotePrefix="1"');
  });
});

describe('what is refused of workbooks', () => {
  test('one that unpacks to more than 150 MB', { timeout: 60_000 }, async () => {
    const zeros = new Uint8Array(160_000_000);
    const own = unzipSync(await written([['a']]));
    const bomb = zipSync({ ...own, 'xl/worksheets/sheet1.xml': zeros });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await problemOf(bomb)).toBe('unpacks-too-large');
  });

  test('one that says it is small and is not', { timeout: 60_000 }, async () => {
    const own = unzipSync(await written([['a']]));
    const bomb = zipSync({ ...own, 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000) });
    const view = new DataView(bomb.buffer);
    // The size stands in each entry and in the list of them at the end.
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, true) === 20_000_000) view.setUint32(at, 100, true);
    const before = performance.now();
    expect(await problemOf(bomb)).not.toBeNull();
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test.each([
    ['a cell far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'too-many-columns'],
    ['a cell beyond every column', "<row r='1'><c r='ZZZZZZZZZZ1'><v>1</v></c></row>", 'too-many-columns'],
    ['a cell far down', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', 'too-many-rows'],
    ['a cell far down in a row near the top', '<row r="1"><c r="A1048576"><v>1</v></c></row>', 'too-many-rows'],
    ['a place in disguise', '<row r="1"><c r="&#88;FD1"><v>1</v></c></row>', 'unreadable'],
  ])('%s', async (_, rows, problem) => expect(await problemOf(await withSheet(rows))).toBe(problem));

  test('an archive that is no workbook, a damaged one, and one cut off', async () => {
    expect(await problemOf(zipSync({ 'a.txt': strToU8('hello') }))).toBe('not-a-table');
    const whole = await written([
      ['order', 'name'],
      ['1', 'a'],
    ]);
    expect(await problemOf(whole.subarray(0, whole.length - 30))).toBe('unreadable');
    expect(await problemOf(await withParts({ 'xl/workbook.xml': '<workbook' }))).toBe('unreadable');
  });

  test('nothing throws, whatever was changed in a workbook', { timeout: 60_000 }, async () => {
    const whole = await written([
      ['order', 'name'],
      ['1', 'a'],
      ['2', 'b'],
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const read = await readTable(bytes, 'x.xlsx');
          expect(read.ok || typeof read.error.kind === 'string').toBe(true);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('a workbook of several sheets', () => {
  test('has names Excel takes, whatever the titles are', () => {
    expect(sheetNames(['A/B: [C]*?\\', "'quoted'", 'History', 'history', 'ab', 'AB', ''])).toEqual([
      'A B C',
      'quoted',
      'History 2',
      'history 3',
      'ab',
      'AB 2',
      '2',
    ]);
    expect(sheetNames(['Rules that were broken while writing', '很长的标题'.repeat(9)])).toEqual([
      'Rules that were broken while…',
      `${'很长的标题'.repeat(6)}…`,
    ]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 }), (titles) => {
        const names = sheetNames(titles);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
        for (const name of names) expect(name).toMatch(/^(?!'|history$)[^[\]:*?/\\\u0000-\u001f]{1,31}(?<!')$/i);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('gives each format one look, and leaves a cell empty that has no figure', async () => {
    const percent = (value: number | null) => ({ value, look: { format: '0.0%' } });
    const book = writeBook([
      { name: 'One', rows: [[percent(0.5), percent(null), percent(Number.NaN), 3]] },
      { name: 'Two "&" <', rows: [[percent(0.25)]] },
    ]);
    const parts = unzipSync(await bytesOf(book));
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain(
      '<c r="A1" s="2"><v>0.5</v></c><c r="B1" s="2"/><c r="C1" s="2"/><c r="D1"><v>3</v></c>',
    );
    expect(strFromU8(parts['xl/styles.xml']!).match(/formatCode="0.0%"/g)).toHaveLength(1);
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('name="Two &quot;&amp;&quot; &lt;" sheetId="2"');
  });
});
