import { OBFUSCATED, SPACED_DIGITS } from './obfuscated';
import type { DetectorSource, DetectorSources, PatternSource, Search } from './search';

// Addresses of every kind, with what only looks like one taken out. All read the normalised text.
const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/;
const SPELLED_EMAIL =
  /[a-z0-9._-]{2,40} ?(?:\(at\)|\[at\]| at |@) ?[a-z0-9-]{2,40} ?(?:\(dot\)|\[dot\]| dot | punkt | punto ) ?(?:com|net|org|de|es|cn|ru|fr|it|co|me|info)(?![a-z0-9])/;
const SPELLED_DOT = /[([ ](?:dot|punkt|punto)[)\] ]/;
const RELAY = /@marketplace\.amazon\./;

const TLDS =
  'com|net|org|info|biz|shop|store|online|site|xyz|club|app|io|top|vip|link|live|pro|cc|tv|cn|ru|de|es|fr|uk|eu|us|ca|au|nl|pl|at|ch|jp|kr|br|pt|mx|in|tr|it|me|co|ly|gl|be|to|se|cz';
const URL = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>"'\\u3000-\\u9fff]{3,400}|(?<![a-z0-9@._/-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,4}(?:${TLDS})(?![a-z0-9_@-])(?!\\.[a-z0-9])(?:\\/[^\\s<>"'\\u3000-\\u9fff]{0,400})?`,
);
// A missing space after a full stop makes "arrived.it" of two sentences; these endings are also words, and most of them
// end an address only after a word that announces one.
const WORD_TLD =
  /^(?![a-z]{4,}\.(?:de|at|online|site|app|info)$)[a-z]+\.(?:it|in|me|co|be|to|us|at|se|es|de|top|live|pro|link|app|online|site|info|ca|vip)$/;
const ANNOUNCED =
  /(?:web|website|www|en|visit|visit[ae]|visite[n]?|pagina|sitio|url|link|enlace|besuch(?:en|e)? sie|on|at|auf|unter|bei) $/;
const CHAT_HOSTS =
  /^(?:(?:https?:\/\/)?(?:www\.)?)(?:t\.me|telegram\.me|wa\.me|(?:api\.|chat\.)?whatsapp\.com|line\.me|u\.wechat\.com|weixin\.qq\.com|m\.me|viber\.me|join\.skype\.com|vk\.me|discord\.gg|zalo\.me)(?:[/?]|$)/;
const ADDRESS = {
  when: /\.[a-z]/,
  find: URL,
  trim: /[.,;:!?)\]]+$/,
  unless: { drop: WORD_TLD, after: ANNOUNCED },
} satisfies Search;

const SHORTENER =
  /(?:https?:\/\/)?(?:www\.)?(?:bit\.ly|bitly\.com|goo\.gl|tinyurl\.com|t\.cn|is\.gd|cutt\.ly|ow\.ly|rb\.gy|shorturl\.at|t\.co|clck\.ru|buff\.ly|v\.gd|url\.cn|dwz\.cn)\/[^\s\u3000-\u9fff]{1,200}/;
