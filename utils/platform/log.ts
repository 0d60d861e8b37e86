/** Codes a log line may hold; there is no room for message text, names or ids. */
export type LogCode =
  | 'injection-failed'
  | 'registration-failed'
  | 'asset-missing'
  | 'escalation-not-logged'
  | 'promises-not-kept'
  | 'reading-not-logged'
  | 'edits-not-kept'
  | 'typed-values-failed'
  | 'asset-invalid'
  | 'port-refused'
  | 'side-panel-refused'
  | 'draft-purge-failed'
  | 'reports-count-failed'
  | 'retention-purge-failed'
  | 'import-recovery-failed'
  | 'waiting-not-noted'
  | 'due-watch-failed'
  | 'upkeep-failed'
  | 'change-signal-failed'
  | 'first-steps-failed'
  | 'lock-failed';

/** Writes a code to the console, with a count where one helps. Never text a buyer or agent has written. */
export function log(code: LogCode, count?: number): void {
  console.warn(count === undefined ? `[parley] ${code}` : `[parley] ${code} (${count})`);
}
