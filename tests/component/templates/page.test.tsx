import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Dashboard } from '@/components/dashboard/dashboard';
import { TemplatesPage } from '@/components/templates/templates-page';
import type { EditProposal, ListedTemplate } from '@/utils/app/templates-api';
import { brandAs } from '@/utils/domain/ids';
import { fakeApi, type Holdings } from '../dashboard/fake-api';
import { aListedTemplate, aTemplate } from '../dashboard/fake-templates';
import { axeFindings, press, settle, showPage, type } from '../dashboard/harness';

const day = (date: string) => brandAs<'Instant'>(`${date}T08:00:00.000Z`);
const late = aListedTemplate(
  aTemplate('late-new-eta', {
    intent: 'delivery_delayed',
    title: { en: 'Late, with a new day', 'zh-CN': '延误并告知新日期' },
    langs: ['en', 'de', 'zh'],
    tags: ['carrier'],
    scope: { marketplaces: ['amazon'], orderStates: ['shipped'] },
  }),
  { origin: 'shipped', uses: 12 },
);
const damaged = aListedTemplate(
  aTemplate('damaged-photo', {
    intent: 'damaged',
    title: { en: 'Damaged, ask for a photo', 'zh-CN': '破损，请发照片' },
    languages: {
      en: {
        status: { state: 'reviewed', by: 'LW', on: '2026-11-01' },
        texts: { greeting: 'Hello,', answer: 'Please send one photo of the box.' },
      },
    },
  }),
  { origin: 'changed', uses: 3, changed: { at: day('2026-11-02'), initials: 'LW' } },
);
const own = aListedTemplate(aTemplate('own-thanks', { title: { en: 'Thanks', 'zh-CN': '致谢' } }), { isOff: true });
const three = [late, damaged, own];
const proposal: EditProposal = {
  id: 'p1',
  templateId: 'late-new-eta',
  block: 'answer',
  lang: 'en',
  before: 'It will arrive by {{ newEta | day }}.',
  after: 'It should arrive on {{ newEta | day }}.',
  count: 3,
  lastAt: day('2026-11-20'),
};

const show = async (
  held: Holdings['templates'] = {},
  rest: { readonly lang?: 'en' | 'zh-CN'; readonly open?: string | null; readonly holdings?: Holdings } = {},
) => {
  const fake = fakeApi({ ...rest.holdings, templates: { templates: three, ...held } });
  const view = await showPage(<TemplatesPage open={rest.open ?? null} />, { fake, lang: rest.lang ?? 'en' });
  await settle();
  return { ...view, fake, api: fake.api.templates };
};
const many = (count: number): readonly ListedTemplate[] =>
  Array.from({ length: count }, (_, at) => {
    const id = `r${String(at + 1).padStart(4, '0')}`;
    return aListedTemplate(aTemplate(id, { title: { en: id, 'zh-CN': id } }), { uses: at });
  });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const row = (id: string) => document.querySelector<HTMLElement>(`tr[data-template="${id}"]`);
const ids = () =>
  [...document.querySelectorAll<HTMLElement>('tr[data-template]')].map((one) => one.dataset['template']);
const picked = () =>
  [...document.querySelectorAll<HTMLElement>('tr[aria-selected=true]')].map((one) => one.dataset['template']);
