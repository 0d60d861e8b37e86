import type { ContentClient } from '@/utils/client/content-client';
import { templatesTopic } from '@/utils/platform/settings/templates-topic';

/** A file of replies is taken over in portions, each a change of its own. Units: ms. */
const SETTLED_MS = 500;

/**
 * Tells when the replies of the desk have changed, here or on another page: a reply that was taken out of use or reworded must
 * not stay a card. Changes close together are told once, and those made behind another tab when this one is seen again.
 */
export function watchReplies(
  client: Pick<ContentClient, 'subscribe'>,
  signal: AbortSignal,
  onChanged: () => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const tell = (): void => {
    isDue = document.hidden;
    if (!isDue) onChanged();
  };
  const unsubscribe = client.subscribe(templatesTopic, () => {
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED_MS);
  });
  document.addEventListener('visibilitychange', () => isDue && tell(), { signal });
  signal.addEventListener(
    'abort',
    () => {
      unsubscribe();
      clearTimeout(timer);
    },
    { once: true },
  );
}
