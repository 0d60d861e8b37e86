import { useEffect, useRef, useState, type ComponentType } from 'react';
import { browser } from 'wxt/browser';
import { useApp } from './app-context';

/** Calls `heard` when the browser holds a newer version of Parley ready, until the signal aborts. */
export const onWaitingUpdate = (heard: () => void, signal: AbortSignal): void => {
  const { onUpdateAvailable } = browser.runtime;
  onUpdateAvailable.addListener(heard);
  signal.addEventListener('abort', () => onUpdateAvailable.removeListener(heard), { once: true });
};

/** Says that a newer version waits, once one does; what it says is loaded then. */
export function WaitingUpdate() {
  const { onUpdate } = useApp();
  const [Notice, setNotice] = useState<ComponentType<{ readonly onClose: () => void }> | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = new AbortController();
    const show = async () => {
      const { UpdateNotice } = await import('../settings/auto-backup/update-notice');
      if (!view.signal.aborted) setNotice(() => UpdateNotice);
    };
    onUpdate?.(() => void show(), view.signal);
    return () => view.abort();
  }, [onUpdate]);
  const close = () => {
    setNotice(null);
    // The button that was pressed is not there any more.
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1}>
      {Notice && <Notice onClose={close} />}
    </div>
  );
}
