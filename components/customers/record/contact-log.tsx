import { intentLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { useT } from '../../ui/translate';
import { languageLabel, momentLabel } from '../labels';
import styles from './facts.module.css';
import { useRecord } from './record-state';

/** Lines shown before the rest is unfolded. */
const FIRST = 5;

/** The messages that were sent to the buyer: what about, when, in which language; their words are not kept. */
export function ContactLog() {
  const t = useT();
  const { uiLang } = useApp();
  const { contacts } = useRecord().view;
  if (contacts.length === 0) return null;
  const line = ({ id, kind, at, lang }: (typeof contacts)[number]) => (
    <li key={id}>
      <time className={styles.quiet} dateTime={at}>
        {momentLabel(at, uiLang)}
      </time>{' '}
      {intentLabel(t, kind)} {lang && <span className={styles.quiet}>{languageLabel(lang, uiLang)}</span>}
    </li>
  );
  return (
    <section className={styles.part} aria-label={t('buyers.contacts.title')}>
      <h3 className={styles.title}>{t('buyers.contacts.title')}</h3>
      <ul className={styles.lines}>{contacts.slice(0, FIRST).map(line)}</ul>
      {contacts.length > FIRST && (
        <details>
          <summary>{t('buyers.contacts.more', { count: contacts.length - FIRST })}</summary>
          <ul className={styles.lines}>{contacts.slice(FIRST).map(line)}</ul>
        </details>
      )}
      <p className={styles.quiet}>{t('buyers.contacts.noText')}</p>
    </section>
  );
}
