import { type Ref } from 'react';
import { useT } from '../../ui/translate';
import { useOwnId } from './own-id';

/** Longest reason that is kept. */
const MAX_REASON = 200;

/** A reason in a few words: one of three that are common, or the agent's own. */
export function ReasonField(props: {
  readonly label: string;
  /** Keys of the common reasons. */
  readonly choices: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is missing, once it was asked for in vain. */
  readonly error: string | null;
  readonly fieldRef?: Ref<HTMLInputElement>;
}) {
  const t = useT();
  const id = useOwnId();
  const errorId = useOwnId();
  const { label, choices, value, onChange, error } = props;
  return (
    <div className="p-reason-field">
      <label htmlFor={id}>{label}</label>
      <span className="p-reasons">
        {choices.map((choice) => {
          const words = t(choice);
          return (
            <button
              key={choice}
              type="button"
              className="p-button"
              aria-pressed={value === words}
              onClick={() => onChange(words)}
            >
              {words}
            </button>
          );
        })}
      </span>
      <input
        ref={props.fieldRef}
        id={id}
        dir="auto"
        maxLength={MAX_REASON}
        value={value}
        placeholder={t('lint.reason.own')}
        autoComplete="off"
        aria-required="true"
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : errorId}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {error !== null && (
        <p id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
