import type { AskedProduct } from '../convert/answers/asked-product';
import { deviceKind } from '../convert/power/device-kind';
import { readDeviceLabel } from '../convert/power/device-label';
import { changesVoltage } from '../convert/power/mains-rating';
import type { Audience } from '../convert/sizes/shoe';
import {
  AUDIENCE_PARTS,
  OTHER_PARTS,
  OTHER_THINGS,
  PLUS_WORDS,
  TITLE_AUDIENCES,
  titleWords,
  WEAK_WORDS,
  WORN,
  type TitleWords,
} from './title-words';

type Category = NonNullable<AskedProduct['category']>;

const split = (words: string): readonly string[] => words.split(' ');
const wordMap = (pick: (entry: TitleWords) => string): ReadonlyMap<string, Category> =>
  new Map(titleWords.flatMap((entry) => split(pick(entry)).map((word) => [word, entry.category] as const)));
/** Longer first, so that 戒指盒 is a box before 戒指 is a ring. */
const longestFirst = <T extends readonly [string, unknown]>(entries: readonly T[]): readonly T[] =>
  [...entries].sort(([a], [b]) => b.length - a.length);

const headLast = wordMap(({ headLast: words }) => words);
const headFirst = wordMap(({ headFirst: words }) => words);
const endings = longestFirst([...wordMap(({ endings: words }) => words)]);
const weakWords = new Set(split(WEAK_WORDS));
const otherThings = new Set(split(OTHER_THINGS));
const parts = longestFirst<readonly [string, Category]>([
  ...wordMap(({ parts: words }) => words),
  ...split(OTHER_PARTS).map((part) => [part, 'other'] as const),
]);
const audiences = new Map(
  Object.entries(TITLE_AUDIENCES).flatMap(([audience, words]) =>
    split(words).map((word) => [word, audience as Audience] as const),
  ),
);
const audienceParts = Object.entries(AUDIENCE_PARTS) as readonly (readonly [Audience, string])[];
const plusWords = PLUS_WORDS.split('|');

const WORDS = /[\p{L}\p{M}\d][\p{L}\p{M}\d'’-]*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** What follows is what the thing is for, has or goes with, no longer what it is. */
const PHRASE_END =
  /[,;|/()[\]{}:•·，、；（）【】「」]|\s[-–—]\s|\s(?:with|for|w\/|mit|für|avec|pour|con|para|per|com|met|voor|dla|z|ze|для|с|со|ile|için|مع|لـ)\s/iu;

const wordsIn = (text: string): readonly string[] =>
  (text.match(WORDS) ?? []).map((word) => word.replace(/’/g, "'").replace(/-+$/, ''));

const byEnding = (word: string): Category | undefined =>
  endings.find(([ending]) => word.length > ending.length + 1 && word.endsWith(ending))?.[1];

const isOther = (word: string): boolean =>
  otherThings.has(word) ||
  [...otherThings].some((thing) => thing.length > 4 && word.length > thing.length + 2 && word.endsWith(thing));

/** What a phrase of words says the thing is: its first noun in languages that begin with it, else its last. */
const categoryOfWords = (words: readonly string[]): Category | undefined => {
  const opening = words.find((word) => headFirst.has(word) || headLast.has(word) || isOther(word));
  // "Bague en argent", "Robe chemise": the language begins with the noun, so what follows only describes it.
  if (opening !== undefined && headFirst.has(opening) && !headLast.has(opening)) return headFirst.get(opening);
  for (const word of [...words].reverse()) {
    if (isOther(word)) return 'other';
    const pieces = word.includes('-')
      ? [word, word.split('-').slice(-2).join('-'), word.split('-').at(-1) ?? '']
      : [word];
    for (const piece of pieces) {
      const category = headLast.get(piece) ?? headFirst.get(piece) ?? byEnding(piece);
      if (category) return category;
    }
  }
  return undefined;
};

/** Where text has no spaces the longest known part that stands last decides. */
const categoryOfParts = (text: string): Category | undefined => {
  let best: { readonly at: number; readonly category: Category } | undefined;
  let rest = text;
  for (const [part, category] of parts) {
    const at = rest.lastIndexOf(part.toLowerCase());
    if (at < 0) continue;
    if (!best || at > best.at) best = { at, category };
    // A part inside a longer one that was found is no word of its own.
    rest = rest.replaceAll(part.toLowerCase(), '\u0000'.repeat(part.length));
  }
  return best?.category;
};

/** `isWorn`: something says that a weak word means clothes. */
const categoryOf = (title: string, isWorn: boolean): Category | undefined => {
  for (const phrase of title.split(PHRASE_END)) {
    const words = wordsIn(phrase).filter((word) => isWorn || !weakWords.has(word));
    const category = (CJK.test(phrase) ? categoryOfParts(phrase) : undefined) ?? categoryOfWords(words);
    if (category) return category;
  }
  return undefined;
};

/** Women's and men's together are everybody's; children's wins, because "girls" stands beside "women" in no shoe for both. */
const audienceOf = (text: string): Audience | undefined => {
  const words = wordsIn(text).flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])]);
  const found = new Set(words.flatMap((word) => audiences.get(word) ?? compoundAudience(word)));
  if (CJK.test(text)) {
    const part = audienceParts.find(([, list]) => split(list).some((one) => text.includes(one)))?.[0];
    if (part) found.add(part);
    // 男 and 女 beside each other, in any order and with words between.
    if (part === 'women' && text.includes('男')) found.add('men');
  }
  if (found.has('kids')) return found.has('women') || found.has('men') ? undefined : 'kids';
  if (found.has('unisex') || (found.has('women') && found.has('men'))) return 'unisex';
  return [...found][0];
};

