import { vi } from 'vitest';
import type { HostAccess } from '@/components/settings/host-access';

/** Access that is there or missing; asking for it gives the stated answer. */
export const someAccess = (isGranted: boolean, answer = true) =>
  ({
    isGranted: vi.fn(async () => isGranted),
    ask: vi.fn(async () => answer),
    onChange: vi.fn(),
  }) satisfies HostAccess;
