const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }; // prettier-ignore
const NUMERAL = /[〇零一二两兩三四五六七八九十百]{1,7}(?:[点點][〇零一二三四五六七八九]{1,2})?/y;
/** What has to follow unless a word of size stands before: a mark of size or a unit of length. */
const SIZE_FOLLOWS = /半?(?:[码碼号號]|厘米|公分|毫米|センチ|サイズ|ミリ)/y;
const HALF = /(?:[码碼号號])?半(?=[码碼号號的吗嗎呢，。？！,.?!\s]|$)/y;

/**
 * Reads a Chinese numeral that stands as a size ("四十二码", "尺码三十八"); null for any other.
 *
 * `marked`: a word of size stands right before it.
 */
export function readHanNumber(
  source: string,
  at: number,
  marked: boolean,
): { readonly value: number; readonly end: number } | null {
  const first = source[at] as string;
  if (first !== '十' && first !== '百' && DIGITS[first] === undefined) return null;
  NUMERAL.lastIndex = at;
  const found = NUMERAL.exec(source);
  if (!found) return null;
  let end = NUMERAL.lastIndex;
  SIZE_FOLLOWS.lastIndex = end;
  if (!SIZE_FOLLOWS.test(source) && !(marked && found[0].length > 1)) return null;
  const [whole = '', fraction] = found[0].split(/[点點]/);
  let value = valueOf(whole);
  if (fraction) value += valueOf(fraction) / 10 ** fraction.length;
  HALF.lastIndex = end;
  const half = fraction ? null : HALF.exec(source);
  if (half) {
    value += 0.5;
    end = HALF.lastIndex;
  }
  return { value, end };
}

/** "三百二十", "四十二", "十八", and digits one by one: "三八". */
function valueOf(numeral: string): number {
  if (!/[十百]/.test(numeral)) return Number([...numeral].map((char) => DIGITS[char] ?? 0).join(''));
  let total = 0;
  let digit = 0;
  for (const char of numeral) {
    if (char === '百' || char === '十') {
      total += (digit || 1) * (char === '百' ? 100 : 10);
      digit = 0;
    } else digit = DIGITS[char] ?? 0;
  }
  return total + digit;
}
