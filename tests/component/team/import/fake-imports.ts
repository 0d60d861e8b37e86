import { vi } from 'vitest';
import type { BundleApiProblem, BundlesApi, ImportEntry, ImportLine, Take } from '@/utils/app/bundles-api';
import type { JobOptions } from '@/utils/app/buyers-api';
import type { RejectedRow } from '@/utils/domain/bundles/bundle';
import { brandAs } from '@/utils/domain/ids';
import { err, ok, type Result } from '@/utils/domain/result';

const instant = (at: string) => brandAs<'Instant'>(at);

/** A file that waits for a decision; nothing in it is new unless the tally says so. */
export const anImport = (
  id: string,
  { tally, ...change }: Omit<Partial<ImportEntry>, 'tally'> & { readonly tally?: Partial<ImportEntry['tally']> } = {},
): ImportEntry => ({
  id,
  state: 'ready',
  at: instant('2026-11-22T08:00:00.000Z'),
  fileName: `${id}.parley`,
  lockedBy: 'nothing',
  header: {
    format: 'parley-bundle',
    major: 1,
    minor: 0,
    schema: 6,
    origin: 'there',
    authorId: 'agent-anna',
    createdAt: instant('2026-11-21T16:30:00.000Z'),
    redaction: 'full',
    counts: {},
  },
  unknownSections: {},
  shops: [],
  ...change,
  tally: { new: 0, same: 0, changed: 0, conflict: 0, deleted: 0, kept: 0, rejected: 0, ...tally },
});

/** One field in which a row differs. */
export const aField = (
  field: string,
  values: { readonly ours?: unknown; readonly theirs?: unknown; readonly merged?: unknown },
): ImportLine['fields'][number] => ({
  field,
  ours: undefined,
  theirs: undefined,
  merged: values.theirs,
  ...values,
  theirsAuthor: undefined,
  theirsHlc: '001',
  isConflict: false,
});

/** One row of a preview. */
export const aLine = (n: number, change: Partial<ImportLine> = {}): ImportLine => ({
  n,
  kind: 'changed',
  section: 'buyers',
  id: `row-${n}`,
  title: `Row ${n}`,
  at: instant('2026-11-21T10:00:00.000Z'),
  fields: [],
  chosen: {},
  ...change,
});

/** What becomes of a file that is read: an entry, or why it can't be. */
export type Outcome = ImportEntry | BundleApiProblem;

/** What the imports are when a test begins. */
export interface HeldImports {
  readonly imports?: readonly ImportEntry[];
  readonly lines?: readonly ImportLine[];
  readonly rejected?: readonly RejectedRow[];
  /** By file name, what reading it without a passphrase gives. */
  readonly files?: Readonly<Record<string, Outcome>>;
  /** The passphrase or key that opens what is `locked`, and what is found inside. */
  readonly opens?: { readonly passphrase?: string; readonly identity?: string; readonly entry: ImportEntry };
  /** Records that have been changed since, as an undo finds them. */
  readonly keptBack?: number;
}

const isEntry = (outcome: Outcome): outcome is ImportEntry => 'state' in outcome;

/** The choices of a row once this one is made, as the product keeps them: one for the whole row drops the others. */
const chosenWith = (
  { chosen }: ImportLine,
  { field, take }: { readonly field?: string; readonly take: Take },
): ImportLine['chosen'] => {
  if (field !== undefined) return { ...chosen, [field]: take };
  return take === 'merged' ? {} : { '*': take };
};

