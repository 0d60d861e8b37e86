import { vi } from 'vitest';
import type { AutoBackupApi, AutoBackupState } from '@/utils/app/bundles/auto-backup-api';
import type { BackupCopy } from '@/utils/domain/bundles/backup-plan';
import { brandAs } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';

/** A backup that was written so many days ago. */
export const aCopy = (daysAgo = 0): BackupCopy => {
  const at = new Date(Date.now() - daysAgo * 86_400_000 - 1_000).toISOString();
  const day = at.slice(0, 10);
  const name = `parley-backup-${day}.parley`;
  return { id: 1, name, startedAt: at, at: brandAs<'Instant'>(at), day, bytes: 1_234_000 };
};

/** Nobody has turned backups on. */
export const backupsOff: AutoBackupState = {
  isOn: false,
  isAllowed: false,
  every: 'day',
  keep: 7,
  isLastMissing: false,
  isOverdue: false,
  isRunning: false,
};

/** They are on, and there is none yet. */
export const backupsOn: AutoBackupState = {
  ...backupsOff,
  isOn: true,
  isAllowed: true,
  keyMadeAt: brandAs<'Instant'>('2026-03-02T09:00:00.000Z'),
};

/** Backups in memory. */
export const fakeAutoBackup = (begin: AutoBackupState = backupsOff) => {
  let state = begin;
  return {
    state: vi.fn<AutoBackupApi['state']>(async () => ok(state)),
    turnOn: vi.fn<AutoBackupApi['turnOn']>(async () => {
      state = backupsOn;
      return ok({ fileName: 'parley-recovery-key.txt' });
    }),
    turnOff: vi.fn<AutoBackupApi['turnOff']>(async () => {
      state = { ...state, isOn: false };
      return ok(null);
    }),
    renewKey: vi.fn<AutoBackupApi['renewKey']>(async () => ok({ fileName: 'parley-recovery-key (1).txt' })),
    choose: vi.fn<AutoBackupApi['choose']>(async (choice) => {
      state = { ...state, ...choice };
      return ok(null);
    }),
    backUp: vi.fn<AutoBackupApi['backUp']>(async () => {
      const last = aCopy();
      state = { ...state, last, isOverdue: false, isLastMissing: false };
      return ok(last);
    }),
    keepUp: vi.fn<AutoBackupApi['keepUp']>(),
  };
};
