import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TagsForm } from '@/components/ui/tags-form';

afterEach(cleanup);

const words = {
  name: 'New tag',
  add: 'Add',
  cancel: 'Cancel',
  takeOff: 'Take off',
  remove: (tag: string) => `Remove ${tag}`,
};

const show = (props: { readonly tags?: readonly string[]; readonly isBusy?: boolean } = {}) => {
  const told = { onAdd: vi.fn(), onRemove: vi.fn(), onCancel: vi.fn(), onKeyDown: vi.fn() };
  render(<TagsForm aria-label="Tags" words={words} look={{}} tags={['vip', 'slow']} {...told} {...props} />);
  const type = (text: string) => fireEvent.change(screen.getByLabelText('New tag'), { target: { value: text } });
  return { ...told, type, form: screen.getByRole('form', { name: 'Tags' }) };
};

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('a form of tags', () => {
  it('adds what was typed, without the blanks around it', () => {
    const { onAdd, type, form } = show();
    type('  gift ');
    fireEvent.submit(form);
    expect(onAdd.mock.calls).toEqual([['gift']]);
  });

  it('adds nothing of blanks', () => {
    const { onAdd, type, form } = show();
    type('  ');
    expect(button('Add').disabled).toBe(true);
    fireEvent.submit(form);
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('adds and takes off nothing while the last change goes on, and can be left', () => {
    const { onAdd, onCancel, type, form } = show({ isBusy: true });
    type('gift');
    fireEvent.submit(form);
    expect(onAdd).not.toHaveBeenCalled();
    expect([button('Add').disabled, button('Remove vip').disabled]).toEqual([true, true]);
    fireEvent.click(button('Cancel'));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('takes off one of those that are there', () => {
    const { onRemove } = show();
    const group = within(screen.getByRole('group', { name: 'Take off' }));
    expect(group.getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Remove vip',
      'Remove slow',
    ]);
    fireEvent.click(group.getByRole('button', { name: 'Remove slow' }));
    expect(onRemove.mock.calls).toEqual([['slow']]);
  });

  it('has no place for those to take off where there are none', () => {
    show({ tags: [] });
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('hands on the keys pressed in it', () => {
    const { onKeyDown } = show();
    fireEvent.keyDown(screen.getByLabelText('New tag'), { key: 'Escape' });
    expect(onKeyDown).toHaveBeenCalledOnce();
  });
});
