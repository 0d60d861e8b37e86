import type { Span } from '../../text/span';

/** Patterns over the normalised text: addresses of every kind, with what only looks like one taken out. */

const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g;
const SPELLED_EMAIL =
  /[a-z0-9._-]{2,40} ?(?:\(at\)|\[at\]| at |@) ?[a-z0-9-]{2,40} ?(?:\(dot\)|\[dot\]| dot | punkt | punto ) ?(?:com|net|org|de|es|cn|ru|fr|it|co|me|info)(?![a-z0-9])/g;
const SPELLED_DOT = /[([ ](?:dot|punkt|punto)[)\] ]/;
const RELAY = /@marketplace\.amazon\./;

/** E-mail addresses, also written out; the marketplace's own relay addresses are not the buyer's or the seller's. */
export const findEmails = (text: string): Span[] =>
  // Cheap questions first: nearly every message answers them with no.
  [...(text.includes('@') ? all(text, EMAIL) : []), ...(SPELLED_DOT.test(text) ? all(text, SPELLED_EMAIL) : [])].filter(
    (span) => !RELAY.test(text.slice(span.start, span.end)),
  );

const TLDS =
  'com|net|org|info|biz|shop|store|online|site|xyz|club|app|io|top|vip|link|live|pro|cc|tv|cn|ru|de|es|fr|uk|eu|us|ca|au|nl|pl|at|ch|jp|kr|br|pt|mx|in|tr|it|me|co|ly|gl|be|to|se|cz';
const URL = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>"'\\u3000-\\u9fff]{3,400}|(?<![a-z0-9@._/-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,4}(?:${TLDS})(?![a-z0-9_@-])(?!\\.[a-z0-9])(?:\\/[^\\s<>"'\\u3000-\\u9fff]{0,400})?`,
  'g',
);
// A missing space after a full stop makes "arrived.it" of two sentences; these endings are also words.
const WORD_TLD = /^[a-z]+\.(?:it|in|me|co|be|to|us|at|se|es|de|top|live|pro|link|app|online|site|info|ca|vip)$/;
const CLEAR_WORD_TLD = /^[a-z]{4,}\.(?:de|at|online|site|app|info)$/;
// ... unless the words before announce an address.
const ANNOUNCED =
  /(?:web|website|www|en|visit|visit[ae]|visite[n]?|pagina|sitio|url|link|enlace|besuch(?:en|e)? sie|on|at|auf|unter|bei) $/;
const CHAT_HOSTS =
  /^(?:(?:https?:\/\/)?(?:www\.)?)(?:t\.me|telegram\.me|wa\.me|(?:api\.|chat\.)?whatsapp\.com|line\.me|u\.wechat\.com|weixin\.qq\.com|m\.me|viber\.me|join\.skype\.com|vk\.me|discord\.gg|zalo\.me)(?:[/?]|$)/;

/** Web addresses that lead out of the marketplace and to no carrier; chat links are left to `findChatLinks`. */
export const findLinks =
  (isAllowed: (host: string) => boolean) =>
  (text: string): Span[] =>
    addresses(text).filter((span) => {
      const address = text.slice(span.start, span.end);
      return !CHAT_HOSTS.test(address) && !isAllowed(hostOf(address));
    });

/** Links that open a messenger: `wa.me/…`, `t.me/…`. */
export const findChatLinks = (text: string): Span[] =>
  addresses(text).filter((span) => CHAT_HOSTS.test(text.slice(span.start, span.end)));

const addresses = (text: string): Span[] => {
  if (!/\.[a-z]/.test(text)) return [];
  return all(text, URL).flatMap(({ start, end }) => {
    const address = text.slice(start, end).replace(/[.,;:!?)\]]+$/, '');
    const isAnnounced = () => ANNOUNCED.test(text.slice(Math.max(0, start - 14), start));
    if (WORD_TLD.test(address) && !CLEAR_WORD_TLD.test(address) && !isAnnounced()) return [];
    return [{ start, end: start + address.length }];
  });
};

const hostOf = (address: string): string =>
  address
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:\d+$/, '')
    .replace(/^.*@/, '');

/**
 * Says which hosts may be linked to. `dhl.*` stands for the name under any country ending,
 * so that `dhl.evil.com` is not taken for a carrier.
 */
