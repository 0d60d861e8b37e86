import type { AgentId, BuyerKey, ShopId } from '../domain/ids';
import type { OrderEventKind } from '../domain/orders';
import type { BuyerGroups } from '../domain/reports/buyer-groups';
import type { Cells } from '../domain/reports/cells';
import type { Radar } from '../domain/reports/radar';
import type { RowKind } from '../domain/reports/tables';
import type { ApiResult } from './api';

/** The days a report is about, both included, `YYYY-MM-DD`; of one shop or of all. */
export interface ReportAsk {
  readonly from: string;
  readonly to: string;
  readonly shopId?: ShopId;
}

/** What is known of one agent's work. */
export interface AgentCounts {
  readonly agentId: AgentId;
  readonly initials: string;
  /** Whoever works on this device. */
  readonly isSelf: boolean;
  /** Messages to buyers in the records, whichever device they were written on. */
  readonly contacts: number;
  readonly cells: Cells;
}

/** Counts of one day. */
export interface CountedDay {
  readonly day: string;
  readonly cells: Cells;
}

/** The days of one product. */
export interface ProductAsk extends ReportAsk {
  /** As it is counted. */
  readonly product: string;
}

/** What was counted in some days. */
export interface ReportCounts {
  readonly total: Cells;
  /** What was counted in the days in which Parley only watched, whichever those were; nothing when there were none. */
  readonly watched: Cells;
  /** Days with something in them, in order; without what is counted by product, and of messages only how many. */
  readonly days: readonly CountedDay[];
  /** By shop; an empty id for what belongs to none. */
  readonly shops: readonly { readonly shopId: ShopId; readonly cells: Cells }[];
  /** Everybody who wrote to buyers; `cells` is what was done on this device, `contacts` what records say. */
  readonly agents: readonly AgentCounts[];
  /** Titles of products by the name they are counted under. */
  readonly titles: Readonly<Record<string, string>>;
}

/** Most rows that are shown of one line. */
export const mostCases = 200;

/** The line of a report whose rows are asked for. */
export interface CasesAsk extends ReportAsk {
  /** Where the rows are: what happened to orders, messages that were sent, orders, or entries of the work log. */
  readonly rows: 'events' | 'sent' | 'orders' | 'entries';
  /** Of events, which kinds. */
  readonly whats?: readonly OrderEventKind[];
  readonly by: RowKind;
  readonly name: string;
  /** Of a line about a product in one country. */
  readonly country?: string;
}

/** One of the rows a line was counted from. */
export interface CaseRow {
  readonly id: string;
  /** A day or a moment. */
  readonly at: string;
  /** Missing where there is no record, or it is archived. */
  readonly buyerKey?: BuyerKey;
  readonly buyer?: string;
  readonly orderId?: string;
  readonly reason?: string;
  readonly stars?: number;
  /** Of an entry of the work log: its words, and how often the same was reported on that day. */
  readonly text?: string;
  readonly count?: number;
}

/** The newest of the rows. */
export interface Cases {
  readonly rows: readonly CaseRow[];
  /** There are more. */
  readonly isCut: boolean;
}

/** The last of the days that are looked back from; of one shop or of all. */
export type LongViewAsk = Pick<ReportAsk, 'to' | 'shopId'>;

/** What needs two years of counts. */
export interface LongView {
  readonly radar: Radar;
  readonly groups: BuyerGroups;
  /** Titles of products the radar names. */
  readonly titles: Readonly<Record<string, string>>;
}

/** What the reports ask. */
export interface ReportsApi {
  /** Counts of some days, at most two years. Errors: `invalid` with the field, those of the store. */
  readonly read: (ask: ReportAsk) => ApiResult<ReportCounts>;
  /** What was counted in some days, together: what other days are compared with. Errors: as those of `read`. */
  readonly total: (ask: ReportAsk) => ApiResult<Cells>;
  /**
   * Counts of one product for a picture over time; where that shows months, those that lie in the days whole are one day,
   * their first. Errors: as those of `read`.
   */
  readonly productDays: (ask: ProductAsk) => ApiResult<readonly CountedDay[]>;
  /** What looks further back than any report. Errors: `invalid` with the field, those of the store. */
  readonly longView: (ask: LongViewAsk) => ApiResult<LongView>;
  /** The rows behind one line of a report. Errors: those of the store. */
  readonly cases: (ask: CasesAsk) => ApiResult<Cases>;
}
