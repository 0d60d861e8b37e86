import type { Lang } from '../ids';
import { detectLanguage, type DetectedLanguage } from '../text/detect';
import { segmentSentences } from '../text/segment';
import type { GuardFinding } from './guard-finding';
import type { KnownFacts } from './known-facts';

/** Shorter texts say "ok" and "DHL" in every language. Units: letters; a Chinese one carries more. */
const FEWEST_LETTERS = 24;
const FEWEST_IDEOGRAPHS = 8;
/** Close relatives (es, pt) need more than the margin that is enough to choose a reply. */
const CONFIDENCE = 0.2;

/** Telling a language takes longer than all other guards together; the beginning says whether a closer look is due. */
const FIRST_LOOK = 200;

const base = (lang: Lang): Lang => lang.toLowerCase().split(/[-_]/)[0] ?? lang;

const isLong = (text: string): boolean =>
  (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS ||
  (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0) >=
    FEWEST_IDEOGRAPHS;

/** A reply that is surely in another language than the buyer's; two languages in one reply are meant so. */
export function checkLanguage(
  text: string,
  { buyerLang, written }: Pick<KnownFacts, 'buyerLang' | 'written'>,
): readonly GuardFinding[] {
  if (!buyerLang?.sure || !isLong(text)) return [];
  const wanted = base(buyerLang.lang);
  const hints = { pageSays: wanted };
  const isOther = (found: DetectedLanguage): boolean =>
    found.sure && found.confidence >= CONFIDENCE && base(found.lang) !== wanted;
  if (!isOther(written ?? detectLanguage(text.slice(0, FIRST_LOOK), hints))) return [];
  const found = written ?? detectLanguage(text, hints);
  if (!isOther(found)) return [];
  const sentences = segmentSentences(text);
  const isMixed = sentences.some(({ start, end }) => {
    const sentence = text.slice(start, end);
    const read = detectLanguage(sentence, hints);
    return read.sure && base(read.lang) === wanted && (sentence.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_IDEOGRAPHS;
  });
  if (isMixed) return [];
  const place = sentences.find(({ start, end }) => isLong(text.slice(start, end))) ?? { start: 0, end: text.length };
  return [{ rule: 'guard-language', severity: 'warn', ...place, said: base(found.lang), known: wanted, fixes: [] }];
}
