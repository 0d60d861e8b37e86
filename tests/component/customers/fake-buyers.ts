import { vi } from 'vitest';
import type { ApiProblem } from '@/utils/app/api';
import type { BuyerFilter, BuyerView, BuyersApi, SavedView, SegmentsApi } from '@/utils/app/buyers-api';
import type { NoteAdvice } from '@/utils/app/note-api';
import { clockOf, withFields } from '@/utils/domain/customers/clocked';
import { facetOf, facetsOf, isCounted, tagFacet } from '@/utils/domain/customers/facets';
import type { SegmentRule } from '@/utils/domain/customers/segment';
import { brandAs, type BuyerKey, type NoteId } from '@/utils/domain/ids';
import type { BuyerRow, EventRow, FollowUpRow, NoteRow, OrderRow, PromiseRow, Stamp } from '@/utils/domain/records';
import { err, ok } from '@/utils/domain/result';
import { emptyView } from '../../fixtures/buyers/empty-view';

type Able = <T>(work: () => T) => Promise<ReturnType<typeof ok<T>> | ReturnType<typeof err<ApiProblem>>>;

/** What can change, shared with the rest of the fake. */
export interface BuyerStore {
  buyers: readonly BuyerRow[];
  notes: readonly NoteRow[];
}

/** What the records hold beside rows and notes. */
export interface HeldRecords {
  readonly orders?: readonly OrderRow[];
  readonly events?: readonly EventRow[];
  /** Notes whose contact data is kept too long. */
  readonly oldNotes?: readonly string[];
  /** Parts of the view of a record, by its key. */
  readonly views?: Readonly<Record<string, Partial<BuyerView>>>;
  readonly savedViews?: readonly SavedView[];
  /** How far the search is prepared at first; ready without. */
  readonly prepared?: number;
}

/** How the fake works: with what it holds, whether calls fail, and who hears of changes. */
interface Surroundings extends HeldRecords {
  readonly store: BuyerStore;
  readonly able: Able;
  readonly problem: () => ApiProblem | null;
  readonly announce: () => void;
  readonly next: () => string;
  readonly stamp: () => Stamp;
  readonly retention: NoteAdvice;
  readonly noteOf: (id: string, buyer: string, text: string) => NoteRow;
}

const fits = (row: BuyerRow, filter: BuyerFilter): boolean => {
  if (row.deleted === 1 || row.joinedTo || (row.archived === 1) !== (filter.archived ?? false)) return false;
  const { shopId, segment, tag, country, search = '' } = filter;
  const words = [row.displayName ?? '', ...row.tags, ...(row.summary?.products ?? [])].join(' ').toLowerCase();
  return (
    (shopId === undefined || row.shopId === shopId) &&
    (segment === undefined || (row.segments ?? []).includes(segment)) &&
    (tag === undefined || row.tags.some((one) => tagFacet(one) === `tag:${tag}`)) &&
    (country === undefined || row.country === country) &&
    words.includes(search.trim().toLowerCase())
  );
};

