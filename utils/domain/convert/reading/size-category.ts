import { fitsShoeSystem, type Audience } from '../sizes/shoe';
import type { SizeCategory } from '../sizes/size';
import type { Context } from './context';
import {
  beltOptions,
  collarOptions,
  dressOptions,
  gloveOptions,
  hatOptions,
  jacketOptions,
  jeansOptions,
  kidsOptions,
  ringOptions,
  sockOptions,
  type NumberOptions,
} from './number-options';
import type { Topic } from './words/word-list';

/** A number with what decides of what it is a size. */
export interface SizeKind {
  readonly topic: Topic | undefined;
  readonly value: number;
  readonly context: Context;
  readonly audience: Audience | undefined;
  readonly mark: Context['mark'];
}

const EUROPEAN: ReadonlySet<string> = new Set(['EU', 'DE', 'FR', 'IT', 'ES']);

/** Category a number is read in; without a word for it, the one whose numbers look like this. */
export function categoryOf({ topic, value, context, audience }: SizeKind): SizeCategory {
  if (topic === undefined || topic === 'other') {
    const { code, unit } = context;
    // Shoes of Asia carry such numbers too, those of Europe do not.
    if (audience === 'kids' && !unit && EUROPEAN.has(code ?? '') && value >= 53 && value <= 188) return 'kids';
    if (unit || !code) return value > 52 && value < 150 && !unit ? (audience === 'kids' ? 'kids' : 'dress') : 'shoes';
    const isSmallCode = code === 'US' || code === 'UK' || code === 'AU';
    if (isSmallCode && value > 16) return value <= 32 ? 'dress' : 'jacket';
    if (code === 'IT' || code === 'FR' || code === 'DE' || code === 'ES')
      return fitsShoeSystem('EU', value) ? 'shoes' : 'dress';
    if (code === 'KR' && value < 100 && value > 30) return 'dress';
    return (code === 'RU' || code === 'EU' || code === 'BR') && value > 52 ? 'dress' : 'shoes';
  }
  if (topic === 'clothing') {
    if (audience === 'kids' && ((value >= 50 && value <= 176) || value <= 16)) return 'kids';
    return 'dress';
  }
  if (topic === 'jacket' && audience === 'kids' && value >= 50) return 'kids';
  if ((topic === 'dress' || topic === 'top' || topic === 'jeans') && audience === 'kids' && value >= 50) return 'kids';
  if (topic === 'shirt_collar' && ((value > 21 && value < 32) || value > 54)) return 'dress';
  return topic;
}

/** Every reading the number allows in a category other than shoes. */
export function optionsOf(category: SizeCategory, number: Parameters<typeof dressOptions>[0]): NumberOptions {
  switch (category) {
    case 'jacket':
      return jacketOptions(number);
    case 'jeans':
      return jeansOptions(number);
    case 'shirt_collar':
      return collarOptions(number);
    case 'kids':
      return kidsOptions(number);
    case 'ring':
      return ringOptions(number);
    case 'hat':
      return hatOptions(number);
    case 'glove':
      return gloveOptions(number);
    case 'belt':
      return beltOptions(number);
    case 'sock':
      return sockOptions(number);
    case 'bra':
    case 'inseam':
      return [];
    default:
      return dressOptions(number);
  }
}
