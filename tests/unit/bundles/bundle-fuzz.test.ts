import { describe, expect, it } from 'vitest';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import { canonicalJson } from '@/utils/domain/bundles/canonical-json';
import { createBundleReader } from '@/utils/domain/bundles/read-bundle';
import { checkRow } from '@/utils/domain/bundles/row-schemas';
import { headerLine } from '@/utils/domain/bundles/write-bundle';
import { bundleOf, clockAfter, ended, headerFor, lineOf, nowMs, wholeLines } from './every-row';

const SEED = 0x5eed2026;
const MUTATIONS = 2_000;

/** Random numbers that are the same on every run. */
const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: <T>(values: readonly T[]): T => values[below(values.length)]! };
};
type Random = ReturnType<typeof randomFrom>;

const some = wholeLines.flatMap((line) => [line, lineOf(line.section, changedId(line) as never)]);
const valid = bundleOf(some);
const MEGABYTE = 'x'.repeat(2 ** 20);

function changedId({ section }: BundleLine): object {
  if (section === 'buyers') return { key: 'second' };
  if (section === 'settings') return { name: 'uiLang', value: 'en' };
  return { id: section === 'rules' ? 'own-second' : 'second' };
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** Puts a change into one random line after the header and before the end. */
const inLine = (random: Random, change: (line: string) => string): string => {
  const lines = linesOf(valid);
  const at = 1 + random.below(lines.length - 2);
  lines[at] = change(lines[at]!);
  return lines.join('');
};

/** The counts and the end are made true again, so that what is in the rows decides and not the end. */
const ending = (text: string): string => {
  const rows = linesOf(text).slice(1, -1);
  const sections = rows.map((row) => ({ section: /^\{"s":"(\w+)"/.exec(row)?.[1] ?? '' }));
  return ended([headerLine(headerFor(sections)), ...rows]);
};

const spots = /"(?:[^"\\]|\\.)*"(?!:)|-?\d+(?:\.\d+)?|true|false|null|\{\}|\[\]/g;

const withSpot = (random: Random, line: string, value: string): string => {
  const found = [...line.matchAll(spots)];
  const spot = random.pick(found);
  return line.slice(0, spot.index) + value + line.slice(spot.index + spot[0].length);
};

const values: readonly string[] = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '0',
  '-1',
  '7',
  '1e400',
  '-0',
  '1e-400',
  '99999999999999999999999999',
  '"\\ud800"',
  '"\\udc00x"',
  '"__proto__"',
  '"constructor"',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '[[[[]]]]',
  '{"length":1000000}',
  '"2026-02-30"',
  '"zzzzzzzzz:zzzz:n"',
  JSON.stringify(clockAfter(1_000_000)),
];

