/** What five agents do at their desks in a simulated month: rows as a machine writes them, with a clock of its own. */
import { lockId } from '@/utils/domain/compliance/desk/rule-row-id';
import type { BundleLine, BundleRows, BundleSection } from '@/utils/domain/bundles/bundle';
import { lineId } from '@/utils/domain/bundles/write-bundle';
import { formatClock, tickClock, type HybridTime } from '@/utils/domain/customers/clock';
import { asNew, withFields, withPart } from '@/utils/domain/customers/clocked';
import { withTags } from '@/utils/domain/customers/tags';
import { brandAs, type BuyerKey, type Instant } from '@/utils/domain/ids';
import type {
  BuyerRow,
  ContactRow,
  EntryRow,
  EventRow,
  NoteRow,
  OrderRow,
  ProductRow,
  PromiseRow,
  RuleRow,
  Stamp,
} from '@/utils/domain/records';
import { stampAt } from '../customers/merging-rows';

export const DESKS = 5;
export const DAYS = 30;
export const DAY_MS = 86_400_000;
export const FIRST_MS = Date.UTC(2026, 2, 1);
/** How far the time of day of a desk may be wrong, either way; two of them stay within what clocks accept. */
const SKEW_MS = 20 * 60 * 1000;

/** The same numbers for the same seed (mulberry32). */
export const randomOf = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return { next, below, pick: <T>(list: readonly T[]): T | undefined => list[below(list.length)] };
};
export type Random = ReturnType<typeof randomOf>;

export interface Desk {
  readonly name: string;
  readonly skewMs: number;
  clock: HybridTime;
  lines: ReadonlyMap<string, BundleLine>;
  /** What another desk has sent and this one has not read yet. */
  inbox: readonly { readonly day: number; readonly lines: readonly BundleLine[] }[];
}

/** What happened, told by nobody: what the desks must agree on in the end. */
export interface Truth {
  readonly notes: Map<string, BuyerKey>;
  readonly deletedNotes: Set<string>;
  readonly forgotten: Set<string>;
  readonly done: Record<string, number>;
}

const placeOf = (line: BundleLine): string => `${line.section} ${lineId(line)}`;
export const byPlace = (lines: readonly BundleLine[]): ReadonlyMap<string, BundleLine> =>
  new Map(lines.map((line) => [placeOf(line), line]));

export const rowsOf = <S extends BundleSection>(desk: Desk, section: S): readonly BundleRows[S][] =>
  [...desk.lines.values()].flatMap((line) => (line.section === section ? [line.row as BundleRows[S]] : []));
export const liveOf = <S extends BundleSection>(desk: Desk, section: S): readonly BundleRows[S][] =>
  rowsOf(desk, section).filter(({ deleted }) => deleted === 0);

const put = <S extends BundleSection>(desk: Desk, section: S, row: BundleRows[S]): void => {
  const line = { section, row } as unknown as BundleLine;
  desk.lines = new Map([...desk.lines, [placeOf(line), line]]);
};

export const wallOf = (desk: Desk, day: number, random: Random): number =>
  FIRST_MS + day * DAY_MS + desk.skewMs + random.below(8 * 60) * 60_000;

const stampOf = (desk: Desk, nowMs: number): Stamp => {
  const ticked = tickClock(desk.clock, nowMs);
  if (!ticked.ok) throw new Error(ticked.error.kind);
  desk.clock = ticked.value;
  return stampAt(formatClock(ticked.value), desk.name);
};

interface Edit {
  readonly desk: Desk;
  readonly random: Random;
  readonly stamp: Stamp;
  readonly at: Instant;
  /** Unlike any other of this run. */
  readonly id: string;
  readonly truth: Truth;
}
/** Returns whether there was anything to do. */
type DoEdit = (edit: Edit) => boolean;

/** A row of the section that is there, changed; a buyer who is gone can be changed no more. */
const changing =
  <S extends BundleSection>(section: S, change: (row: BundleRows[S], edit: Edit) => BundleRows[S]): DoEdit =>
  (edit) => {
    const row = edit.random.pick(liveOf(edit.desk, section));
    if (row) put(edit.desk, section, change(row, edit));
    return row !== undefined;
  };

