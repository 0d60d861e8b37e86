import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { allSentences } from '@/utils/catalog/sentences/all-sentences';
import { loadSentences, sentenceLanguages } from '@/utils/catalog/sentences/load-sentences';
import { sentencesSchema } from '@/utils/catalog/sentences/schema';
import { check } from '@/utils/domain/compliance/engine';
import { checkerOf } from '@/scripts/evaluate/lib/rule-packs';
import { SENTENCE_NAMES, type AnswerSentences, type SentenceName } from '@/utils/domain/convert/answers/sentences';
import { brandAs } from '@/utils/domain/ids';

const REPLY_LANGS = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru', 'tr', 'zh'];
const languages = Object.entries(allSentences);
const english = allSentences.en as AnswerSentences;

/** Parts of a sentence; everything else is a whole one. */
const PARTS: ReadonlySet<SentenceName> = new Set<SentenceName>([
  'sizeRange', 'height', 'weight', 'footLength', 'chest', 'bust', 'underbust', 'waist', 'hip', 'head', 'hand', 'finger',
  'neck', 'inseam', 'circumference', 'diameter', 'age', 'asian', 'clock', 'clockNextDay', 'clockDayBefore', 'women',
  'men', 'kids', 'unisex', 'foot', 'comma', 'both', 'join',
]); // prettier-ignore
const wholeNames = SENTENCE_NAMES.filter((name) => !PARTS.has(name));

const placeholders = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).sort();

/** A value that is unlike any word, so that only the sentence's own words can offend a rule. */
const filled = (sentence: string): string => sentence.replace(/\{\{\w+\}\}/g, 'EU 39');

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['a link', /https?:|www\.|\.(?:com|net|cn)\b/iu],
  ['a mail address', /\S@\S/u],
  ['a telephone number', /\d{5,}/u],
  ['an emoji', /\p{Extended_Pictographic}/u],
  ['markup', /<[a-z/]/iu],
  ['shouting', /!|¡|！/u],
  ['a word of guarantee', /guarantee|garant|保证|保証|보장|гарант|gwaranc|مضمون|100 ?%/iu],
  ['a blank out of place', / {2}|\s[,.。，、](?!\d)|[（「]\s|\s[）」]/u],
  ['a straight apostrophe between letters', /\p{L}'\p{L}/u],
];

describe('sentences of answers', () => {
  test('stand in all reply languages', () => {
    expect(languages.map(([lang]) => lang).sort()).toEqual(REPLY_LANGS);
    expect([...sentenceLanguages].sort()).toEqual(REPLY_LANGS);
  });

  test('can be loaded one language at a time, a region is no hindrance', async () => {
    expect(await loadSentences('pt-BR')).toEqual(allSentences.pt);
    expect(await loadSentences('xx')).toBeNull();
  });

  test.each(languages)('%s has every name and nothing else', (_, sentences) => {
    expect(v.safeParse(sentencesSchema, sentences).issues).toBeUndefined();
  });

  test.each(languages)('%s has the places of the English sentences, each once', (_, sentences) => {
    for (const name of SENTENCE_NAMES)
      expect.soft(placeholders(sentences[name]), name).toEqual(placeholders(english[name]));
  });

  test.each(languages)('%s ends every sentence with one full stop of its script', (lang, sentences) => {
    const stop = lang === 'zh' || lang === 'ja' ? '。' : '.';
    for (const name of wholeNames) {
      expect.soft(sentences[name].endsWith(stop), name).toBe(true);
      expect.soft(sentences[name].endsWith(stop + stop), name).toBe(false);
    }
    for (const name of PARTS) expect.soft(sentences[name].endsWith(stop), name).toBe(false);
  });

  test.each(languages)('%s writes with its own script', (lang, sentences) => {
    const scripts: Readonly<Record<string, RegExp>> = {
      ru: /\p{Script=Cyrillic}/u,
      ar: /\p{Script=Arabic}/u,
      zh: /\p{Script=Han}/u,
      ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
      ko: /\p{Script=Hangul}/u,
    };
    for (const name of wholeNames) expect.soft(sentences[name], name).toMatch(scripts[lang] ?? /\p{Script=Latin}/u);
  });

  test.each(languages)('%s begins sentences with a capital where the script has them', (_, sentences) => {
    for (const name of wholeNames) {
      const first = sentences[name].charAt(0);
      expect.soft(first, name).toBe(first.toUpperCase());
    }
  });

  test('no two languages share a sentence of more than two words', () => {
    for (const name of wholeNames) {
      const words = (sentence: string) => sentence.replace(/\{\{\w+\}\}/g, '').match(/\p{L}+/gu) ?? [];
      // Spanish and Portuguese both say "equivale a".
      const all = languages.map(([, sentences]) => sentences[name]).filter((text) => words(text).length > 2);
      expect.soft(new Set(all).size, name).toBe(all.length);
    }
  });

  test('no two sentences of a language are the same, but for shoes and other sizes', () => {
    for (const [lang, sentences] of languages) {
      const all = wholeNames.filter((name) => name !== 'shoeSize').map((name) => sentences[name]);
      expect.soft(new Set(all).size, lang).toBe(all.length);
    }
  });

  test.each(FORBIDDEN)('none holds %s', (_, pattern) => {
    for (const [lang, sentences] of languages)
      for (const name of wholeNames) expect.soft(sentences[name], `${lang} ${name}`).not.toMatch(pattern);
  });

  test('none says that a device works', () => {
    for (const [lang, sentences] of languages)
      for (const name of ['checkLabel', 'checkPlug', 'mains', 'usb'] as const)
        expect
          .soft(sentences[name], `${lang} ${name}`)
          .not.toMatch(
            /\bworks\b|funktioniert|funciona|fonctionne|funziona|werkt goed|działa|работает|يشتغل|能用|使えます|작동합니다/u,
          );
  });

  test.each(languages)('%s gives the message check nothing to say, on any marketplace', (lang, sentences) => {
    const pack = checkerOf(lang);
    for (const name of wholeNames)
      for (const marketplace of ['amazon', 'aliexpress', 'any']) {
        const found = check(
          {
            text: filled(sentences[name]),
            lang,
            marketplace: brandAs<'MarketId'>(marketplace),
            direction: 'reply',
            now: brandAs<'Instant'>('2026-11-21T09:00:00.000Z'),
          },
          pack,
        );
        expect
          .soft(
            found.map(({ rule }) => rule),
            `${name} on ${marketplace}`,
          )
          .toEqual([]);
      }
  });
});
