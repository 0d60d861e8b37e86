import { useCallback, useState, type FormEvent } from 'react';
import type { Lang } from '@/utils/domain/ids';
import { languageName } from '../content/labels';
import { onEscape } from '../content/keys';
import { useApp } from '../dashboard/app-context';
import { hrefOfPage } from '../dashboard/route';
import { isAboutSettings, useReading } from '../dashboard/use-reading';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import type { TemplateEntry } from './template-entries';
import styles from './templates.module.css';
import type { DeskState } from './use-template-desk';

/** Languages of these replies, with the number of replies nobody has read in them. */
const languagesOf = (selected: readonly TemplateEntry[]): ReadonlyMap<Lang, number> => {
  const unread = new Map<Lang, number>();
  for (const { listed } of selected)
    for (const [lang, { status }] of Object.entries(listed.template.languages))
      unread.set(lang, (unread.get(lang) ?? 0) + (status.state === 'reviewed' ? 0 : 1));
  return unread;
};

/** Signs languages of the selected replies as read by this agent, or takes signatures back. */
export function SignForm(props: {
  readonly state: DeskState;
  readonly selected: readonly TemplateEntry[];
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { state, selected, onDone, onCancel } = props;
  const settings = useReading(
    useCallback(() => api.settings.read(), [api]),
    isAboutSettings,
  );
  const [chosen, setChosen] = useState<ReadonlySet<Lang>>(new Set());
  const initials = settings.value?.initials.trim();
  const { compare } = new Intl.Collator(uiLang);
  const unread = languagesOf(selected);
  const choices = [...unread]
    .map(([lang, count]) => ({ lang, count, name: languageName(lang, uiLang) }))
    .sort((a, b) => compare(a.name, b.name));
  const langs = [...unread.keys()].filter((lang) => chosen.has(lang));
  const ids = selected.map(({ id }) => id);
  const toggle = (lang: Lang) =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(lang)) next.add(lang);
      return next;
    });
  const sign = async (on: boolean) => {
    if (!(await state.run(state.api.review({ ids, langs, on })))) return;
    onDone(t(`templates.sign.${on ? 'done' : 'undone'}`, { count: ids.length }));
  };
  return (
    // The key handler only closes; the controls inside are what a person works with.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.panel}
      data-panel
      aria-label={t('templates.bulk.sign')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void sign(true);
      }}
      onKeyDown={(event) => onEscape(event, onCancel)}
    >
      <fieldset className={styles.langsChoice}>
        <legend>{t('templates.sign.which')}</legend>
        {choices.map(({ lang, count, name }) => (
          <label key={lang} className={styles.check}>
            <input type="checkbox" checked={chosen.has(lang)} onChange={() => toggle(lang)} />
            {t('templates.sign.lang', { lang: name, count })}
          </label>
        ))}
      </fieldset>
      {initials === '' ? (
        <p className={styles.note}>
          {t('templates.sign.noInitials')} <a href={hrefOfPage('settings')}>{t('templates.sign.setInitials')}</a>
        </p>
      ) : (
        <p className={styles.note}>{t('templates.sign.as', { initials: initials ?? '' })}</p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={!initials || langs.length === 0}>
          {t('templates.sign.sign')}
        </Button>
        <Button disabled={langs.length === 0} onClick={() => void sign(false)}>
          {t('templates.sign.takeBack')}
        </Button>
        <Button onClick={onCancel}>{t('templates.cancel')}</Button>
      </div>
    </form>
  );
}
