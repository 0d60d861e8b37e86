import type { ContentApi } from '@/utils/app/api';
import type { PressVerdict, PressWatch } from '@/utils/page/send-press';
import type { AssistantModel, HeldPress } from '../model';
import type { Store } from '../session/store';

/** How long "Send anyway" counts, in ms, for the agent's own next press. */
const FREE_MS = 60_000;
/** One press may come to the page as several events. */
const SAME_PRESS_MS = 1_000;

interface HoldingOptions {
  readonly client: Pick<ContentApi, 'overrideHold'>;
  readonly store: Store<AssistantModel>;
  /** What stands in the text box. */
  readonly read: () => string;
  /** Why this text must not go yet; null when it may. */
  readonly reasons: (text: string) => (HeldPress & { readonly ids: readonly string[] }) | null;
  /** Puts the agent back into the text box. */
  readonly returnToText: () => void;
}

/** Holds a press on the page's send control until the agent has said why it should go. */
export interface Holding {
  readonly watch: Pick<PressWatch, 'verdict' | 'onHeld' | 'onLet'>;
  /** The agent's answer: a reason lets the next press of this text through, null goes back to the message. */
  readonly answer: (reason: string | null) => void;
  /** Another text: the question about the one before is over, and so is its permission. */
  textChanged(text: string): void;
  reset(): void;
}

/** Creates what decides about presses in one document. It dispatches nothing: the agent presses again. */
export function createHolding({ client, store, read, reasons, returnToText }: HoldingOptions): Holding {
  let found: ReturnType<HoldingOptions['reasons']> = null;
  let heldText = '';
  let heldIds: readonly string[] = [];
  let free: { readonly text: string; readonly until: number } | null = null;

  const isFree = (text: string): boolean => free !== null && free.text === text && performance.now() < free.until;
  const close = (): void => {
    if (store.get().held) store.set({ held: null });
  };

  return {
    watch: {
      verdict(): PressVerdict {
        const text = read();
        found = reasons(text);
        if (!found) return 'free';
        return isFree(text) ? 'let-once' : 'wait';
      },
      onHeld() {
        heldText = read();
        heldIds = found?.ids ?? [];
        free = null;
        if (found) store.set({ held: { rules: found.rules }, notice: null });
      },
      onLet() {
        if (free) free = { ...free, until: Math.min(free.until, performance.now() + SAME_PRESS_MS) };
      },
    },
    answer(reason) {
      close();
      if (reason !== null) {
        free = { text: heldText, until: performance.now() + FREE_MS };
        store.set({ notice: { kind: 'press-again' } });
        void client.overrideHold({ rules: heldIds, reason }).then((kept) => {
          // Sending is the agent's decision; that it could not be noted must not stand in its way, only be said.
          // A reason that is none, as one with a telephone number, is no answer.
          if (kept.ok) return;
          if (kept.error.kind === 'invalid') free = null;
          store.set({ notice: { kind: 'problem', problem: kept.error } });
        });
      }
      returnToText();
    },
    textChanged(text) {
      if (text !== heldText) close();
      if (free && free.text !== text) free = null;
    },
    reset() {
      free = null;
      close();
    },
  };
}
