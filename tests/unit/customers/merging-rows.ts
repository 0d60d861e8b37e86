import { asNew } from '@/utils/domain/customers/clocked';
import { mergeRows, type MergingRows } from '@/utils/domain/customers/merge-rows';
import { brandAs, type Instant } from '@/utils/domain/ids';
import type { BuyerRow, NoteRow, OrderRow, Stamp } from '@/utils/domain/records';

const shopId = brandAs<'ShopId'>('shop');
export const instant = (day: number): Instant => new Date(Date.UTC(2026, 0, 1 + day)).toISOString() as Instant;
export const stampAt = (hlc: string, origin = 'n'): Stamp => ({
  shopId,
  authorId: brandAs<'AgentId'>(`agent-${origin}`),
  hlc,
  origin,
  deleted: 0,
});

export type Table = keyof MergingRows;
export type AnyRow = MergingRows[Table];
export const merge = (table: Table, a: AnyRow, b: AnyRow): AnyRow => mergeRows(table, a as never, b as never);

const base = { buyerKey: brandAs<'BuyerKey'>('k'), orderId: brandAs<'OrderId'>('1') };

/** A row of each kind as a machine makes it first; kinds with ids of their own are made on two machines at once. */
export const make: { readonly [T in Table]: (stamp: Stamp, seed: number) => MergingRows[T] } = {
  buyers: (stamp, seed) =>
    asNew<BuyerRow>({
      ...stamp,
      key: base.buyerKey,
      aliases: [`order:${seed}`],
      tags: [],
      archived: 0,
      lastSeen: instant(seed),
      ...(seed % 2 === 0 ? { displayName: `Name ${seed}`, firstSeen: instant(seed) } : {}),
    }),
  orders: (stamp, seed) =>
    asNew<OrderRow>({ ...stamp, id: 's:1', ...base, items: [{ title: `Lamp ${seed}` }], state: 'shipped' }),
  events: (stamp, seed) =>
    asNew({
      ...stamp,
      id: 's:review:1',
      kind: 'review' as const,
      at: `2026-01-0${1 + (seed % 9)}`,
      stars: 1 + (seed % 5),
    }),
  notes: (stamp, seed) =>
    asNew<NoteRow>({
      ...stamp,
      id: brandAs<'NoteId'>('n'),
      buyerKey: base.buyerKey,
      text: `Note ${seed}`,
      createdAt: instant(1),
    }),
  promises: (stamp, seed) =>
    asNew({ ...stamp, id: 'p', ...base, what: `what ${seed}`, dueOn: '2026-01-02', done: 0 as const }),
  followUps: (stamp, seed) =>
    asNew({ ...stamp, id: 'f', ...base, kind: 'late', dueAt: instant(seed), done: 0 as const }),
  contacts: (stamp, seed) => ({ ...stamp, id: 'c', ...base, kind: 'reply', at: instant(seed) }),
  entries: (stamp, seed) =>
    asNew({
      ...stamp,
      id: 'e',
      day: '2026-01-01',
      at: instant(1),
      department: 'sales' as const,
      severity: 'low' as const,
      text: `Entry ${seed}`,
      count: 1,
    }),
};
