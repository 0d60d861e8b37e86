import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { createDeskRules } from '@/utils/app/desk-rules';
import { ok } from '@/utils/domain/result';
import { openDatabase } from '@/utils/platform/db/open-database';
import v6 from '../../../fixtures/db/v6.json';
import { aDesk, valueOf } from '../../app/desk';

const own = {
  id: 'own-guarantee',
  title: 'Guarantee',
  why: '',
  alternative: '',
  words: ['guarantee'],
  unless: [],
  severity: 'warn',
  marketplaces: [],
  langs: [],
};
const before = {
  desk: { settings: { 'tone-blame': { off: true } }, own: [], holdsSending: false },
  name: 'Lumen EU',
  at: '2026-02-27T09:00:00.000Z',
};
const desk = {
  settings: { 'fmt-emoji': { off: true }, 'review-incentive': { severity: 'block', locked: true } },
  own: [{ ...own, locked: true }],
  holdsSending: true,
  origin: { name: 'Lumen EU', issuedOn: '2026-02-27' },
};
const stamp = { shopId: '', authorId: 'agent-1', hlc: '0mm000001:0005:node-1', origin: 'node-1', deleted: 0 };
const setting = (name: string, value: unknown) => ({ ...stamp, name, value });
const handedOn = [
  setting('exports', { entries: [], reading: '0mm000009:0000:node-1' }),
  setting('folder', { own: [], reading: '0mm000009:0000:node-1' }),
];

let names = 0;

/** What version 6 has left, brought over. */
const broughtOver = async (deskRules: unknown) => {
  const name = `upgrade-7-${(names += 1)}`;
  const old = new Dexie(name);
  old.version(6).stores(v6.stores);
  await old.open();
  for (const [table, rows] of Object.entries(v6.rows)) await old.table(table).bulkAdd([...rows]);
  await old.table('settings').bulkPut([setting('deskRules', deskRules), ...handedOn]);
  old.close();
  const db = valueOf(await openDatabase(name));
  const rules = createDeskRules({ ...aDesk().deps, db: async () => ok(db) });
  const readings = (await db.settings.bulkGet(['exports', 'folder'])).map(
    (row) => (row?.value as { readonly reading: string }).reading,
  );
  return { db, rules, readings };
};

describe('what version 6 has decided about rules', () => {
  test('is a row for each rule with the clock it had, and reads as before', async () => {
    const { db, rules } = await broughtOver({ desk, before });
    const rows = await db.rules.toArray();
    expect(rows.map(({ id }) => id)).toEqual([
      'fmt-emoji',
      'holds-sending',
      'lock:agent-1:own-guarantee',
      'lock:agent-1:review-incentive',
      'own-guarantee',
      'review-incentive',
    ]);
    for (const row of rows) expect(row).toMatchObject(stamp);
    expect(valueOf(await rules.read()).desk).toEqual(desk);
    expect(await rules.set({ rule: 'review-incentive', off: true })).toMatchObject({ error: { code: 'locked' } });
  });

  test('can still be taken back to what was before the last pack', async () => {
    const { rules } = await broughtOver({ desk, before });
    expect(valueOf(await rules.read()).undo?.name).toBe('Lumen EU');
    expect(valueOf(await rules.undoImport()).desk).toEqual(before.desk);
  });

  test('goes into the next file for others, whatever was handed on before', async () => {
    expect((await broughtOver({ desk })).readings).toEqual(['', '']);
  });

  test.each([
    ['nothing', { desk: { settings: {}, own: [], holdsSending: false } }],
    ['something that can not be read', { desk: { settings: null } }],
  ])('that is %s makes no rows', async (_name, kept) => {
    const { db, readings } = await broughtOver(kept);
    expect(await db.rules.count()).toBe(0);
    expect(readings).toEqual(Array(2).fill('0mm000009:0000:node-1'));
  });
});
