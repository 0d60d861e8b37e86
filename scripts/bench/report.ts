import type { Arm } from './arms';
import type { DomainFigure } from './measure-domain';
import type { Findings } from './run';
import type { Plan } from './plan';
import { median, quantile, spreadOf } from './stats';

/** Weight of one part of a build, as `scripts/lib/measure-sizes.mjs` gives it. */
export interface Weight {
  readonly name: string;
  readonly raw: number;
  readonly gzip: number;
  readonly budget: { readonly gzip: number; readonly raw?: number };
}

interface Row {
  readonly what: string;
  readonly cells: readonly string[];
  readonly budget: string;
  readonly isMet: boolean | null;
}

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const shown = (figure: number): string =>
  Number.isNaN(figure) ? '-' : figure.toFixed(Math.abs(figure) < 10 ? 2 : Math.abs(figure) < 100 ? 1 : 0);

function spread(figures: readonly number[], sign = ''): string {
  if (figures.length === 0) return '-';
  const { median: middle, low, high } = spreadOf(figures);
  const plus = sign === '+' && middle >= 0 ? '+' : '';
  return figures.length === 1 ? plus + shown(middle) : `${plus}${shown(middle)} (${shown(low)} to ${shown(high)})`;
}

function table(title: string, heads: readonly string[], rows: readonly Row[]): void {
  const lines = [
    ['', ...heads, 'budget', ''],
    ...rows.map(({ what, cells, budget, isMet }) => [
      what,
      ...cells,
      budget,
      isMet === null ? '' : isMet ? 'met' : 'NOT MET',
    ]),
  ];
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? [];
  console.log(`\n${title}`);
  for (const line of lines)
    console.log(`  ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}

/** A judgement on a figure that may not exist. */
const within = (figure: number, most: number): boolean | null => (Number.isNaN(figure) ? null : figure <= most);

const arms = ['floor', 'react', 'parley'] as const;
const heads = ['none', 'floor', 'React arm', 'Parley'];

function bytes(parley: readonly Weight[], react: readonly Weight[]): void {
  const rows = parley
    .filter(({ budget, name }) => budget.raw !== undefined || name.includes('in the page'))
    .map(({ name, raw, gzip, budget }) => ({
      what: name,
      cells: [
        `${kb(react.find((one) => one.name === name)?.gzip ?? Number.NaN)} gzip`,
        `${kb(gzip)} gzip, ${kb(raw)} raw`,
      ],
      budget: budget.raw ? `${kb(budget.gzip)} gzip, ${kb(budget.raw)} raw` : `${kb(budget.gzip)} gzip`,
      isMet: gzip <= budget.gzip && raw <= (budget.raw ?? Infinity),
    }));
  table('1  Bytes in the page', ['React arm', 'Parley'], rows);
}

/** Prints every question with its figures and whether its budget is met. */
export function printReport(
  { samples, keys, remarks, browser, rounds }: Findings,
  plan: Plan,
  sizes: { readonly parley: readonly Weight[]; readonly react: readonly Weight[] },
): void {
  const cellsOf = (name: string): readonly string[] => [
    spread(samples.all('none', name)),
    ...arms.map((arm) => spread(samples.added(arm, name), '+')),
  ];
  const addedBy = (arm: Arm['name'], name: string): number => median(samples.added(arm, name));

  bytes(sizes.parley, sizes.react);

  const [small, big] = plan.sizes;
  table(`2  A page with nothing to do, ${small} nodes: script CPU at load, ms`, heads, [
    {
      what: 'none, then added',
      cells: cellsOf('quiet'),
      budget: '+4 ms',
      isMet: within(addedBy('parley', 'quiet'), 4),
    },
  ]);

  const threadRows = plan.sizes.flatMap((size): readonly Row[] => {
    const own = addedBy('parley', `thread ${size}`);
    const ratio = own / addedBy('react', `thread ${size}`);
    const task = median(samples.all('parley', `task ${size}`));
    return [
      {
        what: `${size} nodes, script CPU`,
        cells: cellsOf(`thread ${size}`),
        budget: `0.4 x React (${shown(ratio)} x)`,
        isMet: within(ratio, 0.4),
      },
      { what: `${size} nodes, layout and style`, cells: cellsOf(`thread layout ${size}`), budget: '', isMet: null },
      {
        what: `${size} nodes, longest own task, CPU`,
        cells: ['', '', spread(samples.all('react', `task ${size}`)), spread(samples.all('parley', `task ${size}`))],
        budget: '50 ms',
        isMet: within(task, 50),
      },
      {
        what: `${size} nodes, the same on the wall`,
        cells: [
          '',
          '',
          spread(samples.all('react', `task wall ${size}`)),
          spread(samples.all('parley', `task wall ${size}`)),
        ],
        budget: '',
        isMet: null,
      },
    ];
  });
  const growth = addedBy('parley', `thread ${big}`) / addedBy('parley', `thread ${small}`);
  table(
    `3  A conversation at load, ms (Parley at ${big} nodes costs ${shown(growth)} x of ${small})`,
    heads,
    threadRows,
  );

  const arrival = (what: string, name: string, most: { readonly median?: number; readonly p95: number }): Row => {
    const figures = samples.all('parley', `arrival ${name}`);
    const dom = samples.all('parley', `arrival dom ${name}`);
    const p95 = quantile(figures, 0.95);
    return {
      what: `${what} (${figures.length})`,
      cells: [spread(figures), shown(p95), spread(dom)],
      budget: most.median ? `median ${most.median}, p95 ${most.p95}` : `p95 ${most.p95}`,
      isMet: figures.length === 0 ? null : p95 <= most.p95 && median(figures) <= (most.median ?? Infinity),
    };
  };
  table(
    '4  Buyer bubble to suggestions, wall ms (samples)',
    ['from its paint', 'p95', 'from the DOM'],
    [
      arrival('first conversation of a document', 'first', { median: 150, p95: 250 }),
      arrival('following conversations', 'following', { p95: 100 }),
      arrival('stopped worker', 'stopped', { p95: 400 }),
    ],
  );

  const typing = plan.typing.map(({ characters, findings }): Row => {
    const name = `key ${characters} ${findings}`;
    return {
      what: `${characters} characters, ${findings} findings`,
      cells: [spread(samples.all('none', name)), spread(samples.added('parley', name), '+')],
      budget: '+0.3 ms',
      isMet: within(addedBy('parley', name), 0.3),
    };
  });
  table('5  Per key: script, layout and style CPU, ms', ['none', 'Parley'], typing);

  const storms = plan.sizes.map((size): Row => ({
    what: `${size} nodes`,
    cells: [
      spread(samples.all('none', `storm ${size}`)),
      spread(samples.added('floor', `storm ${size}`), '+'),
      spread(samples.added('parley', `storm ${size}`), '+'),
    ],
    budget: '+130 ms',
    isMet: within(addedBy('parley', `storm ${size}`), 130),
  }));
  table('6  10,000 mutations a second for 5 s: script CPU, ms', ['none', 'floor', 'Parley'], storms);

  const counted = keys.map(({ thread, keys: presses, values }): Row => ({
    what: thread,
    cells: [String(presses), String(values)],
    budget: '4',
    isMet: presses <= 4,
  }));
  table('7  Keys to a complete draft, "where is my order"', ['keys', 'values asked'], counted);

  if (remarks.length > 0) console.log(`\nRemarks\n${[...new Set(remarks)].map((text) => `  ${text}`).join('\n')}`);
  console.log(`\nChromium ${browser}, ${rounds} rounds. Medians with quartiles; differences are paired by round.`);
}

/** Prints what the pure domain costs per call. */
export function printDomain(figures: readonly DomainFigure[]): void {
  const three = (figure: number): string => figure.toFixed(3);
  const rows = figures.map(({ what, spread: { median: middle, low, high }, budget }) => ({
    what,
    cells: [`${three(middle)} (${three(low)} to ${three(high)})`],
    budget: three(budget),
    isMet: within(middle, budget),
  }));
  table('Domain, ms per call: median and quartiles of rounds', ['Parley'], rows);
}
