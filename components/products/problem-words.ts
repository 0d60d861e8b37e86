import type { FileProblem } from '@/utils/domain/products/csv';
import type { RowProblem } from '@/utils/domain/products/plan-import';
import { labelOr } from '../content/labels';
import type { Translate } from '../ui/translate';

/** What a person calls a field of a card or a column of a file. */
export const fieldLabel = (t: Translate, id: string): string => labelOr(t, `convert.products.field.${id}`, id);

/** Why a value or a row is not taken, as a sentence. */
export const problemWords = (t: Translate, { kind, ...details }: RowProblem): string =>
  t(`convert.products.problem.${kind}`, {
    ...details,
    ...('field' in details ? { field: fieldLabel(t, details.field) } : {}),
  });

/** Why a file is not read, as a sentence; sizes in megabytes. */
export const fileWords = (t: Translate, { kind, ...details }: FileProblem): string =>
  t(`convert.products.file.${kind}`, {
    ...details,
    ...(kind === 'too-large' && 'limit' in details ? { limit: details.limit / 1_000_000 } : {}),
  });
