import type { AssistantActions, CheckModel } from '../model';
import { summaryWords } from '../summary-words';
import { useT } from '../../ui/translate';
import { countsOf } from './check-model';
import { Issue, type IssueActions } from './issue';
import { ListFoot } from './list-foot';

/** Everything the message check found, as a list that can be worked through by keyboard. */
export function IssueList(props: {
  readonly check: CheckModel;
  readonly uiLang: string;
  readonly actions: IssueActions & Pick<AssistantActions, 'unmuteRule'>;
}) {
  const t = useT();
  const { check, uiLang, actions } = props;
  // First what has no place in the text: no wording makes it go away.
  const issues = [...check.context, ...check.findings];
  return (
    <div className="p-check-list">
      {check.sharesBox && <p className="p-hint">{t('lint.list.shared')}</p>}
      {issues.length === 0 ? (
        <p className="p-empty">{t(emptyWords(check))}</p>
      ) : (
        <>
          <p className="p-summary">{summaryWords(t, countsOf(check), uiLang)}</p>
          <ul className="p-list" aria-label={t('lint.list.label')}>
            {issues.map((issue, at) => (
              <li
                key={'excerpt' in issue ? `${issue.rule} ${issue.start}` : `${issue.rule} ${at}`}
                data-rule={issue.rule}
                data-severity={issue.severity}
              >
                <Issue issue={issue} uiLang={uiLang} actions={actions} />
              </li>
            ))}
          </ul>
        </>
      )}
      <ListFoot check={check} uiLang={uiLang} onUnmute={actions.unmuteRule} />
    </div>
  );
}

function emptyWords({ hasText, isPending, coverage }: CheckModel): string {
  if (!hasText) return 'lint.check.empty';
  if (isPending) return 'lint.check.pending';
  return coverage.kind === 'limited' ? 'lint.check.clearLimited' : 'lint.check.clear';
}
