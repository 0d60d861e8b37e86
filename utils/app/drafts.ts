import type { BuyerKey, MarketId, ShopId, ThreadKey } from '../domain/ids';
import { err, ok } from '../domain/result';
import type { Clock } from '../platform/clock/system-clock';
import type { ApiResult, ThreadView } from './api';
import { reading, type RecordDeps } from './records';

/** One conversation; thread keys are unique only within a shop. */
export interface DraftPlace {
  readonly market: MarketId;
  /** Empty while it is not known which shop the page belongs to. */
  readonly shopId: ShopId | '';
  readonly threadKey: ThreadKey;
  /** Whose conversation it is, once that is known: their draft goes when they are forgotten. */
  readonly buyerKey?: BuyerKey | null;
}

/** Use cases around unsent drafts. */
export interface Drafts {
  /** The draft of a conversation unless it is older than 24 hours. */
  load(place: DraftPlace): ApiResult<ThreadView['draft']>;
  /** Keeps the text; an empty one forgets the draft. Errors: `forgotten`. */
  save(place: DraftPlace, text: string): ApiResult<null>;
  drop(place: DraftPlace): ApiResult<null>;
  /** Removes what is older than 24 hours, also when nothing new is written. */
  purge(): ApiResult<null>;
}

/** How long a draft is kept. Units: milliseconds. */
export const draftLifeMs = 24 * 60 * 60 * 1000;

const LONGEST_DRAFT = 100_000;

const keyOf = ({ market, shopId, threadKey }: DraftPlace): string => JSON.stringify([market, shopId, threadKey]);

const oldest = (clock: Clock): string => new Date(Date.parse(clock.now()) - draftLifeMs).toISOString();

/** Use cases around unsent drafts, over the given stores. Drafts stay on this machine and carry no stamp. */
export const createDrafts = (deps: Pick<RecordDeps, 'db' | 'clock'>): Drafts => {
  const drop: Drafts['drop'] = (place) =>
    reading(deps, async (db) => {
      await db.drafts.delete(keyOf(place));
      return ok(null);
    });

  return {
    drop,
    purge: () =>
      reading(deps, async (db) => {
        await db.drafts.where('savedAt').belowOrEqual(oldest(deps.clock)).delete();
        return ok(null);
      }),
    load: (place) =>
      reading(deps, async (db) => {
        const row = await db.drafts.get(keyOf(place));
        if (row === undefined || row.savedAt <= oldest(deps.clock)) return ok(null);
        const { buyerKey } = place;
        if (buyerKey && row.buyerKey === undefined) await db.drafts.update(row.threadKey, { buyerKey });
        return ok({ text: row.text, savedAt: row.savedAt });
      }),
    save: (place, text) => {
      if (text.length > LONGEST_DRAFT) return Promise.resolve(err({ kind: 'invalid', field: 'text' }));
      if (text.trim() === '') return drop(place);
      const { shopId, buyerKey } = place;
      return reading(deps, (db) =>
        db.transaction('rw', [db.drafts, db.buyers], async () => {
          // A page that was open while its buyer was forgotten goes on writing.
          if (buyerKey && (await db.buyers.get(buyerKey))?.forgotten === 1) return err({ kind: 'forgotten' });
          const whose = buyerKey ? { buyerKey } : {};
          await db.drafts.put({ threadKey: keyOf(place), shopId, text, savedAt: deps.clock.now(), ...whose });
          return ok(null);
        }),
      );
    },
  };
};
