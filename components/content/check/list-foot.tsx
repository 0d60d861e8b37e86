import { useState } from 'react';
import type { AssistantActions, CheckModel } from '../model';
import { labelOr, listLabel, momentLabel } from '../labels';
import { useT } from '../../ui/translate';

/** What the list cannot say of a single issue: facts that were missing, rules that are muted, and what all this is not. */
export function ListFoot(props: {
  readonly check: Pick<CheckModel, 'unknown' | 'muted'>;
  readonly uiLang: string;
  readonly onUnmute: AssistantActions['unmuteRule'];
}) {
  const t = useT();
  const [hasFailed, setFailed] = useState(false);
  const { check, uiLang, onUnmute } = props;
  const unmute = (rule: string) => () => void onUnmute(rule).then((problem) => setFailed(problem !== null));
  return (
    <div className="p-list-foot">
      {check.unknown.length > 0 && (
        <p>
          {t('lint.list.unknown', {
            facts: listLabel(
              check.unknown.map((fact) => labelOr(t, `lint.fact.${fact}`, fact)),
              uiLang,
            ),
          })}
        </p>
      )}
      {check.muted.length > 0 && (
        <ul aria-label={t('lint.muted.label')}>
          {check.muted.map((mute) => (
            <li key={mute.rule} data-muted={mute.rule}>
              <span dir="auto">
                {t('lint.muted.until', { title: mute.title, date: momentLabel(mute.until, uiLang) })}
              </span>
              <button
                type="button"
                className="p-quiet"
                aria-label={t('lint.muted.unmuteRule', { title: mute.title })}
                onClick={unmute(mute.rule)}
              >
                {t('lint.muted.unmute')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasFailed && <p role="alert">{t('lint.muted.failed')}</p>}
      <p>{t('lint.list.notLegal')}</p>
    </div>
  );
}
