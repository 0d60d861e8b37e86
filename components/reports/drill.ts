import type { CasesAsk } from '@/utils/app/reports-api';
import type { ShopId } from '@/utils/domain/ids';
import type { OrderEventKind } from '@/utils/domain/orders';
import type { RadarKind } from '@/utils/domain/reports/radar-series';
import type { DayRange } from './report-days';

/** Reports whose lines lead to rows, and which rows; none for messages that were sent. */
const ROWS: Readonly<Record<string, readonly OrderEventKind[] | undefined>> = {
  intents: [],
  languages: [],
  hours: [],
  templates: [],
  rules: [],
  stars: ['review', 'feedback'],
  'product-stars': ['review', 'feedback'],
  'product-returns': ['return'],
  'country-returns': ['return'],
  'return-reasons': ['return'],
  refunds: ['refund'],
  'product-claims': ['claim'],
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
  const whats = ROWS[report.id];
  return whats ? { ...within(drill), whats, by: report.rowKind, name } : null;
};

const RADAR_ROWS: Readonly<Record<RadarKind, readonly OrderEventKind[] | undefined>> = {
  return: ['return'],
  claim: ['claim', 'dispute'],
  'low-stars': ['review', 'feedback'],
  reported: undefined,
};

/** The same for what the radar found. */
export const askOfFinding = (
  drill: Drill,
  {
    kind,
    scope,
  }: { readonly kind: RadarKind; readonly scope: { readonly product: string; readonly country?: string } },
): CasesAsk | null => {
  const whats = RADAR_ROWS[kind];
  const country = scope.country === undefined ? {} : { country: scope.country };
  return whats ? { ...within(drill), whats, by: 'product', name: scope.product, ...country } : null;
};
