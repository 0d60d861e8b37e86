/**
 * What a bundle is: a header and rows, one line of canonical JSON each (docs/bundle-format.md). Rows carry their clocks, so
 * that bundles merge in any order and any repetition; nothing in here reads files or ciphers.
 */
import type {
  AgentRow,
  BuyerRow,
  ContactRow,
  EntryRow,
  EventRow,
  FollowUpRow,
  LogRow,
  MuteRow,
  NoteRow,
  OrderRow,
  OverrideRow,
  ProductRow,
  PromiseRow,
  RuleRow,
  SettingRow,
  ShopRow,
  TemplateEditRow,
  TemplateRow,
  TemplateVersionRow,
} from '../records';
import type { Instant } from '../ids';

/** The version this program writes. A reader takes every minor of its own major and refuses newer majors. */
export const bundleVersion = { major: 1, minor: 2 } as const;

/** The rows a bundle may hold, by section; a reader leaves sections it does not know aside and says so. */
export interface BundleRows {
  readonly shops: ShopRow;
  readonly buyers: BuyerRow;
  readonly orders: OrderRow;
  readonly events: EventRow;
  readonly notes: NoteRow;
  readonly contacts: ContactRow;
  readonly promises: PromiseRow;
  readonly followUps: FollowUpRow;
  readonly entries: EntryRow;
  readonly products: ProductRow;
  readonly templates: TemplateRow;
  readonly overrides: OverrideRow;
  /** Since minor 1. */
  readonly rules: RuleRow;
  /** Since minor 2, as all below: what is one installation's own, in saved copies of it alone. */
  readonly agents: AgentRow;
  readonly settings: SettingRow;
  readonly mutes: MuteRow;
  readonly templateVersions: TemplateVersionRow;
  readonly templateEdits: TemplateEditRow;
  readonly log: LogRow;
}
export type BundleSection = keyof BundleRows;

/** The sections a team exchanges, in the order in which they are written: whom a row belongs to comes before it. */
export const sharedSections: readonly BundleSection[] = [
  'shops',
  'buyers',
  'orders',
  'events',
  'notes',
  'contacts',
  'promises',
  'followUps',
  'entries',
  'products',
  'templates',
  'overrides',
  'rules',
];

const ownSections: readonly BundleSection[] = [
  'agents',
  'settings',
  'mutes',
  'templateVersions',
  'templateEdits',
  'log',
];

/** All sections, in the order in which they are written. */
export const bundleSections: readonly BundleSection[] = [...sharedSections, ...ownSections];

/** Whether a section is for getting one installation back, and goes into no file that is made for others. */
export const isOwnSection = (section: BundleSection): boolean => ownSections.includes(section);

/** Why a bundle was made; since minor 2. */
export const bundleScopes = ['everything', 'since-last', 'buyers', 'templates', 'hand-over', 'backup'] as const;
export type BundleScope = (typeof bundleScopes)[number];

/** What was left out before writing: nothing, names and free text, or everything but figures. */
export type Redaction = 'full' | 'no-names' | 'statistics';

/** The first line of a bundle. */
export interface BundleHeader {
  readonly format: 'parley-bundle';
  readonly major: number;
  readonly minor: number;
  /** Schema of the database the rows come from. */
  readonly schema: number;
  /** Installation that wrote it, as in the clock of its rows, and who; may be empty. */
  readonly origin: string;
  readonly authorId: string;
  readonly createdAt: Instant;
  /** Missing in files of minor 1 and older, and where several were merged. */
  readonly scope?: BundleScope;
  readonly redaction: Redaction;
  /** Rows by section, checked when reading. */
  readonly counts: Readonly<Partial<Record<BundleSection, number>>>;
}

/** One row of a bundle, with the section it belongs to. */
export type BundleLine = {
  readonly [S in BundleSection]: { readonly section: S; readonly row: BundleRows[S] };
}[BundleSection];

/** The last line: what was written before it, so that a truncated or changed file is noticed. */
export interface BundleEnd {
  readonly rows: number;
  /** SHA-256 of all bytes before this line, in hexadecimal. */
  readonly sha256: string;
}

/** Why a bundle cannot be read at all. `line` counts from 1. */
export type BundleProblem =
  | { readonly kind: 'not-a-bundle' }
  | { readonly kind: 'newer-bundle'; readonly found: number; readonly known: number }
  | { readonly kind: 'truncated'; readonly line: number }
  | { readonly kind: 'changed' }
  | { readonly kind: 'counts-differ'; readonly section: string; readonly said: number; readonly found: number }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  | { readonly kind: 'line-too-long'; readonly line: number; readonly limit: number }
  | { readonly kind: 'not-json'; readonly line: number };

/** Why one row is left out; the rest of the bundle is read. */
export type RowProblem =
  | { readonly kind: 'invalid'; readonly field: string }
  | { readonly kind: 'unknown-section'; readonly section: string }
  | { readonly kind: 'twice' }
  /** Its clock is further ahead than clocks may be: parked until it is. */
  | { readonly kind: 'from-the-future'; readonly at: Instant };

/** A row that was left out, where it stands and why. */
export interface RejectedRow {
  readonly line: number;
  readonly section: string;
  /** Key or id where it has one that can be read. */
  readonly id: string;
  readonly why: RowProblem;
}

/** Caps that keep a hostile file from filling memory or disk. Units: bytes of plain text; UTF-16 units; rows. */
export const bundleLimits = {
  bytes: 512 * 1024 * 1024,
  line: 2 * 1024 * 1024,
  rows: 2_000_000,
  text: 20_000,
  list: 1_000,
  /** Rows of `rules` that are taken from one file: all of them are read for every conversation. */
  ruleRows: 2_000,
} as const;
