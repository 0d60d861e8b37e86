import { useState } from 'react';
import type { CasesAsk } from '@/utils/app/reports-api';
import type { ShopId } from '@/utils/domain/ids';
import { RADAR_DAYS, type Radar, type RadarFinding } from '@/utils/domain/reports/radar';
import { dayAfter } from '@/utils/domain/worklog/days';
import { dayLabel } from '../content/labels';
import { countryLabel, numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { CaseList } from './case-list';
import { askOfFinding } from './drill';
import styles from './radar.module.css';
import reports from './reports.module.css';
import { WeekBars } from './week-bars';

/** The findings that fit on one page beside the figures; `reports.module.css` hides the rest there. */
const ON_ONE_PAGE = 6;

/** Products with which more goes wrong than before and than chance brings, and what that was worked out from. */
export function RadarSection(props: {
  readonly radar: Radar;
  readonly to: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly shopId: ShopId | null;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { radar, to, titles, shopId } = props;
  const number = (value: number) => numberLabel(value, uiLang);
  return (
    <section aria-label={t('radar.title')} className={reports.part} data-one-page>
      <h2>{t('radar.title')}</h2>
      {radar.findings.length === 0 ? (
        <p>{t(radar.asked === 0 ? 'radar.few' : 'radar.none')}</p>
      ) : (
        <ul className={styles.findings} data-findings>
          {radar.findings.map((finding) => (
            <Finding
              key={`${finding.kind} ${finding.scope.product}`}
              finding={finding}
              title={titles[finding.scope.product] ?? finding.scope.product}
              ask={askOfFinding({ range: { from: dayAfter(to, 1 - finding.window), to }, shopId }, finding)}
            />
          ))}
        </ul>
      )}
      {radar.findings.length > ON_ONE_PAGE && (
        <p className={reports.onePageOnly}>{t('radar.more', { count: radar.findings.length - ON_ONE_PAGE })}</p>
      )}
      <p className={reports.quiet}>
        {t('radar.built', {
          returns: number(radar.built.return),
          claims: number(radar.built.claim),
          stars: number(radar.built['low-stars']),
          reported: number(radar.built.reported),
          orders: number(radar.orders),
          from: dayLabel(dayAfter(to, 1 - RADAR_DAYS), uiLang),
        })}{' '}
        {radar.asked > 0 && t('radar.asked', { asked: number(radar.asked) })} {t('radar.batches')}
      </p>
    </section>
  );
}

function Finding(props: { readonly finding: RadarFinding; readonly title: string; readonly ask: CasesAsk }) {
  const { finding, title, ask } = props;
  const [isOpen, setOpen] = useState(false);
  const t = useT();
  const { uiLang } = useApp();
  const { kind, scope, level, window, cases, expected, of, against, weeks } = finding;
  const whole = (value: number) => numberLabel(Math.round(value), uiLang);
  return (
    <li className={styles.finding} data-level={level}>
      <p className={styles.head}>
        <span className={styles.level}>{t(`radar.level.${level}`)}</span>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        {scope.country !== undefined && (
          <span>{scope.country === '?' ? t('radar.noCountry') : countryLabel(scope.country, uiLang)}</span>
        )}
      </p>
      <p>
        {t(`radar.kind.${kind}`, { count: cases })} {t('radar.window', { count: window })}
      </p>
      <p className={reports.quiet}>
        {t(`radar.against.${against}`, {
          expected: expected < 1 ? t('radar.lessThanOne') : whole(expected),
          of: t(kind === 'low-stars' ? 'radar.ofRatings' : 'radar.ofOrders', { count: Math.round(of) }),
        })}
      </p>
      <WeekBars
        weeks={weeks}
        highlighted={window / 7}
        label={t('radar.weeks', { weeks: weeks.map(whole).join(', ') })}
      />
      <div className={reports.screenOnly}>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('reports.cases.open')}
        </Button>
      </div>
      {isOpen && <CaseList ask={ask} />}
    </li>
  );
}
