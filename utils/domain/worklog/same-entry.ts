import type { EntryRow } from '../records';
import type { CheckedEntry } from './check-entry';
import { entrySeverities, longestEntry, type EntrySeverity } from './entry';

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Whether two entries of one day are about the same: product, reason and department; without a product only when the
 * words are the same too, for two suggestions have nothing in common but the department.
 */
export function isSameEntry(
  row: Pick<EntryRow, 'day' | 'department' | 'product' | 'reason' | 'text'>,
  entry: Omit<CheckedEntry, 'severity'>,
): boolean {
  if (row.day !== entry.day || row.department !== entry.department || (row.reason ?? '') !== entry.reason) return false;
  const product = folded(entry.product);
  if (folded(row.product ?? '') !== product) return false;
  return product !== '' || folded(row.text) === folded(entry.text);
}

const graver = (a: EntrySeverity, b: EntrySeverity): EntrySeverity =>
  entrySeverities.indexOf(a) > entrySeverities.indexOf(b) ? a : b;

/** What changes of an entry when the same is reported again; null when the new words have no room beside the old ones. */
export function countedUp(
  row: Pick<EntryRow, 'text' | 'severity' | 'count'>,
  entry: Pick<CheckedEntry, 'text' | 'severity'>,
): Pick<EntryRow, 'text' | 'severity' | 'count'> | null {
  const lines = row.text.split('\n').map(folded);
  const isSaid = entry.text === '' || lines.includes(folded(entry.text));
  const text = isSaid ? row.text : [row.text, entry.text].filter(Boolean).join('\n');
  if (text.length > longestEntry.text) return null;
  return { text, severity: graver(row.severity, entry.severity), count: row.count + 1 };
}
