import { useCallback, useEffect, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { RejectedRow } from '@/utils/domain/bundles/bundle';
import { labelOr } from '../../content/labels';
import { momentLabel, numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { Skeleton } from '../../ui/skeleton';
import { useT, type Translate } from '../../ui/translate';
import styles from './incoming.module.css';

const whyWords = (t: Translate, uiLang: string, { why }: RejectedRow): string => {
  switch (why.kind) {
    case 'invalid':
      return t('imports.why.invalid', { field: why.field });
    case 'from-the-future':
      return t('imports.why.from-the-future', { at: momentLabel(why.at, uiLang) });
    case 'unknown-section':
    case 'twice':
      return t(`imports.why.${why.kind}`);
  }
};

/** The rows that were left out: where they stand in the file, and why. */
export function RejectedRows({ importId }: { readonly importId: string }) {
  const t = useT();
  const { api, uiLang } = useApp();
  const [rows, setRows] = useState<readonly RejectedRow[] | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const { bundles } = api;
  const read = useCallback(
    async (view?: AbortSignal) => {
      const found = await bundles.rejected({ importId });
      if (view?.aborted) return;
      setProblem(found.ok ? null : found.error);
      if (found.ok) setRows(found.value);
    },
    [bundles, importId],
  );
  useEffect(() => {
    const view = new AbortController();
    void read(view.signal);
    return () => view.abort();
  }, [read]);
  if (problem) return <ProblemPanel problem={problem} onRetry={() => void read()} />;
  if (!rows) return <Skeleton label={t('imports.loading')} bars={2} />;
  return (
    <ul className={styles.rejected} aria-label={t('imports.rejectedRows')}>
      {rows.map((row, at) => (
        <li key={at}>
          {row.line > 0 && <span>{t('imports.line', { line: numberLabel(row.line, uiLang) })} </span>}
          {labelOr(t, `imports.section.${row.section}`, row.section)} <bdi className={styles.name}>{row.id}</bdi>{' '}
          <span className={styles.quiet}>{whyWords(t, uiLang, row)}</span>
        </li>
      ))}
    </ul>
  );
}
