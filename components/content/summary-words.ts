import type { Translate } from '../ui/translate';
import { listLabel } from './labels';
import type { IssueCounts } from './model';
import { SEVERITIES } from './severity';

/** "3 issues: 1 blocks, 2 warnings": how many there are and how grave, in one sentence. */
export function summaryWords(t: Translate, counts: IssueCounts, uiLang: string): string {
  const there = SEVERITIES.filter((severity) => counts[severity] > 0);
  const count = there.reduce((sum, severity) => sum + counts[severity], 0);
  if (count === 0) return t('lint.check.none');
  const parts = there.map((severity) => t(`lint.summary.${severity}`, { count: counts[severity] }));
  return t('lint.summary.line', { issues: t('lint.check.issues', { count }), parts: listLabel(parts, uiLang) });
}
