import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { marketIdOf, servedMarkets } from '@/utils/platform/markets';
import { hostOf, isOtherOrigin, nameOtherHost, syncOtherHosts } from '@/utils/platform/other-hosts';
import { readLocal, writeLocal } from '@/utils/platform/settings/local-items';
import { fulfilTeachWish, rememberTeachWish, teachPattern, teachTab } from '@/utils/platform/teach-tab';
import { aBrowserWorld } from './browser-world';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const desk = 'https://desk.example/im/1';

describe('a host outside the manifest', () => {
  it('is a marketplace only when it was named and is granted', async () => {
    const world = aBrowserWorld();
    expect(await marketIdOf('https://desk.example')).toBeNull();
    world.grant('desk.example');
    expect(await marketIdOf('https://desk.example')).toBeNull();
    await nameOtherHost('desk.example');
    expect(await marketIdOf('https://desk.example')).toBe('other');
    world.takeBack('desk.example');
    expect(await marketIdOf('https://desk.example')).toBeNull();
  });

  it('is exactly that host: no host below it, no other scheme, no opaque origin', async () => {
    const world = aBrowserWorld(['desk.example', 'sub.desk.example']);
    await nameOtherHost('desk.example');
    world.grant('evil.example');
    for (const origin of [
      'https://sub.desk.example',
      'http://desk.example',
      'null',
      'https://evil.example',
      '',
      undefined,
    ])
      expect(await isOtherOrigin(origin), origin).toBe(false);
    expect(await isOtherOrigin('https://desk.example')).toBe(true);
  });

  it('does not touch the marketplaces of the manifest', async () => {
    aBrowserWorld();
    expect(await marketIdOf('https://sellercentral.amazon.de')).toBe('amazon');
    expect(servedMarkets()).toEqual(['amazon', 'aliexpress', 'other']);
  });

  it('has a name only over https', () => {
    expect([desk, 'http://desk.example/', 'chrome://settings', 'about:blank', 'x', undefined].map(hostOf)).toEqual([
      'desk.example',
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([teachPattern(desk), teachPattern('http://desk.example/')]).toEqual(['https://desk.example/*', null]);
  });
});

describe('the registration with the browser', () => {
  it('holds every named host once, over sessions', async () => {
    const world = aBrowserWorld(['a.example', 'b.example']);
    await Promise.all([nameOtherHost('a.example'), nameOtherHost('b.example'), nameOtherHost('a.example')]);
    expect(world.registeredHosts()).toEqual(['a.example', 'b.example']);
    expect(world.registrations()).toMatchObject([
      { js: ['content-scripts/other.js'], allFrames: true, persistAcrossSessions: true },
    ]);
    expect(await readLocal('otherHosts')).toEqual(['a.example', 'b.example']);
  });

  it('forgets a host whose access was taken back, and ends with the last one', async () => {
    const world = aBrowserWorld(['a.example', 'b.example']);
    await nameOtherHost('a.example');
    await nameOtherHost('b.example');
    world.takeBack('a.example');
    await syncOtherHosts();
    expect([world.registeredHosts(), await readLocal('otherHosts')]).toEqual([['b.example'], ['b.example']]);
    world.takeBack('b.example');
    await syncOtherHosts();
    expect([world.registrations(), await readLocal('otherHosts')]).toEqual([[], []]);
  });

  it('is made again where the browser has lost it', async () => {
    const world = aBrowserWorld(['a.example']);
    await writeLocal({ otherHosts: ['a.example'] });
    await syncOtherHosts();
    expect(world.registeredHosts()).toEqual(['a.example']);
  });

  it('writes a code to the console when the browser refuses, and goes on', async () => {
    const world = aBrowserWorld(['a.example', 'b.example']);
    const { fakeBrowser } = await import('wxt/testing/fake-browser');
    vi.mocked(fakeBrowser.scripting.registerContentScripts).mockRejectedValueOnce(new Error('secret'));
    await nameOtherHost('a.example');
    expect(JSON.stringify(vi.mocked(console.warn).mock.calls)).toMatch(/registration-failed/);
    await nameOtherHost('b.example');
    expect(world.registeredHosts()).toEqual(['a.example', 'b.example']);
  });
});

describe('teaching a tab', () => {
  it('names the host, comes back with the next page, and starts in this one', async () => {
    const world = aBrowserWorld(['desk.example']);
    expect(await teachTab(5, desk)).toEqual({ ok: true, value: null });
    expect(world.registeredHosts()).toEqual(['desk.example']);
    expect(world.injected).toEqual([
      { tabId: 5, frame: 'all', file: 'content-scripts/other.js' },
      { tabId: 5, frame: 0, file: 'content-scripts/parley-teach.js' },
    ]);
  });

  it('names no marketplace of the manifest', async () => {
    const world = aBrowserWorld(['sellercentral.amazon.de']);
    expect((await teachTab(5, 'https://sellercentral.amazon.de/desk')).ok).toBe(true);
    expect([world.files(), world.registrations(), await readLocal('otherHosts')]).toEqual([
      ['parley-teach.js'],
      [],
      undefined,
    ]);
  });

  it('is refused without access, on pages that are not https, and in tabs that are gone', async () => {
    const world = aBrowserWorld();
    expect(await teachTab(5, desk)).toMatchObject({ error: { kind: 'refused' } });
    expect(await teachTab(5, 'http://desk.example/')).toEqual({ ok: false, error: { kind: 'invalid', field: 'url' } });
    expect([await readLocal('otherHosts'), world.injected]).toEqual([undefined, []]);
    world.grant('desk.example');
    world.close(5);
    expect(await teachTab(5, desk)).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('goes on without the popup once access was given, one time, and not for an old wish', async () => {
    const world = aBrowserWorld();
    rememberTeachWish(5, desk);
    await fulfilTeachWish();
    expect(world.injected).toEqual([]);
    world.grant('desk.example');
    await fulfilTeachWish();
    await fulfilTeachWish();
    expect(world.files()).toEqual(['other.js', 'parley-teach.js']);
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    rememberTeachWish(6, desk);
    vi.setSystemTime(Date.now() + 121_000);
    await fulfilTeachWish();
    expect(world.injected).toHaveLength(2);
  });
});
