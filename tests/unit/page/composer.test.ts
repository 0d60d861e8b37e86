import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wrapComposer, type ComposerOptions } from '@/utils/page/composer';

let field: HTMLTextAreaElement;

beforeEach(() => {
  vi.useFakeTimers();
  field = document.createElement('textarea');
  // There is no layout here; the real one is tried in a browser.
  field.checkVisibility = () => true;
  field.getBoundingClientRect = () => new DOMRect(0, 0, 300, 80);
  document.body.replaceChildren(field);
});
afterEach(() => vi.useRealTimers());

const insertInto = async (text: string, mode: 'replace' | 'at-caret' | 'append', options: ComposerOptions = {}) => {
  const done = wrapComposer(field, options).insert(text, mode);
  await vi.advanceTimersByTimeAsync(2000);
  return done;
};

describe('wrapComposer, without a command to type with', () => {
  it('sets the text and reports it as input and as change, across shadow roots', async () => {
    const told: string[] = [];
    for (const type of ['input', 'change']) {
      field.addEventListener(type, (event) => told.push(`${type} ${event.bubbles} ${event.composed}`));
    }
    expect(await insertInto('Hello', 'replace')).toEqual({ ok: true, value: { how: 'set' } });
    expect(field.value).toBe('Hello');
    expect(told).toEqual(['input true true', 'change true true']);
  });

  it.each([
    ['replace', 'new', 'new'],
    ['append', '!', 'one two!'],
    ['at-caret', '2', 'one 2'],
  ] as const)('writes in mode %s', async (mode, text, after) => {
    field.value = 'one two';
    field.focus();
    field.setSelectionRange(4, 7);
    await insertInto(text, mode);
    expect(field.value).toBe(after);
  });

  it('counts the whole text against the limit and changes nothing when it is too long', async () => {
    field.value = 'abc';
    expect(await insertInto('defg', 'append', { maxLength: 5 })).toEqual({
      ok: false,
      error: { kind: 'too-long', over: 2, limit: 5 },
    });
    expect(field.value).toBe('abc');
  });

  it('lets a long text be replaced by one that fits', async () => {
    field.value = 'abcdefgh';
    expect((await insertInto('abc', 'replace', { maxLength: 5 })).ok).toBe(true);
  });

  it('takes the text back when the page never shows that it holds it', async () => {
    field.value = 'mine. ';
    expect(await insertInto('x', 'append', { tookText: () => false })).toEqual({
      ok: false,
      error: { kind: 'not-taken' },
    });
    expect(field.value).toBe('mine. ');
  });

  it('asks the page about the whole text of the field', async () => {
    const asked: string[] = [];
    field.value = 'mine. ';
    await insertInto('ours', 'append', {
      tookText: (text) => {
        asked.push(text);
        return true;
      },
    });
    expect(asked).toEqual(['mine. ours']);
  });

  it('writes nothing when another conversation was opened while it waited for the focus', async () => {
    field.value = 'mine. ';
    let isOpen = true;
    field.addEventListener('focus', () => (isOpen = false));
    const done = wrapComposer(field).insert('x', 'append', () => isOpen);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await done).toEqual({ ok: false, error: { kind: 'overtaken' } });
    expect(field.value).toBe('mine. ');
  });

  it('neither tries on nor tidies up in a conversation that was opened after its first attempt', async () => {
    let isOpen = true;
    field.addEventListener('input', () => {
      isOpen = false;
      field.value = 'the other draft';
    });
    const done = wrapComposer(field, { tookText: () => false }).insert('x', 'replace', () => isOpen);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await done).toEqual({ ok: false, error: { kind: 'overtaken' } });
    expect(field.value).toBe('the other draft');
  });

  it('exchanges no span of a text that became another one while it waited for the focus', async () => {
    field.value = 'change your review';
    field.addEventListener('focus', () => (field.value = 'another buyer’s text'));
    const done = wrapComposer(field).replaceRange({ start: 0, end: 6 }, 'keep');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await done).toEqual({ ok: false, error: { kind: 'overtaken' } });
    expect(field.value).toBe('another buyer’s text');
  });

  it('says gone for a field that has left the page', async () => {
    field.remove();
    expect(await insertInto('x', 'append')).toEqual({ ok: false, error: { kind: 'gone' } });
  });

  it('says gone, and what the field held, when the page takes it away after the writing', async () => {
    field.addEventListener('input', () => setTimeout(() => field.remove(), 20));
    expect(await insertInto('x', 'append')).toEqual({ ok: false, error: { kind: 'gone', after: 'x' } });
  });

  it.each(['disabled', 'readonly'])('does not write into a %s field', async (attribute) => {
    field.setAttribute(attribute, '');
    expect(await insertInto('x', 'append')).toEqual({ ok: false, error: { kind: 'disabled' } });
    expect(field.value).toBe('');
  });

  it('refuses to exchange a span the text no longer has', async () => {
    field.value = 'short';
    expect(await wrapComposer(field).replaceRange({ start: 3, end: 9 }, 'x')).toEqual({
      ok: false,
      error: { kind: 'not-taken' },
    });
  });

  it('reports changes once they are quiet and keeps silent while an input method composes', async () => {
    const life = new AbortController();
    const composer = wrapComposer(field);
    const told: string[] = [];
    composer.onChange(life.signal, (text) => told.push(text));
    const type = (text: string): void => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    type('a');
    await vi.advanceTimersByTimeAsync(100);
    type('ab');
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(60);
    expect(told).toEqual(['ab']);
    field.dispatchEvent(new Event('compositionstart'));
    type('abn');
    await vi.advanceTimersByTimeAsync(500);
    expect(told).toEqual(['ab']);
    type('ab你');
    field.dispatchEvent(new Event('compositionend'));
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual(['ab', 'ab你']);
    life.abort();
    type('later');
    await vi.advanceTimersByTimeAsync(500);
    expect(told).toEqual(['ab', 'ab你']);
  });
});
