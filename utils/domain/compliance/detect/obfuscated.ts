import type { Search } from './search';

// What filters are dodged with: signs that look like a letter, Cyrillic twins, and separators between letters.
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  a: 'a@4\u0430',
  b: 'b8\u0432',
  c: 'c\u0441',
  e: 'e3\u0435\u20ac',
  g: 'g9',
  h: 'h\u043d',
  i: 'i1l!|\u0456',
  k: 'k\u043a',
  l: 'l1i|',
  m: 'm\u043c',
  o: 'o0\u043e',
  p: 'p\u0440',
  r: 'r\u0433',
  s: 's$5\u0455',
  t: 't7+\u0442',
  w: 'w\u0448',
  x: 'x\u0445',
  y: 'y\u0443',
};
const BETWEEN = "[\\s._*~|/\\\\,'-]{0,2}";
const EDGE_BEFORE = '(?<![a-z0-9\u0430-\u044f])';
const EDGE_AFTER = '(?![a-z0-9\u0430-\u044f])';

const spread = (name: string): string =>
  [...name].map((letter) => `[${(LOOKS_LIKE[letter] ?? letter).replace(/[\\\]^-]/g, '\\$&')}]`).join(BETWEEN);

const NAMES = ['whatsapp', 'wechat', 'weixin', 'telegram', 'viber', 'skype', 'kakaotalk', 'gmail', 'hotmail'];
const MASKED_NAME = new RegExp(`${EDGE_BEFORE}(?:${NAMES.map(spread).join('|')})${EDGE_AFTER}`);
// Written plainly, or as two plain words, they are the business of the rules about messengers and addresses.
const PLAIN_NAME = /^(?:whats ?app|we ?chat|we ?ixin|weixin|telegram|viber|skype|kakao ?talk|gmail|hotmail)$/;

// "Point de", "punto de" and "point it" are ordinary words: unless it stands in brackets, only `dot` goes with every ending.
const BRACKETED_DOT =
  ' ?[([{] ?(?:dot|punkt|punto|ponto|point|\\.|\u70b9|\u0442\u043e\u0447\u043a\u0430) ?[)\\]}] ?| dot | ?\u70b9 ?';
const SPOKEN_DOT = ' (?:punkt|punto|ponto|point|\u0442\u043e\u0447\u043a\u0430) ';
const ENDING =
  '(?:com|net|org|de|es|cn|ru|fr|it|co|me|info|shop|store|br|jp|\u043a\u043e\u043c|\u0440\u0443)(?![a-z0-9])';
const SPELLED_HOST = new RegExp(
  `${EDGE_BEFORE}[a-z0-9-]{2,40}(?:(?:${BRACKETED_DOT})${ENDING}|${SPOKEN_DOT}(?:com|net|org|info|ru|\u0440\u0443|\u043a\u043e\u043c)(?![a-z0-9]))`,
);
const SPACED_HOST = new RegExp(
  `${EDGE_BEFORE}(?:w ?w ?w ?\\. )[a-z0-9-]{2,40} ?\\. ?${ENDING}|${EDGE_BEFORE}h ?t ?t ?p ?s? ?: ?/ ?/ [a-z0-9.-]{4,60}`,
);

// Numbers dictated digit by digit, in the nine languages with rules of their own; seven make a telephone number.
const DIGIT_WORDS = [
  'zero|oh|one|two|three|four|five|six|seven|eight|nine',
  'null|eins|zwei|zwo|drei|vier|funf|fuenf|sechs|sieben|acht|neun',
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve',
  'un|deux|trois|quatre|cinq|sept|huit|neuf',
  'due|tre|quattro|cinque|sei|sette|otto|nove',
  'um|dois|quatro|meia|sete|oito',
  '\u043d\u043e\u043b\u044c|\u043e\u0434\u0438\u043d|\u0434\u0432\u0430|\u0442\u0440\u0438|\u0447\u0435\u0442\u044b\u0440\u0435|\u043f\u044f\u0442\u044c|\u0448\u0435\u0441\u0442\u044c|\u0441\u0435\u043c\u044c|\u0432\u043e\u0441\u0435\u043c\u044c|\u0434\u0435\u0432\u044f\u0442\u044c',
].join('|');
const DICTATED = new RegExp(`${EDGE_BEFORE}(?:(?:${DIGIT_WORDS})[ ,.-]{1,3}){6,20}(?:${DIGIT_WORDS})${EDGE_AFTER}`);
const DICTATED_HAN =
  /[\u96f6\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5e7a\u58f9\u8d30\u53c1\u8086\u4f0d\u9646\u67d2\u634c\u7396]{7,20}/;

/** Eight or more single digits with something between each two; also what the telephone reader must not take. */
export const SPACED_DIGITS = /(?<![\d.,])\d(?:[ ._*~-]{1,3}\d){7,14}(?![\d.,]*\d)/;
// Sizes or steps being counted up.
const COUNTED = /^(?:0\D+)?(?:1\D+)?2\D+3\D+4\D+5\D+6/;

/** Contact data written so that filters miss them; all read the normalised text. */
export const OBFUSCATED: readonly Search[] = [
  // Nearly every message has no letter among signs and no run of lone letters, and the question is cheap.
  {
    when: /[a-z][@$|*~_.\d!+-][a-z]|[a-z][\u0430-\u044f]|[\u0430-\u044f][a-z]|(?:^| )\w{1,4}[ '] ?\w{1,3} \w{1,4}/,
    find: MASKED_NAME,
    drop: [PLAIN_NAME],
  },
  { when: /dot|punkt|punto|ponto|point|[[({] ?\.|\u70b9|\u0442\u043e\u0447\u043a\u0430/, find: SPELLED_HOST },
  { when: /w ?w ?w ?\. |h ?t ?t ?p ?s? ?: ?\/ ?\/ /, find: SPACED_HOST },
  { find: DICTATED },
  { find: DICTATED_HAN },
  { when: /\d[ ._*~-]{1,3}\d[ ._*~-]{1,3}\d[ ._*~-]{1,3}\d/, find: SPACED_DIGITS, drop: [COUNTED] },
];
