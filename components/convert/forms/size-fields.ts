import { readText } from '@/utils/domain/convert/reading/read-text';
import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import type { SizeCategory } from '@/utils/domain/convert/sizes/size';
import { queryLang } from '../query-lang';

/** The fields of a question about a size; `audience` and `system` are empty when not chosen. */
export interface SizeFields {
  readonly category: SizeCategory;
  readonly audience: Audience | '';
  readonly system: string;
  readonly size: string;
}

/** What a size can be of, in the order a desk meets it, with the word every reader of queries knows. */
export const categoryWords = {
  shoes: 'shoes',
  dress: 'dress',
  top: 'top',
  jacket: 'jacket',
  jeans: 'jeans',
  shirt_collar: 'collar',
  kids: 'kids clothes',
  plus: 'plus size',
  letter: 'clothes',
  bra: 'bra',
  ring: 'ring',
  hat: 'hat',
  glove: 'gloves',
  belt: 'belt',
  sock: 'socks',
} as const satisfies Partial<Record<SizeCategory, string>>;

/** The categories the form offers. */
export const sizeCategories = Object.keys(categoryWords) as readonly (keyof typeof categoryWords)[];

/** How systems whose code is no word are written. */
const SYSTEM_WORDS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  FOOT_CM: ['foot', 'cm'],
  FOOT_IN: ['foot', 'inches'],
  // Sizes that are measures: readers know them by the code of where they are used.
  CM: ['EU', ''],
  IN: ['US', ''],
  INT: ['size', ''],
  CN_OLD: ['中国旧码', ''],
  CN_EU_STYLE: ['CN', ''],
};

/** What a text says about a size; null when it names none. */
export function readSizeFields(text: string): Partial<SizeFields> | null {
  const found = readText(text, { lang: queryLang(text, 'en'), from: 'query' }).find(({ kind }) => kind === 'size');
  if (found?.kind !== 'size') return null;
  const option = found.options[0];
  if (!option) return null;
  const isOffered = sizeCategories.some((category) => category === found.category);
  return {
    ...(isOffered ? { category: found.category } : {}),
    audience: found.audience ?? '',
    system: option.system,
    size: option.size,
  };
}

/** The fields as words; null without a size. */
export function writeSizeFields({ category, audience, system, size }: SizeFields): string | null {
  const number = size.trim();
  if (number === '') return null;
  const [before, after] = SYSTEM_WORDS[system] ?? [system, ''];
  const word = (categoryWords as Partial<Record<SizeCategory, string>>)[category] ?? '';
  return [before, number, after, audience, word].filter(Boolean).join(' ');
}
