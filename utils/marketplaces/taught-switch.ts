import { lacking, type Field } from '../page/field';

/** Late panels take up to 8 s; until then a value that stood beside the previous conversation is not believed. */
const STALE_MS = 10_000;
/** So many of the last texts must still stand there in a row for the conversation to be the same. */
const TAIL = 3;

/** What a reading shows of a conversation; undefined is what it does not show. */
export interface ShownParts {
  /** Where the page is and what its address names. */
  readonly address: string;
  readonly texts: readonly string[];
  readonly orderId: string | undefined;
  readonly buyerName: string | undefined;
}

type Part = keyof ShownParts;
type Believed = 'orderId' | 'buyerName';

/** Notices when another conversation has come on screen, part by part, and knows what still belongs to the one before. */
export interface SwitchBook {
  /** Notes a reading of the page; has to come before anything is believed. */
  note(shown: ShownParts): void;
  /** Gives back a value only if it belongs to the conversation on screen. */
  believe<T>(value: Field<T>, name: Believed): Field<T>;
  /** Another one for every conversation and every document; never kept anywhere but in a key. */
  readonly epoch: string;
}

interface Switch {
  /** Units: milliseconds of `performance.now()`. */
  readonly since: number;
  readonly changed: ReadonlySet<Part>;
  readonly before: Readonly<Partial<Record<Believed, string | undefined>>>;
}

/** Whether the last texts of a reading still stand in the next one, which may only have more behind them. */
function goesOn(before: readonly string[], now: readonly string[]): boolean {
  const tail = before.slice(-TAIL);
  const last = now.length - tail.length;
  // Few texts are quickly said by somebody else as well: then nothing may stand before them.
  for (let at = 0; at <= (before.length < TAIL ? Math.min(0, last) : last); at++)
    if (tail.every((text, index) => text === now[at + index])) return true;
  return false;
}

/**
 * Starts an empty book for one page. Pages change the messages, the order and the name one after the other: any of them
 * that changes is another conversation, and what has not changed with it is the previous one's until it does.
 */
export function createSwitchBook(signal: AbortSignal | undefined): SwitchBook {
  let epoch = crypto.randomUUID();
  let seen: ShownParts | undefined;
  let now: Switch = { since: 0, changed: new Set(), before: {} };
  let pressedAt = -Infinity;
  let watched: Document | undefined;

  /** Only a hand opens another conversation while one is still loading. */
  const watchHands = (): void => {
    if (watched === document) return;
    watched = document;
    const onPress = (event: Event): void => {
      if (event.isTrusted) pressedAt = performance.now();
    };
    for (const type of ['pointerdown', 'keydown'])
      document.addEventListener(type, onPress, { capture: true, passive: true, ...(signal && { signal }) });
  };

  const changesTo = (shown: ShownParts, known: ShownParts): ReadonlySet<Part> => {
    const changed = new Set<Part>();
    if (shown.address !== known.address) changed.add('address');
    const isGoingOn = known.texts.length === 0 ? pressedAt < now.since : goesOn(known.texts, shown.texts);
    if (!isGoingOn && (known.texts.length > 0 || shown.texts.length > 0)) changed.add('texts');
    for (const name of ['orderId', 'buyerName'] as const)
      if (shown[name] !== undefined && known[name] !== undefined && shown[name] !== known[name]) changed.add(name);
    return changed;
  };

  return {
    get epoch() {
      return epoch;
    },
    note(shown) {
      watchHands();
      const at = performance.now();
      if (!seen) {
        now = { ...now, since: at };
        seen = shown;
        return;
      }
      const changed = changesTo(shown, seen);
      if (changed.size > 0) {
        epoch = crypto.randomUUID();
        // Parts follow one another within the same change of conversation; a part that changes again is the next one.
        const isSameSwitch =
          now.changed.size > 0 &&
          at - now.since < STALE_MS &&
          pressedAt < now.since &&
          [...changed].every((part) => !now.changed.has(part));
        now = isSameSwitch
          ? { ...now, changed: new Set([...now.changed, ...changed]) }
          : { since: at, changed, before: { orderId: seen.orderId, buyerName: seen.buyerName } };
      }
      // A value that goes away for a moment has not changed.
      seen = { ...shown, orderId: shown.orderId ?? seen.orderId, buyerName: shown.buyerName ?? seen.buyerName };
    },
    believe(value, name) {
      const isStale = value.ok && now.before[name] === value.value && performance.now() - now.since < STALE_MS;
      return isStale ? lacking('disagree', name) : value;
    },
  };
}
