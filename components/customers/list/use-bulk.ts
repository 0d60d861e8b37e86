import { useCallback, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { BuyersApi } from '@/utils/app/buyers-api';
import type { BuyerKey } from '@/utils/domain/ids';
import { useApp } from '../../dashboard/app-context';

/** One change to many buyers. */
export type BulkChange = { readonly keys: readonly BuyerKey[] } & (
  | { readonly kind: 'tag'; readonly add: string }
  | { readonly kind: 'untag'; readonly remove: string }
  | { readonly kind: 'archive' | 'unarchive' }
);

/** What was done last, and what takes it back: the inverse, for exactly the records that changed. */
export interface BulkDone {
  readonly done: BulkChange;
  readonly undo: BulkChange | null;
}

const made = (buyers: BuyersApi, change: BulkChange): ApiResult<readonly BuyerKey[]> => {
  const { keys } = change;
  switch (change.kind) {
    case 'tag':
      return buyers.tag({ keys, add: [change.add] });
    case 'untag':
      return buyers.tag({ keys, remove: [change.remove] });
    case 'archive':
      return buyers.archive({ keys });
    case 'unarchive':
      return buyers.unarchive({ keys });
  }
};

const inverse = (change: BulkChange, keys: readonly BuyerKey[]): BulkChange => {
  switch (change.kind) {
    case 'tag':
      return { kind: 'untag', keys, remove: change.add };
    case 'untag':
      return { kind: 'tag', keys, add: change.remove };
    case 'archive':
      return { kind: 'unarchive', keys };
    case 'unarchive':
      return { kind: 'archive', keys };
  }
};

/** Changes many buyers at once, with one step back. */
export function useBulk() {
  const { buyers } = useApp().api;
  const [last, setLast] = useState<BulkDone | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const run = useCallback(
    async (change: BulkChange, how: 'does' | 'undoes' = 'does'): Promise<boolean> => {
      setBusy(true);
      const changed = await made(buyers, change);
      setBusy(false);
      setProblem(changed.ok ? null : changed.error);
      if (!changed.ok) return false;
      const keys = changed.value;
      const canUndo = how === 'does' && keys.length > 0;
      setLast({ done: { ...change, keys }, undo: canUndo ? inverse(change, keys) : null });
      return true;
    },
    [buyers],
  );
  const forgetLast = useCallback(() => setLast(null), []);
  return { last, isBusy, problem, run, forgetLast };
}
