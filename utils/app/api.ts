/**
 * AppApi: everything the interface can ask (architecture 1.2). Extension pages call it directly, content scripts
 * through the port as ContentApi. All arguments and results are plain data that survive structured cloning.
 */
import type { Conversion } from '../domain/convert/conversion';
import type { Coverage, RuleText } from '../domain/compliance/pack';
import type { RulePack } from '../domain/compliance/engine';
import type { BuyerKey, CountryCode, Instant, Lang, MarketId, OrderId, ShopId, ThreadKey } from '../domain/ids';
import type { OrderEvent, OrderFacts, OrderSeen, ReviewRequest } from '../domain/orders';
import type { TaughtPage } from '../domain/profiles/profile';
import type { ProfileProblem } from '../domain/profiles/compare';
import type { ProductCard } from '../domain/products/product-card';
import type { ShopProfile } from '../domain/shop-profile';
import type { AgentRow, ShopRow } from '../domain/records';
import type { Cue, ScoredIntent, Suggestion, Tone } from '../domain/replies/draft';
import type { Escalation } from '../domain/guards/escalation';
import type { ReviewCount, ReviewVerdict } from '../domain/reviews/verdict';
import type { Result } from '../domain/result';
import type { BundlesApi } from './bundles-api';
import type { AutoBackupApi } from './bundles/auto-backup-api';
import type { FolderApi } from './bundles/folder-api';
import type { BuyersApi, BuyerView, SegmentsApi } from './buyers-api';
import type { CheckApi, MutedRule } from './check-api';
import type { FollowUpsApi } from './follow-ups-api';
import type { NoteAdvice, NotesApi } from './note-api';
import type { OrderFilesApi } from './order-files-api';
import type { PaletteApi } from './palette-api';
import type { ProblemApi } from './problem-api';
import type { ProductsApi } from './products-api';
import type { ProfilesApi } from './profiles-api';
import type { ReceiptApi } from './receipt-api';
import type { RecordCallsApi } from './record-calls-api';
import type { ReportsApi } from './reports-api';
import type { RetentionApi } from './retention-api';
import type { RulesApi } from './rules-api';
import type { UnderstandApi } from './understand-api';
import type { TemplatesApi } from './templates-api';
import type { WorklogApi } from './worklog-api';
import type { BuyerAlias, ContactReason, FieldHealth, PageHealth, PageKind, ShopHint } from '../marketplaces/contract';
import type { Watch } from '../domain/worklog/watch';

/** What can go wrong behind the API; the text is chosen by `kind` where it is shown. */
export type ApiProblem =
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-newer'; readonly found: number; readonly known: number }
  | { readonly kind: 'storage-failed'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: 'foreign-key' | 'foreign-origin' | 'market-off' | 'locked' | 'demo' }
  /** A PIN stands before the records and nobody has given it. */
  | { readonly kind: 'parley-locked' }
  | { readonly kind: 'shop-unknown' }
  | { readonly kind: 'no-strong-alias' }
  | { readonly kind: 'not-found' }
  /** The buyer was forgotten on request: nothing is kept of them any more. */
  | { readonly kind: 'forgotten' }
  /** The upgrade of the store failed; what was there before can still be read, and saved as a file. */
  | { readonly kind: 'upgrade-failed'; readonly found: number; readonly code: string }
  | { readonly kind: 'invalid-profile'; readonly why: ProfileProblem }
  /** `why`: the value holds an e-mail address or a telephone number, or the name of the buyer. */
  | { readonly kind: 'invalid'; readonly field: string; readonly why?: 'contact' | 'buyer' }
  | { readonly kind: 'disconnected' };

export type ApiResult<T> = Promise<Result<T, ApiProblem>>;

/** Interface words for one language: flat keys such as `reply.card.insert`, i18next syntax inside. */
export type Strings = Readonly<Record<string, string>>;

