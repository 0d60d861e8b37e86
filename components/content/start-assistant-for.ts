import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isBarCollapsed, rememberBarCollapsed } from '@/utils/client/bar-state';
import { createContentClient } from '@/utils/client/content-client';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import { serveInsertRequests } from '@/utils/client/insert-requests';
import css from './assistant.css?inline';
import { startAssistant } from './session/start-assistant';

/** Wires a marketplace's adapter to the extension and starts the interface in this document. */
export function startAssistantFor(ctx: ContentScriptContext, adapter: MarketAdapter): void {
  const start = () =>
    startAssistant({
      ctx,
      adapter,
      css,
      connect: (onGone) => createContentClient(adapter.id, { onGone }),
      serveInserts: serveInsertRequests,
      collapsed: { read: isBarCollapsed, write: rememberBarCollapsed },
    });
  // Evaluating the script and reading the page are two tasks: between them the page may answer a key or a click.
  setTimeout(start);
}
