import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bundleSections, type BundleLine, type BundleProblem } from '@/utils/domain/bundles/bundle';
import {
  createBundleReader,
  mostRejected,
  type ReadBundle,
  type ReaderOptions,
} from '@/utils/domain/bundles/read-bundle';
import { compareLines, endLine, headerLine, rowLine } from '@/utils/domain/bundles/write-bundle';
import { maxDriftMs } from '@/utils/domain/customers/clock';
import type { Result } from '@/utils/domain/result';
import { bundleOf, clockAfter, ended, headerFor, lineOf, nowMs, wholeLines, wholeRows } from './every-row';

type Outcome = Result<ReadBundle, BundleProblem>;

const read = (text: string, options: Partial<ReaderOptions> = {}, size = text.length): Outcome => {
  const reader = createBundleReader({ nowMs, ...options });
  for (let from = 0; from < text.length; from += size) {
    const pushed = reader.push(text.slice(from, from + size));
    if (!pushed.ok) return pushed;
  }
  return reader.finish();
};

const bundleIn = (outcome: Outcome): ReadBundle => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};

const problemIn = (outcome: Outcome): BundleProblem | null => (outcome.ok ? null : outcome.error);

const note = (id: string, change: object = {}): BundleLine => lineOf('notes', { id: id as never, ...change });

const notes = (count: number, change: object = {}): readonly BundleLine[] =>
  Array.from({ length: count }, (_, at) => note(`n${at + 10}`, change));

/** A bundle of lines as they are, with counts and an end that are true of them. */
const bundleOfTexts = (rows: readonly string[], counts: object, header: object = {}): string =>
  ended([headerLine({ ...headerFor([]), ...header, counts }), ...rows.map((row) => `${row}\n`)]);

