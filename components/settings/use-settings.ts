import { useCallback, useState } from 'react';
import type { ApiProblem, Settings } from '@/utils/app/api';
import { useApp } from '../dashboard/app-context';
import { isAboutSettings, useReading } from '../dashboard/use-reading';

/** The choices that still wait: without those of `change`, unless they were made anew in the meantime. */
const withoutSettled = (pending: Partial<Settings>, change: Partial<Settings>): Partial<Settings> =>
  Object.fromEntries(Object.entries(pending).filter(([name, choice]) => change[name as keyof Settings] !== choice));

/** The settings as chosen, and saving some of them; a choice shows at once, and comes back should saving it fail. */
export function useSettings() {
  const { api } = useApp();
  const { value, problem, again } = useReading(
    useCallback(() => api.settings.read(), [api]),
    isAboutSettings,
  );
  const [saveProblem, setSaveProblem] = useState<ApiProblem | null>(null);
  const [savedCount, setSavedCount] = useState(0);
  const [pending, setPending] = useState<Partial<Settings>>({});
  const settings = value && { ...value, ...pending };

  const save = async (change: Partial<Settings>): Promise<void> => {
    setPending((others) => ({ ...others, ...change }));
    const saved = await api.settings.write(change);
    setSaveProblem(saved.ok ? null : saved.error);
    if (saved.ok) setSavedCount((count) => count + 1);
    await again();
    setPending((others) => withoutSettled(others, change));
  };
  return { settings, problem, again, save, saveProblem, savedCount };
}
