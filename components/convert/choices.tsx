import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { NEUTRAL, type ConverterChoice } from './converter-choice';

/** Languages with whole sentences; any other gets a neutral line. */
export const answerLangs = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ru',
  'tr',
  'zh',
] as const;

const AUDIENCES: readonly Audience[] = ['women', 'men', 'kids', 'unisex'];

/** A language in its own words: people look for what they can read. */
const ownName = (lang: string): string => {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
};

const languages = answerLangs.map((lang) => ({ lang, name: ownName(lang) }));

interface ChoiceProps {
  readonly choice: ConverterChoice;
  readonly onChoice: (choice: ConverterChoice) => void;
}

/** Whom products are made for, unless the query says it. */
export function AudienceChoice({ choice, onChoice }: ChoiceProps) {
  const t = useT();
  return (
    <Field label={t('convert.input.audience')}>
      {(control) => (
        <select
          {...control}
          value={choice.audience ?? ''}
          onChange={(event) =>
            onChoice({ ...choice, audience: (event.currentTarget.value || null) as Audience | null })
          }
        >
          <option value="">{t('convert.audience.any')}</option>
          {AUDIENCES.map((name) => (
            <option key={name} value={name}>
              {t(`convert.audience.${name}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The language of the answer that is copied or inserted. */
export function LangChoice({ choice, onChoice }: ChoiceProps) {
  const t = useT();
  return (
    <Field label={t('convert.input.replyLang')}>
      {(control) => (
        <select
          {...control}
          value={choice.replyLang}
          onChange={(event) => onChoice({ ...choice, replyLang: event.currentTarget.value })}
        >
          {languages.map(({ lang, name }) => (
            <option key={lang} value={lang} lang={lang}>
              {name}
            </option>
          ))}
          <option value={NEUTRAL}>{t('convert.input.neutral')}</option>
        </select>
      )}
    </Field>
  );
}
