// @vitest-environment node
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { createReceipt } from '@/utils/app/receipt';
import { aDesk, valueOf } from './desk';

const entry = (n: number, more: object = {}) => ({
  id: `entry-${String(n).padStart(6, '0')}`,
  day: '2026-11-22',
  ...more,
});

test('every table is counted, and each has words in both languages', async () => {
  const desk = aDesk();
  await (await desk.db()).drafts.put({ threadKey: 'a' } as never);
  const kept = valueOf(await createReceipt(desk.deps).kept());
  expect(kept.map(({ table }) => table)).toEqual((await desk.db()).tables.map(({ name }) => name));
  expect(kept.find(({ table }) => table === 'drafts')).toEqual({ table: 'drafts', rows: 1 });
  for (const lang of ['en', 'zh-CN']) {
    const words = JSON.parse(readFileSync(`public/locales/${lang}/receipt.json`, 'utf8')).table;
    expect(Object.keys(words).sort()).toEqual(kept.map(({ table }) => table).sort());
  }
});

test('fields are counted over the whole table, however many parts it is read in', async () => {
  const desk = aDesk();
  const rows = Array.from({ length: 4_001 }, (_, n) =>
    entry(n, n % 2 === 0 ? { product: 'Lamp' } : { reason: undefined }),
  );
  await (await desk.db()).entries.bulkPut(rows as never);
  const progress: number[] = [];
  const onProgress = ({ done }: { readonly done: number }) => void progress.push(done);
  const fields = valueOf(await createReceipt(desk.deps).fields({ table: 'entries' }, { onProgress }));
  expect(fields).toEqual([
    { field: 'day', rows: 4_001 },
    { field: 'id', rows: 4_001 },
    { field: 'product', rows: 2_001 },
  ]);
  expect(progress).toEqual([2_000, 4_000, 4_001]);
});

test('a table that fills its parts exactly ends as well, and an empty one has no fields', async () => {
  const desk = aDesk();
  await (await desk.db()).entries.bulkPut(Array.from({ length: 2_000 }, (_, n) => entry(n)) as never);
  const { fields } = createReceipt(desk.deps);
  expect(valueOf(await fields({ table: 'entries' }))?.map(({ rows }) => rows)).toEqual([2_000, 2_000]);
  expect(valueOf(await fields({ table: 'notes' }))).toEqual([]);
});

test('reading can be stopped; a table nobody has is none', async () => {
  const desk = aDesk();
  await (await desk.db()).entries.bulkPut([entry(1)] as never);
  const { fields } = createReceipt(desk.deps);
  expect(await fields({ table: 'entries' }, { signal: AbortSignal.abort() })).toEqual({ ok: true, value: null });
  expect(await fields({ table: 'nothing' })).toEqual({ ok: false, error: { kind: 'not-found' } });
});
