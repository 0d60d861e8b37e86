import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { button, key, press, showAssistant, type } from './harness';
import { aSuggestion, threeSuggestions } from './samples';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const cardOf = (number: number): HTMLElement => button(new RegExp(`^Insert reply ${number}`)).closest('article')!;

describe('suggestion cards', () => {
  it('are none while Parley only watches, and say until when', async () => {
    showAssistant({ suggestions: [], watchingUntil: brandAs<'Instant'>('2026-11-23T08:00:00.000Z') });
    expect(screen.getByText(/^Parley only watches until Nov 23, 2026/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Insert reply/ })).toBeNull();
    await press(button('Menu'));
    expect(screen.queryByRole('button', { name: /^Find a reply/ })).toBeNull();
  });

  it('names each insert button by number and title and marks its card', async () => {
    const { actions } = showAssistant();
    expect(button('Insert reply 1: Apologise and give a new date').getAttribute('aria-keyshortcuts')).toBe('Alt+1');
    expect(cardOf(2).dataset).toMatchObject({ intent: 'where_is_order', template: 'where_is_order.tracking' });
    await press(button(/^Insert reply 3/));
    expect(actions.insertSuggestion).toHaveBeenCalledWith(2);
  });

  it('has the first open and opens another when it is focused', async () => {
    showAssistant();
    expect(cardOf(1).hasAttribute('data-open')).toBe(true);
    await act(async () => button(/^Insert reply 2/).focus());
    expect(cardOf(1).hasAttribute('data-open')).toBe(false);
    expect(cardOf(2).hasAttribute('data-open')).toBe(true);
  });

  it("shows the reply in the agent's language and in the buyer's, each with its language", () => {
    showAssistant();
    const [mine, theirs] = cardOf(1).querySelectorAll('p[lang]');
    expect(mine?.getAttribute('lang')).toBe('en');
    expect(mine?.textContent).toContain('DHL will now deliver it by New delivery date.');
    expect([theirs?.getAttribute('lang'), theirs?.getAttribute('dir')]).toEqual(['de', 'auto']);
    expect(theirs?.textContent).toContain('hätte am 17. November ankommen sollen');
  });

  it('shows one text when both languages are the same', () => {
    showAssistant({ suggestions: [aSuggestion({ counterpart: null })] });
    expect(cardOf(1).querySelectorAll('p[lang]')).toHaveLength(1);
  });

  it('says why, what is open, where facts come from, and how far the text was read', () => {
    const full = { issues: 0, coverage: { kind: 'full', rulesRun: 20 } } as const;
    showAssistant({ draftChecks: [full, full, { issues: 0, coverage: { kind: 'limited', rulesRun: 9 } }] });
    const first = within(cardOf(1));
    expect(first.getByText('immer noch nicht').getAttribute('lang')).toBe('de');
    expect(cardOf(1).textContent).toContain('= still not');
    expect(first.getByText('Order: on its way')).toBeTruthy();
    expect(first.getByText('own shipping')).toBeTruthy();
    expect(first.getByText('Needs: New delivery date')).toBeTruthy();
    expect(first.getByText('order page ✓')).toBeTruthy();
    expect(first.getByText('Draft text')).toBeTruthy();
    expect(first.getByText('Checked ✓')).toBeTruthy();
    expect(within(cardOf(3)).getByText('Reviewed by Anna K., Oct 2, 2026')).toBeTruthy();
    expect(within(cardOf(3)).getByText('Limited check, 9 rules ✓')).toBeTruthy();
  });

  it('names no other order state beside the one the order is in', () => {
    const reasons = [{ kind: 'order-state', state: 'shipped' }] as const;
    showAssistant({ suggestions: [aSuggestion({ reasons, scope: { orderStates: ['shipped', 'unshipped'] } })] });
    expect(within(cardOf(1)).getByText('Order: on its way')).toBeTruthy();
    expect(cardOf(1).textContent).not.toContain('not shipped');
  });

  it('marks open values as marks, not only by colour', () => {
    showAssistant();
    const marks = [...cardOf(1).querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['New delivery date', 'New delivery date']);
  });

  it('offers the other tone where a reply has two, and only there', async () => {
    const { actions } = showAssistant({
      suggestions: [aSuggestion({ tone: 'full' }), aSuggestion({ templateId: 'b' })],
    });
    await press(within(cardOf(1)).getByRole('button', { name: 'Shorter' }));
    expect(actions.setTone).toHaveBeenCalledWith(0, 'short');
    expect(within(cardOf(2)).queryByRole('button', { name: /Shorter|Longer/ })).toBeNull();
  });

  it('copies a reply, and lists its facts with the full text', async () => {
    const { actions } = showAssistant();
    await press(button('Copy reply 2'));
    expect(actions.copySuggestion).toHaveBeenCalledWith(1);
    expect(screen.queryByText('302-7781234-5567890')).toBeNull();
    await press(within(cardOf(1)).getByRole('button', { name: 'Full text' }));
    expect(within(cardOf(1)).getByText('302-7781234-5567890')).toBeTruthy();
  });

  it('says what to do when nothing fits', () => {
    showAssistant({ suggestions: [] });
    expect(
      screen.getByText('No ready reply fits this message. Write your own; the check runs while you type.'),
    ).toBeTruthy();
  });

  it('asks for a contact reason on a contact page without one', () => {
    showAssistant({ suggestions: [], intents: [], message: null, page: 'contact' });
    expect(screen.getByText('Choose a contact reason on the page to get replies for it.')).toBeTruthy();
  });
});

