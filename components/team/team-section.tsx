import { useId, type ReactNode } from 'react';
import styles from './team.module.css';

/** One part of the page under its heading. */
export function TeamSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
