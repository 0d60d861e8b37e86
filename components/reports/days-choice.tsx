import { useState } from 'react';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { isUsable, LONGEST_RANGE, rangeOf, spans, type DayRange } from './report-days';

const OWN = 'own';

/** Which days a report is about: some up to today, or any others. What can't be reported is said and not asked for. */
export function DaysChoice(props: {
  readonly range: DayRange;
  readonly today: string;
  readonly onRange: (range: DayRange) => void;
}) {
  const { range, today, onRange } = props;
  const t = useT();
  const [chosen, setChosen] = useState('7');
  const [typed, setTyped] = useState(range);
  const choose = (value: string) => {
    setChosen(value);
    const span = spans.find((one) => String(one) === value);
    if (span) onRange(rangeOf(span, today));
    else setTyped(range);
  };
  const type = (change: Partial<DayRange>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    if (isUsable(next)) onRange(next);
  };
  return (
    <>
      <Field label={t('reports.span')}>
        {(control) => (
          <select {...control} value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {spans.map((days) => (
              <option key={days} value={days}>
                {t('reports.days.last', { count: days })}
              </option>
            ))}
            <option value={OWN}>{t('reports.days.own')}</option>
          </select>
        )}
      </Field>
      {chosen === OWN && (
        <>
          <Field label={t('reports.days.from')}>
            {(control) => (
              <input
                {...control}
                type="date"
                max={typed.to}
                value={typed.from}
                onChange={({ currentTarget }) => type({ from: currentTarget.value })}
              />
            )}
          </Field>
          <Field label={t('reports.days.to')}>
            {(control) => (
              <input
                {...control}
                type="date"
                min={typed.from}
                value={typed.to}
                onChange={({ currentTarget }) => type({ to: currentTarget.value })}
              />
            )}
          </Field>
          {!isUsable(typed) && <p role="alert">{t('reports.days.wrong', { count: LONGEST_RANGE })}</p>}
        </>
      )}
    </>
  );
}
