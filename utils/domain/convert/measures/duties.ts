import type { DutyRow, DutyTable } from './tables';

/** One dated fact about duty or tax, with the key of its words. */
export interface DutyFact {
  /** Message key under `convert.duty`; `values` fill it. */
  readonly key: string;
  readonly kind: DutyRow['kind'];
  readonly values: Readonly<Record<string, string>>;
  /** ISO days between which it holds, as far as known. */
  readonly since?: string;
  readonly until?: string;
  /** `plan`: announced, not known to be in force; `unverified`: read, but not confirmed. */
  readonly status: DutyRow['status'];
  readonly source: string;
  /** False when the day asked about lies before `since` or after `until`. */
  readonly inForce: boolean;
  /** A limit sellers' old texts still name and that is no longer true, such as `EUR 150`. */
  readonly endsRelief?: string;
}

/** What is known about duty and tax at a destination; to be shown with "check before promising". */
export interface DutyHint {
  readonly country: string;
  readonly checkedOn: string;
  readonly facts: readonly DutyFact[];
}

/**
 * Dated facts about duty and tax at a destination on a day; null when nothing is known about the country.
 *
 * They are facts read in a source on `checkedOn`, never advice and never a promise.
 */
export function dutyHint(country: string, day: string, table: DutyTable): DutyHint | null {
  const isMember = table.members.split(' ').includes(country);
  const rows = table.rows.filter(
    ({ countries }) =>
      countries.includes(country) ||
      (isMember && countries.includes('EU')) ||
      (country === 'EU' && countries.includes('EU')),
  );
  if (rows.length === 0) return null;
  return {
    country,
    checkedOn: table.checkedOn,
    facts: rows.map(({ id, kind, values, since, until, status, source, endsRelief }) => ({
      key: `convert.duty.${id}`,
      kind,
      values,
      ...(since ? { since } : {}),
      ...(until ? { until } : {}),
      status,
      source,
      inForce: (!since || since <= day) && (!until || day <= until),
      ...(endsRelief ? { endsRelief } : {}),
    })),
  };
}

/** The reliefs sellers' texts may still promise to a destination although they have ended, such as `USD 800`. */
export const endedReliefs = (hint: DutyHint): readonly string[] =>
  hint.facts.flatMap(({ endsRelief, inForce }) => (endsRelief && inForce ? [endsRelief] : []));
