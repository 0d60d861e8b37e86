import type { ApiProblem } from '@/utils/app/api';
import type { ContentClient } from '@/utils/client/content-client';
import { draftText } from '@/utils/domain/replies/draft-text';
import type { Draft, Suggestion } from '@/utils/domain/replies/draft';
import type { OrderFacts } from '@/utils/domain/orders';
import type { Span } from '@/utils/domain/text/span';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import type { AssistantActions, AssistantModel, Notice } from '../model';
import { copyText, insertText, type InsertionOptions } from './insertion';
import { keepableOf } from './keepable';
import { isSameThread } from './snapshot';
import { noFrames, stackOnto, withFrames } from './stacking';
import type { Store } from './store';
import type { WritingDesk } from './writing-desk';

/** Replies that are shown as cards. */
const CARDS = 3;

/** What the agent can ask for about replies. */
export type ReplyActions = Pick<
  AssistantActions,
  | 'insertSuggestion'
  | 'completeSuggestion'
  | 'cancelFilling'
  | 'copySuggestion'
  | 'setTone'
  | 'insertConversion'
  | 'showPalette'
  | 'findReplies'
  | 'favourite'
  | 'insertFound'
>;

export interface ReplyDeskOptions {
  readonly adapter: MarketAdapter;
  readonly client: ContentClient;
  readonly store: Store<AssistantModel>;
  readonly desk: Pick<WritingDesk, 'current' | 'composerOf'>;
  /** Label of a variable in the interface language, for places that are still open. */
  readonly labelOf: (variable: string) => string;
  /** The conversation on screen, and the order it is about. */
  readonly threadKey: () => string | null;
  readonly order: () => OrderFacts | null | undefined;
  readonly onProblem: (problem: ApiProblem) => void;
  /** Another conversation came on screen while a reply was on its way: nothing was written. */
  readonly onSwitched: () => void;
}

/** Brings replies into the page's box. */
export interface ReplyDesk {
  readonly actions: ReplyActions;
  /** Puts a text that is no reply into the box. */
  put(text: string): Promise<Notice | null>;
  /** Another conversation is on screen. */
  rest(): void;
}

/** What is known of a text that is put into the page. */
interface Putting extends Pick<InsertionOptions, 'kind' | 'lang' | 'stack'> {
  readonly templateId?: string;
  /** The conversation the agent saw; the one on screen when left out. */
  readonly key?: string | null;
}

/** Creates the reply desk of one document. It writes into the page only when the agent says so. */
export function createReplyDesk(options: ReplyDeskOptions): ReplyDesk {
  const { adapter, client, store, desk, labelOf, threadKey, order, onProblem, onSwitched } = options;
  /** Where the caret stood when the palette opened: a text box under a modal dialog forgets it. */
  let caretBefore: Span | null = null;
  let frames = noFrames;
  /** One insertion at a time: the second press of a double press would find other text and insert again. */
  let isPutting = false;

  const put = async (text: string, { templateId, key = threadKey(), ...how }: Putting = {}): Promise<Notice | null> => {
    if (!key || isPutting) return null;
    isPutting = true;
    const composerOf = (field: HTMLElement) => desk.composerOf(field);
    const notice = await insertText({ adapter, expectedKey: key, text, composerOf, ...how }).finally(
      () => (isPutting = false),
    );
    if (notice.kind === 'thread-switched') onSwitched();
    else store.set({ notice, filling: null });
    if (notice.kind === 'inserted' || notice.kind === 'copied') {
      void client.log({ what: notice.kind, ...(templateId ? { templateId } : {}) });
    }
    return notice;
  };
  const copy = (text: string) => copyText(text, 'asked').then((notice) => store.set({ notice, filling: null }));

  const putReply = async (draft: Draft, templateId: string, key: string) => {
    const stack = (present: string) => stackOnto(present, draft, { frames, labelOf });
    const notice = await put(draftText(draft, labelOf), { templateId, key, stack });
    if (notice?.kind === 'inserted') frames = withFrames(frames, draft, labelOf);
  };
  /** Nothing is written into a page whose conversation could not be read: the reply is copied. */
  const deliver = async ({ draft, templateId, block }: Suggestion, key = threadKey()): Promise<void> => {
    if (!key) return copy(draftText(draft, labelOf));
    if (!block) return putReply(draft, templateId, key);
    await put(draftText(draft, labelOf), { templateId, key, kind: 'sentence', lang: draft.lang });
  };

  /** A card that was filled anew is still there for the reasons it was chosen for; late facts may have moved it. */
  const replace = (index: number, filled: Suggestion) =>
    store.set({
      suggestions: store.get().suggestions.map((old, at) => {
        const { templateId, reasons, preselected, intent } = old;
        const isIt = at === index && templateId === filled.templateId;
        return isIt ? { ...filled, reasons, preselected, intent } : old;
      }),
    });

  const complete = async (index: number, values: Readonly<Record<string, string>>) => {
    const suggestion = store.get().suggestions[index];
    if (!suggestion) return;
    // The conversation the agent saw: another one may be on screen before the background has answered.
    const seenKey = threadKey();
    const seenOrder = order();
    const isStill = () => (seenKey ? isSameThread(seenKey, threadKey() ?? undefined) : threadKey() === null);
    const { templateId, block, tone } = suggestion;
    const filled = await (block
      ? client.renderSentence({ templateId, block, values })
      : client.render({ templateId, values, ...(tone ? { tone } : {}) }));
    if (!isStill()) return onSwitched();
    if (!filled.ok) return onProblem(filled.error);
    replace(index, filled.value);
    // What only one of the choices needs is asked for once that one was chosen.
    const isHere = store.get().suggestions[index]?.draft === filled.value.draft;
    if (isHere && filled.value.open.length > 0) return store.set({ filling: index, notice: null });
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

  const actions: ReplyActions = {
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
    async setTone(index, tone) {
      const suggestion = store.get().suggestions[index];
      const seenKey = threadKey();
      if (!suggestion) return;
      const filled = await client.render({ templateId: suggestion.templateId, values: {}, tone });
      // Late facts may have brought other cards meanwhile.
      if (seenKey !== threadKey() || store.get().suggestions[index] !== suggestion) return;
      if (!filled.ok) return onProblem(filled.error);
      replace(index, filled.value);
    },
    insertConversion(index) {
      const conversion = store.get().conversions[index];
      if (conversion?.insertText) void put(conversion.insertText, { kind: 'sentence' });
    },
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
  };
  return {
    actions,
    put,
    rest() {
      caretBefore = null;
      frames = noFrames;
    },
  };
}
