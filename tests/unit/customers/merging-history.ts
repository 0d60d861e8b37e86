import fc from 'fast-check';
import { formatClock, tickClock, type HybridTime } from '@/utils/domain/customers/clock';
import { withFields } from '@/utils/domain/customers/clocked';
import type { BuyerRow, Stamp } from '@/utils/domain/records';
import { instant, make, merge, stampAt, type AnyRow, type Table } from './merging-rows';

/** Fields that change in each kind of row; null takes them away. */
const fieldsOf: Readonly<Record<Table, readonly string[]>> = {
  buyers: ['displayName', 'country', 'lang', 'archived', 'joinedTo'],
  orders: ['state', 'deliveredOn', 'promisedOn', 'country'],
  events: ['state', 'dueAt', 'reason'],
  notes: ['text', 'editedAt'],
  promises: ['done', 'what'],
  followUps: ['done', 'snoozedTo', 'doneAt'],
  contacts: [],
  entries: ['text', 'product', 'severity'],
};
const tables = Object.keys(make) as readonly Table[];

const tagNames = ['vip', 'angry', 'wholesale'];

export interface Step {
  readonly machine: number;
  readonly kind: 'field' | 'map' | 'tag' | 'alias' | 'see' | 'delete' | 'forget' | 'remake' | 'sync';
  readonly which: number;
  readonly value: number | null;
  /** The machine's time of day, which may be ahead, behind or set back. */
  readonly now: number;
}

const change = (table: Table, row: AnyRow, step: Step, stamp: Stamp): AnyRow => {
  const field = fieldsOf[table][step.which % Math.max(1, fieldsOf[table].length)];
  const value = step.value === null ? null : `v${step.value}`;
  const buyer = row as BuyerRow;
  if (step.kind === 'delete') return { ...row, ...stamp, deleted: 1 };
  if (table === 'buyers') {
    if (buyer.forgotten === 1) return row;
    if (step.kind === 'forget') {
      const gone = { ...stamp, key: buyer.key, aliases: [`hash:${step.which}`], tags: [], archived: 0 as const };
      return { ...gone, lastSeen: buyer.lastSeen, forgotten: 1, deleted: 1 };
    }
    if (step.kind === 'map') {
      const [map, key] = step.which % 2 === 0 ? (['fields', 'size'] as const) : (['signals', 'sample'] as const);
      const parts: Record<string, string> = { ...buyer[map] };
      if (value === null) delete parts[key];
      else parts[key] = value;
      const clocks = { ...buyer.clocks, [`${map}.${key}`]: stamp.hlc };
      return { ...buyer, ...stamp, deleted: buyer.deleted, [map]: parts, clocks };
    }
    if (step.kind === 'tag') {
      const tag = tagNames[step.which % tagNames.length]!;
      const tagMarks = { ...buyer.tagMarks, [tag]: { hlc: stamp.hlc, on: step.value === null ? 0 : 1 } as const };
      const tags = Object.keys(tagMarks)
        .filter((name) => tagMarks[name]?.on === 1)
        .sort();
      return { ...buyer, ...stamp, deleted: buyer.deleted, tagMarks, tags };
    }
    if (step.kind === 'alias')
      return {
        ...buyer,
        ...stamp,
        deleted: buyer.deleted,
        aliases: [...new Set([...buyer.aliases, `case:${step.which}`])],
      };
    if (step.kind === 'see') {
      const seen = instant(step.which);
      return { ...buyer, ...stamp, deleted: buyer.deleted, lastSeen: seen > buyer.lastSeen ? seen : buyer.lastSeen };
    }
  }
  if (step.kind === 'remake') return make[table](stamp, step.which);
  return field === undefined ? row : withFields(row as never, { [field]: value } as never, stamp);
};

/** Machines that each hold their own copy of one row, change it by clocks of their own, and hear of each other at times. */
export const playHistory = (table: Table, machines: number, steps: readonly Step[]) => {
  const clocks: HybridTime[] = Array.from({ length: machines }, (_, at) => ({ millis: 0, counter: 0, node: `m${at}` }));
  const copies: (AnyRow | undefined)[] = Array.from({ length: machines });
  const versions: AnyRow[] = [];
  const marks = new Map<string, { readonly hlc: string; readonly on: 0 | 1 }>();
  const stampOf = (machine: number, now: number): Stamp => {
    const ticked = tickClock(clocks[machine]!, now);
    if (!ticked.ok) throw new Error(ticked.error.kind);
    clocks[machine] = ticked.value;
    return stampAt(formatClock(ticked.value), `m${machine}`);
  };
  for (const step of steps) {
    const machine = step.machine % machines;
    const before = copies[machine];
    if (step.kind === 'sync') {
      const theirs = copies[step.which % machines];
      if (theirs) copies[machine] = before ? merge(table, before, theirs) : theirs;
    } else {
      const stamp = stampOf(machine, step.now);
      // A row that would come back under a clock of its own is only made where it can be.
      const kind = step.kind === 'remake' && !['orders', 'events'].includes(table) ? 'field' : step.kind;
      const after = before ? change(table, before, { ...step, kind }, stamp) : make[table](stamp, step.which);
      copies[machine] = after;
      if (before && after !== before && kind === 'tag')
        marks.set(tagNames[step.which % tagNames.length]!, { hlc: stamp.hlc, on: step.value === null ? 0 : 1 });
    }
    const now = copies[machine];
    if (now) versions.push(now);
  }
  return { versions, copies: copies.filter((copy) => copy !== undefined), marks };
};

export const aStep = fc.record<Step>({
  machine: fc.nat(4),
  kind: fc.constantFrom(
    ...([
      'field',
      'field',
      'field',
      'map',
      'tag',
      'tag',
      'alias',
      'see',
      'remake',
      'sync',
      'sync',
      'delete',
      'forget',
    ] as const),
  ),
  which: fc.nat(8),
  value: fc.option(fc.nat(3), { nil: null, freq: 4 }),
  now: fc.integer({ min: 1, max: 12 }),
});
export const aHistory = fc.record({
  table: fc.constantFrom<Table>('buyers', 'buyers', 'buyers', ...tables),
  machines: fc.integer({ min: 3, max: 5 }),
  steps: fc.array(aStep, { minLength: 3, maxLength: 16 }),
  pick: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
});
