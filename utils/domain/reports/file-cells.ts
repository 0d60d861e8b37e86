/** Under which rows counts are kept, so that a year is read out of a few of them. */
import { dayAfter } from '../worklog/days';
import { addTo, type Cells, type OpenCells } from './cells';
import { monthOf, tallyId, type Grain, type Sheet, type TallyPlace } from './tally-ids';

/**
 * What is kept by month beside its days. Places are asked for by the radar alone, which looks at days, and so is what is
 * sent by pictures over time.
 */
const grainsOf: Readonly<Record<Sheet, readonly Grain[]>> = {
  records: ['day', 'month'],
  products: ['day', 'month'],
  agents: ['day', 'month'],
  places: ['day'],
  sent: ['day'],
};

const sheetsOf = (cell: string, isAgents: boolean): readonly Sheet[] => {
  if (isAgents) return cell === 'sent' ? ['agents', 'sent'] : ['agents'];
  const by = cell.indexOf('|') + 1;
  if (by === 0 || !cell.startsWith('product', by)) return ['records'];
  return cell.startsWith('product-country|', by) ? ['places'] : ['products'];
};

const fileCells = (rowOf: (id: string) => OpenCells, place: TallyPlace, cells: Cells, sign: 1 | -1): void => {
  const { period: day, shopId } = place;
  const open = new Map<Sheet, readonly OpenCells[]>();
  const rowsOf = (sheet: Sheet): readonly OpenCells[] => {
    const found =
      open.get(sheet) ??
      grainsOf[sheet].map((grain) => {
        const period = grain === 'day' ? day : monthOf(day);
        return rowOf(tallyId(sheet, grain, sheet === 'sent' ? { period, shopId } : { ...place, period }));
      });
    open.set(sheet, found);
    return found;
  };
  for (const [cell, count] of Object.entries(cells))
    for (const sheet of sheetsOf(cell, place.agentId !== undefined))
      for (const row of rowsOf(sheet)) addTo(row, cell, sign * count);
};

/** Counts of days, added up in the rows they are kept in. */
export class FiledCounts {
  readonly #rows = new Map<string, OpenCells>();

  /** Adds the counts of one day, or takes them away. */
  add(place: TallyPlace, cells: Cells, sign: 1 | -1 = 1): void {
    fileCells((id) => this.of(id), place, cells, sign);
  }

  /** The counts of a row, by its id. */
  of(id: string): OpenCells {
    const cells = this.#rows.get(id) ?? new Map<string, number>();
    this.#rows.set(id, cells);
    return cells;
  }

  /** All rows. */
  get rows(): readonly (readonly [id: string, cells: OpenCells])[] {
    return [...this.#rows];
  }
}

/** Some days or months, both ends included. */
export interface Periods {
  readonly grain: Grain;
  readonly from: string;
  readonly to: string;
}

const firstOfNext = (month: string): string => monthOf(dayAfter(`${month}-28`, 4)) + '-01';

/** Days as months that lie in them whole, and the days before and after those. */
export const periodsOf = (from: string, to: string): readonly Periods[] => {
  const first = from.endsWith('-01') ? from : firstOfNext(monthOf(from));
  const after = `${monthOf(dayAfter(to, 1))}-01`;
  if (first >= after) return [{ grain: 'day', from, to }];
  const parts: readonly Periods[] = [
    { grain: 'day', from, to: dayAfter(first, -1) },
    { grain: 'month', from: monthOf(first), to: monthOf(dayAfter(after, -1)) },
    { grain: 'day', from: after, to },
  ];
  return parts.filter((part) => part.from <= part.to);
};
