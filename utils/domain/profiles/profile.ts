import type { MarketId } from '../ids';

/** How far a candidate can be trusted: shown by the agent, the page's own structure, or a guess by meaning. */
export type CandidateKind = 'taught' | 'structure' | 'semantic';

/** One way to find a field on a page: a selector with the month it was last checked and the page it was seen on. */
export interface Candidate {
  readonly css: string;
  /** Year and month of the last check. */
  readonly seen: string;
  /** Page or replica that shows it. */
  readonly page: string;
  /** `structure`: ids, test ids, class stems; `semantic`: roles, links, anything that may mean something else. */
  readonly kind: CandidateKind;
}

/** Fields of a marketplace's pages by name, each with its candidates in order of trust: what readers work with. */
export type FieldCandidates = Readonly<Record<string, readonly Candidate[]>>;

/** The candidates of one field as a profile writes them down: all seen on one page, in one month. */
export interface FieldSource {
  readonly page: string;
  readonly seen: string;
  readonly structure: readonly string[];
  readonly semantic?: readonly string[];
}

/**
 * Where the fields of one marketplace's pages stand: data alone, no code. One is built in for each marketplace; a newer one
 * can be imported from a file when the pages have changed.
 */
export interface PageProfile {
  readonly format: 'parley-page-profile';
  readonly schema: 1;
  readonly marketplace: MarketId;
  /** Rises with every change: year, month, day and a number within the day, `2026.11.22.1`. */
  readonly version: string;
  /** Day it was written, `YYYY-MM-DD`. */
  readonly date: string;
  readonly fields: Readonly<Record<string, FieldSource>>;
  /** Pages somebody has shown to Parley. */
  readonly taught?: readonly TaughtPage[];
}

/** What can be shown on a page. */
export type TaughtField = 'composer' | 'message' | 'orderId' | 'buyerName';

/** One page somebody has shown: where it is and how its fields are found again. */
export interface TaughtPage {
  /** Own name within the profile. */
  readonly id: string;
  readonly marketplace: MarketId;
  /** Exact host name. */
  readonly host: string;
  /** Path with `*` for the segments that change from page to page: `/im/thread/*`; the hash route after `#` where there is one. */
  readonly path: string;
  /** What the page is used for; taught pages hold a conversation. */
  readonly kind: 'thread';
  /** Candidates in order of trust. `message` finds every message of the conversation, not only the one pointed at. */
  readonly fields: Readonly<Partial<Record<TaughtField, readonly string[]>>>;
  /** Matches the messages of the buyer among all messages; missing when only the side of the screen tells. */
  readonly buyerMessage?: string;
  /** Day it was taught, `YYYY-MM-DD`. */
  readonly date: string;
}

/** What is kept of profiles for one marketplace, beside the built-in one. */
export interface KeptProfiles {
  readonly imported?: PageProfile;
  /** The imported one before, for going back. */
  readonly previous?: PageProfile;
  readonly taught: readonly TaughtPage[];
}
