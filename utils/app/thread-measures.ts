import type { Lang, ThreadKey } from '../domain/ids';
import type { SentMeasures } from '../domain/worklog/sent-measures';
import type { Clock } from '../platform/clock/system-clock';
import type { ThreadRequest } from './api';
import { messageMoment } from './follow-ups/waiting';

/** What a conversation is measured by. */
export interface MeasuredThread {
  readonly request: Pick<ThreadRequest, 'threadKey' | 'direction' | 'lastMessage'>;
  readonly intent: string | undefined;
  /** The language the agent reads best. */
  readonly agentLang: Lang;
  /** Parley only watches. */
  readonly isWatched: boolean;
}

/** The measures of one port: how long the open conversation has been on screen, and what was put into it. */
export interface ThreadMeasures {
  opened(thread: MeasuredThread): void;
  inserted(templateId: string): void;
  /** What is known of the message that was just sent; the next one is measured anew. */
  sent(message: { readonly lang: Lang; readonly changed: readonly string[] }): SentMeasures;
}

const baseOf = (lang: Lang): string => lang.split('-')[0]!.toLowerCase();

/** A key that has grown is still the same conversation. */
const isSameThread = (before: ThreadKey, next: ThreadKey): boolean => `${next}:`.startsWith(`${before}:`);

/** A message of the buyer that has no answer yet. */
interface Asked {
  /** Tells it from others. */
  readonly mark: string;
  readonly at: string | undefined;
  readonly intent: string | undefined;
}

/** Creates the measures of one port. */
export const createThreadMeasures = (clock: Clock): ThreadMeasures => {
  let open:
    (Pick<MeasuredThread, 'agentLang' | 'isWatched'> & { readonly key: ThreadKey; readonly since: number }) | null =
    null;
  let asked: Asked | null = null;
  let answered = '';
  let templateId: string | undefined;

  return {
    opened({ request, intent, agentLang, isWatched }) {
      const { threadKey, direction, lastMessage } = request;
      const isSame = open !== null && isSameThread(open.key, threadKey);
      if (!isSame) [asked, answered, templateId] = [null, '', undefined];
      open = { key: threadKey, agentLang, isWatched, since: isSame && open ? open.since : Date.parse(clock.now()) };
      // Our own message may be on the page before it is told as sent, or only afterwards: neither asks anything.
      if (direction !== 'reply' || !lastMessage) return;
      const mark = `${lastMessage.at ?? ''}\n${lastMessage.text}`;
      if (mark !== answered) asked = { mark, at: lastMessage.at, intent };
    },
    inserted(id) {
      templateId = id;
    },
    sent({ lang, changed }) {
      const now = clock.now();
      if (!open) return { lang, changed };
      const openFor = (Date.parse(now) - open.since) / 1_000;
      const used = templateId;
      const moment = messageMoment(asked?.at, now);
      const measures: SentMeasures = {
        lang,
        changed,
        openFor,
        isForeign: baseOf(lang) !== baseOf(open.agentLang),
        ...(open.isWatched ? { isWatched: true } : {}),
        ...(used === undefined ? {} : { templateId: used }),
        ...(asked?.intent === undefined ? {} : { intent: asked.intent }),
        ...(moment === null ? {} : { waited: Math.max(0, Date.parse(now) - Date.parse(moment)) / 60_000 }),
      };
      open = { ...open, since: Date.parse(now) };
      [asked, answered, templateId] = [null, asked?.mark ?? answered, undefined];
      return measures;
    },
  };
};
