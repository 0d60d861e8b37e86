const PRIME = 0x01000193;
const STARTS = [0x811c9dc5, 0x2f0b4f21] as const;

/** FNV-1a, 32 bit. */
const hashFrom = (start: number, text: string): string => {
  let value: number = start;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), PRIME);
  return (value >>> 0).toString(36);
};

/**
 * The print of all texts of one language, by block: the same for the same words in any order, another one as soon as a
 * character differs. Tells words that were read from words that came later; it guards nothing.
 */
export const textPrint = (texts: Readonly<Record<string, string>>): string => {
  const sorted = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = JSON.stringify(sorted);
  // Two of them: with one, a few million texts would already hold two that look the same.
  return STARTS.map((start) => hashFrom(start, whole)).join('-');
};
