import type { LogDay } from '@/utils/app/worklog-api';
import { brandAs, type ShopId } from '@/utils/domain/ids';
import type { Translate } from '../ui/translate';
import { deedLabel, reasonLabel } from './log-words';

/** Columns of the file, by the names of their headings. */
const columns = ['day', 'kind', 'department', 'severity', 'product', 'reason', 'text', 'count', 'shop'] as const;

/** What is asked for when the rows are worded. */
export interface CsvWords {
  readonly t: Translate;
  readonly shopLabel: (id: ShopId) => string;
}

/** The cells of a file: one row for every kind of work on a day and one for every entry, under headings. */
export function logRows(days: readonly LogDay[], { t, shopLabel }: CsvWords): readonly (readonly string[])[] {
  const shop = (id: string) => (id === '' ? '' : shopLabel(brandAs<'ShopId'>(id)));
  const rows = days.flatMap(({ day, counts, entries }) => [
    ...counts.map(({ what, shopId, count }) => [
      day,
      t('worklog.export.work'),
      '',
      '',
      '',
      '',
      deedLabel(t, { what, count }),
      String(count),
      shop(shopId),
    ]),
    ...entries.map(({ department, severity, product = '', reason = '', text, count, shopId }) => [
      day,
      t('worklog.export.entry'),
      t(`worklog.department.${department}`),
      t(`worklog.severity.${severity}`),
      product,
      reason === '' ? '' : reasonLabel(t, reason),
      text,
      String(count),
      shop(shopId),
    ]),
  ]);
  return [columns.map((column) => t(`worklog.export.column.${column}`)), ...rows];
}
