import type { Candidate, CandidateKind } from '../../domain/profiles/profile';
import { allBelow, findBlocks } from '../../page/blocks';
import { isVisible } from '../../page/visible';
import { katalScope, ORDER_ID } from './page';

/** Most rows one reading takes; more are on no screen. */
export const MAX_ROWS = 500;
/** Elements that are asked for an order id where no row is known. */
const MAX_ASKED = 20_000;

/** The rows of a list with how sure it is that they are rows. */
export interface FoundRows {
  readonly elements: readonly Element[];
  readonly candidate: number;
  readonly kind: CandidateKind;
}

/** Of very many rows those on screen and around it, by halving: rows of a list stand one below the other. */
function nearScreen(rows: readonly Element[]): readonly Element[] {
  if (rows.length <= MAX_ROWS) return rows;
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle]!.getBoundingClientRect().bottom < 0) from = middle + 1;
    else to = middle;
  }
  const start = Math.max(0, Math.min(from - MAX_ROWS / 4, rows.length - MAX_ROWS));
  return rows.slice(start, start + MAX_ROWS);
}

/** Elements come in the order of the page: whatever stands inside one before it is a part of that row. */
function outermost(elements: readonly Element[]): readonly Element[] {
  let last: Element | undefined;
  return elements.filter((element) => {
    if (last?.contains(element)) return false;
    last = element;
    return true;
  });
}

/** Rows by a known place, in the light DOM or else in open shadow roots; none where no candidate finds any. */
export function knownRows(root: ParentNode, candidates: readonly Candidate[]): FoundRows | undefined {
  const scope = katalScope(root);
  // As fields are found: the light DOM first, since a hit there spares the walk through shadow roots.
  for (const kind of ['taught', 'structure', 'semantic'] as const)
    for (const look of ['light', 'every'] as const)
      for (const [candidate, { css, kind: own }] of candidates.entries()) {
        if (own !== kind) continue;
        const hits = look === 'light' ? [...root.querySelectorAll(css)] : scope.every(css);
        const elements = nearScreen(outermost(hits)).filter(isVisible);
        if (elements.length > 0) return { elements, candidate, kind };
      }
  return undefined;
}

const orderIdOf = (element: Element): string | undefined => {
  const own = element.childElementCount === 0 && !element.shadowRoot ? (element.textContent ?? '') : '';
  const said = `${element.getAttribute('href') ?? ''} ${element.getAttribute('label') ?? ''} ${own.length < 200 ? own : ''}`;
  return ORDER_ID.exec(said)?.[0];
};

/** Links to orders are found by the browser itself; without any, every element is asked. */
function elementsNamingOrders(top: Element, links: readonly Candidate[]): Iterable<Element> {
  // The scope of the document: its roots were collected for the known rows already.
  const scope = katalScope(top.ownerDocument);
  const linked = links.map(({ css }) => scope.all(css)).find((hits) => hits.some(orderIdOf));
  return linked ?? allBelow(top, MAX_ASKED);
}

/** Rows of a list nothing is known of: whatever stands around each order id, as far as it names no other. */
export function rowsAroundOrders(top: Element, links: readonly Candidate[]): FoundRows | undefined {
  const byOrder = new Map<string, Element>();
  for (const element of elementsNamingOrders(top, links)) {
    const id = orderIdOf(element);
    if (!id || byOrder.has(id) || byOrder.size >= MAX_ROWS) continue;
    if (!element.closest('nav,header,footer,[role="navigation"]') && isVisible(element)) byOrder.set(id, element);
  }
  const blocks = findBlocks({ kind: 'stamp', elements: [...byOrder.values()] }, top);
  const elements = blocks.filter(({ anchor }) => anchor).map(({ element }) => element);
  return elements.length > 0 ? { elements, candidate: -1, kind: 'semantic' } : undefined;
}

/** Rows of a list of reviews nothing is known of: what stands around each row of stars, as far as no other stars stand. */
export function rowsAroundStars(
  top: Element,
  stars: readonly Candidate[],
  isStars: (part: Element) => boolean,
): FoundRows {
  const scope = katalScope(top.ownerDocument);
  const marks = stars.map(({ css }) => scope.all(css).filter(isStars)).find((hits) => hits.length > 0) ?? [];
  const blocks = findBlocks({ kind: 'stamp', elements: marks.slice(0, MAX_ROWS) }, top);
  const elements = blocks.filter(({ anchor }) => anchor).map(({ element }) => element);
  return { elements, candidate: -1, kind: 'semantic' };
}
