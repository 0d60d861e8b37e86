/** Lets the page draw and hear keys between two portions of work. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
