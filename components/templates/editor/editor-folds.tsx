import { useState } from 'react';
import type { Lang } from '@/utils/domain/ids';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import { Ask } from './ask';
import styles from './editor.module.css';
import { isLanguageChanged } from './editor-state';
import { ReviewPanel } from './review-panel';
import { useLatest } from './same';
import type { ValueUse } from './sentence-settings';
import type { Editor } from './use-editor';
import type { ValueOption } from './value-options';
import { ValuesPanel } from './values-panel';
import { VersionsPanel } from './versions-panel';

/** What is not needed for every change: values, who has read what, what it said before, and giving it up. */
export function EditorFolds(props: {
  readonly editor: Editor;
  readonly options: readonly ValueOption[];
  readonly use: ValueUse;
  readonly initials: string;
  readonly onSaid: (said: string) => void;
  readonly onReview: (lang: Lang, on: boolean) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { api } = useApp();
  const { editor, options, use, initials, onSaid, onReview, onClose } = props;
  const { state, dispatch, settled, current, isNew, isUnsaved, isBusy, run, forget } = editor;
  const { template, saved } = state;
  const [isAsking, setAsking] = useState(false);
  const read = Object.values(template.languages).filter(({ status }) => status.state === 'reviewed').length;
  const review = useLatest(onReview);
  const bringBack = async (version: string) => {
    if (await run(api.templates.restore({ id: saved.id, version }), null)) onSaid(t('editor.versions.restored'));
  };
  const restore = useLatest((version: string) => void bringBack(version));
  const giveUp = async () => {
    setAsking(false);
    const isOwn = current?.origin === 'own';
    if (!(await run(api.templates.remove({ ids: [saved.id] }), null))) return;
    if (!isOwn) return onSaid(t('editor.remove.reverted'));
    forget();
    onClose();
  };
  const kind = current?.origin === 'own' ? 'own' : 'changed';
  return (
    <>
      <details className={styles.fold}>
        <summary>
          <b>{t('editor.values.title')}</b>{' '}
          <span className={styles.quiet}>{t('editor.values.count', { count: template.variables.length })}</span>
        </summary>
        <ValuesPanel
          variables={template.variables}
          blocks={template.blocks}
          use={use}
          options={options}
          dispatch={dispatch}
        />
      </details>
      <details className={styles.fold}>
        <summary>
          <b>{t('editor.review.title')}</b>{' '}
          <span className={styles.quiet}>
            {t('editor.review.count', { read, of: Object.keys(template.languages).length })}
          </span>
        </summary>
        <ReviewPanel
          saved={saved}
          changed={Object.keys(saved.languages).filter((lang) => isLanguageChanged(state, lang))}
          isNew={isNew}
          initials={initials}
          isBusy={isBusy}
          onReview={review}
        />
      </details>
      {!isNew && (
        <details className={styles.fold}>
          <summary>
            <b>{t('editor.versions.title')}</b>
          </summary>
          <VersionsPanel id={saved.id} template={settled} isUnsaved={isUnsaved} onRestore={restore} />
        </details>
      )}
      {current && current.origin !== 'shipped' && (
        <div className={styles.buttons}>
          {isAsking ? (
            <Ask
              question={t(`editor.remove.question.${kind}`)}
              no={t('editor.remove.keep')}
              yes={t(`editor.remove.${kind}`)}
              onNo={() => setAsking(false)}
              onYes={() => void giveUp()}
            />
          ) : (
            <Button onClick={() => setAsking(true)}>{t(`editor.remove.${kind}`)}</Button>
          )}
        </div>
      )}
    </>
  );
}
