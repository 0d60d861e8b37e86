import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { Progress } from '@/utils/app/buyers-api';
import type { KeptField } from '@/utils/app/receipt-api';
import { useApp } from '../../dashboard/app-context';

/** The fields of the table somebody looks into. */
export interface OpenTable {
  readonly table: string;
  readonly progress: Progress | null;
  readonly fields: readonly KeptField[] | null;
  readonly problem: ApiProblem | null;
}

/** Looks into one table at a time; another one stops the one before. */
export function useOpenTable() {
  const { receipt } = useApp().api;
  const [open, setOpen] = useState<OpenTable | null>(null);
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);

  const look = async (table: string): Promise<void> => {
    reading.current?.abort();
    if (open?.table === table) return setOpen(null);
    const mine = (reading.current = new AbortController());
    const blank = { table, progress: null, fields: null, problem: null };
    setOpen(blank);
    const onProgress = (progress: Progress) => mine.signal.aborted || setOpen({ ...blank, progress });
    const found = await receipt.fields({ table }, { signal: mine.signal, onProgress });
    if (mine.signal.aborted) return;
    setOpen(found.ok ? { ...blank, fields: found.value } : { ...blank, problem: found.error });
  };
  return { open, look };
}
