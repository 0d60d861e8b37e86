import { useMemo } from 'react';
import type { EditProposal } from '@/utils/app/templates-api';
import { diffWords } from '@/utils/domain/text/word-diff';
import { dayLabel, languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { hrefOfTemplate } from '../dashboard/route';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import own from './proposals.module.css';
import type { TemplateEntry } from './template-entries';
import styles from './templates.module.css';
import type { DeskState } from './use-template-desk';

/** Sentences that agents keep changing in the same way, to be taken up or forgotten. */
export function Proposals(props: {
  readonly state: DeskState;
  readonly entries: readonly TemplateEntry[];
  readonly onSaid: (words: string) => void;
}) {
  const t = useT();
  const { state, entries, onSaid } = props;
  const { proposals } = state.desk;
  const titles = useMemo(() => new Map(entries.map(({ id, title }) => [id, title])), [entries]);
  if (proposals.length === 0) return null;
  return (
    <section className={own.proposals} aria-labelledby="templates-proposals">
      <h2 id="templates-proposals">{t('templates.proposal.heading', { count: proposals.length })}</h2>
      <ul>
        {proposals.map((proposal) => (
          <Proposal
            key={proposal.id}
            proposal={proposal}
            title={titles.get(proposal.templateId) ?? proposal.templateId}
            state={state}
            onSaid={onSaid}
          />
        ))}
      </ul>
    </section>
  );
}

function Proposal(props: {
  readonly proposal: EditProposal;
  readonly title: string;
  readonly state: DeskState;
  readonly onSaid: (words: string) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { proposal, title, state, onSaid } = props;
  const { id, templateId, lang, before, after, count, lastAt } = proposal;
  const { run, api } = state;
  const pieces = useMemo(() => diffWords(before, after), [before, after]);
  const accept = async (as: 'update' | 'variant') => {
    if (await run(api.accept({ proposal: id, as }))) onSaid(t(`templates.proposal.${as}Done`, { title }));
  };
  const dismiss = async () => {
    if (await run(api.dismiss({ proposal: id }))) onSaid(t('templates.proposal.dismissed'));
  };
  const ofReply = (key: string) => t(`templates.proposal.${key}Of`, { title });
  return (
    <li className={own.proposal} data-proposal={id}>
      <p className={styles.quiet}>
        <a href={hrefOfTemplate(templateId)}>
          <bdi>{title}</bdi>
        </a>{' '}
        {languageName(lang, uiLang)} · {t('templates.proposal.times', { count, date: dayLabel(lastAt, uiLang) })}
      </p>
      <dl className={own.diff}>
        <div>
          <dt>{t('templates.proposal.before')}</dt>
          <dd lang={lang} dir="auto">
            {pieces.map(({ kind, text }, at) =>
              kind === 'added' ? null : kind === 'removed' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>,
            )}
          </dd>
        </div>
        <div>
          <dt>{t('templates.proposal.after')}</dt>
          <dd lang={lang} dir="auto">
            {pieces.map(({ kind, text }, at) =>
              kind === 'removed' ? null : kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>,
            )}
            {after === '' && (
              <span className={styles.quiet} lang={uiLang}>
                {t('templates.proposal.takenOut')}
              </span>
            )}
          </dd>
        </div>
      </dl>
      <div className={styles.buttons}>
        <Button look="primary" aria-label={ofReply('update')} onClick={() => void accept('update')}>
          {t('templates.proposal.update')}
        </Button>
        <Button aria-label={ofReply('variant')} onClick={() => void accept('variant')}>
          {t('templates.proposal.variant')}
        </Button>
        <Button aria-label={ofReply('dismiss')} onClick={() => void dismiss()}>
          {t('templates.proposal.dismiss')}
        </Button>
      </div>
    </li>
  );
}
