/**
 * What the in-page interface shows and what it can ask for: plain values and callbacks. The session builds the
 * model from the page and the API; the components draw it and know neither.
 */
import type {
  ApiProblem,
  ApiResult,
  ContentApi,
  DraftCheck,
  RecordHeader,
  ShopState,
  ThreadView,
} from '@/utils/app/api';
import type { BuyerView } from '@/utils/app/buyers-api';
import type { MutedRule } from '@/utils/app/check-api';
import type { NoteFinding } from '@/utils/app/note-api';
import type { FoundReply, PaletteApi } from '@/utils/app/palette-api';
import type { ProblemApi } from '@/utils/app/problem-api';
import type { RecordCallsApi } from '@/utils/app/record-calls-api';
import type { Understanding } from '@/utils/app/understand-api';
import type { Coverage, RuleText } from '@/utils/domain/compliance/pack';
import type { Finding, Severity } from '@/utils/domain/compliance/input';
import type { Conversion } from '@/utils/domain/convert/conversion';
import type { EscalationKind } from '@/utils/domain/guards/escalation';
import type { GuardFinding } from '@/utils/domain/guards/guard-finding';
import type { Instant, Lang, NoteId, ShopId } from '@/utils/domain/ids';
import type { OrderItem } from '@/utils/domain/orders';
import type { ScoredIntent, Suggestion, Tone } from '@/utils/domain/replies/draft';
import type { ReviewVerdict } from '@/utils/domain/reviews/verdict';
import type { FieldHealth, PageHealth } from '@/utils/marketplaces/contract';

/** What the list says of a rule that holds, wherever it was found. */
export interface ListedRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: RuleText;
  /** For how many days the agent may mute it; 0 when a lead has locked it. */
  readonly muteDays: 0 | 1 | 30;
}

/** A finding with the words it stands on and what a person reads about its rule. */
export interface ShownFinding extends Finding, ListedRule {
  /** The words in the draft, at most 80 characters. */
  readonly excerpt: string;
  /** What a guard has compared: the draft and the page. */
  readonly compared?: Pick<GuardFinding, 'said' | 'known'>;
}

/** A context rule that holds; it has no place in the text. */
export interface ShownContext extends ListedRule {
  /** When it ends, or by when something has to happen. */
  readonly at?: string;
}

/** A rule the agent does not want to hear of for a while, under its name. */
export interface ShownMute extends MutedRule {
  readonly title: string;
}

/** How many issues there are of each severity. */
export type IssueCounts = Readonly<Record<Severity, number>>;

/** What the message check says of the text in the composer now. */
export interface CheckModel {
  /** What rules and guards found in the text, in the order of the text. */
  readonly findings: readonly ShownFinding[];
  /** What the moment, the order and the buyer's record say against the message. */
  readonly context: readonly ShownContext[];
  /** Names of facts that context rules would need. */
  readonly unknown: readonly string[];
  readonly muted: readonly ShownMute[];
  readonly coverage: Coverage;
  /** Language whose rules ran. */
  readonly lang: Lang;
  /** False while there is nothing in the composer. */
  readonly hasText: boolean;
  /** There is a text, and nothing has looked at it yet. */
  readonly isPending: boolean;
  /** Another tool draws in the text box: nothing is underlined, the list says everything. */
  readonly sharesBox: boolean;
  /** What was last told to screen readers: after a pause, and only when the numbers have changed. */
  readonly told: IssueCounts | null;
}

/** A press on the page's send control that waits for the agent. */
export interface HeldPress {
  /** Each rule once. */
  readonly rules: readonly Pick<ListedRule, 'rule' | 'severity' | 'text'>[];
}

/** A short message about something that just happened; announced politely. */
export type Notice =
  | { readonly kind: 'inserted'; readonly how: 'typed' | 'set' }
  | { readonly kind: 'copied'; readonly why: 'not-taken' | 'no-composer' | 'asked' }
  | { readonly kind: 'copy-failed' }
  | { readonly kind: 'too-long'; readonly over: number; readonly limit: number }
  | { readonly kind: 'thread-switched' }
  | { readonly kind: 'composing' }
  | { readonly kind: 'composer-gone' }
  | { readonly kind: 'reload-page' }
  | { readonly kind: 'press-again' }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };

/** Where the agent writes: a composer that was found, or why there is none. */
export type ComposerState = 'ready' | 'missing' | 'disabled';

/** The buyer card: closed holds no text of the record at all. */
export type NotesModel =
  | { readonly kind: 'closed'; readonly count: number }
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly view: BuyerView; readonly changedElsewhere: readonly NoteId[] }
  | { readonly kind: 'unavailable'; readonly why: 'no-strong-alias' | 'shop-unknown' }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };

/** Changes of the open buyer's record, beside its notes. */
export type RecordChange = Exclude<keyof RecordCallsApi, 'knownTags'>;

/** Values of a product the agent typed, which its card could keep. */
export interface Keepable {
  readonly item: OrderItem;
  /** By variable of the reply. */
  readonly values: Readonly<Record<string, string>>;
}

/** What the palette looks for: whole replies, or single sentences. */
export type PaletteView = 'reply' | 'sentence';

