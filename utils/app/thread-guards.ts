import currencies from '../catalog/measures/currencies.json';
import { orderIdsIn } from '../domain/guards/check-ids';
import type { Escalation } from '../domain/guards/escalation';
import { findEscalation } from '../domain/guards/find-escalation';
import type { KnownFacts } from '../domain/guards/known-facts';
import type { FoundPromise } from '../domain/guards/promise';
import { brandAs, type BuyerKey, type Lang, type MarketId } from '../domain/ids';
import { detectLanguage, type DetectedLanguage } from '../domain/text/detect';
import { log } from '../platform/log';
import type { ShopState, ThreadRequest, ThreadView } from './api';
import type { Buyers } from './buyers';
import type { Catalogue } from './catalogue';
import type { DraftReview } from './check-api';
import { reviewDraft } from './draft-review';
import type { Shops } from './shops';
import type { Worklog } from './worklog';

/** What the guards of a conversation stand on. */
export interface GuardDeps {
  readonly shops: Pick<Shops, 'list'>;
  readonly buyers: Pick<Buyers, 'open' | 'othersOrders'>;
  readonly worklog: Pick<Worklog, 'escalated' | 'keepPromises'>;
  readonly catalogue: Pick<Catalogue, 'guardWords'>;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
}

interface Conversation {
  readonly shop: ShopState;
  readonly buyerKey: BuyerKey | null;
  readonly buyerLang: ThreadView['buyerLang'];
}

/** The guards of one port: they remember the open conversation and what its last reviewed draft promises. */
export interface ThreadGuards {
  /** Takes the conversation and looks at the buyer's message; what needs a person is logged once, without its text. */
  opened(request: ThreadRequest, conversation: Conversation): Promise<Escalation | null>;
  review(text: string, lang: Lang, written: DetectedLanguage): Promise<Pick<DraftReview, 'guards' | 'promises'>>;
  /** Keeps the promises of the last reviewed draft: it was sent. */
  sent(): Promise<void>;
}

/** Messages remembered as logged while a page is open. */
const MOST_REMEMBERED = 200;

/** Creates the guards of one port. */
export function createThreadGuards(market: MarketId, deps: GuardDeps): ThreadGuards {
  const { shops, buyers, worklog, catalogue, today } = deps;
  let open: (Conversation & { readonly request: ThreadRequest }) | null = null;
  let promised: readonly FoundPromise[] = [];
  const logged = new Set<string>();

  const shopIdOf = (shop: ShopState) => (shop.kind === 'known' ? { shopId: shop.shop.id } : {});

  /** What is not in the page: the orders of the record, whose the named orders are, and our other shops. */
  const knownFor = async (text: string, { request, shop, buyerKey, buyerLang }: NonNullable<typeof open>) => {
    const named = orderIdsIn(text);
    const [record, foreign, all] = await Promise.all([
      buyerKey ? buyers.open(buyerKey) : null,
      named.length > 0 && shop.kind === 'known' ? buyers.othersOrders({ orderIds: named, buyerKey }) : null,
      shop.kind === 'known' ? shops.list() : null,
    ]);
    const rows = all?.ok ? all.value.filter(({ name, marketplace }) => name !== marketplace) : [];
    const own = rows.find(({ id }) => shop.kind === 'known' && id === shop.shop.id);
    const marksOf = ({ name, seenAs = [] }: (typeof rows)[number]) => ({ name, marks: [name, ...seenAs] });
    const viewed = record?.ok ? record.value : null;
    const ids = viewed?.buyer.aliases.flatMap((alias) => (alias.startsWith('order:') ? [alias.slice(6)] : [])) ?? [];
    const names = [request.buyerName, viewed?.buyer.displayName].flatMap((name) => name ?? []);
    return {
      today: today(),
      order: request.order,
      ownOrders: [...ids, ...(viewed?.orders.map(({ orderId }) => orderId) ?? [])],
      foreignOrders: foreign?.ok ? foreign.value : [],
      buyerNames: [...new Set(names)],
      ...(request.lastMessage ? { lastMessage: request.lastMessage.text } : {}),
      buyerLang,
      shop:
        shop.kind === 'known'
          ? {
              name: shop.shop.name,
              marks: [...(own ? marksOf(own).marks : []), ...(request.shop.name ? [request.shop.name] : [])],
            }
          : null,
      otherShops: rows.filter((row) => row !== own && shop.kind === 'known').map(marksOf),
      currencies,
    } satisfies KnownFacts;
  };

  return {
    async opened(request, conversation) {
      if (open?.request.threadKey !== request.threadKey) promised = [];
      open = { ...conversation, request };
      const text = request.direction === 'reply' ? request.lastMessage?.text : undefined;
      if (text === undefined) return null;
      const lang = request.isTranslated ? detectLanguage(text).lang : conversation.buyerLang.lang;
      const found = findEscalation(text, await catalogue.guardWords(lang));
      const seen = `${market} ${request.threadKey} ${text}`;
      if (found === null || logged.has(seen)) return found;
      if (logged.size >= MOST_REMEMBERED) logged.clear();
      logged.add(seen);
      const { shop, buyerKey } = conversation;
      const noted = await worklog.escalated({ kind: found.kind, ...shopIdOf(shop), ...(buyerKey ? { buyerKey } : {}) });
      if (!noted.ok) log('escalation-not-logged');
      return found;
    },

    async review(text, lang, written) {
      const from = open;
      if (!from) return { guards: [], promises: [] };
      const [known, words] = await Promise.all([knownFor(text, from), catalogue.guardWords(lang)]);
      const review = reviewDraft(text, lang, { ...known, written }, words);
      // Another conversation may be open by now: its buyer was promised nothing.
      if (open === from) promised = review.promises;
      return review;
    },

    async sent() {
      const { shop, buyerKey } = open ?? {};
      const kept = promised.flatMap(({ what, dueOn }) => (dueOn === undefined ? [] : [{ what, dueOn }]));
      promised = [];
      if (kept.length === 0 || !buyerKey || shop?.kind !== 'known') return;
      const done = await worklog.keepPromises({ shopId: brandAs<'ShopId'>(shop.shop.id), buyerKey, promises: kept });
      if (!done.ok) log('promises-not-kept');
    },
  };
}
