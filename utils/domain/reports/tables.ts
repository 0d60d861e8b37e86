/** The reports as tables: what each shows of the counts of some days, beside the days before. */
import { addTo, cellOf, countIn, countsBy, type Cells, type OpenCells } from './cells';

/** What the rows of a table are, so that each is called by its name. */
export type RowKind =
  | 'intent'
  | 'lang'
  | 'hour'
  | 'template'
  | 'rule'
  | 'product'
  | 'country'
  | 'reason'
  | 'stars'
  | 'currency'
  | 'follow-up'
  | 'department'
  | 'shop'
  | 'agent';

/** What stands in a column. `money` is in hundredths; an `estimate` was worked out and is no whole number. */
export type ColumnKind = 'count' | 'share' | 'money' | 'stars' | 'estimate';

/** A column of a table. */
export interface ReportColumn {
  readonly id: string;
  readonly kind: ColumnKind;
}

/** A row: what it is about, and a value for each column; null where there is nothing to divide by. */
export interface ReportRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** One report. */
export interface ReportTable {
  readonly id: string;
  readonly rowKind: RowKind;
  readonly columns: readonly ReportColumn[];
  /** The most first. */
  readonly rows: readonly ReportRow[];
  /** How many things it is about. */
  readonly n: number;
}

/** Counts of the days of a report, and of as many days before. */
export interface Compared {
  readonly now: Cells;
  readonly before: Cells;
}

const part = (count: number, of: number): number | null => (of === 0 ? null : count / of);

const byName = (cells: Cells, what: string, by: string): ReadonlyMap<string, number> =>
  new Map(countsBy(cells, what, by).map(({ names, count }) => [names[0] ?? '', count]));

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);

const NOW: ReportColumn = { id: 'now', kind: 'count' };
const SHARE: ReportColumn = { id: 'share', kind: 'share' };
const BEFORE: ReportColumn = { id: 'before', kind: 'count' };

/** How often each was counted, its share, and how often before. */
const countTable = (id: string, rowKind: RowKind, what: string, { now, before }: Compared): ReportTable => {
  const counts = byName(now, what, rowKind);
  const earlier = byName(before, what, rowKind);
  const n = sum(counts);
  const names = [...new Set([...counts.keys(), ...earlier.keys()])];
  const rows = names
    .map((name): ReportRow => {
      const count = counts.get(name) ?? 0;
      return { name, values: [count, part(count, n), earlier.get(name) ?? 0] };
    })
    .sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || (a.name < b.name ? -1 : 1));
  return { id, rowKind, columns: [NOW, SHARE, BEFORE], rows, n };
};

/** How often something happened to what was ordered, and of how many orders. */
const rateTable = (
  id: string,
  rowKind: 'product' | 'country',
  what: string,
  { now, before }: Compared,
): ReportTable => {
  const [counts, earlier] = [byName(now, what, rowKind), byName(before, what, rowKind)];
  const [orders, ordersBefore] = [byName(now, 'order', rowKind), byName(before, 'order', rowKind)];
  const rows = [...counts].map(([name, count]): ReportRow => {
    const of = orders.get(name) ?? 0;
    const rate = part(count, of);
    return { name, values: [count, of, rate, part(earlier.get(name) ?? 0, ordersBefore.get(name) ?? 0)] };
  });
  const columns: readonly ReportColumn[] = [
    NOW,
    { id: 'orders', kind: 'count' },
    { id: 'rate', kind: 'share' },
    { id: 'rate-before', kind: 'share' },
  ];
  return { id, rowKind, columns, rows, n: sum(counts) };
};

/** Mean of the stars of each, of reviews and feedback alike; reviews belong to no country. */
const starsTable = (id: string, rowKind: 'product' | 'country', { now, before }: Compared): ReportTable => {
  const meansOf = (cells: Cells): ReadonlyMap<string, { readonly n: number; readonly total: number }> => {
    const means = new Map<string, { n: number; total: number }>();
    for (const what of ['review', 'feedback'])
      for (const { names, count } of countsBy(cells, what, `${rowKind}-stars`)) {
        const [name = '', stars = ''] = names;
        const { n, total } = means.get(name) ?? { n: 0, total: 0 };
        means.set(name, { n: n + count, total: total + count * Number(stars) });
      }
    return means;
  };
  const [means, earlier] = [meansOf(now), meansOf(before)];
  const meanOf = (one?: { readonly n: number; readonly total: number }) => (one ? part(one.total, one.n) : null);
  const rows = [...means]
    .map(([name, mean]): ReportRow => ({ name, values: [mean.n, meanOf(mean), meanOf(earlier.get(name))] }))
    .sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || (a.name < b.name ? -1 : 1));
  const columns: readonly ReportColumn[] = [NOW, { id: 'stars', kind: 'stars' }, { id: 'stars-before', kind: 'stars' }];
  return { id, rowKind, columns, rows, n: [...means.values()].reduce((all, { n }) => all + n, 0) };
};

const bothStars = ({ now, before }: Compared): ReportTable => {
  const joined = (cells: Cells): Cells => {
    const both: OpenCells = new Map();
    for (const what of ['review', 'feedback'])
      for (const { names, count } of countsBy(cells, what, 'stars'))
        addTo(both, cellOf('rated', 'stars', names[0] ?? ''), count);
    return Object.fromEntries(both);
  };
  const table = countTable('stars', 'stars', 'rated', { now: joined(now), before: joined(before) });
  return { ...table, rows: [...table.rows].sort((a, b) => Number(b.name) - Number(a.name)) };
};