const RAW_IP = /https?:\/\/\d{1,3}(?:\.\d{1,3}){3}[^\s\u3000-\u9fff]{0,200}/;
const PLAIN_HTTP = /http:\/\/[^\s<>"'\u3000-\u9fff]{3,400}/;

// Digits that are not a telephone number, blanked before numbers are looked for.
const NOT_PHONE = [
  SPACED_DIGITS,
  /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,120}/,
  /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff]{1,400}/,
  /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/,
  /(?<!\d)\d{16,40}(?!\d)/,
  // Tracking codes, article numbers, standards: letters grown together with digits.
  /[a-z][a-z0-9-]{0,20}\d{3,30}[a-z0-9]{0,10}|\d{4,20}[a-z]{1,4}(?![a-z])/,
  /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)?\d{2}(?!\d)/,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/,
  /(?:[$\u20ac\u00a3\u00a5]|(?:eur|usd|gbp|cny|rmb|jpy|rub)\s?)\s?\d[\d.,\s]{0,12}\d(?!\d)/,
  /\d[\d.,x*/-]{0,16}\s?(?:[$\u20ac\u00a3\u00a5%\u5143\u5186\u00b0"]|(?:eur|euros?|usd|dollars?|gbp|cny|rmb|mm|cm|m|km|kg|g|mg|ml|l|v|volt|hz|w|kw|watt|mah|ma|a|gb|mb|tb|pcs|stk|inch|in|ft|lbs?|oz)(?![a-z]))/,
];
const EIGHT_DIGITS = /\d(?:[ .\-/()]{0,4}\d){7}/;
const PHONE = /(?<![\d.,])(?:\((?=\+?\d{1,5}\)))?\+?\d{1,15}(?:[ .\-/()]{1,4}\d{1,12}){0,8}(?![\d%])/;
// 8 to 15 digits that start like an international or trunk number, or that hold a group of three or more: "38 39 40 41"
// is a row of sizes. "192.168.1.10" is a network address.
const DIALLED = /^(?=(?:\D*\d){8,15}\D*$)(?:\(?\+|\(?0|(?!\d+(?:\.+\d+){3}$)(?=.*\d{3}))/;

const HANDLE = /(?<![a-z0-9._])@[a-z_][a-z0-9_.]{2,30}/;
const ID_LIKE = /(?<![a-z0-9])(?=[a-z_-]{0,20}\d)[a-z][a-z0-9_-]{4,24}(?![a-z0-9])/;

// A digit beside what can be a currency: cheap, and rare enough to spare most messages the pattern itself.
const NEAR_MONEY =
  /[rdpby$\u20ac\u00a3\u00a5] {0,2}\d|\d ?[$\u20ac\u00a3\u00a5\u5143\u5757\u584a\u5186\u7f8e\u30c9a-z\u0430-\u044f]/;
const MONEY =
  /(?:[$\u20ac\u00a3\u00a5]|(?:eur|usd|gbp|rmb|cny|r\$) ?) ?\d{1,6}(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})? ?(?:[$\u20ac\u00a3\u00a5\u5143\u5757\u584a\u5186]|\u7f8e\u5143|\u7f8e\u91d1|\u30c9\u30eb|(?:eur|euros?|usd|dollars?|dolares|dollari|dolar|gbp|pounds?|rmb|cny|yuan|reais|real|rub|\u0440\u0443\u0431(?:\u043b[\u0435\u044f]\u0438?|\u043b\u044c|\u043b\u0435\u0438)?|\u0440|\u0434\u043e\u043b\u043b\u0430\u0440\w*|\u0435\u0432\u0440\u043e|zl)(?![a-z\u0430-\u044f]))/;

// Street and number, as nine languages write them: number first, number last, or block by block. What each asks first
// is where its number stands, for most numbers of a message stand elsewhere.
const STREET: readonly Search[] = [
  {
    when: /\d[a-z]?,? [a-z.'-]/,
    find: /(?<![a-z0-9])\d{1,5}[a-z]?,? (?:[a-z.'-]{1,20} ){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|close|way|square)(?![a-z])/,
  },
  {
    when: /[egmrz]\.? \d/,
    find: /(?<![a-z])[a-z-]{2,30}(?:strasse|str|weg|platz|gasse|allee|ring|ufer|damm)\.? \d{1,4}[a-z]?(?![a-z0-9])/,
  },
  {
    when: /(?:calle|c\/|avenida|avda\.?|av\.|plaza|paseo|via|viale|corso|piazza|largo|rua|travessa|praca|alameda)\s/,
    find: /(?<![a-z])(?:calle|c\/|avenida|avda\.?|av\.|plaza|paseo|via|viale|corso|piazza|largo|rua|travessa|praca|alameda)\s(?:[a-z.'-]{1,20}[ ,]{1,2}){1,5}(?:n\.? ?|no\.? ?)?\d{1,5}(?!\d)/,
  },
  {
    when: /\d(?: ?(?:bis|ter))?,? [rabpciq]/,
    find: /(?<!\d)\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allee|quai) (?:[a-z.'-]{1,20}[ ,]?){1,5}/,
  },
  {
    when: /\u0443\u043b[.\u0438]|\u043f\u0440[.\u043e]|\u043f\u0435\u0440\./,
    find: /(?:\u0443\u043b\.|\u0443\u043b\u0438\u0446\u0430|\u043f\u0440\.|\u043f\u0440\u043e\u0441\u043f\u0435\u043a\u0442|\u043f\u0435\u0440\.) ?[\u0430-\u044f.-]{2,30}(?: [\u0430-\u044f-]{2,30})?,? (?:\u0434\.? ?|\u0434\u043e\u043c )?\d{1,4}/,
  },
  {
    when: /[\u8def\u8857\u5df7\u5f04\u9053]\d/,
    find: /[\u4e00-\u9fff]{2,12}(?:\u8def|\u8857|\u5df7|\u5f04|\u5927\u9053)\d{1,5}\u53f7/,
  },
  {
    when: /[\u3040-\u30ff\u4e00-\u9fff]\d{1,3}(?:\u4e01\u76ee|-)\d/,
    find: /[\u3040-\u30ff\u4e00-\u9fff]{1,12}\d{1,3}(?:\u4e01\u76ee|-)\d{1,3}(?:\u756a\u5730?|-)?\d{0,4}\u53f7?/,
  },
];

// Three or more words in capitals; names of plugs, carriers and countries come in rows without anybody shouting.
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{3,30}(?:[ ,'\u2019-]{1,2}\p{Lu}{2,30}){2,40}(?![\p{L}\p{N}])/u;
// With small letters among them where the ranges are cheap to ask for.
const THREE_CAPITALS = /[A-Z\u00c0-\u042f\u0460-\u1fff]{3}/;
const ACRONYMS =
  /^(?:(?:USB|HDMI|VGA|DVI|LED|LCD|OLED|RGB|PVC|ABS|DHL|UPS|USPS|EMS|DPD|GLS|TNT|FBA|FBM|EAN|UPC|SKU|ASIN|VAT|EORI|IOSS|USA|EUR|USD|GBP|JPY|CNY|SIM|SMS|GPS|NFC|CPU|GPU|RAM|SSD|HDD|PDF|JPG|PNG|FAQ|AND|OR|TO|ID|OK|CE|UL|EU|UK|US|UE|DE)[ ,'\u2019-]{0,2})+$/;
const EXCLAMATIONS = /[!\uff01]{3,60}/;

// Five or more ornaments in a row, a mixed run of them, and faces made of signs.
const ORNAMENT_ROW =
  /([\u2605\u2606\u25c6\u25c7\u25a0\u25a1\u25cf\u25cb\u2501\u2550\u2500\u25ac\u2014\u2015=*~\u301c\uff5e\u30fb\uff0a+#-])\1{4,200}/;
const MIXED_ROW =
  /[\u2605\u2606\u25c6\u25c7\u25a0\u25a1\u25cf\u25cb\u2501\u2550\u2500\u25ac=*~\uff5e\u30fb\u2726\u2727\u2740\u2661\u266a]{5,200}/;
const FACE =
  /[(\uff08][ ;*^\uff3e\u2267\u2266>\u00b4\uff40`\u30fb\u2022\u00b0\uff9f\u03c9\u2200\u25bd_\ufe4f\u203f\u25d5\u25e1\u2565\uffe3oO.-]{2,10}[)\uff09]/;
const FACE_SIGNS = /[\^\uff3e\u2267\u2266\u00b4\uff40\u03c9\u2200\u25bd\u203f\u25d5\u25e1\u2565]/;

// What a message must not look like. All read the original text.
const HTML =
  /<\/?(?:a|b|br|big|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|small|span|strong|style|script|sub|sup|table|tbody|td|th|tr|u|ul|html|body|head|meta|iframe|video|form|input|button)(?:\s[^<>]{0,300})?\/?>/i;

// What templates in the wild call their slots, in the languages agents write them in.
const SLOT_WORD =
  /name|order|product|item|date|link|url|number|tracking|amount|insert|your|buyer|customer|store|shop|nombre|pedido|producto|fecha|cliente|n\u00famero|bestell|produkt|datum|artikel|kunde|nummer|commande|pr\u00e9nom|ordine|prodotto|\u59d3\u540d|\u540d\u5b57|\u8ba2\u5355|\u5355\u53f7|\u4ea7\u54c1|\u5546\u54c1|\u5ba2\u6237|\u4e70\u5bb6|\u65e5\u671f|\u94fe\u63a5|\u91d1\u989d|\u5e97\u94fa|\u6ce8\u6587|\u6c0f\u540d|\u304a\u540d\u524d/i;
const PLACEHOLDERS = [
  /\u27e6[^\u27e7\n]{0,120}\u27e7/,
  /\$?\{\{?[^{}\n]{1,80}\}?\}/,
  /%[A-Z][A-Z0-9_]{1,30}%|(?<![\w%])%[sd](?!\w)/,
  /(?<![A-Za-z0-9])(?:X{2,10}|x{4,20})(?![A-Za-z0-9])/,
  /_{3,40}/,
];
const BRACKETED = /[[\uff3b\u3010][^\]\uff3d\u3011[\n]{2,40}[\]\uff3d\u3011]/;
const CAPITALISED = /^.\s*\p{Lu}[\p{L}_ ']+\s*.$/u;
// Amazon's marks for mail a buyer cannot opt out of; a tag, not a slot.
const IMPORTANT = /^.\s*(?:important|wichtig|importante|\u0432\u0430\u0436\u043d\u043e|\u91cd\u8981)\s*.$/i;
const ANGLED = /<[\p{L}_][\p{L}\p{N}_ -]{1,40}>/u;

// Characters shown as pictures by default, or asked to be by U+FE0F; check marks and bullets are text.
const ONE_EMOJI =
  '(?:\\p{Regional_Indicator}{2}|[0-9#*]\\ufe0f?\\u20e3|(?:\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\ufe0f|[\\u2763\\u2764\\u2639\\u263a\\u2665])[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*)*)';
const EMOJI = new RegExp(`${ONE_EMOJI}(?: ?${ONE_EMOJI})*`, 'u');
const MAYBE_EMOJI = /[\u203c-\u2bff\u3030\u303d\u3297\u3299\ud83c-\ud83e]/;
const NOT_EMOJI = /^[\u00a9\u00ae\u2122\u203c\u2049\u2194-\u21aa\u25aa-\u25fe\u2713\u2714\u2022]\ufe0f?$/u;

const DETECTORS: Readonly<Record<string, DetectorSource<RegExp>>> = {
  // Also written out; the marketplace's own relay addresses are not the buyer's or the seller's.
  '@email': {
    reads: 'normalised',
    searches: [
      { when: /@/, find: EMAIL, drop: [RELAY] },
      { when: SPELLED_DOT, find: SPELLED_EMAIL, drop: [RELAY] },
    ],
  },
  // What leads out of the marketplace and to no carrier; links that open a messenger are left to the next one.
  '@link': { reads: 'normalised', hosts: 'check', searches: [{ ...ADDRESS, drop: [CHAT_HOSTS] }] },
  '@chat-link': { reads: 'normalised', searches: [{ ...ADDRESS, keep: [CHAT_HOSTS] }] },
  // No order id, tracking code, date, price or measure.
  '@phone': {
    reads: 'normalised',
    searches: [{ when: EIGHT_DIGITS, find: PHONE, blank: NOT_PHONE, keep: [DIALLED] }],
  },
  // Names written with an `@`, and words that mix letters and digits as account names do.
  '@handle': {
    reads: 'normalised',
    searches: [
      { when: /@/, find: HANDLE },
      { when: /[a-z][_-]{0,20}\d/, find: ID_LIKE },
    ],
  },
  '@money': { reads: 'normalised', searches: [{ when: NEAR_MONEY, find: MONEY }] },
  '@star-row': { reads: 'normalised', searches: [{ find: /\u2605{3,}/ }] },
  // Letters in capitals grown together with digits, as codes for a discount are; article numbers have hyphens.
  '@promo-code': {
    reads: 'original',
    searches: [
      {
        when: /[A-Z]\d/,
        find: /(?<![\p{L}\p{N}_-])[A-Z]{3,16}\d{1,4}(?![\p{L}\p{N}_-])/u,
        drop: [/^(?:ASIN|ISBN|EAN|USB|LED|IP|RGB|EN|ISO|DIN|MP|AAA|CR)\d/],
      },
    ],
  },
  '@obfuscated': { reads: 'normalised', searches: OBFUSCATED },
  // Unencrypted, shortened, or to a bare number.
  '@insecure-link': {
    reads: 'normalised',
    searches: [
      { when: /http:/, find: PLAIN_HTTP, trim: /[.,;:!?)\]]+$/ },
      { when: /\.\w+\//, find: SHORTENER },
      { when: /:\/\/\d/, find: RAW_IP },
    ],
  },
  '@street': { reads: 'normalised', searches: STREET },
  '@shouting': { reads: 'original', searches: [{ when: THREE_CAPITALS, find: CAPITALS, drop: [ACRONYMS] }] },
  '@exclamations': { reads: 'original', searches: [{ find: EXCLAMATIONS }] },
  '@decoration': {
    reads: 'original',
    searches: [{ find: ORNAMENT_ROW }, { find: MIXED_ROW }, { when: FACE_SIGNS, find: FACE, keep: [FACE_SIGNS] }],
  },
  // Slots nobody filled: `{{name}}`, `[Order Number]`, `XXX`, `<name>`, `%s`, and our own open values.
  '@placeholder': {
    reads: 'original',
    searches: [
      ...PLACEHOLDERS.map((find) => ({ find })),
      { find: BRACKETED, keep: [CAPITALISED, SLOT_WORD], drop: [IMPORTANT] },
      { find: ANGLED, drop: [HTML] },
    ],
  },
  // A run of them is one place. Almost every message is free of them, and the question is far cheaper than the pattern.
  '@emoji': { reads: 'original', searches: [{ when: MAYBE_EMOJI, find: EMOJI, drop: [NOT_EMOJI] }] },
  '@html': { reads: 'original', spansLines: true, searches: [{ when: /</, find: HTML }] },
  // Three or more in a row.
  '@line-breaks': { reads: 'original', spansLines: true, searches: [{ find: /\n(?:[ \t\r]{0,80}\n){2,}/ }] },
};

const toSource = ({ source, flags }: RegExp): PatternSource => [source, flags];

const toPlainSearch = ({ find, when, blank, trim, keep, drop, unless }: Search): Search<PatternSource> => ({
  find: toSource(find),
  ...(when && { when: toSource(when) }),
  ...(blank && { blank: blank.map(toSource) }),
  ...(trim && { trim: toSource(trim) }),
  ...(keep && { keep: keep.map(toSource) }),
  ...(drop && { drop: drop.map(toSource) }),
  ...(unless && { unless: { drop: toSource(unless.drop), after: toSource(unless.after) } }),
});

/** All detectors as plain JSON, by the name patterns use. */
export const detectorSources: DetectorSources = Object.fromEntries(
  Object.entries(DETECTORS).map(([name, detector]) => [
    name,
    { ...detector, searches: detector.searches.map(toPlainSearch) },
  ]),
);
