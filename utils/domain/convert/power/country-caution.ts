import { isSpaceless } from './fold';

/**
 * Names that are also ordinary words, folded. They count only with a cue: alone, after a preposition of place, or as
 * "Istanbul, Turkey".
 */
const THINGS: ReadonlySet<string> = new Set(
  (
    'turkey china guinea gine guine chile chili malta malte peru mali togo cuba kuba niger oman oma gana katar fas misir dania granada ' +
    'grenada reunion riunione gabon indie того чад перу мали куба чили гана конго оман قطر مالي عمان'
  )
    .split(' ')
    .concat('la reunion'),
);

/** Those of them that people write small when they mean the country. */
const SMALL_TOO: ReadonlySet<string> = new Set('turkey china cuba niger oman chile peru malta guinea قطر'.split(' '));

/** Names that people and clothes bear as well: a preposition of place, and a capital letter. */
const NAMES: ReadonlySet<string> = new Set(
  'georgia jordan chad jersey maurice dominique dominica carolina virginia florida sydney milan'.split(' '),
);

/** "New Mexico" is no Mexico, "New South Wales" no Wales. */
const NEW_PLACES: ReadonlySet<string> = new Set(
  'mexico england wales hampshire york jersey ireland britain'.split(' '),
);

/** Korean and Japanese names within other words; a particle of place must follow. */
const PARTICLE_NEEDED: ReadonlySet<string> = new Set(
  '인도 가나 오만 이란 수단 피지 말리 차드 기니 저지 건지 괌 マリ チリ'.split(' '),
);
const PARTICLE = /^(?:에서|에(?!\p{L})|까지|행(?!\p{L})|에도(?!\p{L})|로(?!\p{L})|(?:で|に|へ|まで|から|では|でも))/u;

const PLACES: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    en: 'in|into|to|from|within|across|inside|throughout|via|near',
    de: '(?:in|nach|aus)(?: (?:der|die|den))?',
    fr: '(?:en|au|aux|vers|a|depuis|du|pour)(?: (?:la|le|les))?',
    es: '(?:en|a|desde|hacia|para)(?: (?:el|la))?',
    it: '(?:in|a|da|dal|dalla|per)(?: (?:il|la))?',
    pt: '(?:em|no|na|do|da|para|ao)(?: [oa])?',
    ru: 'в|во|на|из|до|для|по',
    nl: 'in|naar|uit|vanuit',
    sv: 'i|till|fran',
    pl: 'w|we|do|z|ze|na',
    ar: 'في|الى|من|لدوله|دوله',
  }).map(([lang, words]) => [lang, new RegExp(`(?:^|[^\\p{L}])(?:${words}) $`, 'u')]),
);
/** "In" alone is clear for a person's name; "to" only after something that goes there. */
const INSIDE = /(?:^|[^\p{L}])(?:in|within|across|en|em|i|w|в|nach) $/u;
const GOES_TO =
  /(?:ship|deliver|send|sent|travel|mov|go|trip|flight|power|voltage|adapt|post|mail)\p{L}*(?: \p{L}+){0,3} (?:to|from) $/u;
const GREETING =
  /(?:thanks?|thank you|regards|hi|hello|hey|dear|best|cheers|sincerely|love|yours|greetings|sir|madam)\W*$/u;
/** What may follow a name written small: the end, or a word that goes on with the sentence. */
const GOES_ON =
  /^(?:\s*(?:$|[.,;:!?)\]،؟])|\s+(?:and|or|with|without|please|too|also|as|at|by|now|it|if|i|we|you|is|are|do|does|will|thanks?|where|when|because|but|for|using|after|before|oder|und|mit|y|o|con|et|ou|avec|e|com|и|или|с|i|lub|z)(?!\p{L}))/u;
/** "Made in China" tells where goods come from, not where they are to be used. */
const ORIGIN =
  /(?:made|manufactured|produced|designed|assembled|printed) in(?: the)? $|(?:hergestellt|produziert|gefertigt) in(?: der)? $|(?:fabrique|produit|concu)e?s? (?:en|au|aux) $|(?:hecho|fabricad[oa]|producid[oa])s? en $|(?:fatt|prodott|fabbricat)[oaie] in $|(?:feit|fabricad|produzid)[oa]s? n?[oae]m? $|(?:сделано|произведено|изготовлено) в $|(?:gemaakt|vervaardigd) in $|tillverka[dts]\p{L}* i $|(?:wyprodukowan|zrobion)\p{L}* w $|صنع في $/u;

/** Languages, makers, sizes and dishes named after a country. */
const AFTER_SPACELESS =
  /^(?:语|語|文|字|制|製|产|產|造|人(?!に|が|も)|元|円|酒|料理|菜|码|碼|尺|号|號|版|式|风|風|规|規|面|麵|粉|茶|结|军刀|サイズ|어|산|제|식(?!\p{L})|사이즈|말(?!\p{L})|인(?!데|가|지|라|\p{L}*요))/u;

