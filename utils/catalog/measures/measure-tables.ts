import type { MeasureTables } from '../../domain/convert/measures/tables';
import duties from '../duties/duties.json';
import weekends from '../time/weekends.json';
import zones from '../time/zones.json';
import currencies from './currencies.json';
import units from './units.json';

/** Tables for units, times, deliveries, money and duties; their shape is checked by the catalogue tests. */
export const measureTables = { units, zones, weekends, currencies, duties } as unknown as MeasureTables;
