import { useRef, type KeyboardEvent } from 'react';
import styles from './tabs.module.css';

/** One tab of a list: its id and its words. */
export interface TabName {
  readonly id: string;
  readonly label: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * The row of tabs alone, walked through with the arrow keys, Home and End; the caller draws the panels.
 * `panelOf` and `tabOf` give the ids of the elements of a tab; several tabs may share one panel.
 */
export function TabList(props: {
  readonly label: string;
  readonly tabs: readonly TabName[];
  readonly selected: string;
  readonly panelOf: (id: string) => string;
  readonly tabOf: (id: string) => string;
  readonly onSelect: (id: string) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const { tabs, selected, panelOf, tabOf, onSelect } = props;

  const walk = (event: KeyboardEvent) => {
    if (!list.current) return;
    const step = STEPS[event.key];
    const isEnd = event.key === 'Home' || event.key === 'End';
    if (step === undefined && !isEnd) return;
    event.preventDefault();
    const isMirrored = getComputedStyle(list.current).direction === 'rtl';
    const from = tabs.findIndex((tab) => tab.id === selected);
    const walked = (from + (isMirrored ? -(step ?? 0) : (step ?? 0)) + tabs.length) % tabs.length;
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : walked;
    const next = tabs[to];
    if (!next) return;
    onSelect(next.id);
    list.current.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={props.label}>
      {tabs.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabOf(id)}
          className={styles.tab}
          aria-selected={id === selected}
          aria-controls={panelOf(id)}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
          onKeyDown={walk}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
