import { useEffect, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import { Button } from '../ui/button';
import { useT, type Translate } from '../ui/translate';
import styles from './popup.module.css';
import type { TabPlace, TabState, TabTools } from './tab-tools';

const problemKey = (problem: ApiProblem): string => (problem.kind === 'refused' ? 'refused' : 'failed');

const siteName = (t: Translate, state: Exclude<TabState, { readonly kind: 'none' | 'foreign' }>): string =>
  state.market === 'other' ? state.place.host : t(`common.market.${state.market}`);

/** One quiet line about the tab under the popup: whether Parley works there, and how to show it a page. */
export function ThisTab({ tools, onTaught }: { readonly tools: TabTools; readonly onTaught: () => void }) {
  const t = useT();
  const [state, setState] = useState<TabState>({ kind: 'none' });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    let isLeft = false;
    void tools.look().then((found) => isLeft || setState(found));
    return () => {
      isLeft = true;
    };
  }, [tools]);

  if (state.kind === 'none') return null;
  const teach = async (place: TabPlace) => {
    setBusy(true);
    // Nothing may be awaited before this: the browser only asks from within the click.
    const started = await tools.teach(place);
    setBusy(false);
    setProblem(started.ok ? null : started.error);
    if (started.ok) onTaught();
  };
  const words =
    state.kind === 'foreign'
      ? t('common.tab.foreign', { site: state.place.host })
      : t(`common.tab.${state.kind}`, { site: siteName(t, state) });
  return (
    <section className={styles.tab} aria-label={t('common.tab.label')} data-state={state.kind}>
      <p>{words}</p>
      {(state.kind === 'foreign' || state.kind === 'unknown') && (
        <Button disabled={isBusy} onClick={() => void teach(state.place)}>
          {t(state.kind === 'foreign' ? 'common.tab.useHere' : 'common.tab.teach')}
        </Button>
      )}
      <p className={styles.tabProblem} role="status">
        {problem && t(`common.tab.${problemKey(problem)}`, { site: state.place.host })}
      </p>
    </section>
  );
}
