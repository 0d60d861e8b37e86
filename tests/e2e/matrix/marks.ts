import type { Page } from 'playwright-core';

/** One underlined stretch and how far it stands from its words in the field, at its first and its last letter. */
export interface MarkOffset {
  readonly words: string;
  /** Units: CSS pixels between the middle of the letter in the field and under the line. */
  readonly first: number;
  readonly last: number;
}

/**
 * Measures every underline against the field itself: the browser is asked, point by point, which letter of the field
 * stands where, and that must be where the line is drawn. Nothing of Parley's own measuring takes part.
 */
export const markOffsets = (page: Page): Promise<readonly MarkOffset[]> =>
  page.evaluate(() => {
    const roots: ShadowRoot[] = [];
    const collect = (root: Document | ShadowRoot): void => {
      for (const node of root.querySelectorAll('*')) {
        if (!node.shadowRoot || node.localName.startsWith('parley-')) continue;
        roots.push(node.shadowRoot);
        collect(node.shadowRoot);
      }
    };
    collect(document);
    const letterAt = (x: number, y: number): number => {
      const place = document.caretPositionFromPoint(x, y, { shadowRoots: roots });
      return (place?.offsetNode as Element | undefined)?.localName === 'textarea' ? (place?.offset ?? -1) : -1;
    };
    /**
     * The middle of a letter in the field: there the browser changes from one side of it to the other. Beside text of
     * the other direction only the inner side has a place of its own, so that one is looked for.
     */
    const middleOf = (near: DOMRect, inner: number, comes: 'from the left' | 'from the right'): number => {
      const y = near.top + near.height / 2;
      const middle = near.left + near.width / 2;
      const reach = near.width / 2 + 14;
      for (let step = -reach; step <= reach; step += 0.25) {
        const x = comes === 'from the left' ? middle + step : middle - step;
        if (letterAt(x, y) === inner) return x;
      }
      return Number.NaN;
    };
    const found: { words: string; first: number; last: number }[] = [];
    for (const name of ['parley-block', 'parley-warn', 'parley-info'])
      for (const mark of CSS.highlights.get(name) ?? []) {
        const node = mark.startContainer as Text;
        const drawn = (at: number): DOMRect => {
          const letter = document.createRange();
          letter.setStart(node, at);
          letter.setEnd(node, at + 1);
          return letter.getClientRects()[0] ?? new DOMRect();
        };
        const [start, end] = [mark.startOffset, mark.endOffset];
        const [one, other] = [drawn(start), drawn(end - 1)];
        // Each end for itself: a stretch over two lines begins to the right of where it ends.
        const isForward = (at: number): boolean => drawn(at).left <= drawn(at + 1).left;
        const off = (near: DOMRect, inner: number, comes: 'from the left' | 'from the right'): number =>
          Math.abs(middleOf(near, inner, comes) - (near.left + near.width / 2));
        found.push({
          words: node.data.slice(start, end),
          first: off(one, start + 1, isForward(start) ? 'from the left' : 'from the right'),
          last: off(other, end - 1, isForward(end - 2) ? 'from the right' : 'from the left'),
        });
      }
    return found;
  });
