import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openFirstSteps } from '@/utils/platform/first-steps-tab';

const installed = (installType: string) => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  vi.spyOn(fakeBrowser.management, 'getSelf').mockResolvedValue({ installType } as never);
  return create;
};

afterEach(() => vi.restoreAllMocks());

describe('the tab with the first steps', () => {
  it('opens once somebody has installed Parley from a store, or a company has for them', async () => {
    for (const type of ['normal', 'admin']) {
      const create = installed(type);
      await openFirstSteps('install');
      expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/\/dashboard\.html#\/welcome$/) as string });
      vi.restoreAllMocks();
    }
  });

  it.each([
    ['update', 'normal'],
    ['browser_update', 'normal'],
    ['install', 'development'],
  ])('stays away for %s of a %s build', async (reason, type) => {
    const create = installed(type);
    await openFirstSteps(reason);
    expect(create).not.toHaveBeenCalled();
  });

  it('fails quietly where the browser does not say how Parley came', async () => {
    installed('normal');
    vi.spyOn(fakeBrowser.management, 'getSelf').mockRejectedValue(new Error('no'));
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await openFirstSteps('install');
    expect(said).toHaveBeenCalledWith('[parley] first-steps-failed');
  });
});
