declare const brand: unique symbol;

/** A string that has passed the check for its kind of id; plain strings do not fit. */
export type Branded<B extends string> = string & { readonly [brand]: B };

/** A marketplace, by the name of its folder under `utils/marketplaces` (`amazon`, `aliexpress`). */
export type MarketId = Branded<'MarketId'>;
/** One seller account on one marketplace. */
export type ShopId = Branded<'ShopId'>;
/** The person at this keyboard. */
export type AgentId = Branded<'AgentId'>;
/** One buyer's record in one shop. */
export type BuyerKey = Branded<'BuyerKey'>;
export type NoteId = Branded<'NoteId'>;
/** An order number as the marketplace writes it; never a JavaScript number, AliExpress ids are beyond 2^53. */
export type OrderId = Branded<'OrderId'>;
/** One conversation on one marketplace, as the adapter names it. */
export type ThreadKey = Branded<'ThreadKey'>;
/** ISO 3166-1 alpha-2, upper case. */
export type CountryCode = Branded<'CountryCode'>;
/** A moment as ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = Branded<'Instant'>;
/** A BCP 47 tag without region where the region does not matter: `en`, `de`, `zh`. */
export type Lang = string;

/** Marks a string as the given kind of id; only parsers and stores call it, after checking. */
export const brandAs = <B extends string>(value: string): Branded<B> => value as Branded<B>;
