import { composedParent } from './visible';

const chainOf = (element: Element): readonly Element[] => {
  const chain: Element[] = [];
  for (let at: Element | null = element; at; at = composedParent(at)) chain.push(at);
  return chain;
};

/**
 * Of several elements the one that stands nearest to the text box: alone in the smallest part of the page that holds both.
 * Undefined when two are equally near; nothing is ever chosen by order.
 */
export function pickNear(elements: readonly Element[], box: Element | undefined): Element | undefined {
  if (elements.length <= 1 || !box) return elements.length === 1 ? elements[0] : undefined;
  const around = new Map(chainOf(box).map((holder, level) => [holder, level]));
  const levels = elements.map(
    (element) => around.get(chainOf(element).find((holder) => around.has(holder))!) ?? Infinity,
  );
  const nearest = Math.min(...levels);
  const there = elements.filter((_, at) => levels[at] === nearest);
  return there.length === 1 ? there[0] : undefined;
}
