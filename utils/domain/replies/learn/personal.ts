import type { Lang } from '../../ids';
import type { OrderItem } from '../../orders';
import { mayHoldContact } from '../../text/contact';
import { searchable } from '../search/fold';
import { VALUE_MARK } from './block-shape';
import { withoutBlanks } from './compact';
import { holdsName, mayNameSomebody } from './names';
import { mayHoldAddress } from './street-words';
import type { Vocabulary } from './vocabulary';

/** What may belong to one buyer or one order alone. */
export type PersonalKind = 'contact' | 'link' | 'address' | 'id' | 'number' | 'name' | 'product';

/** What is known of the words that are read. */
export interface PersonalContext {
  readonly lang: Lang;
  /** Words of the desk's own in this language. */
  readonly known: string;
  /** Words of the block as it stands: its figures are the desk's own too. */
  readonly ownWords: string;
  readonly isClosing: boolean;
  readonly buyerName: string | undefined;
  readonly items: readonly OrderItem[];
  readonly vocabulary?: Vocabulary | undefined;
}

const LINK = /(?:https?|ftp):|www\.|[\p{L}\p{N}-]\.\p{L}{2,}(?![\p{L}\p{N}])|:\/\//giu;
const FIGURES = /\p{N}+/gu;
const CAPITAL_ID = /(?<![\p{L}])\p{Lu}{6,}(?![\p{L}])/u;
const LONG_FIGURES = /\p{Nd}{4,}/u;
/** A sum in Chinese or Japanese figures. */
const WRITTEN_SUM = /[零〇一二三四五六七八九十百千万两]+\s?(?:元|块|圆|円|美元|欧元|人民币)/u;
/** A title or article of fewer signs is a word of any text. */
const SHORTEST_ITEM = 3;

const figuresOf = (text: string): readonly string[] => text.normalize('NFKC').match(FIGURES) ?? [];

/** Figures the desk has not written itself are a date, a sum, a size or a number of somebody. */
function hasNewFigures(words: string, own: string): boolean {
  const left = [...figuresOf(own)];
  return figuresOf(words).some((figures) => {
    const at = left.indexOf(figures);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function namesProduct(words: string, known: string, items: readonly OrderItem[]): boolean {
  const [said, own] = [words, known].map((text) => withoutBlanks(searchable(text)));
  return items.some(({ title, productId, sku, variant }) =>
    [title, productId, sku, variant].some((value) => {
      const folded = withoutBlanks(searchable(value ?? ''));
      return folded.length >= SHORTEST_ITEM && said!.includes(folded) && !own!.includes(folded);
    }),
  );
}

/**
 * What of a wording may belong to one buyer or one order; null when nothing is found. The values that have variables must
 * have been taken out, with a mark in their place.
 */
export function personalIn(words: string, context: PersonalContext): PersonalKind | null {
  const { known, ownWords, buyerName, items } = context;
  const folded = searchable(words.replaceAll(VALUE_MARK, ' | '));
  const plain = words.normalize('NFKC');
  if (mayHoldContact(words)) return 'contact';
  if ((plain.match(LINK) ?? []).some((link) => !ownWords.includes(link))) return 'link';
  const isNew = hasNewFigures(words, ownWords);
  if (mayHoldAddress(folded) && (isNew || !mayHoldAddress(searchable(ownWords)))) return 'address';
  const capitals = CAPITAL_ID.exec(plain)?.[0];
  if (capitals !== undefined && !known.includes(capitals)) return 'id';
  if (isNew) return LONG_FIGURES.test(plain) ? 'id' : 'number';
  if (WRITTEN_SUM.test(plain) && !WRITTEN_SUM.test(ownWords)) return 'number';
  if (buyerName !== undefined && holdsName(words, buyerName, known)) return 'name';
  if (mayNameSomebody(words, context)) return 'name';
  return namesProduct(words, known, items) ? 'product' : null;
}
