import type { ApiProblem, ThreadView } from '@/utils/app/api';
import type { ContentClient } from '@/utils/client/content-client';
import { ruleMarket } from '@/utils/domain/other-market';
import { draftText } from '@/utils/domain/replies/draft-text';
import type { Lang } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import type { Suggestion } from '@/utils/domain/replies/draft';
import type { Span } from '@/utils/domain/text/span';
import type { MarketAdapter, Thread } from '@/utils/marketplaces/contract';
import { pageHealth } from '@/utils/marketplaces/page-health';
import type { ShownText } from '@/utils/page/word-marks';
import type { AssistantActions, AssistantModel, Notice } from '../model';
import { createDraftKeeper } from './drafts';
import { fittingPairs, unpaired } from './fitting';
import { unreadConversation } from './empty-model';
import { copyText, insertText, type InsertionOptions } from './insertion';
import { keepableOf } from './keepable';
import { needsNoReply } from './needs-no-reply';
import { messagePlaces } from './message-places';
import { createNotesDesk } from './notes';
import { createRuleShelf } from './rules';
import { directionOf, isSameThread, lastBuyerMessage, requestOf, signatureOf, type Snapshot } from './snapshot';
import type { Store } from './store';
import { createUnreadWatch, unreadThread } from './unread';
import { createVisitBook } from './visits';
import { watchThread } from './watch-thread';
import { createWritingDesk, type WritingDesk } from './writing-desk';

/** How long the news of a cancelled insertion outlives further changes of the page, in ms. */
const SWITCH_NEWS_MS = 5_000;

/** Replies that are shown as cards. */
const CARDS = 3;

export interface SessionOptions {
  readonly adapter: MarketAdapter;
  readonly client: ContentClient;
  readonly store: Store<AssistantModel>;
  readonly layer: ShadowRoot;
  readonly signal: AbortSignal;
  /** New interface words have come. */
  readonly onStrings: (strings: ThreadView['strings']) => void;
  /** Label of a variable in the interface language, for places that are still open. */
  readonly labelOf: (variable: string) => string;
  /** A conversation is on screen, or none is any more. */
  readonly onPresence: (present: boolean) => void;
  /** Whether the page has left Parley's element where it was put. */
  readonly isPlaced: () => boolean;
  readonly rememberCollapsed: (collapsed: boolean) => void;
}

/** What is known of a text that is put into the page. */
interface Putting {
  readonly templateId?: string;
  readonly kind?: InsertionOptions['kind'];
  readonly lang?: Lang;
  /** The conversation the agent saw; the one on screen when left out. */
  readonly key?: string | null;
}

export interface Session {
  readonly actions: AssistantActions;
  readonly desk: WritingDesk;
  /** The buyer's last words with the elements that show them now. */
  readonly texts: () => readonly ShownText[];
  /** Inserts a text the popup hands over; null when this document has no box for it. */
  readonly insertFromOutside: (text: string) => Promise<{ readonly inserted: boolean }> | null;
}

/**
 * Runs Parley on one document: follows the conversation on screen, asks the background about it once,
 * and carries out what the agent asks for. It writes into the page only when the agent says so.
 */
