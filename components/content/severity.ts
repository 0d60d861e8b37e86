import type { Severity } from '@/utils/domain/compliance/input';
import type { ListedRule } from './model';
import type { IconName } from '../ui/icon';

const SEVERITY_ICON: Readonly<Record<Severity, IconName>> = { block: 'block', warn: 'warn', info: 'info' };

/** Severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['block', 'warn', 'info'];

/** The gravest severity among issues; null when there are none. */
export const worstOf = (issues: readonly Pick<ListedRule, 'severity'>[]): Severity | null =>
  SEVERITIES.find((severity) => issues.some((issue) => issue.severity === severity)) ?? null;

/** The icon that goes with a severity. */
export const severityIcon = (severity: Severity): IconName => SEVERITY_ICON[severity];
