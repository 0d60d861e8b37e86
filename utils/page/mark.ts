import type { Span } from '../domain/text/span';

/** How serious a mark is: block is drawn wavy, warn dashed, info dotted. */
export type MarkSeverity = 'block' | 'warn' | 'info';

/** A stretch of a field's text to underline. */
export interface Mark extends Span {
  readonly severity: MarkSeverity;
  readonly id: string;
}

/** The line of each severity: shape and colour, so that nobody needs to tell colours apart; 3:1 on white and on black. */
export const MARK_LINES: Readonly<Record<MarkSeverity, string>> = {
  block: 'underline wavy #d93025 1.5px',
  warn: 'underline dashed #b26a00 2px',
  info: 'underline dotted #1a73e8 2px',
};

/** Severities, the least serious first. */
export const SEVERITIES: readonly MarkSeverity[] = ['info', 'warn', 'block'];