describe('a bundle that was written', () => {
  const text = bundleOf(wholeLines);

  it('is a header, a line for each row by section, and the end', () => {
    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^\{"header":\{"authorId":"agent-n",/);
    expect(lines.slice(1, -2).map((line) => /^\{"s":"(\w+)","r":\{/.exec(line)?.[1])).toEqual(bundleSections);
    expect(lines.at(-2)).toMatch(/^\{"end":\{"rows":19,"sha256":"[0-9a-f]{64}"\}\}$/);
    expect(lines.at(-1)).toBe('');
  });

  it.each([1, 2, 3, 7, 1_000, 1_000_000])(
    'is read in parts of %i and gives the same bytes when written again',
    (size) => {
      const bundle = bundleIn(read(text, {}, size));
      expect(bundle.lines).toEqual(wholeLines);
      expect(bundle).toMatchObject({
        header: headerFor(wholeLines),
        rejected: [],
        rejectedCount: 0,
        unknownSections: {},
      });
      expect(bundleOf(bundle.lines, bundle.header)).toBe(text);
    },
  );

  it('gives exactly the text its digest is about', () => {
    const hash = createHash('sha256');
    const bundle = bundleIn(read(text, { onText: (part) => hash.update(part) }, 5));
    expect(hash.digest('hex')).toBe(bundle.end.sha256);
  });

  it('hands on its rows when somebody takes them', () => {
    const taken: BundleLine[] = [];
    expect(bundleIn(read(text, { onLine: (line) => taken.push(line) })).lines).toEqual([]);
    expect(taken).toEqual(wholeLines);
  });

  it('is the same text whatever the order in which its rows were found', () => {
    const some = [...wholeLines, note('a'), note('b')];
    expect(bundleOf([...some].reverse())).toBe(bundleOf(some));
    expect(compareLines(note('a'), note('a'))).toBe(0);
  });

  it('has no figures', () => {
    const workedOut = { segments: ['s'], facets: ['f'], recheckOn: '2026-01-01' };
    const line = { section: 'buyers', row: { ...wholeRows.buyers, ...workedOut } } as const;
    expect(rowLine(line)).toBe(rowLine(lineOf('buyers')));
  });

  it('may lack its last line feed', () => {
    expect(bundleIn(read(text.slice(0, -1))).lines).toHaveLength(19);
  });

  it('may be empty', () => {
    expect(bundleIn(read(bundleOf([]))).lines).toEqual([]);
  });

  it('may have a newer minor: fields and sections it does not know are left aside', () => {
    const known = rowLine(note('a')).trim().replace('"r":{', '"r":{"mood":"good",');
    const newer = bundleOfTexts([known, '{"s":"moods","r":{"id":"m"}}'], { notes: 1, moods: 1 }, { minor: 9, mood: 1 });
    const bundle = bundleIn(read(newer));
    expect(bundle.lines).toEqual([note('a')]);
    expect(bundle.header).toEqual({ ...headerFor([note('a')]), minor: 9 });
    expect(bundle.unknownSections).toEqual({ moods: 1 });
    const why = { kind: 'unknown-section', section: 'moods' };
    expect(bundle.rejected).toEqual([{ line: 3, section: 'moods', id: 'm', why }]);
  });
});

describe('a row is left out, and the others are read', () => {
  it('when it is not as it must be', () => {
    const wrong = rowLine(note('b')).trim().replace('"deleted":0', '"deleted":3');
    const bundle = bundleIn(
      read(bundleOfTexts([rowLine(note('a')).trim(), wrong, rowLine(note('c')).trim()], { notes: 3 })),
    );
    expect(bundle.lines).toEqual([note('a'), note('c')]);
    expect(bundle.rejected).toEqual([
      { line: 3, section: 'notes', id: 'b', why: { kind: 'invalid', field: 'deleted' } },
    ]);
  });

  it('when its id was there before; the same id in another section is another row', () => {
    const [one, other] = [note('a', { text: 'one' }), note('a', { text: 'other' })];
    const bundle = bundleIn(read(bundleOf([one, other, lineOf('promises', { id: 'a' })])));
    expect(bundle.lines).toEqual([one, lineOf('promises', { id: 'a' })]);
    expect(bundle.rejected).toEqual([{ line: 3, section: 'notes', id: 'a', why: { kind: 'twice' } }]);
  });

  const tooFar = clockAfter(61);
  it.each([
    ['its own', note('a', { hlc: tooFar })],
    ['that of its birth', note('a', { born: tooFar })],
    ['that of a field', note('a', { clocks: { text: tooFar } })],
    ['that of a tag', lineOf('buyers', { tagMarks: { vip: { hlc: tooFar, on: 1 } } })],
  ])('when a clock is further ahead than clocks may be: %s', (_, line) => {
    const { lines, rejected } = bundleIn(read(bundleOf([line])));
    expect(lines).toEqual([]);
    expect(rejected[0]?.why).toEqual({ kind: 'from-the-future', at: '2026-06-01T01:01:00.000Z' });
  });

  it('but not when its clock is ahead as far as clocks may be', () => {
    expect(maxDriftMs).toBe(60 * 60_000);
    const line = note('a', { hlc: clockAfter(60, 99) });
    expect(bundleIn(read(bundleOf([line]))).lines).toEqual([line]);
  });

  it('a thousand times one by one, and is counted ever after', () => {
    const rows = Array.from({ length: mostRejected + 5 }, (_, at) => `{"s":"notes","r":{"id":"n${at}"}}`);
    const { rejected, rejectedCount } = bundleIn(read(bundleOfTexts(rows, { notes: rows.length })));
    expect(rejected).toHaveLength(mostRejected);
    expect(rejectedCount).toBe(mostRejected + 5);
  });
});

describe('a text is no bundle that can be read', () => {
  const text = bundleOf(notes(3));
  const lines = text.split(/(?<=\n)/);

  it.each([
    ['nothing', ''],
    ['a line feed', '\n'],
    ['a page', '<html>\n</html>\n'],
    ['rows without a header', lines.slice(1).join('')],
    ['a header of something else', text.replace('parley-bundle', 'other-bundle')],
    ['a header in which something is wrong', text.replace('"redaction":"full"', '"redaction":"some"')],
    ['a version that is none', text.replace('"major":1', '"major":0')],
    ['a list', `[${lines[0]?.trim()}]\n`],
    ['a cipher without lines', '\ufffdx'.repeat(2_000_000)],
  ])('%s is not a bundle', (_, other) => {
    expect(problemIn(read(other, {}, 65_536))).toEqual({ kind: 'not-a-bundle' });
  });

  it('when its major is newer, whatever else its header is', () => {
    const newer = '{"header":{"format":"parley-bundle","major":2,"rows":"all"}}\n';
    expect(problemIn(read(newer))).toEqual({ kind: 'newer-bundle', found: 2, known: 1 });
  });

  it('when it is cut off anywhere', () => {
    for (let at = '{"header":'.length; at < text.length - 1; at += 1) {
      const line = text.slice(0, at).split('\n').length;
      expect(problemIn(read(text.slice(0, at)))).toEqual({ kind: 'truncated', line });
    }
  });

  it.each([
    ['a row after the end', text + lines[1]],
    ['a space after the end', `${text} `],
    ['a second end', text + lines.at(-1)],
    ['an end that says something else', text.replace('"rows":3', '"rows":4')],
    ['an end without a digest', text.replace('"sha256"', '"sha1"')],
  ])('when it was changed: %s', (_, other) => {
    expect(problemIn(read(other))).toEqual({ kind: 'changed' });
    expect(problemIn(read(other, {}, 1))).toEqual({ kind: 'changed' });
  });

  it.each([
    ['a row that is gone', lines.filter((_line, at) => at !== 2), 'notes', 3, 2],
    ['a row that came twice', [...lines.slice(0, 2), ...lines.slice(1)], 'notes', 3, 4],
    ['a row of a section that is not counted', [lines[0]!, '{"s":"x","r":1}\n', ...lines.slice(1)], 'x', 0, 1],
    ['a row that names no section', [lines[0]!, '{"r":1}\n', ...lines.slice(1)], '', 0, 1],
    ['a row that is a list', [lines[0]!, '[]\n', ...lines.slice(1)], '', 0, 1],
  ])('when its counts differ: %s', (_, other, section, said, found) => {
    expect(problemIn(read(other.join('')))).toEqual({ kind: 'counts-differ', section, said, found });
  });

  it.each([
    ['half a row', '{"s":"notes",'],
    ['an empty line', ''],
    ['a deep hole', '['.repeat(1_000_000)],
  ])('when a line is no JSON: %s', (_, line) => {
    expect(problemIn(read([lines[0], `${line}\n`, ...lines.slice(1)].join('')))).toEqual({ kind: 'not-json', line: 2 });
  });

  it('when it has more bytes than a bundle may have, counted as UTF-8', () => {
    const other = bundleOf([note('a', { text: 'aé€😀' })]);
    const bytes = Buffer.byteLength(other);
    for (const size of [1, other.length]) {
      expect(problemIn(read(other, { limits: { bytes } }, size))).toBeNull();
      const limit = bytes - 1;
      expect(problemIn(read(other, { limits: { bytes: limit } }, size))).toEqual({ kind: 'too-large', limit });
    }
  });

  it('when it has more rows', () => {
    expect(problemIn(read(text, { limits: { rows: 2 } }))).toEqual({ kind: 'too-many-rows', limit: 2 });
    expect(problemIn(read(text, { limits: { rows: 3 } }))).toBeNull();
  });

  it('when a line is longer, also one that never ends', () => {
    const limit = Math.max(...lines.map((line) => line.length)) + 9;
    const long = [lines[0], ' '.repeat(limit + 1)].join('');
    for (const size of [1, 1_000_000])
      expect(problemIn(read(long, { limits: { line: limit } }, size))).toEqual({
        kind: 'line-too-long',
        line: 2,
        limit,
      });
    expect(problemIn(read(text, { limits: { line: limit } }))).toBeNull();
  });

  it('and says the same ever after', () => {
    const reader = createBundleReader({ nowMs });
    reader.push('<html>\n');
    const problem = { ok: false, error: { kind: 'not-a-bundle' } };
    expect(reader.push(text)).toEqual(problem);
    expect(reader.finish()).toEqual(problem);
  });
});

describe('reading', () => {
  it('takes an order of rows that nobody writes', () => {
    const [header, ...rows] = bundleOf(wholeLines).split(/(?<=\n)/);
    const end = rows.pop();
    const mixed = [header, ...rows.reverse(), end].join('');
    expect(bundleIn(read(mixed)).lines).toEqual([...wholeLines].reverse());
  });

  it('takes 3 MB in parts of one unit in a few seconds', () => {
    const text = bundleOf(notes(2_000, { text: 'x'.repeat(1_200) }));
    const from = performance.now();
    expect(bundleIn(read(text, {}, 1)).lines).toHaveLength(2_000);
    expect(performance.now() - from).toBeLessThan(6_000);
  });

  it('gives the end with what was written into it', () => {
    const end = { rows: 0, sha256: 'a'.repeat(64) };
    expect(bundleIn(read(headerLine(headerFor([])) + endLine(end))).end).toEqual(end);
  });
});
