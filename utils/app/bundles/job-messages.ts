/**
 * Long work in a worker: making and opening files takes seconds of arithmetic, which would stand still a page. One worker for
 * each job, so that its memory is free again when it is over.
 */
import { err } from '../../domain/result';
import type { BundleApiProblem, BundleResult, BundlesApi } from '../bundles-api';
import type { JobOptions, Progress } from '../buyers-api';

/** The jobs that run in a worker. */
export type BundleJobs = Pick<BundlesApi, 'read' | 'write'>;
type JobName = keyof BundleJobs;

type ToWorker = { readonly kind: 'begin'; readonly job: JobName; readonly request: never } | { readonly kind: 'stop' };
type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'changed'; readonly topics: readonly string[] }
  | { readonly kind: 'done'; readonly result: Awaited<BundleResult<unknown>> };

/** What a page needs of a worker. */
export type JobWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** What a worker needs of itself. */
export interface WorkerScope {
  readonly postMessage: (message: FromWorker) => void;
  readonly addEventListener: (type: 'message', heard: (event: MessageEvent<ToWorker>) => void) => void;
}

const broken: BundleApiProblem = { kind: 'storage-failed', code: 'worker' };

const runIn = <T>(
  worker: JobWorker,
  {
    job,
    request,
    options,
    announce,
  }: {
    readonly job: JobName;
    readonly request: unknown;
    readonly options: JobOptions;
    readonly announce: (topics: readonly string[]) => Promise<void>;
  },
): BundleResult<T> =>
  new Promise((resolve) => {
    const settle = (result: Awaited<BundleResult<T>>): void => {
      worker.terminate();
      resolve(result);
    };
    if (options.signal?.aborted) return settle(err({ kind: 'cancelled' }));
    worker.addEventListener('message', (event) => {
      const message = (event as MessageEvent<FromWorker>).data;
      if (message.kind === 'progress') options.onProgress?.(message.progress);
      else if (message.kind === 'changed') void announce(message.topics);
      else settle(message.result as Awaited<BundleResult<T>>);
    });
    // A worker that cannot be loaded or runs out of memory says only that it failed.
    worker.addEventListener('error', () => settle(err(broken)));
    worker.addEventListener('messageerror', () => settle(err(broken)));
    options.signal?.addEventListener('abort', () => worker.postMessage({ kind: 'stop' } satisfies ToWorker), {
      once: true,
    });
    worker.postMessage({ kind: 'begin', job, request });
  });

/** The jobs as a page asks for them; each begins a worker of its own. */
export const jobsInWorker = (
  begin: () => JobWorker,
  announce: (topics: readonly string[]) => Promise<void>,
): BundleJobs => ({
  read: (request, options = {}) => runIn(begin(), { job: 'read', request, options, announce }),
  write: (request, options = {}) => runIn(begin(), { job: 'write', request, options, announce }),
});

/** Waits in a worker for its one job. `jobsWith` gets what the page is told of changes by. */
export const serveJobs = (
  scope: WorkerScope,
  jobsWith: (announce: (topics: readonly string[]) => Promise<void>) => BundleJobs,
): void => {
  const stopping = new AbortController();
  const jobs = jobsWith(async (topics) => scope.postMessage({ kind: 'changed', topics }));
  const options: JobOptions = {
    onProgress: (progress) => scope.postMessage({ kind: 'progress', progress }),
    signal: stopping.signal,
  };
  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'stop') return stopping.abort();
    const done = (result: Awaited<BundleResult<unknown>>): void => scope.postMessage({ kind: 'done', result });
    jobs[data.job](data.request, options).then(done, () => done(err(broken)));
  });
};