const moneyTable = (id: string, what: string, { now, before }: Compared): ReportTable => {
  const [counts, earlier] = [byName(now, what, 'currency'), byName(before, what, 'currency')];
  const names = [...new Set([...counts.keys(), ...earlier.keys()])].sort();
  return {
    id,
    rowKind: 'currency',
    columns: [
      { id: 'now', kind: 'money' },
      { id: 'before', kind: 'money' },
    ],
    rows: names.map((name) => ({ name, values: [counts.get(name) ?? 0, earlier.get(name) ?? 0] })),
    n: counts.size,
  };
};

/** What was done in time, late, or not at all until its time was over; what still has time is not among it. */
const followUpTable = ({ now }: Compared, today: Cells): ReportTable => {
  const [done, late, open] = ['follow-up-done', 'follow-up-late', 'follow-up-open'].map((what) =>
    byName(now, what, 'kind'),
  );
  const stillOpen = byName(today, 'follow-up-open', 'kind');
  const missed = new Map(
    [...open!]
      .map(([name, count]) => [name, count - (stillOpen.get(name) ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
  const names = [...new Set([...done!.keys(), ...late!.keys(), ...missed.keys()])];
  const rows = names.map((name): ReportRow => {
    const counts = [done!, late!, missed].map((of) => of.get(name) ?? 0);
    const all = counts.reduce((sum_, one) => sum_ + one, 0);
    return { name, values: [all, ...counts, part(counts[0] ?? 0, all)] };
  });
  rows.sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || (a.name < b.name ? -1 : 1));
  return {
    id: 'follow-ups',
    rowKind: 'follow-up',
    columns: [
      NOW,
      { id: 'on-time', kind: 'count' },
      { id: 'late', kind: 'count' },
      { id: 'missed', kind: 'count' },
      { id: 'on-time-share', kind: 'share' },
    ],
    rows,
    n: rows.reduce((all, { values }) => all + (values[0] ?? 0), 0),
  };
};

/** Rules that were broken while a message was written: mended before it was sent, or sent all the same. */
const rulesTable = ({ now }: Compared): ReportTable => {
  const [mended, despite] = [byName(now, 'mended', 'rule'), byName(now, 'despite', 'rule')];
  const rows = [...new Set([...mended.keys(), ...despite.keys()])].map((name): ReportRow => {
    const [fixed, sent] = [mended.get(name) ?? 0, despite.get(name) ?? 0];
    return { name, values: [fixed + sent, fixed, sent] };
  });
  rows.sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || (a.name < b.name ? -1 : 1));
  return {
    id: 'rules',
    rowKind: 'rule',
    columns: [NOW, { id: 'mended', kind: 'count' }, { id: 'despite', kind: 'count' }],
    rows,
    n: rows.reduce((all, { values }) => all + (values[0] ?? 0), 0),
  };
};

/** Replies that were used, and how often they were worded otherwise before they were sent. */
const templateTable = (compared: Compared): ReportTable => {
  const table = countTable('templates', 'template', 'sent', compared);
  const edited = byName(compared.now, 'edited', 'template');
  return {
    ...table,
    columns: [...table.columns, { id: 'edited', kind: 'count' }, { id: 'edited-share', kind: 'share' }],
    rows: table.rows.map(({ name, values }) => {
      const count = edited.get(name) ?? 0;
      return { name, values: [...values, count, part(count, values[0] ?? 0)] };
    }),
  };
};

const hourTable = (compared: Compared): ReportTable => {
  const table = countTable('hours', 'hour', 'sent', compared);
  return { ...table, rows: [...table.rows].sort((a, b) => Number(a.name) - Number(b.name)) };
};

/** A part of the reports page, with its reports in the order they are shown. */
export interface ReportPart {
  readonly id: 'messages' | 'check' | 'experience' | 'sales';
  readonly tables: readonly ReportTable[];
}

/** All reports of some days. `today`: the counts of a day that is not over, in which what is open was not missed yet. */
export const reportParts = (compared: Compared, today: Cells): readonly ReportPart[] => [
  {
    id: 'messages',
    tables: [
      countTable('intents', 'intent', 'sent', compared),
      countTable('languages', 'lang', 'sent', compared),
      hourTable(compared),
      templateTable(compared),
      followUpTable(compared, today),
    ],
  },
  { id: 'check', tables: [rulesTable(compared)] },
  {
    id: 'experience',
    tables: [
      bothStars(compared),
      starsTable('product-stars', 'product', compared),
      starsTable('country-stars', 'country', compared),
      rateTable('product-returns', 'product', 'return', compared),
      rateTable('country-returns', 'country', 'return', compared),
      countTable('return-reasons', 'reason', 'return', compared),
      moneyTable('refunds', 'refund-money', compared),
      rateTable('product-claims', 'product', 'claim', compared),
      countTable('reported-departments', 'department', 'reported', compared),
      countTable('reported-products', 'product', 'reported', compared),
    ],
  },
  {
    id: 'sales',
    tables: [
      countTable('products', 'product', 'order', compared),
      countTable('countries', 'country', 'order', compared),
      moneyTable('money', 'order-money', compared),
    ],
  },
];

/** How many of some were something; both are shown wherever the share is. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** The share of one cell in another. */
export const shareIn = (cells: Cells, count: string, of: string): Share => ({
  count: countIn(cells, count),
  of: countIn(cells, of),
});
