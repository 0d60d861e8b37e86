/** The columns of a list of buyers as people get it. */
export const buyerColumns = [
  'name',
  'shop',
  'country',
  'language',
  'orders',
  'returns',
  'tags',
  'segments',
  'lastSeen',
  'notes',
] as const;

/** One of the columns of a list of buyers. */
export type BuyerColumn = (typeof buyerColumns)[number];
