import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotesModel } from '@/components/content/model';
import type { RecordHeader } from '@/utils/app/api';
import type { BuyerView } from '@/utils/app/buyers-api';
import { brandAs } from '@/utils/domain/ids';
import { axeFindings, button, key, press, settle, showAssistant, type } from './harness';
import { aConversion, aNote, openNotes } from './samples';

const { openRecord } = vi.hoisted(() => ({ openRecord: vi.fn<(where: string) => Promise<boolean>>() }));
vi.mock('@/utils/client/open-record', () => ({ openRecord }));

beforeEach(() => void openRecord.mockReset().mockResolvedValue(true));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const header = (change: Partial<RecordHeader> = {}): RecordHeader => ({
  buyerKey: brandAs('weber'),
  topic: 'buyer:x',
  noteCount: 0,
  returning: false,
  isNew: false,
  segments: [],
  ...change,
});

const bar = () => screen.getByRole('region', { name: 'Parley' });
const noon = () => vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00'), toFake: ['Date'] });

/** An open card of a buyer of whom a lot is known. */
const card = (change: Partial<BuyerView> = {}, buyer: object = {}): NotesModel => {
  const open = openNotes([]);
  if (open.kind !== 'open') throw new Error('the sample is not open');
  return { ...open, view: { ...open.view, ...change, buyer: { ...open.view.buyer, ...buyer } } };
};
const summary = {
  ...{ orders: 4, quantity: 6, largest: 2, spent: [], returns: 3, refunds: 0, disputes: 0, openDisputes: 0 },
  ...{ good: 1, neutral: 0, bad: 1, late: 0, notes: 0, messages: 2, products: [] },
};
const known = () =>
  card(
    {
      segments: [
        { id: 'many-returns', because: [{ fact: 'returns', is: 'at-least', value: 3, found: 3 }] },
        { id: 'at-risk', because: [{ fact: 'bad', is: 'at-least', value: 1, found: 1 }] },
      ],
      promises: [{ id: 'p1', what: 'refund', dueOn: '2026-11-24', done: 0 }] as never,
      followUps: [
        { id: 'f1', kind: 'delayed', dueAt: '2026-11-23T09:00:00.000Z', done: 0 },
        { id: 'f2', kind: 'promise', about: 'p1', dueAt: '2026-11-24T09:00:00.000Z', done: 0 },
      ] as never,
      suggestions: [
        {
          buyer: { key: 'weber-2', displayName: 'Frau Weber', country: 'AT', aliases: ['order:302-9'] },
          because: ['name'],
        },
      ] as never,
    },
    { summary, country: 'DE', lang: 'de' },
  );

describe('the word beside the notes button', () => {
  it.each([
    ['New here', { isNew: true }],
    ['New here', { isNew: false, segments: ['first-order'] }],
    ['Repeat', { returning: true }],
    ['At risk', { returning: true, segments: ['repeat', 'at-risk'] }],
  ])('is “%s” for %j, with why', (word, change) => {
    showAssistant({ record: header(change) });
    expect(within(bar()).getByText(word).title).toContain('Buyer notes');
    expect(button('Buyer notes')).toBeTruthy();
  });

  it('is not there without a record', () => {
    const { container } = showAssistant({ record: null });
    expect(container.querySelector('.p-buyer')).toBeNull();
  });
});

