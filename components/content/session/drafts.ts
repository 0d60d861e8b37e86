import type { ContentApi } from '@/utils/app/api';

/** A pause in typing after which the draft is kept; long enough that nothing is sent per key. */
const SAVE_AFTER_MS = 1_000;

/** A page that opens another conversation empties its box first; on a slow page it is known only later which it was. */
const DROP_AFTER_MS = 5_000;

/** Keeps what the agent is writing, so that a closed tab costs nothing. */
export interface DraftKeeper {
  /** The text in the composer has changed. */
  changed(text: string): void;
  /** Saves what is pending; called before the conversation changes and when the page goes away. */
  flush(): void;
  /** The message was sent or discarded: its draft is no longer wanted. */
  forget(): void;
}

/** Creates the keeper of one page; the background knows which conversation the port is on. */
export function createDraftKeeper(
  client: Pick<ContentApi, 'saveDraft' | 'dropDraft'>,
  signal: AbortSignal,
  /** What stands in the composer at this moment; undefined without one. */
  read: () => string | undefined = () => undefined,
): DraftKeeper {
  let pending: string | null = null;
  let kept = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What was typed since the last change was heard counts, and a box that was emptied by sending does too. */
  const leave = () => {
    pending = read() ?? pending;
    keeper.flush();
  };
  const save = () => {
    clearTimeout(timer);
    window.removeEventListener('beforeunload', leave);
    if (pending === null) return;
    const text = pending;
    pending = null;
    if (text.trim() !== '') {
      kept = true;
      void client.saveDraft({ text });
    } else if (kept) {
      kept = false;
      void client.dropDraft({});
    }
  };
  const keeper: DraftKeeper = {
    changed(text) {
      const isEmptied = text.trim() === '';
      if (isEmptied && pending !== null && pending.trim() !== '') save();
      pending = text;
      clearTimeout(timer);
      timer = setTimeout(save, isEmptied ? DROP_AFTER_MS : SAVE_AFTER_MS);
      // At `pagehide` the port is closed already and Chromium delivers nothing more. Heard only while something is
      // unsaved, since a page with this listener may be kept out of the back/forward cache.
      window.addEventListener('beforeunload', leave, { signal });
    },
    flush() {
      // A page that clears its box while it switches conversations has not made the agent's draft unwanted.
      if (pending !== null && pending.trim() === '') pending = null;
      save();
      kept = false;
    },
    forget() {
      clearTimeout(timer);
      window.removeEventListener('beforeunload', leave);
      pending = null;
      kept = false;
      void client.dropDraft({});
    },
  };
  window.addEventListener('pagehide', () => keeper.flush(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return keeper;
}
