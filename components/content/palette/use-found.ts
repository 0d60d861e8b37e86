import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { FoundReplies, FoundReply } from '@/utils/app/palette-api';
import type { AssistantActions, PaletteView } from '../model';

/** Rows of one search; more are found by another word, not by scrolling. */
const MOST_ROWS = 10;

/** What is known of a search: the answer to this query, or an older one while it is on its way. */
export interface Found extends FoundReplies {
  /** Belongs to what stands in the search box now. */
  readonly isCurrent: boolean;
  readonly problem: ApiProblem | null;
  /** Shows a star at once; the store follows. */
  readonly star: (hit: FoundReply) => void;
}

interface Answer extends FoundReplies {
  readonly name: string;
  readonly problem: ApiProblem | null;
}

const nothing: Answer = { name: '', hits: [], count: 0, problem: null };

/** Asks for replies or sentences, once a frame at most; an older answer never covers a newer one. */
export function useFound(
  view: PaletteView,
  query: string,
  actions: Pick<AssistantActions, 'findReplies' | 'favourite'>,
): Found {
  const [answer, setAnswer] = useState(nothing);
  const ask = useRef(actions.findReplies);
  ask.current = actions.findReplies;
  const name = `${view} ${query}`;

  useEffect(() => {
    let isWanted = true;
    const frame = requestAnimationFrame(() => {
      void ask.current({ query, kind: view, limit: MOST_ROWS }).then((found) => {
        if (!isWanted) return;
        setAnswer(found.ok ? { ...found.value, name, problem: null } : { ...nothing, name, problem: found.error });
      });
    });
    return () => {
      isWanted = false;
      cancelAnimationFrame(frame);
    };
  }, [view, query, name]);

  const star = ({ suggestion: { templateId }, isFavourite }: FoundReply) => {
    const on = !isFavourite;
    const show = (isOn: boolean) =>
      setAnswer((now) => ({
        ...now,
        hits: now.hits.map((hit) => (hit.suggestion.templateId === templateId ? { ...hit, isFavourite: isOn } : hit)),
      }));
    show(on);
    void actions.favourite({ templateId, on }).then((kept) => kept.ok || show(!on));
  };
  // Sentences are no replies: the rows of the other view are never shown under this one's name.
  const isSameView = answer.name.startsWith(`${view} `);
  const shown = isSameView ? answer : nothing;
  return { hits: shown.hits, count: shown.count, problem: shown.problem, isCurrent: answer.name === name, star };
}
