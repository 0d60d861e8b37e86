/**
 * Backups that are made by themselves while a dashboard is open: a file of everything in the downloads, locked for a recovery
 * key, which the person keeps, and for our own. A file is remembered once it is whole, and only then older ones are removed.
 */
import {
  backupPath,
  isBackupDue,
  isBackupOverdue,
  surplusBackups,
  type BackupCopy,
} from '../../domain/bundles/backup-plan';
import { keyFileName, recoveryKeyText } from '../../domain/bundles/recovery-key';
import { err, ok } from '../../domain/result';
import { alone, aloneIfFree } from '../../platform/alone';
import type { OwnKey } from '../../platform/bundles/identity';
import type { Downloads } from '../../platform/downloads';
import type { ApiResult } from '../api';
import type { BundlesApi } from '../bundles-api';
import type { JobOptions } from '../buyers-api';
import { announcing, type RecordDeps } from '../records';
import {
  autoBackupTopic,
  type AutoBackupApi,
  type AutoBackupProblem,
  type AutoBackupResult,
  type AutoBackupState,
  type KeyWords,
  type MadeKey,
} from './auto-backup-api';
import { changeBackups, noteBackups, readBackups, type BackupDeed, type KeptBackups } from './auto-backup-kept';

/** Stores, what writes files of records, and where they go. */
export interface AutoBackupDeps extends RecordDeps {
  readonly bundles: Pick<BundlesApi, 'team' | 'write'>;
  readonly downloads: Downloads;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly newKey: () => Promise<OwnKey>;
}

/** Units: milliseconds. */
const EVERY_MS = 60 * 60 * 1000;

const stateOf = async (deps: AutoBackupDeps, isRunning: boolean): ApiResult<AutoBackupState> => {
  const kept = await readBackups(deps);
  if (!kept.ok) return kept;
  const { isOn, every, keep, keyMadeAt, made, sinceDay, problem } = kept.value;
  const [last] = made;
  const isAllowed = await deps.downloads.isAllowed();
  const isLastMissing = last !== undefined && isAllowed && (await deps.downloads.whereabouts(last)) === 'missing';
  return ok({
    isOn,
    isAllowed,
    every,
    keep,
    isLastMissing,
    isOverdue: isOn && !isRunning && isBackupOverdue(every, last?.day ?? sinceDay, deps.today()),
    isRunning,
    ...(keyMadeAt === null ? {} : { keyMadeAt }),
    ...(last === undefined ? {} : { last }),
    ...(problem === null ? {} : { problem }),
  });
};

/** Makes a recovery key; nothing is remembered of it before its file is whole, and never more than its public part. */
const makeKey = async (deps: AutoBackupDeps, { comments }: KeyWords): AutoBackupResult<MadeKey> => {
  const { identity, recipient } = await deps.newKey();
  const blob = new Blob([recoveryKeyText(identity, comments)], { type: 'text/plain' });
  const saved = await deps.downloads.save({ path: keyFileName, blob });
  if (!saved.ok) return saved;
  const kept = await changeBackups(deps, 'backup.key-made', () => ({ recipient, keyMadeAt: deps.clock.now() }));
  return kept.ok ? ok({ fileName: saved.value.name }) : kept;
};

/** Writes a file of everything into the downloads. */
const writeCopy = async (
  deps: AutoBackupDeps,
  { recipient }: KeptBackups,
  options: JobOptions,
): AutoBackupResult<BackupCopy> => {
  if (!(await deps.downloads.isAllowed())) return err({ kind: 'downloads-denied' });
  const team = await deps.bundles.team();
  if (!team.ok) return team;
  const recipients = [...new Set([recipient, team.value.me.recipient])];
  const request = {
    scope: { kind: 'everything' },
    redaction: 'full',
    lock: { kind: 'recipients', recipients },
    purpose: 'backup',
  } as const;
  const [day, at] = [deps.today(), deps.clock.now()];
  const written = await deps.bundles.write(request, options);
  if (!written.ok) return written;
  const saved = await deps.downloads.save({ path: backupPath(day), blob: written.value.file }, options.signal);
  return saved.ok ? ok({ ...saved.value, at, day }) : saved;
};

