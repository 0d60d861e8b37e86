import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import type { LockApi } from '@/utils/app/lock-api';
import { listenToLock, noteSeen } from '@/utils/platform/lock/lock-state';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Draws what is inside unless Parley is locked, and the question for the PIN instead. Locked takes everything down: nothing
 * that was read stays in the page. `isFirstLocked` is what the entry has found before anything is drawn.
 */
export function LockGuard(props: {
  readonly lock: Pick<LockApi, 'isLocked' | 'unlock'>;
  readonly isFirstLocked: boolean;
  readonly children: ReactNode;
}) {
  const { lock, isFirstLocked, children } = props;
  const [isLocked, setLocked] = useState(isFirstLocked);
  const [Locked, setView] = useState<ComponentType<{ readonly lock: Pick<LockApi, 'unlock'> }> | null>(null);

  useEffect(() => {
    const view = new AbortController();
    const { signal } = view;
    const look = async () => {
      const is = await lock.isLocked();
      if (!signal.aborted) setLocked(is);
    };
    listenToLock(() => void look(), signal);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, noteSeen, { capture: true, passive: true, signal });
    return () => view.abort();
  }, [lock]);

  useEffect(() => {
    if (isLocked) void import('./locked-page').then(({ LockedPage }) => setView(() => LockedPage));
  }, [isLocked]);

  if (!isLocked) return children;
  return Locked && <Locked lock={lock} />;
}
