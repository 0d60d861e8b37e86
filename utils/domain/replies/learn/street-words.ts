const NUMBER = '\\p{Nd}{1,5}\\p{L}?';

/** Beside a number these words are an address; folded, so without accents. */
const WORDS = [
  // English, with what a line of an address has besides.
  'street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|close|way|square|terrace|apartment|apt|flat|suite|unit|po box',
  // German and Dutch write the word at the end of the name.
  '\\p{L}*(?:strasse|str|weg|platz|gasse|allee|ring|ufer|damm|straat|laan|plein|gracht|kade|dijk|hof|steeg)',
  'rue|place|chemin|impasse|allee|quai|cours|route|batiment|appartement',
  'calle|c|avenida|avda|av|plaza|paseo|carrera|piso|puerta|codigo postal',
  'via|viale|corso|piazza|largo|vicolo|interno|scala',
  'rua|travessa|praca|alameda|rodovia|bairro|bloco|cep',
  'ulica|ul|aleja|al|plac|pl|os|osiedle|mieszkanie|m',
  '\\p{L}*(?:cadde|sokak|mahalle|bulvar)\\p{L}*|cad|sok|sk|mah|blv|daire|kat|apartman\\p{L}*|no',
  'улица|ул|проспект|пр|переулок|пер|площадь|бульвар|шоссе|дом|д|квартира|кв|корпус|подъезд',
  'شارع|طريق|حي|مبنى|بنايه|عماره|شقه|برج|منزل|صندوق بريد',
].join('|');

const BESIDE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${WORDS})(?: \\p{L}+){0,4} (?:(?:n|nr|no|num|numero|رقم) )?${NUMBER}|${NUMBER}(?: (?:bis|ter))?(?: \\p{L}+){0,4} (?:${WORDS}))(?![\\p{L}\\p{N}])`,
  'u',
);
const FIGURE = '[\\p{Nd}零〇一二三四五六七八九十百千]';
const HAN = new RegExp(
  `${FIGURE}{1,5}(?:号|號|弄|栋|棟|幢|室|楼|樓|单元|單元|丁目|番地|号室)|(?:路|街|巷|大道|胡同)${FIGURE}|${FIGURE}{1,4}(?:丁目|-${FIGURE}{1,4}-${FIGURE}{1,4})|〒`,
  'u',
);
const HANGUL = /[\p{Script=Hangul}](?:로|길|동|가)\s?\p{Nd}|\p{Nd}{1,5}\s?(?:번지|번길|호|층|동)(?!\p{Script=Hangul})/u;

/** Whether a folded text has a number beside a word of an address, in any language of replies. */
export const mayHoldAddress = (folded: string): boolean =>
  BESIDE.test(folded) || HAN.test(folded) || HANGUL.test(folded);
