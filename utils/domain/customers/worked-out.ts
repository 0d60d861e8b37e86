import type { BuyerRow } from '../records';

/** Fields of a record that are worked out from other tables: they never travel, and are worked out anew where it arrives. */
export const workedOut: readonly (keyof BuyerRow)[] = ['summary', 'segments', 'facets', 'recheckOn', 'tally'];
