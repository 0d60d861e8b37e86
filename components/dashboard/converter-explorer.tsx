import { createElement, useEffect, useMemo, useState, type ComponentType } from 'react';
import { isInDomain } from '../convert/converter-domain';
import { NEUTRAL } from '../convert/converter-choice';
import { CountryView } from '../convert/places/country-view';
import { TimeView } from '../convert/places/time-view';
import { SizeTables } from '../convert/tables/size-tables';
import { EngineMissing } from '../convert/engine-missing';
import { useEngine, type ReadyEngine } from '../convert/use-engine';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { useT } from '../ui/translate';
import { useApp } from './app-context';
import styles from './converter-page.module.css';

type TabId = 'tables' | 'mains' | 'time' | 'products';

/** Loads a part once it is looked at for the first time. */
function Later({ load, isOpen }: { readonly load: () => Promise<ComponentType>; readonly isOpen: boolean }) {
  const t = useT();
  const [part, setPart] = useState<{ readonly view: ComponentType } | 'failed'>();
  useEffect(() => {
    if (!isOpen || part) return;
    let isLeft = false;
    load().then(
      (view) => isLeft || setPart({ view }),
      // A build that was replaced under the open page has no such file any more.
      () => isLeft || setPart('failed'),
    );
    return () => {
      isLeft = true;
    };
  }, [load, isOpen, part]);
  if (part === 'failed') return <Notice tone="block">{t('convert.explore.failed')}</Notice>;
  return part ? createElement(part.view) : <Skeleton label={t('convert.explore.loading')} bars={6} />;
}

const loadProducts = async () => (await import('../products/product-cards')).ProductCards;

/** Which part shows more about an answer. */
function tabFor(query: string, { answerQuery, tables }: ReadyEngine): TabId | null {
  const first = answerQuery(query.trim(), { choice: { audience: null, replyLang: NEUTRAL }, tables })[0];
  if (!first || first.kind === 'cannot') return null;
  if (isInDomain(first, 'sizes')) return 'tables';
  if (isInDomain(first, 'power')) return 'mains';
  return isInDomain(first, 'time') ? 'time' : null;
}

/** Tables, plugs, clocks and product cards; opens what belongs to the answer beside it. */
export function ConverterExplorer({ query }: { readonly query: string }) {
  const t = useT();
  const { engine, retry } = useEngine(NEUTRAL);
  if (retry && !engine) return <EngineMissing onRetry={retry} />;
  return engine ? (
    <Explorer query={query} engine={engine} />
  ) : (
    <Skeleton label={t('convert.explore.loading')} bars={8} />
  );
}

function Explorer({ query, engine }: { readonly query: string; readonly engine: ReadyEngine }) {
  const t = useT();
  const { uiLang } = useApp();
  const { tables } = engine;
  const [picked, setPicked] = useState<{ readonly tab: TabId; readonly whileShown: TabId | null }>();
  const [last, setLast] = useState<TabId>('tables');
  const wanted = useMemo(() => tabFor(query, engine), [query, engine]);
  const selected = picked && picked.whileShown === wanted ? picked.tab : (wanted ?? last);
  if (selected !== last) setLast(selected);
  const isTimeWanted = selected === 'time' && !engine.isWhole;
  useEffect(() => {
    if (isTimeWanted) engine.wantWhole();
  }, [isTimeWanted, engine]);
  const label = (id: TabId) => t(`convert.explore.tab.${id}`);
  return (
    <section className={styles.explorer} aria-label={t('convert.explore.more')}>
      <Tabs
        label={t('convert.explore.more')}
        selected={selected}
        onSelect={(id) => setPicked({ tab: id as TabId, whileShown: wanted })}
        tabs={[
          {
            id: 'tables',
            label: label('tables'),
            content: <SizeTables query={query} audience={null} tables={tables} />,
          },
          {
            id: 'mains',
            label: label('mains'),
            content: <CountryView query={query} tables={tables} uiLang={uiLang} />,
          },
          {
            id: 'time',
            label: label('time'),
            content: engine.isWhole ? (
              <TimeView query={query} tables={tables} uiLang={uiLang} />
            ) : (
              <Skeleton label={t('convert.explore.loading')} bars={6} />
            ),
          },
          {
            id: 'products',
            label: label('products'),
            content: <Later load={loadProducts} isOpen={selected === 'products'} />,
          },
        ]}
      />
    </section>
  );
}
