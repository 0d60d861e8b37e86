import type { Bubble } from './contract';

/** Beside the bubbles and not in them: what is read of a page is plain data, and nothing keeps its elements alive. */
const places = new WeakMap<Bubble, Element>();

/** A bubble without the element it was read from; that is remembered as long as the bubble is. */
export function unplaced<T extends Bubble & { readonly element: Element }>({ element, ...bubble }: T): Bubble {
  places.set(bubble, element);
  return bubble;
}

/** The element a bubble was read from. */
export const placeOfBubble = (bubble: Bubble): Element | undefined => places.get(bubble);
