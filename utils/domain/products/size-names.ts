import type { SizeCategory } from '../convert/sizes/size';

// A record and not a list, so that the compiler asks for every category.
const known: Readonly<Record<SizeCategory, true>> = {
  shoes: true,
  dress: true,
  top: true,
  jacket: true,
  jeans: true,
  inseam: true,
  shirt_collar: true,
  jp_letter_bust: true,
  letter: true,
  cn_label: true,
  kids: true,
  plus: true,
  bra: true,
  ring: true,
  hat: true,
  glove: true,
  belt: true,
  sock: true,
};

/** Every kind of thing a card can give a size system for. */
export const cardCategories = Object.keys(known) as readonly SizeCategory[];

/** Systems the sizes of a listing can be in, the frequent ones first; codes as the size tables spell them. */
export const listingSystems: readonly string[] = [
  'EU',
  'US',
  'UK',
  'INT',
  'ASIAN',
  'CN',
  'CN_EU_STYLE',
  'CN_OLD',
  'CN_LABEL',
  'CN_LETTER',
  'JP',
  'KR',
  'AU',
  'BR',
  'MX',
  'RU',
  'DE',
  'FR',
  'IT',
  'ES',
  'IN',
  'HK',
  'MONDOPOINT',
  'FOOT_CM',
  'CIRC_MM',
  'DIAMETER_MM',
  'CM',
  'WAIST_IN',
  'HEIGHT_CM',
  'AGE',
];
