import { useState } from 'react';
import type { BuyerView } from '@/utils/app/buyers-api';
import { isClock } from '@/utils/domain/follow-ups/clock-kinds';
import { useT } from '../../ui/translate';
import { dayLabel, labelOr, momentLabel } from '../labels';
import type { AssistantActions } from '../model';

/** Promises that are not kept yet and what there is to look at, each with the one thing to say of it. */
export function DueLines(props: {
  readonly view: BuyerView;
  readonly uiLang: string;
  readonly onDone: AssistantActions['changeRecord'];
}) {
  const t = useT();
  const { view, uiLang, onDone } = props;
  const [asked, setAsked] = useState('');
  const promises = view.promises.filter(({ done }) => done === 0);
  const told = new Set(promises.map(({ id }) => id));
  const followUps = view.followUps.filter(({ done, about }) => done === 0 && !told.has(about ?? ''));
  const now = new Date().toISOString();
  const lines = [
    ...promises.map(({ id, what, dueOn }) => ({
      id,
      call: 'promiseKept' as const,
      what: t('notes.due.promise', { what: t(`notes.promise.${what}`) }),
      when: t('notes.due.until', { when: dayLabel(dueOn, uiLang) }),
    })),
    ...followUps.map(({ id, kind, dueAt }) => ({
      id,
      call: 'followUpDone' as const,
      what: labelOr(t, `follow-ups.${kind}.name`, kind),
      when: t(`notes.due.${isClock(kind) ? 'until' : dueAt < now ? 'since' : 'from'}`, {
        when: momentLabel(dueAt, uiLang),
      }),
    })),
  ];
  if (lines.length === 0) return null;
  const finish = async (id: string, call: 'promiseKept' | 'followUpDone') => {
    setAsked(id);
    await onDone(call, { id });
    setAsked('');
  };
  return (
    <ul className="p-due" aria-label={t('notes.due.title')}>
      {lines.map(({ id, call, what, when }) => (
        <li key={id}>
          <span>
            <b>{what}</b> <span className="p-label">{when}</span>
          </span>
          <button
            type="button"
            className="p-button"
            disabled={asked === id}
            aria-label={t('notes.due.doneOf', { what })}
            onClick={() => void finish(id, call)}
          >
            {t('notes.due.done')}
          </button>
        </li>
      ))}
    </ul>
  );
}
