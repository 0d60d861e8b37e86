/** What went wrong with each product, and how often it was sold, day by day. */
import { dayAfter } from '../worklog/days';
import type { Cells } from './cells';

/** What can pile up with a product. `claim`: A-to-z claims and disputes; `low-stars`: ratings of one or two stars. */
export const radarKinds = ['return', 'claim', 'low-stars', 'reported'] as const;

export type RadarKind = (typeof radarKinds)[number];

/** A product, or a product in one country. */
export interface RadarScope {
  readonly product: string;
  readonly country?: string;
}

/** One number a day of a product; the last number is of the last day. */
export interface DayCounts {
  readonly scope: RadarScope;
  readonly counts: Float64Array;
}

/** By the key of the scope. */
export type DaySeries = ReadonlyMap<string, DayCounts>;

const LOW_STARS = 2;
const SEPARATOR = '|';

// Which cells are what; `order` and `rated` are what cases are measured against.
const KIND_OF: Readonly<Record<string, RadarKind | 'order' | undefined>> = {
  order: 'order',
  return: 'return',
  claim: 'claim',
  dispute: 'claim',
  reported: 'reported',
};

/** The key of a scope. */
export const scopeKey = ({ product, country = '' }: RadarScope): string => product + SEPARATOR + country;

/** Whether the radar looks at a cell. */
export const isOfRadar = (cell: string): boolean => {
  const [what = '', by] = cell.split(SEPARATOR, 2);
  return by === 'product-stars' || ((by === 'product' || by === 'product-country') && KIND_OF[what] !== undefined);
};

/** Reads the `length` days that end with `to`; days outside, also in the future, are left out. */
export const radarSeries = (
  days: readonly { readonly day: string; readonly cells: Cells }[],
  to: string,
  length: number,
): Readonly<Record<RadarKind | 'order' | 'rated', DaySeries>> => {
  const series = {
    order: new Map(),
    rated: new Map(),
    return: new Map(),
    claim: new Map(),
    'low-stars': new Map(),
    reported: new Map(),
  } as Record<RadarKind | 'order' | 'rated', Map<string, DayCounts>>;
  const add = (kind: RadarKind | 'order' | 'rated', scope: RadarScope, at: number, count: number): void => {
    const key = scopeKey(scope);
    const found = series[kind].get(key) ?? { scope, counts: new Float64Array(length) };
    series[kind].set(key, found);
    found.counts[at]! += count;
  };
  const places = new Map(Array.from({ length }, (_, at) => [dayAfter(to, at - length + 1), at]));
  for (const { day, cells } of days) {
    const at = places.get(day);
    if (at === undefined) continue;
    for (const [cell, count] of Object.entries(cells)) {
      const [what = '', by, product = '', which = ''] = cell.split(SEPARATOR);
      if (by === 'product-stars') {
        add('rated', { product }, at, count);
        if (Number(which) <= LOW_STARS) add('low-stars', { product }, at, count);
      }
      const kind = KIND_OF[what];
      if (kind === undefined) continue;
      if (by === 'product') add(kind, { product }, at, count);
      if (by === 'product-country') add(kind, { product, country: which }, at, count);
    }
  }
  return series;
};
