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
});
