import type { PageHealth } from '../marketplaces/contract';
import type { ContentDeps } from './content-api';

const WORST_FIRST: readonly PageHealth[] = ['broken', 'limited', 'good'];

/**
 * One sign for a tab in which several scripts and frames report: the worst of what they say. `gone` stands for one of them;
 * once it is aborted its word counts no more. The sign is drawn anew with the next report, since a port also closes when
 * the browser puts the page to sleep.
 */
export function createTabSigns(show: ContentDeps['showHealth']): (gone: AbortSignal) => ContentDeps['showHealth'] {
  const tabs = new Map<number, Map<AbortSignal, PageHealth>>();
  return (gone) => async (tabId, health) => {
    const said = tabs.get(tabId) ?? new Map<AbortSignal, PageHealth>();
    tabs.set(tabId, said);
    if (!said.has(gone)) {
      const forget = (): void => {
        said.delete(gone);
        if (said.size === 0) tabs.delete(tabId);
      };
      gone.addEventListener('abort', forget, { once: true });
    }
    said.set(gone, health);
    const all = [...said.values()];
    await show(tabId, WORST_FIRST.find((one) => all.includes(one)) ?? health);
  };
}
