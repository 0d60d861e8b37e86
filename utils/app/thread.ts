import { brandAs, type BuyerKey, type Lang, type MarketId, type ShopId, type ThreadKey } from '../domain/ids';
import type { OrderFacts, OrderItem } from '../domain/orders';
import type { Suggestion } from '../domain/replies/draft';
import { err, ok, type Result } from '../domain/result';
import { detectLanguage } from '../domain/text/detect';
import { watchingUntil } from '../domain/worklog/watch';
import type { Clock } from '../platform/clock/system-clock';
import { keepShopChoice } from '../platform/settings/shop-choice';
import type { ApiProblem, ContentApi, ShopState, Strings, ThreadRequest, ThreadView } from './api';
import type { Buyers } from './buyers';
import type { Catalogue } from './catalogue';
import { threadReview, type Coach } from './coach';
import type { DeskRulesStore } from './desk-rules';
import { checkDrafts, draftContext } from './draft-checks';
import { joinReview } from './draft-review';
import type { DraftPlace, Drafts } from './drafts';
import type { Edits } from './edits';
import type { Habits } from './habits';
import type { Waiting } from './follow-ups/waiting';
import { createNoteReview } from './note-review';
import type { Notes } from './notes';
import type { ProblemApi } from './problem-api';
import type { Products } from './products';
import type { SettingsStore } from './settings';
import type { Shops } from './shops';
import { threadFacts } from './thread-facts';
import { buyerLanguage, readMessage, shownCards, textLanguage } from './thread-message';
import { createRecordCalls, type RecordWork } from './record-calls';
import { createThreadSources } from './thread-sources';
import { createThreadReplies, type ReplyShelfSource } from './thread-replies';
import { createThreadContext } from './thread-context';
import { createThreadGuards } from './thread-guards';
import { createThreadMeasures } from './thread-measures';
import { createUnderstanding } from './understand';
import type { Worklog } from './worklog';

/** Interface words of the seller page in the language the agent chose. */
export type PageWords = (
  wanted: 'auto' | 'en' | 'zh-CN',
) => Promise<{ readonly lang: Lang; readonly version: string; readonly entries: Strings }>;

/** The calls about the conversation that was opened last. */
export type ThreadApi = Omit<
  ContentApi,
  'openList' | 'reviewAsked' | 'reportVisit' | 'teachWords' | 'saveTaught' | keyof ProblemApi
>;

