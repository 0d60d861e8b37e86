import type { Severity } from '@/utils/domain/compliance/input';
import type { ShownFinding } from './model';
import type { IconName } from '../ui/icon';

const SEVERITY_ICON: Readonly<Record<Severity, IconName>> = { block: 'block', warn: 'warn', info: 'info' };
const RANK: readonly Severity[] = ['block', 'warn', 'info'];

/** The gravest severity among the findings; null when there are none. */
export const worstOf = (findings: readonly ShownFinding[]): Severity | null =>
  RANK.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;

/** The icon that goes with a severity. */
export const severityIcon = (severity: Severity): IconName => SEVERITY_ICON[severity];
