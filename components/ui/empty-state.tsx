import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Says that there is nothing yet and what to do next. */
export const EmptyState = (props: { readonly title: string; readonly next: string; readonly children?: ReactNode }) => (
  <div className={styles.empty}>
    <p className={styles.title}>{props.title}</p>
    <p className={styles.next}>{props.next}</p>
    {props.children}
  </div>
);
