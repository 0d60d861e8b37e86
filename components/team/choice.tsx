import { useId } from 'react';
import styles from './team.module.css';

/** One answer of a question with radio buttons. */
export interface Answer<T extends string> {
  readonly id: T;
  readonly label: string;
  /** One sentence below it. */
  readonly help: string;
  readonly isOff?: boolean;
}

/** A question with radio buttons, each with a sentence about what it means. */
export function Choice<T extends string>(props: {
  readonly legend: string;
  readonly answers: readonly Answer<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  const { legend, answers, value, onChange } = props;
  const base = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {answers.map(({ id, label, help, isOff = false }) => (
        <div key={id} className={styles.answer}>
          <input
            type="radio"
            id={`${base}${id}`}
            name={base}
            value={id}
            checked={id === value}
            disabled={isOff}
            aria-describedby={`${base}${id}-help`}
            onChange={() => onChange(id)}
          />
          <label htmlFor={`${base}${id}`}>{label}</label>
          <span id={`${base}${id}-help`} className={styles.quiet}>
            {help}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
