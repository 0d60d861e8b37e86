// @vitest-environment node
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runBundle } from '@/scripts/bundle/run-bundle';
import { linesOfBackup } from '@/utils/domain/bundles/backup-lines';
import { bundleSections, type BundleLine } from '@/utils/domain/bundles/bundle';
import { nothingPacked, toPack } from '@/utils/domain/customers/pack';
import { openBundle } from '@/utils/platform/bundles/open';
import { nowMs, wholeLines } from './every-row';
import { identity, recipient, valueOf } from './sealed-files';

const folder = mkdtempSync(path.join(tmpdir(), 'parley-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows as the tables of a saved copy. */
const tablesOf = (lines: readonly BundleLine[]): Record<string, unknown[]> =>
  Object.fromEntries(
    bundleSections.map((section) => [section, lines.filter((line) => line.section === section).map(({ row }) => row)]),
  );

const self = { name: 'self', value: { agentId: 'kim', node: 'desk-1' } };
const copyOf = (tables: Readonly<Record<string, unknown>>) => ({
  app: 'parley',
  schema: 5,
  savedAt: '2026-05-31T10:00:00.000Z',
  tables: { ...tables, settings: [{ name: 'other', value: 1 }, self, ...((tables['settings'] ?? []) as unknown[])] },
});

const keep = (name: string, value: unknown): string => {
  writeFileSync(path.join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return name;
};

const run = async (...args: readonly string[]) => {
  const [said, complained]: [string[], string[]] = [[], []];
  const status = await runBundle(args, {
    folder,
    passphrase: undefined,
    nowMs,
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { status, said, complained };
};

const opened = async (name: string, key = {}) =>
  valueOf(await openBundle(new Uint8Array(readFileSync(path.join(folder, name))), key, { nowMs }));

describe('bundle pack', () => {
  it('writes what was saved as a bundle, whoever made it and when', async () => {
    const copy = keep('copy.json', copyOf(tablesOf(wholeLines)));
    const done = await run('pack', copy, '-o', 'out.parley');
    expect(done).toEqual({ status: 0, complained: [], said: [`out.parley holds ${wholeLines.length} rows.`] });
    const { header, lines, rejectedCount } = await opened('out.parley');
    expect(header).toMatchObject({
      schema: 5,
      origin: 'desk-1',
      authorId: 'kim',
      createdAt: '2026-05-31T10:00:00.000Z',
    });
    expect(lines).toEqual(wholeLines);
    expect(rejectedCount).toBe(0);
    expect((await run('verify', 'out.parley')).status).toBe(0);
  });

  it('takes archived records out of their packs, each row once', () => {
    const tables = tablesOf(wholeLines);
    const { buyers, notes, orders, ...rest } = tables as Record<string, never[]>;
    const pack = toPack('p', { ...nothingPacked, buyers: buyers!, notes: notes!, orders: orders! });
    const broken = { id: 'q', aliases: [], rows: '{"buyers":', count: 1 };
    const again = linesOfBackup({ ...rest, notes: notes!, archive: [pack, broken, 'no pack'] });
    expect(again.lines).toEqual(wholeLines);
    expect(again.rejected).toEqual(notes!.map(() => ({ section: 'notes', why: { kind: 'twice' } })));
  });

  it('tells what could not be read and keeps the rest', async () => {
    const tables = tablesOf(wholeLines);
    const copy = keep(
      'odd.json',
      copyOf({ ...tables, notes: [...tables['notes']!, { text: 7 }], orders: 'none', drafts: [1] }),
    );
    const done = await run('pack', copy, '-o', 'odd.parley');
    expect(done.status).toBe(0);
    expect(done.complained).toEqual([
      'odd.json has 1 row that cannot be read:',
      expect.stringMatching(/^ {4}notes, field /),
    ]);
    const { lines } = await opened('odd.parley');
    expect(lines).toEqual(wholeLines.filter(({ section }) => section !== 'orders'));
  });

  it('encrypts when it is told to whom', async () => {
    const copy = keep('secret.json', copyOf(tablesOf(wholeLines)));
    expect((await run('pack', copy, '-o', 'secret.parley', '--recipient', recipient)).status).toBe(0);
    const { lockedBy, lines } = await opened('secret.parley', { identity });
    expect([lockedBy, lines.length]).toEqual(['recipients', wholeLines.length]);
  });

  it.each([
    ['no JSON', '{'],
    ['another file', { app: 'other', schema: 5, savedAt: '2026-05-31T10:00:00.000Z', tables: {} }],
    ['no moment', { ...copyOf({}), savedAt: 'yesterday' }],
    ['no tables', { ...copyOf({}), tables: 'none' }],
    ['a list', []],
  ])('refuses %s and writes nothing', async (_, content) => {
    const copy = keep('bad.json', content);
    const done = await run('pack', copy, '-o', 'bad.parley');
    expect(done).toMatchObject({ status: 1, said: [] });
    expect(done.complained.join()).toMatch(/^bad\.json is no saved copy; give the file of/);
    expect(readdirSync(folder)).not.toContain('bad.parley');
  });

  it('says how it is used', async () => {
    expect((await run('pack', 'a.json')).complained).toEqual(['pack writes a file; name it with -o OUT.']);
    expect((await run('pack', 'gone.json', '-o', 'x')).complained).toEqual([
      'gone.json is not there; check the name and the folder.',
    ]);
  });
});
