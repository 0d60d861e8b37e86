import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FoundReply, PaletteApi } from '@/utils/app/palette-api';
import { ok } from '@/utils/domain/result';
import { axeFindings, button, key, press, showAssistant, type } from './harness';
import { threeSuggestions } from './samples';

afterEach(cleanup);

const aHit = (place: number, change: Partial<FoundReply> = {}): FoundReply => ({
  suggestion: threeSuggestions[place]!,
  isFavourite: false,
  misfit: null,
  check: { issues: 0, coverage: { kind: 'full', rulesRun: 40 } },
  ...change,
});
const hits = [
  aHit(0),
  aHit(1, { isFavourite: true }),
  aHit(2, { misfit: { kind: 'order-state', states: ['delivered'] } }),
];

/** Opens the palette with three replies found, whatever is looked for. */
const open = async (palette: 'reply' | 'sentence' = 'reply', found: readonly FoundReply[] = hits) => {
  const findReplies = vi.fn<PaletteApi['findReplies']>(async () => ok({ hits: found, count: found.length }));
  const shown = showAssistant({ palette }, { actions: { findReplies } });
  if (found.length > 0) await screen.findAllByRole('option');
  else await screen.findByText(/^No (reply|sentence) holds/);
  return { ...shown, findReplies };
};
const search = () => screen.getByRole('searchbox');
const options = () => screen.getAllByRole('option');
const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');

describe('the palette', () => {
  it('is a named dialog with a search box, a list and no fault that axe knows', async () => {
    const { container } = await open();
    expect(screen.getByRole('dialog', { name: 'Find a reply' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search replies' }));
    expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(3);
    expect(screen.getByText('3 replies')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('shows each reply in both languages, what is open and why it is not for this order', async () => {
    await open();
    const [first, , last] = options();
    expect(first!.querySelectorAll('p[lang]')).toHaveLength(2);
    expect(first!.textContent).toContain('Needs: New delivery date');
    expect(first!.textContent).toContain('Checked ✓');
    expect(last!.textContent).toContain('For orders that are: delivered');
  });

  it('asks once for what was typed last', async () => {
    const { findReplies } = await open();
    await type(search(), 'ref');
    await type(search(), 'refund');
    await waitFor(() => expect(findReplies).toHaveBeenLastCalledWith({ query: 'refund', kind: 'reply', limit: 10 }));
  });

  it('goes up and down with the arrows, round the ends, and says which row is chosen', async () => {
    await open();
    await key(search(), 'ArrowDown');
    expect(chosen()).toBe(1);
    expect(search().getAttribute('aria-activedescendant')).toBe(options()[1]!.id);
    await key(search(), 'ArrowUp');
    await key(search(), 'ArrowUp');
    expect(chosen()).toBe(2);
  });

  it('inserts the chosen reply on Enter, and on a click the one under the pointer', async () => {
    const { actions } = await open();
    await key(search(), 'ArrowDown');
    await key(search(), 'Enter');
    expect(actions.insertFound).toHaveBeenLastCalledWith(hits[1]);
    cleanup();
    const again = await open();
    await press(options()[2]!);
    expect(again.actions.insertFound).toHaveBeenLastCalledWith(hits[2]);
  });

  it('inserts nothing of an older search when Enter is faster than the answer', async () => {
    let answer = (_: readonly FoundReply[]) => {};
    const { actions, findReplies } = await open();
    findReplies.mockImplementation(
      () => new Promise((resolve) => (answer = (found) => resolve(ok({ hits: found, count: found.length })))),
    );
    await type(search(), 'lost');
    await key(search(), 'Enter');
    expect(actions.insertFound).not.toHaveBeenCalled();
    await waitFor(() => expect(findReplies).toHaveBeenCalledTimes(2));
    await act(async () => answer([hits[2]!]));
    await waitFor(() => expect(actions.insertFound).toHaveBeenCalledExactlyOnceWith(hits[2]));
  });

  it('leaves Enter and the arrows to an input method', async () => {
    const { actions } = await open();
    expect(await key(search(), 'Enter', { isComposing: true })).toBe(true);
    await key(search(), 'ArrowDown', { isComposing: true });
    expect(actions.insertFound).not.toHaveBeenCalled();
    expect(chosen()).toBe(0);
  });

  it('closes on Esc and by its button', async () => {
    const { actions } = await open();
    expect(await key(search(), 'Escape')).toBe(false);
    expect(actions.showPalette).toHaveBeenLastCalledWith(null);
    cleanup();
    const again = await open();
    await press(button('Close the search'));
    expect(again.actions.showPalette).toHaveBeenLastCalledWith(null);
  });

  it('keeps a favourite with its button, and with the star of a row', async () => {
    const { actions } = await open();
    const star = () => button(/^Favourite: /);
    expect(star().getAttribute('aria-pressed')).toBe('false');
    await press(star());
    expect(actions.favourite).toHaveBeenLastCalledWith({ templateId: 'delivery_delayed.own', on: true });
    expect(star().getAttribute('aria-pressed')).toBe('true');
    await press(options()[1]!.querySelector<HTMLElement>('[data-star]')!);
    expect(actions.favourite).toHaveBeenLastCalledWith({ templateId: 'where_is_order.tracking', on: false });
    expect(actions.insertFound).not.toHaveBeenCalled();
  });

  it('says what to do when nothing was found', async () => {
    const { container } = await open('reply', []);
    expect(screen.getByText('Try one word less, another language, or for Chinese the pinyin.')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the sentence picker', () => {
  it('is the other tab of the same dialog', async () => {
    const { actions, findReplies, container } = await open('sentence');
    expect(screen.getByRole('dialog', { name: 'Find a sentence' })).toBeTruthy();
    expect(screen.getByRole('searchbox', { name: 'Search sentences' })).toBeTruthy();
    expect(findReplies).toHaveBeenCalledWith({ query: '', kind: 'sentence', limit: 10 });
    expect(screen.getByRole('tab', { name: 'Sentences' }).getAttribute('aria-selected')).toBe('true');
    expect(await axeFindings(container)).toEqual([]);
    await press(screen.getByRole('tab', { name: 'Replies' }));
    expect(actions.showPalette).toHaveBeenLastCalledWith('reply');
  });

  it('comes and goes with Ctrl+Enter', async () => {
    const { actions } = await open();
    await key(search(), 'Enter', { ctrlKey: true });
    expect(actions.showPalette).toHaveBeenLastCalledWith('sentence');
    expect(actions.insertFound).not.toHaveBeenCalled();
  });

  it('shows no row of the other tab', async () => {
    const { update, findReplies } = await open();
    findReplies.mockImplementation(() => new Promise(() => {}));
    update({ palette: 'sentence' });
    await waitFor(() => expect(screen.queryAllByRole('option')).toEqual([]));
  });
});

describe('a message of thanks', () => {
  it.each(['en', 'zh-CN'] as const)('is said to need no answer, in one quiet line: %s', (words) => {
    showAssistant({ needsNoReply: true, uiLang: words }, { words });
    const expected = words === 'en' ? /^The buyer only says thanks/ : /^买家只是表示感谢/;
    expect(screen.getByRole('note').textContent).toMatch(expected);
  });
});