export function hostList(names: readonly string[]): (host: string) => boolean {
  const exact = new Set(names.filter((name) => !name.endsWith('.*')));
  const brands = new Set(names.filter((name) => name.endsWith('.*')).map((name) => name.slice(0, -2)));
  return (host) => {
    const labels = host.split('.');
    if (labels.some((_, at) => exact.has(labels.slice(at).join('.')))) return true;
    const ending = /^(?:co|com|org|net)$/.test(labels[labels.length - 2] ?? '') && labels.length > 2 ? 2 : 1;
    return brands.has(labels[labels.length - ending - 1] ?? '') && (labels[labels.length - 1] ?? '').length <= 4;
  };
}

// Digits that are not a telephone number, blanked before numbers are looked for.
const NOT_PHONE = [
  /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,120}/g,
  /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff]{1,400}/g,
  /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/g,
  /(?<!\d)\d{16,40}(?!\d)/g,
  // Tracking codes, article numbers, standards: letters grown together with digits.
  /[a-z][a-z0-9-]{0,20}\d{3,30}[a-z0-9]{0,10}|\d{4,20}[a-z]{1,4}(?![a-z])/g,
  /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}(?!\d)/g,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /(?:[$\u20ac\u00a3\u00a5]|(?:eur|usd|gbp|cny|rmb|jpy|rub)\s?)\s?\d[\d.,\s]{0,12}\d(?!\d)/g,
  /\d[\d.,x*/-]{0,16}\s?(?:[$\u20ac\u00a3\u00a5%\u5143\u5186\u00b0"]|(?:eur|euros?|usd|dollars?|gbp|cny|rmb|mm|cm|m|km|kg|g|mg|ml|l|v|volt|hz|w|kw|watt|mah|ma|a|gb|mb|tb|pcs|stk|inch|in|ft|lbs?|oz)(?![a-z]))/g,
];
const EIGHT_DIGITS = /\d(?:[ .\-/()]{0,4}\d){7}/;
const PHONE = /(?<![\d.,])(?:\((?=\+?\d{1,5}\)))?\+?\d{1,15}(?:[ .\-/()]{1,4}\d{1,12}){0,8}(?![\d%])/g;

/** Telephone numbers: 8 to 15 digits that are not an order id, a tracking code, a date, a price or a measure. */
export function findPhones(text: string): Span[] {
  if (!EIGHT_DIGITS.test(text)) return [];
  let rest = text;
  for (const pattern of NOT_PHONE) rest = rest.replace(pattern, (found) => '\u0001'.repeat(found.length));
  return all(rest, PHONE).filter(({ start, end }) => looksDialled(rest.slice(start, end)));
}

const looksDialled = (number: string): boolean => {
  const groups = number.split(/\D+/).filter(Boolean);
  const digits = groups.join('').length;
  if (digits < 8 || digits > 15) return false;
  if (/^\(?\+|^00|^\(?0/.test(number)) return true;
  // "38 39 40 41" is a row of sizes, "192.168.1.10" a network address.
  if (groups.length > 1 && groups.every((group) => group.length <= 2)) return false;
  if (groups.length === 4 && !/[^\d.]/.test(number)) return false;
  return groups.length === 1 || groups.some((group) => group.length >= 3);
};

const HANDLE = /(?<![a-z0-9._])@[a-z_][a-z0-9_.]{2,30}/g;
const ID_LIKE = /(?<![a-z0-9])(?=[a-z_-]{0,20}\d)[a-z][a-z0-9_-]{4,24}(?![a-z0-9])/g;

/** Names written with an `@`, and words that mix letters and digits as account names do. */
export const findHandles = (text: string): Span[] => [
  ...(text.includes('@') ? all(text, HANDLE) : []),
  ...all(text, ID_LIKE),
];

const MONEY =
  /(?:[$\u20ac\u00a3\u00a5]|(?:eur|usd|gbp|rmb|cny) ?) ?\d{1,6}(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})? ?(?:[$\u20ac\u00a3\u00a5\u5143\u5757\u5186]|(?:eur|euros?|usd|dollars?|dolares|gbp|pounds?|rmb|cny|yuan)(?![a-z]))/g;

/** Amounts of money with their currency. */
export const findMoney = (text: string): Span[] => (/\d/.test(text) ? all(text, MONEY) : []);

/** Rows of three or more stars. */
export const findStarRows = (text: string): Span[] => (text.includes('\u2605') ? all(text, /\u2605{3,}/g) : []);

/** Every match of a global pattern. */
export function all(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(pattern)) {
    if (found[0] !== '') spans.push({ start: found.index, end: found.index + found[0].length });
  }
  return spans;
}
