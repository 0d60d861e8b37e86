import type { ShopId } from '../domain/ids';
import { holdsName } from '../domain/replies/learn/names';
import { err, ok, type Result } from '../domain/result';
import { productName, reasonOf, severityOf, type ProblemReason } from '../domain/worklog/problem';
import { log } from '../platform/log';
import type { ApiProblem, ThreadRequest, ThreadView } from './api';
import type { ProblemApi, ProblemReport } from './problem-api';
import { noShop } from './records';
import type { EntryDraft } from './worklog-api';
import type { WorklogDays } from './worklog-days';

/** What the work log of one port stands on. */
export interface ThreadWorklogDeps {
  readonly worklogDays: Pick<WorklogDays, 'countOf' | 'noteRead' | 'report'>;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** What may be said of the open conversation in the work log; no buyer. */
interface Told {
  readonly shopId: ShopId;
  readonly products: readonly string[];
  readonly reason: ProblemReason | undefined;
  readonly severity: EntryDraft['severity'];
  /** Only to be kept out of what is written. */
  readonly buyerName: string;
}

/** The work log as one port knows it: the conversation on screen, and what is reported of it. */
export interface ThreadWorklog extends ProblemApi {
  /** Takes the conversation that was opened, and counts it once a day. */
  readonly opened: (request: ThreadRequest, view: ThreadView) => void;
}

/** Most products of an order one can choose from. */
const MOST_PRODUCTS = 20;
/** Most conversations remembered as counted while a page is open. */
const MOST_READ = 500;

const draftOf = (
  { products, reason, severity }: Told,
  { product = 0, text = '', ...chosen }: Partial<ProblemReport>,
): EntryDraft => {
  const named = products[product];
  const why = chosen.reason ?? reason;
  return {
    department: 'problem',
    severity: chosen.severity ?? severity,
    text,
    ...(named === undefined ? {} : { product: named }),
    ...(why === undefined || why === '' ? {} : { reason: why }),
  };
};

/** Creates the work log of one port. */
export function createThreadWorklog({ worklogDays, today }: ThreadWorklogDeps): ThreadWorklog {
  let open: Told | null = null;
  let read: { readonly day: string; readonly keys: Set<string> } = { day: '', keys: new Set() };

  const withOpen = async <T>(work: (from: Told) => Promise<Result<T, ApiProblem>>): Promise<Result<T, ApiProblem>> =>
    open ? work(open) : err({ kind: 'not-found' });

  /** The page asks about its conversation again whenever something changes in it, also once its key has grown. */
  const isNews = (key: string): boolean => {
    const day = today();
    if (day !== read.day || read.keys.size >= MOST_READ) read = { day, keys: new Set() };
    const isKnown = [...read.keys].some((known) => `${key}:`.startsWith(`${known}:`));
    read.keys.add(key);
    return !isKnown;
  };

  const noteRead = async (shopId: ShopId): Promise<void> => {
    const noted = await worklogDays.noteRead({ shopId });
    if (!noted.ok) log('reading-not-logged');
  };

  return {
    opened(request, { shop, intents, escalation }) {
      const shopId = shop.kind === 'known' ? shop.shop.id : noShop;
      const reason = reasonOf(intents);
      const names = (request.order?.items ?? []).flatMap((item) => productName(item) ?? []);
      open = {
        shopId,
        products: [...new Set(names)].slice(0, MOST_PRODUCTS),
        reason,
        severity: severityOf(escalation?.kind, reason),
        buyerName: request.buyerName ?? '',
      };
      // Nobody waits for it; a message of ours to somebody who has not written is none that was read.
      if (request.page === 'thread' && isNews(request.threadKey)) void noteRead(shopId);
    },

    problemPrefill: () =>
      withOpen(async (told) => {
        const { products, reason, severity } = told;
        const draft = draftOf(told, {});
        // Without a product and a reason there is nothing yet that could have been reported before.
        const count = draft.product || draft.reason ? await worklogDays.countOf(draft) : ok(0);
        if (!count.ok) return count;
        return ok({ products, severity, today: count.value, ...(reason === undefined ? {} : { reason }) });
      }),

    reportProblem: (request) =>
      withOpen(async (told) => {
        const { buyerName, products, shopId } = told;
        const isNamed = buyerName !== '' && holdsName(request.text, buyerName, products.join(' '));
        if (isNamed) return err({ kind: 'invalid', field: 'text', why: 'buyer' });
        const kept = await worklogDays.report(draftOf(told, request), shopId);
        return kept.ok ? ok({ today: kept.value.count }) : kept;
      }),
  };
}