/** What the page knows when a conversation comes on screen. */
export interface ThreadRequest {
  readonly page: 'thread' | 'contact';
  readonly threadKey: ThreadKey;
  readonly aliases: readonly BuyerAlias[];
  readonly shop: ShopHint;
  readonly buyerName?: string;
  readonly buyerLang?: Lang;
  readonly country?: CountryCode;
  readonly contactReason?: ContactReason;
  /** The buyer's last message in the original language; null when the conversation has none. */
  readonly lastMessage: { readonly text: string; readonly at?: string } | null;
  /** The text is a machine translation and the original is not in the page: its language says nothing. */
  readonly isTranslated?: boolean;
  /** `reply` when the last bubble is the buyer's. */
  readonly direction: 'reply' | 'proactive';
  /** How many messages of ours stand in the thread: a repeated contact is answered differently. */
  readonly ownMessages: number;
  readonly order: OrderFacts | null;
  /** Versions the page already holds, so that they are not sent again. */
  readonly holds: { readonly strings?: string; readonly pack?: string };
}

/** The buyer's record as far as the closed card may show it: numbers, no text. */
export interface RecordHeader {
  readonly buyerKey: BuyerKey;
  /** Topic of the change signal: a hash, so that no key stands in storage that pages can read. */
  readonly topic: string;
  readonly noteCount: number;
  /** More than one order of the same, confirmed person. */
  readonly returning: boolean;
  /** Made just now, by what this page shows. */
  readonly isNew: boolean;
  /** Ids of its segments. */
  readonly segments: readonly string[];
  /** The next promise that is not kept yet, and the next clock that runs out. */
  readonly promiseDueOn?: string;
  readonly dueAt?: Instant;
}

/** Which shop the page belongs to: known, or to be asked once a session. */
export type ShopState =
  | { readonly kind: 'known'; readonly shop: Pick<ShopRow, 'id' | 'name'> }
  | { readonly kind: 'ask'; readonly choices: readonly Pick<ShopRow, 'id' | 'name'>[] };

/** What the check says of a suggestion's own text, before it is inserted. */
export interface DraftCheck {
  readonly issues: number;
  readonly coverage: Coverage;
}

/** Everything the page needs to serve a conversation, in one answer. */
export interface ThreadView {
  readonly threadKey: ThreadKey;
  readonly shop: ShopState;
  /** Language a reply should be in, and whether that is sure. */
  readonly buyerLang: {
    readonly lang: Lang;
    readonly sure: boolean;
    /** `translated`: the page is a machine translation, so its text could not tell. */
    readonly from: 'text' | 'page' | 'record' | 'market' | 'translated';
  };
  /** The agent's language: counterparts and glosses are in it. */
  readonly agentLang: Lang;
  readonly uiLang: Lang;
  readonly intents: readonly ScoredIntent[];
  readonly cues: readonly Cue[];
  /** Parley only watches until then: no replies and no conversions are offered. */
  readonly watchingUntil?: Instant;
  readonly suggestions: readonly Suggestion[];
  /** One for each suggestion, in the rules of the language it is written in. */
  readonly draftChecks: readonly DraftCheck[];
  readonly conversions: readonly Conversion[];
  /** Cards of the products the order or the page names, at most five. */
  readonly products: readonly ProductCard[];
  /** Null while no strong alias is known, or the store could not be read. */
  readonly record: RecordHeader | null;
  /** Whether a review of the order of this conversation may be asked for now; null without an order. */
  readonly review: ReviewVerdict | null;
  /** Why the record is missing although it should be there; replies and checks work without it. */
  readonly recordProblem?: ApiProblem;
  readonly rules: {
    readonly version: string;
    readonly pack?: RulePack;
    readonly texts?: Readonly<Record<string, RuleText>>;
    readonly coverage: Coverage;
    /** Rules this agent has muted; they are not in the pack. */
    readonly muted: readonly MutedRule[];
    /** Whether the desk wants a press on send held once for rules that risk the account. */
    readonly holdsSending: boolean;
  };
  /** What in the buyer's last message needs a person with authority; the gravest. */
  readonly escalation: Escalation | null;
  readonly strings: { readonly version: string; readonly entries?: Strings };
  /** An unsent draft of this conversation from the last 24 hours. */
  readonly draft: { readonly text: string; readonly savedAt: Instant } | null;
}

/** What a list or a detail page shows when it comes on screen, or changes. */
export interface ListRequest {
  readonly page: PageKind;
  readonly shop: ShopHint;
  readonly orders: readonly OrderSeen[];
  readonly events: readonly OrderEvent[];
  readonly reviewRequest: ReviewRequest | null;
  readonly rows: readonly {
    readonly key: string;
    readonly aliases: readonly BuyerAlias[];
    readonly lastText?: string;
  }[];
  readonly holds: { readonly strings?: string };
}

