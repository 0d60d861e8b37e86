import type { ContentApi } from '@/utils/app/api';
import type { DraftReview } from '@/utils/app/check-api';
import type { ContextReport } from '@/utils/domain/compliance/context/context-input';
import type { GuardFinding } from '@/utils/domain/guards/guard-finding';
import type { Lang } from '@/utils/domain/ids';
import { remapSpans } from '@/utils/domain/text/remap';
import type { ReadyRules, RuleShelf } from '../session/rules';

/** The background is asked after this many new characters ... */
const AFTER_CHARS = 40;
/** ... or after this pause, in ms. */
const AFTER_MS = 600;
/** Less text than this says nothing of its language. */
const LANGUAGE_MIN_CHARS = 12;

/** What an answer changes beside guards and context rules. */
export interface ReviewAnswer {
  /** Absent where the text is too short, or already another one. */
  readonly lang?: Lang;
  /** Absent where the page does not hold the named rules. */
  readonly rules?: ReadyRules;
}

/** Asks about a text what its own words cannot tell, at pauses, and keeps the last answer in step with the text. */
export interface Reviews {
  /** The text is another one: what is known moves along with it, and what the edit touched is dropped. */
  follow(text: string): void;
  /** Asks about the text now or after a pause; of an empty one nothing is known. */
  consider(text: string): void;
  /** Forgets everything: another conversation. */
  reset(): void;
  guards(): readonly GuardFinding[];
  context(): ContextReport;
  /** Whether an answer has come for exactly this text. */
  hasAnswered(text: string): boolean;
}

interface ReviewOptions {
  readonly client: Pick<ContentApi, 'reviewDraft'>;
  readonly shelf: RuleShelf;
  readonly signal: AbortSignal;
  /** What stands in the text box at this moment. */
  readonly read: () => string | undefined;
  readonly onAnswer: (answer: ReviewAnswer) => void;
}

const nothing: Pick<DraftReview, 'guards' | 'context'> = { guards: [], context: { findings: [], unknown: [] } };

/** Creates the reviews of one document. */
export function createReviews({ client, shelf, signal, read, onAnswer }: ReviewOptions): Reviews {
  let said = nothing;
  /** The text that `said.guards` have their places in. */
  let placedIn = '';
  let answered: string | null = null;
  let askedLength = 0;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const follow = (text: string): void => {
    if (text === placedIn) return;
    // Undone, it would read as before, but what the edit touched is gone from what is known.
    answered = null;
    const guards = remapSpans(said.guards, placedIn, text);
    said = { ...said, guards };
    placedIn = text;
  };
  const ask = async (text: string): Promise<void> => {
    clearTimeout(timer);
    askedLength = text.length;
    const mine = (turn += 1);
    const held = shelf.held();
    const answer = await client.reviewDraft({ text, ...(held ? { holdsPack: held } : {}) });
    // A later question is under way, or the conversation is another one.
    if (!answer.ok || mine !== turn || signal.aborted) return;
    const { lang, review } = answer.value;
    const now = read();
    if (now === undefined) return;
    answered = text;
    said = review;
    placedIn = text;
    follow(now);
    const rules = shelf.take(answer.value.rules);
    const isOfThis = now === text && text.length >= LANGUAGE_MIN_CHARS;
    // Rules of another language belong to it: both are taken or neither.
    onAnswer(isOfThis && rules ? { lang, rules } : {});
  };
  const reset = (): void => {
    clearTimeout(timer);
    turn += 1;
    said = nothing;
    placedIn = '';
    answered = null;
    askedLength = 0;
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  return {
    follow,
    consider(text) {
      clearTimeout(timer);
      if (text.trim() === '') return reset();
      if (Math.abs(text.length - askedLength) >= AFTER_CHARS) void ask(text);
      else timer = setTimeout(() => void ask(text), AFTER_MS);
    },
    reset,
    guards: () => said.guards,
    context: () => said.context,
    hasAnswered: (text) => text === answered,
  };
}
