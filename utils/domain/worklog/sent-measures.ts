/** What is kept of a message of ours for the reports: codes and figures, never a word of it. */
import type { LogRow } from '../records';

/** What is known of a message when the page shows it as sent. */
export interface SentMeasures {
  /** The reply that was inserted last. */
  readonly templateId?: string;
  /** What was inserted was worded otherwise before it was sent; open places that were filled do not count. */
  readonly isEdited?: boolean;
  /** Language it was written in. */
  readonly lang?: string;
  /** What the buyer's message was about, as an id of the intents. */
  readonly intent?: string;
  /** From the conversation on screen to the message sent. Units: seconds. */
  readonly openFor?: number;
  /** From the buyer's message to the answer. Units: minutes. */
  readonly waited?: number;
  /** The agent does not read the language. */
  readonly isForeign?: boolean;
  /** Written while Parley only watched. */
  readonly isWatched?: boolean;
  /** Rules the text broke before it was changed and sent. */
  readonly changed?: readonly string[];
}

// Ids of templates, intents and rules, and language tags; a sentence does not fit.
const CODE = /^[\w.-]{1,80}$/;
const MOST_RULES = 20;
const DAY_SECONDS = 24 * 60 * 60;
const WEEK_MINUTES = 7 * 24 * 60;

const codeOf = (value: unknown): string | undefined =>
  typeof value === 'string' && CODE.test(value) ? value : undefined;

/** A whole number from nothing to the most that still says something of how quick an answer was. */
const spanOf = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && value >= 0 && value < most ? Math.round(value) : undefined;

const known = (detail: Readonly<Record<string, string | number | undefined>>): LogRow['detail'] =>
  Object.fromEntries(Object.entries(detail).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** The figures of a line of the log; whatever is no code or out of range is left out. */
export const sentDetail = (measures: SentMeasures): LogRow['detail'] => {
  const rules = [...new Set(measures.changed ?? [])].filter((rule) => codeOf(rule)).slice(0, MOST_RULES);
  return known({
    templateId: codeOf(measures.templateId),
    lang: codeOf(measures.lang),
    intent: codeOf(measures.intent),
    openFor: spanOf(measures.openFor, DAY_SECONDS),
    waited: spanOf(measures.waited, WEEK_MINUTES),
    foreign: measures.isForeign ? 1 : undefined,
    edited: measures.isEdited ? 1 : undefined,
    watched: measures.isWatched ? 1 : undefined,
    changed: rules.length > 0 ? rules.sort().join(' ') : undefined,
  });
};

/** What `sentDetail` has written, read back; lines of earlier versions have less. */
export const readSentDetail = ({ detail }: Pick<LogRow, 'detail'>): SentMeasures => {
  const { templateId, lang, intent, openFor, waited, foreign, edited, watched, changed } = detail;
  const rules = typeof changed === 'string' ? changed.split(' ').filter((rule) => codeOf(rule)) : [];
  const measures = {
    templateId: codeOf(templateId),
    lang: codeOf(lang),
    intent: codeOf(intent),
    openFor: spanOf(openFor, DAY_SECONDS),
    waited: spanOf(waited, WEEK_MINUTES),
    isForeign: foreign === 1 ? true : undefined,
    isEdited: edited === 1 ? true : undefined,
    isWatched: watched === 1 ? true : undefined,
    changed: rules.length > 0 ? rules : undefined,
  };
  return Object.fromEntries(Object.entries(measures).filter(([, value]) => value !== undefined));
};