describe('the one place in the bar for what cannot wait', () => {
  const slot = (container: Element) => container.querySelector('.p-slot')?.textContent;
  const review = { orderId: '1', verdict: 'wait', rule: 'ctx-too-early', at: '2026-12-01' } as const;

  it('shows an escalation before a clock, a clock before a promise, a promise before a verdict', () => {
    noon();
    const dueAt = brandAs<'Instant'>(new Date('2026-11-22T13:30:00').toISOString());
    const record = header({ dueAt, promiseDueOn: '2026-11-22' });
    const { container, update } = showAssistant({ escalation: 'injury', record, review });
    expect(container.querySelectorAll('.p-slot')).toHaveLength(1);
    expect(slot(container)).not.toContain('Due');
    update({ escalation: null });
    expect(slot(container)).toBe('Due at 1:30 PM');
    update({ escalation: null, record: header({ promiseDueOn: '2026-11-22' }) });
    expect(slot(container)).toBe('Promise: Nov 22, 2026');
    update({ escalation: null, record: header({ promiseDueOn: '2026-11-25' }) });
    expect(slot(container)).toBe('No review request before Dec 1, 2026');
  });

  it('shows no clock that runs out later than in two hours, and says when one has run out', () => {
    noon();
    const at = (time: string) => header({ dueAt: brandAs(new Date(`2026-11-22T${time}`).toISOString()) });
    const { container, update } = showAssistant({ record: at('14:01:00') });
    expect(slot(container)).toBeUndefined();
    update({ record: at('11:00:00') });
    expect(slot(container)).toBe('Overdue');
  });

  it('says a verdict about reviews as a status with its rule, and leaves the place to conversions', () => {
    const { update } = showAssistant({ review });
    const status = within(bar()).getByRole('status', { name: 'Review request' });
    expect([status.dataset['verdict'], status.dataset['rule']]).toEqual(['wait', 'ctx-too-early']);
    update({ review: { ...review, verdict: 'allow' } });
    expect(within(bar()).queryByRole('status', { name: 'Review request' })).toBeNull();
    update({ review, conversions: [aConversion()] });
    expect(within(bar()).queryByRole('status', { name: 'Review request' })).toBeNull();
  });
});

describe('the buyer card', () => {
  it('shows groups with their reasons and the figures', () => {
    showAssistant({ notes: known(), record: header() });
    const groups = within(screen.getByRole('list', { name: /groups/i })).getAllByRole('listitem');
    expect(groups.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/3 returns of 4 orders$/),
      expect.stringMatching(/1 bad evaluation$/),
    ]);
    const figures = within(screen.getByRole('list', { name: 'What is known' })).getAllByRole('listitem');
    expect(figures.map(({ textContent }) => textContent)).toEqual([
      '4 orders',
      '3 orders returned',
      '1 good evaluation',
      '1 bad evaluation',
      'Germany',
      'writes German',
    ]);
  });

  it('lists what is due once, and says that it is done', async () => {
    const { actions } = showAssistant({ notes: known(), record: header() });
    const due = within(screen.getByRole('list', { name: 'Due' }));
    expect(due.getAllByRole('listitem')).toHaveLength(2);
    await press(due.getByRole('button', { name: 'Done: Promised: refund' }));
    await press(due.getByRole('button', { name: 'Done: Late' }));
    expect(vi.mocked(actions.changeRecord).mock.calls).toEqual([
      ['promiseKept', { id: 'p1' }],
      ['followUpDone', { id: 'f1' }],
    ]);
  });

  it('asks whether two records are one person, with what suggests it', async () => {
    const { actions } = showAssistant({ notes: known(), record: header() });
    const question = screen.getByRole('group', { name: 'Same person?' });
    expect(question.textContent).toContain('Frau Weber · Austria · 302-9');
    expect(question.textContent).toContain('Because of the name.');
    await press(within(question).getByRole('button', { name: 'Not the same' }));
    await press(within(question).getByRole('button', { name: 'Same person' }));
    expect(vi.mocked(actions.changeRecord).mock.calls).toEqual([
      ['joinAnswer', { other: 'weber-2', isSame: false }],
      ['joinAnswer', { other: 'weber-2', isSame: true }],
    ]);
  });

  it('adds a tag with Enter, offers those of the desk, and takes one away', async () => {
    const { actions, container } = showAssistant(
      { notes: card() },
      { actions: { knownTags: vi.fn(async () => ['repeat buyer', 'wholesale']) } },
    );
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Add a tag' });
    await act(async () => field.focus());
    await settle();
    expect([...container.querySelectorAll('option')].map(({ value }) => value)).toEqual(['wholesale']);
    await type(field, ' wholesale ');
    await act(async () => field.form?.requestSubmit());
    expect(actions.changeRecord).toHaveBeenCalledWith('tagBuyer', { add: ['wholesale'] });
    expect(field.value).toBe('');
    await press(button('Remove tag repeat buyer'));
    expect(actions.changeRecord).toHaveBeenCalledWith('tagBuyer', { remove: ['repeat buyer'] });
  });

  it('can be undone while it is new, and offers a new start once it was forgotten', async () => {
    const { actions, update } = showAssistant({ notes: card(), record: header({ isNew: true }) });
    const made = () => within(screen.getByText(/^Recorded just now/));
    await press(made().getByRole('button', { name: 'Undo' }));
    expect(vi.mocked(actions.changeRecord).mock.lastCall?.[0]).toBe('forgetBuyer');
    update({ record: header() });
    expect(screen.queryByText(/^Recorded just now/)).toBeNull();
    update({ notes: { kind: 'problem', problem: { kind: 'forgotten' } }, record: null });
    expect(screen.getByText(/Forgotten on request, nothing is kept/)).toBeTruthy();
    await press(button('Keep a record again'));
    expect(vi.mocked(actions.changeRecord).mock.lastCall?.[0]).toBe('rememberAgain');
  });

  it('opens the record beside the page and in full, and says where the browser does not let it', async () => {
    showAssistant({ notes: card() });
    await press(button('Open full record'));
    await press(button('Open in the side panel'));
    expect(openRecord.mock.calls).toEqual([['page'], ['panel']]);
    expect(screen.queryByText(/could not be opened from here/)).toBeNull();
    openRecord.mockResolvedValue(false);
    await press(button('Open in the side panel'));
    await settle();
    expect(screen.getByText(/could not be opened from here/)).toBeTruthy();
  });

  it.each(['en', 'zh-CN'] as const)('passes axe and has all its words (%s)', async (words) => {
    const { container } = showAssistant(
      { notes: known(), record: header({ isNew: true, returning: true }), uiLang: words },
      { words },
    );
    expect(await axeFindings(container)).toEqual([]);
    expect(container.textContent).not.toMatch(/\b(?:notes|buyers|follow-ups|page)\.[a-z]/i);
  });

  it('reads from right to left with marked texts of its own direction', () => {
    const { container } = showAssistant({ notes: known(), record: header(), uiLang: 'ar' });
    expect(container.querySelector('.p-root')?.getAttribute('dir')).toBe('rtl');
    expect(container.querySelector('.p-same bdi')?.textContent).toContain('Weber');
  });
});

