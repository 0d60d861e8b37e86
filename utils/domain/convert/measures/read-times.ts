import { brandAs } from '../../ids';
import type { Span } from '../../text/span';
import type { ReadHints, TimeReading } from '../reading/reading';
import { zonesOf } from './local-time';
import { abbreviationAt, placeFinder } from './place-names';
import type { CountriesIn, PreparedText } from './prepared-text';
import type { MeasureTables } from './tables';

interface ClockTime extends Span {
  readonly minutes: number;
}

interface Place extends Span {
  readonly zone?: string;
  readonly country?: string;
}

const LATIN_TIME =
  /(?<![\d.,:/#-])([01]?\d|2[0-4])(?:[:h]([0-5]\d)(?::[0-5]\d)?|\.([0-5]\d)(?=\s?(?:uhr|hrs)))?\s?(a\.?m\.?|p\.?m\.?|uhr|hrs|h|ص|م)?(?![\da-zß-ɏ\u0400-\u04ff\u0621-\u065f:/]|[.,]\d)/gu;
const EAST_TIME =
  /(凌晨|早上|上午|中午|下午|晚上|午前|午後|오전|오후)?\s?(?<!\d)([01]?\d|2[0-4])\s?[点點時시](?!間|间|간|前|後)(?:\s?([0-5]?\d)\s?[分분]|(半))?/gu;

/** How people ask what time it is; a place stands near. */
const ASKS: readonly string[] = [
  'what time', 'the time in', 'time is it', 'current time', 'local time', 'time now', 'time difference', 'wie spät', 'wie viel uhr', 'uhrzeit', 'qué hora', 'que hora', 'quelle heure', 'che ora', 'che ore', 'que horas', 'который час', 'сколько времени', 'сколько сейчас времени', 'hoe laat', 'która godzina', 'która jest godzina', 'saat kaç', '何時', '几点', '幾點', '现在时间', '当地时间', '當地時間', '現地時間', '몇 시', '몇시', 'كم الساعة', 'الساعة كم',
]; // prettier-ignore
const SHORT_ASKS =
  /^(?:time|zeit|hora|heure|ora|время|tijd|czas|saat|时间|時間|시간|الوقت)(?![\p{L}])|(?<!\p{L})(?:time|now)$/u;

/** How far from the time its place may stand. Units: characters. */
const REACH = 48;

/**
 * Reads times of day with their place ("12:30 Madrid", "3 pm EST") and questions for the time somewhere.
 *
 * In a message a time without a place gives nothing; in a query it is the person's own time.
 */
export function readTimes(
  text: PreparedText,
  { hints, countriesIn }: { readonly hints: ReadHints; readonly countriesIn: CountriesIn },
  tables: MeasureTables,
): readonly TimeReading[] {
  const isQuery = hints.from === 'query';
  const places = (from: number, to: number): readonly Place[] =>
    placesBetween(text, { start: Math.max(0, from), end: to }, { hints, countriesIn }, tables);
  const readings: TimeReading[] = [];
  for (const time of clockTimes(text)) {
    const place = abbreviationAt(text.text, time.end, tables.zones) ?? nearPlace(text, time, places);
    if (place) readings.push(reading(text, place, tables, time));
    else if (isQuery && isAlone(text.lower, time))
      readings.push({ kind: 'time', ...text.span(time.start, time.end), minutes: time.minutes });
  }
  if (readings.length > 0) return readings;
  const asked = askedAt(text.lower, isQuery);
  const all =
    asked === null
      ? isQuery
        ? places(0, Math.min(text.lower.length, REACH))
        : []
      : places(asked.end, asked.end + REACH);
  const near = all[0] ?? (asked === null ? undefined : places(asked.start - REACH, asked.start).at(-1));
  if (!near) return [];
  // A city alone in the converter asks for its time; a country alone is asked for its mains.
  if (asked === null && (near.country || !isAlone(text.lower, near))) return [];
  return [reading(text, near, tables)];
}

function reading(text: PreparedText, place: Place, tables: MeasureTables, time?: ClockTime): TimeReading {
  const zones = place.country ? zonesOf(place.country, tables.zones) : [];
  const zone = place.zone ?? (zones.length === 1 ? zones[0] : undefined);
  const named = text.span(place.start, place.end);
  const start = Math.min(time?.start ?? place.start, place.start);
  return {
    kind: 'time',
    ...text.span(start, Math.max(time?.end ?? place.end, place.end)),
    ...(time ? { minutes: time.minutes } : {}),
    ...(zone ? { zone } : {}),
    place: text.source.slice(named.start, named.end),
    ...(place.country ? { country: brandAs<'CountryCode'>(place.country) } : {}),
  };
}

const isAlone = (lower: string, { start, end }: Span): boolean =>
  !/[\p{L}\d]/u.test(lower.slice(0, start)) && !/[\p{L}\d]/u.test(lower.slice(end));

function askedAt(lower: string, isQuery: boolean): Span | null {
  for (const words of ASKS) {
    const start = lower.indexOf(words);
    if (start >= 0) return { start, end: start + words.length };
  }
  const short = isQuery ? SHORT_ASKS.exec(lower.trim()) : null;
  if (!short) return null;
  const start = lower.indexOf(short[0]);
  return { start, end: start + short[0].length };
}

function nearPlace(
  text: PreparedText,
  time: ClockTime,
  places: (from: number, to: number) => readonly Place[],
): Place | null {
  const after = text.lower.slice(time.end, time.end + REACH);
  const stop = /[.!?](?:\s|$)|[\n。！？؟;；]/.exec(after);
  const behind = places(time.end, time.end + (stop ? stop.index : after.length))[0];
  if (behind) return behind;
  const before = text.lower.slice(Math.max(0, time.start - REACH), time.start);
  const last = [...before.matchAll(/[.!?]\s|[\n。！？؟;；]/g)].at(-1);
  const from = time.start - before.length + (last ? last.index + last[0].length : 0);
  return places(from, time.start).at(-1) ?? null;
}

function clockTimes({ lower }: PreparedText): readonly ClockTime[] {
  const found: ClockTime[] = [];
  for (const match of lower.matchAll(LATIN_TIME)) {
    const [written, hour, minute, dotted, half] = match;
    // A bare number is no time.
    if (minute === undefined && dotted === undefined && half === undefined) continue;
    if (half === 'م' && minute === undefined) continue;
    const minutes = minutesOf(Number(hour), Number(minute ?? dotted ?? 0), halfOf(half));
    if (minutes !== null) found.push({ start: match.index, end: match.index + written.trimEnd().length, minutes });
  }
  if (!/[点點時시]/.test(lower)) return found;
  for (const match of lower.matchAll(EAST_TIME)) {
    const [written, part, hour, minute, halfPast] = match;
    const blank = written.length - written.trimStart().length;
    const minutes = minutesOf(Number(hour), halfPast ? 30 : Number(minute ?? 0), EAST_HALF[part ?? '']);
    if (minutes !== null) found.push({ start: match.index + blank, end: match.index + written.length, minutes });
  }
  return found;
}

const EAST_HALF: Readonly<Record<string, 'am' | 'pm'>> = {
  凌晨: 'am', 早上: 'am', 上午: 'am', 午前: 'am', 오전: 'am', 下午: 'pm', 晚上: 'pm', 午後: 'pm', 오후: 'pm',
}; // prettier-ignore

const halfOf = (written: string | undefined): 'am' | 'pm' | undefined =>
  /^a|ص/.test(written ?? '') ? 'am' : /^p|م/.test(written ?? '') ? 'pm' : undefined;

/** Minutes after midnight; null for no time of day (24:30, 13 am). */
function minutesOf(hour: number, minute: number, half: 'am' | 'pm' | undefined): number | null {
  if (minute > 59 || hour > 24) return null;
  if (hour === 24) return minute === 0 && !half ? 0 : null;
  if (!half) return hour * 60 + minute;
  if (hour > 12) return half === 'pm' ? hour * 60 + minute : null;
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
}

function placesBetween(
  text: PreparedText,
  { start, end }: Span,
  { hints, countriesIn }: { readonly hints: ReadHints; readonly countriesIn: CountriesIn },
  tables: MeasureTables,
): readonly Place[] {
  if (end <= start) return [];
  const cities = tables.places ? placeFinder(tables.places)(text.lower.slice(start, end)) : [];
  const countries = countriesIn(text.text.slice(start, end), hints.lang ?? 'en')
    .filter((named) => cities.every((city) => named.end <= city.start || named.start >= city.end))
    .map((named): Place => ({ start: named.start, end: named.end, country: named.country }));
  return [...cities, ...countries]
    .sort((a, b) => a.start - b.start)
    .map((place) => ({ ...place, start: place.start + start, end: place.end + start }));
}
