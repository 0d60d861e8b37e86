import { useEffect, useRef, useState } from 'react';
import type { OrderFile, OrderFileLook, OrderFileProblem, OrderFileTaken } from '@/utils/app/order-files-api';
import type { FileMapping } from '@/utils/domain/order-files/fields';
import type { TableEncoding } from '@/utils/domain/order-files/table';
import type { ShopId } from '@/utils/domain/ids';
import type { ShopRow } from '@/utils/domain/records';
import { useOrderFiles } from './use-order-files';

/** A file that was read, with what the person has decided about it. */
export interface ChosenReport {
  readonly source: File;
  readonly file: OrderFile;
  readonly mapping: FileMapping;
  readonly shopId: ShopId | null;
  /** What would be taken in; null before a shop is chosen, and while it is worked out. */
  readonly look: OrderFileLook | null;
  readonly problem: OrderFileProblem | null;
  readonly isLooking: boolean;
}

/** Where the import of a report stands. */
export type ReportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly step: 'reading' | 'taking'; readonly done: number; readonly of: number }
  | { readonly kind: 'refused'; readonly problem: OrderFileProblem }
  | { readonly kind: 'chosen'; readonly chosen: ChosenReport }
  | { readonly kind: 'done'; readonly taken: OrderFileTaken; readonly what: FileMapping['kind'] };

/** The one shop a report can belong to; null when a person must say. */
const onlyShop = (file: OrderFile, shops: readonly ShopRow[]): ShopId | null => {
  const own = shops.filter(({ marketplace }) => file.marketplace === undefined || marketplace === file.marketplace);
  return own.length === 1 ? (own[0]?.id ?? null) : null;
};

/** Imports one report: read, show how it is understood, take in when told to; each step can be cancelled. */
export function useReportImport(shops: readonly ShopRow[]) {
  const orderFiles = useOrderFiles();
  const [state, setState] = useState<ReportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const begin = (): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };

  const show = (chosen: ChosenReport): void => setState({ kind: 'chosen', chosen });

  /** Works out anew what would be taken in. */
  const look = async (chosen: ChosenReport): Promise<void> => {
    const signal = begin();
    const { shopId, mapping, file } = chosen;
    if (shopId === null) return show({ ...chosen, look: null, problem: null, isLooking: false });
    // The last answer stays on screen: what a person is reading does not blink.
    show({ ...chosen, isLooking: true });
    const found = await orderFiles.look({ table: file.table, mapping, shopId }, { signal });
    if (signal.aborted) return;
    if (found.ok) show({ ...chosen, look: found.value, problem: null, isLooking: false });
    else show({ ...chosen, look: null, problem: found.error, isLooking: false });
  };

  const read = async (source: File, encoding?: TableEncoding): Promise<void> => {
    const signal = begin();
    setState({ kind: 'working', step: 'reading', done: 0, of: 0 });
    const found = await orderFiles.read(
      { file: source, fileName: source.name, ...(encoding === undefined ? {} : { encoding }) },
      { signal, onProgress: (progress) => setState({ kind: 'working', step: 'reading', ...progress }) },
    );
    if (signal.aborted) return;
    if (!found.ok) return setState({ kind: 'refused', problem: found.error });
    const file = found.value;
    await look({
      source,
      file,
      mapping: file.mapping,
      shopId: onlyShop(file, shops),
      look: null,
      problem: null,
      isLooking: false,
    });
  };

  const takeIn = async ({ file, mapping, shopId }: ChosenReport): Promise<void> => {
    if (shopId === null) return;
    const signal = begin();
    setState({ kind: 'working', step: 'taking', done: 0, of: 0 });
    const taken = await orderFiles.takeIn(
      { table: file.table, mapping, shopId },
      { signal, onProgress: (progress) => setState({ kind: 'working', step: 'taking', ...progress }) },
    );
    if (taken.ok) setState({ kind: 'done', taken: taken.value, what: mapping.kind });
    else setState(taken.error.kind === 'cancelled' ? { kind: 'idle' } : { kind: 'refused', problem: taken.error });
  };

  const cancel = (): void => {
    const isTaking = state.kind === 'working' && state.step === 'taking';
    running.current?.abort();
    // While it takes in, the job itself says how far it came.
    if (!isTaking) setState({ kind: 'idle' });
  };

  return { state, read, look, takeIn, cancel };
}
