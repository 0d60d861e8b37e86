import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TemplatesPage } from '@/components/templates/templates-page';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type } from '../dashboard/harness';
import {
  button,
  choose,
  focused,
  ids,
  key,
  many,
  picked,
  proposal,
  row,
  show,
  start,
  three,
  unspoken,
} from './page-kit';

beforeEach(() => (window.location.hash = ''));
afterEach(cleanup);

describe('the table', () => {
  test('says of each reply what it is for, where it is offered and who has read it', async () => {
    const { container } = await show();
    expect(screen.getByRole('grid', { name: 'Replies' }).getAttribute('aria-rowcount')).toBe('4');
    const text = row('late-new-eta')?.textContent ?? '';
    for (const words of ['Late, with a new day', 'Late delivery', '0 of 3 reviewed', 'Amazon', 'on its way', 'carrier'])
      expect(text).toContain(words);
    expect(text).toContain('Not in: Spanish');
    expect(text).not.toContain('German');
    expect(row('damaged-photo')?.textContent).toMatch(/Changed.*1 of 1 reviewed.*Everywhere.*Nov 2, 2026 LW/);
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

  test('extend from the row that has the focus, however it came there', async () => {
    await show({ templates: many(6) });
    await start('r0003');
    await key('ArrowDown', { shiftKey: true });
    expect(picked()).toEqual(['r0003', 'r0004']);
  });

  test('open with Enter, search with a slash, and come back to the row with an arrow', async () => {
    await show();
    await start('late-new-eta');
    await key('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search replies' }));
    await key('ArrowDown');
    expect(focused()).toBe('late-new-eta');
    await key('Enter');
    expect(window.location.hash).toBe('#/templates/late-new-eta');
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