/** Everything that can be asked about buyers, in memory. */
export function fakeBuyers(around: Surroundings) {
  const { store, able, announce, next, stamp } = around;
  let views = [...(around.savedViews ?? [])];
  let prepared = around.prepared;
  const forgotten = new Set<BuyerKey>();
  const replace = (keys: readonly BuyerKey[], change: (row: BuyerRow) => BuyerRow): readonly BuyerKey[] => {
    const changed: BuyerKey[] = [];
    store.buyers = store.buyers.map((row) => {
      const after = keys.includes(row.key) ? change(row) : row;
      if (after !== row) changed.push(row.key);
      return after;
    });
    announce();
    return changed;
  };
  const move = (archived: 0 | 1) =>
    vi.fn(({ keys }: { keys: readonly BuyerKey[] }) =>
      able(() => replace(keys, (row) => (row.archived === archived ? row : { ...row, archived }))),
    );
  const replaceNote = (id: NoteId, change: Partial<NoteRow>): NoteRow => {
    store.notes = store.notes.map((note) => (note.id === id ? { ...note, ...change, hlc: next() } : note));
    announce();
    return store.notes.find((note) => note.id === id)!;
  };
  const api = {
    page: vi.fn(({ filter, cursor, limit }: Parameters<BuyersApi['page']>[0]) =>
      able(() => {
        const found = store.buyers
          .filter((row) => fits(row, filter))
          .sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1))
          .filter((row) => cursor === undefined || row.lastSeen < cursor);
        const lines = found.slice(0, limit).map((buyer) => {
          const tag = buyer.tags.find((one) => filter.search && one.includes(filter.search));
          return { buyer, ...(tag ? { found: { in: 'tag' as const, excerpt: tag } } : {}) };
        });
        const last = found.length > limit ? lines.at(-1)?.buyer.lastSeen : undefined;
        return {
          lines,
          ...(last ? { next: last } : {}),
          ...(filter.search && prepared !== undefined ? { prepared } : {}),
        };
      }),
    ),
    counts: vi.fn(() =>
      able(() => {
        const counts: Record<string, number> = {};
        for (const facet of store.buyers.flatMap(facetsOf).filter(isCounted).map(facetOf))
          counts[facet] = (counts[facet] ?? 0) + 1;
        return { ...counts, archived: store.buyers.filter((row) => row.archived === 1).length };
      }),
    ),
    open: vi.fn(async (key: BuyerKey) => {
      const problem = around.problem();
      if (problem) return err(problem);
      if (forgotten.has(key)) return err({ kind: 'forgotten' as const });
      const child = store.buyers.find((row) => row.key === key);
      const buyer = store.buyers.find((row) => row.key === (child?.joinedTo || key));
      if (!buyer) return err({ kind: 'not-found' as const });
      const view: BuyerView = {
        ...emptyView,
        notes: store.notes.filter((note) => note.buyerKey === key),
        orders: (around.orders ?? []).filter((order) => order.buyerKey === key),
        events: (around.events ?? []).filter((event) => event.buyerKey === key),
        oldNotes: (around.oldNotes ?? []).map((id) => brandAs<'NoteId'>(id)),
        retention: around.oldNotes ? around.retention : null,
        ...around.views?.[key],
        joined: store.buyers.filter((row) => row.joinedTo === buyer.key),
        suggestions: (around.views?.[key]?.suggestions ?? []).filter(
          (one) => !store.buyers.find((row) => row.key === one.buyer.key)?.joinedTo,
        ),
        buyer,
      };
      return ok(view);
    }),
    reviewNote: vi.fn(async (_: { text: string }): ReturnType<BuyersApi['reviewNote']> => ok([])),
    addNote: vi.fn(({ buyerKey, text }: { buyerKey: BuyerKey; text: string }) =>
      able(() => {
        const note = { ...around.noteOf(`new-${next()}`, buyerKey, text) };
        store.notes = [note, ...store.notes];
        announce();
        return note;
      }),
    ),
    editNote: vi.fn(({ noteId, text }: { noteId: NoteId; text: string }) =>
      able(() => replaceNote(noteId, { text, editedAt: brandAs<'Instant'>('2026-03-02T10:00:00.000Z') })),
    ),
    deleteNote: vi.fn(({ noteId }: { noteId: NoteId }) =>
      able(() => {
        store.notes = store.notes.filter((note) => note.id !== noteId);
        announce();
        return null;
      }),
    ),
    tag: vi.fn(({ keys, add = [], remove = [] }: Parameters<BuyersApi['tag']>[0]) =>
      able(() =>
        replace(keys, (row) => {
          const tags = [...new Set([...row.tags, ...add])].filter((tag) => !remove.includes(tag));
          return tags.join() === row.tags.join() ? row : { ...row, tags };
        }),
      ),
    ),
    setField: vi.fn(({ buyerKey, field, value, seen }: Parameters<BuyersApi['setField']>[0]) =>
      able(() => {
        const row = store.buyers.find(({ key }) => key === buyerKey)!;
        const [map, part] = field.split('.') as ['signals' | 'fields', string | undefined];
        const theirs = part === undefined ? row[field as 'displayName'] : row[map]?.[part as 'sample'];
        if (seen !== undefined && clockOf(row, field) > seen && theirs !== value)
          return { kind: 'conflict' as const, theirs: theirs ?? '', buyer: row };
        const made = { ...stamp(), shopId: row.shopId, hlc: next() };
        const fields = part === undefined ? { [field]: value || null } : { [map]: { ...row[map], [part]: value } };
        const after = withFields(row, fields as Partial<BuyerRow>, made);
        replace([buyerKey], () => ({ ...after, clocks: { ...after.clocks, [field]: made.hlc } }));
        return { kind: 'saved' as const, buyer: after };
      }),
    ),
    archive: move(1),
    unarchive: move(0),
    join: vi.fn(({ keys: [root, ...rest] }: Parameters<BuyersApi['join']>[0]) =>
      able(() => {
        replace(rest, (row) => ({ ...row, joinedTo: root! }));
        return root!;
      }),
    ),
    separate: vi.fn(({ key }: { key: BuyerKey }) =>
      able(() => {
        replace([key], (row) => ({ ...row, joinedTo: '' }));
        return null;
      }),
    ),
    notSame: vi.fn((_: { keys: readonly [BuyerKey, BuyerKey] }) => able(() => null)),
    forget: vi.fn(({ keys }: { keys: readonly BuyerKey[] }) =>
      able(() => {
        keys.forEach((key) => forgotten.add(key));
        store.buyers = store.buyers.filter((row) => !keys.includes(row.key));
        announce();
        return null;
      }),
    ),
    copy: vi.fn((key: BuyerKey) =>
      able(() => ({
        app: 'parley' as const,
        kind: 'buyer-copy' as const,
        savedAt: brandAs<'Instant'>('2026-03-02T12:00:00.000Z'),
        record: { name: key },
      })),
    ),
    savedViews: vi.fn(() => able(() => views)),
    saveView: vi.fn(({ id = `view-${next()}`, ...view }: Parameters<BuyersApi['saveView']>[0]) =>
      able(() => (views = [...views.filter((one) => one.id !== id), { id, ...view }])),
    ),
    removeView: vi.fn(({ id }: { id: string }) => able(() => (views = views.filter((one) => one.id !== id)))),
    prepareSearch: vi.fn((_?: Parameters<BuyersApi['prepareSearch']>[0]) =>
      able(() => {
        prepared = undefined;
        return null;
      }),
    ),
  } satisfies BuyersApi;
  return { api, replaceNote };
}

