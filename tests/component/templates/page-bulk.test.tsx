import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { axeFindings, press, settle, type } from '../dashboard/harness';
import { button, choose, key, picked, proposal, row, show, start, unspoken } from './page-kit';

beforeEach(() => (window.location.hash = ''));
afterEach(cleanup);

describe('selected replies', () => {
  test('are taken out of use and put into use', async () => {
    const { api } = await show();
    await start('damaged-photo');
    await key('a', { metaKey: true });
    await press(button('Take out of use'));
    expect(api.use).toHaveBeenCalledWith({ ids: ['damaged-photo', 'late-new-eta', 'own-thanks'], on: false });
    expect(screen.getByText('3 replies are out of use.')).toBeTruthy();
    await press(button('Put into use'));
    expect(screen.queryAllByText('Out of use', { selector: 'td' })).toHaveLength(0);
  });

  test('only as far as they are found', async () => {
    const { api } = await show();
    await start('damaged-photo');
    await key('a', { ctrlKey: true });
    await choose('Words', 'own');
    await press(button('Put into use'));
    expect(api.use).toHaveBeenCalledWith({ ids: ['own-thanks'], on: true });
  });

  test('get a tag and lose one', async () => {
    const { api, container } = await show();
    await start('late-new-eta');
    await key(' ');
    await press(button('Tags'));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New tag' }));
    expect(await axeFindings(container)).toEqual([]);
    type(screen.getByRole('textbox', { name: 'New tag' }), ' winter ');
    await press(button('Add tag'));
    expect(api.tag).toHaveBeenCalledWith({ ids: ['late-new-eta'], add: ['winter'], remove: [] });
    expect(document.activeElement).toBe(button('Tags'));
    await press(button('Tags'));
    await press(button('carrier: take off'));
    expect(within(row('late-new-eta')!).queryByText('carrier')).toBeNull();
    expect(screen.getByText('“carrier” was taken off 1 reply.')).toBeTruthy();
  });

  test('are signed as read in chosen languages, with initials', async () => {
    const { api, container } = await show({}, { holdings: { settings: { initials: 'MK' } } });
    await start('late-new-eta');
    await key(' ');
    await press(button('Sign as read'));
    expect(screen.getByText(/Signed with your initials, MK/)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('checkbox', { name: 'German (1 not read)' }));
    await press(screen.getAllByRole('button', { name: 'Sign as read' }).at(-1)!);
    expect(api.review).toHaveBeenCalledWith({ ids: ['late-new-eta'], langs: ['de'], on: true });
    expect(row('late-new-eta')?.textContent).toContain('1 of 3 reviewed');
  });

  test('are not signed without initials, and it says where to set them', async () => {
    await show();
    await start('late-new-eta');
    await key(' ');
    await press(button('Sign as read'));
    expect(screen.getByRole('link', { name: 'Set them in the settings' }).getAttribute('href')).toBe('#/settings');
    fireEvent.click(screen.getByRole('checkbox', { name: /^German/ }));
    expect(screen.getAllByRole('button', { name: 'Sign as read' }).at(-1)).toHaveProperty('disabled', true);
  });

  test('go after a question, own ones only, and come back', async () => {
    const { api, container } = await show();
    await start('own-thanks');
    await key('a', { ctrlKey: true });
    await key('Delete');
    const question = screen.getByRole('group', { name: 'Remove the selected replies?' });
    expect(question.textContent).toContain("1 shipped reply can't be removed");
    expect(api.remove).not.toHaveBeenCalled();
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Remove 1 own reply'));
    expect(api.remove).toHaveBeenCalledWith({ ids: ['own-thanks'] });
    expect(row('own-thanks')).toBeNull();
    expect(document.activeElement).toBe(button('Undo'));
    await press(button('Undo'));
    expect(api.putBack).toHaveBeenCalledWith({ ids: ['own-thanks'] });
    expect(row('own-thanks')).toBeTruthy();
  });

  test('say what went wrong, and stay selected', async () => {
    const { fake } = await show();
    await start('own-thanks');
    await key(' ');
    fake.fail({ kind: 'storage-full' });
    await press(button('Put into use'));
    expect(screen.getByRole('alert').textContent).toContain('storage is full');
    expect(picked()).toEqual(['own-thanks']);
  });

  test('of which one begins a reply of the desk as a copy', async () => {
    await show();
    await start('late-new-eta');
    await key(' ');
    await press(button('Duplicate as own'));
    expect(window.location.hash).toBe('#/templates/new');
  });
});

describe('the desk', () => {
  test('suggests only reviewed texts when told so, and says how many that are', async () => {
    const { api } = await show();
    expect(screen.getByText('1 of 2 replies in use would be left')).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: 'Suggest only reviewed texts' }));
    await settle();
    expect(api.allowOnlyReviewed).toHaveBeenCalledWith({ on: true });
    expect(screen.getByText('1 of 2 replies in use is left')).toBeTruthy();
  });

  test('follows what is changed elsewhere', async () => {
    const { api } = await show();
    await api.use({ ids: ['own-thanks'], on: true });
    await settle();
    expect(row('own-thanks')?.textContent).toContain('In use');
  });
});

describe('a sentence that is changed again and again', () => {
  test('is shown before and after, words that went and came marked', async () => {
    const { container } = await show({ proposals: [proposal] });
    const panel = screen.getByRole('region', { name: 'You keep changing this sentence' });
    expect([...panel.querySelectorAll('del')].map((one) => one.textContent)).toEqual(['will', 'by']);
    expect([...panel.querySelectorAll('ins')].map((one) => one.textContent)).toEqual(['should', 'on']);
    expect(panel.textContent).toContain('English');
    expect(panel.textContent).toContain('changed 3 times');
    expect([await axeFindings(container), unspoken(container)]).toEqual([[], null]);
  });

  test.each([
    ['Update the reply', 'update', '“Late, with a new day” was updated.'],
    ['Save as a variant', 'variant', 'A variant of “Late, with a new day” was saved.'],
  ])('%s', async (name, as, said) => {
    const { api } = await show({ proposals: [proposal] });
    await press(button(new RegExp(`^${name}`)));
    expect(api.accept).toHaveBeenCalledWith({ proposal: 'p1', as });
    expect(screen.queryByRole('region', { name: /^You keep changing/ })).toBeNull();
    expect(screen.getByText(said)).toBeTruthy();
  });

  test('is left alone for now', async () => {
    const { api } = await show({ proposals: [{ ...proposal, after: '' }] });
    expect(screen.getByText('The sentence is taken out.')).toBeTruthy();
    await press(button(/^Not now/));
    expect(api.dismiss).toHaveBeenCalledWith({ proposal: 'p1' });
  });
});
