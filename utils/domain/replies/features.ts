/** Number of hash buckets; the weight file is made for exactly this many. */
export const BUCKETS = 8192;

const COMBINING = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/gu;
const HANGUL = /[\u1100-\u11ff]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const WORDS = /[\p{L}\p{N}]+/gu;
const MAX_CHARS = 2000;

/**
 * Brings a message to the form features are taken from: NFKC, lower case, no accents, digits as 0, no letter more than twice
 * in a row. Hangul comes apart into its letters (jamo), because endings are glued to every stem.
 */
export function normaliseForFeatures(text: string): string {
  return (
    text
      .slice(0, MAX_CHARS)
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(COMBINING, '')
      // The voicing marks of kana are letters of their own and stay with theirs.
      .replace(/[\u3040-\u30ff][\u3099\u309a]/gu, (kana) => kana.normalize('NFC'))
      .replace(/ß/g, 'ss')
      .replace(/ł/g, 'l')
      .replace(/ı/g, 'i')
      .replace(/\p{N}/gu, '0')
      .replace(/(.)\1{2,}/gu, '$1$1')
      .replace(/['’`]/g, '')
  );
}

/** FNV-1a over UTF-16 units, folded to the number of buckets. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV's low bits alone are weak for short strings; folding the high half in costs nothing.
  hash ^= hash >>> 15;
  return (hash >>> 0) % BUCKETS;
}

/**
 * The hashed features of a text, each bucket once: words, word pairs, character 3- to 5-grams inside word borders,
 * 1- and 2-grams for Chinese and Japanese, jamo 2- to 6-grams for Korean.
 */
export function featuresOf(text: string): readonly number[] {
  const words = normaliseForFeatures(text).match(WORDS) ?? [];
  const buckets = new Set<number>();
  const add = (feature: string): void => {
    buckets.add(bucketOf(feature));
  };
  words.forEach((word, index) => {
    if (CJK.test(word)) addGrams(word, 1, 2, add);
    else if (HANGUL.test(word)) addGrams(`^${word}$`, 2, 6, add);
    else {
      add(`w ${word}`);
      const next = words[index + 1];
      if (next !== undefined) add(`p ${word} ${next}`);
      addGrams(`^${word}$`, 3, 5, add);
    }
  });
  return [...buckets];
}

function addGrams(word: string, from: number, to: number, add: (feature: string) => void): void {
  const letters = [...word];
  for (let size = from; size <= to; size += 1) {
    for (let at = 0; at + size <= letters.length; at += 1) add(letters.slice(at, at + size).join(''));
  }
}
