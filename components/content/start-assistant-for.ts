import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isBarCollapsed, rememberBarCollapsed } from '@/utils/client/bar-state';
import { createContentClient } from '@/utils/client/content-client';
import { serveFindRequests } from '@/utils/client/find-requests';
import { sayServed } from '@/utils/client/served-here';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import { serveInsertRequests } from '@/utils/client/insert-requests';
import css from './assistant.css?inline';
import { createReader, type MarketStart } from './market-start';
import { startAssistant } from './session/start-assistant';

/** Starts the interface in this document, on the adapter of its pages. */
export function startAssistantOn(ctx: ContentScriptContext, adapter: MarketAdapter): void {
  startAssistant({
    ctx,
    adapter,
    css,
    connect: (onGone) => createContentClient(adapter.id, { onGone }),
    serveInserts: serveInsertRequests,
    serveFinds: serveFindRequests,
    collapsed: { read: isBarCollapsed, write: rememberBarCollapsed },
  });
}

/** Wires a marketplace to the extension: its adapter with everything known of its pages, then the interface. */
export function startAssistantFor(ctx: ContentScriptContext, market: MarketStart<MarketAdapter>): void {
  // Evaluating the script and reading the page are two tasks: between them the page may answer a key or a click.
  void createReader(market, ctx.signal).then((adapter) => {
    if (!ctx.isValid) return;
    sayServed((url, doc) => adapter.pageKind(url, doc) !== 'none', ctx.signal);
    setTimeout(() => startAssistantOn(ctx, adapter));
  });
}
