import type { ContentClient } from '@/utils/client/content-client';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import assistantCss from '../assistant.css?inline';
import checkCss from '../check/check.css?inline';
import { drawCheck } from '../check/mount-check';
import { offerCheck } from '../check/offered-check';
import { startCheck } from '../check/start-check';
import { drawPalette } from '../palette/mount-palette';
import { offerPalette } from '../palette/offered-palette';
import paletteCss from '../palette/palette.css?inline';
import { drawParts } from '../parts/mount-part';
import { offerParts } from '../parts/offered-parts';
import partsCss from '../parts/parts.css?inline';
import { startAssistant } from '../session/start-assistant';
import meaningCss from '../understand/meaning.css?inline';
import { drawMeaning } from '../understand/mount-meaning';
import { offerMeaning } from '../understand/offered-meaning';

/**
 * Starts Parley on the practice page, until the signal aborts: the interface of the seller pages, part by part the same. What comes there in
 * scripts of its own is here at once, so that nothing is asked of the background.
 */
export function startPractice(adapter: MarketAdapter, client: ContentClient, signal: AbortSignal): void {
  offerParts(drawParts(partsCss));
  offerCheck({ start: startCheck, mount: drawCheck(checkCss) });
  offerPalette(drawPalette(paletteCss));
  offerMeaning(drawMeaning(meaningCss));
  startAssistant({
    ctx: { onInvalidated: (end) => signal.addEventListener('abort', end, { once: true }) },
    adapter,
    css: assistantCss,
    connect: () => client,
    // What the popup inserts is for a seller page, and folding the bar here must not fold it there.
    serveInserts: () => undefined,
    serveFinds: () => undefined,
    collapsed: { read: async () => false, write: () => undefined },
  });
}
