import type { MarketId } from '../domain/ids';
import { found, lacking, type Field } from '../page/field';
import { aliasesOf } from './aliases-of';
import { unplaced } from './bubble-places';
import type { MarketAdapter, PracticeScreen, Thread } from './contract';
import { createHealthBook } from './page-health';

/** Longest message a marketplace takes, in UTF-16 units, as its own adapter has it. */
const longest = (market: string | undefined): number => (market === 'aliexpress' ? 2_000 : 4_000);

const orMissing = <T>(value: T | null | undefined, field: string): Field<T> =>
  value === null || value === undefined ? lacking('missing', field) : found(value);

/** Reads the practice page as another adapter reads a seller page; the marketplace is that of the open conversation. */
export function createPracticeDesk(screen: PracticeScreen, fallback: MarketId): MarketAdapter {
  const health = createHealthBook();
  return {
    get id() {
      return screen.open()?.market ?? fallback;
    },
    get maxMessageLength() {
      return longest(screen.open()?.market);
    },
    pageKind: () => (screen.open() ? 'thread' : 'none'),
    shop: () => orMissing(screen.open()?.shop, 'shop'),
    readThread() {
      health.reset();
      const shown = screen.open();
      const thread = shown && { ...shown.thread, bubbles: shown.bubbles.map(unplaced) };
      return health.note('thread', orMissing<Thread>(thread, 'thread'), 'required');
    },
    // A question before the sale has no order, which is no fault of the page.
    readOrder: () => orMissing(screen.open()?.order, 'order'),
    country: () => orMissing(screen.open()?.country, 'country'),
    aliases: aliasesOf,
    findComposer: () => health.note('composer', orMissing<HTMLElement>(screen.composer(), 'composer'), 'required'),
    tookText: (_doc, box, text) => box instanceof HTMLTextAreaElement && box.value === text,
    slot: (name) =>
      orMissing<Element>(name === 'composer' ? screen.block() : screen.open()?.bubbles.at(-1)?.element, name),
    sending: () => {
      const send = screen.sendButton();
      return { controls: send ? [send] : [], byEnter: false };
    },
    onSent: (_doc, signal, sent) => screen.onSent(() => sent({ kind: 'message' }), signal),
    health: () => health.list(),
  };
}
