/** Lets the page answer whoever works in it before long work goes on. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
