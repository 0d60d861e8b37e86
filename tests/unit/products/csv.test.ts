import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '@/components/products/csv-text';
import { decodeFile, readFile } from '@/components/products/read-file';
import { defuse, mostRows, undefuse, type CsvReading } from '@/utils/domain/products/csv';
import { columnOf, csvColumns } from '@/utils/domain/products/csv-names';
import { createImportPlanner } from '@/utils/domain/products/plan-import';
import type { ProductCard } from '@/utils/domain/products/product-card';
import { aCard, shopId, someCard } from './builders';

const reading = (text: string): CsvReading => {
  const read = readCsv(text);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};
const planOf = (cards: readonly ProductCard[], text: string) => {
  let ids = 0;
  const planner = createImportPlanner({ shopId, cards, newId: () => `new-${(ids += 1)}` });
  const { rows } = reading(text);
  planner.take(rows);
  return planner.plan();
};

describe('a file that was exported', () => {
  it('changes nothing when it is imported again, whatever the cards say', () => {
    fc.assert(
      fc.property(someCard, (card) => {
        const text = writeCsv([card]);
        const again = planOf([card], text);
        expect(again).toEqual({ added: [], changed: [], unchanged: [2], rejected: [] });
        const [fresh] = planOf([], text).added;
        expect({ ...fresh?.card, id: card.id }).toEqual(card);
      }),
      { numRuns: 1_000 },
    );
  }, 20_000);

  it('opens in Excel: UTF-8 with its mark, lines as Windows ends them', () => {
    const text = writeCsv([aCard({ title: '阅读灯' })]);
    expect(text.startsWith(`\ufeff${csvColumns.join(',')}\r\nLAMP-1,,阅读灯,`)).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('holds no formula, no rounded number and no dropped zero', () => {
    const text = writeCsv([
      aCard({
        sku: '007',
        productId: '1005001234567890',
        title: '=1+1',
        values: { warranty: '@SUM(A1)', material: '+wool', manual: "'=x", knownProblems: '-none', sizeOffset: '-1' },
      }),
    ]);
    const [, line = ''] = text.split('\r\n');
    const cells = line.split(',');
    expect(cells.slice(0, 3)).toEqual(["'007", "'1005001234567890", "'=1+1"]);
    expect(cells.filter((cell) => /^[=+\-@＝]/.test(cell))).toEqual(['-1']);
    expect(line).toContain("''=x");
  });

  it.each(["'=1", "''", "'", "it's", "'0012", '-', "'-'", '＝x', '00', '0', '12', "''@"])(
    'keeps %j through the apostrophe',
    (text) => expect(undefuse(defuse(text))).toBe(text),
  );
});

describe('a file from elsewhere', () => {
  it.each([
    ['semicolons, as European Excel', 'SKU;Title;Watts\nA;"Lamp; tall";40\n'],
    ['tabs', 'sku\ttitle\twatts\nA\tLamp; tall\t40\n'],
    ['commas and a mark', '\ufeffTitle,Wattage (W),Seller-SKU\r\n"Lamp; tall",40,A\r\n'],
    ['old Macs', 'sku,title,watts\rA,Lamp; tall,40\r'],
    ['Chinese headings', '功率（W）,商家编码,商品名称\n40,A,Lamp; tall\n'],
    ['a named separator', 'sep=|\nsku|title|watts\nA|Lamp; tall|40\n'],
    ['empty lines', '\n,,\nsku,title,watts\n\n,,\nA,Lamp; tall,40\n\n'],
  ])('with %s is read', (_, text) => {
    expect(reading(text).rows).toMatchObject([{ sku: 'A', title: 'Lamp; tall', values: { deviceWatts: '40' } }]);
  });

  it('counts lines through cells with line breaks', () => {
    const { rows } = reading('sku,manual\nA,"one\ntwo\nthree"\nB,x\n\nC,y\n');
    expect(rows.map(({ sku, line }) => [sku, line])).toEqual([
      ['A', 2],
      ['B', 5],
      ['C', 7],
    ]);
  });

  it('is refused as a whole, at once, when quotation marks are open everywhere', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `SKU-${index},"oak ${'x'.repeat(200)}`);
    const begin = process.cpuUsage();
    const read = readCsv(['sku,material', ...lines].join('\n'));
    expect(read).toEqual({ ok: false, error: { kind: 'broken', limit: 20 } });
    expect(process.cpuUsage(begin).user / 1_000).toBeLessThan(1_500);
  });

  it('lists rows with broken quotes or too many cells, and takes the others', () => {
    const { rows, rejected } = reading('sku,title\nA,ok\nB,"x"y,\nC,a,b\nD,,\nE,"never closed\n');
    expect(rows.map(({ sku }) => sku)).toEqual(['A', 'D']);
    expect(rejected).toEqual([
      { line: 3, problem: { kind: 'broken-quotes' } },
      { line: 4, problem: { kind: 'too-many-cells' } },
      { line: 6, problem: { kind: 'broken-quotes' } },
    ]);
  });

  it('names the headings it does not know', () => {
    expect(reading('sku,Buyer name,price\nA,Lena,3\n')).toMatchObject({
      ignored: ['Buyer name', 'price'],
      rows: [{ sku: 'A', values: {} }],
    });
  });

  it.each([
    ['', 'empty'],
    ['sku,title\n', 'empty'],
    ['title,price\nLamp,3\n', 'no-id-column'],
    ['sku,Seller SKU\nA,B\n', 'repeated-column'],
    [`sku\n${'A\n'.repeat(mostRows + 1)}`, 'too-many-rows'],
  ])('is refused as a whole: %#', (text, kind) => {
    expect(readCsv(text)).toMatchObject({ ok: false, error: { kind } });
  });

  it('gives an answer for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('sku', ',', ';', '"', '\n', '\r', '\t', 'A', "'", '=', 'sep='))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        const read = readCsv(source);
        if (read.ok) expect(read.value.rows.length + read.value.rejected.length).toBeGreaterThan(0);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('headings', () => {
  it('mean their column in every spelling', () => {
    expect(
      ['SKU', 'Product ID', 'ASIN', 'product-id', 'Device_Input', ' 插头类型 ', 'ＳＫＵ', 'price', ''].map(columnOf),
    ).toEqual([
      'sku',
      'product_id',
      'product_id',
      'product_id',
      'deviceInput',
      'devicePlug',
      'sku',
      undefined,
      undefined,
    ]);
    for (const column of csvColumns) expect(columnOf(column)).toBe(column);
  });
});

describe('bytes', () => {
  const text = 'sku,商品名称\nA,阅读灯\n';
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
  ]);

  it.each([
    ['UTF-8', new TextEncoder().encode(text), 'en', text],
    ['UTF-16 of "Unicode text"', utf16, 'en', text],
    ['GB 18030 of Chinese Excel', new Uint8Array([0xb3, 0xdf, 0xc2, 0xeb]), 'zh-CN', '尺码'],
    ['Windows-1252 of European Excel', new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65]), 'en', 'Größe'],
  ])('of %s are decoded', (_, bytes, uiLang, expected) => {
    expect(decodeFile(bytes, uiLang)).toBe(expected);
  });

  it.each([
    ['workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
    ['too-large', new Uint8Array(5_000_001)],
    ['empty', new Uint8Array(0)],
    ['no-id-column', new Uint8Array([0, 1, 2, 3, 10, 5])],
  ])('of no product file say so: %s', async (kind, bytes) => {
    expect(await readFile(new File([bytes], 'a.csv'), 'en')).toMatchObject({ ok: false, error: { kind } });
  });

  it('that can not be read say so', async () => {
    const gone = { size: 3, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    expect(await readFile(gone as unknown as File, 'en')).toEqual({ ok: false, error: { kind: 'unreadable' } });
  });
});
