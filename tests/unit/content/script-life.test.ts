import { describe, expect, it, vi } from 'vitest';
import { ContentScriptContext } from '@/components/content/runtime/script-life';

const api = vi.hoisted((): { runtime: { id?: string | undefined } } => ({ runtime: { id: 'parley' } }));
vi.mock('wxt/browser', () => ({ browser: api }));

describe('the life of a content script', () => {
  it('goes on while nothing happens', () => {
    const life = new ContentScriptContext('amazon');
    expect([life.isValid, life.signal.aborted]).toEqual([true, false]);
  });

  it('ends when a newer copy of the same script starts, and only then', () => {
    const ended = vi.fn();
    const old = new ContentScriptContext('amazon');
    old.onInvalidated(ended);
    new ContentScriptContext('aliexpress');
    expect(ended).not.toHaveBeenCalled();
    const young = new ContentScriptContext('amazon');
    expect(ended).toHaveBeenCalledOnce();
    expect([old.isValid, young.isValid]).toEqual([false, true]);
  });

  it('ends when the extension is gone', () => {
    const life = new ContentScriptContext('other');
    api.runtime.id = undefined;
    expect(life.isValid).toBe(false);
    expect(life.signal.aborted).toBe(true);
    api.runtime.id = 'parley';
  });
});
