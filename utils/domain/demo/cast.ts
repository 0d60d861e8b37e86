/** Who sells and who buys at the demo desk. */
import { brandAs, type AgentId, type MarketId, type ShopId } from '../ids';
import type { DemoNames } from './demo-words';
import type { Dice } from './dice';

/** A shop with the countries its buyers come from. */
export interface DemoShop {
  readonly id: ShopId;
  readonly market: MarketId;
  /** Share of all buyers. */
  readonly share: number;
  readonly countries: Readonly<Record<string, number>>;
}

const shop = (id: string, market: string, rest: Pick<DemoShop, 'share' | 'countries'>): DemoShop => ({
  id: brandAs<'ShopId'>(id),
  market: brandAs<'MarketId'>(market),
  ...rest,
});

/** Three shops on two marketplaces. */
export const demoShops: readonly [DemoShop, DemoShop, DemoShop] = [
  shop('demo-amazon-eu', 'amazon', {
    share: 45,
    countries: { DE: 30, GB: 30, FR: 15, IT: 10, ES: 10, PL: 3, NL: 2 },
  }),
  shop('demo-amazon-us', 'amazon', { share: 20, countries: { US: 84, CA: 12, MX: 4 } }),
  shop('demo-aliexpress', 'aliexpress', {
    share: 35,
    countries: {
      ...{ BR: 17, ES: 12, PL: 10, FR: 10, RU: 11, KR: 8, DE: 7, US: 8, SA: 5, TR: 4, IT: 4, NL: 2, JP: 2 },
    },
  }),
];

/** Somebody at the desk: how fast they are at first, and what is left of that after a year with Parley. */
export interface DemoAgent {
  readonly id: AgentId;
  readonly initials: string;
  readonly share: number;
  /** From the conversation on screen to the answer. Units: seconds. */
  readonly openFor: number;
  /** What remains of that time at last. */
  readonly left: number;
  /** First day, counted back from today. Units: days. */
  readonly sinceDays: number;
}

const agent = (id: string, rest: Omit<DemoAgent, 'id'>): DemoAgent => ({ id: brandAs<'AgentId'>(id), ...rest });

/** Three agents: one who was always quick, one in the middle, and one who came later and learns the most. */
export const demoAgents: readonly [DemoAgent, DemoAgent, DemoAgent] = [
  agent('demo-agent-mei', { initials: 'ML', share: 45, openFor: 170, left: 0.42, sinceDays: 730 }),
  agent('demo-agent-tom', { initials: 'TK', share: 30, openFor: 210, left: 0.5, sinceDays: 730 }),
  agent('demo-agent-ana', { initials: 'AR', share: 25, openFor: 420, left: 0.16, sinceDays: 330 }),
];

/** What a country speaks and pays in at Amazon. */
const countries: Readonly<Record<string, { readonly lang: string; readonly currency: string; readonly rate: number }>> =
  {
    DE: { lang: 'de', currency: 'EUR', rate: 1 },
    GB: { lang: 'en', currency: 'GBP', rate: 0.86 },
    FR: { lang: 'fr', currency: 'EUR', rate: 1 },
    IT: { lang: 'it', currency: 'EUR', rate: 1 },
    ES: { lang: 'es', currency: 'EUR', rate: 1 },
    PL: { lang: 'pl', currency: 'PLN', rate: 4.3 },
    NL: { lang: 'nl', currency: 'EUR', rate: 1 },
    US: { lang: 'en', currency: 'USD', rate: 1.1 },
    CA: { lang: 'en', currency: 'CAD', rate: 1.5 },
    MX: { lang: 'es', currency: 'MXN', rate: 20 },
    BR: { lang: 'pt', currency: 'BRL', rate: 6 },
    RU: { lang: 'ru', currency: 'USD', rate: 1.1 },
    KR: { lang: 'ko', currency: 'USD', rate: 1.1 },
    SA: { lang: 'ar', currency: 'USD', rate: 1.1 },
    TR: { lang: 'tr', currency: 'USD', rate: 1.1 },
    JP: { lang: 'ja', currency: 'USD', rate: 1.1 },
  };

/** The language of a country. */
export const langOf = (country: string): string => countries[country]?.lang ?? 'en';

/** A price as a marketplace shows it in a country: AliExpress shows dollars, and reals in Brazil. */
export const priceIn = (euros: number, country: string, market: string) => {
  const isOwn = market === 'amazon' || country === 'BR';
  const { currency, rate } = (isOwn && countries[country]) || { currency: 'USD', rate: 1.1 };
  return { value: Math.round(euros * rate * 100) / 100, currency };
};

/** A name somebody of this language could have, and nobody has. */
export const nameIn = (dice: Dice, names: Readonly<Record<string, DemoNames>>, lang: string): string => {
  const { first = [], last = [], between = ' ', isLastFirst } = names[lang] ?? names['en'] ?? {};
  const pair = [dice.one(first), dice.one(last)];
  return (isLastFirst ? pair.reverse() : pair).join(between);
};

/** The number of an order: of the right shape, in a range no marketplace gives. */
export const orderNumber = (dice: Dice, market: string, at: number): string =>
  market === 'amazon'
    ? `000-${String(at).padStart(7, '0')}-${String(dice.whole(0, 9_999_999)).padStart(7, '0')}`
    : `0000${String(at).padStart(6, '0')}${String(dice.whole(0, 999_999)).padStart(6, '0')}`;
