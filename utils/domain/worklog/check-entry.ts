import { err, ok, type Result } from '../result';
import { mayHoldContact } from '../text/contact';
import { departments, entrySeverities, longestEntry, type Department, type EntrySeverity } from './entry';

/** An entry as somebody typed it in. */
export interface TypedEntry {
  readonly day?: string;
  readonly department: Department;
  readonly severity: EntrySeverity;
  readonly text: string;
  readonly product?: string;
  readonly reason?: string;
}

/** The same, tidied and complete. */
export interface CheckedEntry {
  readonly day: string;
  readonly department: Department;
  readonly severity: EntrySeverity;
  readonly text: string;
  /** Empty when none was named. */
  readonly product: string;
  /** Empty when none was chosen. */
  readonly reason: string;
}

/** Which field of an entry cannot be kept; `contact` when it holds an e-mail address or a telephone number. */
export interface EntryProblem {
  readonly kind: 'invalid';
  readonly field: 'day' | 'department' | 'severity' | 'text' | 'product' | 'reason';
  readonly why?: 'contact';
}

// Ids of intents; a sentence does not fit.
const REASON = /^[a-z][\w-]{0,79}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A number of a product is longer than a telephone number; words beside one are no number of a product. */
const isOnePiece = (product: string): boolean => /^[^\s@＠]+$/u.test(product);

/**
 * Tidies an entry and says what cannot be kept of it: entries name products, never people.
 *
 * Errors: `invalid` with the field; `text` when nothing at all was said.
 */
export function checkEntry(typed: TypedEntry, today: string): Result<CheckedEntry, EntryProblem> {
  const invalid = (field: EntryProblem['field'], why?: 'contact') =>
    err<EntryProblem>({ kind: 'invalid', field, ...(why ? { why } : {}) });
  const { department, severity, day = today, reason = '' } = typed;
  const text = typed.text.trim();
  const product = (typed.product ?? '').trim();
  if (!departments.includes(department)) return invalid('department');
  if (!entrySeverities.includes(severity)) return invalid('severity');
  if (!isDay(day) || day > today) return invalid('day');
  if (reason !== '' && !REASON.test(reason)) return invalid('reason');
  if (product.length > longestEntry.product) return invalid('product');
  if (product !== '' && !isOnePiece(product) && mayHoldContact(product)) return invalid('product', 'contact');
  if (text.length > longestEntry.text) return invalid('text');
  if (mayHoldContact(text)) return invalid('text', 'contact');
  if (text === '' && product === '' && reason === '') return invalid('text');
  return ok({ day, department, severity, text, product, reason });
}
