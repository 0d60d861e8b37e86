/** What goes over the port of a content script; types and names only, so that the in-page half stays small. */
import type { ApiProblem, ContentApi } from '@/utils/app/api';
import type { Result } from '@/utils/domain/result';

/** Ports of the content API are called this and the marketplace: `parley:amazon`. */
export const portPrefix = 'parley:';

/** Name of a call, and its argument and value. */
export type CallName = keyof ContentApi;
export type Argument<K extends CallName> = Parameters<ContentApi[K]>[0];
export type Value<K extends CallName> = Extract<Awaited<ReturnType<ContentApi[K]>>, { readonly ok: true }>['value'];

/** Problems on the wire: those of the API, and a thread the background forgot when it was stopped. */
export type WireProblem = ApiProblem | { readonly kind: 'unknown-thread' };

/** One question; ids count up per page. */
export interface Call {
  readonly id: number;
  readonly name: CallName;
  readonly args: unknown;
}

/** The answer to the question of the same id. */
export interface Answer {
  readonly id: number;
  readonly result: Result<unknown, WireProblem>;
}

interface Listeners<A extends readonly unknown[]> {
  addListener(listener: (...args: A) => void): void;
}

/** The part of a browser port that is used; tests join two of them. */
export interface Port {
  readonly name: string;
  /** On the background's side: who connected. `origin` is missing from the polyfill's types, both browsers set it. */
  readonly sender?: { readonly origin?: string; readonly tab?: { readonly id?: number } };
  readonly onMessage: Listeners<[message: unknown]>;
  readonly onDisconnect: Listeners<[]>;
  postMessage(message: unknown): void;
  disconnect(): void;
}

/**
 * Every call, and whether asking twice does the same as asking once. The others are not asked again when the port
 * closes before the answer: a note could be there twice.
 */
export const isIdempotent: Readonly<Record<CallName, boolean>> = {
  openThread: true,
  render: true,
  findReplies: true,
  renderSentence: true,
  understand: true,
  favourite: true,
  reviewDraft: true,
  muteRule: false,
  unmuteRule: true,
  overrideHold: false,
  chooseShop: true,
  openBuyer: true,
  reviewNote: true,
  addNote: false,
  editNote: true,
  deleteNote: false,
  tagBuyer: true,
  knownTags: true,
  promiseKept: true,
  followUpDone: true,
  joinAnswer: true,
  forgetBuyer: true,
  rememberAgain: true,
  saveDraft: true,
  dropDraft: true,
  keepProductValue: true,
  problemPrefill: true,
  reportProblem: false,
  openList: true,
  reviewAsked: true,
  reportVisit: true,
  teachWords: true,
  saveTaught: true,
  log: false,
};

/** Calls a page without an open conversation can make; all others are about the conversation opened last. */
export const threadless: ReadonlySet<CallName> = new Set([
  'openList',
  'reviewAsked',
  'reportVisit',
  'teachWords',
  'saveTaught',
]);
