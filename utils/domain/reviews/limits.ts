/** One thing that may, may with care, or may not be said about an evaluation that is there. */
export interface ReviewLimit {
  readonly id: string;
  readonly marketplace: string;
  /** A product review, or feedback on the seller. */
  readonly about: string;
  readonly kind: string;
  readonly rule?: string;
  /** Only there, ISO 3166-1 alpha-2; or everywhere but there. */
  readonly countries?: readonly string[];
  readonly exceptCountries?: readonly string[];
  readonly texts: Readonly<Record<'en' | 'zh-CN', string>>;
  readonly sources: readonly string[];
  readonly confidence: string;
}

/** What an evaluation is, as far as the rules about it differ. */
export interface Evaluation {
  readonly marketplace: string;
  readonly about: 'review' | 'feedback';
  /** Country of the sales channel; unknown counts as none with rules of its own. */
  readonly country?: string | undefined;
}

/** The limits that hold for an evaluation; on AliExpress reviews and feedback are one thing. */
export const limitsFor = <L extends Omit<ReviewLimit, 'texts'>>(
  limits: readonly L[],
  { marketplace, about, country }: Evaluation,
): readonly L[] =>
  limits.filter(
    (limit) =>
      limit.marketplace === marketplace &&
      (marketplace === 'aliexpress' || limit.about === about) &&
      (limit.countries === undefined || (country !== undefined && limit.countries.includes(country))) &&
      !(country !== undefined && limit.exceptCountries?.includes(country)),
  );
