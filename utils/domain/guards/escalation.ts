import type { Span } from '../text/span';

/** Why a buyer's message needs a person with authority, not a template. */
export type EscalationKind =
  'injury' | 'fire' | 'legal' | 'police' | 'chargeback' | 'a-to-z' | 'health' | 'self-harm' | 'threat';

/** What the radar found in a buyer's message; the gravest first. */
export interface Escalation extends Span {
  readonly kind: EscalationKind;
}
