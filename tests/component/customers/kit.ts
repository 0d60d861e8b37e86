import { act } from '@testing-library/react';

/** Waits until words that were typed are looked for and found. */
export const searched = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 260)));