/** "Damenschuhe", "Kinderjacke", "herenschoenen": the wearer opens the word. */
const COMPOUND = /^(damen|dames|herren|heren|kinder|mädchen|jungen|baby)(?=\p{L}{3})/u;
const COMPOUND_AUDIENCES: Readonly<Record<string, Audience>> = {
  damen: 'women',
  dames: 'women',
  herren: 'men',
  heren: 'men',
};
const compoundAudience = (word: string): readonly Audience[] => {
  const [, opening] = COMPOUND.exec(word) ?? [];
  return opening === undefined ? [] : [COMPOUND_AUDIENCES[opening] ?? 'kids'];
};

const SYSTEM_NAMES: Readonly<Record<string, string>> = {
  EUR: 'EU',
  GB: 'UK',
  USA: 'US',
  ASIA: 'ASIAN',
  ASIAN: 'ASIAN',
};
const SYSTEM =
  /(?<![\p{L}\d])(EUR?|USA?|UK|GB|JP|KR|CN|AU|BR|MX|RU|FR|DE|IT|ES|ASIAN?)(?:\s*(?:size|größe|taille|talla))?[\s:：.-]*(?=\d{1,3}(?:[.,]\d)?(?![\d\p{L}])|X{0,4}[SML](?![\p{L}\d]))|(?<![\d.,])\d{1,3}(?:[.,]5)?\s*(EUR?|UK|GB|US|BR|RU)(?![\p{L}\d])/iu;

/** The size system a variant names beside its size: "EU 42", "Size: US 8", "42 EU". A country alone is where it ships from. */
const systemOf = (variant: string): string | undefined => {
  const [, before, after] = SYSTEM.exec(variant) ?? [];
  const code = (before ?? after)?.toUpperCase();
  return code === undefined ? undefined : (SYSTEM_NAMES[code] ?? code);
};

const MAINS =
  /\d{2,3}\s*(?:v(?:ac)?\s*)?(?:(?:-|–|~|\/|to|bis)\s*\d{2,3}\s*)?v(?:olts?|ac)?(?![\p{L}\d])(?:\s*~)?(?:[\s,/]*\d{2}(?:\s*\/\s*\d{2})?\s*hz)?/giu;
