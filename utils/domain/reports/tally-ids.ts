/** How counts are found: by day, shop and who they are of. */
import type { AgentId, ShopId } from '../ids';

const SEPARATOR = '\t';
// Sorts behind every day.
const TITLE = '=';

/** Whose counts a row holds; without an agent, those of records. */
export interface TallyPlace {
  readonly day: string;
  readonly shopId: ShopId;
  readonly agentId?: AgentId;
}

/** Id of the counts of one day, shop and agent. */
export const tallyId = ({ day, shopId, agentId = '' as AgentId }: TallyPlace): string =>
  [day, shopId, agentId].join(SEPARATOR);

/** What an id says. */
export const tallyPlace = (id: string): TallyPlace => {
  const [day = '', shopId = '', agentId = ''] = id.split(SEPARATOR);
  return { day, shopId: shopId as ShopId, ...(agentId === '' ? {} : { agentId: agentId as AgentId }) };
};

/** Bounds of the ids of some days, both included. */
export const tallyRange = (from: string, to: string): readonly [string, string] => [from, `${to}${SEPARATOR}\uffff`];

/** Id of the row with the title of a product. */
export const titleId = (product: string): string => TITLE + product;

/** The product a row with a title is about. */
export const titleOfId = (id: string): string => id.slice(TITLE.length);

/** Bounds of the ids of all titles, both included. */
export const titleRange = [TITLE, `${TITLE}\uffff`] as const;
