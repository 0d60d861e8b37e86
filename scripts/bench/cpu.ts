import type { CDPSession, Page } from 'playwright-core';

/** CPU time of a page's main thread since the session began, in ms: all worlds, so extensions included. */
export interface Cpu {
  readonly script: number;
  readonly layout: number;
  readonly style: number;
}

/** Starts counting in thread time: a busy machine makes work later, not longer. */
export async function countCpu(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Reads the counters. */
export async function readCpu(session: CDPSession): Promise<Cpu> {
  const { metrics } = await session.send('Performance.getMetrics');
  const msOf = (wanted: string): number => (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1000;
  return { script: msOf('ScriptDuration'), layout: msOf('LayoutDuration'), style: msOf('RecalcStyleDuration') };
}
