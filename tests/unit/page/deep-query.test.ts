import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createScope, shadowRootOf } from '@/utils/page/deep-query';

const withRoot = (host: Element, html: string, mode: ShadowRootMode = 'open'): ShadowRoot => {
  const root = host.attachShadow({ mode });
  root.innerHTML = html;
  return root;
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the root of an element', () => {
  test('is found when it is closed: by the function of Chromium, by the property of Firefox', () => {
    const host = document.createElement('x-closed');
    const root = host.attachShadow({ mode: 'closed' });
    expect(shadowRootOf(host)).toBeNull();
    vi.stubGlobal('chrome', {
      dom: { openOrClosedShadowRoot: (element: Element) => (element === host ? root : null) },
    });
    expect(shadowRootOf(host)).toBe(root);
    vi.unstubAllGlobals();
    Object.defineProperty(host, 'openOrClosedShadowRoot', { get: () => root });
    expect(shadowRootOf(host)).toBe(root);
  });
});

describe('a deep query', () => {
  test('looks through nested open roots when the light DOM has nothing', () => {
    document.body.innerHTML = '<div><x-app></x-app></div>';
    const outer = withRoot(document.querySelector('x-app')!, '<section><x-frame></x-frame></section>');
    withRoot(outer.querySelector('x-frame')!, '<p id="deep">here</p>');
    expect(createScope(document).first('#deep')?.textContent).toBe('here');
  });

  test('does not walk when the light DOM has a hit', () => {
    document.body.innerHTML = '<p class="hit">light</p><x-app></x-app>';
    withRoot(document.querySelector('x-app')!, '<p class="hit">shadow</p>');
    expect(
      createScope(document)
        .all('.hit')
        .map((hit) => hit.textContent),
    ).toEqual(['light']);
  });

  test('finds a known host behind more elements than a walk would visit', () => {
    document.body.innerHTML = `<div>${'<i></i>'.repeat(9_000)}</div><div><div><kat-textarea></kat-textarea></div></div>`;
    withRoot(document.querySelector('kat-textarea')!, '<textarea></textarea>');
    expect(createScope(document, { hosts: 'kat-textarea' }).first('textarea')).toBeDefined();
  });

  test('leaves out hidden elements and our own interface', () => {
    document.body.innerHTML = '<p style="display: none">a</p><parley-root><p>b</p></parley-root><p>c</p>';
    withRoot(document.querySelector('parley-root')!, '<em>own</em>');
    const scope = createScope(document);
    expect(scope.all('p').map((hit) => hit.textContent)).toEqual(['c']);
    expect(scope.first('em')).toBeUndefined();
  });

  test('does not enter closed roots or frames nobody asked for', () => {
    document.body.innerHTML = '<x-app></x-app>';
    withRoot(document.querySelector('x-app')!, '<p>secret</p>', 'closed');
    expect(createScope(document).first('p')).toBeUndefined();
  });
});
