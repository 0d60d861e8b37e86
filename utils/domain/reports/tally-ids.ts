/** How counts are found: by what they are of, by day or month, by shop and by who they are of. */
import type { AgentId, ShopId } from '../ids';

/**
 * What a row counts. `records`: what records say; `products`: of that, by product; `places`: by product and country;
 * `agents`: what one agent did on this device; `sent`: the messages of all agents, for pictures over time.
 */
export type Sheet = 'records' | 'products' | 'places' | 'agents' | 'sent';

/** How long a row counts. */
export type Grain = 'day' | 'month';

const SEPARATOR = '\t';
const TITLE = '=';

/** Whose counts a row holds, and when: a day, `YYYY-MM-DD`, or a month, `YYYY-MM`. */
export interface TallyPlace {
  readonly period: string;
  readonly shopId: ShopId;
  /** Missing for counts of records. */
  readonly agentId?: AgentId;
}

/** The month of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

// Months stand apart from days: as text, a month would lie among its own days.
const prefixOf = (sheet: Sheet, grain: Grain): string => (grain === 'day' ? `${sheet}:` : `${sheet}-months:`);

/** Id of the counts of one sheet in one period, shop and agent. */
export const tallyId = (sheet: Sheet, grain: Grain, { period, shopId, agentId = '' as AgentId }: TallyPlace): string =>
  prefixOf(sheet, grain) + [period, shopId, agentId].join(SEPARATOR);

/** What an id says. */
export const tallyPlace = (id: string): TallyPlace => {
  const [period = '', shopId = '', agentId = ''] = id.slice(id.indexOf(':') + 1).split(SEPARATOR);
  return { period, shopId: shopId as ShopId, ...(agentId === '' ? {} : { agentId: agentId as AgentId }) };
};

/** Bounds of the ids of some days or months of a sheet, both included. */
export const tallyRange = (sheet: Sheet, grain: Grain, from: string, to: string): readonly [string, string] => [
  prefixOf(sheet, grain) + from,
  `${prefixOf(sheet, grain)}${to}${SEPARATOR}\uffff`,
];

/** Id of the row with the title of a product. */
export const titleId = (product: string): string => TITLE + product;

/** The product a row with a title is about. */
export const titleOfId = (id: string): string => id.slice(TITLE.length);

/** Bounds of the ids of all titles, both included. */
export const titleRange = [TITLE, `${TITLE}\uffff`] as const;
