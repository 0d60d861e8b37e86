import { brandAs, type MarketId, type ShopId } from '../domain/ids';
import { err, ok } from '../domain/result';
import { detectLanguage } from '../domain/text/detect';
import { countAllowed, type Coach } from './coach';
import { keepList } from './keep-list';
import { knownRows } from './known-rows';
import type { ContentApi, ListRequest, ListView, RowFacts, ShopState } from './api';
import type { RecordDeps } from './records';
import type { SettingsStore } from './settings';
import type { Shops } from './shops';
import type { PageWords } from './thread';
import { readShopChoice } from '../platform/settings/shop-choice';

/** The use cases and the data lists are served from. */
export interface ListDeps {
  readonly records: RecordDeps;
  readonly shops: Pick<Shops, 'resolve'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** Whether pages of a marketplace are recorded; all are without. */
  readonly isRecorded?: (market: MarketId) => Promise<boolean>;
  readonly words: PageWords;
  readonly coach: Coach;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
}

const langOf = (text: string | undefined): Pick<RowFacts, 'lang'> => {
  const found = text ? detectLanguage(text) : null;
  return found?.sure ? { lang: found.lang } : {};
};

/** The shop a page belongs to, and whether the page alone settles that. */
async function shopOf(market: MarketId, hint: ListRequest['shop'], { shops }: Pick<ListDeps, 'shops'>) {
  const question = { market, hint };
  const [certain, chosen] = await Promise.all([shops.resolve(question), readShopChoice(market, hint.name)]);
  const found =
    chosen && certain.ok && certain.value.kind === 'ask' ? await shops.resolve({ ...question, chosen }) : certain;
  const shop: ShopState = found.ok ? found.value : { kind: 'ask', choices: [] };
  const shopId = shop.kind === 'known' ? brandAs<'ShopId'>(shop.shop.id) : null;
  return { shop, shopId, isCertain: certain.ok && certain.value.kind === 'known' };
}

/** Pages about one order: the verdict stands on the page, not in a row. */
const ONE_ORDER: readonly ListRequest['page'][] = ['order', 'review-request'];

/** What the coach says of the orders on screen, as far as the shop is known and the page is about orders. */
async function coached(
  { page, orders, reviewRequest, rows }: ListRequest,
  { market, shopId, coach }: { readonly market: MarketId; readonly shopId: ShopId | null; readonly coach: Coach },
): Promise<Pick<ListView, 'reviews' | 'review'> & { readonly ofRow: (at: number) => Pick<RowFacts, 'review'> }> {
  const none = { reviews: null, ofRow: () => ({}) };
  if (shopId === null || (page !== 'orders' && !ONE_ORDER.includes(page))) return none;
  const found = await coach.ofOrders({ market, shopId, orders, reviewRequest });
  if (!found.ok) return none;
  const verdicts = found.value;
  if (page !== 'orders') {
    const [only] = [...verdicts.values()];
    return only ? { ...none, review: only } : none;
  }
  const ofRow = (at: number): Pick<RowFacts, 'review'> => {
    const named = rows[at]?.aliases.find(({ kind }) => kind === 'order')?.value;
    const review = named === undefined ? undefined : verdicts.get(brandAs<'OrderId'>(named));
    return review ? { review } : {};
  };
  return { reviews: countAllowed([...verdicts.values()]), ofRow };
}

/** Creates the answer to lists of one marketplace, and what can be said of their orders. */
export const createListApi = (market: MarketId, deps: ListDeps): Pick<ContentApi, 'openList' | 'reviewAsked'> => ({
  async reviewAsked({ shop: hint, orderId }) {
    const { shopId } = await shopOf(market, hint, deps);
    return shopId === null ? err({ kind: 'shop-unknown' }) : deps.coach.asked({ shopId, orderId });
  },

  async openList(request: ListRequest) {
    // An earlier answer is enough for reading; hundreds of buyers are written only where the page itself settles it.
    const [settings, { shop, shopId, isCertain }, isRecorded = true] = await Promise.all([
      deps.settings.read(),
      shopOf(market, request.shop, deps),
      deps.isRecorded?.(market),
    ]);
    const isKept = isCertain && isRecorded;
    const [ui, kept] = await Promise.all([
      deps.words(settings.ok ? settings.value.uiLang : 'auto'),
      shopId === null || !isKept ? null : keepList(deps.records, { ...request, shopId, today: deps.today() }),
    ]);
    // After keeping, so that the same list has the same answer the next time.
    const holdersOf = kept?.ok ? kept.value.holdersOf : () => undefined;
    const [known, { reviews, review, ofRow }] = await Promise.all([
      shopId === null ? null : knownRows(deps.records, request.rows, { shopId, holdersOf }),
      coached(request, { market, shopId, coach: deps.coach }),
    ]);
    return ok({
      shop,
      uiLang: ui.lang,
      strings:
        ui.version === request.holds.strings ? { version: ui.version } : { version: ui.version, entries: ui.entries },
      rows: request.rows.map(({ key, lastText }, index) => ({
        key,
        ...(known?.ok ? known.value[index] : {}),
        ...langOf(lastText),
        ...ofRow(index),
      })),
      reviews,
      ...(review ? { review } : {}),
      // A store that cannot be written leaves the page without records; it is read all the same.
      kept: kept?.ok ? kept.value.kept : { orders: 0, events: 0 },
    });
  },
});
