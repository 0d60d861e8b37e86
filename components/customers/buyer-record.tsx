import { useCallback, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { BuyerKey, ShopId } from '@/utils/domain/ids';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutBuyers, useReading } from '../dashboard/use-reading';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { BuyerAliases } from './buyer-aliases';
import { BuyerHistory } from './buyer-history';
import styles from './buyer-record.module.css';
import { buyerLabel, countryLabel, languageLabel, momentLabel } from './labels';
import { NotesTimeline } from './notes-timeline';
import { TagsEditor } from './tags-editor';
import type { UnfinishedWork } from './unfinished-work';

/** One buyer's record, read again after every change; give it the buyer's key as React key. */
export function BuyerRecord(props: {
  readonly buyerKey: BuyerKey;
  readonly shopLabel: (id: ShopId) => string;
  readonly work: UnfinishedWork;
  readonly onWork: (key: BuyerKey, change: Partial<UnfinishedWork>) => void;
}) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { buyerKey, shopLabel, work, onWork } = props;
  const [tagProblem, setTagProblem] = useState<ApiProblem | null>(null);
  const { value, problem, again } = useReading(
    useCallback(() => api.buyers.open(buyerKey), [api, buyerKey]),
    isAboutBuyers,
  );
  if (!value) {
    if (problem) return <ProblemPanel problem={problem} onRetry={() => void again()} />;
    return <Skeleton label={t('buyers.record.loading')} bars={5} />;
  }
  const { buyer } = value;
  const saveTags = async (tags: readonly string[]) => {
    const saved = await api.buyers.setTags({ buyerKey, tags });
    setTagProblem(saved.ok ? null : saved.error);
    if (saved.ok) await again();
    return saved.ok;
  };
  const facts = [
    shopLabel(buyer.shopId),
    buyer.country && countryLabel(buyer.country, uiLang),
    buyer.lang && t('buyers.record.writes', { language: languageLabel(buyer.lang, uiLang) }),
  ].filter(Boolean);
  return (
    <div className={styles.record}>
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      <header>
        <h2 className={styles.name} tabIndex={-1} data-heading>
          <bdi>{buyerLabel(t, buyer)}</bdi>
        </h2>
        <ul className={styles.facts} aria-label={t('buyers.record.facts')}>
          {facts.map((fact) => (
            <li key={fact}>
              <bdi>{fact}</bdi>
            </li>
          ))}
          <li>{t('buyers.record.lastSeen', { time: momentLabel(buyer.lastSeen, uiLang) })}</li>
        </ul>
      </header>
      <div className={styles.history}>
        <BuyerHistory view={value} uiLang={uiLang} />
      </div>
      <BuyerAliases aliases={buyer.aliases} />
      <section aria-label={t('buyers.tags.title')}>
        <h3 className={styles.title}>{t('buyers.tags.title')}</h3>
        <TagsEditor tags={buyer.tags} typed={work.tag} onType={(tag) => onWork(buyerKey, { tag })} onSave={saveTags} />
        {tagProblem && <ProblemPanel problem={tagProblem} />}
      </section>
      <section aria-label={t('notes.card.title')}>
        <h3 className={styles.title}>{t('notes.card.title')}</h3>
        <NotesTimeline
          buyerKey={buyerKey}
          view={value}
          work={work}
          onWork={(change) => onWork(buyerKey, change)}
          onSaved={() => void again()}
        />
      </section>
    </div>
  );
}
