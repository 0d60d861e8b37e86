import { useRef, useState } from 'react';
import type { BenchChoice } from '@/utils/domain/compliance/desk/bench';
import type { LibraryEntry, LibraryProblem } from '@/utils/domain/compliance/desk/library';
import { brandAs } from '@/utils/domain/ids';
import { languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { BenchResults } from './bench-results';
import { readLibrary, readLibraryFile } from './library-file';
import { placeLabel } from './place-label';
import styles from './rules.module.css';
import { useBench } from './use-bench';
import type { DeskState } from './use-desk';

interface ChosenFile {
  readonly name: string;
  readonly entries: readonly LibraryEntry[];
}

/** A place to test a whole library of templates with the rules of this desk. */
export function Bench({ state }: { readonly state: DeskState }) {
  const t = useT();
  const { uiLang, markets } = useApp();
  const { listed } = state;
  const bench = useBench();
  const [text, setText] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [refused, setRefused] = useState<LibraryProblem | null>(null);
  const [isOver, setOver] = useState(false);
  const [choice, setChoice] = useState<BenchChoice>({
    marketplace: markets[0] ?? 'any',
    direction: 'reply',
    lang: null,
    allowsPlaceholders: true,
  });
  const runButton = useRef<HTMLButtonElement>(null);
  const isBusy = bench.state.kind === 'working';
  const change = (part: Partial<BenchChoice>) => setChoice((now) => ({ ...now, ...part }));

  const choose = async (chosen: File) => {
    const read = await readLibraryFile(chosen, uiLang);
    bench.clear();
    setRefused(read.ok ? null : read.error);
    setFile(read.ok ? { name: chosen.name, entries: read.value } : null);
    if (read.ok) runButton.current?.focus();
  };
  const run = async () => {
    const read = file ? null : await readLibrary(text, '');
    if (read && !read.ok) {
      bench.clear();
      return setRefused(read.error);
    }
    setRefused(null);
    await bench.run(file?.entries ?? (read?.ok ? read.value : []), choice);
  };
  const marketOf = (id: string): BenchChoice['marketplace'] => (id === 'any' ? 'any' : brandAs<'MarketId'>(id));
  return (
    <div className={styles.bench}>
      <p className={styles.lead}>{t('rules.bench.help')}</p>
      {!file && (
        <Field label={t('rules.bench.paste')}>
          {(control) => (
            <textarea
              {...control}
              rows={7}
              dir="auto"
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [dropped] = event.dataTransfer.files;
          if (dropped) void choose(dropped);
        }}
      >
        <label className={styles.file}>
          <span>{t('rules.bench.choose')}</span>
          <input
            type="file"
            accept=".csv,.tsv,.json,.txt,text/csv,text/plain,application/json"
            onChange={(event) => {
              const field = event.currentTarget;
              const [chosen] = field.files ?? [];
              // Emptied, so that the same file can be chosen again.
              if (chosen) void choose(chosen).then(() => (field.value = ''));
            }}
          />
        </label>
        {file ? (
          <>
            <bdi>{t('rules.bench.file', { file: file.name, count: file.entries.length })}</bdi>
            <Button onClick={() => setFile(null)}>{t('rules.bench.forget')}</Button>
          </>
        ) : (
          t('rules.bench.drop')
        )}
      </div>
      <div className={styles.choices}>
        <Field label={t('rules.bench.market')}>
          {(control) => (
            <select
              {...control}
              value={choice.marketplace}
              onChange={(event) => change({ marketplace: marketOf(event.currentTarget.value) })}
            >
              {[...markets, 'any'].map((market) => (
                <option key={market} value={market}>
                  {placeLabel(t, market)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('rules.bench.direction')}>
          {(control) => (
            <select
              {...control}
              value={choice.direction}
              onChange={(event) => change({ direction: event.currentTarget.value === 'reply' ? 'reply' : 'proactive' })}
            >
              <option value="reply">{t('rules.bench.reply')}</option>
              <option value="proactive">{t('rules.bench.proactive')}</option>
            </select>
          )}
        </Field>
        <Field label={t('rules.bench.lang')}>
          {(control) => (
            <select
              {...control}
              value={choice.lang ?? ''}
              onChange={(event) => change({ lang: event.currentTarget.value || null })}
            >
              <option value="">{t('rules.bench.auto')}</option>
              {listed.languages.map((lang) => (
                <option key={lang} value={lang}>
                  {languageName(lang, uiLang)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={choice.allowsPlaceholders}
          onChange={(event) => change({ allowsPlaceholders: event.currentTarget.checked })}
        />
        {t('rules.bench.placeholders')}
      </label>
      <div className={styles.buttons}>
        <Button
          ref={runButton}
          look="primary"
          disabled={isBusy || (!file && text.trim() === '')}
          onClick={() => void run()}
        >
          {t('rules.bench.run')}
        </Button>
        {bench.state.kind === 'working' && (
          <>
            <progress aria-label={t('rules.bench.working')} max={bench.state.of} value={bench.state.done} />
            <span className={styles.quiet}>
              {t('rules.bench.progress', { done: bench.state.done, of: bench.state.of })}
            </span>
            <Button onClick={bench.cancel}>{t('rules.bench.cancel')}</Button>
          </>
        )}
      </div>
      {refused && (
        <Notice tone="block" lead={t('rules.bench.problem.lead')}>
          {t(`rules.bench.problem.${refused.kind}`, 'limit' in refused ? { limit: refused.limit } : {})}
        </Notice>
      )}
      {bench.state.kind === 'problem' && <ProblemPanel problem={bench.state.problem} />}
      {(bench.state.kind === 'done' || bench.state.kind === 'stopped') && (
        <BenchResults state={state} result={bench.state.result} isStopped={bench.state.kind === 'stopped'} />
      )}
    </div>
  );
}
