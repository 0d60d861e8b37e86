import { useCallback, useMemo } from 'react';
import { labelOr } from '../content/labels';
import { useReading } from '../dashboard/use-reading';
import { useT } from '../ui/translate';
import { useApp } from '../dashboard/app-context';

/** Topics of what the desk decides about segments. */
export const isAboutSegments = (topic: string): boolean => topic.startsWith('segment') || topic === 'settings';

/** Gives the name of a segment: the desk's own name for it, or the one it ships with. */
export function useSegmentLabel(): (id: string) => string {
  const t = useT();
  const { segments } = useApp().api;
  const { value } = useReading(
    useCallback(() => segments.read(), [segments]),
    isAboutSegments,
  );
  return useMemo(() => {
    const own = new Map((value?.rules ?? []).flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
    return (id) => own.get(id) ?? labelOr(t, `buyers.segment.${id}`, id);
  }, [value, t]);
}
