import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SearchBox } from '@/components/ui/search-box';

afterEach(cleanup);

const noop = () => {};

const show = (props: Partial<Parameters<typeof SearchBox>[0]> = {}, isHidden = false) => {
  render(
    <div hidden={isHidden}>
      <SearchBox label="Find" placeholder="A name" value="ab" maxLength={20} onChange={noop} {...props} />
      <input type="checkbox" aria-label="Mark" />
      <textarea aria-label="Note" />
    </div>,
  );
  return screen.getByRole<HTMLInputElement>('searchbox', { name: 'Find', hidden: true });
};

/** Whether the page kept the key from the browser. */
const pressed = (on: Element, key: object): boolean => !fireEvent.keyDown(on, key);

describe('a search box', () => {
  it('is led to by a slash, its words selected', () => {
    const box = show();
    expect(pressed(document.body, { key: '/' })).toBe(true);
    expect(document.activeElement).toBe(box);
    expect([box.selectionStart, box.selectionEnd]).toEqual([0, 2]);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves a slash with %s to the browser', (modifier) => {
    const box = show();
    expect(pressed(document.body, { key: '/', [modifier]: true })).toBe(false);
    expect(document.activeElement).not.toBe(box);
  });

  it('leaves a slash that is typed where it is', () => {
    const box = show();
    expect(pressed(screen.getByLabelText('Note'), { key: '/' })).toBe(false);
    expect(document.activeElement).not.toBe(box);
  });

  it('takes a slash from a checkbox, unless the page says that one keeps it', () => {
    const box = show();
    fireEvent.keyDown(screen.getByLabelText('Mark'), { key: '/' });
    expect(document.activeElement).toBe(box);
    cleanup();
    const other = show({ typedIn: 'input' });
    fireEvent.keyDown(screen.getByLabelText('Mark'), { key: '/' });
    expect(document.activeElement).not.toBe(other);
  });

  it('hears nothing while its page is hidden, nor once it is gone', () => {
    const box = show({}, true);
    expect(pressed(document.body, { key: '/' })).toBe(false);
    expect(document.activeElement).not.toBe(box);
    cleanup();
    show();
    cleanup();
    expect(pressed(document.body, { key: '/' })).toBe(false);
  });

  it('tells what is typed', () => {
    const onChange = vi.fn();
    fireEvent.change(show({ onChange }), { target: { value: 'abc' } });
    expect(onChange.mock.calls).toEqual([['abc']]);
  });

  it('is left for the list by the arrow down, not while a word is composed', () => {
    const onDown = vi.fn();
    const box = show({ onDown });
    expect(pressed(box, { key: 'ArrowDown', isComposing: true })).toBe(false);
    expect(onDown).not.toHaveBeenCalled();
    expect(pressed(box, { key: 'ArrowDown' })).toBe(true);
    expect(onDown).toHaveBeenCalledOnce();
  });

  it('leaves the arrow down to the browser where there is no list to go to', () => {
    expect(pressed(show(), { key: 'ArrowDown' })).toBe(false);
  });
});
