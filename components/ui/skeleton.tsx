import styles from './skeleton.module.css';

/** Grey bars in place of what is being read; they show only when that takes longer than 150 ms. */
export const Skeleton = ({ label, bars = 3 }: { readonly label: string; readonly bars?: number }) => (
  <div className={styles.skeleton} role="group" aria-busy="true" aria-label={label}>
    {Array.from({ length: bars }, (_, index) => (
      <i key={index} className={styles.bar} />
    ))}
  </div>
);
