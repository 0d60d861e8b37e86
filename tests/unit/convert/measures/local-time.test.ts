import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureTables } from '@/utils/catalog/measures/measure-tables';
import { measureExtras } from '@/utils/catalog/time/measure-extras';
import { momentOf, offsetMinutes, wallTime } from '@/utils/domain/convert/measures/clock';
import {
  minutesAhead,
  politeHours,
  timeIn,
  timesIn,
  writeMinutes,
  zonesOf,
} from '@/utils/domain/convert/measures/local-time';

const at = (iso: string): number => Date.parse(iso);
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const tell = (clock: string | null, from: string, to: string, now: string): string => {
  const found = timeIn({ ...(clock === null ? {} : { minutes: minutes(clock) }), from, to, now: at(now) });
  return found ? `${writeMinutes(found.minutes)} ${found.dayShift}${found.note ? ` ${found.note}` : ''}` : 'none';
};

describe('a time at another place', () => {
  test.each<[string | null, string, string, string, string]>([
    ['12:30', 'Europe/Madrid', 'Asia/Shanghai', '2026-11-22T05:00:00Z', '19:30 0'],
    ['12:30', 'Europe/Madrid', 'Asia/Shanghai', '2026-07-01T05:00:00Z', '18:30 0'],
    ['20:00', 'Europe/Madrid', 'Asia/Shanghai', '2026-11-22T05:00:00Z', '03:00 1'],
    ['08:00', 'Asia/Shanghai', 'America/New_York', '2026-11-22T05:00:00Z', '19:00 -1'],
    ['12:00', 'America/Los_Angeles', 'Pacific/Auckland', '2026-11-22T21:00:00Z', '09:00 1'],
    ['12:00', 'UTC', 'Asia/Kolkata', '2026-11-22T21:00:00Z', '17:30 0'],
    ['12:00', 'UTC', 'Asia/Kathmandu', '2026-11-22T21:00:00Z', '17:45 0'],
    ['12:00', 'UTC', 'America/St_Johns', '2026-11-22T21:00:00Z', '08:30 0'],
    [null, 'Asia/Shanghai', 'Europe/Berlin', '2026-11-22T05:14:00Z', '06:14 0'],
    [null, 'Asia/Shanghai', 'America/Los_Angeles', '2026-11-22T05:14:00Z', '21:14 -1'],
    // Europe changes its clocks a week after the US in autumn and two weeks after in spring.
    ['12:00', 'Europe/London', 'America/New_York', '2026-10-27T08:00:00Z', '08:00 0'],
    ['12:00', 'Europe/London', 'America/New_York', '2026-11-02T08:00:00Z', '07:00 0'],
    ['12:00', 'Europe/London', 'America/New_York', '2027-03-20T08:00:00Z', '08:00 0'],
    // The hour that is skipped, and the one that comes twice.
    ['02:30', 'Europe/Berlin', 'UTC', '2027-03-28T12:00:00Z', '01:30 0 skipped'],
    ['02:30', 'Europe/Berlin', 'UTC', '2026-10-25T12:00:00Z', '00:30 0 twice'],
    ['02:30', 'America/New_York', 'UTC', '2027-03-14T12:00:00Z', '07:30 0 skipped'],
    ['01:30', 'America/New_York', 'UTC', '2026-11-01T12:00:00Z', '05:30 0 twice'],
    ['03:30', 'Europe/Berlin', 'UTC', '2027-03-28T12:00:00Z', '01:30 0'],
    ['12:00', 'Europe/Berlin', 'UTC', '2027-03-28T00:30:00Z', '10:00 0'],
    // Year end and the leap day.
    ['23:30', 'Europe/Madrid', 'Asia/Tokyo', '2026-12-31T12:00:00Z', '07:30 1'],
    ['23:30', 'Europe/Madrid', 'Asia/Tokyo', '2028-02-28T12:00:00Z', '07:30 1'],
    ['12:00', 'Mars/Olympus', 'UTC', '2026-11-22T05:00:00Z', 'none'],
    ['12:00', 'UTC', 'Mars/Olympus', '2026-11-22T05:00:00Z', 'none'],
  ])('%s %s is in %s on %s: %s', (clock, from, to, now, expected) => {
    expect(tell(clock, from, to, now)).toBe(expected);
  });

  test('names the day there', () => {
    const asked = { from: 'Europe/Madrid', to: 'Asia/Tokyo', minutes: 1410 };
    expect(timeIn({ ...asked, now: at('2026-12-31T12:00:00Z') })?.day).toBe('2027-01-01');
    expect(timeIn({ ...asked, now: at('2028-02-28T12:00:00Z') })?.day).toBe('2028-02-29');
  });

  test('refuses what is no time or no moment', () => {
    for (const wrong of [-1, 1440, Number.NaN, Number.POSITIVE_INFINITY])
      expect(timeIn({ minutes: wrong, from: 'UTC', to: 'UTC', now: 0 })).toBeNull();
    expect(timeIn({ from: 'UTC', to: 'UTC', now: Number.NaN })).toBeNull();
    expect(wallTime(Number.POSITIVE_INFINITY, 'UTC')).toBeNull();
  });

  test('how far apart two zones are', () => {
    expect(minutesAhead('Asia/Shanghai', 'Europe/Madrid', at('2026-11-22T05:00:00Z'))).toBe(420);
    expect(minutesAhead('Asia/Shanghai', 'Mars/Olympus', 0)).toBeNull();
  });
});

