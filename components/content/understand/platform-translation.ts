import type { Bubble } from '@/utils/marketplaces/contract';

/**
 * What the platform's own translation says of a run of bubbles, under the name the page gives it; undefined when it
 * translated none. A bubble without one stays as it was written, so that nothing seems to be missing.
 */
export function platformTranslation(
  run: readonly Bubble[],
): { readonly text: string; readonly by: string } | undefined {
  const by = run.find((bubble) => bubble.platformTranslation)?.platformTranslation?.by;
  if (by === undefined) return undefined;
  return { text: run.map((bubble) => bubble.platformTranslation?.text ?? bubble.text).join('\n'), by };
}
