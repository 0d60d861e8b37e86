/** A text in two languages taken apart. */
export interface SplitText {
  readonly original: string;
  readonly translation: string;
}

const scriptOf = (line: string): string | undefined => {
  const scripts: readonly (readonly [string, RegExp])[] = [
    ['han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
    ['hangul', /\p{Script=Hangul}/gu],
    ['arabic', /\p{Script=Arabic}/gu],
    ['hebrew', /\p{Script=Hebrew}/gu],
    ['thai', /\p{Script=Thai}/gu],
    ['cyrillic', /\p{Script=Cyrillic}/gu],
    ['latin', /\p{Script=Latin}/gu],
  ];
  // One sign of a dense script says as much as several Latin letters, hence the weight.
  const counts = scripts.map(
    ([name, pattern]) => [name, (line.match(pattern)?.length ?? 0) * (name === 'han' ? 3 : 1)] as const,
  );
  const [name, count] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
  return count > 0 ? name : undefined;
};

/**
 * Takes apart "original, line break, translation" where the page marks no border: at the one change of script, else in
 * the middle of an even number of lines, else where both parts have the most similar length.
 *
 * @returns undefined when there is only one line.
 */
export function splitTranslation(lines: readonly string[]): SplitText | undefined {
  const used = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (used.length < 2) return undefined;
  const at = scriptChange(used) ?? (used.length % 2 === 0 ? used.length / 2 : balancedCut(used));
  return { original: used.slice(0, at).join('\n'), translation: used.slice(at).join('\n') };
}

function scriptChange(lines: readonly string[]): number | undefined {
  const changes: number[] = [];
  let last: string | undefined;
  for (const [at, line] of lines.entries()) {
    const script = scriptOf(line) ?? last;
    if (last && script !== last) changes.push(at);
    last = script;
  }
  return changes.length === 1 ? changes[0] : undefined;
}

function balancedCut(lines: readonly string[]): number {
  const lengthOf = (part: readonly string[]): number => part.join('\n').length;
  let best = 1;
  for (let at = 1; at < lines.length; at++) {
    const gap = (cut: number): number => Math.abs(lengthOf(lines.slice(0, cut)) - lengthOf(lines.slice(cut)));
    if (gap(at) < gap(best)) best = at;
  }
  return best;
}