describe('missing values', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 21, 9) });
  });

  const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);

  it('asks for each open value and starts in the first field', () => {
    showAssistant({ filling: 2 });
    expect(screen.getByRole('form', { name: 'Complete the reply' })).toBeTruthy();
    expect(document.activeElement).toBe(field(/^Carrier/));
    expect(field(/^Reply-by date/).type).toBe('date');
    expect(field(/^Refund amount \(optional\)/).required).toBe(false);
  });

  it('lets insert only when nothing required is open and hands over what was typed', async () => {
    const { actions } = showAssistant({ filling: 2 });
    const insert = button('Insert') as HTMLButtonElement;
    expect(insert.disabled).toBe(true);
    await type(field(/^Carrier/), ' DHL ');
    expect(insert.disabled).toBe(true);
    await press(screen.getByRole('button', { name: 'Nov 23, 2026, +2 days from today' }));
    expect(field(/^Reply-by date/).value).toBe('2026-11-23');
    expect(insert.disabled).toBe(false);
    await press(insert);
    expect(actions.completeSuggestion).toHaveBeenCalledWith(2, { carrier: 'DHL', deadlineDate: '2026-11-23' });
  });

  it('offers past days for what has happened already', () => {
    showAssistant({
      filling: 0,
      suggestions: [aSuggestion({ open: [{ name: 'deliveredOn', type: 'date', required: true }] })],
    });
    expect(screen.getByRole('button', { name: 'Nov 20, 2026, -1 days from today' })).toBeTruthy();
  });

  it('shows the reply with the values in place while they are typed', async () => {
    showAssistant({ filling: 0 });
    await type(field(/^New delivery date/), '2026-11-28');
    expect(screen.getByRole('form').textContent).toContain('DHL will now deliver it by Nov 28, 2026.');
  });

  it('moves to the next open field on Enter, but leaves the Enter of a composition alone', async () => {
    const { actions } = showAssistant({ filling: 2 });
    await type(field(/^Carrier/), '德邦');
    await key(field(/^Carrier/), 'Enter', { isComposing: true });
    expect(document.activeElement).toBe(field(/^Carrier/));
    await key(field(/^Carrier/), 'Enter');
    expect(document.activeElement).toBe(field(/^Reply-by date/));
    expect(actions.completeSuggestion).not.toHaveBeenCalled();
  });

  it('does not submit on the Enter that ends a composition', async () => {
    const { actions } = showAssistant({ filling: 2 });
    await type(field(/^Carrier/), '德邦');
    await type(field(/^Reply-by date/), '2026-11-28');
    expect(await key(field(/^Carrier/), 'Enter', { keyCode: 229 })).toBe(false);
    expect(actions.completeSuggestion).not.toHaveBeenCalled();
  });

  it('cancels on Esc and gives the focus back to the card', async () => {
    const { actions, update } = showAssistant({ filling: 2 });
    await key(field(/^Carrier/), 'Escape');
    expect(actions.cancelFilling).toHaveBeenCalledTimes(1);
    await act(async () => update({ filling: null }));
    expect(document.activeElement).toBe(button(/^Insert reply 3/));
  });

  it('leaves the focus alone after a reply was completed', async () => {
    const { update } = showAssistant({ filling: 0 });
    await act(async () => update({ filling: null }));
    expect(document.activeElement).toBe(document.body);
  });

  it('makes a readable label of a variable nobody has named', () => {
    const open = [{ name: 'giftMessageText', type: 'text', required: true }] as const;
    showAssistant({ filling: 0, suggestions: [aSuggestion({ open }), ...threeSuggestions.slice(1)] });
    expect(field(/^Gift message text/)).toBeTruthy();
  });
});
