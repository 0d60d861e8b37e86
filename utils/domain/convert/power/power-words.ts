/** Words of plugs, outlets and voltage in fourteen languages. */
export const POWER_WORDS =
  /(?<!\p{L})(?:voltages?|volts?|plugs?|power outlets?|wall outlets?|sockets?|power adapt[eo]rs?|travel adapt[eo]rs?|plug adapt[eo]rs?|transformers?|spannung\p{L}*|netzspannung|stecker\p{L}*|steckdose\p{L}*|netzteil\p{L}*|stromnetz|voltages|prises?(?: de courant| électrique)?|tension|transformateur|voltaje|enchufes?|clavija|toma de corriente|transformador|voltaggio|tensione|spina|presa(?: di corrente)?|trasformatore|voltagem|tensão|tomadas?|plugue|bivolt|напряжени\p{L}*|вольт\p{L}*|вилк[аиуеой]{1,3}|розетк\p{L}*|трансформатор\p{L}*|netspanning|stekkers?|stopcontact\p{L}*|spänning|stickkontakt|eluttag|kontakten|napięcie|napięci\p{L}*|wtyczk\p{L}*|gniazdk\p{L}*|voltaj\p{L}*|gerilim|fiş\p{L}*|priz\p{L}*|(?:[وفبلك]{0,2}(?:ال)?|لل)(?:جهد|فولت|فولتية|قابس|قوابس|مقبس|مقابس|محول|فيش|فيشة|كهرباء))(?!\p{L})|电压|電壓|插头|插頭|插座|转换插头|变压器|電圧|プラグ|コンセント|変圧器|ボルト|伏|전압|플러그|콘센트|변압기|돼지코|볼트/giu;

/** An adapter is asked for; "the adapter is broken" is another matter. */
export const NEED_ADAPTER =
  /(?<!\p{L})(?:need|requires?|brauche?n?|benötig\p{L}*|besoin|faut-il|necesit\p{L}*|preciso|precisa|serve|occorre|нуж\p{L}*|nodig|behöv\p{L}*|potrzeb\p{L}*|gerek\p{L}*)(?!\p{L})[^.!?]{0,24}?(?<!\p{L})(?:adapt\p{L}*|adattator\p{L}*|адаптер\p{L}*|переходник\p{L}*|przejściówk\p{L}*|reisestecker)(?!\p{L})|어댑터[^.!?]{0,6}필요|アダプターは?[^。]{0,6}(?:必要|いり)|(?:محول|adaptör)[^.!?]{0,10}(?:gerek\p{L}*|مطلوب)/giu;

/** Asking whether something works somewhere; counts only beside a country's name. */
export const WORKS_WORDS =
  /(?<!\p{L})(?:work|works|working|usable|use (?:it|this)|used|compatible|run|runs|charge|funktionier\p{L}*|benutz\p{L}*|verwend\p{L}*|nutzbar|kompatibel|fonctionn\p{L}*|marche|utilis\p{L}*|funcion\p{L}*|sirve|usar|funzion\p{L}*|usare|compatibil\p{L}*|работает|работать|подойд[её]т|использовать|werkt|werken|gebruiken|fungerar|funkar|działa|działać|używać|çalışır|kullan\p{L}*|يعمل|تعمل)(?!\p{L})|能用|可以用|能使用|可以使用|适用|使え|使用でき|쓸 수|사용/giu;

/** Without a word of power only a question counts: "it does not work, I am in Germany" reports a defect. */
export const ASKING =
  /[?？؟]|吗|嗎|か(?:[。\s]|$)|까|나요|^\s{0,9}(?:does|do|will|can|could|would|is|which|what|funktioniert|kann|est-ce|puede|sirve|funciona)/iu;
