import { memo, useCallback, useState } from 'react';
import { shippedVersion, type TemplateVersion } from '@/utils/app/templates-api';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { diffWords } from '@/utils/domain/text/word-diff';
import { languageName, momentLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { useReading } from '../../dashboard/use-reading';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import { Ask } from './ask';
import styles from './editor.module.css';
import { isSame } from './same';

const isAboutTemplates = (topic: string): boolean => topic.startsWith('templates');

/** A sentence whose words differ between a version and the editor. */
interface ChangedSentence {
  readonly lang: string;
  readonly block: string;
  readonly before: string;
  readonly after: string;
}

/** Every sentence that has other words in two states of a reply, language by language. */
function changedSentences(before: ReplyTemplate, after: ReplyTemplate): readonly ChangedSentence[] {
  const langs = [...new Set([...Object.keys(after.languages), ...Object.keys(before.languages)])];
  const blocks = [...new Set([...after.blocks, ...before.blocks].map(({ id }) => id))];
  return langs.flatMap((lang) =>
    blocks.flatMap((block) => {
      const old = before.languages[lang]?.texts[block] ?? '';
      const now = after.languages[lang]?.texts[block] ?? '';
      return old === now ? [] : [{ lang, block, before: old, after: now }];
    }),
  );
}

/** One sentence, with what went struck out and what came underlined; said in words for those who see neither. */
function Difference({ before, after, lang }: Omit<ChangedSentence, 'block'>) {
  const t = useT();
  return (
    <span className={styles.diff} lang={lang} dir="auto">
      {diffWords(before, after).map(({ kind, text }, at) => {
        const key = `${at}-${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={key}>
            <span className={styles.hidden}>{t(`editor.versions.${kind}`)} </span>
            {text}
          </Tag>
        );
      })}
    </span>
  );
}

function Changes({ version, template }: { readonly version: TemplateVersion; readonly template: ReplyTemplate }) {
  const t = useT();
  const { uiLang } = useApp();
  const changed = changedSentences(version.template, template);
  const langs = [...new Set(changed.map(({ lang }) => lang))];
  if (changed.length === 0) return <p className={styles.quiet}>{t('editor.versions.same')}</p>;
  return (
    <>
      <p className={styles.quiet}>{t('editor.versions.help')}</p>
      {langs.map((lang) => (
        <div key={lang} className={styles.change}>
          <b>{languageName(lang, uiLang)}</b>
          {changed
            .filter((one) => one.lang === lang)
            .map((one) => (
              <p key={one.block} data-block={one.block}>
                <Difference {...one} />
              </p>
            ))}
        </div>
      ))}
    </>
  );
}

/** What the reply said before: who changed it when, what differs from the words in the editor now, and the way back. */
export const VersionsPanel = memo(function VersionsPanel(props: {
  readonly id: string;
  readonly template: ReplyTemplate;
  readonly isUnsaved: boolean;
  readonly onRestore: (version: string) => void;
}) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { id, template, isUnsaved, onRestore } = props;
  const { value, problem, again } = useReading(
    useCallback(() => api.templates.versions({ id }), [api, id]),
    isAboutTemplates,
  );
  const [open, setOpen] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  if (!value && problem) return <ProblemPanel problem={problem} onRetry={() => void again()} />;
  if (!value) return <Skeleton label={t('editor.versions.loading')} bars={2} />;
  if (value.length === 0) return <p className={styles.quiet}>{t('editor.versions.none')}</p>;
  return (
    <ul className={styles.versions} aria-label={t('editor.versions.title')}>
      {value.map((version) => {
        // Nobody wrote these on a day of this desk.
        const isShipped = version.id === shippedVersion;
        const when = momentLabel(version.at, uiLang);
        const act = (what: 'compare' | 'restore') =>
          isShipped ? t(`editor.versions.${what}Shipped`) : t(`editor.versions.${what}Of`, { when });
        const isOpen = open === version.id;
        return (
          <li key={version.id} data-version={version.id}>
            <div className={styles.versionHead}>
              <span>
                {isShipped
                  ? t('editor.versions.shipped')
                  : version.initials === ''
                    ? when
                    : t('editor.versions.by', { when, initials: version.initials })}
              </span>
              <Button
                className={styles.small}
                aria-expanded={isOpen}
                aria-label={act('compare')}
                onClick={() => setOpen(isOpen ? null : version.id)}
              >
                {t('editor.versions.compare')}
              </Button>
              <Button
                className={styles.small}
                aria-label={act('restore')}
                onClick={() => (isUnsaved ? setAsked(version.id) : onRestore(version.id))}
              >
                {t('editor.versions.restore')}
              </Button>
            </div>
            {asked === version.id && (
              <Ask
                question={t('editor.versions.question')}
                no={t('editor.leave.stay')}
                yes={t('editor.versions.yes')}
                onNo={() => setAsked(null)}
                onYes={() => {
                  setAsked(null);
                  onRestore(version.id);
                }}
              />
            )}
            {isOpen && <Changes version={version} template={template} />}
          </li>
        );
      })}
    </ul>
  );
}, isSame);