const addBuyer: DoEdit = ({ desk, stamp, at, id }) => {
  const key = brandAs<'BuyerKey'>(`buyer-${id}`);
  const made: BuyerRow = { ...stamp, key, aliases: [`case:${id}`], tags: [], archived: 0, lastSeen: at };
  put(desk, 'buyers', asNew({ ...made, displayName: `Name${id}x` }));
  return true;
};

/** Adds a row about a buyer the desk knows. */
const adding =
  <S extends BundleSection>(section: S, make: (buyer: BuyerRow, edit: Edit) => BundleRows[S]): DoEdit =>
  (edit) => {
    const buyer = edit.random.pick(liveOf(edit.desk, 'buyers'));
    if (buyer) put(edit.desk, section, make(buyer, edit));
    return buyer !== undefined;
  };

const addNote = adding('notes', ({ key }, { stamp, at, id, truth }) => {
  truth.notes.set(`note-${id}`, key);
  return asNew<NoteRow>({
    ...stamp,
    ...{ id: brandAs<'NoteId'>(`note-${id}`), buyerKey: key, text: `Note ${id}`, createdAt: at },
  });
});

const deleteNote = changing('notes', (note, { stamp, truth }) => {
  truth.deletedNotes.add(note.id);
  return { ...withFields(note, { text: '' }, stamp), ...stamp, deleted: 1 };
});

const join: DoEdit = ({ desk, random, stamp }) => {
  const [one, root] = [random.pick(liveOf(desk, 'buyers')), random.pick(liveOf(desk, 'buyers'))];
  if (!one || !root || one === root) return false;
  put(desk, 'buyers', withFields<BuyerRow>(one, { joinedTo: one.joinedTo ? '' : root.key }, stamp));
  return true;
};

/** As a machine does it: the mark stays, everything about the buyer goes without a trace. */
const forget: DoEdit = ({ desk, random, stamp, at, truth }) => {
  const buyer = random.pick(liveOf(desk, 'buyers'));
  if (!buyer) return false;
  truth.forgotten.add(buyer.key);
  const left = [...desk.lines.values()].filter(({ row }) => !('buyerKey' in row && row.buyerKey === buyer.key));
  desk.lines = byPlace(left);
  const aliases = buyer.aliases.map((alias) =>
    alias.startsWith('hash:') ? alias : `hash:${alias.length}${buyer.key}`,
  );
  put(desk, 'buyers', {
    ...stamp,
    ...{ key: buyer.key, aliases, tags: [], archived: 0, lastSeen: at, deleted: 1, forgotten: 1 },
  });
  return true;
};

const states = ['unpaid', 'unshipped', 'shipped', 'delivered', 'refunded'] as const;

