import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPage, placeOf } from '@/utils/domain/profiles/page-path';
import { pathPattern } from '@/utils/domain/profiles/path-pattern';

const at = (path: string) => new URL(path, 'https://seller.demo.example');
const page = (path: string) => ({ host: 'seller.demo.example', path });

describe('matchesPage', () => {
  it.each([
    ['/im/thread/*', '/im/thread/4711', true],
    ['/im/thread/*', '/im/thread/4711/', true],
    ['/im/thread/*', '/im/thread/', false],
    ['/im/thread/*', '/im/thread', false],
    ['/im/thread/*', '/im/thread/4711/files', false],
    ['/im/thread/*', '/im/threads/4711', false],
    ['/im', '/im?thread=4711', true],
    ['/im', '/im#messages', true],
    ['/im', '/im#/settings', false],
    ['/im#/thread/*', '/im#/thread/4711?tab=1', true],
    ['/im#/thread/*', '/im#!/thread/4711', true],
    ['/im#/thread/*', '/im', false],
    ['/im#/thread/*', '/im/thread/4711', false],
    ['/', '/', true],
  ])('%s for %s: %s', (path, address, expected) => {
    expect(matchesPage(page(path), at(address))).toBe(expected);
  });

  it('wants the exact host', () => {
    expect(matchesPage(page('/im'), new URL('https://evil.seller.demo.example/im'))).toBe(false);
    expect(matchesPage(page('/im'), new URL('https://seller.demo.example.evil.example/im'))).toBe(false);
  });
});

describe('pathPattern', () => {
  it.each([
    ['/im/thread/4711', '/im/thread/*'],
    ['/m_apps/ai-im/im?channelId=4711#/window?x=1', '/m_apps/ai-im/im#/window'],
    ['/de-DE/inbox/b3f1c9d2-88aa-4c1e-9d2b-0a1b2c3d4e5f', '/*/inbox/*'],
    ['/en/inbox', '/*/inbox'],
    ['/management/feedbackSellerList.htm', '/management/feedbackSellerList.htm'],
    ['/orders-v3/detail', '/orders-v3/detail'],
    ['/users/ana@example.org/chat', '/users/*/chat'],
    ['/chat/maria-lopez', '/chat/*'],
    ['/chat/maria-lopez/', '/chat/*/'],
    ['/chat/JonDoe', '/chat/*'],
    ['/users/maria-lopez/chat', '/users/*/chat'],
    ['/im#/window/maria', '/im#/window/*'],
    ['/messagecenter', '/messagecenter'],
    ['/chat/chatterjee', '/chat/*'],
  ])('%s becomes %s', (address, expected) => {
    expect(pathPattern(at(address))).toBe(expected);
  });

  it('keeps no word that is somebody’s name on the page', () => {
    const names = new Set(['maria', 'lopez']);
    expect(pathPattern(at('/maria/inbox/chat-lopez'), names)).toBe('/*/inbox/*');
    expect(pathPattern(at('/marialopez/inbox'), names)).toBe('/*/inbox');
  });

  it('always matches the page it was made on, and keeps no number of it', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9_.-]{1,20}$/).filter((part) => !/^\.+$/.test(part));
    const path = fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, fc.option(path), (front, route) => {
        const url = at(front + (route === null ? '' : `#${route}`));
        const pattern = pathPattern(url);
        expect(matchesPage(page(pattern), url)).toBe(true);
        expect(pattern).not.toMatch(/\d{3}/);
      }),
    );
  });
});

describe('placeOf', () => {
  it('leaves out every query', () => {
    expect(placeOf(at('/im?buyer=Ana#/thread/1?order=2'))).toEqual({
      host: 'seller.demo.example',
      path: '/im#/thread/1',
    });
  });
});
