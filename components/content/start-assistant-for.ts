import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isBarCollapsed, rememberBarCollapsed } from '@/utils/client/bar-state';
import { createContentClient } from '@/utils/client/content-client';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import { serveInsertRequests } from '@/utils/client/insert-requests';
import css from './assistant.css?inline';
import { startAssistant } from './session/start-assistant';

/** Wires a marketplace's adapter to the extension and starts the interface in this document. */
export function startAssistantFor(ctx: ContentScriptContext, adapter: MarketAdapter): void {
  startAssistant({
    ctx,
    adapter,
    css,
    connect: (onGone) => createContentClient(adapter.id, { onGone }),
    serveInserts: serveInsertRequests,
    collapsed: { read: isBarCollapsed, write: rememberBarCollapsed },
  });
}
