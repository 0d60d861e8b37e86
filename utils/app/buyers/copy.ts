import { classify } from '../../domain/customers/classify';
import { joinPacked, type PackedRows } from '../../domain/customers/pack';
import type { SegmentRule } from '../../domain/customers/segment';
import { fullSummary } from '../../domain/customers/summary';
import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow } from '../../domain/records';
import { err, ok } from '../../domain/result';
import type { ApiResult } from '../api';
import type { BuyerCopy } from '../buyers-api';
import { reading, type RecordDeps } from '../records';
import { readArchived } from './archive';
import { readRows, withJoined } from './record-rows';
import { readRules } from './refresh';

const dayOf = (at: string | undefined): string | undefined => at?.slice(0, 10);

/** Aliases as people call them. */
const NUMBERS: Readonly<Record<string, string>> = { order: 'orders', case: 'cases', buyer: 'buyerIds' };

const numbersOf = (aliases: readonly string[]): Readonly<Record<string, readonly string[]>> => {
  const numbers: Record<string, string[]> = {};
  for (const alias of aliases) {
    const at = alias.indexOf(':');
    const name = NUMBERS[alias.slice(0, at)];
    if (name !== undefined) (numbers[name] ??= []).push(alias.slice(at + 1));
  }
  return numbers;
};

/** Numbers of which only a hash is left say nothing to anybody. */
const orderNumber = (orderId: string | undefined): string | undefined =>
  orderId?.startsWith('hash:') ? undefined : orderId;

const alive = <R extends { readonly deleted: 0 | 1; readonly buyerKey?: BuyerKey }>(
  rows: readonly R[],
  key: BuyerKey,
) => rows.filter(({ deleted, buyerKey }) => deleted === 0 && buyerKey === key);

/** What is known of one record, in words and days a person can read; clocks and keys of the program are left out. */
const readable = (
  buyer: BuyerRow,
  rows: PackedRows,
  { shop, rules, today }: { readonly shop: string; readonly rules: readonly SegmentRule[]; readonly today: string },
): Readonly<Record<string, unknown>> => {
  const { key, summary, displayName, country, lang, fields, signals, tags } = buyer;
  const sorted = { summary: fullSummary(summary), ...(signals ? { signals } : {}) };
  const known = Object.entries(signals ?? {}).filter(([, day]) => day !== '');
  return {
    ...(displayName === undefined ? {} : { name: displayName }),
    shop,
    ...(country === undefined ? {} : { country }),
    ...(lang === undefined ? {} : { language: lang }),
    ...(buyer.firstSeen === undefined ? {} : { firstSeenOn: dayOf(buyer.firstSeen) }),
    lastSeenOn: dayOf(buyer.lastSeen),
    archived: buyer.archived === 1,
    numbers: numbersOf(buyer.aliases),
    tags,
    fields: fields ?? {},
    signals: Object.fromEntries(known),
    orders: alive(rows.orders, key).map(
      ({ orderId, state, orderedOn, shippedOn, promisedOn, deliveredOn, ...order }) => ({
        number: orderNumber(orderId),
        state,
        orderedOn,
        shippedOn,
        promisedOn,
        deliveredOn,
        reviewAskedOn: order.reviewAskedOn,
        country: order.country,
        amount: order.amount,
        products: order.items,
      }),
    ),
    happened: alive(rows.events, key).map(({ kind, at, orderId, productId, stars, state, reason, dueAt, amount }) => ({
      what: kind,
      on: at,
      order: orderNumber(orderId),
      product: productId,
      stars,
      state,
      reason,
      answerBy: dayOf(dueAt),
      amount,
    })),
    messages: alive(rows.contacts, key).map(({ kind, at, lang: language, orderId }) => ({
      kind,
      on: dayOf(at),
      language,
      order: orderNumber(orderId),
    })),
    notes: alive(rows.notes, key).map(({ text, createdAt, editedAt }) => ({
      text,
      writtenOn: dayOf(createdAt),
      changedOn: dayOf(editedAt),
    })),
    promises: alive(rows.promises, key).map(({ what, dueOn, done, orderId }) => ({
      what,
      by: dueOn,
      kept: done === 1,
      order: orderNumber(orderId),
    })),
    followUps: alive(rows.followUps, key).map(({ kind, dueAt, done, orderId }) => ({
      what: kind,
      by: dayOf(dueAt),
      done: done === 1,
      order: orderNumber(orderId),
    })),
    segments: summary
      ? classify(sorted, rules, today).map(({ id, because }) => ({
          segment: rules.find((rule) => rule.id === id)?.name ?? id,
          because: because.map(({ fact, is, value, found }) => ({ fact, is, value, found })),
        }))
      : [],
  };
};

/**
 * Everything about one buyer that a person can read and take along, with the records they are joined with.
 *
 * Errors: `not-found`, `forgotten`.
 */
export const copyBuyer = (deps: Pick<RecordDeps, 'db' | 'clock'>, key: BuyerKey): ApiResult<BuyerCopy> =>
  reading(deps, (db) =>
    db.transaction('r', db.tables, async () => {
      if ((await db.buyers.get(key))?.forgotten === 1) return err({ kind: 'forgotten' });
      const live = await readRows(db, await withJoined(db, [key]));
      const rows = joinPacked(live, await readArchived(db, [key]));
      const [first, ...others] = [...rows.buyers]
        .filter(({ deleted }) => deleted === 0)
        .sort((a, b) => Number(Boolean(a.joinedTo)) - Number(Boolean(b.joinedTo)));
      if (first === undefined) return err({ kind: 'not-found' });
      const [rules, shops] = [
        await readRules(db),
        new Map((await db.shops.toArray()).map((row) => [row.id, row.name])),
      ];
      const savedAt = deps.clock.now();
      const asText = (row: BuyerRow) =>
        readable(row, rows, { shop: shops.get(row.shopId) ?? '', rules, today: savedAt.slice(0, 10) });
      const joined = others.length === 0 ? {} : { joined: others.map(asText) };
      return ok({ app: 'parley', kind: 'buyer-copy', savedAt, record: { ...asText(first), ...joined } });
    }),
  );
