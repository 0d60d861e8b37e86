import { useMemo, useState } from 'react';
import { brandAs, type ShopId } from '@/utils/domain/ids';
import { shopTable } from '@/utils/domain/reports/place-tables';
import { reportParts, type ReportTable } from '@/utils/domain/reports/tables';
import { today as readToday } from '../rules/today';
import { dayLabel, listLabel } from '../content/labels';
import { useShopLabels } from '../customers/use-shop-labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { ComplaintsSection } from './complaints-section';
import { Figures } from './figures';
import { LongViewSections } from './long-view-sections';
import { OverTime } from './over-time';
import { PeopleSection } from './people-section';
import { rangeOf } from './report-days';
import { DaysChoice } from './days-choice';
import { ReportExports } from './report-exports';
import { ReportView } from './report-view';
import styles from './reports.module.css';
import { usePaper } from './use-paper';
import { useReport, type ReportReading } from './use-report';
import { useRowNames } from './use-row-names';

/** The reports: some days at a glance, and each thing that was counted with its table. */
export function ReportsPage() {
  const t = useT();
  const { uiLang } = useApp();
  const [shopId, setShopId] = useState<ShopId | null>(null);
  const [today] = useState(readToday);
  const [range, setRange] = useState(() => rangeOf(7, today));
  const { value, problem, again } = useReport(range, shopId);
  const [known, setKnown] = useState<readonly ShopId[]>([]);
  const shopLabel = useShopLabels();
  // Shops to choose from stay when one of them is chosen.
  const found = value?.now.shops.map((shop) => shop.shopId).filter((id) => id !== '') ?? [];
  if (shopId === null && value && found.some((id) => !known.includes(id))) setKnown(found);
  return (
    <div className={styles.page}>
      <p className={styles.lead}>{t('reports.lead')}</p>
      <div className={styles.tools}>
        <DaysChoice range={range} today={today} onRange={setRange} />
        {known.length > 1 && (
          <Field label={t('reports.shop')}>
            {(control) => (
              <select
                {...control}
                value={shopId ?? ''}
                onChange={({ currentTarget: { value: id } }) => setShopId(id === '' ? null : brandAs<'ShopId'>(id))}
              >
                <option value="">{t('reports.allShops')}</option>
                {known.map((id) => (
                  <option key={id} value={id}>
                    {shopLabel(id)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <p className={styles.paperOnly}>
        {t('reports.paperShop', { name: shopId === null ? t('reports.allShops') : shopLabel(shopId) })}
      </p>
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!value && !problem && <Skeleton label={t('reports.loading')} bars={6} />}
      {value && (
        <>
          <p className={styles.quiet}>
            {t('reports.range', {
              from: dayLabel(value.range.from, uiLang),
              to: dayLabel(value.range.to, uiLang),
              beforeFrom: dayLabel(value.rangeBefore.from, uiLang),
              beforeTo: dayLabel(value.rangeBefore.to, uiLang),
            })}
          </p>
          {value.now.days.length === 0 ? (
            <EmptyState title={t('reports.empty.title')} next={t('reports.empty.next')} />
          ) : (
            <Filled report={value} shopId={shopId} />
          )}
        </>
      )}
    </div>
  );
}

const isFilled = ({ n }: ReportTable): boolean => n > 0;

function Filled({ report, shopId }: { readonly report: ReportReading; readonly shopId: ShopId | null }) {
  const t = useT();
  const { uiLang } = useApp();
  const agentNames = useMemo(
    () => Object.fromEntries(report.now.agents.map(({ agentId, initials }) => [agentId, initials])),
    [report],
  );
  const nameOf = useRowNames(report.now.titles, agentNames);
  const parts = useMemo(() => {
    const last = report.now.days.find(({ day }) => day === report.range.to)?.cells ?? {};
    return reportParts({ now: report.now.total, before: report.before.total }, last);
  }, [report]);
  const drill = useMemo(() => ({ range: report.range, shopId }), [report, shopId]);
  const shops = useMemo(() => shopTable(report.now.shops.map(({ shopId: id, cells }) => ({ id, cells }))), [report]);
  const { isWhole, print } = usePaper();
  return (
    <div className={styles.paper} data-whole={isWhole || undefined}>
      <ReportExports report={report} parts={parts} nameOf={nameOf} shopId={shopId} onPrint={print} />
      <Figures report={report} />
      <ComplaintsSection report={report} nameOf={nameOf} />
      <LongViewSections shopId={shopId} to={report.range.to} />
      <OverTime report={report} shopId={shopId} nameOf={nameOf} />
      {parts.map((part) => (
        <section key={part.id} aria-label={t(`reports.part.${part.id}`)} className={styles.part}>
          <h2>{t(`reports.part.${part.id}`)}</h2>
          <div className={styles.reports}>
            {part.id === 'messages' && shops.rows.length > 1 && (
              <ReportView report={shops} nameOf={nameOf} drill={null} />
            )}
            {part.tables.filter(isFilled).map((one) => (
              <ReportView key={one.id} report={one} nameOf={nameOf} drill={drill} />
            ))}
          </div>
          {part.tables.some((one) => !isFilled(one)) && (
            <p className={styles.quiet}>
              {t('reports.nothingOf', {
                names: listLabel(
                  part.tables.flatMap((one) => (isFilled(one) ? [] : [t(`reports.table.${one.id}.title`)])),
                  uiLang,
                ),
              })}
            </p>
          )}
        </section>
      ))}
      <PeopleSection report={report} nameOf={nameOf} />
    </div>
  );
}