/** Imports in memory, every call a spy. Every answer is a copy, as one from another context is. */
export function fakeImports(held: HeldImports, announce: (topic: string) => void) {
  let entries = [...(held.imports ?? [])];
  let lines = [...(held.lines ?? [])];
  let hold: Promise<void> | null = null;
  let letGo: () => void = () => undefined;

  const answer = <T>(value: T) => ok(structuredClone(value));
  const put = (entry: ImportEntry): ImportEntry => {
    entries = entries.some(({ id }) => id === entry.id)
      ? entries.map((one) => (one.id === entry.id ? entry : one))
      : [entry, ...entries];
    return entry;
  };
  const find = (id: string) => entries.find((entry) => entry.id === id);
  /** Runs a job as the product does: some progress, and an end when it is stopped. */
  const job = async (
    options: JobOptions | undefined,
    work: () => Result<ImportEntry, BundleApiProblem>,
  ): Promise<Result<ImportEntry, BundleApiProblem>> => {
    const stopped = new Promise<void>((resolve) => options?.signal?.addEventListener('abort', () => resolve()));
    options?.onProgress?.({ done: 250, of: 1_000 });
    if (hold) await Promise.race([hold, stopped]);
    return options?.signal?.aborted ? err({ kind: 'cancelled' }) : work();
  };
  const turn = (id: string, change: Partial<ImportEntry>): Result<ImportEntry, BundleApiProblem> => {
    const entry = find(id);
    if (!entry) return err({ kind: 'not-found' });
    put({ ...entry, ...change });
    announce('imports');
    return answer({ ...entry, ...change });
  };

  const api = {
    read: vi.fn<BundlesApi['read']>(({ fileName, key }, options) =>
      job(options, () => {
        const found = held.files?.[fileName] ?? { kind: 'not-a-bundle' as const };
        const given = key.passphrase ?? key.identity;
        const by = key.passphrase === undefined ? 'recipients' : 'passphrase';
        const outcome: Outcome =
          given === undefined
            ? found
            : held.opens?.[by === 'passphrase' ? 'passphrase' : 'identity'] === given
              ? held.opens.entry
              : { kind: 'wrong-key', by };
        if (!isEntry(outcome)) return err(outcome);
        put(outcome);
        announce('imports');
        return answer(outcome);
      }),
    ),
    imports: vi.fn<BundlesApi['imports']>(async () => answer(entries)),
    lines: vi.fn<BundlesApi['lines']>(async ({ kinds, section, from = 0, limit }) => {
      const asked = lines.filter(
        (line) => (!kinds || kinds.includes(line.kind)) && (!section || line.section === section) && line.n >= from,
      );
      const after = asked[limit];
      return answer({ lines: asked.slice(0, limit), ...(after ? { next: after.n } : {}) });
    }),
    rejected: vi.fn<BundlesApi['rejected']>(async () => answer(held.rejected ?? [])),
    choose: vi.fn<BundlesApi['choose']>(async (request) => {
      const line = lines.find(({ n }) => n === request.n);
      if (!line) return err({ kind: 'not-found' });
      const next = { ...line, chosen: chosenWith(line, request) };
      lines = lines.map((one) => (one === line ? next : one));
      return answer(next);
    }),
    // The product tells nobody of this one: the answer is all there is.
    linkShop: vi.fn<BundlesApi['linkShop']>(({ importId, theirs, ours }, options) =>
      job(options, () => {
        const entry = find(importId);
        if (!entry) return err({ kind: 'not-found' });
        const shops = entry.shops.map((link) => (link.theirs.id === theirs ? { ...link, ours } : link));
        return answer(put({ ...entry, shops }));
      }),
    ),
    apply: vi.fn<BundlesApi['apply']>(({ importId }, options) =>
      job(options, () =>
        turn(importId, {
          state: 'applied',
          appliedAt: instant('2026-11-22T08:05:00.000Z'),
          undoUntil: instant('2026-12-22T08:05:00.000Z'),
        }),
      ),
    ),
    discard: vi.fn<BundlesApi['discard']>(async ({ importId }) => {
      entries = entries.filter(({ id }) => id !== importId);
      announce('imports');
      return ok(null);
    }),
    undo: vi.fn<BundlesApi['undo']>(({ importId }, options) =>
      job(options, () => turn(importId, { state: 'undone', keptBack: held.keptBack ?? 0 })),
    ),
  };
  return {
    api,
    /** Something else has changed an import, as the background does. */
    put: (entry: ImportEntry) => void put(entry),
    /** Jobs stay at a quarter from now on, until they are let go or stopped. */
    holdJobs: () => void (hold = new Promise((resolve) => (letGo = resolve))),
    letJobsGo: () => {
      hold = null;
      letGo();
    },
  };
}
