import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuyersPage } from '@/components/customers/buyers-page';
import { aBuyer, fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';
import { shippedSegments } from './fake-buyers';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const panel = () => within(screen.getByRole('region', { name: 'Segments' }));
const open = async () => {
  const fake = fakeApi({
    buyers: [aBuyer('Anna', { segments: ['repeat'] }), aBuyer('Olga', { segments: ['repeat'] })],
  });
  const page = await showPage(<BuyersPage open={null} />, { fake });
  await press(button('Segments'));
  return { fake, ...page };
};
const sorted = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 60)));

beforeEach(() => (window.location.hash = '#/buyers'));
afterEach(cleanup);

describe('the segments', () => {
  it('stand with what they rest on and how many belong to each, and never decide on reviews', async () => {
    await open();
    const [repeat, risk] = panel()
      .getAllByRole('listitem')
      .filter((item) => item.hasAttribute('data-rule'));
    expect(repeat!.textContent).toContain('Repeat2 buyers');
    expect(risk!.textContent).toContain('At risk0 buyers');
    expect(risk!.textContent).toContain('or');
    expect(panel().getByText(/never decide who is asked for a review/)).toBeTruthy();
    expect(document.activeElement).toBe(panel().getByRole('heading', { name: 'Segments' }));
  });

  it('take another bound, keep it, and sort everybody anew with progress', async () => {
    const { fake } = await open();
    expect(button('Save and sort')).toHaveProperty('disabled', true);
    const [least] = panel().getAllByRole('spinbutton', { name: 'Orders, Repeat' });
    type(least!, '3');
    await press(button('Save and sort'));
    const [saved] = fake.api.segments.save.mock.lastCall!;
    expect(saved.rules[0]!.groups[0]![0]).toEqual({ fact: 'orders', is: 'at-least', value: 3 });
    await sorted();
    expect(panel().getByText('4 buyers sorted.')).toBeTruthy();
  });

  it('can be stopped, and gone on with', async () => {
    const { fake } = await open();
    fake.api.segments.apply.mockImplementationOnce(
      (options) =>
        new Promise((resolve) => {
          options?.onProgress?.({ done: 1, of: 4 });
          options?.signal?.addEventListener('abort', () => resolve({ ok: true, value: { done: 1, of: 4 } }));
        }),
    );
    await press(panel().getByRole('switch', { name: 'Use Repeat' }));
    await press(button('Save and sort'));
    expect(screen.getByRole('progressbar', { name: 'Sorting buyers' }).getAttribute('value')).toBe('1');
    await press(button('Stop'));
    expect(panel().getByText(/Stopped after 1 of 4/)).toBeTruthy();
    await press(button('Sort the rest'));
    await sorted();
    expect(panel().getByText('4 buyers sorted.')).toBeTruthy();
    expect(panel().queryByRole('button', { name: 'Sort the rest' })).toBeNull();
  });

  it('are made by the desk from facts, and need a name', async () => {
    const { fake } = await open();
    await press(button('New segment'));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of the segment' }));
    await press(button('Save and sort'));
    expect(screen.getByRole('alert').textContent).toContain('needs a name');
    expect(fake.api.segments.save).not.toHaveBeenCalled();
    type(screen.getByRole('textbox', { name: 'Name of the segment' }), 'Bulk');
    const fact = screen.getByRole('combobox', { name: 'Figure, Bulk' });
    type(fact, 'quantity');
    await settle();
    type(screen.getByRole('spinbutton', { name: 'Pieces bought, Bulk' }), '20');
    await press(button('Save and sort'));
    const [saved] = fake.api.segments.save.mock.lastCall!;
    expect(saved.rules.at(-1)).toMatchObject({
      name: 'Bulk',
      groups: [[{ fact: 'quantity', is: 'at-least', value: 20 }]],
    });
  });

  it('go back to what ships', async () => {
    const { fake } = await open();
    await press(button('New segment'));
    type(screen.getByRole('textbox', { name: 'Name of the segment' }), 'Bulk');
    await press(button('Save and sort'));
    await sorted();
    await press(button('As shipped'));
    await press(button('Save and sort'));
    expect(fake.api.segments.save).toHaveBeenLastCalledWith({ rules: shippedSegments });
  });

  it.each(['en', 'zh-CN'] as const)('pass axe with an own one (%s)', async (lang) => {
    const fake = fakeApi({ buyers: [aBuyer('Anna')] });
    const { container } = await showPage(<BuyersPage open={null} />, { fake, lang });
    await press(container.querySelector<HTMLElement>('[aria-expanded]')!);
    await press(container.querySelector<HTMLElement>('[data-add]')!);
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });
});
