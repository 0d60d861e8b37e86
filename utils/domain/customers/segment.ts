/** Segments: facts about buyers with names, as data. They never choose who is asked for a review or refused a remedy. */
import type { BuyerSignal } from '../records';

/** A figure a segment can stand on. */
export const buyerFacts = [
  'orders',
  'quantity',
  'largestOrder',
  'returns',
  /** Orders with a return of a hundred orders. Units: percent. */
  'returnShare',
  'refunds',
  'disputes',
  'openDisputes',
  'good',
  'neutral',
  'bad',
  'late',
  'messages',
  'daysSinceOrder',
  'daysSinceBad',
  'signalWholesale',
  'signalSample',
  'signalPartner',
] as const;
export type BuyerFact = (typeof buyerFacts)[number];

/** The facts that are a signal of the record: 1 when it is there, else 0. */
export const signalFacts: Readonly<Partial<Record<BuyerFact, BuyerSignal>>> = {
  signalWholesale: 'wholesale',
  signalSample: 'sample',
  signalPartner: 'partner',
};

/** One figure and its bound. A figure that is not known (days since an order that never was) meets no bound. */
export interface SegmentCondition {
  readonly fact: BuyerFact;
  readonly is: 'at-least' | 'at-most';
  readonly value: number;
}

/** Who belongs to a segment: everybody for whom all conditions of one group hold. */
export interface SegmentRule {
  /** Lower-case words joined by hyphens; the name of a shipped one is in the catalogues as `buyers.segment.<id>`. */
  readonly id: string;
  /** Name of a segment of the desk's own. */
  readonly name?: string;
  readonly isOff?: boolean;
  readonly groups: readonly (readonly SegmentCondition[])[];
}

/** That a record belongs to a segment, and why: the conditions of the first group that holds, each with the figure. */
export interface SegmentHit {
  readonly id: string;
  readonly because: readonly (SegmentCondition & { readonly found: number })[];
}

/** Most rules, groups of a rule and conditions of a group. */
export const mostSegments = { rules: 30, groups: 5, conditions: 5 } as const;
