import { act } from '@testing-library/react';
import type { BuyerSummary } from '@/utils/domain/customers/summary';

/** The figures of a record about which nothing is known. */
export const noFigures: BuyerSummary = {
  orders: 0,
  quantity: 0,
  largest: 0,
  spent: [],
  returns: 0,
  refunds: 0,
  disputes: 0,
  openDisputes: 0,
  good: 0,
  neutral: 0,
  bad: 0,
  late: 0,
  notes: 0,
  messages: 0,
  products: [],
};

/** Waits until words that were typed are looked for and found. */
export const searched = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 260)));
