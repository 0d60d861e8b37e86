import { browser } from 'wxt/browser';
import type { ApiProblem, ContentApi } from '../app/api';
import type { MarketId } from '../domain/ids';
import { err, type Result } from '../domain/result';
import {
  isIdempotent,
  portPrefix,
  type Argument,
  type CallName,
  type Port,
  type Value,
} from '../platform/messaging/protocol';
import { createRemote } from '../platform/messaging/remote';
import { listenToChanges } from '../platform/settings/change-signal';

/** The API as a content script sees it. */
export interface ContentClient extends ContentApi {
  /** Calls `fn` after a change of the topic, and after the page slept in the back/forward cache; returns how to stop. */
  subscribe(topic: string, fn: () => void): () => void;
  dispose(): void;
}

/** What the client needs from its page. */
export interface ContentClientOptions {
  /** The extension was reloaded or removed: this interface is an orphan and should take itself away. */
  readonly onGone: () => void;
  readonly connect?: (name: string) => Port;
}

const connectToBackground = (name: string): Port => {
  const port = browser.runtime.connect({ name });
  // Read, or the browser writes "unchecked lastError" into the seller page's console when the page is put to sleep.
  port.onDisconnect.addListener(() => void browser.runtime.lastError);
  return port;
};

/** Makes the client of one document. */
export const createContentClient = (
  market: MarketId,
  { onGone, connect = connectToBackground }: ContentClientOptions,
): ContentClient => {
  const life = new AbortController();
  const { signal } = life;
  const subscribers = new Set<{ readonly topic: string; readonly fn: () => void }>();
  let thread: Argument<'openThread'> | null = null;

  const remote = createRemote({
    connect: () => connect(portPrefix + market),
    // `runtime.id` disappears from content scripts of an extension that was reloaded.
    isAlive: () => Boolean(browser.runtime?.id),
    onGone: () => {
      life.abort();
      onGone();
    },
  });

  const ask = async <K extends CallName>(name: K, args: Argument<K>): Promise<Result<Value<K>, ApiProblem>> => {
    if (name === 'openThread') thread = args as Argument<'openThread'>;
    const asked = thread;
    const plain = (answer: Result<Value<K>, ApiProblem | { readonly kind: 'unknown-thread' }>) =>
      answer.ok || answer.error.kind !== 'unknown-thread' ? (answer as Result<Value<K>, ApiProblem>) : null;
    const first = plain(await remote.ask(name, args));
    if (first !== null) return first;
    if (asked === null) return err({ kind: 'not-found' });
    // The worker was stopped and forgot the thread: tell it again, then ask again; the person notices nothing.
    // All in one turn, so that the call is answered for the thread it was made for, even if another is on screen by now.
    const replaying = remote.ask('openThread', asked);
    const asking = remote.ask(name, args);
    if (thread !== null && thread !== asked) void remote.ask('openThread', thread);
    const [replayed, again] = [await replaying, plain(await asking)];
    if (!replayed.ok && replayed.error.kind !== 'unknown-thread') return err(replayed.error);
    return again ?? err({ kind: 'disconnected' });
  };

  listenToChanges((topics) => {
    for (const { topic, fn } of subscribers) if (topics.includes(topic)) fn();
  }, signal);

  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    remote.reset();
    for (const { fn } of subscribers) fn();
  };
  window.addEventListener('pageshow', onPageShow, { signal });

  const names = Object.keys(isIdempotent) as CallName[];
  const calls = Object.fromEntries(names.map((name) => [name, (args: never) => ask(name, args)]));
  return {
    ...(calls as unknown as ContentApi),
    subscribe: (topic, fn) => {
      const subscriber = { topic, fn };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    dispose: () => {
      life.abort();
      subscribers.clear();
      remote.dispose();
    },
  };
};
