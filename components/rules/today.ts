/** Today where the person sits, `YYYY-MM-DD`; Swedish writes dates that way. */
export const today = (): string => new Date().toLocaleDateString('sv');