const order = (is: 'at-least' | 'at-most', value: number) => ({ fact: 'orders', is, value }) as const;

/** Two segments as they ship. */
export const shippedSegments: readonly SegmentRule[] = [
  { id: 'repeat', groups: [[order('at-least', 2), order('at-most', 4)]] },
  {
    id: 'at-risk',
    groups: [
      [{ fact: 'openDisputes', is: 'at-least', value: 1 }],
      [
        { fact: 'bad', is: 'at-least', value: 1 },
        { fact: 'daysSinceBad', is: 'at-most', value: 90 },
      ],
    ],
  },
];

/** What the desk decides about segments, in memory; sorting goes on until `let` is called. */
export function fakeSegments({ able, announce }: { readonly able: Able; readonly announce: () => void }) {
  let rules = shippedSegments;
  let isPending = false;
  return {
    read: vi.fn(() => able(() => ({ rules, shipped: shippedSegments }))),
    save: vi.fn(({ rules: next }: Parameters<SegmentsApi['save']>[0]) =>
      able(() => {
        rules = next;
        isPending = true;
        announce();
        return null;
      }),
    ),
    apply: vi.fn(async (options?: Parameters<SegmentsApi['apply']>[0]): ReturnType<SegmentsApi['apply']> => {
      options?.onProgress?.({ done: 1, of: 4 });
      const done = await new Promise<number>((resolve) => {
        options?.signal?.addEventListener('abort', () => resolve(1));
        setTimeout(() => resolve(4), 25);
      });
      isPending = done < 4;
      return ok({ done, of: 4 });
    }),
    pending: vi.fn(() => able(() => isPending)),
  } satisfies SegmentsApi;
}

/** A promise and a follow-up as a record shows them. */
export const aPromise = (stamp: Stamp, what: string, change: Partial<PromiseRow> = {}): PromiseRow => ({
  ...stamp,
  id: what,
  buyerKey: brandAs<'BuyerKey'>('Anna'),
  what,
  dueOn: '2026-03-01',
  done: 0,
  ...change,
});
export const aFollowUp = (stamp: Stamp, kind: string): FollowUpRow => ({
  ...stamp,
  id: `Anna ${kind}`,
  buyerKey: brandAs<'BuyerKey'>('Anna'),
  kind,
  dueAt: brandAs<'Instant'>('2026-03-02T08:00:00.000Z'),
  done: 0,
});
