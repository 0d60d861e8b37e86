/** Kinds of follow-ups that are clocks which cost something when they run out, as their types declare. */
export const clockKinds = ['reply-due', 'return-answer', 'claim-deadline', 'dispute-deadline'] as const;

/** Whether a follow-up has to be done by its moment; any other is something to look at from its moment on. */
export const isClock = (kind: string): boolean => (clockKinds as readonly string[]).includes(kind);
