import { loadavg } from 'node:os';
import { launchDesk } from '../../tests/e2e/harness/launch-desk';
import { armsOf, rotated, type BuiltArms } from './arms';
import { keysToDraft, type KeysToDraft } from './measure-keys';
import type { Plan } from './plan';
import { createSamples, type Samples } from './samples';
import { visitArm } from './visit-arm';

/** Everything one run has found. */
export interface Findings {
  readonly samples: Samples;
  readonly keys: readonly KeysToDraft[];
  readonly remarks: readonly string[];
  readonly browser: string;
  readonly rounds: number;
}

/** Conversations that ask where an order is, in five languages. */
const whereThreads = ['where-en', 'where-de', 'where-es', 'where-fr', 'where-zh'] as const;

async function countKeys(extensionDir: string, remarks: string[]): Promise<[readonly KeysToDraft[], string]> {
  const desk = await launchDesk({ extensionDir, locale: 'en-US', viewport: { width: 1680, height: 900 } });
  const browser = desk.context.browser()?.version() ?? 'unknown';
  const keys: KeysToDraft[] = [];
  try {
    for (const thread of whereThreads) {
      try {
        keys.push(await keysToDraft(desk, thread));
      } catch (problem) {
        remarks.push(`keys, ${thread}: ${problem instanceof Error ? problem.message.split('\n')[0] : 'unknown'}`);
      }
    }
  } finally {
    await desk.close();
  }
  return [keys, browser];
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(0);

/** Runs all rounds: every arm in each, in an order that rotates, every time with a fresh profile. */
export async function runBench(built: BuiltArms, plan: Plan): Promise<Findings> {
  const startedAt = performance.now();
  const samples = createSamples();
  const remarks: string[] = [];
  const arms = armsOf(built);
  const [keys, browser] = await countKeys(built.parley, remarks);
  let rounds = 0;
  for (; rounds < plan.rounds; rounds += 1) {
    if (performance.now() - startedAt > plan.deadlineMs) {
      remarks.push(`out of time after ${rounds} of ${plan.rounds} rounds`);
      break;
    }
    const round = rounds;
    for (const arm of rotated(arms, round)) {
      const armAt = performance.now();
      await visitArm(
        { arm, round, plan },
        {
          figure: (name, value) => samples.add(arm.name, round, name, value),
          remark: (text) => remarks.push(text),
        },
      );
      const load = loadavg()[0]?.toFixed(1) ?? '?';
      console.log(`  round ${round + 1} of ${plan.rounds}  ${arm.name.padEnd(6)} ${seconds(armAt)} s  (load ${load})`);
    }
  }
  return { samples, keys, remarks, browser, rounds };
}
