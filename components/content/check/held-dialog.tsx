import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { AssistantActions, HeldPress } from '../model';
import { closeOnEscape } from '../keys';
import { severityIcon } from '../severity';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import { useOwnId } from './own-id';
import { ReasonField } from './reason-field';

const REASONS = ['lint.reason.wrong', 'lint.reason.asked', 'lint.reason.lead'];

/**
 * Says why a press on send has not reached the page, above the text box and not over it. The way back is the default; going
 * on needs a reason and then the agent's own next press.
 */
export function HeldDialog(props: { readonly held: HeldPress; readonly onAnswer: AssistantActions['answerHeld'] }) {
  const t = useT();
  const titleId = useOwnId();
  const textId = useOwnId();
  const back = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { held, onAnswer } = props;
  useEffect(() => back.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim();
    if (said !== '') return onAnswer(said);
    setMissing(true);
    field.current?.focus();
  };
  return (
    <div
      className="p-held"
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      {...closeOnEscape(() => onAnswer(null))}
    >
      <h2 id={titleId}>{t('lint.held.title')}</h2>
      <p id={textId}>{t('lint.held.text')}</p>
      <ul aria-label={t('lint.list.label')}>
        {held.rules.map(({ rule, severity, text }) => (
          <li key={rule} data-rule={rule} data-severity={severity}>
            <span className="p-severity" data-severity={severity}>
              <Icon name={severityIcon(severity)} />
            </span>
            <span dir="auto">
              <b>{text.title}</b> <span className="p-label">{text.why}</span>
            </span>
          </li>
        ))}
      </ul>
      <form onSubmit={submit}>
        <ReasonField
          label={t('lint.held.reason')}
          choices={REASONS}
          value={reason}
          error={isMissing ? t('lint.reason.missing') : null}
          fieldRef={field}
          onChange={(value) => {
            setReason(value);
            setMissing(false);
          }}
        />
        <span className="p-buttons">
          <button ref={back} type="button" className="p-primary" onClick={() => onAnswer(null)}>
            {t('lint.held.back')}
          </button>
          <button type="submit" className="p-button p-danger">
            {t('lint.held.send')}
          </button>
        </span>
      </form>
    </div>
  );
}
