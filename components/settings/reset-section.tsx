import { useCallback, useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { KeptRows } from '@/utils/app/receipt-api';
import { onEscape } from '../content/keys';
import { labelOr, listLabel } from '../content/labels';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { hrefOfPage } from '../dashboard/route';
import { useReading } from '../dashboard/use-reading';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { saveEverything } from './save-everything';
import { Section } from './section';
import styles from './settings.module.css';

/** Tables people know by name; the others are worked out from these. */
const KNOWN = ['buyers', 'notes', 'orders', 'shops', 'templates', 'products', 'entries', 'rules', 'drafts'];

const never = (): boolean => false;

/** Empties Parley, after showing what goes and a word that has to be typed. */
export function ResetSection() {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current) box.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <Section title={t('settings.reset.title')}>
      <p className={styles.help}>{t('settings.reset.help')}</p>
      <div ref={box}>
        {isOpen ? (
          <ResetForm look="full" onCancel={() => setOpen(false)} />
        ) : (
          <Button onClick={() => setOpen(true)}>{t('settings.reset.begin')}</Button>
        )}
      </div>
    </Section>
  );
}

/** The form that empties Parley; where the records are locked, they can be neither counted nor saved before. */
export function ResetForm(props: { readonly look: 'full' | 'locked'; readonly onCancel: () => void }) {
  const { look, onCancel } = props;
  const t = useT();
  const app = useApp();
  const { api } = app;
  const kept = useReading(
    useCallback(() => api.receipt.kept(), [api]),
    never,
  );
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const word = t('settings.reset.word');
  const isSure = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  const save = async () => {
    const saved = await saveEverything(app);
    setProblem(saved.ok ? null : saved.error);
    setSaid(saved.ok ? t('settings.reset.saved', { file: saved.value.file }) : '');
  };
  const reset = async (event: FormEvent) => {
    event.preventDefault();
    if (!isSure || isBusy) return;
    setBusy(true);
    const done = await api.reset.everything();
    setBusy(false);
    if (!done.ok) return setProblem(done.error);
    window.location.hash = hrefOfPage('welcome');
  };
  const keys = { onKeyDown: (event: KeyboardEvent) => onEscape(event, onCancel) };
  return (
    <form
      ref={form}
      className={styles.reset}
      aria-label={t('settings.reset.form')}
      onSubmit={(event) => void reset(event)}
      {...keys}
    >
      {kept.value && <p>{goesWords(kept.value, app.uiLang, t)}</p>}
      <p className={styles.help}>{t('settings.reset.stays')}</p>
      {look === 'full' && (
        <div>
          <Button disabled={isBusy} onClick={() => void save()}>
            {t('settings.reset.save')}
          </Button>
        </div>
      )}
      {problem && <ProblemPanel problem={problem} />}
      <p className={styles.saved} role="status">
        {isBusy ? t('settings.reset.busy') : said}
      </p>
      <Field label={t('settings.reset.type', { word })}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className={styles.ask}>
        <Button type="submit" className={styles.danger ?? ''} disabled={!isSure || isBusy}>
          {t('settings.reset.do')}
        </Button>
        <Button disabled={isBusy} onClick={onCancel}>
          {t('settings.reset.cancel')}
        </Button>
      </div>
    </form>
  );
}

function goesWords(kept: readonly KeptRows[], uiLang: string, t: ReturnType<typeof useT>): string {
  const lines = KNOWN.flatMap((name) => {
    const rows = kept.find(({ table }) => table === name)?.rows ?? 0;
    const table = labelOr(t, `receipt.table.${name}`, name);
    return rows === 0 ? [] : [t('settings.reset.line', { table, rows: numberLabel(rows, uiLang) })];
  });
  return lines.length === 0
    ? t('settings.reset.goesNothing')
    : t('settings.reset.goes', { what: listLabel(lines, uiLang) });
}
