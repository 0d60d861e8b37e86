import type { MarketId } from '../domain/ids';
import type { PageHealth } from '../marketplaces/contract';
import { err, ok } from '../domain/result';
import { otherMarket } from '../domain/other-market';
import type { ContentApi } from './api';
import { createCoach } from './coach';
import { createListApi, type ListDeps } from './lists';
import type { Profiles } from './profiles';
import type { ShowBuyer } from './tab-buyers';
import { createThreadApi, type PageWords, type ThreadDeps } from './thread';
import { createThreadWorklog, type ThreadWorklogDeps } from './thread-worklog';
import type { Visits } from './visits';

/** Where a port comes from, as the browser says and not the page. */
export interface PageSession {
  readonly market: MarketId;
  /** Host name of the page. */
  readonly host: string;
  readonly tabId?: number;
}

/** Everything a seller page is served from. */
export interface ContentDeps extends ThreadDeps, ThreadWorklogDeps, Pick<ListDeps, 'records'> {
  readonly visits: Visits;
  readonly profiles: Pick<Profiles, 'saveTaught'>;
  /** Says on the toolbar icon of a tab how well its page can be read. */
  readonly showHealth: (tabId: number, health: PageHealth) => Promise<void>;
  /** Says which buyer the conversation of a tab is about, for the side panel. */
  readonly showBuyer: ShowBuyer;
  /** Words of teach mode, loaded only there. */
  readonly teachWords: PageWords;
}

/** On a host the agent has named, the host is the shop: what the page says of shops is not believed. */
const shopOn = ({ market, host }: PageSession): { readonly accountId: string; readonly name: string } | null =>
  market === otherMarket ? { accountId: host, name: host } : null;

/** Creates the API of one port: conversations, lists, visits and teaching. */
export function createContentApi(session: PageSession, deps: ContentDeps): ContentApi {
  const { market, host, tabId } = session;
  const shop = shopOn(session);
  const coach = createCoach({ ...deps.records, today: deps.today });
  const thread = createThreadApi(market, { ...deps, coach });
  const lists = createListApi(market, { ...deps, coach });
  const { opened, ...problems } = createThreadWorklog(deps);
  return {
    ...thread,
    ...problems,
    openThread: async (request) => {
      const asked = shop ? { ...request, shop } : request;
      const view = await thread.openThread(asked);
      if (view.ok) opened(asked, view.value);
      if (tabId !== undefined) deps.showBuyer(tabId, (view.ok && view.value.record?.buyerKey) || null);
      return view;
    },
    openList: (request) => lists.openList(shop ? { ...request, shop } : request),
    reviewAsked: (request) => lists.reviewAsked(shop ? { ...request, shop } : request),
    reportVisit: async (visit) => {
      const isLeft = visit.page === 'none';
      const isConversation = visit.page === 'thread' || visit.page === 'contact';
      if (tabId !== undefined && !isConversation) deps.showBuyer(tabId, null);
      if (tabId !== undefined) void deps.showHealth(tabId, isLeft ? 'good' : visit.health);
      return isLeft ? ok(null) : deps.visits.report(market, visit);
    },
    teachWords: async () => {
      const chosen = await deps.settings.read();
      const { lang, entries } = await deps.teachWords(chosen.ok ? chosen.value.uiLang : 'auto');
      return ok({ uiLang: lang, entries });
    },
    saveTaught: async ({ page }) =>
      page.host === host && page.marketplace === market
        ? deps.profiles.saveTaught(page)
        : err({ kind: 'refused', code: 'foreign-origin' }),
  };
}
