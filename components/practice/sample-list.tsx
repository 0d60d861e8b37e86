import { useState, type KeyboardEvent } from 'react';
import type { PracticeSample } from '@/utils/domain/practice/sample';
import { intentLabel, languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { hrefOfSample } from '../dashboard/route';
import { SelectOne } from '../ui/select-one';
import { useT } from '../ui/translate';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './sample-list.module.css';
import type { InboxState } from './use-inbox';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down go from conversation to conversation, Home and End to the first and the last. */
function moveFocus(event: KeyboardEvent<HTMLAnchorElement>): void {
  const links = [...(event.currentTarget.closest('ul')?.querySelectorAll('a') ?? [])];
  const at = links.indexOf(event.currentTarget);
  const step = STEPS[event.key];
  const ends: Readonly<Record<string, number>> = { Home: 0, End: links.length - 1 };
  const next = step === undefined ? ends[event.key] : at + step;
  if (next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}

/** Who has written: unread ones with a dot, each with marketplace, language and what it is about. */
export function SampleList(props: {
  readonly samples: readonly PracticeSample[];
  readonly open: string;
  readonly state: InboxState;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { samples, open, state } = props;
  const [lang, setLang] = useState('');
  const langs = [...new Set(samples.map((sample) => sample.lang))]
    .map((value) => [value, languageName(value, uiLang)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, uiLang));
  const shown = samples.filter((sample) => lang === '' || sample.lang === lang);
  return (
    <nav className={styles.list} aria-label={t('practice.list.label')}>
      <SelectOne
        label={t('practice.list.language')}
        value={lang}
        all={t('practice.list.all')}
        options={langs}
        onChange={setLang}
      />
      <ul>
        {shown.map((sample) => {
          const isUnread = !state.seen.includes(sample.id);
          return (
            <li key={sample.id}>
              <a
                href={hrefOfSample(sample.id)}
                aria-current={sample.id === open ? 'true' : undefined}
                onKeyDown={moveFocus}
              >
                <span className={styles.name}>
                  {isUnread && <span className={styles.dot} aria-hidden="true" />}
                  <bdi lang={sample.lang}>{sample.name}</bdi>
                  {isUnread && <VisuallyHidden>, {t('practice.list.unread')}</VisuallyHidden>}
                </span>
                <span className={styles.about}>{intentLabel(t, sample.intent)}</span>
                <span className={styles.from}>
                  {t(`common.market.${sample.market}`)} · {languageName(sample.lang, uiLang)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
