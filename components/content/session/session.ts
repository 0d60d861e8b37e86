import type { ApiProblem, ThreadView } from '@/utils/app/api';
import type { ContentClient } from '@/utils/client/content-client';
import { ok } from '@/utils/domain/result';
import type { MarketAdapter, Thread } from '@/utils/marketplaces/contract';
import { pageHealth } from '@/utils/marketplaces/page-health';
import type { ShownText } from '@/utils/page/word-marks';
import type { AssistantActions, AssistantModel } from '../model';
import { createChangedRules } from './changed-rules';
import { checkContextOf } from './check-context';
import { createDraftKeeper } from './drafts';
import { fittingPairs, unpaired } from './fitting';
import { unreadConversation } from './empty-model';
import { needsNoReply } from './needs-no-reply';
import { messagePlaces } from './message-places';
import { createNotesDesk } from './notes';
import { createReplyDesk } from './reply-desk';
import { createRuleShelf } from './rules';
import { isSameThread, lastBuyerMessage, requestOf, shownTranslation, signatureOf, type Snapshot } from './snapshot';
import type { Store } from './store';
import { createUnreadWatch, unreadThread } from './unread';
import { createVisitBook, leftPage } from './visits';
import { watchReplies } from './watch-replies';
import { watchThread } from './watch-thread';
import { createWritingDesk, type WritingDesk } from './writing-desk';

/** How long the news of a cancelled insertion outlives further changes of the page, in ms. */
const SWITCH_NEWS_MS = 5_000;

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
  const notes = createNotesDesk(client, store, () => {
    signature = '';
    watch.lookNow();
  });
  const noteVisit = createVisitBook(client, signal);
  const changed = createChangedRules(store);
  let snapshot: Snapshot | null = null;
  let signature = '';
  let threadKey: string | null = null;
  let toldSwitchedAt = -Infinity;
  let view: ThreadView | null = null;
  let stringsVersion: string | undefined;
  let unsubscribe = () => {};

  const problem = (found: ApiProblem) => {
    if (found.kind === 'disconnected') store.set({ phase: 'ready', notice: { kind: 'reload-page' } });
    else store.set({ phase: 'problem', problem: found });
  };

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
    const translation = shownTranslation(thread);
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
      message:
        message && from.page === 'thread'
          ? { text: message.text, lang: answer.buyerLang.lang, ...(translation ? { translation } : {}) }
          : null,
      watchingUntil: answer.watchingUntil ?? null,
      suggestions: shown.suggestions,
      draftChecks: shown.draftChecks,
      conversions: answer.conversions,
      escalation: answer.escalation?.kind ?? null,
      review: answer.review,
      needsNoReply: needsNoReply(answer, from, adapter.id),
      restorable,
    });
    desk.setContext(checkContextOf(from, answer, adapter.id), answer.buyerLang.lang, rules);
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

  const replies = createReplyDesk({
    adapter,
    client,
    store,
    desk,
    labelOf,
    threadKey: () => threadKey,
    order: () => snapshot?.order,
    onProblem: problem,
    onSwitched: () => tellSwitched(),
  });

  const isWriting = (): boolean => (desk.current()?.read() ?? '').trim() !== '';

  const onSnapshot = (next: Snapshot | null) => {
    snapshot = next;
    onPresence(next !== null);
    noteVisit(next);
    if (!next) {
      // The side panel must not show the buyer of a conversation that was left.
      if (threadKey) void client.reportVisit(leftPage);
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
      // Also when the conversation comes back unchanged after the page had none to read: it is asked about again.
      signature = '';
      // What was said about the switch itself stays: panels and box follow the conversation one after the other.
      const isSwitchNews = performance.now() - toldSwitchedAt < SWITCH_NEWS_MS;
      store.set({ ...unreadConversation, ...(isSwitchNews ? {} : { notice: null }) });
      notes.show(null, 'no-strong-alias');
      desk.rest();
      changed.take();
      replies.rest();
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
    // Asked of the page after it had shown the original, a translation comes late and says nothing new to the background.
    const { message } = store.get();
    const translation = shownTranslation(thread);
    if (message && isSame && message.translation?.text !== translation?.text) {
      store.set({ message: { text: message.text, lang: message.lang, ...(translation ? { translation } : {}) } });
    }
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
  watchReplies(client, signal, () => {
    // Where no conversation can be read, the one answer that is waited for must not be thrown away.
    if (threadKey === null) return;
    signature = '';
    watch.lookNow();
  });
  adapter.onSent(document, signal, ({ kind }) => {
    if (kind !== 'message' || !threadKey) return;
    drafts.forget();
    store.set({ restorable: null });
    void client.log({ what: 'sent', text: desk.lastText(), changed: changed.take() });
  });
  signal.addEventListener('abort', () => unsubscribe());

  const tellSwitched = () => {
    watch.lookNow();
    toldSwitchedAt = performance.now();
    store.set({ notice: { kind: 'thread-switched' }, filling: null });
  };

  const actions: AssistantActions = {
    ...notes,
    ...desk.actions,
    ...replies.actions,
    understand: () => client.understand({ text: desk.current()?.read() ?? '' }),
    keepProductValue: (request) => client.keepProductValue(request),
    problemPrefill: (request) => client.problemPrefill(request),
    reportProblem: (request) => client.reportProblem(request),
    chooseShop(shopId) {
      void client.chooseShop({ shopId }).then((chosen) => {
        if (!chosen.ok) return problem(chosen.error);
        signature = '';
        watch.lookNow();
      });
    },
    restoreDraft() {
      if (view?.draft) void replies.put(view.draft.text);
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
    desk.current() && threadKey
      ? replies.put(text).then((notice) => ({ inserted: notice?.kind === 'inserted' }))
      : null;
  const texts = () => messagePlaces(() => snapshot, watch.lookNow);
  return { actions, desk, texts, insertFromOutside };
}
