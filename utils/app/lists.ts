import { brandAs, type MarketId } from '../domain/ids';
import { ok } from '../domain/result';
import { detectLanguage } from '../domain/text/detect';
import { keepList } from './keep-list';
import { knownRows } from './known-rows';
import type { ContentApi, ListRequest, RowFacts, ShopState } from './api';
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
  readonly words: PageWords;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
}

const langOf = (text: string | undefined): Pick<RowFacts, 'lang'> => {
  const found = text ? detectLanguage(text) : null;
  return found?.sure ? { lang: found.lang } : {};
};

/** Creates the answer to lists of one marketplace. */
export const createListApi = (market: MarketId, deps: ListDeps): Pick<ContentApi, 'openList'> => ({
  async openList(request: ListRequest) {
    const question = { market, hint: request.shop };
    const [settings, certain, chosen] = await Promise.all([
      deps.settings.read(),
      deps.shops.resolve(question),
      readShopChoice(market, request.shop.name),
    ]);
    // An earlier answer is enough for reading; hundreds of buyers are written only where the page itself settles it.
    const found =
      chosen && certain.ok && certain.value.kind === 'ask'
        ? await deps.shops.resolve({ ...question, chosen })
        : certain;
    const shop: ShopState = found.ok ? found.value : { kind: 'ask', choices: [] };
    const shopId = shop.kind === 'known' ? brandAs<'ShopId'>(shop.shop.id) : null;
    const isCertain = certain.ok && certain.value.kind === 'known';
    const [ui, kept] = await Promise.all([
      deps.words(settings.ok ? settings.value.uiLang : 'auto'),
      shopId === null || !isCertain ? null : keepList(deps.records, { ...request, shopId, today: deps.today() }),
    ]);
    // After keeping, so that the same list has the same answer the next time.
    const holdersOf = kept?.ok ? kept.value.holdersOf : () => undefined;
    const known = shopId === null ? null : await knownRows(deps.records, request.rows, { shopId, holdersOf });
    return ok({
      shop,
      uiLang: ui.lang,
      strings:
        ui.version === request.holds.strings ? { version: ui.version } : { version: ui.version, entries: ui.entries },
      rows: request.rows.map(({ key, lastText }, index) => ({
        key,
        ...(known?.ok ? known.value[index] : {}),
        ...langOf(lastText),
      })),
      // A store that cannot be written leaves the page without records; it is read all the same.
      kept: kept?.ok ? kept.value.kept : { orders: 0, events: 0 },
    });
  },
});
