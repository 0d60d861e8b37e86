import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteFinding } from '@/utils/app/note-api';
import { axeFindings, button, key, press, settle, showAssistant, type } from './harness';
import { aNote, openNotes } from './samples';

const words = {
  contact: {
    title: 'Contact data in a note',
    why: 'E-mail addresses do not belong in notes.',
    alternative: 'Keep the country or region only.',
    sources: [
      { key: 'A8', title: 'Help page', readOn: '2026-11-21', confidence: 'secondary' },
      { key: 'L9', title: 'GDPR', readOn: '2026-11-21', confidence: 'recalled' },
    ],
  },
  health: {
    title: 'Sensitive personal data',
    why: 'Health must not be kept.',
    alternative: 'Write the fact.',
    sources: [],
  },
} as const;

/** Finds `@` as contact data and `ill` as a special category. */
const reviewNote = async (text: string): Promise<readonly NoteFinding[]> => [
  ...[...text.matchAll(/\S+@\S+/g)].map(({ index, 0: excerpt }) => ({
    rule: 'note-contact-data',
    severity: 'warn' as const,
    start: index,
    end: index + excerpt.length,
    excerpt,
    words: words.contact,
  })),
  ...[...text.matchAll(/\bill\b/g)].map(({ index, 0: excerpt }) => ({
    rule: 'note-special-category',
    severity: 'block' as const,
    start: index,
    end: index + excerpt.length,
    excerpt,
    words: words.health,
  })),
];

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Add a note' });
const list = () => screen.queryByRole('list', { name: 'What this note should not keep' });
const told = () => within(field().closest('form')!).getByRole('status').textContent;
/** The check waits for real time. */
const axe = (container: Element) => {
  vi.useRealTimers();
  return axeFindings(container);
};
const show = (actions = {}) => {
  const spy = vi.fn(reviewNote);
  return {
    spy,
    ...showAssistant(
      { notes: openNotes([aNote('n1', 'Prefers lockers.')]) },
      { actions: { reviewNote: spy, ...actions } },
    ),
  };
};

describe('a note that is being written', () => {
  it('is looked at after 400 ms of quiet, once for the whole burst', async () => {
    const { spy } = show();
    await type(field(), 'anna@');
    await pass(300);
    await type(field(), 'anna@example.com');
    await pass(399);
    expect(spy).not.toHaveBeenCalled();
    await pass(1);
    expect(spy.mock.calls).toEqual([['anna@example.com']]);
    expect(within(list()!).getByText('Contact data in a note')).toBeTruthy();
  });

  it('shows each rule once with its words and what to write instead, and tells it politely', async () => {
    const { container } = show();
    await type(field(), 'anna@example.com or otto@example.com');
    await pass(400);
    const items = within(list()!).getAllByRole('listitem');
    expect(items).toHaveLength(1);
    expect([...items[0]!.querySelectorAll('q')].map(({ textContent }) => textContent)).toEqual([
      'anna@example.com',
      'otto@example.com',
    ]);
    expect(items[0]!.textContent).toContain('Keep the country or region only.');
    expect(within(items[0]!).getByText('Better not kept')).toBeTruthy();
    expect(told()).toContain('Contact data in a note. Keep the country or region only.');
    expect(await axe(container)).toEqual([]);
  });

  it('explains on request, with dated sources', async () => {
    const { container } = show();
    await type(field(), 'anna@example.com');
    await pass(400);
    const why = button('Why: Contact data in a note');
    expect(why.getAttribute('aria-expanded')).toBe('false');
    await press(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('E-mail addresses do not belong in notes.')).toBeTruthy();
    expect(screen.getByText('Help page, from a copy, read on Nov 21, 2026')).toBeTruthy();
    expect(screen.getByText('GDPR, from memory, to be checked, Nov 21, 2026')).toBeTruthy();
    expect(await axe(container)).toEqual([]);
  });

  it('says nothing any more once the words are gone', async () => {
    show();
    await type(field(), 'anna@example.com');
    await pass(400);
    await type(field(), 'Anna');
    await pass(400);
    expect(list()).toBeNull();
    await type(field(), 'anna@example.com');
    await pass(400);
    await type(field(), '');
    expect(list()).toBeNull();
    expect(told()).toBe('');
  });

  it('drops an answer that comes after more was written', async () => {
    const answers: ((found: readonly NoteFinding[]) => void)[] = [];
    show({ reviewNote: () => new Promise<readonly NoteFinding[]>((done) => answers.push(done)) });
    await type(field(), 'anna@example.com');
    await pass(400);
    await type(field(), 'Anna');
    answers[0]!(await reviewNote('anna@example.com'));
    await settle();
    expect(list()).toBeNull();
  });
});

