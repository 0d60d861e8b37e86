import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dashboard } from '@/components/dashboard/dashboard';
import { demoFrame } from '@/components/demo/demo-frame';
import { DemoSection } from '@/components/demo/demo-section';
import type { DemoApi, DemoState } from '@/utils/app/demo-api';
import { err, ok } from '@/utils/domain/result';
import { aShop, fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, unspoken } from '../dashboard/harness';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const loaded: DemoState = { loadedOn: '2026-11-02', buyers: 4_000, orders: 5_512, messages: 4_321 };

/** Demo data that loads when it is told to. */
const aDemo = (state: DemoState | null = null) => {
  let go: (how: DemoState | null) => void = () => undefined;
  let told: Parameters<DemoApi['load']>[0] | undefined;
  const demo = {
    state: vi.fn(async () => ok(state)),
    load: vi.fn((request: Parameters<DemoApi['load']>[0]) => {
      told = request;
      request.signal?.addEventListener('abort', () => go(null));
      return new Promise<{ ok: true; value: DemoState | null }>((resolve) => (go = (how) => resolve(ok(how))));
    }),
    remove: vi.fn<DemoApi['remove']>(async () => ok(null)),
  } satisfies DemoApi;
  return {
    demo,
    finish: async (how: DemoState | null) => {
      await act(async () => go(how));
      await settle();
    },
    progress: (done: number) => act(async () => told?.onProgress?.({ done, of: 100 })),
  };
};
const button = (name: string) => screen.getByRole('button', { name });

describe('demo data in the settings', () => {
  it('says what it adds, and that one’s own records stay', async () => {
    const { container } = await showPage(<DemoSection demo={aDemo().demo} />, {
      fake: fakeApi({ shops: [aShop('Lumen')] }),
    });
    expect(screen.getByText(/4,000 buyers, 5,500 orders/)).toBeTruthy();
    expect(screen.getByText(/^You have records already/)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('shows how far it is, and leads to it when it is loaded', async () => {
    const { demo, finish, progress } = aDemo();
    const { container } = await showPage(<DemoSection demo={demo} />);
    await press(button('Load demo data'));
    expect(demo.load.mock.calls[0]?.[0].lang).toBe('en');
    await progress(40);
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(40);
    expect(screen.getByText('40%')).toBeTruthy();
    expect(document.activeElement).toBe(button('Stop'));
    expect(await axeFindings(container)).toEqual([]);
    await finish(loaded);
    const look = screen.getByRole('link', { name: 'Look at the demo data' });
    expect(look.getAttribute('href')).toBe('?demo#/today');
    expect(document.activeElement).toBe(look);
    expect(screen.getByText('The demo data is loaded.')).toBeTruthy();
  });

  it('is stopped by its button, and by leaving the page', async () => {
    const { demo } = aDemo();
    const { unmount } = await showPage(<DemoSection demo={demo} />);
    await press(button('Load demo data'));
    await press(button('Stop'));
    expect(screen.getByText('Stopped. Nothing was kept.')).toBeTruthy();
    expect(document.activeElement).toBe(button('Load demo data'));
    await press(button('Load demo data'));
    unmount();
    expect(demo.load.mock.calls[1]?.[0].signal?.aborted).toBe(true);
  });

  it('offers to bring old days up to today', async () => {
    await showPage(<DemoSection demo={aDemo(loaded).demo} />);
    expect(screen.getByText(/Loaded on Nov 2, 2026: 4,000 buyers, 5,512 orders and 4,321 messages\./)).toBeTruthy();
    expect(screen.getByText(/Load it again to bring them up to today/)).toBeTruthy();
    expect(button('Load again')).toBeTruthy();
  });

  it('is removed, and the focus is where it can be loaded again', async () => {
    const { demo } = aDemo(loaded);
    await showPage(<DemoSection demo={demo} />);
    await press(button('Remove demo data'));
    expect(demo.remove).toHaveBeenCalledOnce();
    expect(screen.getByText(/^The demo data is gone/)).toBeTruthy();
    expect(document.activeElement).toBe(button('Load demo data'));
  });

  it('says why it could not be removed, and keeps offering it', async () => {
    const { demo } = aDemo(loaded);
    demo.remove.mockResolvedValueOnce(err({ kind: 'storage-failed', code: 'UnknownError' }));
    await showPage(<DemoSection demo={demo} />);
    await press(button('Remove demo data'));
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(button('Remove demo data')).toBeTruthy();
  });

  it('speaks Chinese, also in its sentences', async () => {
    const { demo } = aDemo();
    const { container } = await showPage(<DemoSection demo={demo} />, { lang: 'zh-CN' });
    await press(button('载入演示数据'));
    expect(demo.load.mock.calls[0]?.[0].lang).toBe('zh-CN');
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe.each(['en', 'zh-CN'] as const)('a page of the demo in %s', (lang) => {
  it('says that it is one, and leads back', async () => {
    window.location.hash = '#/team';
    const { container } = await showPage(<Dashboard />, { frame: demoFrame, lang });
    const sign = container.querySelector<HTMLElement>('[data-demo]');
    expect(sign && within(sign).getByRole('link').getAttribute('href')).toBe('dashboard.html#/settings');
    expect(sign?.textContent).not.toContain('demo.');
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the navigation of the demo', () => {
  it('leads nowhere where the real desk would be acted on, and such addresses say so kindly', async () => {
    window.location.hash = '#/team';
    const fake = fakeApi();
    await showPage(<Dashboard />, { frame: demoFrame, fake });
    const links = within(screen.getByRole('navigation')).getAllByRole('link');
    const shown = links.map((link) => link.textContent);
    expect(shown).not.toContain('Team');
    expect(shown).not.toContain('Practice');
    expect(screen.getByText('Go back to your desk to open this page.')).toBeTruthy();
    expect(fake.api.bundles.team).not.toHaveBeenCalled();
    await act(async () => {
      window.location.hash = '#/settings';
      fireEvent(window, new HashChangeEvent('hashchange'));
    });
    await settle();
    expect(screen.getByText(/^Settings, shops, PIN and backups belong to your own desk/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete everything Parley keeps here' })).toBeNull();
  });
});