/** A name in its surroundings: folded text before and after it, and how it is written. */
export interface NameInPlace {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly written: string;
  /** Case ending within the same word. */
  readonly suffix: string;
  readonly lang: string;
  /** Whether the whole text is in capitals, so that they say nothing. */
  readonly shouted: () => boolean;
}

/** Whether a written name really names a place. */
export function namesPlace(found: NameInPlace): boolean {
  const { name, before, after } = found;
  if (before.endsWith(' ') && ORIGIN.test(before)) return false;
  if (NEW_PLACES.has(name) && /(?:^|[^\p{L}])new (?:south )?$/u.test(before)) return false;
  if (isSpaceless(after.charCodeAt(0)) && AFTER_SPACELESS.test(after)) return false;
  if (ABBREVIATIONS.has(name)) return isAbbreviation(found);
  if (PARTICLE_NEEDED.has(name)) return PARTICLE.test(after) || isAlone(found);
  if (NAMES.has(name)) return isAlone(found) || personOrPlace(found);
  if (THINGS.has(name)) return isAlone(found) || thingOrPlace(found);
  return true;
}

const isAlone = ({ before, after }: NameInPlace): boolean => !/[\p{L}\p{N}]/u.test(before + after);
const isCapital = ({ written }: NameInPlace): boolean => {
  const first = written.charAt(0);
  // Arabic and Asian scripts have no capitals.
  return first !== first.toLowerCase() || first === first.toUpperCase();
};
const afterCity = ({ before }: NameInPlace): boolean => /\p{L}{3,}, $/u.test(before) && !GREETING.test(before);

function personOrPlace(found: NameInPlace): boolean {
  if (!isCapital(found)) return false;
  if (INSIDE.test(found.before) || GOES_TO.test(found.before)) return true;
  return afterCity(found) && /^\s*(?:$|[.,;!?)])/.test(found.after);
}

function thingOrPlace(found: NameInPlace): boolean {
  const { name, before, after, suffix, lang } = found;
  // Turkish parts the ending of a proper noun from it.
  if (suffix.startsWith("'") && isCapital(found)) return true;
  if (PLACES.en?.test(before) || PLACES[lang]?.test(before))
    return isCapital(found) || (SMALL_TOO.has(name) && GOES_ON.test(after));
  return isCapital(found) && afterCity(found) && /^\s*(?:$|[.,;!?)])/.test(after);
}

/** Short forms, folded. Small "us" is a pronoun, "usa" a verb in Italian, and "US 8" a size. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['us', 'US'],
  ['u.s', 'US'],
  ['u.s.', 'US'],
  ['u.s.a', 'US'],
  ['u.s.a.', 'US'],
  ['usa', 'US'],
  ['uk', 'GB'],
  ['u.k', 'GB'],
  ['u.k.', 'GB'],
  ['nz', 'NZ'],
  ['uae', 'AE'],
  ['u.a.e', 'AE'],
  ['u.a.e.', 'AE'],
  ['ksa', 'SA'],
]);
const SIZE_AFTER =
  /^[\s.:#-]*(?:\d|sizes?(?!\p{L})|sz(?!\p{L})|women|woman|men|male|female|ladies|kids|youth|size|shoe|plugs?(?!\p{L})|stecker|to (?:eu|uk|us|cm)(?!\p{L})|[wm](?!\p{L})|码|碼|尺|サイズ|사이즈)/u;
const SIZE_BEFORE =
  /(?:\d|sizes?|taille|talla|taglia|grosse|tamanho|maat|storlek|rozmiar|numara|beden|размер)\s*[:(/]?\s*$/u;
const THE = /(?:^|[^\p{L}])(?:in|to|from|for|of|within|across|inside|into|and|or|here in) the $/u;

function isAbbreviation(found: NameInPlace): boolean {
  const { name, before, after, written } = found;
  if (isAlone(found)) return true;
  if (SIZE_AFTER.test(after) || (name.length < 4 && SIZE_BEFORE.test(before))) return false;
  const capitals = written === written.toUpperCase();
  if (name === 'us') {
    if (THE.test(before)) return true;
    // "Tell US" in a message all in capitals is the pronoun again.
    return capitals && (!found.shouted() || / in $/.test(before));
  }
  if (name === 'usa')
    return (
      capitals ||
      THE.test(before) ||
      /(?:^|[^\p{L}])(?:in|to|from|nach|aus|till|fran|naar|w|do) (?:den )?$/u.test(before)
    );
  if (name === 'nz') return capitals;
  return true;
}
