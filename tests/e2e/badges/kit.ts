/** What runs in the isolated world of the badge tests: the list script over a plain reader of the replica's session list. */
import { watchList } from '@/components/content/lists/watch-list';
import type { ListRequest, ListView, PageVisit, RowFacts } from '@/utils/app/api';
import { brandAs } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import type { FieldHealth, ListRow, MarketLists } from '@/utils/marketplaces/contract';

/** What a test knows of a session: by name and last words. */
export interface KnownRow {
  readonly since?: string;
  readonly facts?: Omit<RowFacts, 'key'>;
}

/** How the script is started. */
export interface KitOptions {
  readonly css: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly uiLang: string;
  readonly known: Readonly<Record<string, KnownRow>>;
  /** Time the background takes to answer. Units: milliseconds. */
  readonly answerMs: number;
}

/** A badge as a person sees it. */
export interface SeenBadge {
  readonly text: string;
  readonly row: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const roots: ShadowRoot[] = [];
const attach = Element.prototype.attachShadow;
// The layer's root is closed; this world made it, so this world may remember it.
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  roots.push(root);
  return root;
};

const fields: readonly FieldHealth[] = [{ field: 'rows', state: 'ok', required: true, candidate: 0 }];

/** A session's row in the replica. */
const rowElements = (): readonly Element[] => [...document.querySelectorAll('.session')];
const textOf = (row: Element, css: string): string => row.querySelector(css)?.textContent?.trim() ?? '';
export const keyOf = (row: Element): string => `${textOf(row, 'b')}|${textOf(row, '.session-last')}`;

const asked: ListRequest[] = [];
const visits: Omit<PageVisit, 'marketplace' | 'at'>[] = [];
let reads = 0;
let options: KitOptions;
let life = new AbortController();

const missing = { ok: false, problem: { kind: 'missing', field: 'none' } } as const;

const readSessions = (): readonly ListRow[] =>
  rowElements().map((element) => {
    const key = keyOf(element);
    const since = options.known[key]?.since;
    return {
      element,
      key,
      aliases: [{ kind: 'display-name', value: textOf(element, 'b'), strong: false }],
      lastText: textOf(element, '.session-last'),
      ...(since ? { isWaiting: true, since } : {}),
    };
  });

const lists: MarketLists = {
  id: brandAs<'MarketId'>('aliexpress'),
  pageKind: () => 'thread',
  shop: () => missing,
  readOrders: () => missing,
  readEvents: () => missing,
  readReviewRequest: () => missing,
  readRows: () => {
    reads += 1;
    return { ok: true, value: readSessions(), candidate: 0, source: 'structure' };
  },
  health: () => fields,
};

const answer = (request: ListRequest): ListView => ({
  shop: { kind: 'ask', choices: [] },
  uiLang: options.uiLang,
  strings: { version: options.uiLang, ...(request.holds.strings ? {} : { entries: options.entries }) },
  rows: request.rows.map(({ key }) => ({ key, ...options.known[key]?.facts })),
  reviews: null,
  kept: { orders: 0, events: 0 },
});

/** Starts the list script in this document. */
export function start(chosen: KitOptions): void {
  options = chosen;
  life = new AbortController();
  watchList({
    lists,
    css: chosen.css,
    reviewCss: '',
    signal: life.signal,
    client: {
      openList: (request) => {
        asked.push(request);
        return new Promise((resolve) => setTimeout(() => resolve(ok(answer(request))), chosen.answerMs));
      },
      reportVisit: (visit) => {
        visits.push(visit);
        return Promise.resolve(ok(null));
      },
      reviewAsked: () => Promise.resolve(ok(null)),
    },
  });
}

export const stop = (): void => life.abort();
export const counts = () => ({ asked: asked.length, reads, visits: visits.length });
export const lastAsked = (): readonly string[] => asked.at(-1)?.rows.map(({ key }) => key) ?? [];

const layerRoot = (): ShadowRoot | undefined => roots.findLast(({ host }) => host.isConnected);

/** The badges that are to be seen now, each with the row it lies on. */
export const badges = (): readonly SeenBadge[] =>
  [...(layerRoot()?.querySelectorAll<HTMLElement>('.badge:not([data-away])') ?? [])].map((badge) => {
    const { left, top, right, bottom } = badge.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const under = rowElements().find((row) => {
      const box = row.getBoundingClientRect();
      return box.top <= middle && box.bottom >= middle && box.left <= left && box.right >= right;
    });
    const shown = [...badge.children].filter((chip) => getComputedStyle(chip).display !== 'none');
    const text = shown.map((chip) => chip.textContent).join(' · ');
    return { text, row: under ? keyOf(under) : '', left, top, right, bottom };
  });

/** What screen readers are told. */
export const spoken = (): readonly string[] =>
  [...(layerRoot()?.querySelectorAll('.said li') ?? [])].map((line) => line.textContent ?? '');
export const theme = (): string | undefined => (layerRoot()?.host as HTMLElement | undefined)?.dataset['theme'];
export const isLayerHidden = (): boolean =>
  layerRoot()?.querySelector('.badge')?.closest('[aria-hidden=true]') !== null;
export const layers = (): number => document.querySelectorAll('parley-badges').length;

const violations: string[] = [];
let frames = 0;
let seen = 0;

/** After every frame: does each badge say what is true of the row it lies on at this moment? */
export function watchEveryFrame(expected: Readonly<Record<string, string>>): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    frames += 1;
    for (const { text, row } of badges()) {
      seen += 1;
      const truth = expected[row] ?? '';
      // A badge that lacks room shows its first chip alone.
      if (text === '' || !truth.startsWith(text)) violations.push(`“${text}” on “${row}”, which is “${truth}”`);
    }
    requestAnimationFrame(next);
  };
  const next = (): void => channel.port2.postMessage(0);
  requestAnimationFrame(next);
}
export const watched = () => ({ frames, seen, violations: violations.slice(0, 5) });

/** Words of the row a badge covers; it must be none where the row has room. */
export const coveredWords = (): readonly string[] =>
  badges().flatMap((badge) =>
    rowElements().flatMap((row) => {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      const covered: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const holder = node.parentElement!.getBoundingClientRect();
        for (const line of range.getClientRects()) {
          const right = Math.min(line.right, holder.right);
          const left = Math.max(line.left, holder.left);
          if (left < badge.right && badge.left < right && line.top < badge.bottom && badge.top < line.bottom)
            covered.push(node.textContent ?? '');
        }
      }
      return covered;
    }),
  );