/** What Parley knows of a row; the page draws it as a badge beside the row. */
export interface RowFacts {
  readonly key: string;
  /** `sure`: a strong alias names the record; `name`: one record of this shop has this display name, no more. */
  readonly known?: { readonly how: 'sure' | 'name'; readonly notes: number };
  /** Language of the buyer's last words, when it is sure. */
  readonly lang?: Lang;
  /** Day of the next promise that is not kept yet, `YYYY-MM-DD`. */
  readonly promiseDueOn?: string;
  /** On pages of orders: whether a review of this order may be asked for now. */
  readonly review?: ReviewVerdict;
}

/** The answer to a list. */
export interface ListView {
  readonly shop: ShopState;
  readonly uiLang: Lang;
  readonly strings: { readonly version: string; readonly entries?: Strings };
  readonly rows: readonly RowFacts[];
  /** On pages of orders: how many of those shown can be asked for a review now. */
  readonly reviews: ReviewCount | null;
  /** On the page of one order, and on the marketplace's own review-request page: whether it may be asked for now. */
  readonly review?: ReviewVerdict;
  /** How much was new to the records. */
  readonly kept: { readonly orders: number; readonly events: number };
}

/** How well one page could be read, for the list in the settings; no text and no address of the page beyond its kind. */
export interface PageVisit {
  readonly marketplace: MarketId;
  readonly page: PageKind;
  readonly health: PageHealth;
  readonly fields: readonly FieldHealth[];
  /** Time the reading took, in ms. */
  readonly ms: number;
  readonly at: Instant;
}

/** What may be asked from inside a seller page. The background binds every call to the thread of its port. */
export interface ContentApi extends CheckApi, NotesApi, PaletteApi, ProblemApi, RecordCallsApi, UnderstandApi {
  openThread(request: ThreadRequest): ApiResult<ThreadView>;
  /** Fills one template with values the agent typed in, which other replies of this conversation get too; values are plain text. */
  render(request: {
    readonly templateId: string;
    readonly values: Readonly<Record<string, string>>;
    /** How much is to be said; the shop's tone without. */
    readonly tone?: Tone;
  }): ApiResult<Suggestion>;
  /** Answers "which shop is this?" for the rest of the session. */
  chooseShop(request: { readonly shopId: ShopId }): ApiResult<ShopState>;
  openBuyer(request: { readonly buyerKey: BuyerKey }): ApiResult<BuyerView>;
  saveDraft(request: { readonly text: string }): ApiResult<null>;
  /** Forgets the draft of this thread: it was sent or discarded. */
  dropDraft(request: Record<never, never>): ApiResult<null>;
  /** Keeps a value the agent typed for a reply on the card of a product of this conversation's order. */
  keepProductValue(request: {
    readonly item: { readonly title: string; readonly productId?: string; readonly sku?: string };
    readonly field: string;
    readonly value: string;
  }): ApiResult<ProductCard>;
  /** Keeps what a list shows and answers what is known of its rows. Needs no conversation. */
  openList(request: ListRequest): ApiResult<ListView>;
  /**
   * Notes that a review of this order was asked for, because the agent says so; the second time changes nothing. Needs no
   * conversation. Errors: `shop-unknown`, `not-found` for an order that is not on record.
   */
  reviewAsked(request: { readonly shop: ShopHint; readonly orderId: OrderId }): ApiResult<null>;
  /**
   * Notes how well a page could be read; the last ones are listed in the settings. `none` says that such a page was left:
   * only its sign on the toolbar goes.
   */
  reportVisit(request: Omit<PageVisit, 'marketplace' | 'at'>): ApiResult<null>;
  /** Words of teach mode, in the interface language. */
  teachWords(request: Record<never, never>): ApiResult<{ readonly uiLang: Lang; readonly entries: Strings }>;
  /** Keeps a page somebody has shown; its host must be the host of the asking page. */
  saveTaught(request: { readonly page: TaughtPage }): ApiResult<null>;
  /**
   * Writes one line into the work log. `text` is what was sent: compared with the reply it was made from, and never kept;
   * `changed` are rules it broke before.
   */
  log(request: {
    readonly what: 'inserted' | 'sent' | 'copied';
    readonly templateId?: string;
    readonly lang?: Lang;
    readonly text?: string;
    readonly changed?: readonly string[];
  }): ApiResult<null>;
}