/** Removes the oldest beyond those that are kept. What cannot be removed now stays remembered, for the next time. */
const removeSurplus = async (deps: AutoBackupDeps, { made, keep }: KeptBackups): Promise<void> => {
  const done = new Set<BackupCopy>();
  for (const copy of surplusBackups(made, keep)) if ((await deps.downloads.remove(copy)) !== 'failed') done.add(copy);
  if (done.size === 0) return;
  const isDone = (copy: BackupCopy): boolean =>
    [...done].some(({ id, startedAt }) => id === copy.id && startedAt === copy.startedAt);
  await noteBackups(deps, (kept) => ({ made: kept.made.filter((copy) => !isDone(copy)) }));
};

const keepProblem = async (deps: AutoBackupDeps, problem: AutoBackupProblem): Promise<void> => {
  // What the person has stopped is no news to them.
  if (problem.kind !== 'cancelled') await noteBackups(deps, () => ({ problem, failedAt: deps.clock.now() }));
};

/** One backup; what came of it is remembered. */
const turn = async (deps: AutoBackupDeps, options: JobOptions): AutoBackupResult<BackupCopy> => {
  const kept = await readBackups(deps);
  if (!kept.ok) return kept;
  if (!kept.value.isOn || kept.value.recipient === '') return err({ kind: 'backup-off' });
  const copy = await writeCopy(deps, kept.value, options);
  if (!copy.ok) {
    await keepProblem(deps, copy.error);
    return copy;
  }
  const remembered = await changeBackups(deps, 'backup.made', ({ made }) => ({
    made: [copy.value, ...made],
    failedAt: null,
    problem: null,
  }));
  if (!remembered.ok) return remembered;
  await removeSurplus(deps, remembered.value);
  return copy;
};

const isDue = async (deps: AutoBackupDeps): Promise<boolean> => {
  const kept = await readBackups(deps);
  if (!kept.ok || !kept.value.isOn) return false;
  const { every, made, failedAt } = kept.value;
  const times = { every, lastDay: made[0]?.day ?? null, failedAt };
  return isBackupDue(times, { today: deps.today(), at: deps.clock.now() });
};

/** Use cases around backups that are made by themselves, over the given stores. */
export const createAutoBackup = (deps: AutoBackupDeps): AutoBackupApi => {
  let running = 0;

  const told = async (work: () => AutoBackupResult<BackupCopy>): AutoBackupResult<BackupCopy> => {
    running += 1;
    await deps.announce([autoBackupTopic]);
    try {
      return await work();
    } finally {
      running -= 1;
      await deps.announce([autoBackupTopic]);
    }
  };

  /** What nobody asked for is left out while another page is at it; that one may have finished it just now. */
  const unasked = (signal: AbortSignal): Promise<void> =>
    aloneIfFree('backup', async () => {
      if (running === 0 && (await isDue(deps))) await told(() => turn(deps, { signal }));
    });

  const changed = async (what: BackupDeed, change: Partial<KeptBackups>): ApiResult<null> => {
    const kept = await changeBackups(deps, what, () => change);
    return announcing(deps, kept.ok ? ok(null) : kept, [autoBackupTopic]);
  };

  return {
    state: () => stateOf(deps, running > 0),

    turnOn: async (words) => {
      const kept = await readBackups(deps);
      if (!kept.ok) return kept;
      const made = kept.value.recipient === '' ? await makeKey(deps, words) : ok(null);
      if (!made.ok) return made;
      const isOn = { isOn: true, sinceDay: deps.today(), failedAt: null, problem: null };
      const on = await changed('backup.turned-on', isOn);
      return on.ok ? made : on;
    },

    turnOff: () => changed('backup.turned-off', { isOn: false, failedAt: null, problem: null }),

    renewKey: async (words) => {
      const made = await makeKey(deps, words);
      await deps.announce([autoBackupTopic]);
      return made;
    },

    choose: (choice) => changed('backup.chosen', choice),

    backUp: (options = {}) => alone('backup', () => told(() => turn(deps, options))),

    keepUp: (signal) => {
      const look = (): void => void unasked(signal);
      if (signal.aborted) return;
      look();
      const timer = setInterval(look, EVERY_MS);
      signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    },
  };
};
