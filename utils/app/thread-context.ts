import { checkContext } from '../domain/compliance/context/check-context';
import type { ContextReport } from '../domain/compliance/context/context-input';
import { contextFacts } from '../domain/compliance/context/facts-of';
import { check, type CompiledPack } from '../domain/compliance/engine';
import { messageKind } from '../domain/compliance/message-kind';
import type { BuyerKey, Lang, MarketId } from '../domain/ids';
import { ruleMarket } from '../domain/other-market';
import type { Clock } from '../platform/clock/system-clock';
import type { ThreadRequest, ThreadView } from './api';
import type { Buyers } from './buyers';
import type { Worklog } from './worklog';

/** What the context rules of a conversation stand on. */
export interface ContextDeps {
  readonly buyers: Pick<Buyers, 'open'>;
  readonly worklog: Pick<Worklog, 'contactsOf'>;
  readonly clock: Clock;
}

interface Conversation {
  readonly buyerKey: BuyerKey | null;
  readonly buyerLang: ThreadView['buyerLang'];
}

/** What a message that was sent was about, as far as it matters for the next one. */
export type SentKind = 'review-request' | 'review-change-request' | 'reply';

/** The context rules of one port: they remember the open conversation and what the last reviewed draft was about. */
export interface ThreadContext {
  opened(request: ThreadRequest, conversation: Conversation): void;
  review(text: string, lang: Lang, compiled: CompiledPack): Promise<ContextReport>;
  /** What the draft that was just sent was about, for the log of contacts; told once. */
  takeSentKind(): SentKind | undefined;
}

/** Creates the context rules of one port. */
export function createThreadContext(market: MarketId, deps: ContextDeps): ThreadContext {
  let open: (Conversation & { readonly request: ThreadRequest }) | null = null;
  let asked: Exclude<SentKind, 'reply'> | null = null;

  const recordOf = async (buyerKey: BuyerKey | null) => {
    if (!buyerKey) return null;
    const [view, contacts] = await Promise.all([deps.buyers.open(buyerKey), deps.worklog.contactsOf(buyerKey)]);
    return view.ok && contacts.ok
      ? { orders: view.value.orders, events: view.value.events, contacts: contacts.value }
      : null;
  };

  return {
    opened(request, conversation) {
      if (open?.request.threadKey !== request.threadKey) asked = null;
      open = { ...conversation, request };
    },

    async review(text, lang, compiled) {
      asked = null;
      if (!open || text.trim() === '') return { findings: [], unknown: [] };
      const { request, buyerKey, buyerLang } = open;
      const kind = messageKind(text, compiled);
      const marketplace = ruleMarket(market);
      const { direction } = request;
      const now = deps.clock.now();
      const asksForChange = check({ text, lang, marketplace, direction, now }, compiled).some(
        ({ rule }) => rule === 'review-change-request',
      );
      asked = asksForChange ? 'review-change-request' : kind === 'review-request' ? kind : null;
      const facts = contextFacts(
        {
          order: request.order,
          direction: request.direction,
          hasWritten: request.lastMessage !== null,
          ...(request.direction === 'reply' && request.lastMessage?.at
            ? { lastBuyerMessageAt: request.lastMessage.at }
            : {}),
        },
        await recordOf(buyerKey),
      );
      const report = checkContext({
        ...facts,
        now,
        marketplace,
        kind,
        asksForChange,
        lang,
        ...(buyerLang.sure ? { preferredLang: buyerLang.lang } : {}),
      });
      // Who is writing the answer need not be told that one is due.
      return { ...report, findings: report.findings.filter(({ rule }) => rule !== 'ctx-reply-overdue') };
    },

    takeSentKind() {
      const kind = asked ?? (open?.request.direction === 'reply' ? 'reply' : undefined);
      // The next message is another one.
      asked = null;
      return kind;
    },
  };
}
