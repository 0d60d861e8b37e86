import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCues } from '@/utils/domain/replies/cues';
import { saveModel } from '@/utils/domain/replies/model';
import { trainModel } from '@/utils/domain/replies/training';
import type { Calibration } from '@/utils/domain/replies/model';
import type { Seed } from '@/utils/domain/replies/training';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';

const CATALOGUE = join(process.cwd(), 'utils/catalog');
const read = (path: string) => readFileSync(join(CATALOGUE, path), 'utf8');
const files = readdirSync(join(CATALOGUE, 'replies/seeds')).sort();
const seedsOf = (file: string) =>
  read(`replies/seeds/${file}`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Seed);
const intents = (JSON.parse(read('replies/intents.json')) as readonly { readonly id: string }[]).map(({ id }) => id);

describe('seed sentences', () => {
  it('exist in every shipped language', () => {
    expect(files).toEqual([...SHIPPED_LANGS].sort().map((lang) => `${lang}.jsonl`));
  });

  it.each(files)('cover every intent several times: %s', (file) => {
    const counts = new Map<string, number>(intents.map((id) => [id, 0]));
    for (const { intent } of seedsOf(file)) counts.set(intent, (counts.get(intent) ?? NaN) + 1);
    const least = 10;
    for (const [intent, count] of counts) expect(count, intent).toBeGreaterThanOrEqual(least);
  });

  it.each(files)('name only known intents, each text once: %s', (file) => {
    const seeds = seedsOf(file);
    for (const { intent, also = [] } of seeds) expect(intents).toEqual(expect.arrayContaining([intent, ...also]));
    expect(new Set(seeds.map(({ text, intent }) => `${intent} ${text}`)).size).toBe(seeds.length);
  });

  it('rebuild the committed weight file byte for byte', { timeout: 120_000 }, () => {
    const calibration = JSON.parse(read('replies/calibration.json')) as Calibration;
    const rebuilt = saveModel(trainModel(files.flatMap(seedsOf), calibration));
    const committed = readFileSync(join(CATALOGUE, 'replies/intents.bin'));
    expect(committed.length).toBeLessThanOrEqual(250_000);
    expect(Buffer.compare(Buffer.from(rebuilt), committed)).toBe(0);
  });
});

describe('cue lists', () => {
  const lists = readdirSync(join(CATALOGUE, 'cues')).map((file) => [
    file.slice(0, 2),
    JSON.parse(read(`cues/${file}`)) as unknown,
  ]);
  const { cues, problems } = parseCues(Object.fromEntries(lists) as Record<string, unknown>);

  it('all fit their schema and name known intents', () => {
    expect(problems).toEqual([]);
    for (const entries of cues.values()) for (const { intent } of entries) expect(intents).toContain(intent);
  });

  it('say what they mean in Chinese, and in English where they are not English', () => {
    for (const [lang, entries] of cues) {
      for (const { intent, gloss } of entries) {
        expect(gloss?.['zh'], `${lang} ${intent}`).toBeTruthy();
        if (lang !== 'en') expect(gloss?.['en'], `${lang} ${intent}`).toBeTruthy();
      }
    }
  });
});
