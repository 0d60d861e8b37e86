import { checkContext } from '../domain/compliance/context/check-context';
import type { ContextReport } from '../domain/compliance/context/context-input';
import { contextFacts } from '../domain/compliance/context/facts-of';
import type { CompiledPack } from '../domain/compliance/engine';
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

/** The context rules of one port: they remember the open conversation and what the last reviewed draft was about. */
export interface ThreadContext {
  opened(request: ThreadRequest, conversation: Conversation): void;
  review(text: string, lang: Lang, compiled: CompiledPack): Promise<ContextReport>;
  /** What the draft that was just sent was about, for the log of contacts; told once. */
  takeSentKind(): 'review-request' | 'reply' | undefined;
}

/** Creates the context rules of one port. */
export function createThreadContext(market: MarketId, deps: ContextDeps): ThreadContext {
  let open: (Conversation & { readonly request: ThreadRequest }) | null = null;
  let isRequest = false;

  const recordOf = async (buyerKey: BuyerKey | null) => {
    if (!buyerKey) return null;
    const [view, contacts] = await Promise.all([deps.buyers.open(buyerKey), deps.worklog.contactsOf(buyerKey)]);
    return view.ok && contacts.ok
      ? { orders: view.value.orders, events: view.value.events, contacts: contacts.value }
      : null;
  };

  return {
    opened(request, conversation) {
      if (open?.request.threadKey !== request.threadKey) isRequest = false;
      open = { ...conversation, request };
    },

    async review(text, lang, compiled) {
      isRequest = false;
      if (!open || text.trim() === '') return { findings: [], unknown: [] };
      const { request, buyerKey, buyerLang } = open;
      const kind = messageKind(text, compiled);
      isRequest = kind === 'review-request';
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
        now: deps.clock.now(),
        marketplace: ruleMarket(market),
        kind,
        lang,
        ...(buyerLang.sure ? { preferredLang: buyerLang.lang } : {}),
      });
      // Who is writing the answer need not be told that one is due.
      return { ...report, findings: report.findings.filter(({ rule }) => rule !== 'ctx-reply-overdue') };
    },

    takeSentKind() {
      const kind = isRequest ? 'review-request' : open?.request.direction === 'reply' ? 'reply' : undefined;
      // The next message is another one.
      isRequest = false;
      return kind;
    },
  };
}
