import { useMemo, useState } from 'react';
import type { BenchFinding } from '@/utils/domain/compliance/desk/bench';
import type { Severity } from '@/utils/domain/compliance/input';
import { languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useT, type Translate } from '../ui/translate';
import styles from './rules.module.css';
import { SeverityLabel } from './severity-label';
import { today } from './today';
import type { BenchResult } from './use-bench';
import type { DeskState } from './use-desk';
import { useRuleNames } from './use-rule-names';

const PAGE = 200;
const EXCERPT = 48;
const severities: readonly Severity[] = ['block', 'warn', 'info'];
const columns = ['entry', 'rule', 'severity', 'words', 'fix'] as const;

const excerptOf = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);

/** What the first fix would do. */
function fixWords(t: Translate, { fixes: [fix] }: BenchFinding): string {
  if (!fix) return t('rules.bench.fix.none');
  const text = fix.replacement.trim();
  return text === '' ? t('rules.bench.fix.remove') : t('rules.bench.fix.becomes', { text });
}

/** What a test has found: in a sentence, in a table that can be narrowed, and as a file. */
export function BenchResults(props: {
  readonly state: DeskState;
  readonly result: BenchResult;
  readonly isStopped: boolean;
}) {
  const t = useT();
  const { uiLang, saveFile } = useApp();
  const { state, result, isStopped } = props;
  const { entries, findings, langs, limited } = result;
  const ruleName = useRuleNames(state);
  const [search, setSearch] = useState('');
  const [severity, setSeverity] = useState<Severity | ''>('');
  const [rule, setRule] = useState('');
  const [most, setMost] = useState(PAGE);
  const [said, setSaid] = useState('');

  const entryName = (entry: number): string => entries[entry]?.name || t('rules.bench.untitled', { number: entry + 1 });
  const rules = useMemo(() => [...new Set(findings.map((finding) => finding.rule))].sort(), [findings]);
  const wanted = search.trim().toLowerCase();
  const shown = findings.filter(
    (finding) =>
      (severity === '' || finding.severity === severity) &&
      (rule === '' || finding.rule === rule) &&
      (wanted === '' ||
        [entryName(finding.entry), finding.words, finding.rule, ruleName(finding.rule), entries[finding.entry]?.text]
          .join('\n')
          .toLowerCase()
          .includes(wanted)),
  );
  const inEntries = new Set(findings.map(({ entry }) => entry)).size;

  const save = async () => {
    const { writeFindings } = await import('./findings-csv');
    const head = [...columns, 'lang' as const].map((column) => t(`rules.bench.column.${column}`));
    const rows = shown.map((finding) => [
      entryName(finding.entry),
      `${ruleName(finding.rule)} (${finding.rule})`,
      t(`rules.severity.${finding.severity}`),
      finding.words,
      fixWords(t, finding),
      langs[finding.entry] ?? '',
    ]);
    const name = `parley-findings-${today()}.csv`;
    saveFile({ name, text: writeFindings([head, ...rows]), type: 'text/csv' });
    setSaid(t('rules.bench.exported', { file: name }));
  };
  return (
    <section className={styles.stack} aria-label={t('rules.bench.results')}>
      <p role="status">
        {isStopped && `${t('rules.bench.stopped', { done: langs.length, of: entries.length })} `}
        {findings.length === 0
          ? t('rules.bench.clean', { count: langs.length })
          : t('rules.bench.summary', { count: findings.length, entries: inEntries, of: langs.length })}
      </p>
      {limited.length > 0 && (
        <Notice tone="warn">
          {limited
            .map(({ lang, rulesRun }) =>
              t('rules.bench.limited', { language: languageName(lang, uiLang), count: rulesRun }),
            )
            .join(' ')}
        </Notice>
      )}
      {findings.length > 0 && (
        <>
          <div className={styles.choices}>
            <Field label={t('rules.bench.filter')}>
              {(control) => (
                <input
                  {...control}
                  type="search"
                  dir="auto"
                  maxLength={100}
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
              )}
            </Field>
            <Field label={t('rules.bench.rule')}>
              {(control) => (
                <select {...control} value={rule} onChange={(event) => setRule(event.currentTarget.value)}>
                  <option value="">{t('rules.bench.allRules')}</option>
                  {rules.map((id) => (
                    <option key={id} value={id}>
                      {ruleName(id)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t('rules.list.severity')}>
              {(control) => (
                <select
                  {...control}
                  value={severity}
                  onChange={(event) => setSeverity(severities.find((one) => one === event.currentTarget.value) ?? '')}
                >
                  <option value="">{t('rules.list.all')}</option>
                  {severities.map((one) => (
                    <option key={one} value={one}>
                      {t(`rules.severity.${one}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <div className={styles.buttons}>
            <Button disabled={shown.length === 0} onClick={() => void save()}>
              {t('rules.bench.export')}
            </Button>
            <span className={styles.quiet} role="status">
              {said}
            </span>
          </div>
          {shown.length === 0 && <p className={styles.quiet}>{t('rules.bench.nothing')}</p>}
          {shown.length > 0 && (
            <table className={styles.table} aria-label={t('rules.bench.results')}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {t(`rules.bench.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.slice(0, most).map((finding) => (
                  <tr
                    key={`${finding.entry}:${finding.rule}:${finding.start}`}
                    data-rule={finding.rule}
                    data-severity={finding.severity}
                  >
                    <th scope="row">
                      <bdi>{entryName(finding.entry)}</bdi>
                      <p className={styles.quiet} dir="auto" lang={langs[finding.entry]}>
                        {excerptOf(entries[finding.entry]?.text ?? '')}
                      </p>
                    </th>
                    <td>{ruleName(finding.rule)}</td>
                    <td>
                      <SeverityLabel severity={finding.severity} />
                    </td>
                    <td dir="auto" lang={langs[finding.entry]}>
                      {finding.words}
                    </td>
                    <td dir="auto">{fixWords(t, finding)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {shown.length > most && (
            <div>
              <Button onClick={() => setMost((now) => now + PAGE)}>
                {t('rules.bench.more', { count: Math.min(PAGE, shown.length - most) })}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
