import { useState } from 'react';

let made = 0;

/**
 * An id no other element of Parley has. Each part is drawn in a root of its own, and `useId` counts anew in every one:
 * names would be read off elements of another part.
 */
export const useOwnId = (): string => useState(() => `check-${(made += 1)}`)[0];