/** The use cases and the data a conversation is served from. */
export interface ThreadDeps {
  readonly shops: Shops;
  readonly buyers: Buyers;
  readonly notes: Notes;
  /** What the page can change about the record of its buyer, beside the notes. */
  readonly record: RecordWork;
  /** Says whether a review of the conversation's order may be asked for. */
  readonly coach?: Pick<Coach, 'ofOrders'>;
  /** Whether pages of a marketplace are recorded; all are without. */
  readonly isRecorded?: (market: MarketId) => Promise<boolean>;
  readonly drafts: Drafts;
  readonly products: Products;
  readonly worklog: Worklog;
  /** Keeps which messages wait for an answer. */
  readonly waiting?: Waiting;
  readonly habits: Habits;
  readonly settings: SettingsStore;
  readonly catalogue: Catalogue;
  /** The replies of the desk. */
  readonly shelf: ReplyShelfSource;
  readonly edits: Pick<Edits, 'noteSent'>;
  readonly deskRules: DeskRulesStore;
  readonly words: PageWords;
  readonly clock: Clock;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** What a port remembers of the conversation it was opened for. */
interface Open {
  readonly threadKey: ThreadKey;
  readonly shop: ShopState;
  readonly shopHint: ThreadRequest['shop'];
  readonly buyerKey: BuyerKey | null;
  readonly aliases: ThreadRequest['aliases'];
  readonly orderId: string | undefined;
  readonly items: readonly OrderItem[];
  readonly lang: Lang;
  readonly agentLang: Lang;
  readonly uiLang: Lang;
  readonly order: OrderFacts | null;
  readonly buyerName: string | undefined;
  /** The buyer's last words, and the language they are in. */
  readonly message: { readonly text: string; readonly lang: Lang } | null;
}

const shopIdOf = (shop: ShopState): ShopId | '' => (shop.kind === 'known' ? shop.shop.id : '');

/** Creates the API of one port; it serves the conversation of its last `openThread` and no other. */
export function createThreadApi(market: MarketId, deps: ThreadDeps): ThreadApi {
  const { shops, buyers, notes, drafts, products, worklog, habits, settings, catalogue, deskRules, words } = deps;
  let open: Open | null = null;
  const guards = createThreadGuards(market, deps);
  const context = createThreadContext(market, deps);
  const replies = createThreadReplies(market, deps);
  const measures = createThreadMeasures(deps.clock);
  const understanding = createUnderstanding(deps);
  const sources = createThreadSources(market, deps);
  const uiLang = async () => open?.uiLang ?? 'en';
  const { reviewNote } = createNoteReview({ catalogue: async () => catalogue, deskRules, uiLang });
  const recordCalls = createRecordCalls(deps.record, () => open && { buyerKey: open.buyerKey, aliases: open.aliases });
  /** Language of what is being written, once it was reviewed. */
  let written: Lang | null = null;

  const place = ({ shop, threadKey, buyerKey }: Open) => ({ market, shopId: shopIdOf(shop), threadKey, buyerKey });
  /** A conversation whose key has grown is still the same: its draft goes along. */
  const moveDraft = async (from: DraftPlace, to: DraftPlace) => {
    const kept = await drafts.load(from);
    if (!kept.ok || !kept.value) return;
    await drafts.save(to, kept.value.text);
    await drafts.drop(from);
  };
  const withOpen = async <T>(work: (from: Open) => Promise<Result<T, ApiProblem>>): Promise<Result<T, ApiProblem>> =>
    open ? work(open) : err({ kind: 'not-found' });
  /** The rules as they are after a change, for the page that made it. */
  const rulesNow = async ({ lang, uiLang }: Open): Promise<Result<ThreadView['rules'], ApiProblem>> =>
    ok(await catalogue.rules(written ?? lang, uiLang, { active: await deskRules.active() }));

  return {
    async openThread(request) {
      const [chosen, shopFound, understood, active] = await Promise.all([
        settings.read(),
        sources.shop(request.shop),
        catalogue.replies(),
        deskRules.active(),
      ]);
      const shop: ShopState = shopFound.ok ? shopFound.value : { kind: 'ask', choices: [] };
      const myLang = chosen.ok ? chosen.value.myLang : 'en';
      const [seen, ui, items, profile] = await Promise.all([
        sources.record(request, shop),
        words(chosen.ok ? chosen.value.uiLang : 'auto'),
        sources.itemCards(request, shop),
        shop.kind === 'known' ? shops.profile(shop.shop.id) : null,
      ]);
      const header = seen?.ok ? seen.value.header : null;
      const failed = [chosen, shopFound, seen].find((result) => result && !result.ok);
      const buyerLang = buyerLanguage(request, seen?.ok ? seen.value.buyer.lang : undefined);
      const { lang } = buyerLang;
      const reading =
        request.lastMessage && request.direction === 'reply'
          ? readMessage(request, understood, { lang, agentLang: myLang })
          : null;
      const { conversions, facts } = threadFacts(request, {
        market,
        shop,
        profile: profile?.ok ? profile.value : null,
        record: seen?.ok ? seen.value.buyer : null,
        items,
        lang,
        agentLang: myLang,
        today: deps.today(),
      });
      const watched = watchingUntil(chosen.ok ? chosen.value.watch : null, deps.clock.now());
      const check = (drafts: readonly Suggestion[]) =>
        checkDrafts(drafts, draftContext(market, request, deps.clock.now()), {
          checker: (of) => catalogue.checker(of, active),
        });
      const fitting = await replies.opened({
        threadKey: request.threadKey,
        ...(header ? { buyerKey: header.buyerKey } : {}),
        direction: request.direction,
        marketplace: market,
        lang,
        agentLang: myLang,
        order: request.order,
        contactReason: request.contactReason,
        facts,
        reading,
        check,
      });
      // The check goes on: nobody is to be punished for a measurement.
      const suggestions = watched === null ? fitting : [];
      const before = open;
      open = {
        threadKey: request.threadKey,
        shop,
        shopHint: request.shop,
        buyerKey: header?.buyerKey ?? null,
        aliases: [
          ...request.aliases,
          ...(request.order ? [{ kind: 'order', value: request.order.orderId, strong: true } as const] : []),
        ],
        orderId: request.order?.orderId,
        items: request.order?.items ?? [],
        order: request.order,
        buyerName: request.buyerName,
        lang,
        agentLang: myLang,
        uiLang: ui.lang,
        message: request.lastMessage ? { text: request.lastMessage.text, lang: textLanguage(request, lang) } : null,
      };
      // Also when the page has shown late which shop it belongs to.
      const isSame = before && `${request.threadKey}:`.startsWith(`${before.threadKey}:`);
      const isMoved = before?.threadKey !== open.threadKey || shopIdOf(before.shop) !== shopIdOf(shop);
      if (isSame && isMoved) await moveDraft(place(before), place(open));
      written = null;
      context.opened(request, { buyerKey: open.buyerKey, buyerLang });
      measures.opened({ request, intent: reading?.intents[0]?.id, agentLang: myLang, isWatched: watched !== null });
      void deps.waiting?.opened({ request, shopId: shopIdOf(shop), buyerKey: open.buyerKey });
      const [rules, draft, draftChecks, escalation, review] = await Promise.all([
        catalogue.rules(lang, ui.lang, { active, held: request.holds.pack }),
        drafts.load(place(open)),
        check(suggestions),
        guards.opened(request, { shop, buyerKey: open.buyerKey, buyerLang }),
        threadReview(deps.coach, { market, shop, order: request.order }),
      ]);
      return ok({
        threadKey: request.threadKey,
        shop,
        buyerLang,
        agentLang: myLang,
        uiLang: ui.lang,
        intents: reading?.intents ?? [],
        cues: reading?.cues ?? [],
        ...(watched === null ? {} : { watchingUntil: watched }),
        suggestions,
        draftChecks,
        conversions: watched === null ? conversions : [],
        products: shownCards(items),
        record: header,
        review,
        ...(failed && !failed.ok ? { recordProblem: failed.error } : {}),
        rules,
        escalation,
        strings:
          ui.version === request.holds.strings ? { version: ui.version } : { version: ui.version, entries: ui.entries },
        draft: draft.ok ? draft.value : null,
      });
    },

    render: replies.render,
    findReplies: replies.findReplies,
    renderSentence: replies.renderSentence,
    favourite: replies.favourite,

    understand: (request) =>
      withOpen(async ({ message, agentLang, order }) => {
        const chosen = await settings.read();
        const translatesHere = chosen.ok && chosen.value.translatesHere;
        return understanding.understand(
          { message, agentLang, order, replies: replies.shown(), translatesHere },
          request,
        );
      }),

    reviewDraft: ({ text, holdsPack }) =>
      withOpen(async (from) => {
        const found = detectLanguage(text, { pageSays: from.lang });
        const lang = found.sure ? found.lang : from.lang;
        written = lang;
        const active = await deskRules.active();
        const rules = await catalogue.rules(lang, from.uiLang, { active, held: holdsPack });
        const { compiled } = await catalogue.checker(lang, active);
        const [compared, judged] = await Promise.all([
          guards.review(text, lang, found),
          context.review(text, lang, compiled),
        ]);
        return ok({ lang, rules, review: joinReview(compared, judged, active) });
      }),

    muteRule: ({ rule, reason, days }) =>
      withOpen(async (from) => {
        const risk = await catalogue.riskOf(rule, await deskRules.active());
        const muted = await deskRules.mute({ rule, reason, days, risk });
        return muted.ok ? rulesNow(from) : muted;
      }),
    unmuteRule: ({ rule }) =>
      withOpen(async (from) => {
        const unmuted = await deskRules.unmute({ rule });
        return unmuted.ok ? rulesNow(from) : unmuted;
      }),
    overrideHold: ({ rules, reason }) =>
      withOpen(({ shop }) => deskRules.override({ rules, reason, shopId: shopIdOf(shop) })),

    chooseShop: ({ shopId }) =>
      withOpen(async (from) => {
        const chosen = await shops.choose({ market, hint: from.shopHint, chosen: shopId });
        if (chosen.ok) await keepShopChoice(market, { shopId, shown: from.shopHint.name });
        return chosen;
      }),

    openBuyer: ({ buyerKey }) => buyers.open(buyerKey),
    ...notes,
    ...recordCalls,
    reviewNote,
    saveDraft: ({ text }) => withOpen((from) => drafts.save(place(from), text)),
    dropDraft: () => withOpen((from) => drafts.drop(place(from))),

    keepProductValue: ({ item: { productId, sku }, field, value }) =>
      withOpen(async ({ shop, items }) => {
        if (shop.kind !== 'known') return err({ kind: 'shop-unknown' });
        // What the page says of the item is taken from the order it showed when the conversation was opened.
        const item = items.find((one) => one.productId === productId && one.sku === sku);
        if (item === undefined) return err({ kind: 'not-found' });
        return products.keepValue({ shopId: shop.shop.id, item, field, value });
      }),

    log: ({ what, templateId, text, changed = [] }) =>
      withOpen(async ({ shop, buyerKey, orderId, lang, buyerName, items }) => {
        // All in one turn: another conversation may be open before the first of them is kept.
        const kind = what === 'sent' ? context.takeSentKind() : undefined;
        const known = what === 'sent' ? measures.sent({ lang: written ?? lang, changed }) : { lang };
        let isEdited: boolean | undefined;
        if (what === 'sent') {
          // The text may be gone from the page by now: what it promised was found in the last review.
          const promised = guards.sent();
          isEdited = await replies.sent({ final: text ?? '', items, ...(buyerName ? { buyerName } : {}) });
          await promised;
        }
        if (what === 'inserted' && templateId) {
          replies.inserted(templateId);
          measures.inserted(templateId);
          await habits.used(templateId);
        }
        return worklog.write({
          what,
          lang,
          measured: { ...known, ...(isEdited === undefined ? {} : { isEdited }) },
          ...(shop.kind === 'known' ? { shopId: shop.shop.id } : {}),
          ...(buyerKey ? { buyerKey } : {}),
          ...(orderId ? { orderId: brandAs<'OrderId'>(orderId) } : {}),
          ...(templateId ? { templateId } : {}),
          ...(what === 'sent' ? { kind } : {}),
        });
      }),
  };
}
