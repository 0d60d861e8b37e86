import { ar } from './ar';
import { common } from './common';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import { ja } from './ja';
import { ko } from './ko';
import { more } from './more';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { ru } from './ru';
import { swaps } from './swaps';
import { tr } from './tr';
import type { WordList } from './word-list';
import { zh } from './zh';

/** The words of every language, by its tag; `common` holds codes and units, `more` languages without replies. */
export const WORD_LISTS: Readonly<Record<string, WordList>> = {
  common, en, es, pt, fr, de, it, nl, pl, tr, ru, ar, zh, ja, ko, more, swaps,
}; // prettier-ignore
