import type { ExportRequest, ExportScope } from '@/utils/app/bundles-api';
import type { Redaction } from '@/utils/domain/bundles/bundle';
import type { MarketId } from '@/utils/domain/ids';

/** Which buyers are exported; all of it must hold. Days are `YYYY-MM-DD`. */
export interface ChosenBuyers {
  readonly segment?: string;
  readonly tag?: string;
  readonly marketplace?: MarketId;
  readonly from?: string;
  readonly to?: string;
}

/** Whether the first day is not after the last one. */
export const areDaysInOrder = ({ from, to }: ChosenBuyers): boolean => !from || !to || from <= to;

/** How a file is locked, as a person chooses it. */
export type LockChoice = 'team' | 'passphrase' | 'plain';

/** Everything a person chooses about a file. */
export interface ExportChoices {
  readonly scope: ExportScope['kind'];
  readonly buyers: ChosenBuyers;
  readonly redaction: Redaction;
  readonly lock: LockChoice;
}

/** What can be chosen, in the order in which it is offered. */
export const scopes: readonly ExportScope['kind'][] = ['everything', 'since-last', 'buyers', 'templates', 'hand-over'];
export const redactions: readonly Redaction[] = ['full', 'no-names', 'statistics'];
export const locks: readonly LockChoice[] = ['team', 'passphrase', 'plain'];

/** What is asked for; null while the days are the wrong way round. */
export const requestOf = ({ scope, buyers, redaction }: ExportChoices): ExportRequest | null => {
  if (scope !== 'buyers') return { scope: { kind: scope }, redaction };
  return areDaysInOrder(buyers) ? { scope: { kind: scope, ...buyers }, redaction } : null;
};
