import type { BrowserContext } from 'playwright-core';
import { answerRequest } from './desk';

/** How the desk is served. */
export interface DeskOptions {
  /** Moment the fixtures count from, ISO 8601; the real one when left out. */
  readonly now?: string;
}

/** What happened at the fence so far; both lists grow while the desk is open. */
export interface Desk {
  /** Addresses nobody may ask for. Must stay empty. */
  readonly refused: string[];
  /** Seller pages that were loaded, in order. */
  readonly documents: string[];
}

// Requests that never leave the browser.
const isInside = (address: string): boolean =>
  /^(chrome-extension|moz-extension|data|blob|about|devtools|chrome):/.test(address);

/** Answers the seller hosts with replica pages inside a Chromium context; everything else is refused and listed. */
export async function serveDesk(context: BrowserContext, options: DeskOptions = {}): Promise<Desk> {
  const desk: Desk = { refused: [], documents: [] };
  const now = options.now ?? new Date().toISOString();
  await context.route('**/*', async (route) => {
    const request = route.request();
    const address = request.url();
    if (isInside(address)) return route.fallback();
    const answer = await answerRequest(request.method(), address, now);
    if (!answer) {
      desk.refused.push(address);
      return route.abort('blockedbyclient');
    }
    if (request.resourceType() === 'document') desk.documents.push(address);
    return route.fulfill({ status: answer.status, headers: { ...answer.headers }, body: answer.body });
  });
  return desk;
}
