import type { Redaction } from '../../domain/bundles/bundle';
import type { ExportScope } from '../bundles-api';

/** Longest part of a file name that somebody has chosen. Units: characters. */
const LONGEST_NAME = 40;

const scopeNames: Readonly<Record<ExportScope['kind'], string>> = {
  everything: '',
  'since-last': 'changes',
  buyers: 'buyers',
  templates: 'templates',
  'hand-over': 'handover',
};

/** Letters and figures of any script with dashes between them: what every file system takes. */
const plainName = (name: string): string =>
  [...name.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^-+|-+$/g, '');

/**
 * What a file is called.
 *
 * Example: `parley-Anna-2026-11-22-handover.parley`.
 */
export const exportFileName = (of: {
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly scope: ExportScope;
  readonly redaction: Redaction;
}): string => {
  const level = of.redaction === 'full' ? '' : of.redaction;
  const parts = ['parley', plainName(of.name), of.day, scopeNames[of.scope.kind], level];
  return `${parts.filter((part) => part !== '').join('-')}.parley`;
};