const focused = () => (document.activeElement as HTMLElement | null)?.dataset['template'];
const key = async (name: string, more: object = {}) => {
  fireEvent.keyDown(document.activeElement!, { key: name, ...more });
  await settle();
};
const choose = async (name: string, value: string) => {
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
  await settle();
};
const visit = async (hash: string) => {
  await act(async () => {
    window.location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  });
  await settle();
};
const start = async (id: string) => {
  row(id)!.focus();
  await settle();
};
const unspoken = (container: Element) =>
  container.innerHTML.match(/\b(templates|reply|common|buyers)\.[a-zA-Z]+[.\w-]*|\{\{(?! newEta)|undefined/);

beforeEach(() => (window.location.hash = ''));
afterEach(cleanup);

describe('the table', () => {
  test('says of each reply what it is for, where it is offered and who has read it', async () => {
    const { container } = await show();
    expect(screen.getByRole('grid', { name: 'Replies' }).getAttribute('aria-rowcount')).toBe('4');
    const text = row('late-new-eta')?.textContent ?? '';
    for (const words of ['Late, with a new day', 'Late delivery', 'Reviewed 0 of 3', 'Amazon', 'on its way', 'carrier'])
      expect(text).toContain(words);
    expect(text).toContain('Not in: Spanish');
    expect(text).not.toContain('German');
    expect(row('damaged-photo')?.textContent).toMatch(/Changed.*Reviewed 1 of 1.*Everywhere.*Nov 2, 2026 LW/);
    expect(row('own-thanks')?.textContent).toContain('Out of use');
    expect(screen.getByText('3 replies')).toBeTruthy();
    expect([await axeFindings(container), unspoken(container)]).toEqual([[], null]);
  });

  test('speaks Chinese', async () => {
    const { container } = await show({ proposals: [proposal] }, { lang: 'zh-CN' });
    expect(row('late-new-eta')?.textContent).toContain('延误并告知新日期');
    await start('own-thanks');
    await key(' ');
    await key('Delete');
    expect([await axeFindings(container), unspoken(container)]).toEqual([[], null]);
  });

  test('is sorted by its headings, which say so', async () => {
    await show();
    expect(ids()).toEqual(['damaged-photo', 'late-new-eta', 'own-thanks']);
    await press(button('Uses'));
    expect(ids()).toEqual(['late-new-eta', 'damaged-photo', 'own-thanks']);
    expect(screen.getByRole('columnheader', { name: 'Uses' }).getAttribute('aria-sort')).toBe('descending');
    await press(button('Uses'));
    expect(ids()).toEqual(['own-thanks', 'damaged-photo', 'late-new-eta']);
    expect(screen.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBe('none');
  });

  test('is searched by words of any language, and says when nothing fits', async () => {
    await show();
    const box = screen.getByRole('searchbox', { name: 'Search replies' });
    type(box, 'photo box');
    await waitFor(() => expect(ids()).toEqual(['damaged-photo']));
    type(box, '延误');
    await waitFor(() => expect(ids()).toEqual(['late-new-eta']));
    type(box, 'xyzzy');
    await waitFor(() => expect(screen.getByText('No reply fits.')).toBeTruthy());
    await press(button('Show all replies'));
    expect(ids()).toHaveLength(3);
  });

  test.each([
    ['Marketplace', 'aliexpress', ['damaged-photo', 'own-thanks']],
    ['For', 'damaged', ['damaged-photo']],
    ['Lacks language', 'de', ['damaged-photo', 'own-thanks']],
    ['Read by a person', 'whole', ['damaged-photo']],
    ['Words', 'own', ['own-thanks']],
    ['Use', 'on', ['damaged-photo', 'late-new-eta']],
  ])('is narrowed by %s', async (name, value, expected) => {
    await show();
    await choose(name, value);
    expect(ids()).toEqual(expected);
  });

  test('says that it is empty, or that it could not be read', async () => {
    const { unmount } = await show({ templates: [] });
    expect(screen.getByText('No replies yet.')).toBeTruthy();
    unmount();
    const fake = fakeApi({ templates: { templates: three } });
    fake.fail({ kind: 'storage-failed', code: 'X' });
    await showPage(<TemplatesPage open={null} />, { fake });
    expect(screen.getByRole('alert').textContent).toContain('could not be reached');
    fake.fail(null);
    await press(button('Try again'));
    expect(ids()).toHaveLength(3);
  });
});

describe('the keys', () => {
  test('move over rows, one of which is in the tab order', async () => {
    await show();
    expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
    await start('damaged-photo');
    await key('ArrowDown');
    expect(focused()).toBe('late-new-eta');
    await key('End');
    expect(focused()).toBe('own-thanks');
    await key('ArrowDown');
    expect(focused()).toBe('own-thanks');
    await key('Home');
    expect(focused()).toBe('damaged-photo');
    expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
  });

  test('select: Space one, Shift and an arrow several, Ctrl+A all, Escape none', async () => {
    await show();
    await start('damaged-photo');
    await key(' ');
    expect(picked()).toEqual(['damaged-photo']);
    await key(' ');
    expect(picked()).toEqual([]);
    await key('ArrowDown', { shiftKey: true });
    await key('ArrowDown', { shiftKey: true });
    expect(picked()).toHaveLength(3);
    await key('ArrowUp', { shiftKey: true });
    expect(picked()).toEqual(['damaged-photo', 'late-new-eta']);
    await key('a', { ctrlKey: true });
    expect(picked()).toHaveLength(3);
    expect(screen.getByText('3 selected')).toBeTruthy();
    await key('Escape');
    expect(picked()).toEqual([]);
  });

  test('open with Enter, search with a slash, and come back with an arrow', async () => {
    await show();
    await start('late-new-eta');
    await key('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search replies' }));
    await key('ArrowDown');
    expect(focused()).toBe('damaged-photo');
    await key('Enter');
    expect(window.location.hash).toBe('#/templates/damaged-photo');
  });

  test('turn the page where a hundred rows end', async () => {
    await show({ templates: many(250) });
    expect(ids()).toHaveLength(100);
    expect(screen.getByText('1 to 100 of 250')).toBeTruthy();
    await start('r0100');
    await key('ArrowDown');
    expect(focused()).toBe('r0101');
    expect(row('r0101')?.getAttribute('aria-rowindex')).toBe('102');
    await key('PageDown');
    expect(focused()).toBe('r0201');
    await press(button('Previous 100'));
    expect(screen.getByText('101 to 200 of 250')).toBeTruthy();
  });

  test('are not needed: a click selects, with Shift everything between', async () => {
    await show();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select “Damaged, ask for a photo”' }));
    await settle();
    expect(picked()).toEqual(['damaged-photo']);
    fireEvent.click(row('own-thanks')!, { shiftKey: true });
    await settle();
    expect(picked()).toHaveLength(3);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all 3 replies' }));
    await settle();
    expect(picked()).toEqual([]);
  });
});

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
    expect(row('late-new-eta')?.textContent).toContain('Reviewed 1 of 3');
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

describe('the editor', () => {
  const fake = () => fakeApi({ templates: { templates: three } });

  test('takes the place of the list, which comes back as it was, on the row', async () => {
    const app = fake();
    await showPage(<Dashboard />, { fake: app });
    await visit('#/templates');
    await waitFor(() => expect(row('damaged-photo')).toBeTruthy(), { timeout: 15_000 });
    await choose('Words', 'changed');
    await visit('#/templates/damaged-photo');
    await screen.findByDisplayValue('Damaged, ask for a photo', undefined, { timeout: 15_000 });
    expect(screen.queryByRole('grid', { name: 'Replies' })).toBeNull();
    await visit('#/templates');
    expect(screen.queryByDisplayValue('Damaged, ask for a photo')).toBeNull();
    expect(ids()).toEqual(['damaged-photo']);
    await waitFor(() => expect(focused()).toBe('damaged-photo'));
  });

  test('begins a copy of the reply that was duplicated, and an empty one otherwise', async () => {
    await showPage(<Dashboard />, { fake: fake() });
    await visit('#/templates');
    await waitFor(() => expect(row('damaged-photo')).toBeTruthy(), { timeout: 15_000 });
    await start('damaged-photo');
    await key(' ');
    await press(button('Duplicate as own'));
    await visit(window.location.hash);
    await screen.findByDisplayValue(/Damaged, ask for a photo/, undefined, { timeout: 15_000 });
    await visit('#/templates');
    await press(button('New reply'));
    await visit(window.location.hash);
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    expect(screen.queryByDisplayValue(/Damaged, ask for a photo/)).toBeNull();
  });

  test('of a reply that is gone says so and leads back', async () => {
    await showPage(<TemplatesPage open="gone" />, { fake: fake() });
    await waitFor(() => expect(screen.getByText('There is no reply “gone” any more.')).toBeTruthy(), {
      timeout: 15_000,
    });
    window.location.hash = '#/templates/gone';
    await press(button('Show all replies'));
    expect(window.location.hash).toBe('#/templates');
  });
});

describe('5,000 replies', () => {
  test('are drawn by the hundred and selected all at once', async () => {
    const { api } = await show({ templates: many(5_000) });
    expect(ids()).toHaveLength(100);
    await start('r0001');
    await key('End');
    expect(focused()).toBe('r5000');
    await key('a', { ctrlKey: true });
    expect(screen.getByText('5000 selected')).toBeTruthy();
    await press(button('Take out of use'));
    expect(api.use.mock.lastCall?.[0].ids).toHaveLength(5_000);
  });
});
