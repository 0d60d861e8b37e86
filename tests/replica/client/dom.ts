import type { PageView } from '../view';

interface PolicyLike {
  createHTML(text: string): string;
}
interface TrustedTypesLike {
  createPolicy(name: string, rules: PolicyLike): PolicyLike;
}

let policy: PolicyLike | undefined;

/** Puts page markup into an element, by the page's own policy where Trusted Types are enforced. */
export function setHtml(element: Element, markup: string): void {
  const factory = (window as unknown as { trustedTypes?: TrustedTypesLike }).trustedTypes;
  policy ??= factory ? factory.createPolicy('replica', { createHTML: (text) => text }) : { createHTML: (text) => text };
  element.innerHTML = policy.createHTML(markup);
}

/** The first element that matches, through open shadow roots. */
export function deepFind<E extends Element = HTMLElement>(
  selector: string,
  from: ParentNode = document,
): E | undefined {
  const direct = from.querySelector<E>(selector);
  if (direct) return direct;
  for (const element of from.querySelectorAll('*')) {
    const found = element.shadowRoot && deepFind<E>(selector, element.shadowRoot);
    if (found) return found;
  }
  return undefined;
}

/** The innermost element an event came through that carries `data-r`, with its value. */
export function actionOf(event: Event): { readonly name: string; readonly element: HTMLElement } | undefined {
  for (const node of event.composedPath()) {
    if (node instanceof HTMLElement && node.dataset.r !== undefined) return { name: node.dataset.r, element: node };
  }
  return undefined;
}

/** The page view the server put into the document. */
export function readView(): PageView {
  return JSON.parse(document.getElementById('replica-view')?.textContent ?? '{}') as PageView;
}

/** Resolves after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