/** Their watts are what they give, not what they take, or what another lamp would take. */
const GIVES_WATTS =
  /charger|adapter|power supply|inverter|converter|transformer|led|equivalent|ladegerät|netzteil|chargeur|cargador|caricatore|carregador|充电|電源|电源|充電|逆变|зарядн/iu;
const WATTS = /(?<![\d.,])(\d{2,5})\s*w(?:att)?(?![\p{L}\d])/iu;

/** Mains voltages a title or variant prints; 12 V and the like say nothing of the wall. */
const powerOf = (text: string): Pick<AskedProduct, 'deviceInput' | 'deviceWatts'> => {
  // A transformer's two sides are no rating.
  if (changesVoltage(text)) return {};
  const input = (text.match(MAINS) ?? []).find((one) => (readDeviceLabel(one)?.bands.length ?? 0) > 0)?.trim();
  if (input === undefined) return {};
  const watts = GIVES_WATTS.test(text) ? undefined : WATTS.exec(text)?.[1];
  return { deviceInput: input, ...(watts === undefined ? {} : { deviceWatts: Number(watts) }) };
};

// "EU plug" and "US plug" name two types each; these name one.
const PLUGS: readonly (readonly [RegExp, string])[] = [
  [/\btype[\s-]*([a-o])\b(?=.*\bplug)|\bplug[\s-]*type[\s-]*([a-o])\b/i, ''],
  [/\b(?:UK|GB|BS)[\s-]*(?:standard[\s-]*)?plug\b|英规|英規|英标/i, 'G'],
  [/\bAU[\s-]*(?:standard[\s-]*)?plug\b|澳规|澳規|澳标/i, 'I'],
  [/\bschuko\b/i, 'F'],
];

const plugOf = (variant: string): string | undefined => {
  for (const [pattern, letter] of PLUGS) {
    const found = pattern.exec(variant);
    if (found) return letter || (found[1] ?? found[2])?.toUpperCase();
  }
  return undefined;
};

const LONGEST = 500;

/**
 * What an item's title and variant say of the product: only words that mean one thing. A title is a suggestion; a card
 * is asked first.
 */
export function readTitle(title: string, variant = ''): AskedProduct {
  const [name, kind] = [title, variant].map((text) => text.slice(0, LONGEST).normalize('NFKC'));
  const lower = (name ?? '').toLowerCase();
  const audience = audienceOf(lower) ?? audienceOf((kind ?? '').toLowerCase());
  const power = powerOf(`${kind} ${name}`);
  const plug = plugOf(`${kind}`) ?? plugOf(`${name}`);
  const isElectric = power.deviceInput !== undefined || plug !== undefined;
  const isWorn = audience !== undefined || WORN.test(lower) || wordsIn(lower).length <= 2;
  const found = categoryOf(lower, isWorn) ?? (isElectric ? 'other' : undefined);
  const category = found === undefined ? undefined : narrowed(found, lower, audience);
  // An iron ring is no iron: what is worn is no device.
  const device =
    category === undefined || category === 'other' ? (deviceKind(`${name} ${kind}`) ?? undefined) : undefined;
  const system = category === 'other' ? undefined : systemOf(kind ?? '');
  return {
    ...(category ? { category } : {}),
    ...(audience ? { audience } : {}),
    ...(system ? { sizeSystem: system } : {}),
    ...power,
    ...(plug ? { devicePlug: plug } : {}),
    ...(device !== undefined && (isElectric || device === 'heating') ? { deviceKind: device } : {}),
  };
}

const GARMENTS: ReadonlySet<Category> = new Set(['dress', 'top', 'jacket', 'jeans', 'clothing']);

/** Children's clothes and plus sizes have tables of their own. */
const narrowed = (category: Category, title: string, audience: Audience | undefined): Category => {
  if (!GARMENTS.has(category)) return category;
  if (audience === 'kids') return 'kids';
  return plusWords.some((words) => title.includes(words)) ? 'plus' : category;
};
