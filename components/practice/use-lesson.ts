import { useCallback, useEffect, useMemo, useState } from 'react';

const KEY = 'parley.practice.lesson';
const REPLY_KEYS = ['Digit1', 'Digit2', 'Digit3', 'Numpad1', 'Numpad2', 'Numpad3'];

/** The steps of the lesson, in their order. */
export const lessonSteps = ['ask', 'fill', 'fix'] as const;

/** One step of the lesson. */
export type LessonStep = (typeof lessonSteps)[number];

/** How far somebody has come in the lesson. */
export interface LessonState {
  /** Whether its conversation is the one on screen. */
  readonly isHere: boolean;
  readonly done: ReadonlySet<LessonStep>;
  /** A reply was put into the message. */
  readonly inserted: () => void;
  /** Notes that this sentence was planted in the message. */
  readonly plant: (sentence: string) => void;
  /** The message as it stands now. */
  readonly read: (text: string) => void;
}

/** Whether the lesson was put away; in the extension pages' own `localStorage`, as the choices of the converter are. */
export const isLessonClosed = (): boolean => localStorage.getItem(KEY) === 'closed';

/** Remembers whether it was. */
export function keepLessonClosed(isClosed: boolean): void {
  if (isClosed) localStorage.setItem(KEY, 'closed');
  else localStorage.removeItem(KEY);
}

/** Follows what is done in the conversation of the lesson; begins again with every round. */
export function useLesson(isHere: boolean, round: number): LessonState {
  const [done, setDone] = useState<ReadonlySet<LessonStep>>(new Set());
  const [planted, setPlanted] = useState('');
  const tick = useCallback(
    (...steps: readonly LessonStep[]) => {
      if (isHere) setDone((before) => new Set([...before, ...steps]));
    },
    [isHere],
  );
  useEffect(() => {
    setDone(new Set());
    setPlanted('');
  }, [round]);
  useEffect(() => {
    const life = new AbortController();
    // Before the bar, which keeps its keys from the page.
    const hear = (event: KeyboardEvent) => {
      if (event.altKey && !event.ctrlKey && REPLY_KEYS.includes(event.code)) tick('ask');
    };
    window.addEventListener('keydown', hear, { capture: true, signal: life.signal });
    return () => life.abort();
  }, [tick]);
  return useMemo(
    () => ({
      isHere,
      done,
      inserted: () => tick('ask', 'fill'),
      plant: setPlanted,
      // An emptied box is no repaired sentence.
      read: (text) => {
        if (planted !== '' && text.trim() !== '' && !text.includes(planted)) tick('fix');
      },
    }),
    [isHere, done, planted, tick],
  );
}
