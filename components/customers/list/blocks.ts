import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { BuyerLine, BuyerPage } from '@/utils/app/buyers-api';

/** One page of the list; its lines are there only while it is near the screen. */
export interface Block {
  readonly id: number;
  /** Where it begins; missing for the first. */
  readonly cursor?: string;
  readonly lines: readonly BuyerLine[] | null;
  /** How many lines it had when it was read last. */
  readonly count: number;
  /** How high it was when it left the screen; 0 while it never did. Units: px. */
  readonly height: number;
  readonly isStale: boolean;
}

/** What is known of the list now. */
export interface BlocksView {
  readonly blocks: readonly Block[];
  readonly hasMore: boolean;
  readonly isReading: boolean;
  /** Whether there was an answer for this list. */
  readonly isKnown: boolean;
  readonly problem: ApiProblem | null;
  /** How far the search is prepared, 0 to 1; missing when it is ready. */
  readonly prepared?: number;
}

/** How a page is read. */
export type ReadPage = (cursor: string | undefined) => ApiResult<BuyerPage>;

const noLines = { lines: null, count: 0, height: 0, isStale: true } as const;

/**
 * A list of any length, of which only what is near the screen is held: pages are read by cursor, one after the other,
 * and let go of when they are far away. Where a page ends differently than before, the next one is read anew, so that
 * nothing is lost or shown twice when records move up.
 */
export function openBlocks(read: ReadPage) {
  let view: BlocksView = {
    blocks: [{ id: 0, ...noLines }],
    hasMore: false,
    isReading: false,
    isKnown: false,
    problem: null,
  };
  let next: string | undefined;
  let newId = 1;
  let near = { first: 0, last: 0 };
  let isPumping = false;
  let isClosed = false;
  let changes = 0;
  let keeps = (_: Block): boolean => false;
  const listeners = new Set<() => void>();
  const show = (change: Partial<BlocksView>) => {
    view = { ...view, ...change };
    listeners.forEach((listener) => listener());
  };
  const change = (id: number, part: Partial<Block>) =>
    view.blocks.map((block) => (block.id === id ? { ...block, ...part } : block));
  const isNear = (at: number): boolean => at >= near.first && at <= near.last;

  const isNew = ({ lines, count }: Block): boolean => lines === null && count === 0;
  const due = (): Block | undefined => view.blocks.find((block, at) => block.isStale && (isNear(at) || isNew(block)));
  /** What is far away keeps its place, not its lines. */
  const letGo = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((block, at) => {
      const isClose = at >= near.first - 1 && at <= near.last + 1;
      if (isClose || block.lines === null || block.height === 0 || keeps(block)) return block;
      return { ...block, lines: null, isStale: true };
    });

  const take = (asked: Block, page: BuyerPage, isStale: boolean) => {
    let blocks = change(asked.id, { lines: page.lines, count: page.lines.length, isStale });
    const at = blocks.findIndex(({ id }) => id === asked.id);
    const follower = blocks[at + 1];
    if (!follower) next = page.next;
    else if (page.next === undefined) {
      blocks = blocks.slice(0, at + 1);
      next = undefined;
    } else if (page.next !== follower.cursor) {
      blocks = blocks.map((block) => (block === follower ? { ...block, cursor: page.next!, isStale: true } : block));
    }
    const { prepared: _, ...rest } = view;
    view = { ...rest, ...(page.prepared === undefined ? {} : { prepared: page.prepared }) };
    show({ blocks: letGo(blocks), hasMore: next !== undefined, isKnown: true, problem: null });
  };
  const pump = async () => {
    if (isPumping) return;
    isPumping = true;
    for (let block = due(); block && !isClosed; block = due()) {
      if (!view.isReading) show({ isReading: true });
      const before = changes;
      const page = await read(block.cursor);
      if (isClosed) return;
      const isSame = view.blocks.some(({ id, cursor }) => id === block?.id && cursor === block.cursor);
      if (!isSame) continue;
      if (!page.ok) {
        show({ problem: page.error });
        break;
      }
      // What changed while it was read may not be in it.
      take(block, page.value, before !== changes);
    }
    isPumping = false;
    show({ isReading: false });
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    view: () => view,
    /** Says which blocks are on screen or close to it; what is missing of them is read. */
    look: (first: number, last: number) => {
      near = { first, last };
      const blocks = letGo(view.blocks);
      if (blocks.some((block, at) => block !== view.blocks[at])) show({ blocks });
      void pump();
    },
    /** Reads the page after the last one. */
    more: () => {
      if (next === undefined || isPumping) return;
      const blocks = [...view.blocks, { id: newId, cursor: next, ...noLines }];
      newId += 1;
      next = undefined;
      near = { ...near, last: blocks.length - 1 };
      show({ blocks, hasMore: false });
      void pump();
    },
    /** Reads everything that is held once more, for example after a change or a problem. */
    again: () => {
      changes += 1;
      show({ blocks: view.blocks.map((block) => (block.isStale ? block : { ...block, isStale: true })) });
      void pump();
    },
    measured: (id: number, height: number) => {
      const block = view.blocks.find((one) => one.id === id);
      // Half a pixel more or less is no news.
      if (block && height > 0 && Math.abs(block.height - height) > 0.5)
        view = { ...view, blocks: change(id, { height }) };
    },
    /** Which blocks are never let go of: the one a person stands in. */
    keep: (test: (block: Block) => boolean) => {
      keeps = test;
    },
    close: () => {
      isClosed = true;
      listeners.clear();
    },
  };
}

/** A list that is read page by page. */
export type Blocks = ReturnType<typeof openBlocks>;
