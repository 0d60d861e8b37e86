import { useEffect, useRef, useState } from 'react';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import { convertQuery } from '@/utils/domain/convert/find-conversions';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { ConversionCard } from './conversion-card';
import styles from './converter-panel.module.css';
import { queryLang } from './query-lang';

/** Languages with whole sentences; any other gets a neutral line. */
const REPLY_LANGS = ['en', 'de', 'es', 'zh'] as const;
const NEUTRAL = 'und';

const AUDIENCES: readonly Audience[] = ['women', 'men', 'kids'];

const EXAMPLES = ['UK 5.5 women', 'размер 42', '23.5 cm', '220V to Japan', 'Brazil'];

/** What the person chose last; kept so that the next query starts the same. */
export interface ConverterChoice {
  readonly audience: Audience | null;
  readonly replyLang: string;
}

/** One input that understands sizes and mains questions, and its answers. */
export function ConverterPanel(props: {
  readonly choice: ConverterChoice;
  readonly onChoice: (choice: ConverterChoice) => void;
  readonly onCopy: (text: string) => void;
  /** Absent where there is no message to insert into. */
  readonly onInsert?: (text: string) => void;
}) {
  const t = useT();
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // The panel is opened to type into it.
  useEffect(() => input.current?.focus(), []);
  const { choice, onChoice, onCopy, onInsert } = props;
  const { audience, replyLang } = choice;
  const typed = query.trim();
  const found =
    typed === ''
      ? []
      : convertQuery(
          typed,
          {
            lang: queryLang(typed, replyLang === NEUTRAL ? 'en' : replyLang),
            replyLang,
            ...(audience ? { audience } : {}),
          },
          conversionTables,
        );
  return (
    <div className={styles.panel}>
      <Field label={t('convert.input.label')}>
        {(control) => (
          <input
            {...control}
            ref={input}
            type="text"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={400}
            placeholder={t('convert.input.placeholder')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className={styles.choices}>
        <Field label={t('convert.input.audience')}>
          {(control) => (
            <select
              {...control}
              value={audience ?? ''}
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
        <Field label={t('convert.input.replyLang')}>
          {(control) => (
            <select
              {...control}
              value={replyLang}
              onChange={(event) => onChoice({ ...choice, replyLang: event.currentTarget.value })}
            >
              {REPLY_LANGS.map((lang) => (
                <option key={lang} value={lang} lang={lang}>
                  {new Intl.DisplayNames([lang], { type: 'language' }).of(lang)}
                </option>
              ))}
              <option value={NEUTRAL}>{t('convert.input.neutral')}</option>
            </select>
          )}
        </Field>
      </div>
      {typed === '' && (
        <div className={styles.empty}>
          <p>{t('convert.empty.try')}</p>
          <div className={styles.examples}>
            {EXAMPLES.map((example) => (
              <button key={example} type="button" className={styles.example} onClick={() => setQuery(example)}>
                <bdi>{example}</bdi>
              </button>
            ))}
          </div>
        </div>
      )}
      {typed !== '' && found.length === 0 && <p className={styles.empty}>{t('convert.empty.nothing')}</p>}
      <ul className={styles.results} aria-label={t('convert.result.list')} hidden={found.length === 0}>
        {found.map((conversion) => (
          <li
            key={`${conversion.start} ${conversion.heard} ${conversion.audience ?? ''} ${conversion.lines[0]?.value ?? ''}`}
            className={styles.result}
          >
            <ConversionCard
              conversion={conversion}
              replyLang={replyLang}
              onCopy={onCopy}
              {...(onInsert ? { onInsert } : {})}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
