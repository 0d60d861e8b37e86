import { useCallback } from 'react';
import { mostCases, type CaseRow, type CasesAsk } from '@/utils/app/reports-api';
import { dayLabel, momentLabel } from '../content/labels';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { hrefOfBuyer } from '../dashboard/route';
import { useReading } from '../dashboard/use-reading';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import styles from './case-list.module.css';

const never = (): boolean => false;

/** The rows a line of a report was counted from, each with the way to its record. */
export function CaseList({ ask }: { readonly ask: CasesAsk }) {
  const t = useT();
  const { api, uiLang } = useApp();
  // The line stands for the same rows as long as it is open.
  const key = JSON.stringify(ask);
  const { value, problem, again } = useReading(
    useCallback(() => api.reports.cases(JSON.parse(key) as CasesAsk), [api, key]),
    never,
  );
  if (problem) return <ProblemPanel problem={problem} onRetry={() => void again()} />;
  if (!value) return <Skeleton label={t('reports.cases.loading')} bars={2} />;
  if (value.rows.length === 0) return <p>{t('reports.cases.none')}</p>;
  return (
    <div className={styles.cases}>
      <ul>
        {value.rows.map((row) => (
          <Case key={row.id} row={row} uiLang={uiLang} />
        ))}
      </ul>
      <p className={styles.quiet}>
        {value.isCut
          ? t('reports.cases.cut', { n: numberLabel(mostCases, uiLang) })
          : t('reports.cases.shown', { count: value.rows.length })}
      </p>
    </div>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Case({ row, uiLang }: { readonly row: CaseRow; readonly uiLang: string }) {
  const t = useT();
  const { at, buyerKey, buyer, orderId, reason, stars, text, count } = row;
  const who = buyer ?? t('reports.cases.noName');
  return (
    <li>
      <span className={styles.when}>{DAY.test(at) ? dayLabel(at, uiLang) : momentLabel(at, uiLang)}</span>
      {text !== undefined ? (
        <bdi>{text}</bdi>
      ) : buyerKey ? (
        <a href={hrefOfBuyer(buyerKey)}>
          <bdi>{who}</bdi>
        </a>
      ) : (
        <span className={styles.quiet}>{t('reports.cases.noRecord')}</span>
      )}
      {count !== undefined && count > 1 && <span>{t('reports.cases.times', { count })}</span>}
      {orderId !== undefined && <bdi className={styles.quiet}>{orderId}</bdi>}
      {stars !== undefined && <span>{t('reports.row.starsOf', { count: stars })}</span>}
      {reason !== undefined && <bdi>{reason}</bdi>}
    </li>
  );
}
