import type { CountryCode, Lang } from '../../ids';
import type { Span } from '../../text/span';
import type { Audience } from '../sizes/shoe';
import type { BodyMeasures, SizeCategory } from '../sizes/size';

/** What is known about a text besides its words. */
export interface ReadHints {
  readonly lang?: Lang;
  readonly buyerCountry?: CountryCode;
  /** What the product is, when known; `clothing` for any garment. */
  readonly category?: SizeCategory | 'clothing' | 'other';
  readonly audience?: Audience;
  /** `query` when a person typed it into the converter: a bare number is then a size. */
  readonly from?: 'message' | 'query';
}

/** One way to understand a size. */
export interface SizeOption {
  /** `EU`, `US`, `CN_OLD`, `FOOT_CM`, `ASIAN`, `INT` (a bare letter), `AGE` ... */
  readonly system: string;
  /** As it is printed: `38`, `34DD`, `W32`, `170/92A`, `XL`, `M½`. */
  readonly size: string;
  /** What decided: a code beside it, a unit, the buyer's country, or the number alone. */
  readonly by: 'code' | 'unit' | 'country' | 'shape';
}

/** A size in a text with every reading it allows, the likeliest first. */
export interface SizeReading extends Span {
  readonly kind: 'size';
  readonly category: SizeCategory;
  readonly options: readonly SizeOption[];
  readonly audience?: Audience;
  /** True when nothing but the number says what kind of thing it is a size of. */
  readonly assumed: boolean;
  /** False where the text says that another size is wanted in its place; such sizes stand last. */
  readonly wished?: false;
  /** Trousers: the inseam in inches that stood beside the waist. */
  readonly inseamInch?: number;
}

/** Measures of a person: "180 cm 75 kg", "5'7 140 lb", a foot of 24.2 cm. */
export interface BodyReading extends Span {
  readonly kind: 'body';
  readonly measures: BodyMeasures;
  /** What is to be worn, when the text says it. */
  readonly category?: SizeCategory;
  readonly audience?: Audience;
}

/** A quantity with its unit; `to` when the text asks for another unit. */
export interface QuantityReading extends Span {
  readonly kind: 'quantity';
  readonly value: number;
  /** Key of the unit tables: `cm`, `lb`, `fl_oz_us`, `c` ... */
  readonly unit: string;
  readonly to?: string;
}

/** A clock time and a place: "12:30 Madrid". */
export interface TimeReading extends Span {
  readonly kind: 'time';
  /** Minutes after midnight; absent when only the place is named ("what time is it in Tokyo"). */
  readonly minutes?: number;
  /** IANA zone of the place; absent when the text names none. */
  readonly zone?: string;
  /** As the text names it. */
  readonly place?: string;
  /** The place when it is a country; one with several clocks has no `zone`. */
  readonly country?: CountryCode;
}

/** Working days from a day on: "3-5 working days to Spain". */
export interface DeliveryReading extends Span {
  readonly kind: 'delivery';
  readonly days: readonly [low: number, high: number];
  readonly country?: CountryCode;
}

/** An amount of money with its currency. */
export interface MoneyReading extends Span {
  readonly kind: 'money';
  readonly value: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** A size whose parts contradict each other: "EU 5.5 women". */
export interface ContradictionReading extends Span {
  readonly kind: 'contradiction';
  readonly system: string;
  readonly size: string;
}

/** Anything but power, which has a finder of its own (`power/find-power.ts`). */
export type Reading =
  SizeReading | BodyReading | QuantityReading | TimeReading | DeliveryReading | MoneyReading | ContradictionReading;
