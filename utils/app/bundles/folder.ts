/**
 * A folder any cloud drive syncs, through which desks exchange what they change. A turn writes first and reads then: what was
 * taken in from others has an older clock reading than the next look for changes of ours, and is not written once more.
 */
import { bundleVersion } from '../../domain/bundles/bundle';
import { isFolderFile, keepPresent, planFolder, withoutSkipped } from '../../domain/bundles/folder-plan';
import { err, ok } from '../../domain/result';
import { alone, aloneIfFree } from '../../platform/alone';
import type { FolderAccess } from '../../platform/bundles/folder';
import type { ApiResult } from '../api';
import type { BundlesApi, Team } from '../bundles-api';
import type { JobOptions } from '../buyers-api';
import type { FolderApi, FolderProblem, FolderResult, FolderState } from './folder-api';
import {
  clockNow,
  dropFolder,
  keepFolder,
  readFolder,
  updateFolder,
  type ChosenFolder,
  type KeptFolder,
} from './folder-kept';
import { readOthers, type ReadDeps } from './folder-read';
import { writeOwn, type WriteDeps } from './folder-write';

/** Stores, the team and its files, and the browser's ways to a folder. */
export interface FolderDeps extends ReadDeps, WriteDeps {
  readonly bundles: Pick<BundlesApi, 'team' | 'read' | 'apply' | 'discard'>;
  readonly access: FolderAccess;
}

/** Topic of the shared folder. */
export const folderTopic = 'folder';

/** Units: milliseconds. */
const EVERY_MS = 5 * 60 * 1000;

const recipientsOf = ({ me, mates }: Team): readonly string[] =>
  [...new Set([me.recipient, ...mates.map(({ recipient }) => recipient)])].sort();

const contextOf = ({ me, mates }: Team): string => {
  const ids = mates.map(({ id }) => id).sort();
  return [`${bundleVersion.major}.${bundleVersion.minor}`, me.recipient, ...ids].join(' ');
};

const allowed = async ({ access }: FolderDeps, { handle }: ChosenFolder): FolderResult<null> =>
  (await access.permission(handle)) === 'granted' ? ok(null) : err({ kind: 'permission' });

/** Writes what is ours, then reads what is others'. */
const exchange = async (deps: FolderDeps, chosen: ChosenFolder, options: JobOptions): FolderResult<KeptFolder> => {
  const may = await allowed(deps, chosen);
  if (!may.ok) return may;
  const team = await deps.bundles.team();
  if (!team.ok) return team;
  const now = await clockNow(deps);
  if (!now.ok) return now;
  const folder = deps.access.open(chosen.handle);
  const files = await folder.list(isFolderFile);
  if (!files.ok) return files;
  const context = contextOf(team.value);
  // Who was a stranger may be in the team now, and what was too new may be known.
  const known =
    chosen.kept.context === context ? chosen.kept : { ...chosen.kept, ...withoutSkipped(chosen.kept), context };
  const { node, clock } = now.value;
  const plan = planFolder(files.value, known, { node, nowMs: Date.parse(deps.clock.now()) });
  const writing = { folder, plan, kept: known, clock, recipients: recipientsOf(team.value), options };
  const written = await writeOwn(deps, writing);
  if (!written.ok) return written;
  const { own } = written.value;
  const kept: KeptFolder = { ...written.value, ...keepPresent(written.value, files.value), own };
  const saved = await updateFolder(deps, kept);
  if (!saved.ok) return saved;
  const toRead = plan.toRead.filter(({ name }) => own.every((mark) => mark.name !== name));
  return readOthers(deps, { folder, files: toRead, kept, options });
};

const keepProblem = async (deps: FolderDeps, problem: FolderProblem): Promise<void> => {
  // What the person has stopped is no news to them.
  if (problem.kind !== 'cancelled') await updateFolder(deps, { problem });
};

/** One turn; what came of it is remembered. */
const turn = async (deps: FolderDeps, options: JobOptions): FolderResult<null> => {
  const chosen = await readFolder(deps);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return err({ kind: 'no-folder' });
  const done = await exchange(deps, chosen.value, options);
  if (!done.ok) {
    await keepProblem(deps, done.error);
    return done;
  }
  const kept = { ...done.value, mergedAt: deps.clock.now(), problem: null };
  const saved = await updateFolder(deps, kept);
  return saved.ok ? ok(null) : saved;
};

const stateOf = async (deps: FolderDeps): ApiResult<FolderState> => {
  const chosen = await readFolder(deps);
  if (!chosen.ok) return chosen;
  const canChoose = deps.access.canPick();
  if (chosen.value === null) return ok({ canChoose, folder: null, skipped: [] });
  const { handle, kept } = chosen.value;
  return ok({
    canChoose,
    folder: { name: handle.name, permission: await deps.access.permission(handle) },
    skipped: kept.skipped.map(({ name, kind }) => ({ name, kind })),
    ...(kept.mergedAt === null ? {} : { mergedAt: kept.mergedAt }),
    ...(kept.problem === null ? {} : { problem: kept.problem }),
  });
};

/** Use cases around the shared folder, over the given stores. */
export const createFolderSync = (deps: FolderDeps): FolderApi => {
  let running: Promise<unknown> | null = null;

  const told = async (done: Awaited<FolderResult<null>>): FolderResult<null> => {
    // Desks without a folder look for one every five minutes as well: that is no news to anybody.
    if (done.ok || done.error.kind !== 'no-folder') await deps.announce([folderTopic]);
    return done;
  };

  /** One turn after the other in this page, whatever came of the one before. */
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = (running ?? Promise.resolve()).then(work, work);
    running = mine;
    const leave = (): void => {
      if (running === mine) running = null;
    };
    void mine.then(leave, leave);
    return mine;
  };

  /** What a person asks for waits for the turn that is under way, here or in another page: it may have begun too early. */
  const asked = (options: JobOptions): FolderResult<null> =>
    inLine(() => alone('folder', async () => told(await turn(deps, options))));

  /** What nobody asked for is left out while another turn is under way. */
  const unasked = async (signal: AbortSignal): Promise<void> => {
    if (running !== null) return;
    await inLine(() => aloneIfFree('folder', async () => void (await told(await turn(deps, { signal })))));
  };

  const stateAfter = async (work: FolderResult<null>): FolderResult<FolderState> => {
    const done = await work;
    return done.ok ? stateOf(deps) : done;
  };

  return {
    state: () => stateOf(deps),

    choose: async () => {
      const picked = await deps.access.pick();
      if (!picked.ok) return picked;
      return picked.value === null ? stateOf(deps) : stateAfter(keepFolder(deps, picked.value).then(told));
    },

    allow: async () => {
      const chosen = await readFolder(deps);
      if (!chosen.ok) return chosen;
      if (chosen.value === null) return err({ kind: 'no-folder' });
      const permission = await deps.access.ask(chosen.value.handle);
      await deps.announce([folderTopic]);
      return permission === 'granted' ? stateOf(deps) : err({ kind: 'permission' });
    },

    sync: (options = {}) => stateAfter(asked(options)),

    stop: async () => {
      const dropped = await dropFolder(deps);
      await deps.announce([folderTopic]);
      return dropped;
    },

    keepUp: (signal) => {
      const again = (): void => void unasked(signal);
      if (signal.aborted) return;
      again();
      const timer = setInterval(again, EVERY_MS);
      signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    },
  };
};
