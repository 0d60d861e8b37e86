import { describe, expect, it } from 'vitest';
import { dayAfter, dayAt, dayBegin, dayEnd, hoursAfter, isDay } from '@/utils/domain/follow-ups/day-moment';
import { at } from './build';

const BERLIN = 'Europe/Berlin';
const PACIFIC = 'America/Los_Angeles';

describe('a day of a marketplace', () => {
  it.each([
    ['2026-11-22', 'Asia/Tokyo', '2026-11-21T15:00:00.000Z'],
    ['2026-11-22', BERLIN, '2026-11-21T23:00:00.000Z'],
    ['2026-07-22', BERLIN, '2026-07-21T22:00:00.000Z'],
    ['2026-11-22', PACIFIC, '2026-11-22T08:00:00.000Z'],
    ['2026-07-22', PACIFIC, '2026-07-22T07:00:00.000Z'],
    ['2026-11-22', 'Asia/Kolkata', '2026-11-21T18:30:00.000Z'],
    ['2027-01-01', PACIFIC, '2027-01-01T08:00:00.000Z'],
    ['2028-02-29', 'Asia/Tokyo', '2028-02-28T15:00:00.000Z'],
  ])('begins: %s in %s is %s', (day, zone, moment) => expect(dayBegin(day, zone)).toBe(moment));

  it.each([
    ['23 hours on the day the clocks go forward', '2026-03-29', BERLIN, 23],
    ['25 hours on the day the clocks go back', '2026-10-25', BERLIN, 25],
    ['23 hours on that day in America, two weeks before', '2026-03-08', PACIFIC, 23],
    ['25 hours on that day in America, a week after', '2026-11-01', PACIFIC, 25],
    ['24 hours in Japan, where they stand', '2026-03-29', 'Asia/Tokyo', 24],
  ])('lasts %s', (_how, day, zone, hours) => {
    const [begin, end] = [dayBegin(day, zone)!, dayEnd(day, zone)!];
    expect((Date.parse(end) + 1 - Date.parse(begin)) / 3_600_000).toBe(hours);
  });

  it('begins an hour late where midnight itself is left out', () => {
    // Cairo goes forward at midnight on the last Friday of April.
    expect(dayBegin('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });

  it('is counted in UTC where the browser does not know the zone', () => {
    expect(dayBegin('2026-11-22', 'Mars/Olympus')).toBe('2026-11-22T00:00:00.000Z');
    expect(dayAt(at('2026-11-22T23:59:59.999Z'), 'Mars/Olympus')).toBe('2026-11-22');
  });

  it('goes on over the end of a month, a year and a leap day', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(dayAfter('2027-02-28', 1)).toBe('2027-03-01');
    expect(dayAfter('2027-01-01', -1)).toBe('2026-12-31');
  });

  it('is none when the calendar has no such day', () => {
    expect(['2026-02-29', '2026-13-01', '2026-1-1', 'tomorrow', ''].filter(isDay)).toEqual([]);
    expect(dayBegin('2026-02-30', BERLIN)).toBeNull();
    expect(dayEnd('2026-02-30', BERLIN)).toBeNull();
    expect(hoursAfter('2026-02-30', 24, BERLIN)).toBeNull();
    expect(hoursAfter('soon', 24, BERLIN)).toBeNull();
  });

  it.each([
    ['2026-12-31T23:30:00.000Z', BERLIN, '2027-01-01'],
    ['2026-12-31T23:30:00.000Z', PACIFIC, '2026-12-31'],
    ['2026-11-22T16:00:00.000Z', 'Asia/Tokyo', '2026-11-23'],
  ])('is told from a moment: %s in %s is %s', (moment, zone, day) => expect(dayAt(at(moment), zone)).toBe(day));
});

describe('hours after a start', () => {
  it('are days of the calendar after a day, also over the day with 23 hours', () => {
    expect(hoursAfter('2026-03-28', 48, BERLIN)).toBe('2026-03-29T22:00:00.000Z');
    expect(hoursAfter('2026-10-24', 48, BERLIN)).toBe('2026-10-25T23:00:00.000Z');
  });

  it('are hours that pass after a moment, through the weekend and the change of the clocks', () => {
    // Friday evening to Saturday evening, and from Saturday over the night that has an hour more.
    expect(hoursAfter('2026-11-20T18:00:00.000Z', 24, BERLIN)).toBe('2026-11-21T18:00:00.000Z');
    expect(hoursAfter('2026-10-24T18:00:00.000Z', 24, BERLIN)).toBe('2026-10-25T18:00:00.000Z');
  });

  it('may lie before the start', () => {
    expect(hoursAfter('2026-11-22', -48, 'Asia/Tokyo')).toBe('2026-11-19T15:00:00.000Z');
  });

  it('count from the beginning of a day when they are no whole days', () => {
    expect(hoursAfter('2026-11-22', 36, 'Asia/Tokyo')).toBe('2026-11-23T03:00:00.000Z');
  });
});
