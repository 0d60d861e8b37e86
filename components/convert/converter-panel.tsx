import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Field } from '../ui/field';
import { TabList } from '../ui/tab-list';
import { useT } from '../ui/translate';
import { AudienceChoice, LangChoice } from './choices';
import type { ConverterChoice } from './converter-choice';
import { converterDomains, type ConverterDomain } from './converter-domain';
import styles from './converter-panel.module.css';
import { DomainForm } from './forms/domain-form';
import { PastQueries, type PastQueriesHandle } from './past-queries';
import type { QueryHistory } from './query-history';
import { asksToInsert, ResultList, type ResultListHandle, type ResultUse } from './result-list';
import { useConverter } from './use-converter';
import { EngineMissing } from './engine-missing';
import { useEngine } from './use-engine';

/** One input that understands sizes, mains questions, quantities and times, its answers and the last queries. */
export function ConverterPanel(
  props: ResultUse & {
    readonly choice: ConverterChoice;
    readonly onChoice: (choice: ConverterChoice) => void;
    readonly history: QueryHistory;
    /** Told of every query, for pages that show more about it. */
    readonly onQuery?: (query: string) => void;
  },
) {
  const t = useT();
  const base = useId();
  const input = useRef<HTMLInputElement>(null);
  const results = useRef<ResultListHandle>(null);
  const pastList = useRef<PastQueriesHandle>(null);
  const [domain, setDomain] = useState<ConverterDomain>('all');
  const { choice, onChoice, history, onQuery } = props;
  const { engine, retry } = useEngine(choice.replyLang);
  const { query, found, elsewhere, isComing, past, ask, remember, forget, forgetAll } = useConverter({
    domain,
    audience: choice.audience,
    engine,
    history,
  });
  const first = found[0];
  const toInput = () => input.current?.focus();
  const use = (how: ((text: string) => void) | undefined) => how && ((text: string) => (remember(), how(text)));
  const onCopy = use(props.onCopy) ?? props.onCopy;
  const onInsert = use(props.onInsert);

  // Whoever opens the tab for times is about to ask for one.
  useEffect(() => {
    if (domain === 'time') engine?.wantWhole();
  }, [domain, engine]);

  // The panel is opened to type into it.
  useEffect(toInput, []);
  useEffect(() => onQuery?.(query), [onQuery, query]);

  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys of an input method choose characters, nothing else.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      if (query === '') pastList.current?.enter();
      else results.current?.enter();
    } else if (event.key === 'Escape') {
      // An empty input leaves Esc to the browser, which closes the popup.
      if (query === '') return;
      ask('');
    } else if (event.key === 'Enter') {
      if (!first?.insertText) return;
      if (asksToInsert(event)) onInsert?.(first.insertText);
      else onCopy(first.insertText);
    } else return;
    event.preventDefault();
  };
  const again = (text: string) => (ask(text), toInput());
  const tabOf = (id: string) => `${base}${id}-tab`;
  const panel = `${base}panel`;

  return (
    <div className={styles.panel}>
      <Field label={t('convert.input.label')}>
        {(control) => (
          <input
            {...control}
            ref={input}
            type="text"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={400}
            placeholder={t(`convert.tab.placeholder.${domain}`)}
            aria-describedby={`${base}keys`}
            value={query}
            onChange={(event) => ask(event.currentTarget.value)}
            onKeyDown={onKey}
          />
        )}
      </Field>
      <TabList
        label={t('convert.tab.label')}
        tabs={converterDomains.map((id) => ({ id, label: t(`convert.tab.name.${id}`) }))}
        selected={domain}
        panelOf={() => panel}
        tabOf={tabOf}
        onSelect={(id) => setDomain(converterDomains.find((name) => name === id) ?? 'all')}
      />
      <div id={panel} role="tabpanel" aria-labelledby={tabOf(domain)} className={styles.tabPanel}>
        {retry && <EngineMissing onRetry={retry} />}
        {engine && (
          <DomainForm
            domain={domain}
            query={query}
            choice={choice}
            tables={engine.tables}
            onQuery={ask}
            onChoice={onChoice}
          />
        )}
        <div className={styles.choices}>
          {domain === 'all' && <AudienceChoice choice={choice} onChoice={onChoice} />}
          <LangChoice choice={choice} onChoice={onChoice} />
        </div>
        {query === '' ? (
          <PastQueries
            handle={pastList}
            domain={domain}
            past={past}
            onAsk={again}
            onForget={forget}
            onForgetAll={() => (forgetAll(), toInput())}
            backToInput={toInput}
          />
        ) : (
          found.length === 0 &&
          engine &&
          !isComing && (
            <NothingFound elsewhere={elsewhere} domain={domain} onAll={() => (setDomain('all'), toInput())} />
          )
        )}
        <ResultList
          handle={results}
          found={found}
          replyLang={engine?.lang ?? choice.replyLang}
          backToInput={(how) => (how === 'clear' && ask(''), toInput())}
          onCopy={onCopy}
          {...(onInsert ? { onInsert } : {})}
        />
      </div>
      <p id={`${base}keys`} className={styles.keys}>
        {t(onInsert ? 'convert.tab.keysInsert' : 'convert.tab.keys')}
      </p>
    </div>
  );
}

/** Says what to try, or where the answer is. */
function NothingFound(props: {
  readonly elsewhere: number;
  readonly domain: ConverterDomain;
  readonly onAll: () => void;
}) {
  const t = useT();
  if (props.elsewhere === 0) return <p className={styles.empty}>{t(`convert.tab.nothing.${props.domain}`)}</p>;
  return (
    <div className={styles.empty}>
      <p>{t('convert.tab.elsewhere', { tab: t(`convert.tab.name.${props.domain}`) })}</p>
      <button type="button" className={styles.example} onClick={props.onAll}>
        {t('convert.tab.showAll')}
      </button>
    </div>
  );
}
