import type { Span } from '../domain/text/span';

/** A stretch of an editable element's text and the node it stands in; line breaks made by boxes have no piece. */
interface Piece extends Span {
  readonly node: Text | HTMLBRElement;
}

/** The text of an editable element with the way back from offsets to nodes. */
export interface EditableText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const BLOCKS = new Set(['div', 'p', 'li', 'ul', 'ol', 'blockquote', 'pre', 'section', 'article', 'h1', 'h2', 'h3']);

/**
 * Reads an editable element as plain text, line breaks as `\n`.
 *
 * `innerText` would do the same but forces layout and gives no way back from an offset to a node. A line break counts
 * only when something follows it: browsers keep an empty `<br>` at the end of a line as a place for the caret.
 */
export const readEditable = (field: HTMLElement): EditableText => {
  const pieces: Piece[] = [];
  let text = '';
  let lineHasContent = false;
  let isBreakDue = false;

  const breakLine = (): void => {
    if (!isBreakDue) return;
    text += '\n';
    isBreakDue = false;
    lineHasContent = false;
  };
  const endBlock = (): void => {
    if (lineHasContent) isBreakDue = true;
  };
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      const shown = (node as Text).data;
      if (shown === '') return;
      breakLine();
      pieces.push({ node: node as Text, start: text.length, end: text.length + shown.length });
      // Chromium types non-breaking spaces where plain ones would collapse.
      text += shown.replace(/\u00a0/g, ' ');
      lineHasContent = true;
      return;
    }
    if (node.nodeType !== 1) return;
    if ((node as Element).localName === 'br') {
      breakLine();
      pieces.push({ node: node as HTMLBRElement, start: text.length, end: text.length });
      lineHasContent = true;
      isBreakDue = true;
      return;
    }
    const isBlock = node !== field && BLOCKS.has((node as Element).localName);
    if (isBlock) endBlock();
    for (const child of node.childNodes) visit(child);
    if (isBlock) endBlock();
  };
  visit(field);
  return { text, pieces };
};

/** The place in the page of an offset in the text of an editable element: where two nodes meet, the end of the first. */
export const pointAt = (field: HTMLElement, content: EditableText, offset: number): readonly [Node, number] => {
  for (const piece of content.pieces) {
    if (offset > piece.end) continue;
    if (piece.node.nodeType === 3) return [piece.node, Math.max(0, offset - piece.start)];
    const parent = piece.node.parentNode ?? field;
    return [parent, [...parent.childNodes].indexOf(piece.node)];
  }
  return [field, field.childNodes.length];
};

/** A range over a span of the text of an editable element; it begins in the node its first character stands in. */
export const rangeOver = (field: HTMLElement, content: EditableText, span: Span): Range => {
  const range = field.ownerDocument.createRange();
  const first = content.pieces.find((piece) => span.start < piece.end);
  if (first?.node.nodeType === 3) range.setStart(first.node, Math.max(0, span.start - first.start));
  else range.setStart(...pointAt(field, content, span.start));
  range.setEnd(...pointAt(field, content, span.end));
  return range;
};

/** The offset in the text of an editable element of a place in the page. */
export const offsetAt = (content: EditableText, node: Node, offset: number): number => {
  const at = (node.ownerDocument ?? document).createRange();
  at.setStart(node, offset);
  for (const piece of content.pieces) {
    if (piece.node === node) return piece.start + offset;
    if (at.comparePoint(piece.node, 0) >= 0) return piece.start;
  }
  return content.text.length;
};