const mutations: Readonly<Record<string, (random: Random) => string>> = {
  flip: (random) => {
    const bytes = Buffer.from(valid);
    for (let count = 1 + random.below(4); count > 0; count -= 1) {
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes.toString('utf8');
  },
  truncate: (random) => valid.slice(0, random.below(valid.length)),
  swap: (random) => {
    const lines = linesOf(valid);
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
    return lines.join('');
  },
  duplicate: (random) => {
    const lines = linesOf(valid);
    lines.splice(random.below(lines.length), 0, random.pick(lines));
    return lines.join('');
  },
  duplicateAndCount: (random) => ending(inLine(random, (line) => line + line)),
  replace: (random) => ending(inLine(random, (line) => withSpot(random, line, random.pick(values)))),
  replaceTwice: (random) =>
    ending(
      inLine(random, (line) => withSpot(random, withSpot(random, line, random.pick(values)), random.pick(values))),
    ),
  replaceAnywhere: (random) => withSpot(random, valid, random.pick(values)),
  header: (random) => {
    if (random.below(4) === 0) return valid.replace('"major":1', `"major":${random.below(4)}`);
    const [header, ...others] = linesOf(valid);
    return withSpot(random, header!, random.pick(values)) + others.join('');
  },
  deep: (random) => {
    const depth = 1 + random.below(20_000);
    const [open, shut] = random.pick([
      ['[', ']'],
      ['{"a":', '}'],
    ] as const);
    const inner = open === '[' ? '' : '1';
    return ending(inLine(random, (line) => withSpot(random, line, open.repeat(depth) + inner + shut.repeat(depth))));
  },
  holes: (random) =>
    ending(inLine(random, (line) => withSpot(random, line, random.pick(['[', '{"a":']).repeat(50_000)))),
  inherited: (random) =>
    ending(
      inLine(random, (line) => {
        const key = random.pick(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']);
        const places = [...line.matchAll(/\{/g)];
        const at = random.pick(places).index + 1;
        const comma = line[at] === '}' ? '' : ',';
        return `${line.slice(0, at)}"${key}":${random.pick(values)}${comma}${line.slice(at)}`;
      }),
    ),
  long: (random) => ending(inLine(random, (line) => withSpot(random, line, `"${MEGABYTE}"`))),
  wide: (random) => ending(inLine(random, (line) => withSpot(random, line, `[${'0,'.repeat(random.below(5_000))}0]`))),
};
const names = Object.keys(mutations);

interface Seen {
  readonly lines: readonly BundleLine[];
  readonly kind: string;
  readonly rejected: number;
}

/** Pushes a text in parts of random sizes; what a caller would have taken, also when the bundle fails later. */
const pushed = (random: Random, text: string): Seen => {
  const lines: BundleLine[] = [];
  const reader = createBundleReader({ nowMs, onLine: (line) => lines.push(line) });
  const largest = random.pick([3, 50, 5_000, 500_000]);
  // Parts of a few units only where there are not a million of them.
  const size = (): number => 1 + random.below(Math.max(largest, text.length / 5_000));
  for (let from = 0; from < text.length;) {
    const to = from + size();
    const result = reader.push(text.slice(from, to));
    if (!result.ok) return { lines, kind: result.error.kind, rejected: 0 };
    from = to;
  }
  const done = reader.finish();
  return { lines, kind: done.ok ? 'read' : done.error.kind, rejected: done.ok ? done.value.rejectedCount : 0 };
};

const isAccepted = ({ section, row }: BundleLine): boolean => {
  const again = checkRow(section, row);
  return again.ok && canonicalJson(again.value) === canonicalJson(row);
};

/** Whether every object in there is a plain one whose keys are its own. */
const isPlain = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return typeof value !== 'number' || Number.isFinite(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
  return Object.entries(value).every(([key, part]) => !(key in Object.prototype) && isPlain(part));
};

describe('a bundle somebody has tampered with', () => {
  it(`never throws and never gives a row that is none, in ${MUTATIONS} mutations`, () => {
    const outcomes = new Map<string, number>();
    let rejected = 0;
    for (let run = 0; run < MUTATIONS; run += 1) {
      const random = randomFrom(SEED + run * 7_919);
      const name = names[run % names.length]!;
      const seen = pushed(random, mutations[name]!(random));
      rejected += seen.rejected;
      outcomes.set(seen.kind, (outcomes.get(seen.kind) ?? 0) + 1);
      for (const line of seen.lines) {
        if (!isAccepted(line) || !isPlain(line.row)) expect.fail(`${name}, run ${run}: ${canonicalJson(line)}`);
      }
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    // The mutations reach what they are for: whole bundles with rows left out, and most of the ways to fail.
    expect(outcomes.get('read')).toBeGreaterThan(MUTATIONS / 4);
    expect(rejected).toBeGreaterThan(MUTATIONS / 8);
    expect([...outcomes.keys()].sort()).toEqual(
      ['changed', 'counts-differ', 'newer-bundle', 'not-a-bundle', 'not-json', 'read', 'truncated'].sort(),
    );
  }, 60_000);

  it('is read whole as long as nobody has', () => {
    const seen = pushed(randomFrom(SEED), valid);
    expect(seen.kind).toBe('read');
    expect(seen.lines).toHaveLength(some.length);
    expect(bundleOf(seen.lines)).toBe(valid);
  });
});
