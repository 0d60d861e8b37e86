import { useId, useState } from 'react';
import type { AssistantActions, CheckModel, ShownFinding } from './model';
import { dayLabel } from './labels';
import { severityIcon } from './severity';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/** Everything the message check found, as a list that can be worked through by keyboard. */
export function IssueList(props: {
  readonly check: CheckModel;
  readonly uiLang: string;
  readonly actions: Pick<AssistantActions, 'applyFix' | 'goToFinding'>;
}) {
  const t = useT();
  const { findings, coverage, hasText } = props.check;
  if (findings.length === 0) {
    const clear = coverage.kind === 'limited' ? 'lint.check.clearLimited' : 'lint.check.clear';
    return <p className="p-empty">{t(hasText ? clear : 'lint.check.empty')}</p>;
  }
  return (
    <ul className="p-list" aria-label={t('lint.list.label')}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.start}`} data-rule={finding.rule} data-severity={finding.severity}>
          <Issue finding={finding} uiLang={props.uiLang} actions={props.actions} />
        </li>
      ))}
    </ul>
  );
}

/** One finding: what, where, how to fix it, and on request why. */
export function Issue(props: {
  readonly finding: ShownFinding;
  readonly uiLang: string;
  readonly actions: Pick<AssistantActions, 'applyFix' | 'goToFinding'>;
}) {
  const t = useT();
  const whyId = useId();
  const [isWhyOpen, setWhyOpen] = useState(false);
  const { finding, actions } = props;
  const fix = finding.fixes[0];
  return (
    <>
      <div className="p-issue">
        <span className="p-severity" data-severity={finding.severity}>
          <Icon name={severityIcon(finding.severity)} />
          {t(`lint.severity.${finding.severity}`)}
        </span>
        <span className="p-issue-text">
          <b>{finding.text.title}</b>
          <button
            type="button"
            className="p-excerpt"
            aria-label={t('lint.issue.show', { excerpt: finding.excerpt })}
            onClick={() => actions.goToFinding(finding)}
          >
            <bdi>{finding.excerpt}</bdi>
          </button>
          {fix && (
            <span className="p-label">
              <bdi>
                {fix.replacement ? t('lint.issue.becomes', { text: fix.replacement }) : t('lint.issue.removes')}
              </bdi>
            </span>
          )}
        </span>
        <span className="p-buttons">
          {finding.fixes.slice(0, 2).map((change, index) => (
            <button
              key={change.replacement}
              type="button"
              className={index === 0 ? 'p-primary' : 'p-button'}
              title={change.replacement}
              onClick={() => actions.applyFix(finding, index)}
            >
              {t(index === 0 ? 'lint.issue.fix' : 'lint.issue.fixOther')}
            </button>
          ))}
          <button
            type="button"
            className="p-button"
            aria-expanded={isWhyOpen}
            aria-controls={whyId}
            onClick={() => setWhyOpen(!isWhyOpen)}
          >
            {t('lint.issue.why')}
          </button>
        </span>
      </div>
      <div id={whyId} className="p-why" hidden={!isWhyOpen}>
        <p dir="auto">{finding.text.why}</p>
        {finding.text.alternative && <p dir="auto">{t('lint.why.instead', { text: finding.text.alternative })}</p>}
        {finding.text.sources.length > 0 && (
          <ul aria-label={t('lint.why.sources')}>
            {finding.text.sources.map((source) => (
              <li key={source.key} dir="auto">
                {t('lint.why.source', { title: source.title, date: dayLabel(source.readOn, props.uiLang) })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
