import type { AnswerSentences } from './answers/sentences';
import type { MeasureTables } from './measures/tables';
import type { SizeTable } from './sizes/size-table';

/** Mains supply of one country. */
export interface MainsRow {
  /** Outlet types as letters, e.g. `AB`. */
  readonly plugs: string;
  /** Nominal voltages in volt. */
  readonly volts: readonly number[];
  /** Frequencies in hertz. */
  readonly hertz: readonly number[];
  /** Positions in `sources` of the table. */
  readonly from: string;
  /** Voltages only some sources name. */
  readonly alsoVolts?: readonly number[];
  /** Outlet types a single source names. */
  readonly alsoPlugs?: string;
  /** Set where the voltage depends on the town. */
  readonly byRegion?: number;
  /** Set where no source names the country and its neighbour's supply is taken. */
  readonly inferred?: number;
}

/** Mains supply by ISO 3166-1 alpha-2 code. */
export interface MainsTable {
  readonly id: string;
  readonly checkedOn: string;
  readonly status: string;
  readonly sources: readonly string[];
  readonly countries: Readonly<Record<string, MainsRow>>;
}

/** Everything the converters look up; comes from the catalogue. */
export interface ConversionTables {
  /** Every kind of size; one entry a file. */
  readonly sizes: readonly SizeTable[];
  readonly mains: MainsTable;
  /** Country names people write that Intl does not list, lower case, to ISO code. */
  readonly countryAliases: Readonly<Record<string, string>>;
  /** Units, time, delivery, money and duties. */
  readonly measures: MeasureTables;
  readonly sentences: Readonly<Record<string, AnswerSentences>>;
}
