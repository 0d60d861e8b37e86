import type { EscalationKind } from '../domain/guards/escalation';
import type { PromiseKind } from '../domain/guards/promise';
import type { BuyerKey, Lang, OrderId, ShopId } from '../domain/ids';
import type { ContactRow, LogRow } from '../domain/records';
import { err, ok } from '../domain/result';
import { buyerTopic } from '../platform/settings/change-signal';
import type { ApiResult, ContentApi } from './api';
import { announcing, changing, noShop, reading, type RecordDeps } from './records';

/** What the agent did with a text, and where. */
export interface Deed {
  readonly what: Parameters<ContentApi['log']>[0]['what'];
  /** Absent while it is not known which shop the page belongs to. */
  readonly shopId?: ShopId;
  readonly buyerKey?: BuyerKey;
  readonly orderId?: OrderId;
  readonly templateId?: string;
  readonly lang?: Lang;
  /** What the message was about; kept with the contact, so that nobody is asked for a review twice. */
  readonly kind?: 'review-request' | 'reply';
}

/** Use cases around the work log and the log of contacts. */
export interface Worklog {
  /** Writes one line; a sent message to a known buyer also becomes a contact. */
  write(deed: Deed): ApiResult<null>;
  /** Notes that a message needs a person; the category, but never that somebody is ill or in danger of themselves. */
  escalated(found: {
    readonly kind: EscalationKind;
    readonly shopId?: ShopId;
    readonly buyerKey?: BuyerKey;
  }): ApiResult<null>;
  /** Our messages to a buyer, newest first, at most 100. */
  contactsOf(buyerKey: BuyerKey): ApiResult<readonly ContactRow[]>;
  /** Keeps what was promised to a buyer, with its day; the same promise for the same day once. */
  keepPromises(made: {
    readonly shopId: ShopId;
    readonly buyerKey: BuyerKey;
    readonly promises: readonly { readonly what: PromiseKind; readonly dueOn: string }[];
  }): ApiResult<null>;
}

const MOST_CONTACTS = 100;

/** Data on health is kept nowhere, not even that there was some. */
const UNNAMED: readonly EscalationKind[] = ['health', 'self-harm'];

// Ids of templates and language tags; a sentence does not fit, so no message text can get into the log.
const CODE = /^[\w.-]{1,80}$/;

/** Use cases around the work log, over the given stores. */
export const createWorklog = (deps: RecordDeps): Worklog => ({
  write: async ({ what, shopId = noShop, buyerKey, orderId, templateId, lang, kind }) => {
    if (templateId !== undefined && !CODE.test(templateId)) return err({ kind: 'invalid', field: 'templateId' });
    if (lang !== undefined && !CODE.test(lang)) return err({ kind: 'invalid', field: 'lang' });
    return changing(deps, ['contacts'], async (change) => {
      const detail = { ...(templateId === undefined ? {} : { templateId }), ...(lang === undefined ? {} : { lang }) };
      change.log({ shopId, what: `message.${what}`, buyerKey, detail });
      if (what === 'sent' && buyerKey !== undefined) {
        await change.db.contacts.add({
          ...change.stamp(shopId),
          id: deps.clock.newId(),
          buyerKey,
          ...(orderId === undefined ? {} : { orderId }),
          kind: kind ?? templateId ?? 'message',
          at: change.now,
          ...(lang === undefined ? {} : { lang }),
        });
      }
      return ok(null);
    });
  },

  contactsOf: (buyerKey) =>
    reading(deps, async (db) => {
      const rows = db.contacts.where('[buyerKey+at]').between([buyerKey, ''], [buyerKey, '\uffff']);
      return ok((await rows.reverse().limit(MOST_CONTACTS).toArray()).filter((row) => row.deleted === 0));
    }),

  escalated: ({ kind, shopId = noShop, buyerKey }) =>
    changing(deps, [], async (change) => {
      const detail: LogRow['detail'] = UNNAMED.includes(kind) ? {} : { category: kind };
      change.log({ shopId, what: 'escalated', buyerKey, detail });
      return ok(null);
    }),

  keepPromises: async ({ shopId, buyerKey, promises }) => {
    const kept = await changing(deps, ['promises'], async (change) => {
      const open = await change.db.promises.where('buyerKey').equals(buyerKey).toArray();
      for (const { what, dueOn } of promises) {
        const isKept = open.some(
          (row) => row.what === what && row.dueOn === dueOn && row.done === 0 && row.deleted === 0,
        );
        if (isKept) continue;
        const row = { ...change.stamp(shopId), id: deps.clock.newId(), buyerKey, what, dueOn, done: 0 } as const;
        await change.db.promises.add(row);
      }
      return ok(null);
    });
    return announcing(deps, kept, [buyerTopic(buyerKey)]);
  },
});
