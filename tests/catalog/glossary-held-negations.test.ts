// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { lowestMedian } from '@/tests/speed';
import { reading, shownIn } from './reading';

const shown = (lang: string, text: string) =>
  shownIn(text, lang).map(({ start, end, kind, concept }) => `${text.slice(start, end)} ${kind} ${concept}`.trim());
const denied = (lang: string, text: string) =>
  shownIn(text, lang)
    .filter(({ kind }) => kind === 'negation')
    .map(({ start, end, concept }) => `${text.slice(start, end)} ${concept}`);

describe('a longer word that holds a negation', () => {
  test.each([
    ['zh', '与描述不符', ['与描述不符 not-as-described']],
    ['zh', '尺寸不符', ['不符 not-as-described']],
    ['zh', '颜色不同', ['不同 different']],
    ['zh', '包裹不完整', ['不完整 incomplete']],
    ['de', 'Der Artikel ist nicht wie beschrieben', ['nicht wie beschrieben not-as-described']],
    ['fr', 'article non conforme', ['non conforme not-as-described']],
    ['es', 'no coincide con la foto', ['no coincide not-as-described']],
    ['en', 'It is not as described', ['not as described not-as-described']],
    ['ar', 'المنتج غير مطابق للوصف', ['غير مطابق للوصف not-as-described']],
  ])('is a negation with its own gloss, in %s: %s', (lang, text, expected) => {
    expect(denied(lang, text)).toEqual(expected);
  });

  test.each([
    ['zh', '我不同意', '不 not'],
    ['zh', '不全是我的问题', '不 not'],
    ['zh', '看不见按钮', '不 not'],
    ['zh', '订单找不见', '不 not'],
  ])('leaves the negation bare where it is part of another word, in %s: %s', (lang, text, expected) => {
    expect(denied(lang, text)).toEqual([expected]);
  });

  test.each([
    ['zh', '质量都不错', '不错 word good'],
    ['zh', '没问题', '没问题 word good'],
    ['zh', '不好意思', '不好意思 word sorry'],
    ['zh', '有没有', '有没有 word whether'],
    ['it', 'come mai', 'come mai word why'],
  ])('is shown whole where it denies nothing, in %s: %s', (lang, text, expected) => {
    expect(shown(lang, text)).toContain(expected);
    expect(denied(lang, text)).toEqual([]);
  });
});

describe('what has the letters of a negation', () => {
  test.each([
    ...'有没有 是不是 能不能 会不会 要不要 可不可以 行不行 对不对 好不好'.split(' ').map((words) => ['zh', words]),
    ['zh', '有没有人'],
    ['ko', '3일 안에 보내 주세요'],
    ['ko', '상자 안에서 찾았어요'],
    ['ko', '창고 안으로 넣어 주세요'],
    ['ko', '아직 안에 있어요'],
    ['ar', 'وما سعر الشحن؟'],
    ['ar', 'وما الموعد؟'],
    ['ar', 'وما مقاسي؟'],
    ['fr', 'née le 3 mars'],
    ['fr', 'né le 3 mars'],
    ['es', 'el nº 12'],
    ['pt', 'casa n° 12'],
    ['it', 'via Roma n° 3'],
    ['ja', 'テレビにつないで使う'],
  ])('denies nothing, in %s: %s', (lang, text) => {
    expect(denied(lang, text)).toEqual([]);
  });

  test.each([
    ['ko', '이번 주 안에 안 오면 취소할게요', '안 not'],
    ['ar', 'وما وصل الطلب', 'ما not'],
    ['ar', 'ما حل المشكلة', 'ما not'],
    ['fr', 'ne marche plus', 'ne marche plus no-longer'],
    ['pt', 'ainda n recebi', 'ainda n not-yet'],
    ['it', 'come mai non arriva', 'non not'],
    ['ja', 'パーツが一つない', 'ない not'],
    ['zh', '有没有人没收到', '没 not'],
  ])('does not take a real one along, in %s: %s', (lang, text, expected) => {
    expect(denied(lang, text)).toEqual([expected]);
  });
});

test.each([
  ['zh', '不错不同意有没有描述不符'],
  ['ko', '안에 안 '],
  ['ar', 'ما سعر ما وصل '],
])('a hostile message of negations is explained in time, in %s', (lang, text) => {
  const hostile = text.repeat(1_000).slice(0, 6_000);
  expect(lowestMedian(() => shownIn(hostile, lang), 100, 3)).toBeLessThan(100);
});

/** The only surroundings a listed negation may be hidden in, each looked at by itself. */
const HARMLESS: Readonly<Record<string, RegExp>> = {
  ar: /ما ?(?:هو|هي|ال\S+|زا\S+|اسم|حالة|سبب|سعر|طريقة|نوع|رقم|مدى|مدة|حجم|لون|موعد|مقاس)|قبل ما/gu,
  ja: /かもしれません|すみません|すいません|申し訳(?:ありません|ございません|ない)|(?:いただ|頂)け(?:ません|ないで)|もらえ(?:ません|ないで)|くれません|くださいません|につない|何の(?:意味|ため)|少ない|危ない|仕方ない|もったいない|な(?:ければ|くては)な(?:らない|りません)|ないといけ(?:ない|ません)|無線|無料|不思議/gu,
  ko: /안[에으의쪽녕내전심경]|동안|불안|방안|머지않아|틀림없|어쩔 수 없/gu,
  ru: /или нет/giu,
  zh: /(\p{Script=Han})[不没沒]\1|可不可以|非常|特[别別]|[别別][人的]|[区級级类類性][别別]|不[锈鏽][钢鋼]|不[错錯]|不好意思|差不多|[无無][线線]|[无無]论|不管|不[仅但]|没关系|没问题|未来|不得不|[对對]不起|不粘锅|不久/gu,
  tr: /umuyor\p{L}*|temaz\p{L}*/giu,
  es: /n\.?º/giu,
}; // prettier-ignore

/** Every message of the lists the intents are learnt from, and those the glossary is tried with. */
function messagesIn(lang: string): readonly string[] {
  const seeds = readFileSync(`utils/catalog/replies/seeds/${lang}.jsonl`, 'utf8').split('\n').filter(Boolean);
  const fixture = `tests/fixtures/glossary/${lang}.json`;
  const told = existsSync(fixture) ? (JSON.parse(readFileSync(fixture, 'utf8')) as readonly { text: string }[]) : [];
  return [...seeds.map((line) => (JSON.parse(line) as { text: string }).text), ...told.map(({ text }) => text)];
}

describe.each([...SHIPPED_LANGS])('in every known message in %s', (lang) => {
  test('no negation is lost', { timeout: 60_000 }, () => {
    const { negationsIn } = reading(lang);
    let seen = 0;
    const lost = messagesIn(lang).filter((text) => {
      const listed = negationsIn(text);
      if (listed.length === 0) return false;
      seen += 1;
      const marks = shownIn(text, lang).filter(({ kind }) => kind === 'negation');
      const allowed = [...text.matchAll(HARMLESS[lang] ?? /(?!)/g)].map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
      }));
      return listed.some((one) => ![...marks, ...allowed].some(({ start, end }) => start < one.end && one.start < end));
    });
    expect(lost).toEqual([]);
    expect(seen, 'messages that deny something').toBeGreaterThan(100);
  });
});
