import { useState } from 'react';
import { PACK_DAYS, packAgeDays } from '@/utils/domain/compliance/desk/pack-file';
import type { DeskRules } from '@/utils/domain/compliance/desk-rules';
import { dayLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { useT } from '../ui/translate';
import { Bench } from './bench';
import { OwnRules } from './own-rules';
import { PackPanel } from './pack-panel';
import { ReviewPanel } from './review-panel';
import { RuleList } from './rule-list';
import styles from './rules.module.css';
import { today } from './today';
import { useDesk, type DeskState } from './use-desk';

/** Message rules: what is checked, what the desk has decided about it, and a bench to test templates on. */
export function RulesPage() {
  const t = useT();
  const { state, failed, problem, retry } = useDesk();
  return (
    <div className={styles.page}>
      <p className={styles.lead}>{t('rules.lead')}</p>
      {state && <OldPack desk={state.view.desk} />}
      {failed && <ProblemPanel problem={failed} />}
      {problem && <ProblemPanel problem={problem} onRetry={() => void retry()} />}
      {!state && !problem && <Skeleton label={t('rules.loading')} bars={8} />}
      {state && <Panels state={state} />}
    </div>
  );
}

/** A pack that nobody has looked at for half a year says so before anything else. */
function OldPack({ desk: { origin } }: { readonly desk: DeskRules }) {
  const t = useT();
  const { uiLang } = useApp();
  if (!origin) return null;
  const count = packAgeDays(origin.issuedOn, today());
  if (count <= PACK_DAYS) return null;
  return (
    <Notice tone="warn" lead={t('rules.old.lead')}>
      {t('rules.old.text', { name: origin.name, date: dayLabel(origin.issuedOn, uiLang), count })}
    </Notice>
  );
}

type TabId = 'list' | 'own' | 'bench' | 'review' | 'pack';

function Panels({ state }: { readonly state: DeskState }) {
  const t = useT();
  const [selected, setSelected] = useState<TabId>('list');
  const label = (id: TabId) => t(`rules.tabs.${id}`);
  return (
    <div>
      <Tabs
        label={t('rules.tabs.label')}
        selected={selected}
        onSelect={(id) => setSelected(id as TabId)}
        tabs={[
          { id: 'list', label: label('list'), content: <RuleList state={state} /> },
          { id: 'own', label: label('own'), content: <OwnRules state={state} /> },
          { id: 'bench', label: label('bench'), content: <Bench state={state} /> },
          {
            id: 'review',
            label: label('review'),
            content: <ReviewPanel state={state} isOpen={selected === 'review'} />,
          },
          { id: 'pack', label: label('pack'), content: <PackPanel state={state} /> },
        ]}
      />
    </div>
  );
}
