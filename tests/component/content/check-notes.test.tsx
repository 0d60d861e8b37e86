import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FindingPopover } from '@/components/content/check/finding-popover';
import type { ApiProblem } from '@/utils/app/api';
import { TranslateProvider } from '@/components/ui/translate';
import { brandAs } from '@/utils/domain/ids';
import { someActions } from './builders';
import { axeFindings, button, key, press, settle, showAssistant, type, WORDS } from './harness';
import { aCheck, aFinding, aNote, openNotes } from './samples';
import { readerOf } from './words';

afterEach(cleanup);

const problems: readonly ApiProblem[] = [
  { kind: 'storage-full' },
  { kind: 'storage-newer', found: 7, known: 3 },
  { kind: 'storage-failed', code: 'Unknown' },
  { kind: 'refused', code: 'foreign-key' },
  { kind: 'shop-unknown' },
  { kind: 'no-strong-alias' },
  { kind: 'not-found' },
  { kind: 'invalid', field: 'text' },
  { kind: 'disconnected' },
];

describe('the issue list', () => {
  const findings = [
    aFinding(),
    aFinding({ rule: 'style.caps', severity: 'info', start: 70, fixes: [], excerpt: 'URGENT' }),
  ];

  it('lists every finding with rule, severity in words, and its own words', async () => {
    const { actions } = showAssistant({ check: aCheck({ hasText: true, findings }) });
    await press(button('2 issues'));
    const items = within(screen.getByRole('list', { name: 'Issues' }))
      .getAllByRole('listitem')
      .filter((item) => item.dataset.rule);
    expect(items.map((item) => [item.dataset.rule, item.dataset.severity])).toEqual([
      ['review.positive', 'block'],
      ['style.caps', 'info'],
    ]);
    expect(within(items[0]!).getByText('Not allowed')).toBeTruthy();
    await press(within(items[1]!).getByRole('button', { name: 'Show “URGENT” in the message' }));
    expect(actions.goToFinding).toHaveBeenCalledWith(findings[1]);
  });

  it('applies the fix it previews, and has no Fix button without one', async () => {
    const { actions } = showAssistant({ check: aCheck({ hasText: true, findings }) });
    await press(button('2 issues'));
    expect(screen.getByText('becomes “your honest opinion”')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Fix' })).toHaveLength(1);
    await press(button('Fix'));
    expect(actions.applyFix).toHaveBeenCalledWith(findings[0], 0);
  });

  it('explains on request, with the alternative and dated sources', async () => {
    showAssistant({ check: aCheck({ hasText: true, findings: [aFinding()] }) });
    await press(button('1 issue'));
    const why = button('Why');
    expect(why.getAttribute('aria-expanded')).toBe('false');
    await press(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Write instead: We would be glad to read your honest opinion.')).toBeTruthy();
    expect(screen.getByText('Communication guidelines, read on Nov 2, 2026')).toBeTruthy();
  });

  it('does not promise much when only some rules ran', async () => {
    showAssistant({ check: aCheck({ hasText: true, lang: 'pl', coverage: { kind: 'limited', rulesRun: 9 } }) });
    await press(button('No issues'));
    expect(screen.getByText(/only some rules know this language/)).toBeTruthy();
  });
});

describe('the finding popover', () => {
  it('shows one finding beside its words, does not take the focus, and closes on Esc', async () => {
    const onClose = vi.fn();
    const actions = someActions();
    const anchor = { left: 40, right: 90, top: 300, bottom: 318 };
    const { container } = render(
      <TranslateProvider value={readerOf(WORDS.en, 'en')}>
        <FindingPopover finding={aFinding()} anchor={anchor} uiLang="en" actions={actions} onClose={onClose} />
      </TranslateProvider>,
    );
    const popover = screen.getByRole('group', { name: 'Issue: Asks for a good review' });
    expect(document.activeElement).toBe(document.body);
    expect(popover.style.top).toBe('324px');
    await press(button('Fix'));
    expect(actions.applyFix).toHaveBeenCalledTimes(1);
    await key(button('Why'), 'Escape');
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('buyer notes', () => {
  const notes = openNotes(
    [
      aNote('n1', 'Prefers parcel lockers.'),
      aNote('n2', 'Returned once.', { editedAt: brandAs('2026-11-19T08:00:00.000Z') }),
    ],
    ['n2'],
  );

  it('opens with the field for a new note focused and saves on the button', async () => {
    const { actions } = showAssistant({ notes });
    const card = within(screen.getByRole('complementary', { name: 'Buyer notes' }));
    const field = card.getByRole<HTMLTextAreaElement>('textbox', { name: 'Add a note' });
    expect(document.activeElement).toBe(field);
    await type(field, '  Speaks English. ');
    await press(card.getByRole('button', { name: 'Save note' }));
    await settle();
    expect(actions.addNote).toHaveBeenCalledWith('Speaks English.', []);
    expect(field.value).toBe('');
  });

  it('keeps the text and says so when a note could not be saved', async () => {
    showAssistant({ notes }, { actions: { addNote: async () => false } });
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Add a note' });
    await type(field, 'Speaks English.');
    await press(button('Save note'));
    await settle();
    expect(screen.getByRole('alert').textContent).toBe('Not saved. Your text is still here: try again.');
    expect(field.value).toBe('Speaks English.');
  });

  it('saves on Enter, never while composing, and makes a line with Shift', async () => {
    const { actions } = showAssistant({ notes });
    const field = screen.getByRole('textbox', { name: 'Add a note' });
    await type(field, '说英语');
    await key(field, 'Enter', { isComposing: true });
    await key(field, 'Enter', { shiftKey: true });
    expect(actions.addNote).not.toHaveBeenCalled();
    await key(field, 'Enter');
    await settle();
    expect(actions.addNote).toHaveBeenCalledWith('说英语', []);
  });

  it('lists notes with their time and marks what changed elsewhere', () => {
    showAssistant({ notes });
    const items = within(screen.getByRole('list', { name: 'Notes' })).getAllByRole('listitem');
    expect(items[0]!.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-18T14:05:00.000Z');
    expect(items[0]!.textContent).not.toContain('Changed in another window');
    expect(items[1]!.textContent).toContain('Changed in another window');
    expect(items[1]!.textContent).toContain('edited Nov 19, 2026');
  });

  it('changes a note in place and returns to its Edit button', async () => {
    const { actions } = showAssistant({ notes });
    const edit = screen.getAllByRole('button', { name: /^Edit note/ })[0]!;
    await press(edit);
    const field = screen.getByRole('textbox', { name: 'Note text' });
    expect(document.activeElement).toBe(field);
    await type(field, 'Prefers DHL lockers.');
    await press(button('Save change'));
    await settle();
    expect(actions.editNote).toHaveBeenCalledWith('n1', 'Prefers DHL lockers.', []);
    expect(document.activeElement).toBe(screen.getAllByRole('button', { name: /^Edit note/ })[0]);
  });

  it('deletes only after one question, which Esc answers with no without closing the card', async () => {
    const { actions } = showAssistant({ notes });
    await press(screen.getAllByRole('button', { name: /^Delete note of/ })[1]!);
    expect(document.activeElement).toBe(button('Keep it'));
    await key(button('Keep it'), 'Escape');
    expect(actions.closeNotes).not.toHaveBeenCalled();
    await press(screen.getAllByRole('button', { name: /^Delete note of/ })[1]!);
    await press(button('Delete note'));
    expect(actions.deleteNote).toHaveBeenCalledWith('n2');
  });

  it('says what to write first, and why notes are not available', () => {
    const { update } = showAssistant({ notes: openNotes([]) });
    expect(screen.getByText('No notes yet. Write down what a colleague should know next time.')).toBeTruthy();
    update({ notes: { kind: 'unavailable', why: 'no-strong-alias' } });
    expect(screen.getByText(/a note could land on the wrong buyer/)).toBeTruthy();
  });

  it('has nothing of a note on the page once the card is closed', async () => {
    const { container, actions, update } = showAssistant({ notes });
    await key(screen.getByRole('textbox', { name: 'Add a note' }), 'Escape');
    expect(actions.closeNotes).toHaveBeenCalledTimes(1);
    await act(async () => update({ notes: { kind: 'closed', count: 2 } }));
    expect(container.innerHTML).not.toContain('lockers');
  });
});

describe('lines and problems', () => {
  it('announces what happened in one polite live region and lets it be dismissed', async () => {
    const { container, actions, update } = showAssistant();
    const region = container.querySelector('[aria-live=polite]')!;
    expect(region.textContent).toBe('');
    update({ notice: { kind: 'inserted', how: 'typed' } });
    expect(region.textContent).toBe('Inserted. Nothing was sent.');
    update({ notice: { kind: 'too-long', over: 12, limit: 1000 } });
    expect(region.textContent).toBe(
      '12 characters over the limit of 1000. Nothing was inserted; shorten the message first.',
    );
    await press(button('Dismiss'));
    expect(actions.dismissNotice).toHaveBeenCalledTimes(1);
  });

  it('offers to restore a draft', async () => {
    const { actions } = showAssistant({ restorable: { savedAt: brandAs('2026-11-21T09:05:00.000Z') } });
    await press(within(screen.getByRole('group', { name: 'Restore draft?' })).getByRole('button', { name: 'Restore' }));
    await press(button('Discard'));
    expect(actions.restoreDraft).toHaveBeenCalledTimes(1);
    expect(actions.discardDraft).toHaveBeenCalledTimes(1);
  });

  it('says when there is no text box', () => {
    showAssistant({ composer: 'missing' });
    expect(screen.getByText('No text box found here. Copy a reply instead.')).toBeTruthy();
  });

  it.each(problems)('says of "$kind" what happened, what was not lost and what to do', async (problem) => {
    const { container, actions } = showAssistant({ phase: 'problem', problem });
    const text = container.querySelector('[data-problem] p')?.textContent ?? '';
    expect(text.match(/[.;] /g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).not.toMatch(/page\.problem|\{\{/);
    await press(button('Try again'));
    expect(actions.retry).toHaveBeenCalledTimes(1);
  });
});
