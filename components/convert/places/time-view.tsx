import { useEffect, useState } from 'react';
import { wallTime } from '@/utils/domain/convert/measures/clock';
import { POLITE, politeHours, timesIn, writeMinutes } from '@/utils/domain/convert/measures/local-time';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { countryName } from '@/utils/domain/convert/power/country-names';
import { useT } from '../../ui/translate';
import { CountrySelect } from './country-select';
import { DeliveryCard } from './delivery-card';
import { DutyCard } from './duty-card';
import styles from './places.module.css';
import { useCountry } from './use-country';

const MINUTE_MS = 60_000;

/** Now, told anew as the minute turns. */
function useNow(clock: () => number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(() => (setNow(clock()), wait()), MINUTE_MS - (clock() % MINUTE_MS));
    };
    wait();
    return () => clearTimeout(timer);
  }, [clock]);
  return now;
}

const dayWords = (day: string, uiLang: string): string =>
  new Intl.DateTimeFormat(uiLang, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const twoDigits = (value: number): string => String(value).padStart(2, '0');
/** `America/New_York` as people say it. */
const cityOf = (zone: string): string => zone.replace(/^.*\//, '').replaceAll('_', ' ');

/** One clock: time, day, and the hours of the day at which a message is welcome. */
function Clock(props: {
  readonly title: string;
  readonly minutes: number;
  readonly day: string;
  readonly uiLang: string;
}) {
  const t = useT();
  const { title, minutes, day, uiLang } = props;
  const isPolite = minutes >= POLITE.from && minutes < POLITE.to;
  return (
    <div className={styles.clock}>
      <h3>{title}</h3>
      <p className={styles.time}>
        <bdi>{writeMinutes(minutes)}</bdi>
      </p>
      <p className={styles.quiet}>{dayWords(day, uiLang)}</p>
      <div className={styles.dayBar} dir="ltr" aria-hidden="true">
        <i style={{ insetInlineStart: `${(minutes / 1440) * 100}%` }} />
      </div>
      <p className={isPolite ? styles.good : styles.warn}>
        {t(isPolite ? 'convert.place.polite' : 'convert.place.late')}
      </p>
    </div>
  );
}

/** What time it is at a country and here, when a parcel gets there, and what is known about its duties. */
export function TimeView(props: {
  readonly query: string;
  readonly tables: ConversionTables;
  readonly uiLang: string;
  /** Milliseconds UTC. */
  readonly clock?: () => number;
  /** Where the agent sits; the browser's own zone. */
  readonly home?: string;
}) {
  const t = useT();
  const { query, tables, uiLang, clock = Date.now, home = Intl.DateTimeFormat().resolvedOptions().timeZone } = props;
  const [country, setCountry] = useCountry(query, tables, 'ES');
  const now = useNow(clock);
  const here = wallTime(now, home);
  const there = timesIn(country, now, tables.measures);
  const polite = politeHours([...there.map(({ zone }) => zone), home], now);
  const codes = Object.keys(tables.measures.zones.countries);
  const name = countryName(country, uiLang);
  const hereDay = here ? `${here.year}-${twoDigits(here.month)}-${twoDigits(here.day)}` : '';
  return (
    <section className={styles.section} aria-label={t('convert.place.time')}>
      <div className={styles.pick}>
        <CountrySelect codes={codes} uiLang={uiLang} country={country} onCountry={setCountry} />
      </div>
      <div className={styles.clocks}>
        {here && <Clock title={t('convert.place.here')} minutes={here.minutes} day={hereDay} uiLang={uiLang} />}
        {there.map(({ zone, minutes, day }) => (
          <Clock
            key={zone}
            title={there.length > 1 ? t('convert.place.zone', { country: name, city: cityOf(zone) }) : name}
            minutes={minutes}
            day={day}
            uiLang={uiLang}
          />
        ))}
      </div>
      {!polite.isPolite && polite.next !== null && (
        <p className={styles.quiet}>
          {t('convert.place.nextPolite', {
            time: new Intl.DateTimeFormat(uiLang, {
              weekday: 'long',
              hour: '2-digit',
              minute: '2-digit',
              timeZone: home,
            }).format(polite.next),
          })}
        </p>
      )}
      <div className={styles.cards}>
        <DeliveryCard country={country} today={hereDay} tables={tables} uiLang={uiLang} query={query} />
        <DutyCard country={country} today={hereDay} tables={tables} uiLang={uiLang} />
      </div>
    </section>
  );
}
