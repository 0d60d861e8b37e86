import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { PracticeConversation, PracticeScreen } from '@/utils/marketplaces/contract';
import type { PracticeTools } from './practice-tools';

/** Where the bar finds what it works on. */
export interface Bar {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly block: RefObject<HTMLFormElement | null>;
  readonly send: RefObject<HTMLButtonElement | null>;
  /** What stands on screen. */
  readonly shown: RefObject<PracticeConversation | null>;
  /** Tells the bar that the message was kept as sent. */
  readonly sent: () => void;
}

/** Starts Parley on the conversation that is on screen; anew whenever `round` changes. */
export function useBar(
  tools: PracticeTools,
  { inserted, round }: { readonly inserted: () => void; readonly round: string },
): Bar {
  const box = useRef<HTMLTextAreaElement>(null);
  const block = useRef<HTMLFormElement>(null);
  const send = useRef<HTMLButtonElement>(null);
  const shown = useRef<PracticeConversation | null>(null);
  const hear = useRef(inserted);
  hear.current = inserted;
  const listeners = useMemo(() => new Set<() => void>(), []);
  useEffect(() => {
    const life = new AbortController();
    const screen: PracticeScreen = {
      open: () => shown.current,
      composer: () => box.current,
      block: () => block.current,
      sendButton: () => send.current,
      onSent: (heard, signal) => {
        listeners.add(heard);
        signal.addEventListener('abort', () => listeners.delete(heard), { once: true });
      },
    };
    tools.start(screen, () => hear.current(), life.signal);
    return () => life.abort();
  }, [tools, listeners, round]);
  return useMemo(() => ({ box, block, send, shown, sent: () => listeners.forEach((heard) => heard()) }), [listeners]);
}
