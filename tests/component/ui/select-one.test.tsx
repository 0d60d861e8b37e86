import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SelectOne } from '@/components/ui/select-one';

afterEach(cleanup);

const options = [
  ['de', 'German'],
  ['fr', 'French'],
] as const;

const show = (value: 'de' | 'fr' | '') => {
  const onChange = vi.fn();
  render(<SelectOne label="Language" value={value} options={options} all="All languages" onChange={onChange} />);
  return { onChange, choice: screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' }) };
};

describe('a choice among words', () => {
  it('begins with the word for everything', () => {
    const { choice } = show('');
    expect([...choice.options].map(({ value, text }) => [value, text])).toEqual([['', 'All languages'], ...options]);
    expect(choice.value).toBe('');
  });

  it('shows what is chosen', () => {
    expect(show('fr').choice.value).toBe('fr');
  });

  it('tells what is chosen, and nothing for everything', () => {
    const { onChange, choice } = show('fr');
    fireEvent.change(choice, { target: { value: 'de' } });
    fireEvent.change(choice, { target: { value: '' } });
    expect(onChange.mock.calls).toEqual([['de'], ['']]);
  });
});
