import { useId, type ReactNode } from 'react';
import { TabList, type TabName } from './tab-list';
import styles from './tabs.module.css';

/** One tab: its id, its words and what it shows. */
export interface Tab extends TabName {
  readonly content: ReactNode;
}

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
  const { label, tabs, selected, onSelect } = props;
  const panelOf = (id: string) => `${base}${id}-panel`;
  const tabOf = (id: string) => `${base}${id}-tab`;
  return (
    <>
      <TabList label={label} tabs={tabs} selected={selected} panelOf={panelOf} tabOf={tabOf} onSelect={onSelect} />
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          className={styles.panel}
          role="tabpanel"
          id={panelOf(id)}
          aria-labelledby={tabOf(id)}
          hidden={id !== selected}
        >
          {content}
        </div>
      ))}
    </>
  );
}