/** Stands right before a verb that is denied. */
export const NEGATED = /(?:not|n't|nt|never|nicht|ne|pas|no|non|não|не|niet|inte|nie|لا)\s{0,3}$/iu;

/** These mean nothing but the mains, in any sentence. */
const CLEAR =
  /^(?:voltages?|volts?|power outlets?|wall outlets?|travel adapt[eo]rs?|plug adapt[eo]rs?|netzspannung|stromnetz|prises? (?:de courant|électrique)|voltaje|toma de corriente|voltaggio|presa di corrente|voltagem|bivolt|вольт.*|netspanning|voltaj.*|.{0,4}(?:فولت|فولتية|كهرباء)|电压|電壓|電圧|전압)$/iu;
/** The same words as parts of other things: ear plugs, socket wrenches, weight gain, blood pressure. */
const OTHER_BEFORE =
  /(?<!\p{L})(?:spark|ear|butt|drain|sink|bath|glow|nose|wall plug|rawl|hair|fire|surface|muscle|zünd)[\s-]{0,2}$/iu;
const OTHER_AFTER =
  /^(?:[\s-]{0,2}(?:wrench|sets?(?!\p{L})|spanner|screws?|key|head|adapter set|gauge|stretcher|rods?|belts?|artérielle|nerveuse|musculaire|arteriale|arterial|muscular|dorsale)|\s(?:de|en) (?!courant|terre|charge|type|l'appareil)\p{L}|\sin giro)/iu;
/** What people say of a plug that is no question about the mains: it broke, is lost, is to be sent back. */
const TROUBLE =
  /(?<!\p{L})(?:broken?|bent|missing|lost|defect\p{L}*|damaged?|loose|melt\p{L}*|burn\p{L}*|arriv\p{L}*|refund\p{L}*|replace\p{L}*|return\p{L}*|kaputt\p{L}*|defekt\p{L}*|fehlt|cassée?s?|abîmée?s?|manque|rot[ao]s?|falta|rott[oaie]|manca|quebrad[oa]s?|сломан\p{L}*|сломал\p{L}*|kapot|stuk|trasig|zepsut\p{L}*|złaman\p{L}*|kırık|kırıldı|bozuk|مكسور\p{L}*|معطل\p{L}*)(?!\p{L})|坏|壞|断了|斷了|破损|壊れ|折れ|고장|부러/iu;
/** Whether something goes in. */
const FITS =
  /(?<!\p{L})(?:fits?|fitting|suit\p{L}*|pass(?:t|en)|convien\p{L}*|compatible|va bene|vale para|serve|подход\p{L}*|подойд\p{L}*|past|passar|pasuj\p{L}*|uyar|uygun|uyumlu|مناسب\p{L}*)(?!\p{L})|合う|合い|適合|适合|匹配|맞/iu;

const SENTENCE_END = /[.!?。！？؟\n;；]/u;

/** The sentence a place of a text stands in, as offsets; a full stop between digits ends none. */
export function sentenceAt(text: string, at: number): { readonly start: number; readonly end: number } {
  const ends = (place: number): boolean =>
    SENTENCE_END.test(text[place] ?? '') && !(text[place] === '.' && /[\p{L}\d]/u.test(text[place + 1] ?? ''));
  let start = at;
  while (start > 0 && !ends(start - 1)) start--;
  let end = at;
  while (end < text.length && !ends(end)) end++;
  return { start, end: Math.min(text.length, end + 1) };
}

/** A word of power with what it stands in, to judge whether the mains is meant. */
export interface WordInPlace {
  readonly word: string;
  readonly at: number;
  /** Whether a country or a voltage stands in the same sentence. */
  readonly isPlaced: boolean;
}

/**
 * Whether a word of power speaks of the mains: "plug", "socket", "prise" and the like count only where use, country, fit
 * or voltage is in question.
 */
export function speaksOfMains(text: string, { word, at, isPlaced }: WordInPlace): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(at + word.length, at + word.length + 24);
  if (OTHER_BEFORE.test(before) || OTHER_AFTER.test(after)) return false;
  if (CLEAR.test(word) || isPlaced) return true;
  // A word alone is a search for it.
  if (text.trim() === word) return false;
  const { start, end } = sentenceAt(text, at);
  const sentence = text.slice(start, end);
  if (TROUBLE.test(sentence)) return false;
  return ASKING.test(sentence) || FITS.test(sentence);
}
