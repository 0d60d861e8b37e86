import type { Span } from '../../text/span';

/** Spans by what they cover: words are short, and a message of nothing but negations must not take the square of its length. */
interface SpanIndex<T extends Span> {
  /** The spans that share a unit with this one, in the order given. */
  readonly touching: (span: Span) => readonly T[];
}

/** Prepares short spans of one text for the question which of them lie where. */
export function indexSpans<T extends Span>(spans: readonly T[]): SpanIndex<T> {
  const at = new Map<number, T[]>();
  for (const span of spans)
    for (let unit = span.start; unit < span.end; unit += 1) {
      const group = at.get(unit);
      if (group) group.push(span);
      else at.set(unit, [span]);
    }
  return {
    touching({ start, end }) {
      const found = new Set<T>();
      for (let unit = start; unit < end; unit += 1) for (const span of at.get(unit) ?? []) found.add(span);
      return [...found];
    },
  };
}
