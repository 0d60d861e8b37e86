import { useState } from 'react';
import { needScript } from '@/utils/client/sentinel-client';
import type { FieldHealth, PageHealth } from '@/utils/marketplaces/contract';
import { copyDiagnostics, type PageState } from './diagnostics';
import { labelOr } from './labels';
import { Icon, type IconName } from '../ui/icon';
import { useT, type Translate } from '../ui/translate';

const STATE_ICON: Readonly<Record<FieldHealth['state'], IconName>> = { ok: 'check', fallback: 'info', missing: 'warn' };

/** What became of the last button: said in words beside them. */
type Outcome = 'copied' | 'copyFailed' | 'teachFailed';

const stateWords = (t: Translate, { state, candidate, problem }: FieldHealth): string => {
  if (problem === 'disagree' || problem === 'invalid') return t(`page.health.${problem}`);
  // The first way is the usual one and needs no words.
  if (state === 'missing' || !candidate) return t(`page.health.${state}`);
  return t(`page.health.${state}By`, { number: candidate + 1 });
};

/** What of this page could be read, by which way and how fast, and what to do when something is missing. */
export function PageHealthList({ model }: { readonly model: PageState }) {
  const t = useT();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { health, fields, readMs } = model;
  const teach = () => void needScript('teach').then((isThere) => setOutcome(isThere ? null : 'teachFailed'));
  const copy = () => void copyDiagnostics(model).then((isCopied) => setOutcome(isCopied ? 'copied' : 'copyFailed'));
  return (
    <>
      <p className="p-hint">
        {t(`page.health.${health satisfies PageHealth}Why`)}
        {readMs !== undefined && ` ${t('page.health.readIn', { ms: readMs })}`}
      </p>
      <ul className="p-health" aria-label={t('page.health.fields')}>
        {fields.map((field) => (
          <li key={field.field} data-state={field.state}>
            <Icon name={STATE_ICON[field.state]} />
            <span>{labelOr(t, `page.field.${field.field}`, field.field)}</span>
            <span className="p-label">{stateWords(t, field)}</span>
            {field.required && field.state === 'missing' && <b>{t('page.health.needed')}</b>}
          </li>
        ))}
      </ul>
      <div className="p-menu">
        <button type="button" className="p-button" onClick={teach}>
          {t('page.health.teach')}
        </button>
        <button type="button" className="p-button" onClick={copy}>
          {t('page.health.copy')}
        </button>
        <p className="p-label p-outcome" role="status">
          {outcome && t(`page.health.${outcome}`)}
        </p>
      </div>
    </>
  );
}
