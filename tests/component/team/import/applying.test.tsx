import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { err } from '@/utils/domain/result';
import { brandAs } from '@/utils/domain/ids';
import { axeFindings, press, settle } from '../../dashboard/harness';
import { anImport } from './fake-imports';
import { announced, button, choose, showIncoming } from './kit';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const ready = anImport('anna', { tally: { new: 2, changed: 1 } });
const applied = anImport('anna', {
  state: 'applied',
  tally: { new: 2, changed: 1 },
  appliedAt: brandAs<'Instant'>('2026-11-22T08:05:00.000Z'),
  undoUntil: brandAs<'Instant'>('2026-12-22T08:05:00.000Z'),
});
const held = { files: { 'anna.parley': ready } };
const list = () => within(screen.getByRole('table', { name: 'Imports' }));

describe('applying', () => {
  it('writes what the preview says, says so, and offers to take it back', async () => {
    const { calls } = await showIncoming(held);
    await choose('anna.parley');
    await press(button('Apply import'));
    expect(calls.apply.mock.calls[0]?.[0]).toEqual({ importId: 'anna' });
    expect(announced()).toBe('anna.parley was applied. You can undo it for 30 days.');
    expect(document.activeElement?.getAttribute('role')).toBe('status');
    expect(screen.queryByRole('button', { name: 'Apply import' })).toBeNull();
    expect(list().getByText(/Applied: 3 changes\. Undo until/)).toBeTruthy();
    expect(button('Undo import')).toBeTruthy();
  });

  it('shows how far it is, and can not be begun twice or discarded meanwhile', async () => {
    const { holdJobs } = await showIncoming(held);
    await choose('anna.parley');
    holdJobs();
    await press(button('Apply import'));
    const bar = screen.getByRole('progressbar', { name: 'Applying' });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['250', '1000']);
    expect(screen.getByText(/You can leave this page: it goes on/)).toBeTruthy();
    expect(button('Apply import').hasAttribute('disabled')).toBe(true);
    expect(button('Discard').hasAttribute('disabled')).toBe(true);
  });

  it('can be stopped, and waits for a decision as before', async () => {
    const { holdJobs, calls } = await showIncoming(held);
    await choose('anna.parley');
    holdJobs();
    await press(button('Apply import'));
    await press(button('Stop'));
    expect(calls.apply.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    expect(announced()).toContain('Stopped. Everything is as it was before.');
    expect(button('Apply import').hasAttribute('disabled')).toBe(false);
  });

  it('says why it failed and can be tried again', async () => {
    const { calls } = await showIncoming(held);
    await choose('anna.parley');
    calls.apply.mockResolvedValueOnce(err({ kind: 'import-busy' }));
    await press(button('Apply import'));
    expect(screen.getByText(/Another file is being taken in/)).toBeTruthy();
    await press(button('Apply import'));
    expect(announced()).toContain('anna.parley was applied');
  });

  it('is not offered when there is nothing new', async () => {
    await showIncoming({ files: { 'anna.parley': anImport('anna', { tally: { same: 800 } }) } });
    await choose('anna.parley');
    expect(screen.getByText('0 new, 0 changed: you have all of this already.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Apply import' })).toBeNull();
    expect(button('Discard')).toBeTruthy();
  });

  it('is given up by discarding: the file is forgotten and nothing changed', async () => {
    const { calls } = await showIncoming(held);
    await choose('anna.parley');
    await press(button('Discard'));
    expect(calls.discard.mock.calls).toEqual([[{ importId: 'anna' }]]);
    expect(announced()).toBe('anna.parley was discarded. Nothing was changed.');
    expect(screen.queryByRole('table', { name: 'Imports' })).toBeNull();
  });
});

describe('taking an import back', () => {
  it('takes one click', async () => {
    const { calls } = await showIncoming({ imports: [applied] });
    await press(button('Undo import'));
    expect(calls.undo.mock.calls[0]?.[0]).toEqual({ importId: 'anna' });
    expect(announced()).toBe('Taken back. Everything is as it was before.');
    expect(screen.queryByRole('button', { name: 'Undo import' })).toBeNull();
  });

  it.each([
    [1, 'Taken back. 1 record had been changed since and keeps its changes.'],
    [2, 'Taken back. 2 records had been changed since and keep their changes.'],
  ])('says that %i had been changed since', async (keptBack, words) => {
    await showIncoming({ imports: [applied], keptBack });
    await press(button('Undo import'));
    expect(announced()).toBe(words);
  });

  it('is followed and can not be begun twice', async () => {
    const { holdJobs, calls } = await showIncoming({ imports: [applied] });
    holdJobs();
    await press(button('Undo import'));
    expect(screen.getByRole('progressbar', { name: 'Taking it back' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo import' })).toBeNull();
    expect(calls.undo).toHaveBeenCalledTimes(1);
  });

  it('says why it failed and is offered again', async () => {
    const { calls } = await showIncoming({ imports: [applied] });
    calls.undo.mockResolvedValueOnce(err({ kind: 'import-busy' }));
    await press(button('Undo import'));
    expect(screen.getByText(/Another file is being taken in/)).toBeTruthy();
    expect(button('Undo import')).toBeTruthy();
  });
});

describe('the list of imports', () => {
  it('says of each where it stands and what can be done', async () => {
    const { container } = await showIncoming({
      imports: [
        anImport('waits', { tally: { new: 1 } }),
        anImport('runs', { state: 'applying' }),
        { ...applied, id: 'stands', fileName: 'stands.parley', from: 'Anna' },
        anImport('gone', { state: 'undone', keptBack: 2 }),
      ],
    });
    const cells = (name: RegExp) =>
      within(list().getByRole('rowheader', { name }).closest('tr')!)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    expect(cells(/^waits/).slice(1)).toEqual(['Waits for you: 1 change.', 'Look at it']);
    expect(cells(/^runs/).slice(1)).toEqual(['Being applied', '']);
    expect(cells(/^stands/).slice(1)).toEqual([
      expect.stringMatching(/^Applied: 3 changes\. Undo until .*22/),
      'Undo import',
    ]);
    expect(cells(/^gone/).slice(1)).toEqual(['Taken back. 2 records kept their changes.', '']);
    expect(list().getByText('Anna')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('goes on with one that waits', async () => {
    await showIncoming({ imports: [anImport('waits', { tally: { new: 1 } })] });
    expect(screen.queryByRole('heading', { name: 'waits.parley' })).toBeNull();
    await press(button('Look at it'));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'waits.parley' }));
    expect(screen.queryByRole('button', { name: 'Look at it' })).toBeNull();
  });

  it('is asked again every second while one runs elsewhere, and rests afterwards', async () => {
    const runs = anImport('runs', { state: 'applying' });
    const { calls, put } = await showIncoming({ imports: [runs] });
    const asked = calls.imports.mock.calls.length;
    put({ ...applied, id: 'runs', fileName: 'runs.parley' });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await settle();
    expect(calls.imports.mock.calls.length).toBe(asked + 1);
    expect(button('Undo import')).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(calls.imports.mock.calls.length).toBe(asked + 1);
  });

  it('says when it can not be read, and reads again on request', async () => {
    const { calls, announce } = await showIncoming();
    calls.imports.mockResolvedValueOnce(err({ kind: 'storage-failed', code: 'gone' }));
    announce('imports');
    await settle();
    await press(button(/again/i));
    expect(screen.queryByRole('button', { name: /again/i })).toBeNull();
  });
});
