import type { ListRow } from '@/utils/marketplaces/contract';

/** Attributes in which component kits keep what a row shows; classes only say how it looks. */
const SHOWN_IN = ['href', 'title', 'value', 'label', 'text', 'header', 'description', 'src', 'data-id'];
/** Shadow roots looked for in one row. */
const MOST_ROOTS = 12;

const rootsIn = (row: Element): readonly ShadowRoot[] => {
  const roots: ShadowRoot[] = row.shadowRoot ? [row.shadowRoot] : [];
  for (const element of row.querySelectorAll('*')) {
    if (roots.length >= MOST_ROOTS) break;
    if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  return roots;
};

/** Roots around an element, the document's left out: scrolling and changes inside them are heard there alone. */
export function rootsAround(element: Element): readonly ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
}

/**
 * Watches the rows themselves: lists give the same element to another conversation while scrolling. `changed` is called
 * with the rows that may be others by now, before the browser paints them, and with none when rows only came or went.
 */
export function watchRows(
  rows: readonly ListRow[],
  signal: AbortSignal,
  changed: (elements: readonly Element[]) => void,
): void {
  const holders = new Map<Node, Element>();
  const observer = new MutationObserver((records) => {
    const touched = new Set<Element>();
    for (const { target } of records) {
      let node: Node | null = target;
      while (node && !holders.has(node)) node = node.parentNode;
      const row = node && holders.get(node);
      if (row) touched.add(row);
    }
    changed([...touched]);
  });
  for (const { element } of rows) {
    for (const part of [element, ...rootsIn(element)]) {
      holders.set(part, element);
      observer.observe(part, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: SHOWN_IN,
      });
    }
    const around = element.parentNode;
    if (around) observer.observe(around, { childList: true });
  }
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
