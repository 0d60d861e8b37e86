import { memo } from 'react';
import type { Lang } from '@/utils/domain/ids';
import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { labelOr, languageName, listLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { SeverityLabel } from '../../rules/severity-label';
import { useDesk, type DeskState } from '../../rules/use-desk';
import { useRuleNames } from '../../rules/use-rule-names';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { SentenceFinding } from './message-check';
import { isSame } from './same';
import { useMessageCheck, type CheckedLanguage } from './use-message-check';

/** Where somebody wants to look. */
export interface SentencePlace {
  readonly lang: Lang;
  readonly block: string;
}

function Findings(props: {
  readonly desk: DeskState;
  readonly checked: readonly CheckedLanguage[];
  readonly template: ReplyTemplate;
  readonly onShow: (place: SentencePlace) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { desk, checked, template, onShow } = props;
  const ruleName = useRuleNames(desk);
  const key = ({ block, rule, words }: SentenceFinding) => `${block} ${rule} ${words}`;
  return (
    <ul className={styles.findings} aria-label={t('editor.check.list')}>
      {checked.flatMap(({ lang, findings }) =>
        findings.map((finding) => {
          const { block, rule, severity, words, markets } = finding;
          const number = template.blocks.findIndex(({ id }) => id === block) + 1;
          const place = t('editor.check.place', { language: languageName(lang, uiLang), number });
          return (
            <li key={`${lang} ${key(finding)}`} data-rule={rule} data-severity={severity} data-lang={lang}>
              <SeverityLabel severity={severity} />
              <span>
                <b dir="auto">{ruleName(rule)}</b>{' '}
                <q lang={lang} dir="auto">
                  {words.trim()}
                </q>{' '}
                <span className={styles.where}>
                  {listLabel(
                    markets.map((market) => labelOr(t, `common.market.${market}`, market)),
                    uiLang,
                  )}
                </span>
              </span>
              <Button className={styles.small} onClick={() => onShow({ lang, block })}>
                {place}
              </Button>
            </li>
          );
        }),
      )}
    </ul>
  );
}

/** What the message check says of every language on each marketplace, a moment after the last key. */
export const CheckPanel = memo(function CheckPanel(props: {
  readonly template: ReplyTemplate;
  readonly problems: readonly TemplateProblem[];
  readonly shown: readonly Lang[];
  readonly onShow: (place: SentencePlace) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { template, problems, shown, onShow } = props;
  const { checked, isWorking, problem } = useMessageCheck(template, problems, shown);
  const desk = useDesk();
  const count = checked.reduce((sum, { findings }) => sum + findings.length, 0);
  const full = checked.filter(({ coverage }) => coverage.kind === 'full').length;
  const limited = checked.filter(({ coverage }) => coverage.kind === 'limited');
  const trouble = problem ?? desk.problem;
  return (
    <section className={styles.section} aria-label={t('editor.check.title')}>
      <h3>{t('editor.check.title')}</h3>
      <p className={styles.quiet} role="status">
        {isWorking
          ? t('editor.check.working')
          : count === 0
            ? // Where only some rules run, a plain "no issues" would promise too much.
              t(full > 0 ? 'editor.check.none' : 'editor.check.noneLimited', { count: full })
            : t('editor.check.found', { count })}
      </p>
      {trouble && <ProblemPanel problem={trouble} onRetry={() => void desk.retry()} />}
      {!desk.state && !trouble && <Skeleton label={t('editor.check.working')} bars={2} />}
      {desk.state && count > 0 && <Findings desk={desk.state} checked={checked} template={template} onShow={onShow} />}
      {limited.length > 0 && (
        <p className={styles.quiet}>
          {t('editor.check.limited', {
            languages: listLabel(
              limited.map(({ lang }) => languageName(lang, uiLang)),
              uiLang,
            ),
            count: Math.min(...limited.map(({ coverage }) => coverage.rulesRun)),
          })}
        </p>
      )}
    </section>
  );
}, isSame);
