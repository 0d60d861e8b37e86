/** What lies in the settings row of the desk's rules; until version 6 of the database everything they had decided. */
import type { Instant } from '../../ids';
import type { RuleRow, Stamp } from '../../records';
import type { DeskRules, PackOrigin } from '../desk-rules';
import { printOfRows, rowsOfDesk } from './rule-rows';

/** Name of the settings row. */
export const deskRulesSetting = 'deskRules';

/** What an import of a pack has replaced. */
export interface BeforePack {
  readonly desk: DeskRules;
  /** The rules this agent had locked for the team. */
  readonly team: readonly string[];
  readonly name: string;
  readonly at: Instant;
  /** `printOfRows` after the import: once something else was decided it can't be taken back any more. */
  readonly print: string;
}

/** The settings row. */
export interface KeptRules {
  readonly origin?: PackOrigin;
  readonly before?: BeforePack;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDesk = (value: unknown): value is DeskRules =>
  isObject(value) &&
  isObject(value['settings']) &&
  Array.isArray(value['own']) &&
  typeof value['holdsSending'] === 'boolean';

/** What is kept beside the rows. */
export const readKeptRules = (value: unknown): KeptRules => {
  if (!isObject(value)) return {};
  const { origin, before } = value as KeptRules;
  return { ...(isObject(origin) && { origin }), ...(isObject(before) && isDesk(before.desk) && { before }) };
};

/**
 * What version 6 has kept in one row, as rows with its stamp, because nobody has changed anything since; null for a row that
 * decides nothing. Every lock came in a pack then.
 */
export const splitKeptRules = (
  value: unknown,
  stamp: Stamp,
): { readonly rows: readonly RuleRow[]; readonly kept: KeptRules } | null => {
  if (!isObject(value) || !isDesk(value['desk'])) return null;
  const { desk } = value as { readonly desk: DeskRules };
  const { before } = value as { readonly before?: Omit<BeforePack, 'team' | 'print'> };
  const rows = rowsOfDesk(desk, stamp);
  const kept = { ...(desk.origin && { origin: desk.origin }), ...(before && { before }) };
  if (before === undefined) return { rows, kept: readKeptRules(kept) };
  return { rows, kept: readKeptRules({ ...kept, before: { ...before, team: [], print: printOfRows(rows) } }) };
};
