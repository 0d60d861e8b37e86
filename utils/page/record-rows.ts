import { composedParent } from './visible';

/** Numbers of orders and cases as pages show them; dates and amounts have no six digits in a row. */
const ID_TOKEN = /(?<![\p{L}\p{N}-])(?=[A-Za-z0-9-]*\d{6})[A-Za-z0-9][A-Za-z0-9-]{7,39}(?![\p{L}\p{N}-])/gu;
const MAX_ELEMENTS = 8_000;

const idsIn = (text: string): readonly string[] => text.match(ID_TOKEN) ?? [];

/** The text an element holds itself, without that of its children. */
const ownText = (element: Element): string =>
  [...element.childNodes].map((node) => (node.nodeType === 3 ? (node as Text).data : ' ')).join('');

function commonHolder(elements: readonly Element[]): Element | null {
  let holder: Element | null = elements[0] ?? null;
  while (holder && !elements.every((element) => holder!.contains(element))) holder = composedParent(holder);
  return holder;
}

/**
 * Whether texts that look like the messages of a conversation are entries about different orders, as in a list of reviews:
 * then each entry has an order number beside or above it, and they are not all the same.
 *
 * @returns The numbers that stand with each entry; null for a conversation.
 */
export function recordsOf(messages: readonly Element[]): ReadonlyMap<Element, ReadonlySet<string>> | null {
  const list = messages.length > 1 ? commonHolder(messages) : null;
  if (!list) return null;
  const known = new Map<Element, ReadonlySet<string>>();
  const inMessages = new Set<Element>(messages);
  let above: readonly string[] = [];
  const elements = [...list.querySelectorAll('*')].slice(0, MAX_ELEMENTS);
  const idsAt = new Map<Element, readonly string[]>();
  for (const element of elements) {
    if (inMessages.has(element)) {
      known.set(element, new Set(above));
      continue;
    }
    // What is written in a message says nothing about where it stands.
    if (element.parentElement && inMessages.has(element.parentElement)) {
      inMessages.add(element);
      continue;
    }
    const ids = idsIn(ownText(element));
    if (ids.length === 0) continue;
    idsAt.set(element, ids);
    above = ids;
  }
  if (idsAt.size === 0) return null;
  const inside = new Map<Element, string[]>();
  for (const [element, ids] of idsAt)
    for (let row: Element | null = element; row && row !== list; row = row.parentElement)
      inside.set(row, [...(inside.get(row) ?? []), ...ids]);
  for (const message of messages) {
    let row = message.parentElement;
    while (row && row !== list && !inside.has(row)) row = row.parentElement;
    const inRow = row && inside.get(row);
    if (inRow) known.set(message, new Set(inRow));
  }
  const all = messages.map((message) => [...(known.get(message) ?? [])].sort().join(' '));
  return all.every((ids) => ids !== '') && new Set(all).size > 1 ? known : null;
}
