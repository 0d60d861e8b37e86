import { useEffect, useReducer } from 'react';
import type { PracticeMessage } from '@/utils/domain/practice/sample';
import type { PracticeTools } from './practice-tools';

/** What was done in the sandbox inbox: messages kept as sent, by conversation, and which conversations were opened. */
export interface InboxState {
  readonly sent: Readonly<Record<string, readonly PracticeMessage[]>>;
  readonly seen: readonly string[];
  /** Counts how often somebody started over: what stands for an earlier round is drawn anew. */
  readonly round: number;
}

type InboxChange =
  | { readonly kind: 'opened'; readonly id: string }
  | { readonly kind: 'sent'; readonly id: string; readonly message: PracticeMessage }
  | { readonly kind: 'started-over' };

const untouched: InboxState = { sent: {}, seen: [], round: 0 };

const changed = (state: InboxState, change: InboxChange): InboxState => {
  switch (change.kind) {
    case 'opened':
      return state.seen.includes(change.id) ? state : { ...state, seen: [...state.seen, change.id] };
    case 'sent': {
      const before = state.sent[change.id] ?? [];
      return { ...state, sent: { ...state.sent, [change.id]: [...before, change.message] } };
    }
    case 'started-over':
      return { ...untouched, round: state.round + 1 };
  }
};

/** Beside the tools, so that another page of the dashboard can be looked at meanwhile. */
const kept = new WeakMap<PracticeTools, InboxState>();

/** The state of the sandbox inbox, for as long as the dashboard is open. */
export function useInbox(tools: PracticeTools) {
  const [state, change] = useReducer(changed, kept.get(tools) ?? untouched);
  useEffect(() => void kept.set(tools, state), [tools, state]);
  return [state, change] as const;
}
