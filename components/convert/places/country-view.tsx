import { countryName } from '@/utils/domain/convert/power/country-names';
import { supplyOf, type CountryPower } from '@/utils/domain/convert/power/mains';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { EmptyState } from '../../ui/empty-state';
import { useT, type Translate } from '../../ui/translate';
import { PlugDrawing } from '../plugs/plug-drawing';
import { isPlugType, plugWords } from '../plugs/plug-faces';
import { CountrySelect } from './country-select';
import styles from './places.module.css';
import { useCountry } from './use-country';

const notesOf = (power: CountryPower): readonly string[] => [
  ...(power.voltageVaries ? ['voltageVaries'] : []),
  ...(power.alsoVolts.length > 0 ? ['sourcesDiffer'] : []),
  ...(power.inferred ? ['inferred'] : []),
];

const factsOf = (t: Translate, power: CountryPower): readonly (readonly [string, string])[] => [
  [
    t('convert.power.voltage'),
    `${power.volts.join(' / ')} V${power.alsoVolts.length > 0 ? ` (${power.alsoVolts.join(', ')} V)` : ''}`,
  ],
  [t('convert.power.frequency'), `${power.hertz.join(' / ')} Hz`],
  [t('convert.power.plugs'), power.plugTypes.join(', ')],
];

/** What comes out of the wall in a country: voltage, frequency, notes, and its plugs drawn. */
export function CountryView(props: {
  readonly query: string;
  readonly tables: ConversionTables;
  readonly uiLang: string;
}) {
  const t = useT();
  const { query, tables, uiLang } = props;
  const [country, setCountry] = useCountry(query, tables, 'JP');
  const supply = supplyOf(country, tables.mains);
  const { checkedOn, sources } = tables.mains;
  return (
    <section className={styles.section} aria-label={t('convert.place.mains')}>
      <div className={styles.pick}>
        <CountrySelect
          codes={Object.keys(tables.mains.countries)}
          uiLang={uiLang}
          country={country}
          onCountry={setCountry}
        />
      </div>
      {supply.ok ? (
        <>
          <dl className={styles.facts}>
            {factsOf(t, supply.value).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          {notesOf(supply.value).length > 0 && (
            <ul className={styles.notes}>
              {notesOf(supply.value).map((note) => (
                <li key={note}>{t(`convert.warning.${note}`)}</li>
              ))}
            </ul>
          )}
          <ul className={styles.plugs} aria-label={t('convert.place.plugs', { country: countryName(country, uiLang) })}>
            {supply.value.plugTypes.filter(isPlugType).map((type) => (
              <li key={type}>
                <PlugDrawing type={type} title={t(plugWords(type))} />
                {/* The drawing's own name says the same to screen readers. */}
                <p aria-hidden="true">{t(plugWords(type))}</p>
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>{t('convert.power.adapterShape')}</p>
        </>
      ) : (
        <EmptyState title={t(`convert.cannot.${supply.error.kind}`)} next={t('convert.place.noneNext')} />
      )}
      <p className={styles.quiet}>{t('convert.place.source', { day: checkedOn, count: sources.length })}</p>
    </section>
  );
}
