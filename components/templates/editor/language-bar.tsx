import { memo } from 'react';
import type { Lang } from '@/utils/domain/ids';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { languageName } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { Columns } from './language-choice';
import { writtenIn } from './new-reply';
import { isSame } from './same';

/** How far one language of a reply is. */
export interface LanguageProgress {
  /** Sentences with words. */
  readonly written: number;
  /** Null where the reply does not have the language. */
  readonly state: 'draft' | 'reviewed' | null;
}

/** How far each of the languages is. */
export const progressOf = (
  template: ReplyTemplate,
  languages: readonly Lang[],
): Readonly<Record<Lang, LanguageProgress>> =>
  Object.fromEntries(
    languages.map((lang) => [
      lang,
      { written: writtenIn(template, lang), state: template.languages[lang]?.status.state ?? null },
    ]),
  );

/** Which languages there are, how far each one is, and which two stand side by side. */
export const LanguageBar = memo(function LanguageBar(props: {
  readonly progress: Readonly<Record<Lang, LanguageProgress>>;
  /** How many sentences there are. */
  readonly of: number;
  readonly columns: Columns;
  /** Languages with something in the way of saving. */
  readonly wrong: readonly Lang[];
  readonly onShow: (columns: Columns) => void;
  readonly onDrop: (lang: Lang) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { progress, of, columns, wrong, onShow, onDrop } = props;
  const languages = Object.keys(progress);
  const has = (lang: Lang) => (progress[lang]?.state ?? null) !== null;
  const nameOf = (lang: Lang) => languageName(lang, uiLang);
  const words = (lang: Lang): string => {
    const { written = 0, state = null } = progress[lang] ?? {};
    if (!state || written === 0) return t('editor.language.missing', { language: nameOf(lang) });
    if (written < of) return t('editor.language.partly', { language: nameOf(lang), written, of });
    return t(`editor.language.${state}`, { language: nameOf(lang) });
  };
  const stateOf = (lang: Lang) => {
    const written = progress[lang]?.written ?? 0;
    return written === 0 ? 'missing' : written < of ? 'partly' : 'whole';
  };
  const choose = (side: 'left' | 'right', lang: Lang) => {
    const other = side === 'left' ? 'right' : 'left';
    // The same language twice helps nobody: the two change places.
    const swapped = lang === columns[other] ? { [other]: columns[side] } : {};
    onShow({ ...columns, ...swapped, [side]: lang });
  };
  return (
    <div className={styles.languages}>
      <ul className={styles.langList} aria-label={t('editor.language.list')}>
        {languages.map((lang) => {
          const isShown = lang === columns.left || lang === columns.right;
          return (
            <li key={lang}>
              <button
                type="button"
                className={styles.lang}
                data-state={stateOf(lang)}
                data-wrong={wrong.includes(lang) || undefined}
                aria-pressed={isShown}
                title={words(lang)}
                onClick={() => isShown || choose('right', lang)}
              >
                {wrong.includes(lang) && <Icon name="block" />}
                <span className={styles.hidden}>
                  {wrong.includes(lang) ? t('editor.language.wrong', { words: words(lang) }) : words(lang)}
                </span>
                <span aria-hidden="true">{lang}</span>
                <small aria-hidden="true">
                  {wrong.includes(lang) && stateOf(lang) === 'whole'
                    ? null
                    : stateOf(lang) === 'missing'
                      ? '–'
                      : stateOf(lang) === 'whole'
                        ? '✓'
                        : `${progress[lang]?.written ?? 0}/${of}`}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles.columns}>
        {(['left', 'right'] as const).map((side) => (
          <div key={side} className={styles.columnHead}>
            <Field label={t(`editor.language.${side}`)}>
              {(control) => (
                <select
                  {...control}
                  value={columns[side]}
                  onChange={(event) => choose(side, event.currentTarget.value)}
                >
                  {languages.map((lang) => (
                    <option key={lang} value={lang}>
                      {words(lang)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {has(columns[side]) && languages.filter(has).length > 1 && (
              <Button
                className={styles.small}
                aria-label={t('editor.language.dropOf', { language: nameOf(columns[side]) })}
                onClick={() => onDrop(columns[side])}
              >
                {t('editor.language.drop')}
              </Button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}, isSame);
