import { useRef } from 'react';
import type { ExportLook } from '@/utils/app/bundles-api';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { hrefOfPage } from '../dashboard/route';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { Advice } from './advice';
import { BundleProblem } from './bundle-problem';
import { filledSections, isEmptyLook } from './contents';
import { JobProgress } from './job-progress';
import { sizeLabel } from './size-label';
import styles from './team.module.css';
import type { Look } from './use-look';

/** What a file would hold, while it is being chosen. `onLeaveNames` is missing where names are left out already. */
export function Preview({ look, onLeaveNames }: { readonly look: Look; readonly onLeaveNames?: () => void }) {
  const t = useT();
  const { state, last } = look;
  const isLooking = state.kind === 'working';
  const box = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={box}
      className={styles.preview}
      role="group"
      aria-label={t('team.preview.title')}
      aria-busy={isLooking}
      tabIndex={-1}
    >
      <div className={styles.previewHead}>
        <h3>{t('team.preview.title')}</h3>
        {isLooking && (
          <JobProgress label={t('team.preview.looking')} progress={state.progress} onStop={look.stop} returnTo={box} />
        )}
        {state.kind === 'stopped' && (
          <div className={styles.row}>
            <span className={styles.quiet} role="status">
              {t('team.preview.stopped')}
            </span>
            <Button onClick={look.again}>{t('team.preview.again')}</Button>
          </div>
        )}
      </div>
      {last && state.kind !== 'problem' && <Contents look={last} {...(onLeaveNames ? { onLeaveNames } : {})} />}
      {!last && state.kind === 'idle' && <p className={styles.quiet}>{t('team.preview.idle')}</p>}
      {state.kind === 'problem' && <BundleProblem problem={state.problem} onRetry={look.again} />}
    </div>
  );
}

function Contents({ look, onLeaveNames }: { readonly look: ExportLook; readonly onLeaveNames?: () => void }) {
  const t = useT();
  const { uiLang } = useApp();
  if (isEmptyLook(look)) return <p role="status">{t('team.preview.empty')}</p>;
  return (
    <>
      <dl className={styles.counts}>
        {filledSections(look.counts).map(([section, count]) => (
          <div key={section}>
            <dt>{t(`team.section.${section}`)}</dt>
            <dd>{numberLabel(count, uiLang)}</dd>
          </div>
        ))}
      </dl>
      <p role="status">
        {look.names + look.notes === 0
          ? t('team.preview.nobody')
          : t('team.preview.people', {
              names: numberLabel(look.names, uiLang),
              notes: numberLabel(look.notes, uiLang),
            })}{' '}
        {t('team.preview.size', { size: sizeLabel(look.bytes, uiLang) })}
      </p>
      {look.flagged > 0 && (
        <div className={styles.flagged}>
          <span>{t('team.preview.flagged', { count: look.flagged })}</span>
          <a href={hrefOfPage('rules')}>{t('team.preview.flaggedRules')}</a>
          {onLeaveNames && <Button onClick={onLeaveNames}>{t('team.preview.flaggedLeave')}</Button>}
        </div>
      )}
      {look.advice && <Advice advice={look.advice} />}
    </>
  );
}
