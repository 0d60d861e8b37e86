import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { AssistantActions, ListedRule } from '../model';
import { closeOnEscape } from '../keys';
import { useT, type Translate } from '../../ui/translate';
import { useOwnId } from './own-id';
import { ReasonField } from './reason-field';

const DAYS = [1, 7, 30];
const REASONS = ['lint.reason.wrong', 'lint.reason.agreed', 'lint.reason.desk'];

/** Why nothing was muted, in a sentence. */
const refusal = (t: Translate, problem: ApiProblem): string =>
  t(problem.kind === 'refused' && problem.code === 'locked' ? 'lint.mute.locked' : 'lint.mute.failed');

/** Asks why a rule should be silent, and for how long. */
export function MuteForm(props: {
  readonly issue: Pick<ListedRule, 'rule' | 'text' | 'muteDays'>;
  readonly onMute: AssistantActions['muteRule'];
  readonly onClose: () => void;
}) {
  const t = useT();
  const name = useOwnId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [days, setDays] = useState(1);
  const [error, setError] = useState<string | null>(null);
  const { issue, onMute, onClose } = props;
  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setError(t('lint.reason.missing'));
      field.current?.focus();
      return;
    }
    void onMute({ rule: issue.rule, reason: reason.trim(), days }).then((problem) => {
      if (problem) setError(refusal(t, problem));
      else onClose();
    });
  };
  return (
    <form
      className="p-mute"
      aria-label={t('lint.mute.title', { title: issue.text.title })}
      onSubmit={submit}
      {...closeOnEscape(onClose)}
    >
      <ReasonField
        label={t('lint.mute.why')}
        choices={REASONS}
        value={reason}
        error={error}
        fieldRef={field}
        onChange={(value) => {
          setReason(value);
          setError(null);
        }}
      />
      <fieldset>
        <legend>{t('lint.mute.howLong')}</legend>
        {DAYS.filter((each) => each <= issue.muteDays).map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={days === each} onChange={() => setDays(each)} />
            {t('lint.mute.days', { count: each })}
          </label>
        ))}
        {issue.muteDays === 1 && <span className="p-label">{t('lint.mute.onlyDay')}</span>}
      </fieldset>
      <span className="p-buttons">
        <button type="submit" className="p-primary">
          {t('lint.mute.do')}
        </button>
        <button type="button" className="p-button" onClick={onClose}>
          {t('lint.mute.cancel')}
        </button>
      </span>
    </form>
  );
}
