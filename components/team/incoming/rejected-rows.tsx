import { useEffect, useState } from 'react';
import type { RejectedRow } from '@/utils/domain/bundles/bundle';
import { labelOr } from '../../content/labels';
import { momentLabel, numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
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
  const [rows, setRows] = useState<readonly RejectedRow[]>([]);
  useEffect(() => {
    let isLeft = false;
    void api.bundles.rejected({ importId }).then((read) => !isLeft && read.ok && setRows(read.value));
    return () => {
      isLeft = true;
    };
  }, [api, importId]);
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
