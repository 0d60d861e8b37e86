import { asNew } from '../domain/customers/clocked';
import type { EscalationKind } from '../domain/guards/escalation';
import type { PromiseKind } from '../domain/guards/promise';
import type { BuyerKey, Lang, OrderId, ShopId } from '../domain/ids';
import type { ContactRow, LogRow } from '../domain/records';
import { err, ok } from '../domain/result';
import { askedIn } from '../domain/worklog/asked';
import { sentDetail, type SentMeasures } from '../domain/worklog/sent-measures';
import { buyerTopic } from '../platform/settings/change-signal';
import type { ApiResult, ContentApi } from './api';
import { joinedTo } from './buyers/refresh';
import { announcing, changing, noShop, reading, type Change, type RecordDeps } from './records';

/** What the agent did with a text, and where. */
export interface Deed {
  readonly what: Parameters<ContentApi['log']>[0]['what'];
  /** Absent while it is not known which shop the page belongs to. */
  readonly shopId?: ShopId;
  readonly buyerKey?: BuyerKey;
  readonly orderId?: OrderId;
  readonly templateId?: string;
  readonly lang?: Lang;
  /** What the reports count of it; only of a message that was sent. */
  readonly measured?: SentMeasures;
  /** What the message was about; kept with the contact, so that nobody is asked for a review twice. */
  readonly kind?: 'review-request' | 'review-change-request' | 'reply';
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
  /** Our messages to a buyer under all records that were joined to theirs, newest first, at most 100. */
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

/** Nobody, when the buyer was forgotten: a page that was open meanwhile goes on telling what it does. */
const stillKnown = async ({ db }: Change, buyerKey: BuyerKey | undefined): Promise<BuyerKey | undefined> =>
  buyerKey !== undefined && (await db.buyers.get(buyerKey))?.forgotten === 1 ? undefined : buyerKey;

/** Use cases around the work log, over the given stores. */
export const createWorklog = (deps: RecordDeps): Worklog => ({
  write: async ({ what, shopId = noShop, buyerKey: shown, orderId, templateId, lang, kind, measured }) => {
    if (templateId !== undefined && !CODE.test(templateId)) return err({ kind: 'invalid', field: 'templateId' });
    if (lang !== undefined && !CODE.test(lang)) return err({ kind: 'invalid', field: 'lang' });
    return changing(deps, ['buyers', 'contacts'], async (change) => {
      const buyerKey = await stillKnown(change, shown);
      const detail = sentDetail({
        ...measured,
        ...(templateId === undefined ? {} : { templateId }),
        ...(measured?.lang === undefined && lang !== undefined ? { lang } : {}),
      });
      change.log({ shopId, what: `message.${what}`, buyerKey, detail });
      const asked = askedIn(measured?.intent);
      if (what === 'sent' && buyerKey !== undefined) {
        await change.db.contacts.add({
          ...change.stamp(shopId),
          id: deps.clock.newId(),
          buyerKey,
          ...(orderId === undefined ? {} : { orderId }),
          kind: kind ?? templateId ?? 'message',
          at: change.now,
          ...(lang === undefined ? {} : { lang }),
          ...(asked === undefined ? {} : { asked }),
        });
        change.touch(buyerKey);
      }
      return ok(null);
    });
  },

  contactsOf: (buyerKey) =>
    reading(deps, async (db) => {
      const keys = [buyerKey, ...(await joinedTo(db, [buyerKey])).map(({ key }) => key)];
      const found = await Promise.all(
        keys.map((key) =>
          db.contacts
            .where('[buyerKey+at]')
            .between([key, ''], [key, '\uffff'])
            .reverse()
            .limit(MOST_CONTACTS)
            .toArray(),
        ),
      );
      const newestFirst = found.flat().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
      return ok(newestFirst.slice(0, MOST_CONTACTS).filter((row) => row.deleted === 0));
    }),

  escalated: ({ kind, shopId = noShop, buyerKey: shown }) =>
    changing(deps, ['buyers'], async (change) => {
      const buyerKey = await stillKnown(change, shown);
      const detail: LogRow['detail'] = UNNAMED.includes(kind) ? {} : { category: kind };
      change.log({ shopId, what: 'escalated', buyerKey, detail });
      return ok(null);
    }),

  keepPromises: async ({ shopId, buyerKey, promises }) => {
    const kept = await changing(deps, ['buyers', 'promises'], async (change) => {
      if ((await stillKnown(change, buyerKey)) === undefined) return err({ kind: 'forgotten' });
      const open = await change.db.promises.where('buyerKey').equals(buyerKey).toArray();
      for (const { what, dueOn } of promises) {
        const isKept = open.some(
          (row) => row.what === what && row.dueOn === dueOn && row.done === 0 && row.deleted === 0,
        );
        if (isKept) continue;
        const id = deps.clock.newId();
        await change.db.promises.add(asNew({ ...change.stamp(shopId), id, buyerKey, what, dueOn, done: 0 }));
        change.touch(buyerKey);
      }
      return ok(null);
    });
    return announcing(deps, kept, [buyerTopic(buyerKey)]);
  },
});
