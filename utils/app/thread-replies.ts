import type { BuyerKey, Lang, MarketId, ThreadKey } from '../domain/ids';
import type { Draft, Facts, Suggestion, Tone } from '../domain/replies/draft';
import type { IntentReading } from '../domain/replies/intents';
import { vocabularyOf, type Vocabulary } from '../domain/replies/learn/vocabulary';
import { isReworded } from '../domain/replies/learn/standing';
import { createRecent } from '../domain/replies/recent';
import { renderSuggestion, suggest, type ReplyCatalogue, type SuggestInput } from '../domain/replies/suggest';
import { err, ok } from '../domain/result';
import { log } from '../platform/log';
import { keepTypedValues, readTypedValues } from '../platform/settings/typed-values';
import type { ApiResult } from './api';
import type { Catalogue } from './catalogue';
import type { Edits, SentReply } from './edits';
import type { Habits } from './habits';
import { createPalette, type SearchedThread } from './palette';
import type { FoundReplies, PaletteApi } from './palette-api';

/** What the replies of a conversation are made from. */
export interface ThreadRepliesDeps {
  readonly shelf: ReplyShelfSource;
  readonly catalogue: Pick<Catalogue, 'pinyin' | 'glossary'>;
  readonly habits: Habits;
  readonly edits: Pick<Edits, 'noteSent'>;
}

/** The replies of the desk with their texts in these languages; the same object as long as nothing changes. */
export type ReplyShelfSource = (langs: readonly Lang[]) => Promise<ReplyCatalogue>;

/** A conversation replies are made for. */
export type ReplyThread = Omit<SearchedThread, 'facts' | 'intents'> & {
  readonly threadKey: ThreadKey;
  /** Whose conversation it is; what was typed in it goes when they are forgotten. */
  readonly buyerKey?: BuyerKey;
  /** From `factsFrom`, without what the agent has typed. */
  readonly facts: Facts;
  readonly reading: IntentReading | null;
};

/** A draft as it was shown, with what it was made from. */
export interface ShownDraft {
  readonly templateId: string;
  readonly draft: Draft;
  readonly counterpart: Draft | null;
  readonly facts: Facts;
}

/** Replies of one port; they are for the conversation opened last. */
export interface ThreadReplies {
  /** Starts a conversation and chooses its cards. */
  opened(thread: ReplyThread): Promise<readonly Suggestion[]>;
  readonly render: (request: {
    readonly templateId: string;
    readonly values: Readonly<Record<string, string>>;
    readonly tone?: Tone;
  }) => ApiResult<Suggestion>;
  readonly findReplies: PaletteApi['findReplies'];
  readonly renderSentence: PaletteApi['renderSentence'];
  readonly favourite: PaletteApi['favourite'];
  /** Remembers that a reply went into the box. */
  inserted(templateId: string): void;
  /** The drafts that may stand in the box: the cards and what was inserted, the newest first. */
  shown(): readonly ShownDraft[];
  /**
   * Learns from what became of the inserted replies, and says whether any of their sentences was worded otherwise; undefined
   * where nothing was inserted or seen. `final` is the text as it was last seen in the box.
   */
  sent(message: Pick<SentReply, 'final' | 'buyerName' | 'items'>): Promise<boolean | undefined>;
  /** What the conversation is known by now, with what the agent has typed. */
  facts(): Facts;
}

/** Three cards and what was picked since. */
const MOST_SHOWN = 60;

/** Replies stacked in one message. */
const MOST_INSERTED = 10;

const asShown = ({ templateId, draft, counterpart, facts }: Suggestion): ShownDraft => ({
  templateId,
  draft,
  counterpart,
  facts,
});

/** A key that has grown is still the same conversation. */
const isGrown = (earlier: ThreadKey, now: ThreadKey): boolean => `${now}:`.startsWith(`${earlier}:`);

const valuesOf = (facts: Facts): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));

