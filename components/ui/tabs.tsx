import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tabs.module.css';

/** One tab: its id, its words and what it shows. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs that the arrow keys walk through. Panels stay mounted, so that what was typed in one is there on return.
 */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const { tabs, selected, onSelect } = props;

  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || !list.current) return;
    event.preventDefault();
    const isMirrored = getComputedStyle(list.current).direction === 'rtl';
    const from = tabs.findIndex((tab) => tab.id === selected);
    const to = (from + (isMirrored ? -step : step) + tabs.length) % tabs.length;
    const next = tabs[to];
    if (!next) return;
    onSelect(next.id);
    list.current.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return (
    <>
      <div ref={list} className={styles.tabs} role="tablist" aria-label={props.label}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}${id}-tab`}
            className={styles.tab}
            aria-selected={id === selected}
            aria-controls={`${base}${id}-panel`}
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
            onKeyDown={walk}
          >
            {label}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          className={styles.panel}
          role="tabpanel"
          id={`${base}${id}-panel`}
          aria-labelledby={`${base}${id}-tab`}
          hidden={id !== selected}
        >
          {content}
        </div>
      ))}
    </>
  );
}
