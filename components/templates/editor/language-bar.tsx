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

/** Which languages there are, how far each one is, and which two stand side by side. */
export function LanguageBar(props: {
  readonly template: ReplyTemplate;
  readonly languages: readonly Lang[];
  readonly columns: Columns;
  /** Languages with something in the way of saving. */
  readonly wrong: ReadonlySet<Lang>;
  readonly onShow: (columns: Columns) => void;
  readonly onDrop: (lang: Lang) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { template, languages, columns, wrong, onShow, onDrop } = props;
  const of = template.blocks.length;
  const nameOf = (lang: Lang) => languageName(lang, uiLang);
  const progress = (lang: Lang): string => {
    const own = template.languages[lang];
    const written = writtenIn(template, lang);
    if (!own || written === 0) return t('editor.language.missing', { language: nameOf(lang) });
    if (written < of) return t('editor.language.partly', { language: nameOf(lang), written, of });
    return t(`editor.language.${own.status.state}`, { language: nameOf(lang) });
  };
  const stateOf = (lang: Lang) => {
    const written = writtenIn(template, lang);
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
                data-wrong={wrong.has(lang) || undefined}
                aria-pressed={isShown}
                aria-label={wrong.has(lang) ? t('editor.language.wrong', { words: progress(lang) }) : progress(lang)}
                title={progress(lang)}
                onClick={() => isShown || choose('right', lang)}
              >
                {wrong.has(lang) && <Icon name="block" />}
                <span aria-hidden="true">{lang}</span>
                <small aria-hidden="true">
                  {stateOf(lang) === 'missing'
                    ? '–'
                    : stateOf(lang) === 'whole'
                      ? '✓'
                      : `${writtenIn(template, lang)}/${of}`}
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
                      {progress(lang)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {template.languages[columns[side]] && Object.keys(template.languages).length > 1 && (
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
}