export function startSession(options: SessionOptions): Session {
  const { adapter, client, store, layer, signal, onStrings, labelOf, onPresence, isPlaced, rememberCollapsed } =
    options;
  const drafts = createDraftKeeper(
    {
      // What is written where nobody is known must not be offered in another conversation.
      saveDraft: async (draft) => (threadKey ? client.saveDraft(draft) : ok(null)),
      dropDraft: async (draft) => (threadKey ? client.dropDraft(draft) : ok(null)),
    },
    signal,
    () => desk.current()?.read(),
  );
  const shelf = createRuleShelf();
  const desk = createWritingDesk({ adapter, client, store, drafts, shelf, layer, signal });
  const notes = createNotesDesk(client, store);
  const noteVisit = createVisitBook(client, signal);
  let snapshot: Snapshot | null = null;
  let signature = '';
  let threadKey: string | null = null;
  let toldSwitchedAt = -Infinity;
  let view: ThreadView | null = null;
  let stringsVersion: string | undefined;
  /** Where the caret stood when the palette opened: a text box under a modal dialog forgets it. */
  let caretBefore: Span | null = null;
  let unsubscribe = () => {};

  const problem = (found: ApiProblem) => {
    if (found.kind === 'disconnected') store.set({ phase: 'ready', notice: { kind: 'reload-page' } });
    else store.set({ phase: 'problem', problem: found });
  };

  const checkContext = (from: Snapshot) => ({
    marketplace: ruleMarket(adapter.id),
    direction: directionOf(from),
    ...(view?.shop.kind === 'known' ? { shopId: view.shop.shop.id } : {}),
    ...(from.order
      ? { order: { id: from.order.orderId, ...(from.order.state ? { state: from.order.state } : {}) } }
      : {}),
  });

  /** Late facts may rank the replies anew; the one whose form is open keeps its place and what was typed into it. */
  const besideTheForm = (answer: ThreadView): Pick<AssistantModel, 'suggestions' | 'draftChecks'> => {
    const { filling, suggestions, draftChecks } = store.get();
    const open = filling === null ? undefined : suggestions[filling];
    const check = filling === null ? undefined : draftChecks[filling];
    const pairs = fittingPairs(answer);
    if (filling === null || !open || !check) return unpaired(pairs);
    // A sentence that was picked is no reply, also where a reply of its template is among the three.
    const isOpen = ([{ templateId }]: (typeof pairs)[number]) => templateId === open.templateId && !open.block;
    const others = pairs.filter((pair) => !isOpen(pair));
    const kept = pairs.find(isOpen) ?? ([open, check] as const);
    const all = [...others.slice(0, filling), kept, ...others.slice(filling)];
    return unpaired(all.slice(0, Math.max(pairs.length, filling + 1)));
  };

  const showView = (answer: ThreadView, from: Snapshot, thread: Thread) => {
    view = answer;
    if (answer.strings.entries) {
      stringsVersion = answer.strings.version;
      onStrings(answer.strings);
    }
    const message = lastBuyerMessage(thread);
    const shown = besideTheForm(answer);
    const rules = shelf.take(answer.rules);
    const present = desk.current()?.read() ?? '';
    const restorable = answer.draft && present.trim() === '' ? { savedAt: answer.draft.savedAt } : null;
    store.set({
      phase: 'ready',
      problem: undefined,
      uiLang: answer.uiLang,
      agentLang: answer.agentLang,
      // Without a choice there is nothing to ask: the store could not be read, and the buyer card says why.
      shop: answer.shop.kind === 'ask' && answer.shop.choices.length === 0 ? null : answer.shop,
      buyerLang: answer.buyerLang,
      intents: answer.intents,
      message: message && from.page === 'thread' ? { text: message.text, lang: answer.buyerLang.lang } : null,
      suggestions: shown.suggestions,
      draftChecks: shown.draftChecks,
      conversions: answer.conversions,
      escalation: answer.escalation?.kind ?? null,
      needsNoReply: needsNoReply(answer, from, adapter.id),
      restorable,
    });
    desk.setContext(checkContext(from), answer.buyerLang.lang, rules);
    notes.show(
      answer.record,
      answer.recordProblem ?? (answer.shop.kind === 'ask' ? 'shop-unknown' : 'no-strong-alias'),
    );
    unsubscribe();
    if (answer.record) unsubscribe = client.subscribe(answer.record.topic, () => notes.changedElsewhere());
  };

  const ask = async (from: Snapshot, thread: Thread) => {
    const asked = signature;
    const held = shelf.held();
    const holds = { ...(stringsVersion ? { strings: stringsVersion } : {}), ...(held ? { pack: held } : {}) };
    const answer = await client.openThread(requestOf(from, thread, adapter, holds));
    if (asked !== signature || signal.aborted) return;
    if (answer.ok) showView(answer.value, from, thread);
    else {
      signature = '';
      problem(answer.error);
    }
  };

  const isWriting = (): boolean => (desk.current()?.read() ?? '').trim() !== '';

  const onSnapshot = (next: Snapshot | null) => {
    snapshot = next;
    onPresence(next !== null);
    noteVisit(next);
    if (!next) {
      drafts.flush();
      unread.over();
      desk.attach(null);
      threadKey = null;
      signature = '';
      return;
    }
    const { thread } = next;
    if (thread) unread.over();
    const isSame = thread ? threadKey !== null && isSameThread(threadKey, thread.key) : unread.seen();
    if (!isSame) drafts.flush();
    threadKey = thread?.key ?? null;
    if (!isSame) {
      view = null;
      caretBefore = null;
      // Also when the conversation comes back unchanged after the page had none to read: it is asked about again.
      signature = '';
      // What was said about the switch itself stays: panels and box follow the conversation one after the other.
      const isSwitchNews = performance.now() - toldSwitchedAt < SWITCH_NEWS_MS;
      store.set({ ...unreadConversation, ...(isSwitchNews ? {} : { notice: null }) });
      notes.show(null, 'no-strong-alias');
      desk.rest();
    }
    desk.attach(next.composer);
    store.set({
      page: next.page,
      composer: next.composerState,
      fields: next.fields,
      readMs: Math.round(next.readMs),
      health: pageHealth(next.fields),
      buyerName: thread?.buyerName,
      folded: isWriting(),
    });
    if (!thread) return;
    const said = signatureOf(next);
    if (said === signature) return;
    signature = said;
    void ask(next, thread);
  };

  /** Replies and checks do not need to know who writes, and the bar needs its words to say what is wrong. */
  const unread = createUnreadWatch(() => {
    if (!snapshot || signal.aborted) return;
    signature = 'unread';
    // Whose the order on the page is can't be known.
    void ask({ ...snapshot, order: null, country: undefined }, unreadThread(adapter.id));
  });
  const watch = watchThread(adapter, signal, { onSnapshot, isPlaced });
  adapter.onSent(document, signal, ({ kind }) => {
    if (kind !== 'message' || !threadKey) return;
    drafts.forget();
    store.set({ restorable: null });
    void client.log({ what: 'sent' });
  });
  signal.addEventListener('abort', () => unsubscribe());

  /** One insertion at a time: the second press of a double press would find other text and insert again. */
  let isPutting = false;
  const put = async (
    text: string,
    { templateId, kind, lang, key = threadKey }: Putting = {},
  ): Promise<Notice | null> => {
    if (!key || isPutting) return null;
    isPutting = true;
    const notice = await insertText({
      adapter,
      expectedKey: key,
      text,
      kind,
      lang,
      composerOf: (field) => desk.composerOf(field),
    }).finally(() => (isPutting = false));
    if (notice.kind === 'thread-switched') tellSwitched();
    else store.set({ notice, filling: null });
    if (notice.kind === 'inserted' || notice.kind === 'copied') {
      void client.log({ what: notice.kind, ...(templateId ? { templateId } : {}) });
    }
    return notice;
  };
  const copy = (text: string) => copyText(text, 'asked').then((notice) => store.set({ notice, filling: null }));
  /** Nothing is written into a page whose conversation could not be read: the reply is copied. */
  const deliver = ({ draft, templateId, block }: Suggestion, key = threadKey) => {
    const text = draftText(draft, labelOf);
    return key ? put(text, { templateId, key, ...(block ? { kind: 'sentence', lang: draft.lang } : {}) }) : copy(text);
  };
  const tellSwitched = () => {
    watch.lookNow();
    toldSwitchedAt = performance.now();
    store.set({ notice: { kind: 'thread-switched' }, filling: null });
  };

  const complete = async (index: number, values: Readonly<Record<string, string>>) => {
    const suggestion = store.get().suggestions[index];
    if (!suggestion) return;
    // The conversation the agent saw: another one may be on screen before the background has answered.
    const seenKey = threadKey;
    const seenOrder = snapshot?.order;
    const isStill = () => (seenKey ? isSameThread(seenKey, threadKey ?? undefined) : threadKey === null);
    const { templateId, block } = suggestion;
    const filled = await (block
      ? client.renderSentence({ templateId, block, values })
      : client.render({ templateId, values }));
    if (!isStill()) return tellSwitched();
    if (!filled.ok) return problem(filled.error);
    store.set({ suggestions: store.get().suggestions.map((old, at) => (at === index ? filled.value : old)) });
    await deliver(filled.value, seenKey);
    if (isStill() && block) forgetPicked();
    if (isStill()) store.set({ keepable: keepableOf(values, seenOrder) });
  };

  const toText = (): void => {
    const composer = desk.current();
    composer?.select(caretBefore ?? composer.caret());
    caretBefore = null;
  };
  /** A sentence is no card: it goes when its form does. */
  const forgetPicked = (): void => {
    const { suggestions, draftChecks } = store.get();
    const at = suggestions.findIndex(({ block }) => block !== undefined);
    if (at >= 0) store.set({ suggestions: suggestions.slice(0, at), draftChecks: draftChecks.slice(0, at) });
  };

  const actions: AssistantActions = {
    ...notes,
    ...desk.actions,
    insertSuggestion(index) {
      const suggestion = store.get().suggestions[index];
      if (!suggestion) return;
      if (suggestion.open.some(({ required }) => required)) store.set({ filling: index, notice: null });
      else void deliver(suggestion);
    },
    completeSuggestion: (index, values) => void complete(index, values),
    cancelFilling() {
      const { folded, filling } = store.get();
      store.set({ filling: null });
      // With the cards folded, or no card of its own, there is nothing of ours to return to: back to what the agent was writing.
      if (folded || filling === CARDS) toText();
      forgetPicked();
    },
    copySuggestion(index) {
      const suggestion = store.get().suggestions[index];
      if (suggestion) void copy(draftText(suggestion.draft, labelOf));
    },
    insertConversion(index) {
      const conversion = store.get().conversions[index];
      if (conversion?.insertText) void put(conversion.insertText, { kind: 'sentence' });
    },
    keepProductValue: (request) => client.keepProductValue(request),
    showPalette(palette) {
      if (!store.get().palette) caretBefore = desk.current()?.caret() ?? null;
      store.set({ palette });
      if (palette === null) toText();
    },
    findReplies: (request) => client.findReplies(request),
    favourite: (request) => client.favourite(request),
    insertFound({ suggestion, check }) {
      store.set({ palette: null });
      toText();
      if (!suggestion.open.some(({ required }) => required)) return void deliver(suggestion);
      // Behind the cards: what was looked for is asked about, and takes no card's place or key.
      const { suggestions, draftChecks } = store.get();
      const isCard = (card: Suggestion) => card.templateId === suggestion.templateId && card.block === suggestion.block;
      const card = suggestions.findIndex(isCard);
      const filling = card >= 0 ? card : Math.min(suggestions.length, CARDS);
      if (card >= 0) return store.set({ filling, notice: null });
      store.set({
        suggestions: [...suggestions.slice(0, filling), suggestion],
        draftChecks: [...draftChecks.slice(0, filling), check],
        filling,
        notice: null,
      });
    },
    chooseShop(shopId) {
      void client.chooseShop({ shopId }).then((chosen) => {
        if (!chosen.ok) return problem(chosen.error);
        signature = '';
        watch.lookNow();
      });
    },
    restoreDraft() {
      if (view?.draft) void put(view.draft.text);
      store.set({ restorable: null });
    },
    discardDraft() {
      drafts.forget();
      store.set({ restorable: null });
    },
    unfold: () => store.set({ folded: false }),
    setCollapsed(collapsed) {
      store.set({ collapsed });
      rememberCollapsed(collapsed);
    },
    dismissNotice: () => store.set({ notice: null }),
    retry() {
      signature = '';
      // A conversation that can't be read is asked about once for each address; this asks again.
      unread.over();
      store.set({ phase: 'loading', problem: undefined });
      if (snapshot) onSnapshot(snapshot);
    },
  };
  const insertFromOutside = (text: string) =>
    desk.current() && threadKey ? put(text).then((notice) => ({ inserted: notice?.kind === 'inserted' })) : null;
  const texts = () => messagePlaces(() => snapshot, watch.lookNow);
  return { actions, desk, texts, insertFromOutside };
}
