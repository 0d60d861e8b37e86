import type { CasesAsk } from '@/utils/app/reports-api';
import type { ShopId } from '@/utils/domain/ids';
import type { OrderEventKind } from '@/utils/domain/orders';
import type { RadarKind } from '@/utils/domain/reports/radar-series';
import type { DayRange } from './report-days';

type Rows = Pick<CasesAsk, 'rows' | 'whats'>;

const sent: Rows = { rows: 'sent' };
const orders: Rows = { rows: 'orders' };
const entries: Rows = { rows: 'entries' };
const events = (...whats: readonly OrderEventKind[]): Rows => ({ rows: 'events', whats });

/** Reports whose lines lead to rows, and which rows. */
const ROWS: Readonly<Record<string, Rows | undefined>> = {
  intents: sent,
  languages: sent,
  hours: sent,
  templates: sent,
  rules: sent,
  stars: events('review', 'feedback'),
  'product-stars': events('review', 'feedback'),
  'country-stars': events('feedback'),
  'product-returns': events('return'),
  'country-returns': events('return'),
  'return-reasons': events('return'),
  refunds: events('refund'),
  'product-claims': events('claim'),
  'reported-departments': entries,
  'reported-products': entries,
  products: orders,
  countries: orders,
  money: orders,
};

/** What of the days and the shop of a report is behind its lines. */
export interface Drill {
  readonly range: DayRange;
  readonly shopId: ShopId | null;
}

const within = ({ range, shopId }: Drill) => ({ ...range, ...(shopId === null ? {} : { shopId }) });

/** How the rows behind one line are asked for; null where there are none to show. */
export const askOfLine = (
  drill: Drill,
  report: { readonly id: string; readonly rowKind: CasesAsk['by'] },
  name: string,
): CasesAsk | null => {
  const rows = ROWS[report.id];
  return rows ? { ...within(drill), ...rows, by: report.rowKind, name } : null;
};

const RADAR_ROWS: Readonly<Record<RadarKind, Rows>> = {
  return: events('return'),
  claim: events('claim', 'dispute'),
  'low-stars': events('review', 'feedback'),
  reported: entries,
};

/** The same for what the radar found. */
export const askOfFinding = (
  drill: Drill,
  {
    kind,
    scope,
  }: { readonly kind: RadarKind; readonly scope: { readonly product: string; readonly country?: string } },
): CasesAsk => {
  const country = scope.country === undefined ? {} : { country: scope.country };
  return { ...within(drill), ...RADAR_ROWS[kind], by: 'product', name: scope.product, ...country };
};
