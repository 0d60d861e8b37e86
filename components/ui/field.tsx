import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

/** What the control inside a field needs: its id and its look. */
export interface FieldControl {
  readonly id: string;
  readonly className: string;
}

/** A label with its control; the control is drawn by the caller. */
export function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, className: styles.control ?? '' })}
    </div>
  );
}
