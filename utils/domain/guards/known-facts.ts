import type { CurrencyTable } from '../convert/measures/tables';
import type { Lang } from '../ids';
import type { OrderFacts } from '../orders';
import type { DetectedLanguage } from '../text/detect';

/** What else one of our shops is called, to be recognised in a reply of another one. */
export interface ShopMarks {
  /** Shown to the agent. */
  readonly name: string;
  /** Names, brands, signatures and addresses. */
  readonly marks: readonly string[];
}

/** What page and records know beside the reply; absent and empty is unknown, and guards are silent about it. */
export interface KnownFacts {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The order the conversation is about. */
  readonly order: OrderFacts | null;
  /** Ids of all orders of this buyer, from page and record. */
  readonly ownOrders: readonly string[];
  /** Ids named in the reply that the records hold for another buyer. */
  readonly foreignOrders: readonly string[];
  /** What the buyer is called, on the page and in the record. */
  readonly buyerNames: readonly string[];
  /** The buyer's last words: what they say may be repeated. */
  readonly lastMessage?: string;
  readonly buyerLang?: { readonly lang: Lang; readonly sure: boolean };
  /** What language the reply was found to be in, where somebody has looked already. */
  readonly written?: DetectedLanguage;
  /** Names of the shop this conversation belongs to; null while that is not known. */
  readonly shop: ShopMarks | null;
  readonly otherShops: readonly ShopMarks[];
  /** Signs of currencies; without them amounts are not compared. */
  readonly currencies?: CurrencyTable;
}
