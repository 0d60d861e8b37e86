import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { sizeTableSchema } from '@/utils/catalog/sizes/schema';
import { sizeTables } from '@/utils/catalog/sizes/size-tables';
import { convertSize } from '@/utils/domain/convert/sizes/convert-size';
import type { ChartsTable, RowsTable, RuleTable, SizeTable } from '@/utils/domain/convert/sizes/size-table';
import en from '@/public/locales/en/convert.json';
import zh from '@/public/locales/zh-CN/convert.json';

const byId = (tables: readonly SizeTable[]) => tables.map((table) => [table.id, table] as const);
const rules = sizeTables.filter((table): table is RuleTable => table.kind === 'rule');
const grids = sizeTables.filter((table): table is RowsTable => table.kind === 'rows');
const charts = sizeTables.filter((table): table is ChartsTable => table.kind === 'charts');

describe('size tables', () => {
  test.each(byId(sizeTables))('%s has the shape the converter reads', (_, table) => {
    expect(v.safeParse(sizeTableSchema, table).issues).toBeUndefined();
  });

  test('each has a name of its own', () => {
    const ids = sizeTables.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(byId(charts))('%s: rows are sorted, none comes twice, every source is used and listed', (_, table) => {
    const { rows, sources } = table as ChartsTable;
    const sizes = rows.map(({ at }) => at);
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
    expect([...new Set(rows.flatMap(({ from }) => from))].sort()).toEqual(Object.keys(sources).sort());
  });

  test.each(byId(charts))('%s: the rule stays within one EU size of what charts print', (_, table) => {
    const { audiences, rows } = table as ChartsTable;
    for (const { at, ranges } of rows) {
      const given = { category: 'shoes', system: 'UK', size: String(at), audience: audiences?.[0] ?? 'men' } as const;
      const rule = convertSize(given, 'EU', conversionTables);
      const value = rule.ok ? Number(rule.value.size) : Number.NaN;
      const [low, high] = ranges.EU as readonly [number, number];
      expect.soft(Math.max(low - value, value - high, 0), `UK ${at}`).toBeLessThanOrEqual(1);
    }
  });

  test.each(byId(rules))('%s: systems that readings and shows name are there', (_, table) => {
    const { systems, show } = table as RuleTable;
    const reads = Object.values(systems).flatMap(({ reads: all }) => all?.map(({ as }) => as) ?? []);
    for (const name of reads) expect(systems).toHaveProperty(name);
    expect(show?.filter((name) => name.length === 0) ?? []).toEqual([]);
  });

  test.each(byId(grids))('%s: notes are about columns there are', (_, table) => {
    const { columns, notes } = table as RowsTable;
    for (const name of Object.keys(notes ?? {})) expect(columns).toContain(name);
    expect(columns).toEqual([...new Set(columns)]);
  });
});

describe('the words of size tables', () => {
  const words = { en, zh } as unknown as Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0;
  const used = {
    source: sizeTables.filter(({ kind }) => kind !== 'aliases').map(({ id }) => id),
    warning: sizeTables.flatMap((table) => [
      ...(table.warn ?? []),
      ...Object.values(table.warnFor ?? {}).flat(),
      ...(table.kind === 'rule' ? Object.values(table.systems).flatMap(({ warn }) => warn ?? []) : []),
      ...(table.kind === 'rows' ? Object.values(table.notes ?? {}).flatMap(({ warn }) => warn ?? []) : []),
    ]),
    system: sizeTables.flatMap((table) =>
      table.kind === 'rule' ? Object.keys(table.systems) : table.kind === 'rows' ? table.columns : [],
    ),
    category: sizeTables.flatMap(({ categories }) => categories.filter((one) => !one.startsWith('bra_'))),
    cannot: ['out-of-range', 'unknown-system', 'no-table', 'not-a-size', 'contradiction'],
  };

  test.each(['en', 'zh'])('%s has words for every source, warning, system, category and refusal', (lang) => {
    for (const [group, keys] of Object.entries(used)) {
      const missing = [...new Set(keys)].filter((key) => !isText(words[lang]?.[group]?.[key]));
      expect.soft(missing, group).toEqual([]);
    }
  });
});
