import type { ApiProblem } from '@/utils/app/api';
import { err, type Result } from '@/utils/domain/result';
import {
  isIdempotent,
  type Answer,
  type Argument,
  type Call,
  type CallName,
  type Port,
  type Value,
  type WireProblem,
} from './protocol';

/** How the in-page half reaches the background. */
export interface RemoteOptions {
  readonly connect: () => Port;
  /** False once the extension was reloaded or removed: this script can reach nothing any more. */
  readonly isAlive: () => boolean;
  /** Called once when that is noticed. */
  readonly onGone: () => void;
}

/** The in-page half of the port. */
export interface Remote {
  ask<K extends CallName>(name: K, args: Argument<K>): Promise<Result<Value<K>, WireProblem>>;
  /** The port is lost although nobody said so: the page comes back from the back/forward cache. */
  reset(): void;
  dispose(): void;
}

interface Pending {
  readonly call: Call;
  readonly answer: (result: Result<unknown, WireProblem>) => void;
  isSecondTry: boolean;
}

const GONE_CHECK_MS = 500;

const disconnected: Result<never, ApiProblem> = err({ kind: 'disconnected' });

/**
 * Asks over one port that is opened when it is needed and opened again after the background was stopped.
 * Never rejects: `disconnected` when there is no answer to be had.
 */
export const createRemote = ({ connect, isAlive, onGone }: RemoteOptions): Remote => {
  const pending = new Map<number, Pending>();
  let port: Port | null = null;
  let lastId = 0;
  let isClosed = false;

  const settle = (id: number, result: Result<unknown, WireProblem>): void => {
    const answer = pending.get(id)?.answer;
    pending.delete(id);
    answer?.(result);
  };

  const close = (): void => {
    isClosed = true;
    port?.disconnect();
    port = null;
    for (const id of [...pending.keys()]) settle(id, disconnected);
  };

  const vanish = (): void => {
    if (isClosed) return;
    port = null;
    close();
    onGone();
  };

  const open = (): Port => {
    const opened = connect();
    opened.onMessage.addListener((message) => {
      const { id, result } = message as Answer;
      settle(id, result);
    });
    opened.onDisconnect.addListener(() => {
      // Chromium closes the ports of a reloaded extension before it takes the API away.
      setTimeout(() => {
        if (!isAlive()) vanish();
      }, GONE_CHECK_MS);
      if (port === opened) lose();
    });
    return opened;
  };

  const send = (entry: Pending): void => {
    pending.set(entry.call.id, entry);
    try {
      port ??= open();
      port.postMessage(entry.call);
    } catch {
      // Either the extension is gone, or the port died without telling; nothing was delivered in both cases.
      port = null;
      if (!isAlive()) vanish();
      else if (entry.isSecondTry) settle(entry.call.id, disconnected);
      else send({ ...entry, isSecondTry: true });
    }
  };

  const lose = (): void => {
    port = null;
    if (!isAlive()) return vanish();
    const waiting = [...pending.values()];
    pending.clear();
    for (const entry of waiting) {
      if (isIdempotent[entry.call.name] && !entry.isSecondTry) send({ ...entry, isSecondTry: true });
      else entry.answer(disconnected);
    }
  };

  return {
    ask: (name, args) =>
      new Promise((resolve) => {
        if (isClosed) return resolve(disconnected);
        lastId += 1;
        // The answer belongs to the call of this id, so its value has this call's type.
        const answer = resolve as Pending['answer'];
        send({ call: { id: lastId, name, args }, answer, isSecondTry: false });
      }),
    reset: () => {
      if (!isClosed) lose();
    },
    dispose: close,
  };
};