describe('saving a note', () => {
  it('is never kept back by a warning, also before it was looked at', async () => {
    const { actions } = show();
    await type(field(), 'anna@example.com');
    await press(button('Save note'));
    await settle();
    expect(actions.addNote).toHaveBeenCalledWith('anna@example.com', []);
    expect(field().value).toBe('');
    expect(list()).toBeNull();
  });

  it('takes a second press where the note must not be kept, and names the rule', async () => {
    const { actions } = show();
    await type(field(), 'She is ill');
    await press(button('Save note'));
    await settle();
    expect(actions.addNote).not.toHaveBeenCalled();
    expect(within(list()!).getByText('Sensitive personal data')).toBeTruthy();
    expect(told()).toContain('press once more to save it as it is');
    await pass(700);
    await press(button('Save all the same'));
    await settle();
    expect(actions.addNote).toHaveBeenCalledWith('She is ill', ['note-special-category']);
    expect(button('Save note')).toBeTruthy();
  });

  it('is named and reachable while the press waits', async () => {
    const { container } = show();
    await type(field(), 'She is ill');
    await press(button('Save note'));
    await settle();
    expect(button('Save all the same')).toBeTruthy();
    expect(await axe(container)).toEqual([]);
  });

  it('takes a double click, and a key that is held down, for one press', async () => {
    const { actions } = show();
    await type(field(), 'She is ill');
    await key(field(), 'Enter');
    for (let turn = 0; turn < 5; turn += 1) {
      await settle();
      await key(field(), 'Enter');
      await pass(300);
    }
    expect(actions.addNote).not.toHaveBeenCalled();
    await pass(700);
    await key(field(), 'Enter');
    await settle();
    expect(actions.addNote).toHaveBeenCalledTimes(1);
  });

  it('asks anew about whatever was changed', async () => {
    const { actions } = show();
    await type(field(), 'She is ill');
    await press(button('Save note'));
    await settle();
    await pass(700);
    await type(field(), 'She is ill now');
    await press(button('Save note'));
    await settle();
    expect(actions.addNote).not.toHaveBeenCalled();
    await pass(700);
    await type(field(), 'Needs help');
    await press(button('Save note'));
    await settle();
    expect(actions.addNote).toHaveBeenCalledWith('Needs help', []);
  });

  it('works when nothing could be asked', async () => {
    const { actions } = show({ reviewNote: async () => [] });
    await type(field(), 'She is ill');
    await press(button('Save note'));
    await settle();
    expect(actions.addNote).toHaveBeenCalledWith('She is ill', []);
  });

  it('asks the same when a note is changed', async () => {
    const { actions } = show();
    await press(button(/^Edit note of/));
    await type(screen.getByRole('textbox', { name: 'Note text' }), 'Is ill');
    await press(button('Save change'));
    await settle();
    expect(actions.editNote).not.toHaveBeenCalled();
    await pass(700);
    await press(button('Save all the same'));
    await settle();
    expect(actions.editNote).toHaveBeenCalledWith('n1', 'Is ill', ['note-special-category']);
  });
});

describe('a note whose contact data is old', () => {
  it('says so in one line with what to do', async () => {
    const notes = openNotes([aNote('n1', 'Prefers lockers.'), aNote('n2', 'anna@example.com')]);
    if (notes.kind !== 'open') throw new Error('the card is closed');
    const words = {
      title: 'Personal data kept too long',
      why: 'It goes 30 days after delivery.',
      alternative: 'Remove the name and address; keep region and counts.',
      sources: [],
    };
    const { container } = showAssistant({
      notes: {
        ...notes,
        view: {
          ...notes.view,
          oldNotes: [notes.view.notes[1]!.id],
          retention: { rule: 'note-retention', severity: 'warn', words },
        },
      },
    });
    const [fresh, old] = within(screen.getByRole('list', { name: 'Notes' })).getAllByRole('listitem');
    expect(fresh!.textContent).not.toContain(words.title);
    expect(old!.textContent).toContain(words.title);
    expect(old!.textContent).toContain(words.alternative);
    expect(await axe(container)).toEqual([]);
  });
});
