import type { Stranger } from '../replica/strangers';
import type { StrangerReading } from './strangers-world';

/** One field of a page, as scored against what the page says. */
export interface Mark {
  readonly field: string;
  readonly outcome: 'right' | 'wrong' | 'missing';
  /** What was read instead, for people. */
  readonly got?: unknown;
}

// Whose message, order or shop it is must never be wrong.
const grave = /(^|\.)(orderId|buyerName|buyerId|shop|accountId|name)$/;

/** Whether a wrong value there would put something under the wrong buyer, order or shop. */
export const isGrave = ({ field, outcome }: Mark): boolean => outcome === 'wrong' && grave.test(field);

const isNothing = (value: unknown): boolean => value === undefined || value === null;

const mark = (field: string, wanted: unknown, got: unknown): Mark => {
  if (JSON.stringify(wanted) === JSON.stringify(got)) return { field, outcome: 'right' };
  return { field, outcome: isNothing(got) ? 'missing' : 'wrong', got };
};

const markRecord = (path: string, wanted: object, got: object | undefined): readonly Mark[] =>
  Object.entries(wanted).flatMap(([name, value]: [string, unknown]) => {
    const read = (got as Readonly<Record<string, unknown>> | undefined)?.[name];
    if (name !== 'items') return [mark(`${path}.${name}`, value, read)];
    return (value as readonly object[]).flatMap((item, at) =>
      markRecord(`${path}.item${at}`, item, (read as readonly object[] | undefined)?.[at]),
    );
  });

interface Numbered {
  readonly orderId?: string;
  readonly productId?: string;
}

const markList = (name: string, wanted: readonly Numbered[], got: readonly Numbered[]): readonly Mark[] => {
  const keyOf = (one: Numbered): string => one.orderId ?? one.productId ?? '';
  const strays = got.filter((one) => !wanted.some((other) => keyOf(other) === keyOf(one)));
  return [
    ...wanted.flatMap((one, at) =>
      markRecord(
        `${name}${at}`,
        one,
        got.find((other) => keyOf(other) === keyOf(one)),
      ),
    ),
    ...strays.map((one, at): Mark => ({ field: `${name}.stray${at}.orderId`, outcome: 'wrong', got: one })),
  ];
};

const markThread = ({ golden }: Stranger, { thread, country, composer }: StrangerReading): readonly Mark[] => [
  ...(['orderId', 'buyerName', 'buyerLang', 'contactReason'] as const).flatMap((name) =>
    golden[name] === undefined ? [] : [mark(name, golden[name], thread?.[name])],
  ),
  ...(golden.country ? [mark('country', golden.country, country)] : []),
  mark('composer', golden.composer ? 'own' : null, composer),
  ...(golden.bubbles ?? []).flatMap(([side, text], at) => [
    mark(`bubble${at}.side`, side, said(thread)[at]?.side),
    mark(`bubble${at}.text`, text, said(thread)[at]?.text),
  ]),
  ...said(thread)
    .slice(golden.bubbles?.length ?? 0)
    .map((bubble, at): Mark => ({ field: `bubble.stray${at}`, outcome: 'wrong', got: bubble })),
];

const said = (thread: StrangerReading['thread']) => thread?.bubbles.filter(({ side }) => side !== 'note') ?? [];

/** Scores everything that was read of a page. */
export function scorePage(stranger: Stranger, reading: StrangerReading): readonly Mark[] {
  const { golden } = stranger;
  const hasThread = golden.kind === 'thread' || golden.kind === 'contact';
  return [
    mark('kind', golden.kind, reading.kind),
    ...(hasThread ? markThread(stranger, reading) : []),
    ...(golden.orders ? markList('order', golden.orders, reading.orders ?? []) : []),
    ...(golden.events ? markList('event', golden.events, reading.events ?? []) : []),
    ...(golden.review
      ? [
          mark('review.orderId', golden.orderId, reading.review?.orderId),
          mark('review.state', golden.review, reading.review?.state),
        ]
      : []),
    ...shopMarks(stranger, reading),
  ];
}

// A page may leave its shop unsaid, so silence is no fault; a word that is not the shop's is.
const shopMarks = ({ golden }: Stranger, { shops }: StrangerReading): readonly Mark[] =>
  shops.flatMap((shop) =>
    (['accountId', 'name'] as const).flatMap((name) => {
      if (shop[name] === undefined) return [];
      return [mark(`shop.${name}`, golden.shop?.[name], shop[name])];
    }),
  );
