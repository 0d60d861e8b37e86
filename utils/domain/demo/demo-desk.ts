import { formatClock } from '../customers/clock';
import { brandAs, type AgentId, type Instant, type ShopId } from '../ids';
import type { LogRow, Stamp } from '../records';
import { dayAfter } from '../worklog/days';
import { Calendar, DEMO_DAYS } from './calendar';
import { demoAgents, type DemoAgent } from './cast';
import type { DemoNames, DemoWords } from './demo-words';
import { Dice } from './dice';

/** What a demo desk is made from; the same gives the same rows. */
export interface DemoInput {
  readonly seed: number;
  readonly now: Instant;
  /** How far the clock here is ahead of UTC. Units: milliseconds. */
  readonly utcOffsetMs: number;
  readonly words: DemoWords;
  readonly names: Readonly<Record<string, DemoNames>>;
  /** How many buyers there are. */
  readonly buyers: number;
}

/** Counters of the demo's clock stay below this, so that whatever is changed later is later. */
export const MOST_COUNTER = 1_000_000;
const HOUR_MS = 3_600_000;

/** The demo desk while it is made: chance, time, and the lines of its log. */
export class DemoDesk {
  readonly dice: Dice;
  readonly calendar: Calendar;
  readonly today: string;
  readonly lines: LogRow[] = [];
  #made = 0;

  constructor(readonly input: DemoInput) {
    this.dice = new Dice(input.seed);
    this.today = new Date(Date.parse(input.now) + input.utcOffsetMs).toISOString().slice(0, 10);
    this.calendar = new Calendar(this.today);
  }

  /** The first day of the demo desk. */
  get firstDay(): string {
    return dayAfter(this.today, 1 - DEMO_DAYS);
  }

  /** A moment of a day while people work, and never one that is still to come. */
  at(day: string): Instant {
    const part = (this.dice.unit() + this.dice.unit()) / 2;
    const start = Date.parse(day) - this.input.utcOffsetMs;
    const [usual, now] = [start + (8 + 11 * part) * HOUR_MS, Date.parse(this.input.now)];
    // So early today that nobody has begun: they began early.
    return this.notLater(usual > now ? start + (now - start) * part : usual);
  }

  /** A moment that is not still to come. Units: milliseconds since 1970 UTC. */
  notLater(ms: number): Instant {
    return brandAs<'Instant'>(new Date(Math.min(ms, Date.parse(this.input.now))).toISOString());
  }

  /** A new id. */
  id(): string {
    this.#made += 1;
    return `demo-${Math.floor(this.dice.unit() * 36 ** 6)
      .toString(36)
      .padStart(6, '0')}-${this.#made.toString(36)}`;
  }

  /** The stamp of something an agent did at a moment, on the agent's own device. */
  stamp(shopId: ShopId | '', authorId: AgentId, at: Instant): Stamp {
    this.#made += 1;
    const hlc = formatClock({ millis: Date.parse(at), counter: this.#made % MOST_COUNTER, node: nodeOf(authorId) });
    return { shopId: shopId as ShopId, authorId, hlc, origin: nodeOf(authorId), deleted: 0 };
  }

  /** Somebody who worked on this day. */
  agentOn(day: string): DemoAgent {
    const there = demoAgents.filter(({ sinceDays }) => day >= dayAfter(this.today, -sinceDays));
    const id = this.dice.share(Object.fromEntries(there.map((agent) => [agent.id, agent.share])));
    return there.find((agent) => agent.id === id) ?? demoAgents[0];
  }

  /** Adds a line to the work log. */
  log(by: Stamp, line: Pick<LogRow, 'what' | 'at' | 'detail' | 'buyerKey'>): void {
    const { buyerKey, ...rest } = line;
    this.lines.push({ ...by, id: this.id(), ...rest, ...(buyerKey === undefined ? {} : { buyerKey }) });
  }

  /** Days between a day and today. */
  daysAgo(day: string): number {
    return Math.round((Date.parse(this.today) - Date.parse(day)) / (24 * HOUR_MS));
  }
}

/** The device of an agent. */
export const nodeOf = (agent: AgentId): string => agent.replace('demo-agent', 'demo-node');
