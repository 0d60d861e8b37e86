/** A stretch of text that both have, or only the newer or only the older one. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

// A place for a value is one word, so that a changed filter is not shown as a lone letter. Scripts without spaces go sign
// by sign, because their whole sentence would be one word.
const WORD =
  /\{\{.*?\}\}|\{%.*?%\}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}_])+|\s+|./gsu;

// 2,000 words against 2,000 take about 20 ms; texts beyond that are shown as replaced.
const MOST_CELLS = 4_000_000;

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** For every pair of places, how many words the two rests have in common in the same order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] = a[i] === b[j] ? lengths[at + width + 1]! + 1 : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  return lengths;
}

function* walk(a: readonly string[], b: readonly string[]): Generator<DiffPart> {
  const isTooLong = (a.length + 1) * (b.length + 1) > MOST_CELLS;
  const lengths = isTooLong ? null : commonLengths(a, b);
  const width = b.length + 1;
  let i = 0;
  let j = 0;
  while (lengths && i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      yield { kind: 'same', text: a[i]! };
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) {
      yield { kind: 'removed', text: a[i]! };
      i += 1;
    } else {
      yield { kind: 'added', text: b[j]! };
      j += 1;
    }
  }
  yield { kind: 'removed', text: a.slice(i).join('') };
  yield { kind: 'added', text: b.slice(j).join('') };
}

/** Joins what is alike, and within a changed stretch says first what went and then what came. */
function gather(parts: Iterable<DiffPart>): readonly DiffPart[] {
  const gathered: DiffPart[] = [];
  const changed = { removed: '', added: '' };
  const flush = () => {
    for (const kind of ['removed', 'added'] as const) {
      if (changed[kind] !== '') gathered.push({ kind, text: changed[kind] });
      changed[kind] = '';
    }
  };
  for (const { kind, text } of parts) {
    if (kind !== 'same') {
      changed[kind] += text;
      continue;
    }
    if (text === '') continue;
    flush();
    const last = gathered.at(-1);
    if (last?.kind === 'same') gathered[gathered.length - 1] = { kind, text: last.text + text };
    else gathered.push({ kind, text });
  }
  flush();
  return gathered;
}

/**
 * What changed between two texts, word by word: without the added parts it reads as `before`, without the removed ones as
 * `after`.
 *
 * Units: texts of more than about 2,000 words that differ throughout come back as replaced whole.
 */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return gather([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...walk(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}
