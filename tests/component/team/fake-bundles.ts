import { vi } from 'vitest';
import type { ApiProblem } from '@/utils/app/api';
import type {
  BundleApiProblem,
  BundlesApi,
  ExportEntry,
  ExportLook,
  ImportEntry,
  Mate,
  Team,
} from '@/utils/app/bundles-api';
import type { JobOptions } from '@/utils/app/buyers-api';
import { brandAs } from '@/utils/domain/ids';
import { err, type Result } from '@/utils/domain/result';

/** What the team and its files are when a test begins. */
export interface HeldBundles {
  readonly mates?: readonly Mate[];
  readonly look?: Partial<ExportLook>;
  readonly exports?: readonly ExportEntry[];
  readonly imports?: readonly ImportEntry[];
}

export const aMate = (name: string, change: Partial<Mate> = {}): Mate => ({
  id: brandAs<'AgentId'>(`agent-${name}`),
  name,
  recipient: `age1${name.toLowerCase()}qqqqqqqqqqqqqqqqqqqqqqqqqqqq`,
  isLead: false,
  addedAt: brandAs<'Instant'>('2026-11-02T08:00:00.000Z'),
  ...change,
});

/** A card as the fake knows it; anything else is none. */
export const cardOf = (name: string): string => `parley-card ${name}`;

export const anExport = (id: string, change: Partial<ExportEntry> = {}): ExportEntry => ({
  id,
  at: brandAs<'Instant'>('2026-11-21T16:30:00.000Z'),
  fileName: `parley-${id}.parley`,
  scope: { kind: 'everything' },
  redaction: 'full',
  lockedBy: 'recipients',
  counts: { buyers: 2 },
  bytes: 1_234_567,
  ...change,
});

const aLook: ExportLook = {
  counts: { shops: 1, buyers: 12, notes: 8, followUps: 4, promises: 1, entries: 3 },
  bytes: 48_300,
  names: 11,
  notes: 8,
  flagged: 0,
  advice: null,
};

const noImport = async () => err({ kind: 'not-found' as const });

/** Files of records and the team of the API in memory, every call a spy. A job can be held to see it run. */
export function fakeBundles({
  able,
  announce,
  ...held
}: HeldBundles & {
  readonly able: <T>(work: () => T) => Promise<Result<T, ApiProblem>>;
  readonly announce: (topic: 'team' | 'exports') => void;
}) {
  let me: Team['me'] = {
    id: brandAs<'AgentId'>('agent-1'),
    name: 'Mia',
    recipient: 'age1miaqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
    card: cardOf('Mia'),
  };
  let mates = [...(held.mates ?? [])];
  let exports = [...(held.exports ?? [])];
  let problem: BundleApiProblem | null = null;
  let hold: Promise<void> | null = null;
  let letGo: () => void = () => undefined;

  const team = (): Team => ({ me, mates });
  const changed = (work: () => void) =>
    able(() => {
      work();
      announce('team');
      return team();
    });
  /** Runs a job as the product does: some progress, and an end when it is stopped. */
  const job = async <T>(options: JobOptions | undefined, work: () => T): Promise<Result<T, BundleApiProblem>> => {
    const stopped = new Promise<void>((resolve) => options?.signal?.addEventListener('abort', () => resolve()));
    options?.onProgress?.({ done: 250, of: 1_000 });
    if (hold) await Promise.race([hold, stopped]);
    if (options?.signal?.aborted) return err({ kind: 'cancelled' });
    if (problem) return err(problem);
    return able(work);
  };

  const api = {
    team: vi.fn(() => able(team)),
    rename: vi.fn(({ name }: { name: string }) =>
      name.length === 0 || name.length > 60
        ? Promise.resolve(err({ kind: 'invalid' as const, field: 'name' }))
        : changed(() => (me = { ...me, name })),
    ),
    addMate: vi.fn(({ card }: { card: string }) => {
      const [, name] = /^parley-card (\w+)$/.exec(card) ?? [];
      if (name === undefined) return Promise.resolve(err({ kind: 'invalid' as const, field: 'card' }));
      return changed(() => (mates = [...mates, aMate(name)]));
    }),
    setLead: vi.fn(({ id, isLead }: { id: string; isLead: boolean }) =>
      changed(() => (mates = mates.map((mate) => (mate.id === id ? { ...mate, isLead } : mate)))),
    ),
    removeMate: vi.fn(({ id }: { id: string }) => changed(() => (mates = mates.filter((mate) => mate.id !== id)))),
    look: vi.fn((_: Parameters<BundlesApi['look']>[0], options?: JobOptions) =>
      job(options, (): ExportLook => ({ ...aLook, ...held.look })),
    ),
    write: vi.fn(({ scope, redaction, lock }: Parameters<BundlesApi['write']>[0], options?: JobOptions) =>
      job(options, () => {
        const entry = anExport(`new-${exports.length}`, {
          scope,
          redaction,
          lockedBy: lock.kind === 'plain' ? 'nothing' : lock.kind,
          bytes: 20_480,
        });
        exports = [entry, ...exports];
        announce('exports');
        return { file: new Blob(['a file']), entry };
      }),
    ),
    exports: vi.fn(() => able((): readonly ExportEntry[] => exports)),
    read: vi.fn(noImport),
    imports: vi.fn(() => able((): readonly ImportEntry[] => held.imports ?? [])),
    lines: vi.fn(noImport),
    rejected: vi.fn(noImport),
    choose: vi.fn(noImport),
    linkShop: vi.fn(noImport),
    apply: vi.fn(noImport),
    discard: vi.fn(noImport),
    undo: vi.fn(noImport),
  } satisfies BundlesApi;
  return {
    api,
    /** Every job from now on ends with this problem; null heals. */
    failJobs: (next: BundleApiProblem | null) => void (problem = next),
    /** Jobs stay at a quarter from now on, until they are let go or stopped. */
    holdJobs: () => void (hold = new Promise((resolve) => (letGo = resolve))),
    letJobsGo: () => {
      hold = null;
      letGo();
    },
  };
}
