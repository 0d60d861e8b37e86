import { useState } from 'react';
import type { BuyerView } from '@/utils/app/buyers-api';
import { dayLabel } from '../content/labels';
import { useT } from '../ui/translate';
import { historyOf } from './history';

/** Lines shown until somebody asks for all. */
const FIRST = 5;

/**
 * Orders, evaluations, returns and claims of a buyer, newest first; nothing while there is none. Its classes are styled by
 * whoever brings the style sheet: it stands in the seller page and in the extension's own pages.
 */
export function BuyerHistory({ view, uiLang }: { readonly view: BuyerView; readonly uiLang: string }) {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const lines = historyOf(view, { t, uiLang, now: new Date() });
  if (lines.length === 0) return null;
  const shown = isWhole ? lines : lines.slice(0, FIRST);
  return (
    <section className="p-history" aria-label={t('notes.history.title')}>
      <h3>{t('notes.history.title')}</h3>
      <ul>
        {shown.map(({ key, day, title, parts }) => (
          <li key={key}>
            {day === '' ? (
              <span className="p-label">{t('notes.history.noDay')}</span>
            ) : (
              <time className="p-label" dateTime={day}>
                {dayLabel(day, uiLang)}
              </time>
            )}
            <p>
              <b>{title}</b>
              {parts.map(({ text, tone, from }, at) => (
                // Two items of an order may have one title; the parts of a line never change places.
                <span key={`${at} ${text}`} data-tone={tone} data-from={from}>
                  {from ? <bdi>{text}</bdi> : text}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {lines.length > FIRST && (
        <button type="button" className="p-quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('notes.history.less') : t('notes.history.all', { count: lines.length })}
        </button>
      )}
    </section>
  );
}
