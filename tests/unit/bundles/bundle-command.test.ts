// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { BundleHeader, BundleLine, BundleRows } from '@/utils/domain/bundles/bundle';
import { runBundle } from '@/scripts/bundle/run-bundle';
import { mergeLines } from '@/utils/domain/bundles/merge-bundles';
import { headerLine, rowLine } from '@/utils/domain/bundles/write-bundle';
import type { BundleLock } from '@/utils/platform/bundles/seal';
import { bundleOf, clockAfter, ended, headerFor, lineOf, nowMs, wholeLines } from './every-row';
import {
  byPassphrase,
  byRecipient,
  identity,
  notes,
  open,
  otherIdentity,
  passphrase,
  plain,
  recipient,
  seal,
  valueOf,
} from './sealed-files';

const script = path.resolve('scripts/bundle.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'parley-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Done {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as people run it; each time takes a second, so most tests call what it loads. */
const runAsProgram = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Done =>
  spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', INIT_CWD: folder, ...env },
  });

const runWith = async (passphraseSet: string | undefined, ...args: readonly string[]): Promise<Done> => {
  const [said, complained]: [string[], string[]] = [[], []];
  const status = await runBundle(args, {
    folder,
    passphrase: passphraseSet,
    nowMs,
    say: (line) => said.push(`${line}\n`),
    complain: (line) => complained.push(`${line}\n`),
  });
  return { status, stdout: said.join(''), stderr: complained.join('') };
};
const run = (...args: readonly string[]): Promise<Done> => runWith(undefined, ...args);

const keep = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(path.join(folder, name), bytes);
  return name;
};
const kept = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)));
const sha = (name: string): string => createHash('sha256').update(kept(name)).digest('hex');
const isThere = (name: string): boolean => readdirSync(folder).includes(name);

const file = async (
  name: string,
  lines: readonly BundleLine[],
  { lock = plain, ...header }: Partial<BundleHeader> & { readonly lock?: BundleLock } = {},
): Promise<string> => keep(name, await seal(lock, longAgo(lines), { ...headerFor(lines), ...header }));

