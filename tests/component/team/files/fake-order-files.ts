import { vi } from 'vitest';
import type { OrderFilesApi } from '@/utils/app/order-files-api';
import { err } from '@/utils/domain/result';

/** Files that nobody waits for: every question ends at once. Tests of these files give their own. */
export const fakeOrderFiles = (): OrderFilesApi => {
  const stopped = () => Promise.resolve(err({ kind: 'cancelled' as const }));
  return { read: vi.fn(stopped), look: vi.fn(stopped), takeIn: vi.fn(stopped), exportBuyers: vi.fn(stopped) };
};
