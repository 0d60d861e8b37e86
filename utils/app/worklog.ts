import type { BuyerKey, Lang, OrderId, ShopId } from '../domain/ids';
import { err, ok } from '../domain/result';
import type { ApiResult, ContentApi } from './api';
import { changing, noShop, type RecordDeps } from './records';

/** What the agent did with a text, and where. */
export interface Deed {
  readonly what: Parameters<ContentApi['log']>[0]['what'];
  /** Absent while it is not known which shop the page belongs to. */
  readonly shopId?: ShopId;
  readonly buyerKey?: BuyerKey;
  readonly orderId?: OrderId;
  readonly templateId?: string;
  readonly lang?: Lang;
}

/** Use cases around the work log and the log of contacts. */
export interface Worklog {
  /** Writes one line; a sent message to a known buyer also becomes a contact. */
  write(deed: Deed): ApiResult<null>;
}

// Ids of templates and language tags; a sentence does not fit, so no message text can get into the log.
const CODE = /^[\w.-]{1,80}$/;

/** Use cases around the work log, over the given stores. */
export const createWorklog = (deps: RecordDeps): Worklog => ({
  write: async ({ what, shopId = noShop, buyerKey, orderId, templateId, lang }) => {
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
          kind: templateId ?? 'message',
          at: change.now,
          ...(lang === undefined ? {} : { lang }),
        });
      }
      return ok(null);
    });
  },
});