describe('a quick note', () => {
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Add a note' });
  const open = () => showAssistant({ notes: openNotes([aNote('n1', 'Asked for size advice')]) });

  it('is saved with its digit while the note field is empty, as an ordinary note', async () => {
    const { actions } = open();
    expect(await key(field(), '1')).toBe(false);
    expect(actions.addNote).toHaveBeenCalledWith('Asked for size advice', []);
    expect(screen.getByText(/^Saved: Asked for size advice/)).toBeTruthy();
  });

  it('is written once by a finger that bounces, and another beside it', async () => {
    const { actions } = open();
    await key(field(), '1');
    await key(field(), '1');
    expect(actions.addNote).toHaveBeenCalledTimes(1);
    await key(field(), '3');
    expect(actions.addNote).toHaveBeenCalledTimes(2);
  });

  it('is taken back in one press', async () => {
    const { actions } = open();
    await key(field(), '1');
    await press(button('Undo'));
    expect(actions.deleteNote).toHaveBeenCalledWith('n1');
    expect(screen.queryByText(/^Saved/)).toBeNull();
  });

  it('leaves digits alone that belong to a text, to an input method or to another shortcut', async () => {
    const { actions } = open();
    expect(await key(field(), '6')).toBe(true);
    expect(await key(field(), '1', { altKey: true })).toBe(true);
    expect(await key(field(), '1', { isComposing: true })).toBe(true);
    await type(field(), 'Size ');
    expect(await key(field(), '4')).toBe(true);
    expect(actions.addNote).not.toHaveBeenCalled();
  });

  it('can be pressed with the mouse', async () => {
    const { actions } = open();
    await press(within(screen.getByRole('group', { name: 'Quick notes' })).getByText(/invoice/));
    expect(actions.addNote).toHaveBeenCalledWith('Needs an invoice', []);
  });
});
