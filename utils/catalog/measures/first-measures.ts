import type { MeasureTables } from '../../domain/convert/measures/tables';
import units from './units.json';

const empty = { checkedOn: '', status: 'not-loaded', source: '' };

/**
 * What a page opens with: units, and empty tables in place of those that only times, deliveries, money and duties need.
 * `loadMeasureExtras` brings the real ones.
 */
export const firstMeasures = {
  units,
  zones: { id: 'time-zones', ...empty, countries: {}, abbreviations: {} },
  weekends: { id: 'weekends', ...empty, weekends: {} },
  currencies: { id: 'currencies', ...empty, countries: {}, names: {}, shared: {} },
  duties: { id: 'duties', ...empty, members: '', rows: [] },
} as unknown as MeasureTables;
