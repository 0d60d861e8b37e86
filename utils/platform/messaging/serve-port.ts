import * as v from 'valibot';
import type { ApiProblem, ContentApi, ShopState } from '@/utils/app/api';
import type { BuyerKey, MarketId, ShopId } from '@/utils/domain/ids';
import { otherMarket } from '@/utils/domain/other-market';
import { err, type Result } from '@/utils/domain/result';
import { log } from '../log';
import { contentSchemas } from './content-schemas';
import { portPrefix, threadless, type Answer, type Argument, type Call, type Port, type WireProblem } from './protocol';

/** The page at the other end of a port. */
export interface PortSession {
  readonly market: MarketId;
  /** Host name of the page, as the browser says it. */
  readonly host: string;
  readonly tabId?: number;
}

/** What the background needs to answer content scripts. */
export interface ServeOptions {
  readonly onConnect: { addListener(listener: (port: Port) => void): void };
  /** One API per port; it may keep the thread of its last `openThread`. `gone` is aborted when the port closes. */
  readonly createApi: (session: PortSession, gone: AbortSignal) => ContentApi;
  /** The marketplace of an origin such as `https://sellercentral.amazon.com`; null for all others. */
  readonly marketOf: (origin: string) => MarketId | null | Promise<MarketId | null>;
  readonly isOff: (market: MarketId) => Promise<boolean>;
}

/** A page that was let in. */
interface Greeted {
  readonly market: MarketId;
  readonly api: ContentApi;
}

type Outcome = Result<unknown, WireProblem>;

const refused = (code: Extract<ApiProblem, { kind: 'refused' }>['code']): Outcome => err({ kind: 'refused', code });

/** What was handed out on one port: the page's renderer is not trusted with any other record. */
const createBinding = () => {
  const buyers = new Set<BuyerKey>();
  const shops = new Set<ShopId>();
  const admitShop = (state: ShopState): void => {
    for (const { id } of state.kind === 'known' ? [state.shop] : state.choices) shops.add(id);
  };
  return {
    admitShop,
    admitBuyer: (key: BuyerKey) => buyers.add(key),
    isForeign: (args: object): boolean =>
      ('buyerKey' in args && !buyers.has(args.buyerKey as BuyerKey)) ||
      ('shopId' in args && !shops.has(args.shopId as ShopId)),
  };
};

const isCall = (message: unknown): message is Call => {
  const { id, name } = (message ?? {}) as Partial<Call>;
  return typeof id === 'number' && typeof name === 'string' && Object.hasOwn(contentSchemas, name);
};

const servePort = (port: Port, { createApi, marketOf, isOff }: ServeOptions): void => {
  const { origin, tab } = port.sender ?? {};
  const binding = createBinding();
  let opening: Promise<unknown> | null = null;
  const gone = new AbortController();
  port.onDisconnect.addListener(() => gone.abort());

  /** Who is at the other end; asked once, and every call waits for it. Null for pages that have no business here. */
  const greeting = (async () => {
    const market = await marketOf(origin ?? '');
    // The name says which adapter the page runs; an Amazon page has no business with another marketplace's records.
    if (market === null || !origin || port.name !== portPrefix + market) {
      log('port-refused');
      return null;
    }
    const host = new URL(origin).hostname;
    return {
      market,
      api: createApi({ market, host, ...(tab?.id === undefined ? {} : { tabId: tab.id }) }, gone.signal),
    };
  })();

  const openThread = async ({ api, market }: Greeted, args: Argument<'openThread'>): Promise<Outcome> => {
    if (await isOff(market)) return refused('market-off');
    const view = await api.openThread(args);
    if (!view.ok) return view;
    binding.admitShop(view.value.shop);
    if (view.value.record) binding.admitBuyer(view.value.record.buyerKey);
    return view;
  };

  const answer = async ({ name, args }: Call): Promise<Outcome> => {
    const greeted = await greeting;
    if (greeted === null) return refused('foreign-origin');
    const { api, market } = greeted;
    // Access to a host the agent has named can be taken back while its page is open.
    if (market === otherMarket && (await marketOf(origin ?? '')) !== market) return refused('foreign-origin');
    const parsed = v.safeParse(contentSchemas[name], args);
    if (!parsed.success) return err({ kind: 'invalid', field: v.getDotPath(parsed.issues[0]) ?? name });
    if (name === 'openThread') {
      // One after the other: the API serves the thread opened last, and a slow older one must not come in after it.
      const before = opening;
      const opened = (async () => {
        await before;
        return openThread(greeted, parsed.output as Argument<'openThread'>);
      })();
      opening = opened.catch(() => undefined);
      return opened;
    }
    const calls = api as unknown as Readonly<Record<string, (args: object) => Promise<Outcome>>>;
    if (threadless.has(name)) {
      if (await isOff(market)) return refused('market-off');
      return calls[name]?.(parsed.output) ?? err({ kind: 'not-found' });
    }
    if (opening === null) return err({ kind: 'unknown-thread' });
    await opening;
    if (binding.isForeign(parsed.output)) return refused('foreign-key');
    return calls[name]?.(parsed.output) ?? err({ kind: 'not-found' });
  };

  port.onMessage.addListener((message) => {
    if (!isCall(message)) return;
    // A call that throws is a bug of ours; the page still needs an answer, and the code says which kind it was.
    const failed = (error: unknown): Outcome =>
      err({ kind: 'storage-failed', code: error instanceof Error ? error.name : 'unknown' });
    void answer(message)
      .catch(failed)
      .then((result) => {
        if (!gone.signal.aborted) port.postMessage({ id: message.id, result } satisfies Answer);
      });
  });
};

/** Answers the ports of content scripts; must run in the first synchronous turn of the background. */
export const servePorts = (options: ServeOptions): void =>
  options.onConnect.addListener((port) => {
    if (port.name.startsWith(portPrefix)) servePort(port, options);
  });
