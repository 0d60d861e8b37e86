import type { ContentApi } from '@/utils/app/api';
import type { PageHealth } from '@/utils/marketplaces/contract';
import { pageHealth } from '@/utils/marketplaces/page-health';
import type { Snapshot } from './snapshot';

/** A page that renders late is judged once it has come to rest, this long after its last change, in ms. */
const REST_MS = 3_000;

/** Says that a judged page was left for one that is not judged: its sign on the toolbar goes. */
export const leftPage = { page: 'none', health: 'good', fields: [], ms: 0 } as const;

/** Notes how well this document's conversations could be read, each judgement once until the page is left. */
export function createVisitBook(
  client: Pick<ContentApi, 'reportVisit'>,
  signal: AbortSignal,
): (seen: Snapshot | null) => void {
  let told = '';
  let pending = '';
  let shown: PageHealth = 'good';
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return (seen) => {
    const judgement = seen ? JSON.stringify([seen.page, seen.fields]) : '';
    // A page that changes all the time without being read otherwise has come to rest as far as this goes.
    if (seen && judgement === pending) return;
    clearTimeout(timer);
    pending = judgement === told ? '' : judgement;
    if (!seen) {
      told = pending = '';
      if (shown !== 'good') void client.reportVisit(leftPage);
      shown = 'good';
      return;
    }
    if (pending === '') return;
    timer = setTimeout(() => {
      const health = pageHealth(seen.fields);
      [told, pending, shown] = [judgement, '', health];
      void client.reportVisit({ page: seen.page, health, fields: seen.fields, ms: Math.round(seen.readMs) });
    }, REST_MS);
  };
}
