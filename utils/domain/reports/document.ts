/** A report as it goes into a file: everything in words, figures beside them, for whoever writes the file. */
import type { Figure } from './glance';
import type { ColumnKind, ReportPart } from './tables';

/** A figure with the sentence that says how it is worked out. */
export interface DocumentFigure {
  readonly id: string;
  readonly title: string;
  readonly kind: Figure['kind'];
  readonly value: number | null;
  readonly before: number | null;
  /** How many things it is worked out from. */
  readonly n: number;
  readonly how: string;
  readonly label: string;
  readonly labelBefore: string;
}

/** A column of a table; `money` is in hundredths, as it is counted. */
export interface DocumentColumn {
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
}

/** A row: its name in words, its values, and the values in words. */
export interface DocumentRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly labels: readonly string[];
}

/** A table with the sentence that says the most important thing in it. */
export interface DocumentTable {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  /** What the rows are: products, countries. */
  readonly rowTitle: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
}

/** A part of a report; tables without anything in them are only named. */
export interface DocumentPart {
  readonly id: ReportPart['id'] | 'radar' | 'over-time';
  readonly title: string;
  readonly tables: readonly DocumentTable[];
  /** A sentence with the tables of which nothing was counted; null when there is something of all. */
  readonly nothingOf: string | null;
}

/** A report, ready to be written as a file of any kind. */
export interface ReportDocument {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** With the days it is about. */
  readonly title: string;
  /** The days it is compared with. */
  readonly days: string;
  readonly shops: string;
  readonly glance: string;
  readonly figures: readonly DocumentFigure[];
  readonly parts: readonly DocumentPart[];
}
