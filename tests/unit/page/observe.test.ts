import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onQuiet } from '@/utils/page/observe';
import { waitFor } from '@/utils/page/wait-for';

const after = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

let life: AbortController;

beforeEach(() => {
  life = new AbortController();
  document.body.innerHTML = '';
});
afterEach(() => life.abort());

describe('onQuiet', () => {
  it('calls once for many changes, soon after the first', async () => {
    let calls = 0;
    onQuiet([document], life.signal, () => (calls += 1));
    for (let index = 0; index < 50; index += 1) document.body.append(document.createElement('p'));
    await after(60);
    expect(calls).toBe(1);
  });

  it('rests 250 ms between two calls and then tells of what came meanwhile', async () => {
    let calls = 0;
    onQuiet([document], life.signal, () => (calls += 1));
    document.body.append('a');
    await after(60);
    document.body.append('b');
    await after(60);
    expect(calls).toBe(1);
    await after(250);
    expect(calls).toBe(2);
  });

  it('hears changes inside a shadow root that is handed to it later', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    let calls = 0;
    const quiet = onQuiet([document], life.signal, () => (calls += 1));
    root.append('unheard');
    await after(60);
    expect(calls).toBe(0);
    quiet.add(root);
    root.append('heard');
    await after(60);
    expect(calls).toBe(1);
  });

  it('is silent after its signal has ended', async () => {
    let calls = 0;
    onQuiet([document], life.signal, () => (calls += 1));
    document.body.append('a');
    life.abort();
    await after(60);
    expect(calls).toBe(0);
  });
});

describe('waitFor', () => {
  const options = (timeoutMs: number) => ({ signal: life.signal, timeoutMs, roots: [document] });

  it('answers at once when the thing is there', async () => {
    expect(await waitFor(() => document.body, options(10))).toEqual({ ok: true, value: document.body });
  });

  it('finds what appears later', async () => {
    const found = waitFor(() => document.querySelector('textarea'), options(1000));
    setTimeout(() => document.body.append(document.createElement('textarea')), 20);
    expect((await found).ok).toBe(true);
  });

  it('finds what no observer sees, such as a shadow root that an element gets later', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const found = waitFor(() => host.shadowRoot, options(2000));
    setTimeout(() => host.attachShadow({ mode: 'open' }), 20);
    expect((await found).ok).toBe(true);
  });

  it('gives up after its time, and at once when its signal ends', async () => {
    expect(await waitFor(() => null, options(30))).toEqual({ ok: false, error: { kind: 'timeout' } });
    const waiting = waitFor(() => null, options(5000));
    life.abort();
    expect(await waiting).toEqual({ ok: false, error: { kind: 'aborted' } });
    expect(await waitFor(() => null, options(5000))).toEqual({ ok: false, error: { kind: 'aborted' } });
  });
});
