import { useRef, useState } from 'react';
import type { AssistantActions, ListedRule, ShownContext, ShownFinding } from '../model';
import { dayLabel, languageName, momentLabel } from '../labels';
import { severityIcon } from '../severity';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import { useOwnId } from './own-id';
import { MuteForm } from './mute-form';

/** What one issue can be asked for. */
export type IssueActions = Pick<AssistantActions, 'applyFix' | 'goToFinding' | 'muteRule'>;

/** A finding has words in the text, a context rule has none. */
const isFinding = (issue: ShownFinding | ShownContext): issue is ShownFinding => 'excerpt' in issue;

/** One issue: what, where, how to fix it, and on request why and how not to hear of it for a while. */
export function Issue(props: {
  readonly issue: ShownFinding | ShownContext;
  readonly uiLang: string;
  readonly actions: IssueActions;
}) {
  const t = useT();
  const whyId = useOwnId();
  const [open, setOpen] = useState<'why' | 'mute' | null>(null);
  const muteButton = useRef<HTMLButtonElement>(null);
  const { issue, uiLang, actions } = props;
  const fixes = isFinding(issue) ? issue.fixes : [];
  const toggle = (part: 'why' | 'mute') => () => setOpen(open === part ? null : part);
  const closeMute = () => {
    setOpen(null);
    muteButton.current?.focus();
  };
  return (
    <>
      <div className="p-issue">
        <span className="p-severity" data-severity={issue.severity}>
          <Icon name={severityIcon(issue.severity)} />
          {t(`lint.severity.${issue.severity}`)}
        </span>
        <span className="p-issue-text">
          <b>{issue.text.title}</b>
          {isFinding(issue) && <FindingWords finding={issue} uiLang={uiLang} actions={actions} />}
          {!isFinding(issue) && issue.at && (
            <span className="p-label">{t('lint.context.at', { when: whenLabel(issue.at, uiLang) })}</span>
          )}
        </span>
        <span className="p-buttons">
          {fixes.slice(0, 2).map((change, index) => (
            <button
              key={change.replacement}
              type="button"
              className={index === 0 ? 'p-primary' : 'p-button'}
              title={change.replacement}
              onClick={() => isFinding(issue) && actions.applyFix(issue, index)}
            >
              {t(index === 0 ? 'lint.issue.fix' : 'lint.issue.fixOther')}
            </button>
          ))}
          <button
            type="button"
            className="p-button"
            aria-expanded={open === 'why'}
            aria-controls={whyId}
            onClick={toggle('why')}
          >
            {t('lint.issue.why')}
          </button>
          {issue.muteDays > 0 && (
            <button
              ref={muteButton}
              type="button"
              className="p-button"
              aria-expanded={open === 'mute'}
              onClick={toggle('mute')}
            >
              {t('lint.issue.mute')}
            </button>
          )}
        </span>
      </div>
      <Why id={whyId} issue={issue} uiLang={uiLang} isOpen={open === 'why'} />
      {open === 'mute' && <MuteForm issue={issue} onMute={actions.muteRule} onClose={closeMute} />}
    </>
  );
}

const whenLabel = (at: string, uiLang: string): string =>
  at.includes('T') ? momentLabel(at, uiLang) : dayLabel(at, uiLang);

/** The words it stands on, what they were compared with, and what the first fix makes of them. */
function FindingWords(props: {
  readonly finding: ShownFinding;
  readonly uiLang: string;
  readonly actions: Pick<AssistantActions, 'goToFinding'>;
}) {
  const t = useT();
  const { finding, uiLang, actions } = props;
  const { compared, excerpt } = finding;
  const fix = finding.fixes[0];
  // What the language guard compares are languages.
  const named = (value: string) => (finding.rule === 'guard-language' ? languageName(value, uiLang) : value);
  return (
    <>
      <button
        type="button"
        className="p-excerpt"
        aria-label={t('lint.issue.show', { excerpt })}
        onClick={() => actions.goToFinding(finding)}
      >
        <bdi>{excerpt}</bdi>
      </button>
      {compared?.known && (
        <span className="p-compared" dir="auto">
          {t('lint.issue.compared', { said: named(compared.said), known: named(compared.known) })}
        </span>
      )}
      {fix && (
        <span className="p-label">
          <bdi>{fix.replacement ? t('lint.issue.becomes', { text: fix.replacement }) : t('lint.issue.removes')}</bdi>
        </span>
      )}
    </>
  );
}

/** The reason behind a rule, what to write instead, and where that is written down. */
function Why(props: {
  readonly id: string;
  readonly issue: ListedRule;
  readonly uiLang: string;
  readonly isOpen: boolean;
}) {
  const t = useT();
  const { why, alternative, sources } = props.issue.text;
  return (
    <div id={props.id} className="p-why" hidden={!props.isOpen}>
      <p dir="auto">{why}</p>
      {alternative && <p dir="auto">{t('lint.why.instead', { text: alternative })}</p>}
      {sources.length > 0 && (
        <ul aria-label={t('lint.why.sources')}>
          {sources.map((source) => (
            <li key={source.key} dir="auto">
              {t('lint.why.source', { title: source.title, date: dayLabel(source.readOn, props.uiLang) })}
              {source.confidence !== 'read' && <i>{t(`lint.why.${source.confidence}`)}</i>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
