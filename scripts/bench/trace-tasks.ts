import type { CDPSession } from 'playwright-core';

/** The tasks of a traced stretch that ran code of an extension. */
export interface OwnTasks {
  /** Units: ms of CPU. */
  readonly longestCpuMs: number;
  /** Units: ms on the wall; longer than the CPU time where others use the machine. */
  readonly longestWallMs: number;
  /** Units: ms of CPU, tasks over 50 ms with the names of what they ran. */
  readonly long: readonly { readonly cpuMs: number; readonly parts: string }[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string }; readonly fileName?: string };
}

const LONG_MS = 50;
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const cpuOf = (event: TraceEvent): number => (event.tdur ?? event.dur ?? 0) / 1000;
// Timeline and scheduler both report every task; one of them is enough.
const isTask = ({ name }: TraceEvent): boolean => name === 'RunTask';
const isOwn = ({ args }: TraceEvent): boolean =>
  (args?.data?.url ?? args?.fileName ?? '').startsWith('chrome-extension:');
const inside = (inner: TraceEvent, outer: TraceEvent): boolean =>
  inner.pid === outer.pid &&
  inner.tid === outer.tid &&
  inner.ts >= outer.ts &&
  inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);

/** The largest pieces of a task, for the eye. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  return events
    .filter((event) => !isTask(event) && inside(event, task) && cpuOf(event) > 5)
    .sort((a, b) => cpuOf(b) - cpuOf(a))
    .slice(0, 4)
    .map((event) => `${event.name} ${cpuOf(event).toFixed(0)}`)
    .join(', ');
}

/** Traces what `act` makes the page do. */
export async function traceOwnTasks(session: CDPSession, act: () => Promise<void>): Promise<OwnTasks> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => {
    events.push(...(value as TraceEvent[]).filter(({ ph }) => ph === 'X'));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);

  const own = events.filter(isOwn);
  const tasks = events.filter((event) => isTask(event) && own.some((part) => inside(part, event)));
  return {
    longestCpuMs: Math.max(0, ...tasks.map(cpuOf)),
    longestWallMs: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
    long: tasks
      .filter((task) => cpuOf(task) > LONG_MS)
      .map((task) => ({ cpuMs: cpuOf(task), parts: partsOf(task, events) })),
  };
}
