import { useEffect, useRef, useState } from 'react';
import type { NoteFinding } from '@/utils/app/note-api';

/** Asks what the rules about notes say of a text; nothing when it could not be asked. Never rejects. */
export type ReviewNote = (text: string) => Promise<readonly NoteFinding[]>;

/** What a field for notes knows of its own text. */
export interface NoteReviewing {
  readonly findings: readonly NoteFinding[];
  /** Save was pressed once for a text that must not be kept: the next press saves it all the same. */
  readonly isHeld: boolean;
  /**
   * Looks at the text before it is saved. Answers the rules it is saved in spite of, or null when it must not be saved
   * by this press.
   */
  readonly pass: () => Promise<readonly string[] | null>;
}

/** Long enough not to speak up within a word, short enough to come before the agent reaches for the button. */
const QUIET_MS = 400;
/** A double click, or a key that is held down, is one decision and not two. */
const SAME_PRESS_MS = 600;

/** Looks at a note while it is written, and once more before it is saved; `review` must stay the same function. */
export function useNoteReview(text: string, review: ReviewNote): NoteReviewing {
  const wanted = text.trim();
  const [seen, setSeen] = useState<{ readonly text: string; readonly findings: readonly NoteFinding[] }>();
  const [held, setHeld] = useState<string | null>(null);
  const heldAt = useRef(0);
  const isPassing = useRef(false);
  // A decision is about the text it was made for: whatever is changed is asked about anew.
  if (held !== null && held !== wanted) setHeld(null);

  useEffect(() => {
    if (wanted === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void review(wanted).then((findings) => {
        if (isCurrent) setSeen({ text: wanted, findings });
      });
    }, QUIET_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, review]);

  const pass = async () => {
    if (isPassing.current) return null;
    isPassing.current = true;
    const findings = seen?.text === wanted ? seen.findings : await review(wanted);
    isPassing.current = false;
    setSeen({ text: wanted, findings });
    const blocks = findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule);
    const isSamePress = Date.now() - heldAt.current < SAME_PRESS_MS;
    if (blocks.length === 0 || (held === wanted && !isSamePress)) return [...new Set(blocks)];
    heldAt.current = Date.now();
    setHeld(wanted);
    return null;
  };
  return { findings: wanted === '' || !seen ? [] : seen.findings, isHeld: held === wanted && wanted !== '', pass };
}
