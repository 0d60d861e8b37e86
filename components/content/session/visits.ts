import type { ContentApi } from '@/utils/app/api';
import { pageHealth } from '@/utils/marketplaces/page-health';
import type { Snapshot } from './snapshot';

/** A page that renders late is judged once it has come to rest, this long after its last change, in ms. */
const REST_MS = 3_000;

/** Notes how well this document's conversations could be read, each judgement once. */
export function createVisitBook(
  client: Pick<ContentApi, 'reportVisit'>,
  signal: AbortSignal,
): (seen: Snapshot) => void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return ({ page, fields, readMs }) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const health = pageHealth(fields);
      const judgement = JSON.stringify([page, fields]);
      if (judgement === told) return;
      told = judgement;
      void client.reportVisit({ page, health, fields, ms: Math.round(readMs) });
    }, REST_MS);
  };
}
