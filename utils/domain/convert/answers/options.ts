import type { CountryCode, Lang } from '../../ids';
import type { TargetHints } from '../sizes/convert-size';
import type { Audience } from '../sizes/shoe';
import type { SizeCategory } from '../sizes/size';
import type { ConversionTables } from '../tables';
import type { AskedProduct } from './asked-product';
import type { Speech } from './speech';

/** What is known when a text is searched for something to convert. */
export interface ConversionOptions {
  /** Language of the text. */
  readonly lang: Lang;
  /** Language of "insert"; a language without sentences gets a neutral line. */
  readonly replyLang: Lang;
  readonly buyerCountry?: CountryCode;
  /** Country of the shop: its size system is shown too, and its clock answers times. */
  readonly shopCountry?: CountryCode;
  /** Whom the product is for, when known. */
  readonly audience?: Audience;
  /** What the product is, when known. */
  readonly category?: SizeCategory | 'clothing' | 'other';
  /** The product the question is about, when the page or a card tells. */
  readonly product?: AskedProduct;
  /** The moment of the answer, for local times and delivery days; the clock's when absent. Unit: ms since 1970. */
  readonly now?: number;
  /** IANA zone of the desk's clock, for times when the shop's country is not known; the runtime's when absent. */
  readonly deskZone?: string;
}

/** Everything an answer is made from besides what was read. */
export interface Answering {
  readonly options: ConversionOptions;
  readonly tables: ConversionTables;
  readonly speech: Speech;
}

/** For whom an answer chooses size systems: the buyer's country, the shop's, the listing. */
export function targetHints({ buyerCountry, shopCountry, product }: ConversionOptions): TargetHints {
  return {
    countries: [buyerCountry, shopCountry].filter((country) => country !== undefined),
    systems: product?.sizeSystem ? [product.sizeSystem] : [],
  };
}
