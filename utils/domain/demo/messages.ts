/** Messages of the demo desk: what the log and the log of contacts hold of them. */
import type { BuyerKey, OrderId } from '../ids';
import type { ContactRow } from '../records';
import { askedIn } from '../worklog/asked';
import { sentDetail } from '../worklog/sent-measures';
import { dayAfter } from '../worklog/days';
import type { DemoAgent, DemoShop } from './cast';
import type { DemoDesk } from './demo-desk';

/** In the first days Parley only watched: nobody used a reply, and times were what they had been. */
export const WATCHED_DAYS = 14;
/** Days in which an agent becomes as quick as they will be. */
const LEARNING_DAYS = 240;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MOST_OPEN = 3_600;
const MOST_WAITED = 5 * 24 * 60;

/** A message, and what the buyer wanted. */
export interface DemoMessage {
  readonly shop: DemoShop;
  readonly buyerKey: BuyerKey;
  readonly orderId?: OrderId;
  readonly day: string;
  readonly lang: string;
  readonly intent: string;
  readonly templateId: string;
}

/** Rules that texts break before they are sent, by how often. */
const mended = {
  'review-incentive': 22,
  'contact-external-link': 18,
  'promise-absolute': 16,
  'off-platform-payment': 7,
  'fmt-emoji': 20,
  'tone-shouting': 9,
  'contact-messenger': 8,
  'guard-date': 12,
  'guard-amount': 5,
} as const;

/** How far an agent has come on a day, 0 to 1. */
const progressOf = (desk: DemoDesk, agent: DemoAgent, day: string): number => {
  const begun = dayAfter(desk.firstDay, WATCHED_DAYS);
  const own = dayAfter(desk.today, -agent.sinceDays);
  const since = desk.daysAgo(own > begun ? own : begun) - desk.daysAgo(day);
  return Math.min(1, Math.max(0, since / LEARNING_DAYS));
};

/** Sends a message: a conversation was opened, mostly a reply put in, and the message sent. Answers the contact. */
export function sendMessage(desk: DemoDesk, message: DemoMessage): ContactRow | null {
  const { dice, input } = desk;
  const { shop, buyerKey, orderId, day, lang, intent } = message;
  if (day > desk.today || day < desk.firstDay) return null;
  const agent = desk.agentOn(day);
  const isWatched = day < dayAfter(desk.firstDay, WATCHED_DAYS);
  const progress = progressOf(desk, agent, day);
  const templateId = !isWatched && dice.isHit(0.5 + 0.32 * progress) ? message.templateId : undefined;
  const pace = 1 - (1 - agent.left) * progress;
  const openFor = Math.min(MOST_OPEN, Math.round(dice.around(agent.openFor * pace * (templateId ? 0.75 : 1.15))));
  const overWeekend = dice.isHit(0.09 - 0.06 * progress) ? dice.whole(20, 60) * 60 : 0;
  const waited = Math.min(MOST_WAITED, Math.round(dice.around(320 * (1 - 0.6 * progress)) + overWeekend));
  const at = desk.at(day);
  const [by, atMs] = [desk.stamp(shop.id, agent.id, at), Date.parse(at)];
  const asked = askedIn(intent);
  const used = templateId === undefined ? {} : { templateId };
  desk.log(by, { what: 'conversation.opened', at: desk.notLater(atMs - openFor * 1_000), detail: {} });
  if (templateId !== undefined)
    desk.log(by, {
      what: 'message.inserted',
      at: desk.notLater(atMs - openFor * 500),
      buyerKey,
      detail: sentDetail({ templateId, lang }),
    });
  const changed = dice.isHit(0.08 - 0.055 * progress) ? [dice.share(mended)] : [];
  const isForeign = lang !== input.words.lang;
  const isEdited = templateId !== undefined && dice.isHit(0.34 - 0.16 * progress);
  const detail = sentDetail({ ...used, lang, intent, openFor, waited, isForeign, isEdited, isWatched, changed });
  desk.log(by, { what: 'message.sent', at, buyerKey, detail });
  return {
    ...by,
    id: desk.id(),
    buyerKey,
    ...(orderId === undefined ? {} : { orderId }),
    kind: templateId ?? 'message',
    at,
    lang,
    ...(asked === undefined ? {} : { asked }),
  };
}

/** How long ago a message was written, for those that wait. Units: milliseconds. */
export const waitingFor = (desk: DemoDesk): number => desk.dice.whole(30, 28 * 60) * MINUTE_MS + HOUR_MS;
