import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PracticePage } from '@/components/practice/practice-page';
import type { PracticeTools } from '@/components/practice/practice-tools';
import { practiceSamples } from '@/utils/app/practice/samples';
import type { PracticeScreen } from '@/utils/marketplaces/contract';
import { axeFindings, press, settle, showPage, unspoken } from '../dashboard/harness';

const samples = practiceSamples(new Date('2026-03-02T12:00:00.000Z'));

/** Tools that remember what the page gave them. */
const aPractice = () => {
  const seen: { desk?: PracticeScreen; inserted?: () => void; ended: number } = { ended: 0 };
  const startOver = vi.fn(async () => undefined);
  const tools: PracticeTools = {
    samples,
    startOver,
    start: (desk, inserted, signal) => {
      Object.assign(seen, { desk, inserted });
      signal.addEventListener('abort', () => (seen.ended += 1));
    },
  };
  return { seen, startOver, load: async () => tools };
};
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Reply to|^回复/ });
const write = (text: string) => fireEvent.input(box(), { target: { value: text } });

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('the practice page', () => {
  it.each(['en', 'zh-CN'] as const)('passes axe and has words for everything (%s)', async (lang) => {
    const { container } = await showPage(<PracticePage open={null} />, { practice: aPractice().load, lang });
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });

  it('shows what the bar reads: the conversation, its order and its shop', async () => {
    const { seen, load } = aPractice();
    await showPage(<PracticePage open="de-boots-small" />, { practice: load });
    const open = seen.desk?.open();
    expect(open).toMatchObject({ market: 'amazon', shop: { accountId: 'practice-amazon' }, country: 'AT' });
    expect(open?.bubbles.map(({ element }) => element.textContent)).toEqual([samples[1]?.messages[0]?.text]);
    expect(seen.desk?.composer()).toBe(box());
    expect(within(screen.getByRole('region', { name: 'Order' })).getByText('Size EU 42, black')).toBeTruthy();
  });

  it('marks who was not read yet, and lets one language be chosen', async () => {
    await showPage(<PracticePage open={null} />, { practice: aPractice().load });
    expect(screen.getAllByRole('link', { name: /unread/ })).toHaveLength(39);
    fireEvent.change(screen.getByRole('combobox', { name: 'Language' }), { target: { value: 'ja' } });
    expect(within(screen.getByRole('navigation')).getAllByRole('link')).toHaveLength(3);
  });

  it('goes through the buyers with the arrow keys', async () => {
    await showPage(<PracticePage open={null} />, { practice: aPractice().load });
    const links = within(screen.getByRole('navigation')).getAllByRole('link');
    links[0]?.focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(links[1]);
    fireEvent.keyDown(document.activeElement!, { key: 'End' });
    expect(document.activeElement).toBe(links.at(-1));
  });

  it('keeps a sent message in the conversation and tells the bar; an empty one is nothing', async () => {
    const { seen, load } = aPractice();
    await showPage(<PracticePage open={null} />, { practice: load });
    const heard = vi.fn();
    seen.desk?.onSent(heard, new AbortController().signal);
    await press(screen.getByRole('button', { name: 'Send' }));
    expect(heard).not.toHaveBeenCalled();
    write('Guten Tag');
    await press(screen.getByRole('button', { name: 'Send' }));
    expect(heard).toHaveBeenCalledOnce();
    expect(box().value).toBe('');
    expect(screen.getByText('Kept here. Nothing was sent.')).toBeTruthy();
    expect(seen.desk?.open()?.bubbles.at(-1)).toMatchObject({ side: 'seller', text: 'Guten Tag' });
  });

  it('starts over: messages go, buyers are unread again, and the bar begins anew', async () => {
    const { seen, startOver, load } = aPractice();
    await showPage(<PracticePage open={null} />, { practice: load });
    write('Guten Tag');
    await press(screen.getByRole('button', { name: 'Send' }));
    await press(screen.getByRole('button', { name: 'Start over' }));
    expect(startOver).toHaveBeenCalledOnce();
    expect(seen.ended).toBe(1);
    expect(screen.queryByText('Guten Tag')).toBeNull();
    expect(seen.desk?.composer()).toBe(box());
  });

  it('says so when it could not be loaded', async () => {
    await showPage(<PracticePage open={null} />, { practice: () => Promise.reject(new Error('gone')) });
    expect(screen.getByText(/could not be loaded/)).toBeTruthy();
  });
});

describe('the lesson', () => {
  const done = () => document.querySelectorAll('li[data-done=true]').length;

  it('ticks off what was done, and nothing by emptying the box', async () => {
    const { seen, load } = aPractice();
    await showPage(<PracticePage open="first" />, { practice: load });
    act(() => void fireEvent.keyDown(box(), { code: 'Digit1', altKey: true }));
    expect(done()).toBe(1);
    act(() => seen.inserted?.());
    expect(done()).toBe(2);
    await press(screen.getByRole('button', { name: 'Add the sentence' }));
    expect(box().value).toBe('Bitte geben Sie uns 5 Sterne.');
    write('');
    expect(done()).toBe(2);
    write('Teilen Sie Ihre Erfahrung gern in einer Rezension.');
    await settle();
    expect(done()).toBe(3);
    expect(screen.getByText(/That is all there is to it/)).toBeTruthy();
  });

  it('stays away once it was closed, until it is asked for or its own address is opened', async () => {
    await showPage(<PracticePage open={null} />, { practice: aPractice().load });
    await press(screen.getByRole('button', { name: 'Close the lesson' }));
    cleanup();
    await showPage(<PracticePage open={null} />, { practice: aPractice().load });
    expect(screen.queryByText('Your first reply')).toBeNull();
    expect(screen.getByRole('button', { name: 'Show the lesson' })).toBeTruthy();
    cleanup();
    await showPage(<PracticePage open="first" />, { practice: aPractice().load });
    expect(screen.getByText('Your first reply')).toBeTruthy();
  });

  it('leads back to its own conversation from another one', async () => {
    await showPage(<PracticePage open="en-cancel" />, { practice: aPractice().load });
    expect(screen.getByRole('link', { name: 'Open Sabine’s message' }).getAttribute('href')).toBe('#/practice/first');
    expect(screen.queryByRole('button', { name: 'Add the sentence' })).toBeNull();
  });
});
