import { useCallback, useState } from 'react';
import type { PageVisit } from '@/utils/app/api';
import type { FieldHealth } from '@/utils/marketplaces/contract';
import { labelOr, listLabel } from '../content/labels';
import { marketLabel, momentLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { useReading } from '../dashboard/use-reading';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { useT, type Translate } from '../ui/translate';
import styles from './pages.module.css';

const FIRST = 6;
const HEALTH_ICON: Readonly<Record<PageVisit['health'], IconName>> = { good: 'check', limited: 'info', broken: 'warn' };
const nothing = (): boolean => false;

/** Fields that do not stand where they are looked for; a fact that a page just does not have is no fault. */
function troubles(t: Translate, fields: readonly FieldHealth[], uiLang: string): readonly string[] {
  const named = (wanted: readonly FieldHealth[]): string =>
    listLabel(
      wanted.map(({ field }) => labelOr(t, `page.field.${field}`, field)),
      uiLang,
    );
  const guessed = fields.filter(({ state }) => state === 'fallback');
  const missing = fields.filter(
    ({ state, required, problem }) =>
      state === 'missing' && (required || (problem !== undefined && problem !== 'missing')),
  );
  return [
    ...(missing.length > 0 ? [t('settings.visits.missing', { fields: named(missing) })] : []),
    ...(guessed.length > 0 ? [t('settings.visits.guessed', { fields: named(guessed) })] : []),
  ];
}

/** How well the last pages could be read, newest first. */
export function VisitList() {
  const t = useT();
  const { api, uiLang } = useApp();
  const [isWhole, setWhole] = useState(false);
  const { value, problem, again } = useReading(
    useCallback(() => api.visits.list(), [api]),
    nothing,
  );
  if (problem) return <ProblemPanel problem={problem} onRetry={() => void again()} />;
  if (!value) return <Skeleton label={t('settings.loading')} />;
  if (value.length === 0) return <p className={styles.quiet}>{t('settings.visits.none')}</p>;
  const shown = isWhole ? value : value.slice(0, FIRST);
  return (
    <>
      <ul className={styles.visits} aria-label={t('settings.visits.title')}>
        {shown.map((visit) => (
          <li key={`${visit.at} ${visit.page}`} data-health={visit.health}>
            <span className={styles.health}>
              <Icon name={HEALTH_ICON[visit.health]} />
              {t(`settings.health.${visit.health}`)}
            </span>
            <span className={styles.what}>
              <b>
                {t('settings.visits.page', {
                  market: marketLabel(t, visit.marketplace),
                  page: t(`settings.kind.${visit.page}`),
                })}
              </b>
              {troubles(t, visit.fields, uiLang).map((words) => (
                <span key={words}>{words}</span>
              ))}
            </span>
            <span className={styles.when}>
              <time dateTime={visit.at}>{momentLabel(visit.at, uiLang)}</time>
              {t('settings.visits.ms', { ms: visit.ms })}
            </span>
          </li>
        ))}
      </ul>
      {value.length > FIRST && (
        <div>
          <Button aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('settings.visits.less') : t('settings.visits.all', { count: value.length })}
          </Button>
        </div>
      )}
    </>
  );
}
