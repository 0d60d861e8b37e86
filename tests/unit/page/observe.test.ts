import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onQuiet } from '@/utils/page/observe';

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

  it('hears changes inside a shadow root only when it is handed to it', async () => {
    const roots = [0, 1].map(() => {
      const host = document.createElement('div');
      document.body.append(host);
      return host.attachShadow({ mode: 'open' });
    });
    let calls = 0;
    onQuiet([document, roots[0]!], life.signal, () => (calls += 1));
    roots[1]!.append('unheard');
    await after(60);
    expect(calls).toBe(0);
    roots[0]!.append('heard');
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
