import type { Lang } from '../../ids';
import type { FoldedText } from '../../text/phrases';
import type { Span } from '../../text/span';
import { findWords, indexWords, type WordIndex } from './word-index';

// Turkish says "not" inside the verb: gelmedi, çalışmıyor, olmaz, gelmemiş, gelmeyecek. Folded letters.
const IN_VERBS: Readonly<Record<Lang, RegExp>> = {
  tr: /(?<!\p{L})\p{L}{2,}(?:m[ae]di(?:m|n|k|niz|lar|ler|g\p{L}*)?|m[iu]yor\p{L}*|m[ae]z(?:sa|se|lar|ler|di)?|m[ae]mis\p{L}*|m[ae]y[ae]c[ae][kg]\p{L}*)(?!\p{L})/gu,
};

// Words that hold the letters of a negation and deny nothing; only where nothing stands between words, and of Turkish verbs.
const LOOKALIKES: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['非常', '特别', '特別', '别人', '別人', '别的', '区别', '類別', '类别', '级别', '性别', '无线', '無線', '不锈钢', '不鏽鋼', '不错', '不錯', '差不多', '不好意思', '无论', '不管', '不仅', '不但', '没关系', '未来', '不得不'],
  // "Sorry", "perhaps", "must" and polite questions are built with "not" in Japanese.
  ja: ['すみません', 'すいません', '申し訳ありません', '申し訳ございません', '申し訳ない', 'かもしれない', 'かもしれません', 'なければならない', 'なければなりません', 'いただけませんか', 'いただけないで', '頂けませんか', '頂けないで', 'もらえませんか', 'もらえないで', 'くれませんか', 'くださいませんか', 'いただけませんでしょうか', '頂けませんでしょうか', 'もらえませんでしょうか', '少ない', '危ない', '仕方ない', 'もったいない', '無線', '無料', '不思議', '何の意味', '何のため', 'につない', 'をつない', 'なくてはならない', 'なくてはなりません', 'なければいけない', 'なければいけません', 'ないといけない', 'ないといけません'],
  ko: ['안녕', '안내', '안전', '안심', '동안', '안쪽', '안에', '안으로', '안경', '방안', '불안', '틀림없*', '어쩔 수 없*'],
  // Before a noun "ما" asks what it is; with "زال" it says that something still goes on.
  ar: ['خلال', 'الا ان', 'ماذا', 'لماذا', 'ما هو', 'ما هي', 'ما ال*', 'ما سبب', 'ما رقم', 'ما مدى', 'ما اذا', 'ما سعر', 'ما تكلفة', 'ما مقاس*', 'ما قياس*', 'ما لون', 'ما موعد', 'ما تاريخ', 'ما طريقة', 'ما مدة', 'ما حجم', 'ما اسم', 'ما عنوان*', 'ما وقت', 'ما تفاصيل', 'ما امكانية', 'ما حالة', 'ما سياسة', 'ما شروط', 'ما رايك', 'ما افضل', 'ما زال*', 'عندما', 'مما', 'ما شاء الله', 'بلاستيك'],
  tr: ['umuyor*', 'temaz*', 'namaz*'],
}; // prettier-ignore

const lookalikes = new Map<Lang, WordIndex<null>>();

function lookalikesOf(lang: Lang): WordIndex<null> | null {
  const words = LOOKALIKES[lang];
  if (!words) return null;
  const known = lookalikes.get(lang);
  if (known) return known;
  const made = indexWords(
    words.map((word) => [word, null] as const),
    lang,
  );
  lookalikes.set(lang, made);
  return made;
}

// 能不能, 有没有: said once more with "not" between, Chinese asks whether.
const WHETHER = /(\p{Script=Han})[不没沒]\1/gu;

// Folding takes the sign from "né" (born) and the raised letter from "nº": only what was typed tells them from "ne" and "no".
const TYPED: Readonly<Record<Lang, RegExp>> = {
  fr: /(?<!\p{L})né(?!\p{L})|(?<!\p{L})n[º°]/giu,
  es: /(?<!\p{L})n\.?[º°]/giu,
  pt: /(?<!\p{L})n(?:\.?[º°]|\.? ?(?=\d))/giu,
  it: /(?<!\p{L})n\.?[º°]/giu,
};

/** Places of words that only look like a negation. Units: UTF-16 offsets in the message. */
export function findLookalikes(lang: Lang, message: string, folded: FoldedText): readonly Span[] {
  const index = lookalikesOf(lang);
  const typed = TYPED[lang];
  const words: readonly Span[] = [
    ...(index ? findWords(index, folded) : []),
    ...(typed ? [...message.matchAll(typed)] : []).map(({ index: start, 0: { length } }) => ({
      start,
      end: start + length,
    })),
  ];
  if (lang !== 'zh') return words;
  const asked = [...folded.text.matchAll(WHETHER)].map(({ index: start, 0: { length } }) => ({
    start: folded.from[start]!,
    end: folded.to[start + length - 1]!,
  }));
  return [...words, ...asked];
}

// Korean chats glue the adverb to its verb: 안왔어요, 못했어요. Only verbs of shop messages: 안경 and 안내 begin alike.
const GLUED_KOREAN =
  /(?<![가-힣])[안못](?=[와왔오온올옴옵돼되된될됨됩됐맞했하한할합받켜봐가갔쓰써찾들먹파팔줘]|나[와오온올옴왔]|보[이여내냈])/gu;

/** Verbs that deny by an ending or by what is glued to them. Units: UTF-16 offsets in the message. */
export function findNegatedVerbs(lang: Lang, message: string, { text, from, to }: FoldedText): readonly Span[] {
  if (lang === 'ko') return [...message.matchAll(GLUED_KOREAN)].map(({ index }) => ({ start: index, end: index + 1 }));
  const pattern = IN_VERBS[lang];
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: from[index]!,
    end: to[index + length - 1]!,
  }));
}