describe('clocks of a country', () => {
  test('a country with one zone has one clock, one with several shows each', () => {
    const now = at('2026-11-22T12:00:00Z');
    const show = (country: string) => timesIn(country, now, measureTables).map((clock) => writeMinutes(clock.minutes));
    expect(show('DE')).toEqual(['13:00']);
    expect(show('CN')).toEqual(['20:00']);
    expect(show('US')).toEqual(['02:00', '03:00', '04:00', '05:00', '06:00', '07:00']);
    expect(show('ES')).toEqual(['12:00', '13:00']);
    expect(show('XX')).toEqual([]);
  });

  test('the most populous zone comes first', () => {
    const { zones } = measureTables;
    expect(['US', 'CA', 'BR', 'RU', 'AU', 'MX', 'ES'].map((country) => zonesOf(country, zones)[0])).toEqual(
      ['America/New_York', 'America/Toronto', 'America/Sao_Paulo', 'Europe/Moscow', 'Australia/Sydney', 'America/Mexico_City', 'Europe/Madrid'],
    ); // prettier-ignore
    expect(zonesOf('constructor', zones)).toEqual([]);
  });
});

describe('polite hours', () => {
  test.each<[readonly string[], string, boolean, string | null]>([
    [['Europe/Berlin'], '2026-11-23T09:00:00Z', true, '2026-11-23T09:00:00.000Z'],
    [['Europe/Berlin'], '2026-11-23T06:59:00Z', false, '2026-11-23T07:00:00.000Z'],
    [['Europe/Berlin'], '2026-11-23T07:00:00Z', true, '2026-11-23T07:00:00.000Z'],
    [['Europe/Berlin'], '2026-11-23T19:00:00Z', false, '2026-11-24T07:00:00.000Z'],
    [['America/Los_Angeles'], '2026-11-23T09:00:00Z', false, '2026-11-23T16:00:00.000Z'],
    // The night the clocks change.
    [['Europe/Berlin'], '2027-03-28T00:00:00Z', false, '2027-03-28T06:00:00.000Z'],
    // Coast to coast it is polite from 8 in the west to 20 in the east.
    [['America/New_York', 'America/Los_Angeles'], '2026-11-23T13:30:00Z', false, '2026-11-23T16:00:00.000Z'],
    [['Asia/Kolkata'], '2026-11-23T00:00:00Z', false, '2026-11-23T02:30:00.000Z'],
    [[], '2026-11-23T00:00:00Z', false, null],
    [['Mars/Olympus'], '2026-11-23T00:00:00Z', false, null],
  ])('%j at %s', (zones, now, isPolite, next) => {
    expect(politeHours(zones, at(now))).toEqual({ isPolite, next: next === null ? null : at(next) });
  });
});

describe('all zones', () => {
  const zones = [
    ...new Set([
      ...Object.values(measureTables.zones.countries).flatMap((list) => list.split(' ')),
      ...Object.keys(measureExtras.places.places),
      ...Object.values(measureTables.zones.abbreviations),
    ]),
  ];

  test('are known to the runtime', () => {
    for (const zone of zones) expect.soft(offsetMinutes(0, zone), zone).not.toBeNull();
  });

  test('a moment told as wall time and found again is the same, except in the hour that comes twice', () => {
    const moment = fc.integer({ min: at('2026-01-01T00:00:00Z') / 60_000, max: at('2031-01-01T00:00:00Z') / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (zone, minute) => {
        const ms = minute * 60_000;
        const found = momentOf(wallTime(ms, zone)!, zone)!;
        return found.note === 'twice'
          ? Math.abs(found.ms - ms) <= 3_600_000
          : found.ms === ms && found.note === undefined;
      }),
      { numRuns: 10_000 },
    );
  });
});
