import { useState } from 'react';
import type { CasesAsk } from '@/utils/app/reports-api';
import { useT } from '../ui/translate';
import { CaseList } from './case-list';
import lines from './case-list.module.css';
import styles from './reports.module.css';

/** A line of a report; where rows stand behind it, its name opens them underneath. */
export function ReportLine(props: {
  readonly name: string;
  readonly labels: readonly string[];
  readonly ask: CasesAsk | null;
}) {
  const { name, labels, ask } = props;
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          {ask ? (
            <button
              type="button"
              className={lines.line}
              aria-expanded={isOpen}
              title={t('reports.cases.open')}
              onClick={() => setOpen(!isOpen)}
            >
              <bdi>{name}</bdi>
            </button>
          ) : (
            <bdi>{name}</bdi>
          )}
        </th>
        {labels.map((label, at) => (
          // Columns of a table stay where they are.
          <td key={at} className={styles.number}>
            {label}
          </td>
        ))}
      </tr>
      {isOpen && ask && (
        <tr>
          <td colSpan={labels.length + 1}>
            <CaseList ask={ask} />
          </td>
        </tr>
      )}
    </>
  );
}
