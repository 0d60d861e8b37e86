import type { HTTPRequest, Page } from 'puppeteer-core';
import { answerRequest } from './desk';
import type { Desk, DeskOptions } from './serve-desk';

/** Answers the seller hosts with the same replica pages inside one Firefox page; everything else is refused and listed. */
export async function serveDeskFirefox(page: Page, options: DeskOptions = {}): Promise<Desk> {
  const desk: Desk = { refused: [], documents: [] };
  const now = options.now ?? new Date().toISOString();
  const onRequest = async (request: HTTPRequest): Promise<void> => {
    const address = request.url();
    if (!/^(https?|wss?):/.test(address)) return request.continue();
    const answer = await answerRequest(request.method(), address, now);
    if (!answer) {
      desk.refused.push(address);
      return request.abort('blockedbyclient');
    }
    if (request.isNavigationRequest()) desk.documents.push(address);
    return request.respond({ status: answer.status, headers: { ...answer.headers }, body: answer.body });
  };
  await page.setRequestInterception(true);
  page.on('request', (request) => void onRequest(request));
  return desk;
}
