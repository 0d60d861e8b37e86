import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSendPresses, type PressVerdict } from '@/utils/page/send-press';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  document.body.innerHTML =
    '<form><textarea></textarea><span role="button" id="send"><b>Send</b></span><button type="button" id="other">x</button></form>';
});
afterEach(() => life.abort());

const one = <T extends HTMLElement>(css: string): T => document.querySelector<T>(css)!;

/** A watched page that notes which events reach it. */
const setUp = (verdict: PressVerdict, { byEnter = true } = {}) => {
  const state = { verdict };
  const reached: string[] = [];
  const onHeld = vi.fn();
  const onLet = vi.fn();
  const sending = vi.fn(() => ({ controls: [one('#send')], byEnter }));
  watchSendPresses({
    view: window,
    signal: life.signal,
    field: () => one('textarea'),
    sending,
    verdict: () => state.verdict,
    onHeld,
    onLet,
  });
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup', 'submit'])
    document.body.addEventListener(type, (event) => reached.push(event.type), { signal: life.signal });
  return { state, reached, onHeld, onLet, sending };
};
const fire = (element: HTMLElement, event: Event): boolean => element.dispatchEvent(event);
const bubbling = { bubbles: true, cancelable: true, composed: true };
const press = (element: HTMLElement): void => {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    fire(element, new MouseEvent(type, bubbling));
};
const key = (element: HTMLElement, name: string, init: KeyboardEventInit = {}): boolean =>
  fire(element, new KeyboardEvent('keydown', { key: name, ...bubbling, ...init }));

describe('a press on the send control that must wait', () => {
  it('reaches the page with none of its events, and is told once', () => {
    const { reached, onHeld } = setUp('wait');
    press(one('#send b'));
    expect(reached).toEqual([]);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });

  it('is not held when it ends elsewhere', () => {
    const { reached, onHeld } = setUp('wait');
    fire(one('#send'), new MouseEvent('pointerdown', bubbling));
    fire(document.body, new MouseEvent('click', bubbling));
    expect(onHeld).not.toHaveBeenCalled();
    expect(reached).toEqual(['click']);
  });

  it.each(['Enter', ' '])('is held by the key "%s" on the control', (name) => {
    const { reached, onHeld } = setUp('wait');
    expect(key(one('#send'), name)).toBe(false);
    expect(reached).toEqual([]);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });

  it('is held as a submit of the form around the box', () => {
    const { reached, onHeld } = setUp('wait');
    expect(fire(one('form'), new Event('submit', bubbling))).toBe(false);
    expect(reached).toEqual([]);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });

  it('has nothing to wait for once the text was mended', () => {
    const { state, onHeld, reached } = setUp('wait');
    fire(one('#send'), new MouseEvent('pointerdown', bubbling));
    state.verdict = 'free';
    fire(one('#send'), new MouseEvent('click', bubbling));
    expect(onHeld).not.toHaveBeenCalled();
    expect(reached).toEqual(['click']);
  });

  it('leaves every other control alone', () => {
    const { reached, onHeld } = setUp('wait');
    press(one('#other'));
    key(one('#other'), 'Enter');
    expect(onHeld).not.toHaveBeenCalled();
    expect(reached).toContain('click');
  });
});

describe('Enter in the box', () => {
  it('is held where it sends, with its repeats until it is up', () => {
    const { reached, onHeld } = setUp('wait');
    key(one('textarea'), 'Enter');
    key(one('#other'), 'Enter', { repeat: true });
    expect(onHeld).toHaveBeenCalledTimes(1);
    expect(reached).toEqual([]);
    fire(one('#other'), new KeyboardEvent('keyup', { key: 'Enter', ...bubbling }));
    key(one('#other'), 'Enter');
    expect(reached).toEqual(['keydown']);
  });

  it.each([
    ['Shift makes a line', { shiftKey: true }],
    ['an input method ends a word', { isComposing: true }],
    ['an input method reports 229', { keyCode: 229 }],
  ] as const)('is left alone: %s', (_why, init) => {
    const { onHeld } = setUp('wait');
    expect(key(one('textarea'), 'Enter', init)).toBe(true);
    expect(onHeld).not.toHaveBeenCalled();
  });

  it('is held again after another key went up first', () => {
    const { onHeld } = setUp('wait', { byEnter: false });
    const box = one('textarea');
    const up = (name: string) => fire(box, new KeyboardEvent('keyup', { key: name, ...bubbling }));
    for (let time = 1; time <= 2; time += 1) {
      key(box, 'Control', { ctrlKey: true });
      expect(key(box, 'Enter', { ctrlKey: true })).toBe(false);
      up('Control');
      up('Enter');
      expect(onHeld).toHaveBeenCalledTimes(time);
    }
  });

  it('does not go on in the page when it began in Parley', () => {
    const { reached } = setUp('free');
    const own = document.body.appendChild(document.createElement('parley-root'));
    key(own, 'Enter');
    const before = reached.length;
    expect(key(one('textarea'), 'Enter', { repeat: true })).toBe(false);
    fire(one('textarea'), new KeyboardEvent('keyup', { key: 'Enter', ...bubbling }));
    expect(reached).toHaveLength(before);
    expect(key(one('textarea'), 'Enter')).toBe(true);
  });

  it('is left alone where it makes a line, and held with Ctrl or the command key', () => {
    const { onHeld } = setUp('wait', { byEnter: false });
    key(one('textarea'), 'Enter');
    expect(onHeld).not.toHaveBeenCalled();
    key(one('textarea'), 'Enter', { ctrlKey: true });
    expect(onHeld).toHaveBeenCalledTimes(1);
  });
});

describe('a press that need not wait', () => {
  it('costs no look at the page while presses are free', () => {
    const { sending, reached } = setUp('free');
    press(one('#send'));
    key(one('textarea'), 'Enter');
    expect(sending).not.toHaveBeenCalled();
    expect(reached).toContain('click');
  });

  it('is told when it is let through', () => {
    const { onLet, onHeld, reached } = setUp('let-once');
    press(one('#send'));
    expect(onLet).toHaveBeenCalledTimes(1);
    expect(onHeld).not.toHaveBeenCalled();
    expect(reached).toContain('click');
  });
});
