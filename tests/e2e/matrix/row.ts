import type { KnobChoice } from '../../replica/knobs';
import { aliexpressChatUrl, amazonThreadUrl } from '../../replica/urls';
import type { Tab } from './tab';

/** What a row of the insertion matrix ended with. */
export interface RowResult {
  /** The step that worked, or the steps of its variants. */
  readonly step: string;
  /** What was asserted, in a few words. */
  readonly result: string;
}

/** One row of the insertion matrix: a kind of composer and what must become of a reply there. */
export interface Row {
  readonly number: number;
  readonly what: string;
  /** What a browser must be driveable with; rows without it run in both. */
  readonly needs?: 'ime';
  run(open: (url: string) => Promise<Tab>): Promise<RowResult>;
}

/** Address of the Amazon conversation of the matrix. */
export const thread = (knobs: KnobChoice = {}): string => amazonThreadUrl('where-de', knobs);
/** Address of the AliExpress conversation of the matrix. */
export const chat = (knobs: KnobChoice = {}): string => aliexpressChatUrl('where-es', knobs);

/** Prints what every row came to, in the order of the matrix. */
export function printTable(browser: string, rows: readonly Row[], results: ReadonlyMap<number, RowResult>): void {
  const lines = rows.map(({ number, what }) => {
    const { step, result } = results.get(number) ?? { step: '-', result: 'not reached' };
    return `${String(number).padStart(3)} | ${what.padEnd(46)} | ${step.padEnd(34)} | ${result}`;
  });
  console.log([`Insertion in ${browser}`, 'row | what | step used | result', ...lines].join('\n'));
}
