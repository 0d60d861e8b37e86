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

/**
 * Asks what was written when the part is opened, when the check has looked at the box anew, and for another message. One
 * question at a time: changes in between are asked about once, after the answer.
 */
export function useUnderstanding(
  { check, message }: Pick<AssistantModel, 'check' | 'message'>,
  { understand }: Pick<AssistantActions, 'understand'>,
): Understood {
  const [understanding, setUnderstanding] = useState<Understanding | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [round, setRound] = useState(0);
  const state = useRef({ isAsking: false, isStale: false, isGone: false });
  const text = message?.text;
  const asked = useRef(understand);
  asked.current = understand;

  useEffect(() => {
    const { current } = state;
    current.isGone = false;
    return () => void (current.isGone = true);
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
