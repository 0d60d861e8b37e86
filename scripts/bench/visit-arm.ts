import { launchDesk, type Desk } from '../../tests/e2e/harness/launch-desk';
import type { Arm } from './arms';
import { readCpu } from './cpu';
import { arriveFirst, arriveFollowing, type Arrival } from './measure-arrival';
import { loadQuietPage, loadThread, traceThread } from './measure-loads';
import { typeKeys } from './measure-typing';
import { storm } from './page-probes';
import type { Plan } from './plan';
import { newSellerPage, settle } from './seller-page';

/** Changes a page makes per second in the storm. */
const STORM_RATE = 10_000;
/** The figures are of this long, whatever the plan had time for. */
const STORM_SECONDS = 5;
/** The extension has installed itself by then. */
const INSTALL_MS = 1_200;

/** Where an arm's figures go, and what else is worth saying. */
export interface Notebook {
  readonly figure: (name: string, value: number) => void;
  readonly remark: (text: string) => void;
}

/** One visit: a fresh profile, everything this arm is asked for, and the end of the browser. */
export interface Visit {
  readonly arm: Arm;
  readonly round: number;
  readonly plan: Plan;
}

async function storms(desk: Desk, { arm, plan }: Visit, { figure }: Notebook): Promise<void> {
  for (const size of plan.sizes) {
    const { page, cpu } = await newSellerPage(desk, size);
    await desk.openThread('where-en', {}, page);
    await settle(page, plan.settleMs, arm.hasCards);
    const before = await readCpu(cpu);
    await page.evaluate(storm, [STORM_RATE, plan.stormSeconds] as const);
    const after = await readCpu(cpu);
    figure(`storm ${size}`, ((after.script - before.script) * STORM_SECONDS) / plan.stormSeconds);
    await page.close();
  }
}

async function typing(desk: Desk, { arm, plan }: Visit, { figure }: Notebook): Promise<void> {
  const seller = await newSellerPage(desk, plan.sizes[0]);
  await desk.openThread('where-en', {}, seller.page);
  await settle(seller.page, plan.settleMs, arm.hasCards);
  for (const text of plan.typing) {
    const perKey = await typeKeys(seller, text, { keys: plan.keysPerField, hasCheck: arm.hasCards });
    figure(`key ${text.characters} ${text.findings}`, perKey);
  }
  await seller.page.close();
}

async function loads(desk: Desk, { arm, plan, round }: Visit, { figure, remark }: Notebook): Promise<void> {
  const wait = { settleMs: plan.settleMs, hasCards: arm.hasCards };
  figure('quiet', await loadQuietPage(desk, plan.sizes[0], plan.settleMs));
  for (const size of plan.sizes) {
    const { script, layoutAndStyle } = await loadThread(desk, size, wait);
    figure(`thread ${size}`, script);
    figure(`thread layout ${size}`, layoutAndStyle);
  }
  const [small] = plan.sizes;
  for (const size of arm.name === 'parley' ? plan.sizes : arm.name === 'react' ? [small] : []) {
    const { longestCpuMs, longestWallMs, long } = await traceThread(desk, size, wait);
    figure(`task ${size}`, longestCpuMs);
    figure(`task wall ${size}`, longestWallMs);
    figure(`long tasks ${size}`, long.length);
    // What long tasks are made of hardly changes: the first round says it.
    for (const task of round === 0 ? long : [])
      remark(`${arm.name}, ${size} nodes: task of ${task.cpuMs.toFixed(0)} ms (${task.parts})`);
  }
}

async function arrivals(desk: Desk, { plan }: Visit, { figure }: Notebook): Promise<void> {
  const keep = (name: string, seen: readonly Arrival[]): void => {
    for (const { fromPaintMs, fromDomMs } of seen) {
      figure(`arrival ${name}`, fromPaintMs);
      figure(`arrival dom ${name}`, fromDomMs);
    }
  };
  keep('first', await arriveFirst(desk, plan.suggestionsPerRound));
  keep('following', await arriveFollowing(desk, plan.suggestionsPerRound));
  keep('stopped', await arriveFirst(desk, plan.suggestionsPerRound, () => desk.killWorker()));
}

/** The parts of a visit; one that fails is said and does not spoil the others. */
const partsOf = (visit: Visit): readonly (readonly [string, typeof loads])[] => {
  const { arm, round, plan } = visit;
  const isLong = round < plan.longRounds;
  return [
    ['loads', loads],
    ...(arm.name === 'parley' ? [['arrivals', arrivals] as const] : []),
    ...(isLong && (arm.name === 'none' || arm.name === 'parley') ? [['typing', typing] as const] : []),
    ...(isLong && arm.name !== 'react' ? [['storms', storms] as const] : []),
  ];
};

/** Runs one arm once in a browser of its own. */
export async function visitArm(visit: Visit, notebook: Notebook): Promise<void> {
  const desk = await launchDesk({
    extensionDir: visit.arm.extensionDir,
    locale: 'en-US',
    viewport: { width: 1680, height: 900 },
  });
  try {
    await new Promise((resolve) => setTimeout(resolve, INSTALL_MS));
    for (const [name, measure] of partsOf(visit)) {
      try {
        await measure(desk, visit, notebook);
      } catch (problem) {
        const why = problem instanceof Error ? problem.message.split('\n')[0] : 'unknown';
        notebook.remark(`${visit.arm.name}, round ${visit.round + 1}: ${name} failed: ${why}`);
      }
      for (const page of desk.context.pages().slice(1)) await page.close();
    }
    if (desk.refused.length > 0)
      notebook.remark(`${visit.arm.name}: the fence refused ${desk.refused.length} requests`);
  } finally {
    await desk.close();
  }
}
