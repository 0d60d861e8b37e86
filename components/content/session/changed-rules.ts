import type { AssistantModel } from '../model';
import type { Store } from './store';

/** Follows which rules a draft broke; taking them forgets the draft. */
export interface ChangedRules {
  /** Rules that were broken once and were not any more when the text was last seen. */
  take(): readonly string[];
}

/** Creates the follower of one document. An empty text box says nothing: a page empties it when it sends. */
export function createChangedRules(store: Store<AssistantModel>): ChangedRules {
  let seen = new Set<string>();
  let left: ReadonlySet<string> = new Set();
  store.subscribe(() => {
    const { findings, context, hasText, isPending } = store.get().check;
    if (!hasText || isPending) return;
    // A hint is no risk, whatever becomes of it.
    const broken = [...findings, ...context].filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
    left = new Set(broken);
    for (const rule of broken) seen.add(rule);
  });
  return {
    take() {
      const changed = [...seen].filter((rule) => !left.has(rule));
      [seen, left] = [new Set(), new Set()];
      return changed;
    },
  };
}
