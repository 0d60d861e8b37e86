import type { Severity } from '../compliance/input';
import type { Span } from '../text/span';
import type { GuardFinding, GuardKind } from './guard-finding';
import type { GuardText } from './guard-text';

/** A contradiction at a place of the normalised text. */
export interface Contradiction extends Span {
  readonly kind: GuardKind;
  readonly known: string;
  readonly severity?: Severity;
  /** What one key puts in place of the words, where that is sure. */
  readonly fix?: string;
}

/** The finding of a contradiction, with its place and words in the text as given. */
export function findingOf(
  text: GuardText,
  { kind, known, fix, severity = 'warn', ...span }: Contradiction,
): GuardFinding {
  const place = text.toOriginal(span);
  return {
    rule: `guard-${kind}`,
    severity,
    ...place,
    said: text.original.slice(place.start, place.end),
    known,
    fixes: fix === undefined ? [] : [{ ...place, replacement: fix }],
  };
}
