// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What the parts of a code that are put together can be. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'message.${what}': ['message.inserted', 'message.sent', 'message.copied'],
};
const PLAIN = /'([a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+)'/g;
const AFTER_WHAT = /\bwhat: '([\w.-]+)'/g;
const TEMPLATE = /`([a-z][a-z-]*\.\$\{[^`]+)`/g;

const all = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, code = '']) => code);

// Every file that writes lines: any name of two parts in it is taken for a code, so that none can hide in a variable.
const writers = readdirSync('utils/app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(`utils/app/${file}`, 'utf8') }))
  .filter(({ text }) => /(?<!console)\.log\(|\blog\(\{/.test(text));
const templates = writers.flatMap(({ text }) => all(TEMPLATE, text));
const codes = [
  ...new Set([
    ...writers.flatMap(({ text }) => [...all(PLAIN, text), ...all(AFTER_WHAT, text)]),
    ...templates.flatMap((template) => PUT_TOGETHER[template] ?? []),
  ]),
].sort();

const wordsOf = (lang: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(`public/locales/${lang}/worklog.json`, 'utf8')).what;

const find = (words: Readonly<Record<string, unknown>>, code: string, form: string): unknown =>
  `${code}_${form}`
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);

describe('the codes of the work log', () => {
  it('are found', () => {
    expect(codes).toEqual(expect.arrayContaining(['note.added', 'message.sent', 'escalated', 'product.changed']));
    expect(codes.length).toBeGreaterThan(40);
  });

  it('that are put together are known in all their forms', () =>
    expect(templates.filter((template) => !(template in PUT_TOGETHER))).toEqual([]));

  it.each(codes)('%s has words', (code) => {
    expect([find(wordsOf('en'), code, 'one'), find(wordsOf('en'), code, 'other')]).toEqual([
      expect.stringContaining('{{count}}'),
      expect.stringContaining('{{count}}'),
    ]);
    expect(find(wordsOf('zh-CN'), code, 'other')).toEqual(expect.stringContaining('{{count}}'));
  });
});
