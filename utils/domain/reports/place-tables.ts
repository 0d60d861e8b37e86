/** The same figures beside each other: of each shop, and of each agent. */
import { countIn, type Cells } from './cells';
import { glance } from './glance';
import type { ReportColumn, ReportRow, ReportTable } from './tables';

/** Counts of one shop or one agent. */
export interface PlaceCells {
  readonly id: string;
  readonly cells: Cells;
}

const shareOf = (cells: Cells, figure: string): number | null =>
  glance(cells).find(({ id }) => id === figure)?.value ?? null;

const tableOf = (kind: 'shop' | 'agent', columns: readonly ReportColumn[], rows: readonly ReportRow[]): ReportTable => {
  const filled = rows
    .filter(({ values }) => values.some((value) => value !== null && value !== 0))
    .sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || (a.name < b.name ? -1 : 1));
  const n = filled.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
  return { id: `${kind}s`, rowKind: kind, columns, rows: filled, n };
};

/** Shops beside each other: messages, answers within a day, orders and what came back. */
export const shopTable = (shops: readonly PlaceCells[]): ReportTable =>
  tableOf(
    'shop',
    [
      { id: 'sent', kind: 'count' },
      { id: 'within-day', kind: 'share' },
      { id: 'orders', kind: 'count' },
      { id: 'returns', kind: 'count' },
    ],
    shops.map(({ id: name, cells }) => ({
      name,
      values: [countIn(cells, 'sent'), shareOf(cells, 'within-day'), countIn(cells, 'order'), countIn(cells, 'return')],
    })),
  );

const SHARES = ['with-reply', 'within-day', 'mended', 'despite'] as const;

/** Agents beside each other: messages in the records, and of what was sent from this browser the shares. */
export const agentTable = (agents: readonly (PlaceCells & { readonly contacts: number })[]): ReportTable =>
  tableOf(
    'agent',
    [{ id: 'sent', kind: 'count' }, ...SHARES.map((id): ReportColumn => ({ id, kind: 'share' }))],
    agents.map(({ id: name, cells, contacts }) => ({
      name,
      // What was sent before records were kept is counted here alone.
      values: [Math.max(contacts, countIn(cells, 'sent')), ...SHARES.map((figure) => shareOf(cells, figure))],
    })),
  );
