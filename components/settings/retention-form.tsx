import { useState, type FormEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { Retention } from '@/utils/app/retention-api';
import { identityDaysOn, lawfulAmazonDays } from '@/utils/domain/customers/retention';
import type { MarketId } from '@/utils/domain/ids';
import { marketLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import styles from './settings.module.css';

const AMAZON = 'amazon';

/** What stands in the fields: figures as they are typed, an empty one keeps. */
interface Typed {
  readonly contactMonths: string;
  readonly evaluationMonths: string;
  readonly days: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly notRecorded: readonly MarketId[];
}

const shown = (count: number | null): string => (count === null ? '' : String(count));
const read = (text: string): number | null => (text.trim() === '' ? null : Number(text));

const typedOf = (retention: Retention, markets: readonly MarketId[]): Typed => ({
  contactMonths: shown(retention.contactMonths),
  evaluationMonths: shown(retention.evaluationMonths),
  days: Object.fromEntries(markets.map((market) => [market, shown(identityDaysOn(retention, market))])),
  reason: retention.reason ?? '',
  notRecorded: retention.notRecorded,
});

/** The limits as figures, and why names are kept longer where the marketplace asks for a reason. */
export function RetentionForm(props: { readonly retention: Retention; readonly onSaved: () => Promise<void> }) {
  const t = useT();
  const { api, markets } = useApp();
  const [typed, setTyped] = useState(() => typedOf(props.retention, markets));
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const change = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }));
  const amazonDays = read(typed.days[AMAZON] ?? '');
  const needsReason =
    markets.some((market) => market === AMAZON) && (amazonDays === null || amazonDays > lawfulAmazonDays);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const days = Object.entries(typed.days).map(([market, text]) => [market, read(text)] as const);
    const saved = await api.retention.write({
      contactMonths: read(typed.contactMonths),
      evaluationMonths: read(typed.evaluationMonths),
      identityDays: Object.fromEntries(days),
      reason: needsReason ? typed.reason : '',
      notRecorded: typed.notRecorded,
    });
    setFailed(saved.ok ? null : saved.error);
    if (saved.ok) await props.onSaved();
  };
  const record = (market: MarketId, isOn: boolean) =>
    change({
      notRecorded: isOn ? typed.notRecorded.filter((one) => one !== market) : [...typed.notRecorded, market],
    });
  const figure = (label: string, value: string, set: (text: string) => void, most: number) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          step={1}
          placeholder={t('settings.retention.forever')}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    <form
      className={styles.profile}
      aria-label={t('settings.retention.title')}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      {figure(t('settings.retention.contacts'), typed.contactMonths, (text) => change({ contactMonths: text }), 120)}
      {figure(
        t('settings.retention.evaluations'),
        typed.evaluationMonths,
        (text) => change({ evaluationMonths: text }),
        120,
      )}
      {markets.map((market) => (
        <fieldset key={market}>
          <legend>{marketLabel(t, market)}</legend>
          {figure(
            t(market === AMAZON ? 'settings.retention.daysAfterDelivery' : 'settings.retention.daysAfterSeen', {
              market: marketLabel(t, market),
            }),
            typed.days[market] ?? '',
            (text) => change({ days: { ...typed.days, [market]: text } }),
            3_650,
          )}
          {market === AMAZON && needsReason && (
            <Field label={t('settings.retention.reason')}>
              {(control) => (
                <input
                  {...control}
                  dir="auto"
                  required
                  maxLength={300}
                  value={typed.reason}
                  onChange={(event) => change({ reason: event.currentTarget.value })}
                />
              )}
            </Field>
          )}
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={!typed.notRecorded.includes(market)}
              onChange={(event) => record(market, event.currentTarget.checked)}
            />
            {t('settings.retention.record', { market: marketLabel(t, market) })}
          </label>
        </fieldset>
      ))}
      <p className={styles.help}>{t('settings.retention.empty')}</p>
      {failed && <Wrong problem={failed} />}
      <div>
        <Button type="submit">{t('settings.retention.save')}</Button>
      </div>
    </form>
  );
}

function Wrong({ problem }: { readonly problem: ApiProblem }) {
  const t = useT();
  if (problem.kind !== 'invalid') return <ProblemPanel problem={problem} />;
  return (
    <Notice tone="block">
      {t(problem.field === 'reason' ? 'settings.retention.needsReason' : 'settings.retention.wrongFigure')}
    </Notice>
  );
}
