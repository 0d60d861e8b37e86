import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { SegmentsApi } from '@/utils/app/buyers-api';
import { readSegments } from '@/utils/domain/customers/read-segments';
import { mostSegments, type SegmentRule } from '@/utils/domain/customers/segment';
import { onEscape } from '../../content/keys';
import { labelOr } from '../../content/labels';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { isAboutBuyers, useReading } from '../../dashboard/use-reading';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import { isAboutSegments } from '../segment-label';
import { useApp } from '../../dashboard/app-context';
import { RuleCard } from './rule-card';
import { firstCondition, isOwn, newSegmentId } from './segment-words';
import styles from './segments.module.css';
import { useApply } from './use-apply';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The rules that sort buyers: how many each one has, their bounds, own ones, and sorting everybody anew. */
export function SegmentsPanel({ api, onClose }: { readonly api: SegmentsApi; readonly onClose: () => void }) {
  const t = useT();
  const { buyers } = useApp().api;
  const desk = useReading(
    useCallback(() => api.read(), [api]),
    isAboutSegments,
  );
  const pending = useReading(
    useCallback(() => api.pending(), [api]),
    isAboutSegments,
  );
  const { value: counts } = useReading(
    useCallback(() => buyers.counts(), [buyers]),
    isAboutBuyers,
  );
  const [draft, setDraft] = useState<readonly SegmentRule[] | null>(null);
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const [isTold, setTold] = useState(false);
  const apply = useApply(api);
  const box = useRef<HTMLElement>(null);
  const goTo = useRef('h2');
  useEffect(() => {
    const target = goTo.current && box.current?.querySelector<HTMLElement>(goTo.current);
    if (!target) return;
    target.focus();
    goTo.current = '';
  });

  const kept = desk.value;
  const rules = draft ?? kept?.rules ?? [];
  const shipped = kept?.shipped ?? [];
  const isChanged = draft !== null && !same(draft, kept?.rules);
  const isWhole = readSegments(rules) !== null && rules.every((rule) => !isOwn(rule, shipped) || rule.name?.trim());
  const isRunning = apply.state.kind === 'running';

  const sort = async () => {
    await apply.start();
    await pending.again();
  };
  const save = async () => {
    setTold(true);
    if (!isWhole) return;
    const saved = await api.save({ rules: readSegments(rules) ?? rules });
    setFailed(saved.ok ? null : saved.error);
    if (!saved.ok) return;
    setDraft(null);
    setTold(false);
    await desk.again();
    await sort();
  };
  const change = (next: SegmentRule) => setDraft(rules.map((rule) => (rule.id === next.id ? next : rule)));
  const add = () => {
    const id = newSegmentId();
    goTo.current = `[data-rule="${id}"] input[dir]`;
    setDraft([...rules, { id, name: '', groups: [[firstCondition]] }]);
  };
  const progress = 'progress' in apply.state ? apply.state.progress : null;
  return (
    // The key handler only closes; the controls inside are what a person works with.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={box}
      className={styles.panel}
      aria-labelledby="segments-title"
      onKeyDown={(event) => onEscape(event, onClose)}
    >
      <h2 id="segments-title" className={styles.title} tabIndex={-1}>
        {t('buyers.segments.title')}
      </h2>
      <p className={styles.quiet}>{t('buyers.segments.never')}</p>
      {desk.problem && <ProblemPanel problem={desk.problem} onRetry={() => void desk.again()} />}
      {!kept && !desk.problem && <Skeleton label={t('buyers.segments.loading')} bars={4} />}
      {kept && (
        <>
          <ul className={styles.rules}>
            {rules.map((rule) => (
              <RuleCard
                key={rule.id}
                rule={rule}
                name={rule.name?.trim() || labelOr(t, `buyers.segment.${rule.id}`, t('buyers.segments.unnamed'))}
                isOwn={isOwn(rule, shipped)}
                count={counts?.[`segment:${rule.id}`] ?? 0}
                onChange={change}
                onRemove={() => {
                  goTo.current = '[data-add]';
                  setDraft(rules.filter(({ id }) => id !== rule.id));
                }}
              />
            ))}
          </ul>
          <div className={styles.buttons}>
            <Button data-add disabled={rules.length >= mostSegments.rules} onClick={add}>
              {t('buyers.segments.add')}
            </Button>
            <Button disabled={same(rules, shipped)} onClick={() => setDraft(shipped)}>
              {t('buyers.segments.reset')}
            </Button>
          </div>
          {isTold && !isWhole && (
            <p className={styles.wrong} role="alert">
              {t('buyers.segments.notWhole')}
            </p>
          )}
          {failed && <ProblemPanel problem={failed} />}
          {pending.value && !isChanged && !isRunning && (
            <Notice tone="info" actions={<Button onClick={() => void sort()}>{t('buyers.segments.goOn')}</Button>}>
              {t('buyers.segments.pending')}
            </Notice>
          )}
          {isRunning && (
            <div className={styles.buttons}>
              <progress
                aria-label={t('buyers.segments.sorting')}
                max={progress?.of ?? 1}
                {...(progress ? { value: progress.done } : {})}
              />
              <Button onClick={apply.stop}>{t('buyers.segments.stop')}</Button>
            </div>
          )}
          <p className={styles.said} role="status">
            {(apply.state.kind === 'done' || apply.state.kind === 'stopped') &&
              t(`buyers.segments.${apply.state.kind}`, {
                count: apply.state.progress.done,
                of: apply.state.progress.of,
              })}
          </p>
          {apply.state.kind === 'failed' && <ProblemPanel problem={apply.state.problem} onRetry={() => void sort()} />}
          <div className={styles.buttons}>
            <Button look="primary" disabled={!isChanged || isRunning} onClick={() => void save()}>
              {t('buyers.segments.save')}
            </Button>
            <Button onClick={onClose}>{t('buyers.segments.close')}</Button>
          </div>
        </>
      )}
    </section>
  );
}
