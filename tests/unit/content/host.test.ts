import { describe, expect, it, vi } from 'vitest';
import { createPageHost } from '@/components/content/session/host';

describe('the elements in the seller page', () => {
  it('ignore a click the page itself makes on the bar', () => {
    const life = new AbortController();
    const { container, element } = createPageHost('', life.signal);
    const open = vi.fn();
    const button = document.createElement('button');
    button.addEventListener('click', open);
    container.append(button);
    document.body.append(element);
    button.click();
    expect(open).not.toHaveBeenCalled();
    life.abort();
    expect(document.querySelector('parley-root, parley-marks')).toBeNull();
  });

  it('replace what a reloaded extension left behind', () => {
    document.body.append(document.createElement('parley-root'));
    const life = new AbortController();
    createPageHost('', life.signal);
    expect(document.querySelectorAll('parley-root')).toHaveLength(0);
    life.abort();
  });

  it('leaves the marks of another living assistant alone, takes its bar, and removes what nobody owns', () => {
    const [first, second] = [new AbortController(), new AbortController()];
    document.documentElement.append(document.createElement('parley-marks'));
    const one = createPageHost('', first.signal);
    document.body.append(one.element);
    expect(document.querySelectorAll('parley-marks')).toHaveLength(1);
    createPageHost('', second.signal);
    // Its owner puts it back where the page on screen is still its own.
    expect(one.element.isConnected).toBe(false);
    expect(one.marks.host.isConnected).toBe(true);
    expect(document.querySelectorAll('parley-marks')).toHaveLength(2);
    first.abort();
    expect(one.marks.host.isConnected).toBe(false);
    second.abort();
    expect(document.querySelectorAll('parley-marks')).toHaveLength(0);
  });
});
