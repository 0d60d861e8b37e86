import { createContext, useContext } from 'react';
import type { ApiResult } from '@/utils/app/api';
import type { BuyerView } from '@/utils/app/buyers-api';
import type { BuyerKey, ShopId } from '@/utils/domain/ids';
import type { UnfinishedWork } from '../unfinished-work';

/** What every part of an open record works with. */
export interface RecordState {
  readonly buyerKey: BuyerKey;
  readonly view: BuyerView;
  readonly work: UnfinishedWork;
  readonly onWork: (change: Partial<UnfinishedWork>) => void;
  readonly shopLabel: (id: ShopId) => string;
  readonly segmentLabel: (id: string) => string;
  /** Does one change, shows what went wrong, reads the record again, and answers what came of it. */
  readonly run: <T>(work: ApiResult<T>) => ApiResult<T>;
  /** Says something through the record's live region. */
  readonly say: (words: string) => void;
}

const RecordContext = createContext<RecordState | null>(null);

/** Gives the parts of a record what they work with. */
export const RecordProvider = RecordContext.Provider;

/** The open record. Errors: throws outside of a `RecordProvider`, which is a bug. */
export const useRecord = (): RecordState => {
  const record = useContext(RecordContext);
  if (record === null) throw new Error('useRecord outside of RecordProvider');
  return record;
};
