import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ContentApi } from '@/utils/app/api';
import { createContentClient, type ContentClient } from '@/utils/client/content-client';
import { ok } from '@/utils/domain/result';
import type { Port } from '@/utils/platform/messaging/protocol';
import { servePorts } from '@/utils/platform/messaging/serve-port';
import { announceChange } from '@/utils/platform/settings/change-signal';
import { aContentApi, amazon, aRequest, aView, key } from '../platform/messaging/content-api';
import { aWire } from '../platform/messaging/wire';

const seller = 'https://sellercentral.example';
const disconnected = { ok: false, error: { kind: 'disconnected' } };
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

const clients: ContentClient[] = [];
const { id } = fakeBrowser.runtime;
beforeEach(() => void (fakeBrowser.runtime.id = 'parley'));
afterEach(() => {
  clients.splice(0).forEach((client) => client.dispose());
  fakeBrowser.runtime.id = id;
});

/** A page with a client, and a background that can be stopped: it forgets its ports and starts again when asked. */
const aTab = (api: Partial<ContentApi> = {}) => {
  const served = aContentApi(api);
  const wires: ReturnType<typeof aWire>[] = [];
  let onConnect: (port: Port) => void = () => undefined;
  servePorts({
    onConnect: { addListener: (listener) => (onConnect = listener) },
    createApi: () => served.api,
    marketOf: () => amazon,
    isOff: () => Promise.resolve(false),
  });
  const onGone = vi.fn();
  let isReachable = true;
  const connect = (name: string): Port => {
    if (!isReachable) throw new Error('Extension context invalidated.');
    const wire = aWire({ name, origin: seller });
    wires.push(wire);
    onConnect(wire.background);
    return wire.page;
  };
  const client = createContentClient(amazon, { onGone, connect });
  clients.push(client);
  return {
    client,
    onGone,
    wires,
    names: () => served.asked.map((call) => call.name),
    stopWorker: () => wires.at(-1)?.cut(),
    sleep: () => wires.at(-1)?.fallSilent(),
    reloadExtension: () => {
      isReachable = false;
      fakeBrowser.runtime.id = undefined as unknown as string;
    },
  };
};

const wake = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

