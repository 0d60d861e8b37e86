import { useState, type FormEvent } from 'react';
import type { Settings } from '@/utils/app/api';
import { hasDeviceTranslator } from '../content/understand/device-translator';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { myLangs, ownName } from './my-langs';
import { Section } from './section';
import styles from './settings.module.css';

const uiLangs: readonly Settings['uiLang'][] = ['auto', 'en', 'zh-CN'];
const LONGEST_INITIALS = 8;

interface Chosen {
  readonly settings: Settings;
  readonly onSave: (change: Partial<Settings>) => void;
}

/** Language of the interface, language of the agent, and the initials under what the agent writes. */
export function LanguageSection(props: Chosen) {
  const t = useT();
  const { settings, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const initials = typed ?? settings.initials;
  const isChanged = initials.trim() !== settings.initials;

  const saveInitials = (event: FormEvent) => {
    event.preventDefault();
    if (!isChanged) return;
    onSave({ initials: initials.trim() });
    setTyped(null);
  };
  return (
    <Section title={t('settings.you.title')}>
      <LanguageChoices settings={settings} onSave={onSave} />
      {hasDeviceTranslator() && (
        <div>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={settings.translatesHere}
              aria-describedby="translates-here-help"
              onChange={(event) => onSave({ translatesHere: event.currentTarget.checked })}
            />
            {t('settings.you.translatesHere')}
          </label>
          <p id="translates-here-help" className={styles.help}>
            {t('settings.you.translatesHereHelp')}
          </p>
        </div>
      )}
      <form className={styles.line} onSubmit={saveInitials}>
        <Field label={t('settings.you.initials')}>
          {(control) => (
            <input
              {...control}
              dir="auto"
              autoComplete="off"
              maxLength={LONGEST_INITIALS}
              value={initials}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={!isChanged}>
          {t('settings.you.saveInitials')}
        </Button>
      </form>
    </Section>
  );
}

/** The language of the interface, and the one replies are explained in. */
export function LanguageChoices({ settings, onSave }: Chosen) {
  const t = useT();
  return (
    <>
      <Field label={t('settings.you.uiLang')}>
        {(control) => (
          <select
            {...control}
            value={settings.uiLang}
            onChange={(event) => onSave({ uiLang: event.currentTarget.value as Settings['uiLang'] })}
          >
            {uiLangs.map((lang) => (
              <option key={lang} value={lang} lang={lang === 'auto' ? undefined : lang}>
                {t(`settings.uiLang.${lang}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div>
        <Field label={t('settings.you.myLang')}>
          {(control) => (
            <select
              {...control}
              value={settings.myLang}
              aria-describedby="my-lang-help"
              onChange={(event) => onSave({ myLang: event.currentTarget.value })}
            >
              {/* A value from another version stays visible instead of showing as the first of the list. */}
              {[...new Set([...myLangs, settings.myLang])].map((lang) => (
                <option key={lang} value={lang} lang={lang}>
                  {ownName(lang)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p id="my-lang-help" className={styles.help}>
          {t('settings.you.myLangHelp')}
        </p>
      </div>
    </>
  );
}
