import type { RowFacts } from '@/utils/app/api';
import type { ListRow } from '@/utils/marketplaces/contract';
import { languageName } from '../labels';
import type { Translate } from '../../ui/translate';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Both marketplaces count a reply as late after 24 calendar hours, weekends and holidays included. */
const REPLY_WITHIN = 24 * HOUR;
const SOON = 6 * HOUR;
const URGENT = 2 * HOUR;
/** The page's clock and ours may differ by this much; a message from further ahead has no time that can be trusted. */
const CLOCK_SLACK = 5 * MINUTE;
/** Longest name of a language that is still a short label; longer ones give way to the code. */
const SHORT_NAME = 4;

/** How much a chip presses: shown in colour, weight and words. */
export type ChipTone = 'plain' | 'soon' | 'urgent';

/** One thing a badge says: short for the eye, in full for screen readers. */
export interface Chip {
  readonly kind: 'time' | 'promise' | 'review' | 'language' | 'buyer';
  readonly tone: ChipTone;
  readonly text: string;
  readonly said: string;
}

/** What chips are made from. */
export interface ChipContext {
  readonly now: Date;
  readonly uiLang: string;
  readonly t: Translate;
}

/**
 * Time left to answer a row within 24 calendar hours.
 *
 * Units: milliseconds, negative when it is late; undefined when the row waits for nothing or gives no moment.
 */
export function timeLeft({ isWaiting, since }: ListRow, now: Date): number | undefined {
  if (!isWaiting || since === undefined) return undefined;
  const waited = now.getTime() - Date.parse(since);
  return Number.isNaN(waited) || waited < -CLOCK_SLACK ? undefined : REPLY_WITHIN - Math.max(0, waited);
}

function timeChip(left: number, { t }: ChipContext): Chip {
  if (left <= 0) return { kind: 'time', tone: 'urgent', text: t('page.row.late'), said: t('page.row.lateSaid') };
  const tone = left < URGENT ? 'urgent' : left < SOON ? 'soon' : 'plain';
  const [unit, count] = left < HOUR ? ['minutes', Math.ceil(left / MINUTE)] : ['hours', Math.floor(left / HOUR)];
  return { kind: 'time', tone, text: t(`page.row.${unit}`, { count }), said: t(`page.row.${unit}Said`, { count }) };
}

/** A moment's calendar day where the agent is, `YYYY-MM-DD`; Swedish writes days that way. */
const dayOf = (moment: Date): string => moment.toLocaleDateString('sv');

function promiseChip(dueOn: string, { now, uiLang, t }: ChipContext): Chip | undefined {
  const due = new Date(`${dueOn}T12:00:00`);
  if (Number.isNaN(due.getTime())) return undefined;
  const today = dayOf(now);
  const when = dueOn < today ? 'overdue' : dueOn === today ? 'dueToday' : 'due';
  const day = new Intl.DateTimeFormat(uiLang, { month: 'short', day: 'numeric' }).format(due);
  return {
    kind: 'promise',
    tone: when === 'overdue' ? 'urgent' : when === 'dueToday' ? 'soon' : 'plain',
    text: t(`page.row.${when}`, { day }),
    said: t(`page.row.${when}Said`, { day }),
  };
}

function languageChip(lang: string, { uiLang, t }: ChipContext): Chip {
  const language = languageName(lang, uiLang);
  const text = language.length <= SHORT_NAME ? language : lang.toUpperCase();
  return { kind: 'language', tone: 'plain', text, said: t('page.row.languageSaid', { language }) };
}

function buyerChip({ how, notes }: NonNullable<RowFacts['known']>, { t }: ChipContext): Chip {
  const kind = how === 'name' ? 'sameName' : notes > 0 ? 'notes' : 'known';
  const values = { count: notes };
  return {
    kind: 'buyer',
    tone: 'plain',
    text: t(`page.row.${kind}`, values),
    said: t(`page.row.${kind}Said`, values),
  };
}

function reviewChip({ verdict, rule, at }: NonNullable<RowFacts['review']>, { uiLang, t }: ChipContext): Chip {
  const opens = verdict === 'wait' && at !== undefined ? new Date(`${at}T12:00:00`) : null;
  const kind = opens ? 'waitFrom' : rule === 'ctx-second-request' ? 'asked' : verdict;
  const day = opens ? new Intl.DateTimeFormat(uiLang, { month: 'short', day: 'numeric' }).format(opens) : '';
  return {
    kind: 'review',
    tone: 'plain',
    text: t(`reviews.chip.${kind}`, { day }),
    said: t(`reviews.chip.${kind}Said`, { day }),
  };
}

/** What a row's badge says, the most pressing first; empty when nothing is known of it. */
export function chipsOf(row: ListRow, facts: RowFacts | undefined, context: ChipContext): readonly Chip[] {
  const left = timeLeft(row, context.now);
  return [
    left === undefined ? undefined : timeChip(left, context),
    facts?.promiseDueOn === undefined ? undefined : promiseChip(facts.promiseDueOn, context),
    facts?.review === undefined ? undefined : reviewChip(facts.review, context),
    facts?.lang === undefined ? undefined : languageChip(facts.lang, context),
    facts?.known === undefined ? undefined : buyerChip(facts.known, context),
  ].filter((chip) => chip !== undefined);
}

/** Milliseconds until some row's time left reads differently; undefined when no row is counted down. */
export function nextTick(rows: readonly ListRow[], now: Date): number | undefined {
  const steps = rows.flatMap((row) => {
    const left = timeLeft(row, now);
    if (left === undefined || left <= 0) return [];
    // Just past the edge: a timer that comes early would find the old words and wait a whole step more.
    return [(left < HOUR ? left % MINUTE || MINUTE : left % HOUR || HOUR) + 50];
  });
  return steps.length === 0 ? undefined : Math.min(...steps);
}

/** By what name a screen reader hears the row: the buyer's, or the order's number. */
export const rowName = ({ aliases }: ListRow): string =>
  (aliases.find(({ kind }) => kind === 'display-name') ?? aliases[0])?.value ?? '';
