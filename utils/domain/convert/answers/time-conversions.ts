import type { AnswerLine, Conversion } from '../conversion';
import { timeIn, writeMinutes, zonesOf, type TimeThere } from '../measures/local-time';
import { countryName } from '../power/country-names';
import type { TimeReading } from '../reading/reading';
import type { Answering } from './options';
import { refusal } from './refusal';
import type { Speech } from './speech';

/** A zone with what people call it. */
interface Place {
  readonly zone: string;
  readonly name: string;
}

/** Tells a time at another place, or what time it is there now. */
export function timeConversions(reading: TimeReading, answering: Answering): readonly Conversion[] {
  const { options, tables, speech } = answering;
  const { minutes } = reading;
  const there = placeOf(reading, answering);
  const now = options.now ?? Date.now();
  const heard = [minutes === undefined ? '' : writeMinutes(minutes), there?.name ?? ''].join(' ').trim();
  if (!there) return minutes === undefined ? [refusal(reading, { heard: reading.place ?? '' }, 'unknown-place')] : [];
  const given = timeIn({ ...(minutes === undefined ? {} : { minutes }), from: there.zone, to: there.zone, now });
  if (!given) return [refusal(reading, { heard }, 'unknown-place')];
  const homes = homesOf(there, answering);
  const told = homes.flatMap((home) => {
    const time = timeIn({ ...(minutes === undefined ? {} : { minutes }), from: there.zone, to: home.zone, now });
    return time ? [{ home, time }] : [];
  });
  const [first] = told;
  if (minutes !== undefined && !first) return [];
  const place = speech.atom(there.name);
  const said =
    minutes === undefined || !first
      ? speech.say('timeNow', { time: sayClock(given, speech), place })
      : speech.say('localTime', {
          time: sayClock(given, speech),
          place,
          otherTime: sayClock(first.time, speech),
          otherPlace: speech.atom(first.home.name),
        });
  return [
    {
      kind: 'time',
      start: reading.start,
      end: reading.end,
      heard,
      lines: [
        ...(minutes === undefined ? [timeLine('convert.time.there', given, there.name)] : []),
        ...told.map(({ home, time }) => timeLine('convert.time.here', time, home.name)),
      ],
      basis: { kind: 'table', sourceId: tables.measures.zones.id },
      warnings: [given, ...told.map(({ time }) => time)].some(({ note }) => note)
        ? ['convert.warning.clockChange']
        : [],
      ambiguous: false,
      insertText: speech.sentences
        ? speech.text([said])
        : neutral(heard, [given, ...told.map(({ time }) => time)], there),
      values: { localTime: sayClock(given, speech) },
    },
  ];
}

const neutral = (heard: string, times: readonly TimeThere[], { name }: Place): string =>
  `${heard === name ? name : heard} = ${writeMinutes((times.at(-1) as TimeThere).minutes)}`;

const timeLine = (label: string, { minutes, dayShift }: TimeThere, name: string): AnswerLine => ({
  label,
  value: `${writeMinutes(minutes)}${dayShift === 0 ? '' : dayShift > 0 ? ' (+1)' : ' (−1)'} · ${name}`,
});

/** Where the time is meant: the place named, else the buyer's country when it has one clock. */
function placeOf({ zone, place }: TimeReading, { options, tables, speech }: Answering): Place | null {
  if (zone) return { zone, name: place ?? cityOf(zone) };
  const zones = options.buyerCountry ? zonesOf(options.buyerCountry, tables.measures.zones) : [];
  const [only] = zones;
  if (zones.length !== 1 || !only || !options.buyerCountry || place) return null;
  return { zone: only, name: countryName(options.buyerCountry, speech.lang) };
}

/** Where it is to be told: the shop, or the desk when the shop's country is not known; and the buyer, when elsewhere. */
function homesOf(there: Place, { options, tables, speech }: Answering): readonly Place[] {
  const placeIn = (country: string | undefined): readonly Place[] => {
    const [zone] = country ? zonesOf(country, tables.measures.zones) : [];
    return zone && country ? [{ zone, name: countryName(country, speech.lang) }] : [];
  };
  const desk = options.deskZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const ours = options.shopCountry ? placeIn(options.shopCountry) : [{ zone: desk, name: cityOf(desk) }];
  const homes = [...ours, ...placeIn(options.buyerCountry)].filter(({ zone }) => zone !== there.zone);
  return homes.filter(({ zone }, at) => homes.findIndex((other) => other.zone === zone) === at);
}

/** `America/New_York` is New York. */
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

function sayClock({ minutes, dayShift }: TimeThere, speech: Speech): string {
  const time = speech.atom(writeTime(minutes, speech.lang));
  if (!speech.sentences) return time;
  return speech.say(dayShift === 0 ? 'clock' : dayShift > 0 ? 'clockNextDay' : 'clockDayBefore', { time });
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** A time of day as the language writes it: `3:05 PM`, `15:05`. */
function writeTime(minutes: number, lang: string): string {
  let clock = clocks.get(lang);
  if (clock === undefined) {
    try {
      // Only English and Arabic count to twelve in writing; runtimes disagree about Korean.
      const hours = /^(?:en|ar)/.test(lang) ? {} : { hourCycle: 'h23' as const };
      const style = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC', numberingSystem: 'latn' } as const;
      clock = new Intl.DateTimeFormat(lang, { ...style, ...hours });
    } catch {
      clock = null;
    }
    clocks.set(lang, clock);
  }
  return clock?.format(minutes * 60_000) ?? writeMinutes(minutes);
}