describe('the client of a seller page', () => {
  test('asks over one port and keeps answers apart', async () => {
    const { client, wires } = aTab();
    const [one, two] = await Promise.all([client.openThread(aRequest('t1')), client.openThread(aRequest('t2'))]);
    expect([one, two]).toEqual([ok(aView('t1')), ok(aView('t2'))]);
    expect(wires).toHaveLength(1);
  });

  test('has every call of the content API', () => {
    const { client } = aTab();
    expect(Object.keys(client).sort()).toEqual([...Object.keys(aContentApi().api), 'dispose', 'subscribe'].sort());
  });

  test('opens the port again after the worker was stopped, and tells it the thread without being asked', async () => {
    const { client, stopWorker, names, wires } = aTab();
    await client.openThread(aRequest('t1'));
    stopWorker();
    expect((await client.addNote({ buyerKey: key('buyer-of-t1'), text: 'a' })).ok).toBe(true);
    expect(names()).toEqual(['openThread', 'openThread', 'addNote']);
    expect(wires).toHaveLength(2);
  });

  test('passes on why the thread could not be told again', async () => {
    let opened = 0;
    const { client, stopWorker } = aTab({
      openThread: () =>
        Promise.resolve((opened += 1) === 1 ? ok(aView('t1')) : { ok: false, error: { kind: 'storage-full' } }),
    });
    await client.openThread(aRequest('t1'));
    stopWorker();
    expect(await client.saveDraft({ text: 'a' })).toEqual({ ok: false, error: { kind: 'storage-full' } });
  });

  test('answers a call for the thread it was made for, although another is on screen by then', async () => {
    const saved: string[] = [];
    let open = '';
    const { client, stopWorker } = aTab({
      openThread: (request) => {
        open = request.threadKey;
        return Promise.resolve(ok(aView(request.threadKey)));
      },
      saveDraft: ({ text }) => {
        saved.push(`${open}: ${text}`);
        return Promise.resolve(ok(null));
      },
    });
    await client.openThread(aRequest('t1'));
    stopWorker();
    const saving = client.saveDraft({ text: 'for the first buyer' });
    const opening = client.openThread(aRequest('t2'));
    await Promise.all([saving, opening]);
    expect(saved).toEqual(['t1: for the first buyer']);
    await client.saveDraft({ text: 'for the second' });
    expect(saved.at(-1)).toBe('t2: for the second');
  });

  test('finds nothing for a call before any thread', async () => {
    expect(await aTab().client.saveDraft({ text: 'a' })).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  test('asks once more when the worker stops before the answer', async () => {
    let asked = 0;
    const { client, stopWorker, names } = aTab({
      openThread: (request) =>
        (asked += 1) === 1 ? new Promise(() => undefined) : Promise.resolve(ok(aView(request.threadKey))),
    });
    const answer = client.openThread(aRequest('t1'));
    await soon();
    stopWorker();
    expect(await answer).toEqual(ok(aView('t1')));
    expect(names()).toEqual(['openThread', 'openThread']);
  });

  test('gives up after the second try', async () => {
    const { client, stopWorker } = aTab({ openThread: () => new Promise(() => undefined) });
    const answer = client.openThread(aRequest('t1'));
    await soon();
    stopWorker();
    await soon();
    stopWorker();
    expect(await answer).toEqual(disconnected);
  });

  test('never adds a note twice', async () => {
    const { client, stopWorker, names } = aTab({ addNote: () => new Promise(() => undefined) });
    await client.openThread(aRequest('t1'));
    const answer = client.addNote({ buyerKey: key('buyer-of-t1'), text: 'a' });
    await soon();
    stopWorker();
    expect(await answer).toEqual(disconnected);
    expect(names()).toEqual(['openThread', 'addNote']);
  });

  test('sends over a new port when the old one died without a word', async () => {
    const { client, sleep, names } = aTab();
    await client.openThread(aRequest('t1'));
    sleep();
    expect((await client.addNote({ buyerKey: key('buyer-of-t1'), text: 'a' })).ok).toBe(true);
    expect(names()).toEqual(['openThread', 'openThread', 'addNote']);
  });

  test('asks again what was lost while the page slept', async () => {
    let asked = 0;
    const { client, sleep } = aTab({
      openThread: (request) =>
        (asked += 1) === 1 ? new Promise(() => undefined) : Promise.resolve(ok(aView(request.threadKey))),
    });
    const answer = client.openThread(aRequest('t1'));
    await soon();
    sleep();
    wake(false);
    await soon();
    expect(asked).toBe(1);
    wake(true);
    expect(await answer).toEqual(ok(aView('t1')));
  });
});

describe('after the extension was reloaded', () => {
  test('the old client says so once and answers "disconnected"', async () => {
    const { client, stopWorker, reloadExtension, onGone } = aTab();
    await client.openThread(aRequest('t1'));
    reloadExtension();
    stopWorker();
    expect(onGone).toHaveBeenCalledTimes(1);
    expect(await client.saveDraft({ text: 'a' })).toEqual(disconnected);
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  test('it is noticed at the next call when the port had been closed before', async () => {
    const { client, stopWorker, reloadExtension, onGone } = aTab();
    await client.openThread(aRequest('t1'));
    stopWorker();
    reloadExtension();
    expect(await client.saveDraft({ text: 'a' })).toEqual(disconnected);
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  test('it is noticed although the port closes before the API is gone', async () => {
    const { client, stopWorker, reloadExtension, onGone } = aTab();
    await client.openThread(aRequest('t1'));
    vi.useFakeTimers();
    stopWorker();
    reloadExtension();
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  test('calls that wait are answered', async () => {
    const { client, stopWorker, reloadExtension } = aTab({ openThread: () => new Promise(() => undefined) });
    const answer = client.openThread(aRequest('t1'));
    await soon();
    reloadExtension();
    stopWorker();
    expect(await answer).toEqual(disconnected);
  });
});

describe('subscriptions', () => {
  test('hear changes of their topic only, until they are ended', async () => {
    const { client } = aTab();
    const [mine, other] = [vi.fn(), vi.fn()];
    const stop = client.subscribe('buyer:1', mine);
    client.subscribe('buyer:2', other);
    await announceChange(['buyer:1', 'settings']);
    expect([mine.mock.calls.length, other.mock.calls.length]).toEqual([1, 0]);
    stop();
    await announceChange(['buyer:1']);
    expect(mine).toHaveBeenCalledTimes(1);
  });

  test('are called when the page wakes up, for it has heard nothing in its sleep', () => {
    const { client } = aTab();
    const heard = vi.fn();
    client.subscribe('buyer:1', heard);
    wake(true);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('end with the client, and so do its calls', async () => {
    const { client, onGone } = aTab({ openThread: () => new Promise(() => undefined) });
    const heard = vi.fn();
    client.subscribe('buyer:1', heard);
    const waiting = client.openThread(aRequest());
    await soon();
    client.dispose();
    await announceChange(['buyer:1']);
    wake(true);
    expect(heard).not.toHaveBeenCalled();
    expect([await waiting, await client.openThread(aRequest())]).toEqual([disconnected, disconnected]);
    expect(onGone).not.toHaveBeenCalled();
  });
});
