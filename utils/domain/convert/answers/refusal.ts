import type { Span } from '../../text/span';
import type { Conversion } from '../conversion';
import type { SizeCategory } from '../sizes/size';

/** What was understood without an answer: no lines, nothing to insert, and the reason as a message key. */
export function refusal(
  { start, end }: Span,
  { heard, category }: { readonly heard: string; readonly category?: SizeCategory },
  kind: string,
): Conversion {
  return {
    kind: 'cannot',
    ...(category ? { category } : {}),
    start,
    end,
    heard,
    lines: [],
    // A refusal rests on the limits every table and rule has.
    basis: { kind: 'rule', sourceId: 'limits' },
    warnings: [],
    cannot: `convert.cannot.${kind}`,
    ambiguous: false,
    insertText: '',
  };
}
