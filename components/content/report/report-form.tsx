import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ProblemPrefill, ProblemReport } from '@/utils/app/problem-api';
import { entrySeverities, longestEntry } from '@/utils/domain/worklog/entry';
import { isProblemReason, problemReasons } from '@/utils/domain/worklog/problem';
import { useOwnId } from '../check/own-id';
import { isComposing } from '../keys';
import { intentLabel } from '../labels';
import type { AssistantActions } from '../model';
import { ProblemText } from '../problem-text';
import { useT, type Translate } from '../../ui/translate';

type Actions = Pick<AssistantActions, 'problemPrefill' | 'reportProblem' | 'showReport'>;

/** Where the report stands. */
type Phase =
  | { readonly kind: 'typing' | 'saving' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  | { readonly kind: 'done'; readonly today: number };

const failed = (problem: ApiProblem): Phase => ({ kind: 'failed', problem });

/** "3rd today", in the ordinals of the language. */
const nth = (t: Translate, count: number, uiLang: string): string =>
  t(`page.report.nth.${new Intl.PluralRules(uiLang, { type: 'ordinal' }).select(count)}`, { number: count });

/**
 * Reports a problem of a product to the desk: Enter writes it down as it is filled in, or counts up what was reported
 * today. The caret is in a line that may stay empty.
 */
export function ReportForm({ uiLang, actions }: { readonly uiLang: string; readonly actions: Actions }) {
  const t = useT();
  const { problemPrefill, reportProblem, showReport } = actions;
  const [prefill, setPrefill] = useState<ProblemPrefill | null>(null);
  const [unread, setUnread] = useState<ApiProblem | null>(null);
  const [phase, setPhase] = useState<Phase>({ kind: 'typing' });
  const [chosen, setChosen] = useState<Partial<ProblemReport>>({});
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  /** Enter came before what the form is filled with: it is meant all the same. */
  const isAwaited = useRef(false);

  const read = useCallback(() => {
    setUnread(null);
    void problemPrefill({}).then((found) => (found.ok ? setPrefill(found.value) : setUnread(found.error)));
  }, [problemPrefill]);
  useEffect(() => {
    field.current?.focus();
    read();
  }, [read]);

  const save = async () => {
    if (phase.kind === 'saving') return;
    if (!prefill) {
      isAwaited.current = true;
      return;
    }
    setPhase({ kind: 'saving' });
    const kept = await reportProblem({ severity: prefill.severity, ...chosen, text });
    setPhase(kept.ok ? { kind: 'done', today: kept.value.today } : failed(kept.error));
  };
  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    if (!prefill || !isAwaited.current) return;
    isAwaited.current = false;
    void saveNow.current();
  }, [prefill]);
  useEffect(() => {
    if (phase.kind === 'done') back.current?.focus();
    if (phase.kind === 'failed') field.current?.focus();
  }, [phase]);

  const change = (part: Partial<ProblemReport>) => setChosen((now) => ({ ...now, ...part }));
  // The Enter that ends a composition must not send; some browsers deliver it as an ordinary key.
  const keys = {
    onKeyDown: (event: KeyboardEvent) => void (event.key === 'Enter' && isComposing(event) && event.preventDefault()),
  };
  if (unread) return <ProblemText problem={unread} onRetry={read} />;
  if (phase.kind === 'done')
    return (
      <div className="p-form" role="group" aria-label={t('page.report.title')}>
        <p className="p-form-title" role="status">
          {t('page.report.done', { nth: nth(t, phase.today, uiLang) })}
        </p>
        <p className="p-foot">
          <button ref={back} type="button" className="p-primary" onClick={() => showReport?.(false)}>
            {t('page.report.back')}
          </button>
        </p>
      </div>
    );
  return (
    <form
      className="p-form p-report"
      aria-label={t('page.report.title')}
      aria-busy={prefill === null || undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      {...keys}
    >
      {prefill && prefill.products.length === 1 && (
        <p className="p-form-title" dir="auto" data-product>
          {prefill.products[0]}
        </p>
      )}
      <div className="p-fields">
        <Labelled label={t('page.report.text')}>
          {(id) => (
            <input
              ref={field}
              id={id}
              dir="auto"
              autoComplete="off"
              maxLength={longestEntry.text}
              placeholder={t('page.report.optional')}
              aria-invalid={phase.kind === 'failed' || undefined}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Labelled>
        {prefill && prefill.products.length > 1 && (
          <Choice
            label={t('page.report.product')}
            value={String(chosen.product ?? 0)}
            options={prefill.products.map((name, index) => [String(index), name])}
            onChoose={(value) => change({ product: Number(value) })}
          />
        )}
        <Choice
          label={t('page.report.reason')}
          value={chosen.reason ?? prefill?.reason ?? ''}
          options={[['', t('page.report.noReason')], ...problemReasons.map((id) => [id, intentLabel(t, id)] as const)]}
          onChoose={(value) => change({ reason: isProblemReason(value) ? value : '' })}
        />
        <Choice
          label={t('page.report.severity')}
          value={chosen.severity ?? prefill?.severity ?? 'normal'}
          options={entrySeverities.map((one) => [one, t(`page.report.${one}`)])}
          onChoose={(value) => change({ severity: entrySeverities.find((one) => one === value) ?? 'normal' })}
        />
      </div>
      {phase.kind === 'failed' && <Failure problem={phase.problem} />}
      <div className="p-foot">
        <p className="p-status">{prefill && prefill.today > 0 && t('page.report.before', { count: prefill.today })}</p>
        <p className="p-label">{t('page.report.help')}</p>
        <button type="submit" className="p-primary" disabled={phase.kind === 'saving'}>
          {t('page.report.save')}
        </button>
      </div>
    </form>
  );
}

function Failure({ problem }: { readonly problem: ApiProblem }) {
  const t = useT();
  const why = problem.kind === 'invalid' ? (problem.why ?? 'empty') : 'failed';
  return (
    <p className="p-label" role="alert">
      {t(`page.report.problem.${why}`)}
    </p>
  );
}

function Labelled(props: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useOwnId();
  return (
    <div className="p-field">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Labelled label={props.label}>
      {(id) => (
        <select id={id} value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          {props.options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
