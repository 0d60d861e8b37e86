import { isTranslatorNode } from './page-translation';
import { isOwn, isVisible } from './visible';

/** What counts as text besides text nodes. */
export interface TextOptions {
  /** Attributes that carry visible text, by tag: component libraries keep labels there. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  /** Elements to leave out, with everything in them. */
  readonly skip?: (element: Element) => boolean;
  /** `keep` also reads what is not rendered. */
  readonly hidden?: 'skip' | 'keep';
}

/** Elements whose text nobody reads. */
export const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'textarea',
  'select',
  'iframe',
  'head',
]);
const BLOCK = new Set(
  'address article aside blockquote dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const BLOCK_DISPLAY = /^(block|flex|grid|list-item|table|table-row|table-cell|flow-root)$/;
/** Far above any conversation; keeps a wrong container from costing more than a few milliseconds. */
const MAX_NODES = 20_000;

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element);

const keepsBreaks = (node: Text): boolean => {
  const holder = node.parentElement ?? null;
  return holder !== null && /^(pre|break-spaces)/.test(styleOf(holder)?.whiteSpace ?? '');
};

/** What stands in an element on screen: its shadow root where it has one, what a slot holds instead of the slot. */
export const childrenOf = (element: Element): Iterable<Node> => {
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes?.({ flatten: true }) ?? [];
    if (assigned.length > 0) return assigned;
  }
  return element.shadowRoot ? element.shadowRoot.childNodes : element.childNodes;
};

/**
 * The text a person sees in an element: light DOM, open shadow roots in slot order, and the attributes named by the
 * caller; line breaks as `\n`, other white space collapsed.
 */
export function composedText(start: Node, options: TextOptions = {}): string {
  // Pieces and not one string: every look at the end of a growing string would copy all of it.
  const pieces: string[] = [];
  let last = '';
  let visited = 0;
  const add = (piece: string): void => {
    if (piece === '') return;
    pieces.push(piece);
    last = piece.at(-1)!;
  };
  const breakLine = (): void => {
    if (last !== '' && last !== '\n') add('\n');
  };
  const addText = (node: Text): void => {
    const raw = node.data;
    const words = /[\n\r]/.test(raw) && keepsBreaks(node) ? raw.replace(/[^\S\n]+/g, ' ') : raw.replace(/\s+/g, ' ');
    add((last === '' || last === ' ' || last === '\n') && words.startsWith(' ') ? words.slice(1) : words);
  };
  const addElement = (element: Element): void => {
    if (SILENT.has(element.localName) || isTranslatorNode(element) || options.skip?.(element)) return;
    if (element.localName === 'br') {
      add('\n');
      return;
    }
    if (options.hidden !== 'keep' && !isVisible(element)) return;
    const isBlock = BLOCK.has(element.localName) || BLOCK_DISPLAY.test(styleOf(element)?.display ?? '');
    if (isBlock) breakLine();
    const before = pieces.length;
    for (const child of childrenOf(element)) visit(child);
    addAttributes(element, before);
    if (isBlock) breakLine();
  };
  /** A component may show the attribute in its shadow root too: it counts once. */
  const addAttributes = (element: Element, before: number): void => {
    for (const name of options.attributes?.[element.localName] ?? []) {
      const value = element.getAttribute(name)?.trim();
      if (value && !pieces.slice(before).join('').includes(value)) add(`${/\S/.test(last) ? ' ' : ''}${value}`);
    }
  };
  const visit = (node: Node): void => {
    if (++visited > MAX_NODES) return;
    if (node.nodeType === 3) addText(node as Text);
    else if (node.nodeType === 1) addElement(node as Element);
  };
  if (start.nodeType === 1 && isOwn(start as Element)) return '';
  visit(start);
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
