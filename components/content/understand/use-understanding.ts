import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { Understanding } from '@/utils/app/understand-api';
import type { AssistantActions, AssistantModel } from '../model';

/** What is known: the last answer stays on screen while a newer one is on its way. */
export interface Understood {
  readonly understanding: Understanding | null;
  readonly problem: ApiProblem | null;
  readonly retry: () => void;
}

/** Units: milliseconds without a key before the box is asked about: the words under it stand still while somebody writes. */
const PAUSE_MS = 200;

/**
 * Asks what was written when the part is opened, when the text in the box or what the check says of it has changed, and for
 * another message. One question at a time: changes in between are asked about once, after the answer.
 */
export function useUnderstanding(
  { check, message }: Pick<AssistantModel, 'check' | 'message'>,
  { understand, watchText }: Pick<AssistantActions, 'understand' | 'watchText'>,
): Understood {
  const [understanding, setUnderstanding] = useState<Understanding | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [round, setRound] = useState(0);
  const state = useRef({ isAsking: false, isStale: false, isGone: false });
  const text = message?.text;
  const asked = useRef(understand);
  asked.current = understand;
  const watched = useRef(watchText);

  useEffect(() => {
    const { current } = state;
    current.isGone = false;
    return () => void (current.isGone = true);
  }, []);
  useEffect(() => {
    const life = new AbortController();
    let pause: ReturnType<typeof setTimeout> | undefined;
    // The check tells nothing of a change that changes no finding.
    watched.current(life.signal, () => {
      clearTimeout(pause);
      pause = setTimeout(() => setRound((now) => now + 1), PAUSE_MS);
    });
    return () => {
      life.abort();
      clearTimeout(pause);
    };
  }, []);
  useEffect(() => {
    const { current } = state;
    const ask = async (): Promise<void> => {
      current.isAsking = true;
      do {
        current.isStale = false;
        const answer = await asked.current();
        if (current.isGone) break;
        // The box has changed since: the next answer is the one to show.
        if (current.isStale) continue;
        if (answer.ok) setUnderstanding(answer.value);
        setProblem(answer.ok ? null : answer.error);
      } while (current.isStale);
      current.isAsking = false;
    };
    if (current.isAsking) current.isStale = true;
    else void ask();
  }, [check, text, round]);
  return { understanding, problem, retry: () => setRound((now) => now + 1) };
}
