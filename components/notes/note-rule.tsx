import { useState } from 'react';
import type { NoteAdvice } from '@/utils/app/note-api';
import { dayLabel } from '../content/labels';
import { severityIcon } from '../content/severity';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';
import { VisuallyHidden } from '../ui/visually-hidden';

/**
 * One rule about notes as a short line: how grave, what, what to write instead, and on request why. Its classes are styled
 * by whoever brings the style sheet: it stands in the seller page and in the extension's own pages.
 */
export function NoteRule(props: {
  readonly advice: NoteAdvice;
  readonly uiLang: string;
  /** The words of the note it is about. */
  readonly excerpts?: readonly string[];
}) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const { advice, uiLang, excerpts = [] } = props;
  const { title, why, alternative, sources } = advice.words;
  return (
    <>
      <p className="p-note-rule" data-severity={advice.severity}>
        <Icon name={severityIcon(advice.severity)} />
        <VisuallyHidden>{t(`notes.check.severity.${advice.severity}`)}</VisuallyHidden>
        <b>{title}</b>
        {excerpts.map((words) => (
          <q key={words} dir="auto">
            {words}
          </q>
        ))}
        <span>{alternative}</span>
        <button
          type="button"
          className="p-quiet"
          aria-expanded={isOpen}
          aria-label={t('notes.check.whyOf', { title })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('notes.check.why')}
        </button>
      </p>
      {isOpen && (
        <p className="p-note-why">
          <span>{why}</span>
          {sources.map((source) => (
            <span key={source.key} className="p-label">
              {t(`notes.check.source.${source.confidence}`, {
                title: source.title,
                date: dayLabel(source.readOn, uiLang),
              })}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
