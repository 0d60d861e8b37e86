import type { Span } from '../domain/text/span';
import { offsetAt, pointAt, readEditable } from './editable-text';
import { isNative } from './field-kind';
import { shadowHost } from './shadow-host';

/** Whether the field has the focus, as its own root sees it: the document only sees the outermost host. */
export const isActive = (field: HTMLElement): boolean =>
  (field.getRootNode() as Document | ShadowRoot).activeElement === field;

/** The text of a field, line breaks as `\n`. */
export const readText = (field: HTMLElement): string => (isNative(field) ? field.value : readEditable(field).text);

const editableSelection = (field: HTMLElement): Span | null => {
  const selection = field.ownerDocument.getSelection();
  if (!selection) return null;
  // Older browsers know nothing of shadow roots here; what they answer is checked below.
  const range: AbstractRange | undefined = selection.getComposedRanges
    ? selection.getComposedRanges({ shadowRoots: shadowHost(field) ? [field.getRootNode() as ShadowRoot] : [] })[0]
    : selection.rangeCount > 0
      ? selection.getRangeAt(0)
      : undefined;
  if (!range || !field.contains(range.startContainer) || !field.contains(range.endContainer)) return null;
  const content = readEditable(field);
  return {
    start: offsetAt(content, range.startContainer, range.startOffset),
    end: offsetAt(content, range.endContainer, range.endOffset),
  };
};

/** The selected span of a field; null when an editable element does not hold the selection. */
export const readSelection = (field: HTMLElement): Span | null =>
  isNative(field) ? { start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 } : editableSelection(field);

/** Selects a span of a field that has the focus. */
export const setSelection = (field: HTMLElement, span: Span): void => {
  if (isNative(field)) {
    field.setSelectionRange(span.start, span.end);
    return;
  }
  const content = readEditable(field);
  const [startNode, startOffset] = pointAt(field, content, span.start);
  const [endNode, endOffset] = pointAt(field, content, span.end);
  field.ownerDocument.getSelection()?.setBaseAndExtent(startNode, startOffset, endNode, endOffset);
};
