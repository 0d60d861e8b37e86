import type { MarketAdapter } from '@/utils/marketplaces/contract';

/**
 * Puts Parley's host in front of the composer's block, in the page's own flow, or at the lower edge of the window
 * when the page offers no place. Moving an element that is already there would restart its animations and lose focus.
 */
export function placeHost(host: HTMLElement, adapter: MarketAdapter): void {
  const slot = adapter.slot('composer', document);
  if (slot.ok && slot.value.parentNode) {
    if (slot.value.previousSibling !== host) slot.value.parentNode.insertBefore(host, slot.value);
    host.dataset['place'] = 'flow';
    return;
  }
  if (host.parentNode !== document.documentElement) document.documentElement.append(host);
  host.dataset['place'] = 'floating';
}
