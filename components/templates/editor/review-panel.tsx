import { memo } from 'react';
import type { Lang } from '@/utils/domain/ids';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { dayLabel, languageName } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import { isSame } from './same';

/** Who has read which language, and the agent's own signature. */
export const ReviewPanel = memo(function ReviewPanel(props: {
  /** As it is kept; what is unsaved nobody can have read. */
  readonly saved: ReplyTemplate;
  /** Languages whose words differ from the saved ones. */
  readonly changed: readonly Lang[];
  readonly isNew: boolean;
  readonly initials: string;
  readonly isBusy: boolean;
  readonly onReview: (lang: Lang, on: boolean) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { saved, changed, isNew, initials, isBusy, onReview } = props;
  const why = isNew ? 'editor.review.saveFirst' : initials === '' ? 'editor.review.noInitials' : null;
  return (
    <>
      <p className={styles.quiet}>{t('editor.review.help')}</p>
      {why && (
        <p className={styles.quiet} role="status">
          {t(why)} {initials === '' && !isNew && <a href="#/settings">{t('editor.review.settings')}</a>}
        </p>
      )}
      <ul className={styles.reviews} aria-label={t('editor.review.title')}>
        {Object.entries(saved.languages).map(([lang, { status }]) => {
          const language = languageName(lang, uiLang);
          const isRead = status.state === 'reviewed';
          const isChanged = changed.includes(lang);
          return (
            <li key={lang} data-lang={lang} data-state={status.state}>
              <b>{language}</b>
              <span>
                {isRead ? (
                  <>
                    <Icon name="check" /> {t('editor.review.read', { by: status.by, on: dayLabel(status.on, uiLang) })}
                  </>
                ) : (
                  t('editor.review.draft')
                )}
              </span>
              {isChanged ? (
                <span className={styles.quiet}>{t('editor.review.changed')}</span>
              ) : (
                <Button
                  className={styles.small}
                  disabled={isBusy || isNew || (initials === '' && !isRead)}
                  aria-label={t(isRead ? 'editor.review.takeBackOf' : 'editor.review.signOf', { language })}
                  onClick={() => onReview(lang, !isRead)}
                >
                  {t(isRead ? 'editor.review.takeBack' : 'editor.review.sign')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}, isSame);
