import type { LineCount } from '@/utils/domain/worklog/count-lines';
import { intentLabel } from '../content/labels';
import type { Translate } from '../ui/translate';

/** What was done so many times, as a sentence; a kind without words is counted all the same. */
export function deedLabel(t: Translate, { what, count }: Pick<LineCount, 'what' | 'count'>): string {
  const key = `worklog.what.${what}`;
  const words = t(key, { count });
  return words === key ? t('worklog.what.unnamed', { count, what }) : words;
}

/** Why something was reported, in the words of the buyers' concerns. */
export const reasonLabel = (t: Translate, reason: string): string => intentLabel(t, reason);

/** A day with its weekday in the interface language. */
export const longDay = (day: string, uiLang: string): string =>
  new Intl.DateTimeFormat(uiLang, { dateStyle: 'full' }).format(new Date(`${day}T12:00:00`));
