import type { ReportTable } from '@/utils/domain/reports/tables';
import { othersIn } from '@/utils/domain/reports/shareable';
import { numberLabel } from '../customers/labels';
import type { Translate } from '../ui/translate';

/** The sentence above a table: how many there are, and of what the most. */
export const tableSentence = (
  { id, rows, n }: ReportTable,
  { t, uiLang, nameOf }: { readonly t: Translate; readonly uiLang: string; readonly nameOf: (name: string) => string },
): string => {
  const byCount = [...rows].sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0));
  const top = byCount.find(({ name }) => othersIn(name) === undefined) ?? byCount[0];
  return t(`reports.table.${id}.sentence`, {
    n: numberLabel(n, uiLang),
    top: top ? nameOf(top.name) : '',
    count: numberLabel(top?.values[0] ?? 0, uiLang),
  });
};
