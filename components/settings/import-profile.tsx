import { useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ProfilePreview } from '@/utils/app/profiles-api';
import type { ProfileProblem } from '@/utils/domain/profiles/compare';
import type { TaughtPage } from '@/utils/domain/profiles/profile';
import { dayLabel, labelOr } from '../content/labels';
import { marketLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT, type Translate } from '../ui/translate';
import styles from './pages.module.css';

type State =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'problem'; readonly problem: ApiProblem }
  | { readonly kind: 'preview'; readonly preview: ProfilePreview }
  | { readonly kind: 'applied'; readonly version: string };

/** Bytes of a file that is worth opening: a profile with every field is a hundredth of this. */
const LARGEST = 2_000_000;

const reasonWords = (t: Translate, { kind, ...details }: ProfileProblem): string =>
  t(`settings.profiles.problem.${kind}`, details);

/** Imports a page profile from a file: shows what would change, and changes it only when told to. */
export function ImportProfile({ onApplied }: { readonly onApplied: () => void }) {
  const t = useT();
  const { api, uiLang } = useApp();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const input = useRef<HTMLInputElement>(null);

  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST)
      return setState({
        kind: 'problem',
        problem: { kind: 'invalid-profile', why: { kind: 'too-large', limit: LARGEST } },
      });
    setState({ kind: 'busy' });
    try {
      const found = await api.profiles.preview({ text: await file.text() });
      setState(found.ok ? { kind: 'preview', preview: found.value } : { kind: 'problem', problem: found.error });
    } catch {
      // The file was moved or is not ours to read.
      setState({ kind: 'unreadable' });
    }
  };
  const apply = async ({ profile }: ProfilePreview) => {
    setState({ kind: 'busy' });
    const done = await api.profiles.apply({ profile });
    setState(done.ok ? { kind: 'applied', version: profile.version } : { kind: 'problem', problem: done.error });
    if (done.ok) onApplied();
    input.current?.focus();
  };
  return (
    <div className={styles.import}>
      <label className={styles.file}>
        <span>{t('settings.profiles.import')}</span>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          disabled={state.kind === 'busy'}
          onChange={(event) => {
            const field = event.currentTarget;
            void read(field.files?.[0]).then(() => (field.value = ''));
          }}
        />
      </label>
      {state.kind === 'problem' && state.problem.kind === 'invalid-profile' && (
        <Notice tone="block" lead={t('common.problem.invalid-profile.what')}>
          {reasonWords(t, state.problem.why)} {t('common.problem.invalid-profile.kept')}
        </Notice>
      )}
      {state.kind === 'problem' && state.problem.kind !== 'invalid-profile' && <ProblemPanel problem={state.problem} />}
      {state.kind === 'unreadable' && <Notice tone="block">{t('settings.profiles.unreadable')}</Notice>}
      {state.kind === 'preview' && (
        <Preview
          preview={state.preview}
          uiLang={uiLang}
          onApply={() => void apply(state.preview)}
          onCancel={() => {
            setState({ kind: 'idle' });
            input.current?.focus();
          }}
        />
      )}
      <p className={styles.quiet} role="status">
        {state.kind === 'busy' && t('settings.profiles.busy')}
        {state.kind === 'applied' && t('settings.profiles.applied', { version: state.version })}
      </p>
    </div>
  );
}

function Preview(props: {
  readonly preview: ProfilePreview;
  readonly uiLang: string;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { preview, uiLang, onApply, onCancel } = props;
  const { profile, changes } = preview;
  const real = changes.filter(({ change }) => change !== 'same');
  const { taught = [] } = profile;
  const title = t('settings.profiles.previewTitle', {
    market: marketLabel(t, profile.marketplace),
    version: profile.version,
    date: dayLabel(profile.date, uiLang),
  });
  return (
    <section className={styles.preview} aria-label={title}>
      <h3>{title}</h3>
      {real.length > 0 && (
        <table>
          <thead>
            <tr>
              {['field', 'change', 'before', 'after'].map((column) => (
                <th key={column} scope="col">
                  {t(`settings.profiles.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {real.map(({ field, change, before, after }) => (
              <tr key={field}>
                <th scope="row">{labelOr(t, `page.field.${field}`, field)}</th>
                <td>{t(`settings.profiles.${change}`)}</td>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.quiet}>{t('settings.profiles.same', { count: changes.length - real.length })}</p>
      {taught.length > 0 && <TaughtPages pages={taught} />}
      <div className={styles.buttons}>
        <Button look="primary" onClick={onApply}>
          {t('settings.profiles.apply')}
        </Button>
        <Button onClick={onCancel}>{t('settings.profiles.cancel')}</Button>
      </div>
    </section>
  );
}

/** The pages a file brings: they come before everything built in, so each is named with what it would decide. */
function TaughtPages({ pages }: { readonly pages: readonly TaughtPage[] }) {
  const t = useT();
  const title = t('settings.profiles.bringsTaught', { count: pages.length });
  return (
    <>
      <p className={styles.quiet}>
        {title} {t('settings.profiles.taughtFirst')}
      </p>
      <ul className={styles.taught} aria-label={title}>
        {pages.map(({ id, host, path, fields }) => (
          <li key={id}>
            <span className={styles.what}>
              <bdi>
                {host}
                {path}
              </bdi>
              {Object.entries(fields).map(([field, selectors]) => (
                <span key={field}>
                  {labelOr(t, `page.field.${field}`, field)}: <bdi>{selectors.join(', ')}</bdi>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