export const edits: Readonly<Record<string, { readonly weight: number; readonly run: DoEdit }>> = {
  addBuyer: { weight: 3, run: addBuyer },
  rename: {
    weight: 3,
    run: changing('buyers', (row, { id, stamp }) => withFields<BuyerRow>(row, { displayName: `Name${id}y` }, stamp)),
  },
  tag: {
    weight: 4,
    run: changing('buyers', (row, { random, stamp }) => {
      const [one, other] = random.next() < 0.5 ? ['vip', 'angry'] : ['angry', 'sample'];
      return withTags(row, { add: [one], remove: [other] }, stamp);
    }),
  },
  untag: {
    weight: 2,
    run: changing('buyers', (row, { stamp }) => withTags(row, { add: [], remove: row.tags }, stamp)),
  },
  size: {
    weight: 2,
    run: changing('buyers', (row, { random, id, stamp }) =>
      withPart(row, { map: 'fields', name: 'size', value: random.next() < 0.3 ? null : id }, stamp),
    ),
  },
  addNote: { weight: 5, run: addNote },
  editNote: {
    weight: 3,
    run: changing('notes', (row, { id, at, stamp }) =>
      withFields<NoteRow>(row, { text: `Edit ${id}`, editedAt: at }, stamp),
    ),
  },
  deleteNote: { weight: 1, run: deleteNote },
  addPromise: {
    weight: 2,
    run: adding('promises', ({ key }, { stamp, id }) =>
      asNew<PromiseRow>({ ...stamp, id: `promise-${id}`, buyerKey: key, what: 'refund', dueOn: '2026-04-01', done: 0 }),
    ),
  },
  keepPromise: {
    weight: 2,
    run: changing('promises', (row, { stamp }) => withFields<PromiseRow>(row, { done: row.done === 1 ? 0 : 1 }, stamp)),
  },
  addOrder: {
    weight: 3,
    run: adding('orders', ({ key, shopId }, { stamp, id }) =>
      asNew<OrderRow>({
        ...stamp,
        ...{ id: `${shopId}:${id}`, orderId: brandAs<'OrderId'>(id), buyerKey: key, items: [{ title: 'Lamp' }] },
      }),
    ),
  },
  orderState: {
    weight: 4,
    run: changing('orders', (row, { random, at, stamp }) =>
      withFields<OrderRow>(row, { state: random.pick(states)!, stateOn: at.slice(0, 10) }, stamp),
    ),
  },
  /** Orders and events come and go with what pages show. */
  hideOrder: { weight: 1, run: changing('orders', (row, { stamp }) => ({ ...row, ...stamp, deleted: 1 })) },
  moveOrder: {
    weight: 1,
    run: (edit) => {
      const buyer = edit.random.pick(liveOf(edit.desk, 'buyers'));
      if (!buyer) return false;
      return changing('orders', (row, { stamp }) => withFields<OrderRow>(row, { buyerKey: buyer.key }, stamp))(edit);
    },
  },
  addEvent: {
    weight: 2,
    run: adding('events', ({ key }, { stamp, at, id }) =>
      asNew<EventRow>({ ...stamp, id: `s:claim:${id}`, kind: 'claim', buyerKey: key, at: at.slice(0, 10) }),
    ),
  },
  contact: {
    weight: 2,
    run: adding('contacts', ({ key }, { stamp, at, id }): ContactRow => ({
      ...stamp,
      ...{ id: `contact-${id}`, buyerKey: key, kind: 'reply', at },
    })),
  },
  product: {
    weight: 1,
    run: ({ desk, random, stamp, id }) => {
      const row: ProductRow = { ...stamp, id: `p${random.below(4)}`, title: `Lamp ${id}`, values: { mains: id } };
      put(desk, 'products', random.next() < 0.2 ? { ...row, deleted: 1 } : row);
      return true;
    },
  },
  rule: {
    weight: 1,
    run: ({ desk, random, stamp }) => {
      const rule = random.pick(['fmt-emoji', 'tone-blame'])!;
      const isLock = random.next() < 0.3;
      const id = isLock ? lockId(stamp.authorId, rule) : rule;
      const severity = random.pick(['block', 'warn', 'info'] as const)!;
      const row: RuleRow = { ...stamp, id, severity, ...(isLock && { lock: 'team' as const }) };
      put(desk, 'rules', random.next() < 0.2 ? { ...stamp, id, deleted: 1 } : row);
      return true;
    },
  },
  entry: {
    weight: 1,
    run: ({ desk, random, stamp, at, id }) => {
      const whose = random.pick(liveOf(desk, 'buyers'))?.displayName ?? 'Somebody';
      const words = { day: at.slice(0, 10), at, department: 'sales', severity: 'low' } as const;
      put(desk, 'entries', asNew<EntryRow>({ ...stamp, id: `e-${id}`, ...words, text: `${whose} waits`, count: 1 }));
      return true;
    },
  },
  forget: { weight: 0.6, run: forget },
  join: { weight: 1, run: join },
};

const hat = Object.entries(edits).flatMap(([name, { weight }]) => Array.from({ length: weight * 5 }, () => name));

/** A desk on its first day; its time of day is wrong by chance. */
export const newDesk = (at: number, random: Random): Desk => ({
  ...{ name: `desk-${at}`, skewMs: random.below(2 * SKEW_MS) - SKEW_MS, lines: new Map(), inbox: [] },
  clock: { millis: 0, counter: 0, node: `desk-${at}` },
});

/** One change by somebody at the desk; `left` tells the changes of a day apart. */
export const editOnce = (
  desk: Desk,
  when: { readonly day: number; readonly left: number; readonly random: Random; readonly truth: Truth },
): void => {
  const { day, left, random, truth } = when;
  const nowMs = wallOf(desk, day, random);
  const name = random.pick(hat)!;
  const stamp = stampOf(desk, nowMs);
  const at = new Date(nowMs).toISOString() as Instant;
  const isDone = edits[name]!.run({ desk, random, stamp, at, id: `${desk.name}-${day}-${left}`, truth });
  if (isDone) truth.done[name] = (truth.done[name] ?? 0) + 1;
};
