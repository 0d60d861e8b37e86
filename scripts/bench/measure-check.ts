/**
 * What the message check costs per text, in this process. Every text is checked once: nothing of it has been seen before,
 * as when a conversation is opened; then the same text grows by one character, as when somebody types.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { catalogAssets } from '../lib/catalog-assets.mjs';
import { checkerOf } from '../evaluate/lib/rule-packs';
import { check } from '../../utils/domain/compliance/engine';
import { brandAs } from '../../utils/domain/ids';
import type { DomainFigure } from './measure-domain';
import { spreadOf } from './stats';

const FOLDER = new URL('../../tests/fixtures/compliance/', import.meta.url);
const TEXTS = 60;
const KEYS = 200;

interface Labelled {
  readonly text: string;
  readonly clean: boolean;
}

/**
 * Texts of a length made of a language's test messages, each beginning with another one: as agents write them, with one
 * message in ten breaking a rule, or as our test messages come, where more than half do.
 */
function textsOf(lang: string, length: number, mix: 'usual' | 'dense' = 'usual'): readonly string[] {
  const file = readFileSync(new URL(`${lang}.jsonl`, FOLDER), 'utf8');
  const all = file.split('\n').flatMap((line) => (line.trim() === '' ? [] : (JSON.parse(line) as Labelled)));
  const clean = all.filter((one) => one.clean);
  const broken = all.filter((one) => !one.clean);
  const usual = clean.flatMap((one, at) => (at % 9 === 4 ? [one, broken[at % broken.length] ?? one] : one));
  const messages = (mix === 'usual' ? usual : all).map(({ text }) => text);
  return Array.from({ length: TEXTS }, (_, at) => {
    let text = '';
    // A number in each sentence keeps two texts from sharing one.
    for (let next = at * 7; text.length < length; next += 1)
      text += `${messages[next % messages.length]} ${at}-${next}\n`;
    return text.slice(0, length);
  });
}

const run = (text: string, lang: string): number => {
  const input = { text, lang, marketplace: brandAs<'MarketId'>('amazon'), direction: 'reply' } as const;
  const from = performance.now();
  check({ ...input, now: brandAs<'Instant'>('2026-01-01T00:00:00.000Z') }, checkerOf(lang));
  return performance.now() - from;
};

/** Measures the check in every language with test messages. */
export function measureCheck(): readonly DomainFigure[] {
  const langs = readdirSync(FOLDER).map((name) => name.replace('.jsonl', ''));
  const shipped = new Map(
    (catalogAssets() as { relativeDest: string; contents?: string }[]).map((file) => [
      file.relativeDest,
      file.contents,
    ]),
  );
  return langs.flatMap((lang) => {
    textsOf(lang, 1_000).forEach((text) => run(text, lang));
    const [typed = ''] = textsOf(lang, 2_000);
    const keys = Array.from({ length: KEYS }, (_, at) => run(typed + 'x'.repeat(at), lang));
    const rules = gzipSync(shipped.get(`catalog/rules/${lang}.json`) ?? '').length / 1_000;
    return [
      {
        what: `${lang}: check 2,000 characters`,
        budget: 1,
        spread: spreadOf(textsOf(lang, 2_000).map((text) => run(text, lang))),
      },
      {
        what: `${lang}: check 10,000 characters`,
        budget: 5,
        spread: spreadOf(textsOf(lang, 10_000).map((text) => run(text, lang))),
      },
      {
        what: `${lang}: check 2,000 characters, most of them breaking rules`,
        budget: 2,
        spread: spreadOf(textsOf(lang, 2_000, 'dense').map((text) => run(text, lang))),
      },
      { what: `${lang}: one more character of 2,000`, budget: 0.3, spread: spreadOf(keys) },
      { what: `${lang}: rule data, kB gzip`, budget: 15, spread: spreadOf([rules]) },
    ];
  });
}
