import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  listenForKeepKey,
  listenForMeaningKey,
  listenForPaletteKey,
  suggestionOfKey,
} from '@/components/content/session/shortcuts';

const key = (code: string, init: KeyboardEventInit & { altGraph?: boolean } = {}) => {
  const event = new KeyboardEvent('keydown', { code, altKey: true, ...init });
  Object.defineProperty(event, 'getModifierState', {
    value: (name: string) => name === 'AltGraph' && Boolean(init.altGraph),
  });
  return event;
};

describe('the keys for replies', () => {
  it('are Alt and the digit by its place on the keyboard', () => {
    expect(['Digit1', 'Digit2', 'Digit3'].map((code) => suggestionOfKey(key(code)))).toEqual([0, 1, 2]);
    expect(suggestionOfKey(key('Digit1', { key: '¡' }))).toBe(0);
    expect(suggestionOfKey(key('Numpad2'))).toBe(1);
  });

  it('are nothing without Alt, or with Ctrl, Cmd or Shift', () => {
    expect(suggestionOfKey(key('Digit1', { altKey: false }))).toBeNull();
    expect(suggestionOfKey(key('Digit1', { ctrlKey: true }))).toBeNull();
    expect(suggestionOfKey(key('Digit1', { metaKey: true }))).toBeNull();
    expect(suggestionOfKey(key('Digit1', { shiftKey: true }))).toBeNull();
  });

  it('leave AltGr alone, which types characters on many keyboards', () => {
    expect(suggestionOfKey(key('Digit2', { altGraph: true }))).toBeNull();
  });

  it('leave an input method alone while it composes', () => {
    expect(suggestionOfKey(key('Digit1', { isComposing: true }))).toBeNull();
    expect(suggestionOfKey(key('Digit1', { keyCode: 229 }))).toBeNull();
  });

  it('leave every other digit to the page', () => {
    expect(suggestionOfKey(key('Digit4'))).toBeNull();
    expect(suggestionOfKey(key('KeyA'))).toBeNull();
  });
});

describe('the key of the palette', () => {
  let life = new AbortController();
  afterEach(() => {
    life.abort();
    life = new AbortController();
  });
  const press = (init: KeyboardEventInit = {}) => {
    const event = key('KeyK', { key: '˚', bubbles: true, cancelable: true, ...init });
    Object.defineProperty(event, 'isTrusted', { value: true });
    return window.dispatchEvent(event);
  };

  it('is Alt+K, which the page then never hears', () => {
    const open = vi.fn(() => true);
    const page = vi.fn();
    listenForPaletteKey(life.signal, open);
    window.addEventListener('keydown', page, { signal: life.signal });
    expect(press()).toBe(false);
    expect(open).toHaveBeenCalledOnce();
    expect(page).not.toHaveBeenCalled();
  });

  it('stays the page’s where there is nothing to open', () => {
    listenForPaletteKey(life.signal, () => false);
    expect(press()).toBe(true);
  });

  it('is another than the one that keeps a value, which has Shift', () => {
    const [open, keep] = [vi.fn(() => true), vi.fn()];
    listenForPaletteKey(life.signal, open);
    listenForKeepKey(life.signal, keep);
    press({ shiftKey: true });
    expect([open.mock.calls.length, keep.mock.calls.length]).toEqual([0, 1]);
    press();
    expect([open.mock.calls.length, keep.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('the key of the explanations', () => {
  const press = (init: KeyboardEventInit = {}) => {
    const event = key('KeyU', { shiftKey: true, bubbles: true, cancelable: true, ...init });
    Object.defineProperty(event, 'isTrusted', { value: true });
    return window.dispatchEvent(event);
  };

  it('is Shift+Alt+U and leaves Option+U, which types an umlaut on a Mac', () => {
    const life = new AbortController();
    const open = vi.fn(() => true);
    listenForMeaningKey(life.signal, open);
    expect([press({ shiftKey: false }), press({ ctrlKey: true })]).toEqual([true, true]);
    expect(open).not.toHaveBeenCalled();
    expect(press()).toBe(false);
    expect(open).toHaveBeenCalledOnce();
    life.abort();
    expect(press()).toBe(true);
  });
});
