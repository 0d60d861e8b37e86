/** Departments an entry of the work log can be for. */
export const departments = [
  'sales',
  'inventory',
  'product-status',
  'logistics',
  'platform',
  'suggestion',
  'problem',
] as const;
export type Department = (typeof departments)[number];

/** How much an entry presses. */
export const entrySeverities = ['low', 'normal', 'high'] as const;
export type EntrySeverity = (typeof entrySeverities)[number];

/** Longest text of an entry, and longest product. Units: UTF-16 units. */
export const longestEntry = { text: 1_000, product: 200 } as const;
