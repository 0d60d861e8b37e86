import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkerOf, packOf } from '@/scripts/evaluate/lib/rule-packs';
import { ruleLangs } from '@/utils/catalog/rules/rule-files';
import { detectors } from '@/utils/domain/compliance/detect/detectors';
import { detectorSources } from '@/utils/domain/compliance/detect/searches';
import { check, compile, type CompiledPack } from '@/utils/domain/compliance/engine';
import { brandAs } from '@/utils/domain/ids';
import { normalise } from '@/utils/domain/text/normalise';

const messagesOf = (lang: string): readonly string[] =>
  readFileSync(`tests/fixtures/compliance/${lang}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);

const run = (text: string, lang: string, pack: CompiledPack) => {
  const input = { text, lang, marketplace: brandAs<'MarketId'>('amazon'), direction: 'reply' } as const;
  return check({ ...input, now: brandAs<'Instant'>('2026-01-01T00:00:00.000Z') }, pack);
};

// The question to all lines at once may only spare work: what a line holds alone, it holds among others.
it.each(ruleLangs)('detectors find the same in a line of %s alone and among others', (lang) => {
  const texts = messagesOf(lang).map((text) => text.replaceAll('\n', ' '));
  for (const [name, { reads, spansLines, find, among }] of detectors(detectorSources, ['amazon.*'])) {
    if (spansLines) continue;
    const lines = texts.map((text) => (reads === 'original' ? text : normalise(text).text));
    const quick = among(lines.join('\n'));
    for (const line of lines) expect(quick?.(line) ?? [], `${name}: ${line}`).toEqual(find(line));
  }
});

describe('a text that was read before', () => {
  it.each(ruleLangs)('has the findings of one that is new, in %s', (lang) => {
    const messages = messagesOf(lang);
    const used = checkerOf(lang);
    const at = (from: number) => messages.slice(from, from + 6).join('\n\n');
    for (let from = 0; from < 30; from += 3) run(at(from), lang, used);
    // The same lines at another place, after others.
    const text = `${at(12)}\n${at(3)}`;
    expect(run(text, lang, used)).toEqual(run(text, lang, compile(packOf(lang))));
    // More lines than are remembered, the known ones among them.
    const long = Array.from({ length: 1_100 }, (_, line) => `${line}`).join('\n');
    expect(run(`${text}\n${long}\n${text}`, lang, used)).toEqual(
      run(`${text}\n${long}\n${text}`, lang, compile(packOf(lang))),
    );
  });
});

it('the finds of one detector stand in the order of the text, whichever search found them', () => {
  const [line] = checkerOf('en').lines('See bit.ly/3xyz, then http://lamp.example/a, then bit.ly/4abc.');
  const starts = line?.hits.get('@insecure-link')?.map(({ start }) => start) ?? [];
  expect(starts).toHaveLength(3);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});
