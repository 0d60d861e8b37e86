import type { Finding } from '../compliance/input';

/** What a guard compares: the reply against the page, the record and our other shops. */
export type GuardKind =
  'language' | 'order' | 'foreign-order' | 'tracking' | 'amount' | 'date' | 'size' | 'quantity' | 'name' | 'shop';

/** A contradiction between the draft and what is known; `fixes` put the known value in place where that is sure. */
export interface GuardFinding extends Finding {
  readonly rule: `guard-${GuardKind}`;
  /** What the draft says. */
  readonly said: string;
  /** What the page or the record says. */
  readonly known: string;
}