/** How far somebody has come with the first steps. */
export interface SetUp {
  /** `begun`: they can be gone on with; `dismissed`: nobody wants to be asked again. */
  readonly state: 'begun' | 'done' | 'dismissed';
  /** The step that was last on screen. Units: steps, the first is 0. */
  readonly step: number;
}

/** What the agent and the desk have chosen. */
export interface Settings {
  readonly uiLang: 'auto' | 'en' | 'zh-CN';
  /** Language of counterparts and glosses. */
  readonly myLang: Lang;
  readonly marketsOff: readonly MarketId[];
  /** The browser may translate buyers' messages on this device, where it can and when asked. */
  readonly translatesHere: boolean;
  /** Alone hides what only desks of several people need; null until somebody says, and then everything is there. */
  readonly works: 'alone' | 'desk' | null;
  /** Reports show the figures of each agent; else everybody sees their own. */
  readonly agentFigures: boolean;
  /** The while in which Parley only watches, or did last. */
  readonly watch: Watch | null;
  /** Null until the first steps were opened. */
  readonly setUp: SetUp | null;
  readonly initials: string;
}

/** Everything at once, as a file a person can read. */
export interface Backup {
  readonly app: 'parley';
  readonly schema: number;
  readonly savedAt: Instant;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** The whole API; only extension pages get more than ContentApi. */
export interface AppApi {
  readonly settings: {
    read(): ApiResult<Settings>;
    write(change: Partial<Settings>): ApiResult<Settings>;
  };
  readonly shops: {
    list(): ApiResult<readonly ShopRow[]>;
    add(shop: {
      readonly marketplace: MarketId;
      readonly name: string;
      readonly accountId?: string;
    }): ApiResult<ShopRow>;
    rename(request: { readonly id: ShopId; readonly name: string }): ApiResult<ShopRow>;
    /** What the shop's replies have in common. Errors: `invalid` with the field. */
    setProfile(request: { readonly id: ShopId; readonly profile: ShopProfile }): ApiResult<ShopRow>;
    remove(request: { readonly id: ShopId }): ApiResult<null>;
  };
  readonly agent: { read(): ApiResult<AgentRow> };
  readonly buyers: BuyersApi;
  /** Which names facts about buyers get. */
  readonly segments: SegmentsApi;
  /** What is due, and what a person says of it. */
  readonly followUps: FollowUpsApi;
  /** How long things are kept. */
  readonly retention: RetentionApi;
  readonly backup: {
    everything(): ApiResult<Backup>;
    /** What to think of before this file is handed on; null when it names nobody. */
    advise(backup: Pick<Backup, 'tables'>): ApiResult<NoteAdvice | null>;
  };
  /** Deletes everything Parley keeps in this browser; there is no way back but a file that was saved before. */
  readonly reset: { everything(): ApiResult<null> };
  /** The pages of each marketplace that were imported or taught. */
  readonly profiles: ProfilesApi;
  readonly visits: { list(): ApiResult<readonly PageVisit[]> };
  /** What was done day by day, and what was written down for the other departments. */
  readonly worklog: WorklogApi;
  /** What the desk decides about the message check, and every rule there is. */
  readonly rules: RulesApi;
  /** The replies of the desk: those that ship and its own. */
  readonly templates: TemplatesApi;
  readonly products: ProductsApi;
  /** Files of records: the team they are for, writing, reading, and taking back. */
  readonly bundles: BundlesApi;
  /** A folder that a cloud drive keeps the same for the whole team. */
  readonly folder: FolderApi;
  /** Backups in the downloads that are made by themselves. */
  readonly autoBackup: AutoBackupApi;
  /** What is kept, table by table and field by field. */
  readonly receipt: ReceiptApi;
  /** What was counted of records and of the work log. */
  readonly reports: ReportsApi;
  /** Reports that sellers download, and lists of buyers for people. */
  readonly orderFiles: OrderFilesApi;
}