/** Everything on screen for one conversation. */
export interface AssistantModel {
  readonly phase: 'loading' | 'ready' | 'problem';
  readonly problem?: ApiProblem;
  readonly uiLang: Lang;
  readonly agentLang: Lang;
  readonly page: 'thread' | 'contact';
  readonly shop: ShopState | null;
  readonly buyerName?: string;
  readonly buyerLang: (Pick<ThreadView['buyerLang'], 'lang' | 'sure'> & Partial<ThreadView['buyerLang']>) | null;
  readonly intents: readonly ScoredIntent[];
  /** The buyer's last message in the original; null when there is none. */
  readonly message: {
    readonly text: string;
    readonly lang: Lang;
    /** The platform's own translation of all of it, under the name the page gives it. */
    readonly translation?: { readonly text: string; readonly by: string };
  } | null;
  /** Parley only watches until then; null while it helps. */
  readonly watchingUntil: Instant | null;
  readonly suggestions: readonly Suggestion[];
  /** Index of the suggestion whose missing values are being asked for. */
  readonly filling: number | null;
  readonly conversions: readonly Conversion[];
  /** What was typed of the order's one product for a reply just now; null when there is nothing to keep. */
  readonly keepable: Keepable | null;
  readonly check: CheckModel;
  readonly held: HeldPress | null;
  /** What is looked for in the palette; null while it is closed. */
  readonly palette: PaletteView | null;
  /** The buyer says thanks and nothing else, where the page lets a message rest without an answer. */
  readonly needsNoReply: boolean;
  /** What in the buyer's message needs a person with authority. */
  readonly escalation: EscalationKind | null;
  /** What the check says of each suggestion's own text, in the order of `suggestions`. */
  readonly draftChecks: readonly DraftCheck[];
  readonly notes: NotesModel;
  /** What the closed bar may show of the record: numbers, ids and days, no text. */
  readonly record: RecordHeader | null;
  /** Whether a review of this conversation's order may be asked for. */
  readonly review: ReviewVerdict | null;
  readonly health: PageHealth;
  readonly fields: readonly FieldHealth[];
  /** Time the last reading of the page took, in ms. */
  readonly readMs?: number;
  readonly composer: ComposerState;
  readonly restorable: { readonly savedAt: Instant } | null;
  readonly notice: Notice | null;
  /** The agent types or has inserted: the cards fold to a chip. */
  readonly folded: boolean;
  /** Only the icon is shown; remembered. */
  readonly collapsed: boolean;
}

/** What the message check can be asked for; it answers once its script is there. */
export type CheckActions = Pick<
  AssistantActions,
  'applyFix' | 'goToFinding' | 'muteRule' | 'unmuteRule' | 'answerHeld'
>;

/** What the interface can ask for. Nothing here presses a button of the page. */
export interface AssistantActions {
  /** Inserts suggestion 0, 1 or 2, or opens its form when required values are missing. */
  readonly insertSuggestion: (index: number) => void;
  /** Fills the open fields of a suggestion and inserts it; fields left empty stay marked. */
  readonly completeSuggestion: (index: number, values: Readonly<Record<string, string>>) => void;
  readonly cancelFilling: () => void;
  readonly copySuggestion: (index: number) => void;
  /** Words a suggestion in its other tone. */
  readonly setTone: (index: number, tone: Tone) => Promise<void>;
  readonly insertConversion: (index: number) => void;
  /** Opens the palette, changes what it looks for, or closes it with null. */
  readonly showPalette: (view: PaletteView | null) => void;
  readonly findReplies: PaletteApi['findReplies'];
  readonly favourite: PaletteApi['favourite'];
  /** Explains the buyer's message and what stands in the box now. */
  readonly understand: () => ApiResult<Understanding>;
  /** Tells of every change of the text in the box, also of those the check has nothing to say of; until `signal` aborts. */
  readonly watchText: (signal: AbortSignal, changed: () => void) => void;
  /** Inserts what was found, or opens its form when required values are missing. */
  readonly insertFound: (found: FoundReply) => void;
  /** What a report of a problem is filled with, and keeping it. */
  readonly problemPrefill: ProblemApi['problemPrefill'];
  readonly reportProblem: ProblemApi['reportProblem'];
  /** Opens the form for it or closes it; given to the parts that are open under the bar. */
  readonly showReport?: (shown: boolean) => void;
  /** Keeps a value on the card of the product `keepable` is about. */
  readonly keepProductValue: ContentApi['keepProductValue'];
  readonly applyFix: (finding: Finding, fix: number) => void;
  /** Selects the words of a finding in the composer. */
  readonly goToFinding: (finding: Finding) => void;
  /** Mutes a rule; null when it is done. */
  readonly muteRule: (request: Parameters<ContentApi['muteRule']>[0]) => Promise<ApiProblem | null>;
  readonly unmuteRule: (rule: string) => Promise<ApiProblem | null>;
  /** Lets the agent's next press on send through, with the reason to be kept; null goes back to the message. */
  readonly answerHeld: (reason: string | null) => void;
  readonly openNotes: () => void;
  readonly closeNotes: () => void;
  /** What the rules about notes say of a text; nothing when it could not be asked. */
  readonly reviewNote: (text: string) => Promise<readonly NoteFinding[]>;
  /** `despite` names the rules the agent has seen and saves it in spite of. */
  readonly addNote: (text: string, despite: readonly string[]) => Promise<boolean>;
  readonly editNote: (id: NoteId, text: string, despite: readonly string[]) => Promise<boolean>;
  readonly deleteNote: (id: NoteId) => Promise<boolean>;
  /** Changes the record of the buyer on screen, and says whether it worked. */
  readonly changeRecord: <K extends RecordChange>(
    call: K,
    request?: Omit<Parameters<RecordCallsApi[K]>[0], 'buyerKey'>,
  ) => Promise<boolean>;
  /** Tags the desk uses; none when it could not be asked. */
  readonly knownTags: () => Promise<readonly string[]>;
  readonly chooseShop: (id: ShopId) => void;
  readonly restoreDraft: () => void;
  readonly discardDraft: () => void;
  readonly unfold: () => void;
  readonly setCollapsed: (collapsed: boolean) => void;
  readonly dismissNotice: () => void;
  readonly retry: () => void;
}
