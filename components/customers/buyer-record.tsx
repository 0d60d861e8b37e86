import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { BuyerKey, ShopId } from '@/utils/domain/ids';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutBuyers, useReading } from '../dashboard/use-reading';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { BuyerAliases } from './buyer-aliases';
import { BuyerHistory } from './buyer-history';
import styles from './buyer-record.module.css';
import { buyerLabel, countryLabel, languageLabel, momentLabel } from './labels';
import { NotesTimeline } from './notes-timeline';
import { ContactLog } from './record/contact-log';
import { FollowUps, Promises } from './record/due-list';
import { FieldList } from './record/field-list';
import { Figures } from './record/figures';
import { RecordProvider, type RecordState, useRecord } from './record/record-state';
import { RecordTools } from './record/record-tools';
import { Reviews } from './record/reviews';
import { SamePerson } from './record/same-person';
import { SegmentReasons } from './record/segment-reasons';
import { useSegmentLabel } from './segment-label';
import { TagsEditor } from './tags-editor';
import type { UnfinishedWork } from './unfinished-work';

function Head() {
  const t = useT();
  const { uiLang } = useApp();
  const { view, shopLabel } = useRecord();
  const { buyer } = view;
  const facts = [
    shopLabel(buyer.shopId),
    buyer.country && countryLabel(buyer.country, uiLang),
    buyer.lang && t('buyers.record.writes', { language: languageLabel(buyer.lang, uiLang) }),
    buyer.archived === 1 && t('buyers.record.archived'),
    buyer.signals?.['opted-out'] && t('buyers.record.optedOut'),
  ].filter(Boolean);
  return (
    <header>
      <h2 className={styles.name} tabIndex={-1} data-heading>
        <bdi>{buyerLabel(t, buyer)}</bdi>
      </h2>
      <ul className={styles.facts} aria-label={t('buyers.record.facts')}>
        {facts.map((fact) => (
          <li key={String(fact)}>
            <bdi>{fact}</bdi>
          </li>
        ))}
        <li>{t('buyers.record.lastSeen', { time: momentLabel(buyer.lastSeen, uiLang) })}</li>
      </ul>
      <SegmentReasons />
    </header>
  );
}

function Tags() {
  const t = useT();
  const { buyers } = useApp().api;
  const { buyerKey, view, work, onWork, run } = useRecord();
  const change = async (change: { readonly add?: readonly string[]; readonly remove?: readonly string[] }) =>
    (await run(buyers.tag({ keys: [buyerKey], ...change }))).ok;
  return (
    <section aria-label={t('buyers.tags.title')}>
      <h3 className={styles.title}>{t('buyers.tags.title')}</h3>
      <TagsEditor
        tags={view.buyer.tags}
        typed={work.tag}
        onType={(tag) => onWork({ tag })}
        onAdd={(tag) => change({ add: [tag] })}
        onRemove={(tag) => change({ remove: [tag] })}
      />
    </section>
  );
}

/** What is shown of a buyer who was forgotten: that they were. */
function Forgotten() {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed went away with the record.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} role="status">
      <EmptyState title={t('buyers.forgotten.title')} next={t('buyers.forgotten.next')} />
    </div>
  );
}

/** One buyer's record, read again after every change; give it the buyer's key as React key. */
export function BuyerRecord(props: {
  readonly buyerKey: BuyerKey;
  readonly shopLabel: (id: ShopId) => string;
  readonly work: UnfinishedWork;
  readonly onWork: (key: BuyerKey, change: Partial<UnfinishedWork>) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { buyers } = useApp().api;
  const { buyerKey, shopLabel, work, onWork } = props;
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const [said, setSaid] = useState('');
  const segmentLabel = useSegmentLabel();
  const { value, problem, again } = useReading(
    useCallback(() => buyers.open(buyerKey), [buyers, buyerKey]),
    isAboutBuyers,
  );
  const run = useCallback(
    async <T,>(asked: ApiResult<T>): ApiResult<T> => {
      const done = await asked;
      setFailed(done.ok ? null : done.error);
      await again();
      return done;
    },
    [again],
  );
  const state = useMemo<RecordState | null>(
    () =>
      value
        ? {
            // A joined record answers with the one it was joined to: that is the one that is changed.
            buyerKey: value.buyer.key,
            view: value,
            work,
            onWork: (change) => onWork(buyerKey, change),
            shopLabel,
            segmentLabel,
            run,
            say: setSaid,
          }
        : null,
    [buyerKey, value, work, onWork, shopLabel, segmentLabel, run],
  );
  if (problem?.kind === 'forgotten') return <Forgotten />;
  if (!state) {
    if (problem) return <ProblemPanel problem={problem} onRetry={() => void again()} />;
    return <Skeleton label={t('buyers.record.loading')} bars={5} />;
  }
  return (
    <RecordProvider value={state}>
      <div className={styles.record}>
        {(problem ?? failed) && <ProblemPanel problem={(problem ?? failed)!} onRetry={() => void again()} />}
        <Head />
        <p className={styles.said} role="status">
          {said}
        </p>
        <FollowUps />
        <Promises />
        <section aria-label={t('notes.card.title')}>
          <h3 className={styles.title}>{t('notes.card.title')}</h3>
          <NotesTimeline
            buyerKey={state.buyerKey}
            view={state.view}
            work={work}
            onWork={state.onWork}
            onSaved={() => void again()}
          />
        </section>
        <Tags />
        <div className={styles.history}>
          <BuyerHistory view={state.view} uiLang={uiLang} />
        </div>
        <Reviews />
        <Figures />
        <FieldList />
        <BuyerAliases aliases={state.view.buyer.aliases} />
        <ContactLog />
        <SamePerson />
        <RecordTools />
      </div>
    </RecordProvider>
  );
}
