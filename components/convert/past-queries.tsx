import { useImperativeHandle, useRef, type KeyboardEvent, type Ref } from 'react';
import { useT } from '../ui/translate';
import type { ConverterDomain } from './converter-domain';
import styles from './converter-panel.module.css';

const EXAMPLES: Readonly<Record<ConverterDomain, readonly string[]>> = {
  all: ['UK 5.5 women', 'размер 42', '23.5 cm', "5'7 140 lb", '220V to Japan', '12:30 Madrid'],
  sizes: ['UK 5.5 women', 'размер 42', 'taille 38 robe', '34DD bra', "5'7 140 lb"],
  power: ['220V to Japan', '100-240V 50/60Hz to Brazil', 'Brazil', 'type C plug to the UK'],
  units: ['30 cm in inches', '5 lb in kg', '12 fl oz in ml', '350 °F in °C'],
  time: ['12:30 Madrid', 'Tokyo', '3-5 business days to Spain'],
};

/** What the input hands over to the list of earlier queries. */
export interface PastQueriesHandle {
  /** Puts the focus on the newest query; false where there is none. */
  enter(): boolean;
}

/** What to ask while nothing is typed: the last queries, or examples before there were any. */
export function PastQueries(props: {
  readonly domain: ConverterDomain;
  readonly past: readonly string[];
  readonly onAsk: (query: string) => void;
  readonly onForget: (query: string) => void;
  readonly onForgetAll: () => void;
  readonly backToInput: () => void;
  readonly handle?: Ref<PastQueriesHandle>;
}) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const { domain, past, onAsk, onForget, onForgetAll, backToInput } = props;
  const entries = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-query]') ?? [])];
  useImperativeHandle(props.handle ?? null, () => ({
    enter() {
      const first = entries()[0];
      first?.focus();
      return first !== undefined;
    },
  }));

  const walk = (event: KeyboardEvent, index: number) => {
    const all = entries();
    if (event.key === 'ArrowDown') all[index + 1]?.focus();
    else if (event.key === 'ArrowUp') (all[index - 1] ?? null)?.focus();
    else if (event.key === 'Delete' && past[index] !== undefined) {
      onForget(past[index]);
      // The row below moves up under the finger; after the last one the input is next.
      (all[index + 1] ?? all[index - 1])?.focus();
    } else if (event.key !== 'Escape') return;
    if (
      event.key === 'Escape' ||
      (event.key === 'ArrowUp' && index === 0) ||
      (event.key === 'Delete' && all.length === 1)
    )
      backToInput();
    event.preventDefault();
  };

  if (past.length === 0)
    return (
      <div ref={box} className={styles.empty}>
        <p>{t('convert.empty.try')}</p>
        <div className={styles.examples}>
          {EXAMPLES[domain].map((example, index) => (
            <button
              key={example}
              type="button"
              data-query=""
              className={styles.example}
              onClick={() => onAsk(example)}
              onKeyDown={(event) => walk(event, index)}
            >
              <bdi>{example}</bdi>
            </button>
          ))}
        </div>
      </div>
    );
  return (
    <div ref={box} className={styles.past}>
      <div className={styles.pastHead}>
        <h2>{t('convert.history.title')}</h2>
        <button type="button" className={styles.quiet} onClick={onForgetAll}>
          {t('convert.history.clear')}
        </button>
      </div>
      <ul aria-label={t('convert.history.title')}>
        {past.map((query, index) => (
          <li key={query}>
            <button
              type="button"
              data-query=""
              className={styles.pastQuery}
              onClick={() => onAsk(query)}
              onKeyDown={(event) => walk(event, index)}
            >
              <bdi>{query}</bdi>
            </button>
            <button
              type="button"
              className={styles.forget}
              aria-label={t('convert.history.remove', { query })}
              title={t('convert.history.remove', { query })}
              onClick={() => {
                onForget(query);
                backToInput();
              }}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
