import { describe, expect, it } from 'vitest';
import {
  backupPath,
  baseName,
  isBackupDue,
  isBackupOverdue,
  isSameBackup,
  surplusBackups,
  type BackupCopy,
} from '@/utils/domain/bundles/backup-plan';
import { brandAs } from '@/utils/domain/ids';

const at = (time: string) => brandAs<'Instant'>(`2026-03-10T${time}:00.000Z`);
const now = { today: '2026-03-10', at: at('09:00') };
const copy = (id: number): BackupCopy => ({
  id,
  name: `parley-backup-2026-03-0${id}.parley`,
  startedAt: `2026-03-0${id}T09:00:00.000Z`,
  at: brandAs<'Instant'>(`2026-03-0${id}T09:00:00.000Z`),
  day: `2026-03-0${id}`,
  bytes: 1_000,
});

describe('whether a backup is due', () => {
  it.each([
    ['the first at once', 'day', null, true],
    ['not twice a day', 'day', '2026-03-10', false],
    ['the next day, however late yesterday was', 'day', '2026-03-09', true],
    ['not within the week', 'week', '2026-03-04', false],
    ['after a week', 'week', '2026-03-03', true],
    ['after a day that is still to come, from a clock that was wrong', 'day', '2031-01-01', true],
  ] as const)('%s', (_, every, lastDay, isDue) => {
    expect(isBackupDue({ every, lastDay, failedAt: null }, now)).toBe(isDue);
  });

  it('does not try again whenever a page opens, but at the next look', () => {
    const times = { every: 'day', lastDay: null } as const;
    expect(isBackupDue({ ...times, failedAt: at('08:30') }, now)).toBe(false);
    expect(isBackupDue({ ...times, failedAt: at('08:00') }, now)).toBe(true);
  });
});

describe('whether one should have been made long ago', () => {
  it.each([
    ['day', '2026-03-07', false],
    ['day', '2026-03-06', true],
    ['week', '2026-02-25', false],
    ['week', '2026-02-24', true],
  ] as const)('every %s, since %s: %s', (every, since, isOverdue) => {
    expect(isBackupOverdue(every, since, '2026-03-10')).toBe(isOverdue);
  });
});

describe('which backups may go', () => {
  const made = [5, 4, 3, 2, 1].map(copy);

  it('are the oldest beyond those that are kept', () => {
    expect(surplusBackups(made, 3).map(({ id }) => id)).toEqual([2, 1]);
    expect(surplusBackups(made, 7)).toEqual([]);
  });

  it('are the very downloads that were written, whatever has their number now', () => {
    const written = copy(3);
    const seen = { filename: `/home/mei/Downloads/Parley/${written.name}`, startTime: written.startedAt };
    const isOurs = (change: object = {}, of = written) => isSameBackup({ ...seen, ...change }, of, 'parley-id');
    expect(isOurs()).toBe(true);
    expect(isOurs({ byExtensionId: 'parley-id' })).toBe(true);
    expect(isOurs({ filename: `C:\\Users\\Mei\\Downloads\\Parley\\${written.name}` })).toBe(true);
    // Firefox writes null where Chromium leaves a field out.
    expect(isOurs({ byExtensionId: null })).toBe(true);
    expect(isOurs({ byExtensionId: 'somebody-else' })).toBe(false);
    expect(isOurs({ filename: '/home/mei/Downloads/holiday.jpg' })).toBe(false);
    expect(isOurs({ startTime: '2026-03-04T09:00:00.000Z' })).toBe(false);
    const odd = { ...written, name: 'holiday.jpg' };
    expect(isOurs({ filename: '/home/mei/holiday.jpg' }, odd)).toBe(false);
    for (const name of ['parley-backup-2026-03-03 (1).parley', 'parley-backup-2026-03-03(12).parley'])
      expect(isOurs({ filename: `/x/${name}` }, { ...written, name })).toBe(true);
  });
});

describe('the name of a backup', () => {
  it('says the day, in a folder of its own', () => {
    expect(backupPath('2026-03-10')).toBe('Parley/parley-backup-2026-03-10.parley');
  });

  it('is found in the path of every system', () => {
    expect(['/a/b/c.parley', 'C:\\a\\c.parley', 'c.parley', ''].map(baseName)).toEqual([
      'c.parley',
      'c.parley',
      'c.parley',
      '',
    ]);
  });
});
