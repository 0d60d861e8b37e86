import { classify } from '../../domain/customers/classify';
import type { PackedRows } from '../../domain/customers/pack';
import { rfmOf } from '../../domain/customers/rfm';
import { rootOf as rootOfJoined } from '../../domain/customers/same-person';
import type { Satellites } from '../../domain/customers/satellites';
import { summarise } from '../../domain/customers/summarise';
import type { BuyerKey, Instant } from '../../domain/ids';
import type { BuyerRow, Stamp } from '../../domain/records';
import { err, ok } from '../../domain/result';
import type { ReviewVerdict } from '../../domain/reviews/verdict';
import { joinSatellites, readSatellites } from '../../platform/db/read-satellites';
import type { Db } from '../../platform/db/schema';
import type { BuyersApi, BuyerView } from '../buyers-api';
import { noOldNotes, type NoteReview } from '../note-review';
import { reading, type RecordDeps } from '../records';
import { readArchived } from './archive';
import { suggestionsFor } from './join';
import { joinedTo, readRules, rootOf } from './refresh';

const MOST_SHOWN = 50;

/** Who looks at the notes of a record that is opened, and at its orders. */
export interface OpenDeps extends Pick<RecordDeps, 'db' | 'clock'> {
  readonly oldNotes?: NoteReview['oldNotes'];
  /** What may be asked about the orders of a record. */
  readonly verdicts?: (asked: {
    readonly db: Db;
    readonly buyer: BuyerRow;
    readonly about: Satellites;
    readonly now: Instant;
  }) => Promise<readonly ReviewVerdict[]>;
}

/** The rows that are not deleted, newest first; equal days in the order in which they were written down last. */
const newest = <R extends Stamp>(rows: readonly R[], dayOf: (row: R) => string): readonly R[] =>
  rows
    .filter((row) => row.deleted === 0)
    .sort((a, b) => (dayOf(a) === dayOf(b) ? (a.hlc < b.hlc ? 1 : -1) : dayOf(a) < dayOf(b) ? 1 : -1));

const soonest = <R>(rows: readonly R[], whenOf: (row: R) => string): readonly R[] =>
  [...rows].sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1));

/** A record with those that were joined to it and everything about them. */
interface Whole {
  readonly buyer: BuyerRow;
  readonly joined: readonly BuyerRow[];
  readonly about: Satellites;
}

const liveWhole = async (db: Db, row: BuyerRow): Promise<Whole> => {
  const buyer = await rootOf(db, row);
  const joined = (await joinedTo(db, [buyer.key])).filter(({ key }) => key !== buyer.key);
  const about = await readSatellites(
    db,
    [buyer, ...joined].map(({ key }) => key),
  );
  return { buyer, joined, about: joinSatellites([...about.values()]) };
};

const archivedWhole = (packed: PackedRows, key: BuyerKey): Whole | null => {
  const find = (wanted: BuyerKey | undefined) => packed.buyers.find((row) => row.key === wanted);
  const isThere = (to: BuyerKey | '' | undefined): to is BuyerKey => Boolean(to) && find(to as BuyerKey) !== undefined;
  const root = rootOfJoined(key, (one) => {
    const to = find(one)?.joinedTo;
    return isThere(to) ? to : undefined;
  });
  const buyer = find(root);
  if (buyer === undefined) return null;
  const isLive = ({ deleted }: Stamp): boolean => deleted === 0;
  const about: Satellites = {
    orders: packed.orders.filter(isLive),
    events: packed.events.filter(isLive),
    notes: packed.notes.filter(isLive),
    contacts: packed.contacts.filter(isLive),
    promises: packed.promises.filter(isLive),
    followUps: packed.followUps.filter(isLive),
  };
  return { buyer, joined: packed.buyers.filter((row) => row.key !== buyer.key), about };
};

const viewOf = async (deps: OpenDeps, db: Db, { buyer, joined, about }: Whole): Promise<BuyerView> => {
  const now = deps.clock.now();
  const today = now.slice(0, 10);
  const summary = summarise(about, today);
  const notes = newest(about.notes, (note) => note.createdAt);
  const [rules, suggestions, verdicts, old] = await Promise.all([
    readRules(db),
    buyer.archived === 1 ? [] : suggestionsFor(db, buyer),
    deps.verdicts?.({ db, buyer, about, now }) ?? [],
    deps.oldNotes?.({ notes, deliveredOn: summary.lastDeliveredOn, now }) ?? noOldNotes,
  ]);
  const open = about.promises.filter(({ done }) => done === 0);
  const kept = about.promises.filter(({ done }) => done === 1);
  return {
    buyer,
    notes,
    ...old,
    orders: newest(about.orders, (order) => order.orderedOn ?? order.shippedOn ?? '').slice(0, MOST_SHOWN),
    events: newest(about.events, (event) => event.at).slice(0, MOST_SHOWN),
    contacts: newest(about.contacts, (contact) => contact.at).slice(0, MOST_SHOWN),
    promises: [...soonest(open, ({ dueOn }) => dueOn), ...soonest(kept, ({ dueOn }) => dueOn).toReversed()],
    followUps: soonest(
      about.followUps.filter(({ done }) => done === 0),
      ({ dueAt }) => dueAt,
    ),
    segments: classify({ summary, ...(buyer.signals ? { signals: buyer.signals } : {}) }, rules, today),
    verdicts,
    joined: joined.map(({ key, aliases, shopId, displayName }) => ({
      key,
      aliases,
      shopId,
      ...(displayName === undefined ? {} : { displayName }),
    })),
    suggestions,
    rfm: rfmOf(about.orders, today),
  };
};

/** Opens a record whole, archived ones too; one that was joined answers with its root. */
export const createOpenBuyer =
  (deps: OpenDeps): BuyersApi['open'] =>
  (key) =>
    reading(deps, async (db) => {
      const row = await db.buyers.get(key);
      if (row?.forgotten === 1) return err({ kind: 'forgotten' });
      if (row?.deleted === 1) return err({ kind: 'not-found' });
      const whole = row ? await liveWhole(db, row) : archivedWhole(await readArchived(db, [key]), key);
      return whole === null ? err({ kind: 'not-found' }) : ok(await viewOf(deps, db, whole));
    });
