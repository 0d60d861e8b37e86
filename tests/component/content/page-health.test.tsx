import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { diagnosticsOf } from '@/components/content/diagnostics';
import { offerSkeleton } from '@/utils/client/page-skeleton';
import { scenes } from '../gallery/scenes';
import { axeFindings, button, press, showAssistant } from './harness';

const broken = scenes('en')['health']!;
const lines = () =>
  within(screen.getByRole('list', { name: 'What was read on this page' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
const outcome = () => screen.getAllByRole('status').at(-1)!.textContent;
const said = (words: string) => waitFor(() => expect(outcome()).toContain(words));
const send = () => vi.spyOn(browser.runtime, 'sendMessage');

let copied: string[] = [];
beforeEach(() => {
  copied = [];
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '9.8.7' } as never);
  vi.stubGlobal('navigator', {
    language: 'en',
    clipboard: { writeText: async (text: string) => void copied.push(text) },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  delete (globalThis as { skeletonOfParley?: unknown }).skeletonOfParley;
});

const open = async (change: Partial<typeof broken> = {}) => {
  const shown = showAssistant({ ...broken, ...change });
  await press(button('Page health: broken'));
  return shown;
};

describe('the list of what was read', () => {
  it('says of each field how it was found, and why it was not', async () => {
    await open();
    expect(lines()).toEqual([
      'Conversationfound',
      'Text boxnot foundneeded',
      'Order numberguessed by way 4',
      'Delivery datenot found',
      'Shopfound by way 2',
      'Ordercontradicts itself',
      'Gift wrapfound',
    ]);
    expect(screen.getByText(/Read in 3.4 ms\./)).toBeTruthy();
  });

  it('passes axe, also after a press', async () => {
    send().mockResolvedValue(false as never);
    const { container } = await open();
    await press(button('Show Parley this page'));
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('copying diagnostics', () => {
  it('copies codes and structure, nothing that stands on the page', async () => {
    document.body.dataset['buyer'] = 'Frau Weber';
    offerSkeleton(() => 'body\n main#app');
    await open();
    await press(button('Copy diagnostics'));
    await said('no text of it');
    expect(copied).toHaveLength(1);
    expect(copied[0]!.split('\n')).toEqual([
      'Parley 9.8.7, page thread, broken, read in 3.4 ms',
      'thread: ok, required, candidate 1',
      'composer: missing, required, missing',
      'orderId: fallback, candidate 4',
      'promisedOn: missing, missing',
      'shop: ok, candidate 2',
      'order: missing, disagree',
      'gift_wrap: ok',
      '',
      'body',
      ' main#app',
    ]);
    expect(copied[0]).not.toMatch(/Weber|302-|Lumen|Guten/);
    delete document.body.dataset['buyer'];
  });

  it('loads what can look at the page only when somebody asks', async () => {
    const asked = send().mockImplementation(() => {
      offerSkeleton(() => 'body');
      return Promise.resolve(true) as never;
    });
    await open();
    expect(asked).not.toHaveBeenCalled();
    await press(button('Copy diagnostics'));
    await said('Copied');
    expect(asked.mock.calls).toEqual([[{ kind: 'parley:need-assistant', role: 'skeleton' }]]);
    expect(copied[0]).toMatch(/\n\nbody$/);
  });

  it.each([
    ['the script does not come', () => send().mockResolvedValue(false as never)],
    [
      'the clipboard is refused',
      () => {
        offerSkeleton(() => 'body');
        vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('NotAllowedError')) } });
      },
    ],
  ])('says that nothing was copied when %s', async (_why, arrange) => {
    arrange();
    await open();
    await press(button('Copy diagnostics'));
    await said('Not copied');
    expect(copied).toEqual([]);
  });

  it('leaves out a time that was not measured', () => {
    const { readMs: _readMs, ...state } = broken;
    expect(diagnosticsOf(state, '1', '').split('\n')[0]).toBe('Parley 1, page thread, broken');
  });
});

describe('showing Parley the page', () => {
  it('starts teach mode in this document', async () => {
    const asked = send().mockResolvedValue(true as never);
    await open();
    await press(button('Show Parley this page'));
    expect(asked.mock.calls).toEqual([[{ kind: 'parley:need-assistant', role: 'teach' }]]);
    expect(outcome()).toBe('');
  });

  it('says so when it cannot start', async () => {
    send().mockRejectedValue(new Error('gone'));
    await open();
    await press(button('Show Parley this page'));
    await said('Could not start here');
  });
});

describe('a page that cannot be written into', () => {
  it('says in one line what still works, and offers to copy where it would insert', () => {
    const { container } = showAssistant(scenes('en')['broken']);
    expect(container.querySelectorAll('.p-warning')).toHaveLength(1);
    expect(screen.getByText(/Copy replies; notes and converter are in the side panel/)).toBeTruthy();
    expect(button(/^Copy reply 1: Apologise/).textContent).toContain('Copy');
    expect(screen.queryByRole('button', { name: /^Insert reply/ })).toBeNull();
  });

  it('keeps the words of a page that only has its text box switched off', () => {
    showAssistant({ composer: 'disabled' });
    expect(screen.getByText(/switched its text box off/)).toBeTruthy();
    expect(button(/^Insert reply 1/)).toBeTruthy();
  });
});
