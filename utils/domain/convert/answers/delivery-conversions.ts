import type { Conversion } from '../conversion';
import { dayMs, dayOfMs, type CivilDay } from '../measures/civil-day';
import { deliveryWindow } from '../measures/delivery';
import { timeIn, zonesOf } from '../measures/local-time';
import type { DeliveryReading } from '../reading/reading';
import type { Answering } from './options';
import { refusal } from './refusal';

/** Tells on which days a parcel arrives that takes so many working days from today. */
export function deliveryConversions(
  reading: DeliveryReading,
  { options, tables, speech }: Answering,
): readonly Conversion[] {
  const { days } = reading;
  const country = reading.country ?? options.buyerCountry;
  const heard = `${days[0] === days[1] ? days[0] : `${days[0]}–${days[1]}`}${country ? ` → ${country}` : ''}`;
  if (!country) return [refusal(reading, { heard }, 'no-destination')];
  const from = todayAt(options.shopCountry, options.now ?? Date.now(), tables.measures.zones);
  const window = deliveryWindow({ from, workingDays: days, country }, tables.measures);
  if (!window.ok) return [refusal(reading, { heard }, window.error.kind)];
  const { from: first, to: last, holidaysCounted } = window.value;
  const write = (day: CivilDay): string => speech.atom(writeDay(day, speech.lang));
  const said = [
    first === last
      ? speech.say('deliveryDay', { day: write(first) })
      : speech.say('delivery', { from: write(first), to: write(last) }),
    speech.say(holidaysCounted ? 'deliveryHolidays' : 'deliveryWeekends'),
  ];
  return [
    {
      kind: 'delivery',
      start: reading.start,
      end: reading.end,
      heard,
      lines:
        first === last
          ? [{ label: 'convert.delivery.day', value: first }]
          : [
              { label: 'convert.delivery.first', value: first },
              { label: 'convert.delivery.last', value: last },
            ],
      basis: { kind: 'table', sourceId: holidaysCounted ? 'public-holidays' : tables.measures.weekends.id },
      warnings: [
        ...(holidaysCounted ? [] : ['convert.warning.holidaysNotCounted']),
        ...(reading.country ? [] : ['convert.warning.countryFromOrder']),
      ],
      ambiguous: false,
      insertText: speech.sentences ? speech.text(said) : first === last ? first : `${first} – ${last}`,
      values: { deliveryFrom: write(first), deliveryTo: write(last) },
    },
  ];
}

/** Today on the shop's calendar, by its first zone; by UTC when the shop's country is not known. */
function todayAt(country: string | undefined, now: number, zones: Parameters<typeof zonesOf>[1]): CivilDay {
  const [zone] = country ? zonesOf(country, zones) : [];
  return (zone ? timeIn({ from: zone, to: zone, now })?.day : undefined) ?? dayOfMs(now);
}

const calendars = new Map<string, Intl.DateTimeFormat | null>();

/** A day without its year, which goes without saying for the next weeks: `4 December`, `12月4日`. */
function writeDay(day: CivilDay, lang: string): string {
  let calendar = calendars.get(lang);
  if (calendar === undefined) {
    try {
      calendar = new Intl.DateTimeFormat(lang, {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
        numberingSystem: 'latn',
      });
    } catch {
      calendar = null;
    }
    calendars.set(lang, calendar);
  }
  const ms = dayMs(day);
  const written = ms === null || calendar === null ? day : calendar.format(ms);
  // The first of a month is an ordinal in French, which Intl does not write.
  return lang.startsWith('fr') ? written.replace(/^1 /, '1er ') : written;
}
