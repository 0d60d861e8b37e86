/** One regular expression as plain JSON. */
export type PatternSource = readonly [source: string, flags: string];

/**
 * One way to find places in a text. Patterns travel to the page with the rule pack; what is left in the page is the
 * small machine that runs them.
 */
export interface Search<Pattern = RegExp> {
  /** What to find, every occurrence of it. */
  readonly find: Pattern;
  /** A cheap question first, which nearly every message answers with no. */
  readonly when?: Pattern;
  /** What only looks like a find; blanked before anything is looked for. */
  readonly blank?: readonly Pattern[];
  /** What does not belong to the end of a find. */
  readonly trim?: Pattern;
  /** A find has to be like one of these. */
  readonly keep?: readonly Pattern[];
  /** A find like one of these is none. */
  readonly drop?: readonly Pattern[];
  /** A find like `drop` counts all the same right after `after`. */
  readonly unless?: { readonly drop: Pattern; readonly after: Pattern };
}

/** Finds places in a text without knowing its language. */
export interface DetectorSource<Pattern = PatternSource> {
  /** Whether it reads the text as typed (case, emoji) or as normalised. */
  readonly reads: 'original' | 'normalised';
  /** Places on a host of the pack's list are allowed. */
  readonly hosts?: 'check';
  /** A find may go over the end of a line; all others are looked for line by line. */
  readonly spansLines?: true;
  readonly searches: readonly Search<Pattern>[];
}

/** All detectors of a pack by the name patterns use. */
export type DetectorSources = Readonly<Record<string, DetectorSource>>;
