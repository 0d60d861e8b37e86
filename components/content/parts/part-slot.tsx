import { useEffect, useRef, useState } from 'react';
import { useT } from '../../ui/translate';
import { whenIdle } from '@/utils/page/observe';
import { ProblemText } from '../problem-text';
import { loadCheck, offeredCheck } from '../check/offered-check';
import { loadPalette, offeredPalette } from '../palette/offered-palette';
import { loadMeaning, offeredMeaning } from '../understand/offered-meaning';
import { loadParts } from './load-parts';
import { offeredParts, type MountedPart, type MountPart, type PartName, type PartProps } from './offered-parts';

/** Drawn by the check's script. */
const OF_CHECK: readonly PartName[] = ['issues', 'finding', 'held'];
/** Called up by a key: both come with the palette's script. */
const IN_PALETTE: readonly PartName[] = ['palette', 'report'];
/** Nobody asked for these with a key or a click: without their script they just stay away. */
const UNASKED: readonly PartName[] = ['words', 'keep', 'finding', 'held'];

const offered = (name: PartName): MountPart | undefined => {
  if (IN_PALETTE.includes(name)) return offeredPalette();
  if (name === 'meaning') return offeredMeaning();
  return OF_CHECK.includes(name) ? offeredCheck()?.mount : offeredParts();
};

const scriptOf = (name: PartName): Promise<unknown> => {
  if (IN_PALETTE.includes(name)) return loadPalette();
  if (name === 'meaning') return loadMeaning();
  return OF_CHECK.includes(name) ? loadCheck() : loadParts();
};

/**
 * Where a part of the interface stands whose script comes when it is opened for the first time: most conversations are
 * answered without notes, and none should pay for them.
 */
export function PartSlot({ name, model, actions, words }: Omit<PartProps, 'translate'> & { readonly name: PartName }) {
  const t = useT();
  const isAsked = !UNASKED.includes(name);
  const place = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedPart | null>(null);
  const [phase, setPhase] = useState<'loading' | 'ready' | 'failed'>(offered(name) ? 'ready' : 'loading');

  useEffect(() => {
    if (phase !== 'loading') return;
    let isWanted = true;
    const load = () =>
      isWanted &&
      void scriptOf(name).then((isThere) => {
        if (isWanted) setPhase(isThere ? 'ready' : 'failed');
      });
    // Nobody waits for what comes by itself; the replies are drawn first.
    if (isAsked) load();
    else whenIdle(load);
    return () => {
      isWanted = false;
    };
  }, [phase, name, isAsked]);
  useEffect(() => {
    if (phase !== 'ready' || !place.current) return;
    mounted.current = offered(name)?.(name, place.current) ?? null;
    return () => mounted.current?.unmount();
  }, [phase, name]);
  useEffect(() => mounted.current?.update({ model, actions, translate: t, ...(words && { words }) }));

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