/** Creates the replies of one port. */
export function createThreadReplies(
  market: MarketId,
  { shelf, catalogue, habits, edits }: ThreadRepliesDeps,
): ThreadReplies {
  const palette = createPalette({ shelf, catalogue, habits });
  let open: ReplyThread | null = null;
  let typed: Facts = {};
  let shown: readonly ShownDraft[] = [];
  /** What was found last: inserted without another call when nothing in it is open. */
  let found: readonly ShownDraft[] = [];
  let inserted: readonly ShownDraft[] = [];

  // What the page shows by now wins over what had to be typed before.
  const facts = (): Facts => ({ ...typed, ...open?.facts });
  const searched = (thread: ReplyThread): SearchedThread => ({
    ...thread,
    facts: facts(),
    intents: thread.reading?.intents ?? [],
  });
  const isOpenStill = ({ threadKey }: ReplyThread): boolean => open !== null && isGrown(threadKey, open.threadKey);
  const show = (suggestions: readonly Suggestion[]): void => {
    shown = [...suggestions.map(asShown), ...shown].slice(0, MOST_SHOWN);
  };
  /** Only what a template has used and nobody else knows: the agent's own values. */
  const ownIn = ({ facts: used }: Suggestion): Facts =>
    Object.fromEntries(Object.entries(used).filter(([, { source }]) => source === 'agent'));
  const filled = async (thread: ReplyThread, suggestion: Suggestion | null): ApiResult<Suggestion> => {
    if (!suggestion) return err({ kind: 'not-found' });
    const own = ownIn(suggestion);
    // Another conversation may be open by now: what was typed for this one is nothing of its buyer's.
    if (isOpenStill(thread)) {
      show([suggestion]);
      // What was found before it was filled is not what goes into the box.
      found = found.filter(({ templateId }) => templateId !== suggestion.templateId);
      typed = { ...typed, ...own };
    }
    const { threadKey, buyerKey } = thread;
    await keepTypedValues({ market, thread: threadKey, ...(buyerKey ? { buyerKey } : {}) }, valuesOf(own));
    return ok(suggestion);
  };

  /** Words that name nobody, counted when first asked for: most messages are sent as they were drafted. */
  const vocabulariesOf = async (langs: readonly Lang[], templates: ReplyCatalogue['templates']) => {
    const glossaries = new Map(
      await Promise.all(langs.map(async (lang) => [lang, await catalogue.glossary(lang)] as const)),
    );
    const counted = createRecent<Lang, Vocabulary>(2 * langs.length);
    return (lang: Lang) =>
      counted.get(lang, () => vocabularyOf(lang, templates, glossaries.get(lang)?.glosses.values()));
  };

  return {
    async opened(thread) {
      const isSame = open !== null && isGrown(open.threadKey, thread.threadKey);
      if (!isSame) [typed, shown, found, inserted] = [{}, [], [], []];
      open = thread;
      const { lang, agentLang } = thread;
      const [templates, kept, used] = await Promise.all([
        shelf([lang, agentLang]),
        readTypedValues(market, thread.threadKey),
        habits.read(),
      ]);
      const before = Object.entries(kept).map(([name, value]) => [name, { value, source: 'agent' as const }] as const);
      const own: Facts = { ...(isSame ? typed : {}), ...Object.fromEntries(before) };
      // Another conversation may be open by now: this answer is for nobody then, and nothing of it stays.
      const isStill = open === thread;
      if (isStill) typed = own;
      const { contactReason, ...situation } = thread;
      const input: SuggestInput = {
        ...situation,
        facts: { ...own, ...thread.facts },
        habits: used,
        ...(contactReason ? { contactReason } : {}),
      };
      const suggestions = suggest(input, templates);
      if (isStill) show(suggestions);
      return suggestions;
    },

    async render({ templateId, values, tone }) {
      if (!open) return err({ kind: 'not-found' });
      const thread = open;
      const { lang, agentLang } = thread;
      const request = { templateId, lang, agentLang, facts: facts(), values, tone };
      return filled(thread, renderSuggestion(request, await shelf([lang, agentLang])));
    },

    async findReplies(request): ApiResult<FoundReplies> {
      if (!open) return err({ kind: 'not-found' });
      const thread = open;
      const answer = await palette.findReplies(searched(thread), request);
      if (answer.ok && isOpenStill(thread)) found = answer.value.hits.map(({ suggestion }) => asShown(suggestion));
      return answer;
    },

    async renderSentence(request) {
      if (!open) return err({ kind: 'not-found' });
      const thread = open;
      const answer = await palette.renderSentence(searched(thread), request);
      return answer.ok ? filled(thread, answer.value) : answer;
    },

    favourite: palette.favourite,
    inserted(templateId) {
      const picked = found.filter((draft) => draft.templateId === templateId);
      shown = [...picked, ...shown].slice(0, MOST_SHOWN);
      const newest = shown.find((draft) => draft.templateId === templateId);
      if (newest) inserted = [...inserted, newest].slice(-MOST_INSERTED);
    },
    shown: () => shown,
    async sent(message) {
      const drafts = inserted;
      inserted = [];
      if (!open || drafts.length === 0 || message.final === '') return undefined;
      const { templates } = await shelf([open.lang, open.agentLang]);
      const replies = drafts.flatMap(({ templateId, draft, facts: used }) => {
        const template = templates.find(({ id }) => id === templateId);
        return template ? [{ draft, template, facts: used }] : [];
      });
      const vocabulary = await vocabulariesOf([...new Set(drafts.map(({ draft }) => draft.lang))], templates);
      const noted = await edits.noteSent({ ...message, inserted: replies, vocabulary });
      if (!noted.ok) log('edits-not-kept');
      return isReworded(
        drafts.map(({ draft }) => draft),
        message.final,
      );
    },
    facts,
  };
}
