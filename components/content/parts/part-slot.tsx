import { useEffect, useRef, useState } from 'react';
import { useT } from '../../ui/translate';
import { ProblemText } from '../problem-text';
import { loadParts } from './load-parts';
import { offeredParts, type MountedPart, type PartName, type PartProps } from './offered-parts';

/**
 * Where a part of the interface stands whose script comes when it is opened for the first time: most conversations are
 * answered without notes, and none should pay for them.
 */
export function PartSlot({
  name,
  model,
  actions,
  pointed,
}: Omit<PartProps, 'translate'> & { readonly name: PartName }) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedPart | null>(null);
  const [phase, setPhase] = useState<'loading' | 'ready' | 'failed'>(offeredParts() ? 'ready' : 'loading');

  useEffect(() => {
    if (phase !== 'loading') return;
    let isWanted = true;
    void loadParts().then((mount) => {
      if (isWanted) setPhase(mount ? 'ready' : 'failed');
    });
    return () => {
      isWanted = false;
    };
  }, [phase]);
  useEffect(() => {
    if (phase !== 'ready' || !place.current) return;
    mounted.current = offeredParts()?.(name, place.current) ?? null;
    return () => mounted.current?.unmount();
  }, [phase, name]);
  useEffect(() => mounted.current?.update({ model, actions, translate: t, ...(pointed ? { pointed } : {}) }));

  // Nobody asked for the popover with a key or a click: without its script it just stays away.
  const isAsked = name !== 'finding';
  if (phase === 'failed' && isAsked)
    return <ProblemText problem={{ kind: 'disconnected' }} onRetry={() => setPhase('loading')} />;
  return (
    <div ref={place}>
      {phase === 'loading' && isAsked && (
        <div className="p-skeleton" aria-busy="true" aria-label={t('page.bar.loading')} role="group">
          <i />
          <i />
        </div>
      )}
    </div>
  );
}
