import type { MarketId } from '@/utils/domain/ids';
import { pathPattern } from '@/utils/domain/profiles/path-pattern';
import type { TaughtField, TaughtPage } from '@/utils/domain/profiles/profile';
import { deriveOne, deriveSelectors } from '@/utils/page/derive-selectors';
import { namesToAvoid } from '@/utils/page/derive-selectors-marks';
import { deriveMessages } from '@/utils/page/derive-selectors-messages';
import { shadowHost } from '@/utils/page/shadow-host';
import { innerTextBox } from '@/utils/page/text-box';

/** What somebody has pointed at; what was skipped is missing. */
export type Chosen = Readonly<Partial<Record<TaughtField, Element>>>;

/** Where and when a page is taught. */
export interface TeachPlace {
  readonly doc: Document;
  readonly url: URL;
  readonly marketplace: MarketId;
  /** Day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A page as far as it could be learned. */
export interface Learned {
  readonly page: TaughtPage;
  /** Fields that were pointed at but that nothing on the page tells apart. */
  readonly failed: readonly TaughtField[];
}

/** A name for the page that is the same when it is taught again: then the new one takes the place of the old one. */
function idOf(host: string, path: string): string {
  let sum = 2_166_136_261;
  for (const sign of `${host}${path}`) sum = Math.imul(sum ^ sign.codePointAt(0)!, 16_777_619) >>> 0;
  return `page-${sum.toString(36)}`;
}

/** Selectors of the text box itself, and of the component around it. */
function composerSelectors(pointed: Element, doc: Document, names: ReadonlySet<string>): readonly string[] {
  const box = innerTextBox(pointed);
  if (!box) return [];
  const isRight = (hits: readonly Element[]): boolean => hits.length === 1 && innerTextBox(hits[0]!) === box;
  const host = shadowHost(box);
  const targets = new Set([box, ...(host ? [host] : []), pointed]);
  return [...targets].flatMap((target) => deriveSelectors(target, isRight, { doc, care: 'whole', names })).slice(0, 12);
}

/** Turns what was pointed at into a page that can be found and read again; nothing shown on the page goes into it. */
export function learnPage(chosen: Chosen, { doc, url, marketplace, today }: TeachPlace): Learned {
  const box = chosen.composer && (innerTextBox(chosen.composer) ?? undefined);
  const names = namesToAvoid(doc, chosen.buyerName);
  const messages = chosen.message && deriveMessages(chosen.message, { doc, box, care: 'words', names });
  const found: Partial<Record<TaughtField, readonly string[]>> = {
    ...(chosen.composer && { composer: composerSelectors(chosen.composer, doc, names) }),
    ...(chosen.message && { message: messages?.selectors ?? [] }),
    ...(chosen.orderId && { orderId: deriveOne(chosen.orderId, { doc, box, care: 'whole', names }) }),
    ...(chosen.buyerName && { buyerName: deriveOne(chosen.buyerName, { doc, box, care: 'words', names }) }),
  };
  const entries = Object.entries(found) as [TaughtField, readonly string[]][];
  const path = pathPattern(url, names);
  return {
    failed: entries.filter(([, selectors]) => selectors.length === 0).map(([field]) => field),
    page: {
      id: idOf(url.hostname, path),
      marketplace,
      host: url.hostname,
      path,
      kind: 'thread',
      fields: Object.fromEntries(entries.filter(([, selectors]) => selectors.length > 0)),
      ...(messages?.buyerMessage !== undefined && { buyerMessage: messages.buyerMessage }),
      date: today,
    },
  };
}
