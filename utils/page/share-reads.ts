let answers: WeakMap<object, Map<string, unknown>> | undefined;

/**
 * Runs one synchronous reading of the page in which the same question is asked of the page only once: nothing changes while it lasts.
 * A reader asks for the same heading or the same roots up to twenty times; on a page of 50,000 elements that is most of its time.
 */
export function shareReads<T>(read: () => T): T {
  if (answers) return read();
  answers = new WeakMap();
  try {
    return read();
  } finally {
    answers = undefined;
  }
}

/** Answers a question about a part of the page, from what the running reading knows already where there is one. */
export function onceInReading<T>(part: object, question: string, ask: () => T): T {
  if (!answers) return ask();
  const known = answers.get(part) ?? new Map<string, unknown>();
  answers.set(part, known);
  if (!known.has(question)) known.set(question, ask());
  return known.get(question) as T;
}
