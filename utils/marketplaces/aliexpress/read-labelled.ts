import { isLeaf, textIn } from './page';

const MAX_LABEL = 40;
const MAX_VALUE = 120;
const COLON = /\s*[:：]\s*$/;

const nextWithText = (element: Element): Element | undefined => {
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling)
    if (textIn(next) !== '') return next;
  return undefined;
};

/** The element or text that stands behind a label: beside it, or beside the cell that holds only the label. */
function valueBeside(label: Element): string | undefined {
  const own = label.nextSibling?.nodeType === 3 ? (label.nextSibling.textContent ?? '').trim() : '';
  if (own !== '') return own;
  for (let at: Element | null = label; at && textIn(at) === textIn(label); at = at.parentElement) {
    const next = nextWithText(at);
    if (next) return textIn(next);
  }
  return undefined;
}

/** Values of a label in a part of a page: "Order number: 8123…" in one line, or label and value side by side. */
export function labelledValues(leaves: readonly Element[], label: RegExp): readonly string[] {
  return leaves.flatMap((leaf): readonly string[] => {
    const text = textIn(leaf);
    // Labels are short and at the beginning; most texts are neither.
    if (text.length > MAX_LABEL + MAX_VALUE) return [];
    const parts = /[:：]/.test(text) && /^(.{2,40}?)\s*[:：]\s*(\S.*)$/s.exec(text);
    if (parts && label.test(parts[1]!.trim())) return [parts[2]!.trim()];
    if (text.length > MAX_LABEL || !label.test(text.replace(COLON, ''))) return [];
    const value = valueBeside(leaf);
    return value && value.length <= MAX_VALUE ? [value.replace(/^[:：]\s*/, '')] : [];
  });
}

/** Elements of text alone in a part of a page, and elements that mix text with others; at most so many. */
export function textElements(root: ParentNode, atMost: number): readonly Element[] {
  const found: Element[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (found.length >= atMost) break;
    if (isLeaf(element) && textIn(element) !== '' && !element.matches('script,style,option')) found.push(element);
  }
  return found;
}
