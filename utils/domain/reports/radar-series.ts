/** What went wrong with each product, and how often it was sold, day by day. */
import { dayAfter } from '../worklog/days';

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
  readonly counts: Int32Array;
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

type SeriesKind = RadarKind | 'order' | 'rated';

/** The key of a scope. */
export const scopeKey = ({ product, country = '' }: RadarScope): string => product + SEPARATOR + country;

const ORDERS_IN_A_PLACE = 'order|product-country|';

/** What the radar looks at, while it is counted day by day. Days outside, also in the future, are left out. */
export class RadarCounts {
  readonly #length: number;
  readonly #places: ReadonlyMap<string, number>;
  readonly #series: Readonly<Record<SeriesKind, Map<string, DayCounts>>> = {
    order: new Map(),
    rated: new Map(),
    return: new Map(),
    claim: new Map(),
    'low-stars': new Map(),
    reported: new Map(),
  };
  /** Products in countries where something went wrong. */
  readonly #wrong = new Set<string>();

  /** For the `length` days that end with `to`. */
  constructor(to: string, length: number) {
    this.#length = length;
    this.#places = new Map(Array.from({ length }, (_, at) => [dayAfter(to, at - length + 1), at]));
  }

  /** The counts by kind. */
  get series(): Readonly<Record<SeriesKind, DaySeries>> {
    return this.#series;
  }

  /** Adds a cell of a day, unless the radar looks at none of it, or it is for `addOrders`. */
  add(day: string, cell: string, count: number): void {
    const at = this.#places.get(day);
    if (at === undefined || cell.startsWith(ORDERS_IN_A_PLACE)) return;
    const [what = '', by, product = '', which = ''] = cell.split(SEPARATOR);
    if (by === 'product-stars') {
      this.#add('rated', { product }, at, count);
      if (Number(which) <= LOW_STARS) this.#add('low-stars', { product }, at, count);
    }
    const kind = KIND_OF[what];
    if (kind === undefined) return;
    if (by === 'product') this.#add(kind, { product }, at, count);
    if (by !== 'product-country') return;
    this.#add(kind, { product, country: which }, at, count);
    this.#wrong.add(scopeKey({ product, country: which }));
  }

  /**
   * Adds orders of a product in a country, once everything that goes wrong has been added: a large desk has tens of
   * thousands of such pairs, and with few of them something does.
   */
  addOrders(day: string, cell: string, count: number): void {
    if (!cell.startsWith(ORDERS_IN_A_PLACE)) return;
    const key = cell.slice(ORDERS_IN_A_PLACE.length);
    const at = this.#places.get(day);
    if (at === undefined || !this.#wrong.has(key)) return;
    const [product = '', country = ''] = key.split(SEPARATOR);
    this.#add('order', { product, country }, at, count);
  }

  #add(kind: SeriesKind, scope: RadarScope, at: number, count: number): void {
    const key = scopeKey(scope);
    const found = this.#series[kind].get(key) ?? { scope, counts: new Int32Array(this.#length) };
    this.#series[kind].set(key, found);
    found.counts[at]! += count;
  }
}