/** Rows with their clocks five years earlier: the command goes by the machine's time of day, which may be any. */
const longAgo = (lines: readonly BundleLine[]): readonly BundleLine[] =>
  JSON.parse(JSON.stringify(lines).replace(/"0m([0-9a-z]{7}:[0-9a-z]{4}:)/g, '"0k$1')) as readonly BundleLine[];

/** The text of rows as they are, in this order, whatever a reader thinks of them. */
const textOf = (rows: readonly BundleLine[]): string =>
  ended([headerLine(headerFor(rows)), ...longAgo(rows).map(rowLine)]);

const whole = wholeLines.filter(({ section }) => section !== 'buyers');
const livingBuyer = (change: Partial<BundleRows['buyers']> = {}): BundleLine => {
  const line = lineOf('buyers', { key: 'b1' as never, ...change });
  const { forgotten: _forgotten, ...row } = line.row as BundleRows['buyers'];
  return { section: 'buyers', row };
};

describe('bundle', () => {
  it('tells how it is used, and ends with status 2 when it was used wrongly', async () => {
    const help = await run('--help');
    expect([help.status, help.stderr]).toEqual([0, '']);
    for (const word of [
      'inspect',
      'verify',
      'merge',
      'diff',
      'pack',
      '--identity-file',
      '--recipient',
      'PARLEY_PASSPHRASE',
    ])
      expect(help.stdout).toContain(word);
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^Say what to do: inspect, verify, merge, diff, pack/],
      [['open', 'a'], /^There is no command "open"/],
      [['inspect'], /^inspect takes one file, not 0/],
      [['diff', 'a'], /^diff takes two files, not 1/],
      [['verify', 'a', '--texts'], /^verify has no use for --texts/],
      [['inspect', 'a', '--recipient', recipient], /^inspect has no use for --recipient/],
      [['merge', 'a'], /^merge writes a file; name it with -o OUT/],
      [['merge', 'a', '-o', 'b', '--plain', '--recipient', recipient], /^--plain leaves the output open/],
      [['inspect', 'a', '--loud'], /^Unknown option '--loud'; --help lists the options\.$/],
    ];
    for (const [args, sentence] of wrong) {
      const done = await run(...args);
      expect([args, done.status, done.stdout]).toEqual([args, 2, '']);
      expect(done.stderr.trim()).toMatch(sentence);
      expect(done.stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('tells each problem with a file in one sentence, and ends with status 1', async () => {
    const good = Buffer.from(await seal(plain, notes(20)));
    keep('text.parley', 'Dear colleagues');
    keep('cut.parley', good.subarray(0, -30));
    keep('changed.parley', gzipSync(bundleOf(whole).replace('Lampenladen', 'Lampenlager')));
    keep('newer.parley', gzipSync(bundleOf([], { ...headerFor([]), major: 7 })));
    await file('locked.parley', whole, { lock: byPassphrase });
    await file('keyed.parley', whole, { lock: byRecipient });
    const sentences: readonly (readonly [string, RegExp])[] = [
      ['none.parley', /^none\.parley is not there; check the name and the folder\.$/],
      ['.', /^\. is a folder; give a file\.$/],
      ['text.parley', /^text\.parley is no file of records; give one that Parley has written/],
      ['cut.parley', /^cut\.parley is damaged or cut off; get the file again/],
      ['changed.parley', /^changed\.parley was changed after it was written; get the file again/],
      ['newer.parley', /^newer\.parley was written in format 7 and this Parley reads up to 1; update Parley\.$/],
      ['locked.parley', /^locked\.parley is encrypted with a passphrase; set PARLEY_PASSPHRASE or give/],
      ['keyed.parley', /^keyed\.parley is encrypted to keys; give yours with --identity-file\.$/],
    ];
    for (const [name, sentence] of sentences) {
      const done = await run('inspect', name);
      expect([name, done.status, done.stdout]).toEqual([name, 1, '']);
      expect(done.stderr.trim()).toMatch(sentence);
    }
    const missing = await run('inspect', 'locked.parley', '--passphrase-file', 'no-such-file');
    expect([missing.status, missing.stderr.trim()]).toEqual([
      1,
      'no-such-file is not there; check the name and the folder.',
    ]);
  });
});

describe('bundle inspect', () => {
  it('shows header, counts and sizes, and no text or name', async () => {
    const lines = [...whole, ...notes(3), livingBuyer()];
    const name = await file('shown.parley', lines);
    const done = await run('inspect', name);
    expect([done.status, done.stderr]).toEqual([0, '']);
    for (const part of [
      /format +1\.2, database 6/,
      /written +2026-05-31T10:00:00\.000Z/,
      /by +agent-n on n/,
      /taken out +nothing/,
      /encrypted +no/,
      /rows +22/,
      /notes +4/,
      /buyers +1/,
      /left out +0 rows/,
    ])
      expect(done.stdout).toMatch(part);
    expect(done.stdout).toContain(`${kept(name).length.toLocaleString('en')} bytes`);
    for (const secret of ['Zoë', 'Lampenladen', 'Two lines', 'Boxes', 'refund', 'order:1'])
      expect(done.stdout).not.toContain(secret);
  });

  it('says where rows were left out and why, and writes nothing a file could say to a terminal', async () => {
    const future = lineOf('notes', { id: 'late' as never, hlc: `zzzzzzzzz:0000:n` });
    const rows = [
      future,
      ...notes(1),
      ...notes(1),
      lineOf('notes', { id: '\u001b[2JAnna Müller' as never, text: 5 as never }),
      { section: '\u001b[31mred', row: { id: 'x' } } as never,
    ];
    keep('odd.parley', gzipSync(textOf(rows)));
    const done = await run('inspect', 'odd.parley');
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toMatch(/left out +4 rows/);
    expect(done.stdout).toMatch(/line 2: notes late, its clock is ahead, until \+?\d{4,6}-/);
    expect(done.stdout).toMatch(/line 4: notes n10000, stands there twice/);
    expect(done.stdout).toMatch(/line 5: notes \(not shown\), field text is not as it has to be/);
    expect(done.stdout).toMatch(/line 6: \(not shown\) x, this version does not know the section/);
    expect(done.stdout).not.toMatch(/\u001b|Anna/);
  });

  it('opens what is encrypted, with a passphrase or an identity', async () => {
    await file('p.parley', whole, { lock: byPassphrase });
    await file('r.parley', whole, { lock: byRecipient });
    keep('passphrase.txt', `${passphrase}\r\nsecond line\n`);
    keep('key.txt', `# my key\n${identity}\n`);
    keep('other.txt', `${otherIdentity}\n`);
    expect((await runWith(passphrase, 'inspect', 'p.parley')).stdout).toMatch(/with a passphrase/);
    expect((await run('inspect', 'p.parley', '--passphrase-file', 'passphrase.txt')).status).toBe(0);
    expect((await run('inspect', 'r.parley', '--identity-file', 'key.txt')).stdout).toMatch(/encrypted +to keys/);
    for (const done of [
      await runWith('guess', 'inspect', 'p.parley'),
      await run('inspect', 'r.parley', '--identity-file', 'other.txt'),
    ]) {
      expect([done.status, done.stdout]).toEqual([1, '']);
      expect(done.stderr).toMatch(/^[pr]\.parley does not open with this passphrase or key; check it/);
    }
  });
});

describe('bundle verify', () => {
  it('ends with status 0 only when every file is whole, and looks at all of them', async () => {
    await file('one.parley', whole);
    await file('two.parley', notes(2));
    const good = await run('verify', 'one.parley', 'two.parley');
    expect([good.status, good.stdout, good.stderr]).toEqual([
      0,
      `one.parley is whole: ${whole.length} rows.\ntwo.parley is whole: 2 rows.\n`,
      '',
    ]);
    keep('bad.parley', Buffer.from(kept('one.parley')).fill(0, 40, 50));
    const bad = await run('verify', 'bad.parley', 'two.parley');
    expect([bad.status, bad.stdout]).toEqual([1, 'two.parley is whole: 2 rows.\n']);
    expect(bad.stderr).toMatch(/^bad\.parley is damaged or cut off/);
  });

  it('ends with status 1 when a row cannot be read', async () => {
    keep('rows.parley', gzipSync(textOf([...notes(2), lineOf('notes', { text: 1 as never })])));
    const done = await run('verify', 'rows.parley');
    expect([done.status, done.stdout]).toEqual([1, '']);
    expect(done.stderr).toMatch(/^rows\.parley arrived whole, but 1 row of 3 cannot be read; inspect lists them/);
    expect(done.stderr).toMatch(/line 4: notes note, field text is not as it has to be/);
  });
});

describe('bundle merge', () => {
  const clocks = { text: clockAfter(-5) };
  const first = [...notes(3), livingBuyer({ tags: ['vip'] })];
  const second = [lineOf('notes', { id: 'n10001' as never, text: 'later', hlc: clockAfter(-5), clocks })];
  const third = [...notes(1), lineOf('promises')];

  it('writes what all files say, as the same bytes for any order', async () => {
    await file('a.parley', first, { createdAt: '2026-03-01T00:00:00.000Z' as never, schema: 5 });
    await file('b.parley', second, {
      createdAt: '2026-04-02T00:00:00.000Z' as never,
      origin: 'm',
      redaction: 'statistics',
    });
    await file('c.parley', third, { createdAt: '2026-02-03T00:00:00.000Z' as never, redaction: 'no-names' });
    const orders = [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
      ['b', 'a', 'c', 'a'],
    ];
    for (const [at, names] of orders.entries()) {
      const done = await run('merge', ...names.map((name) => `${name}.parley`), '-o', `merged${at}.parley`);
      expect([done.status, done.stderr]).toEqual([0, '']);
      expect(done.stdout).toBe(`merged${at}.parley holds 5 rows of ${names.length} files.\n`);
    }
    expect(new Set(orders.map((_, at) => sha(`merged${at}.parley`))).size).toBe(1);
    const merged = valueOf(await open(kept('merged0.parley')));
    expect(merged.lines).toEqual(mergeLines([first, second, third].map(longAgo)));
    expect(merged.lines.find(({ row }) => 'id' in row && row.id === 'n10001')?.row).toMatchObject({ text: 'later' });
    expect(merged.header).toMatchObject({
      createdAt: '2026-04-02T00:00:00.000Z',
      schema: 6,
      origin: '',
      authorId: 'agent-n',
      redaction: 'full',
    });
    expect(merged.rejectedCount).toBe(0);
    expect(statSync(path.join(folder, 'merged0.parley')).mode & 0o077).toBe(0);
  });

  it('merges what was merged to the same bytes again, also into a file that is read', async () => {
    await file('again.parley', second);
    await file('base.parley', first);
    expect((await run('merge', 'base.parley', 'again.parley', '-o', 'base.parley')).status).toBe(0);
    const before = sha('base.parley');
    expect((await run('merge', 'again.parley', 'base.parley', '-o', 'base.parley')).status).toBe(0);
    expect(sha('base.parley')).toBe(before);
  });

  it('encrypts the output when asked, and leaves it open only when that is asked of what was encrypted', async () => {
    await file('secret.parley', first, { lock: byRecipient });
    await file('open.parley', second);
    keep('id.txt', identity);
    keep('words.txt', passphrase);
    const inputs = ['merge', 'secret.parley', 'open.parley', '--identity-file', 'id.txt'];
    const refused = await run(...inputs, '-o', 'leak.parley');
    expect([refused.status, isThere('leak.parley')]).toEqual([2, false]);
    expect(refused.stderr).toMatch(/^secret\.parley is encrypted and the output would not be; give --recipient or/);

    expect((await run(...inputs, '-o', 'to-key.parley', '--recipient', recipient)).status).toBe(0);
    expect(await open(kept('to-key.parley'))).toMatchObject({ error: { kind: 'locked', by: 'recipients' } });
    expect((await open(kept('to-key.parley'), { identity })).ok).toBe(true);

    expect((await run(...inputs, '-o', 'to-words.parley', '--passphrase-file', 'words.txt')).status).toBe(0);
    expect((await open(kept('to-words.parley'), { passphrase })).ok).toBe(true);

    expect((await run(...inputs, '-o', 'bare.parley', '--plain')).status).toBe(0);
    expect((await open(kept('bare.parley'))).ok).toBe(true);
  });

  it('writes nothing when a file, a key or the place to write to is wrong', async () => {
    await file('fine.parley', notes(2));
    keep('broken.parley', kept('fine.parley').subarray(0, 60));
    keep('empty.txt', '');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['broken.parley', 'gone.parley', '-o', 'out.parley'], /^broken\.parley is damaged.*\ngone\.parley is not there/],
      [
        ['-o', 'out.parley', '--recipient', 'age1nobody'],
        /^out\.parley cannot be encrypted to recipient 1, which is no/,
      ],
      [
        ['-o', 'out.parley', '--passphrase-file', 'empty.txt'],
        /^out\.parley cannot be encrypted with an empty passphr/,
      ],
      [['-o', 'no-folder/out.parley'], /^no-folder\/out\.parley is not there; check the name and the folder/],
    ];
    for (const [args, sentence] of cases) {
      const done = await run('merge', 'fine.parley', ...args);
      expect([args, done.status, done.stdout]).toEqual([args, 1, '']);
      expect(done.stderr).toMatch(sentence);
    }
    expect(readdirSync(folder).filter((name) => name === 'out.parley' || name.endsWith('.part'))).toEqual([]);
  });

  it('says which rows are not in the output', async () => {
    keep('partly.parley', gzipSync(textOf([...notes(2), lineOf('notes', { text: 1 as never })])));
    const done = await run('merge', 'partly.parley', '-o', 'rest.parley');
    expect([done.status, done.stdout]).toEqual([0, 'rest.parley holds 2 rows of one file.\n']);
    expect(done.stderr).toMatch(/^partly\.parley has 1 row that cannot be read and is not in the output/);
  });
});

describe('bundle diff', () => {
  const before = [...notes(2), livingBuyer(), lineOf('orders')];
  const after = [
    lineOf('notes', { id: 'n10000' as never, text: 'Anna called', hlc: clockAfter(-1) }),
    lineOf('notes', { id: 'n77' as never }),
    livingBuyer({ displayName: 'Anna Müller', tags: ['vip', 'rude'], hlc: clockAfter(-1) }),
    lineOf('orders', { state: 'delivered', amount: { value: 14, currency: 'EUR' }, hlc: clockAfter(-1) }),
  ];

  it('says what became of each row, and shows no text or name', async () => {
    await file('before.parley', before);
    await file('after.parley', after);
    const done = await run('diff', 'before.parley', 'after.parley');
    expect([done.status, done.stderr]).toEqual([0, '']);
    const [head, ...rest] = done.stdout.trim().split('\n');
    expect(head).toBe('after.parley against before.parley: 3 changed, 1 removed, 1 added.');
    expect(rest).toContain('changed  orders shop:1');
    expect(rest).toContain('    state: shipped -> delivered');
    expect(rest).toContain('    amount: 12.5 EUR -> 14 EUR');
    expect(rest).toContain('changed  buyers b1');
    expect(rest).toContain('    displayName: 5 characters -> 11 characters');
    expect(rest).toContain('    tags, one of them: nothing -> 4 characters');
    expect(rest).toContain('removed  notes n10001');
    expect(rest).toContain('added    notes n77');
    for (const secret of ['Anna', 'rude', 'Zoë', 'Two lines']) expect(done.stdout).not.toContain(secret);
  });

  it('shows texts when asked', async () => {
    await file('before2.parley', before);
    await file('after2.parley', after);
    const done = await run('diff', 'before2.parley', 'after2.parley', '--texts');
    expect(done.stdout).toContain('    displayName: "Zoë 😀" -> "Anna Müller"');
    expect(done.stdout).toContain('    tags.rude: nothing -> "rude"');
    expect(done.stdout).toContain('    text: "Two lines\\nof a note ? \\"quoted\\" \\\\ud800" -> "Anna called"');
  });

  it('says when two files say the same', async () => {
    await file('same1.parley', before);
    await file('same2.parley', [...before].reverse(), { origin: 'm' });
    const done = await run('diff', 'same1.parley', 'same2.parley');
    expect([done.status, done.stdout]).toEqual([0, 'same1.parley and same2.parley say the same.\n']);
  });
});

describe('npm run bundle', () => {
  it('is a program with the same answers and statuses', { timeout: 60_000 }, async () => {
    await file('left.parley', notes(2), { lock: byPassphrase });
    await file('right.parley', [...notes(1), livingBuyer()]);
    const inFolder = { PARLEY_PASSPHRASE: passphrase };
    const statuses = [
      ['--help'],
      ['inspect', 'left.parley'],
      ['verify', 'left.parley', 'right.parley'],
      ['merge', 'left.parley', 'right.parley', '-o', 'both.parley', '--plain'],
      ['diff', 'right.parley', 'both.parley'],
      ['verify', 'right.parley', 'nothing.parley'],
      ['merge', 'right.parley'],
    ].map((args) => ({ args, done: runAsProgram(args, inFolder) }));
    expect(statuses.map(({ done }) => done.status)).toEqual([0, 0, 0, 0, 0, 1, 2]);
    for (const { args, done } of statuses) {
      const { status, stdout, stderr } = await runWith(passphrase, ...args);
      expect([args, done.status, done.stdout, done.stderr]).toEqual([args, status, stdout, stderr]);
    }
  });

  it('takes its passphrase from nowhere but the environment and the file', { timeout: 30_000 }, async () => {
    await file('asked.parley', notes(2), { lock: byPassphrase });
    const done = runAsProgram(['inspect', 'asked.parley']);
    expect([done.status, done.stdout]).toEqual([1, '']);
    expect(done.stderr).toMatch(/^asked\.parley is encrypted with a passphrase/);
  });
});
