import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { BundleApiProblem, ImportEntry, ImportPage } from '@/utils/app/bundles-api';
import { brandAs } from '@/utils/domain/ids';
import { err, ok, type Result } from '@/utils/domain/result';
import { amazon, aShop } from '../../dashboard/fake-api';
import { press, settle } from '../../dashboard/harness';
import { aField, aLine, anImport } from './fake-imports';
import { announced, button, choose, preview, rowOf, showIncoming, take } from './kit';

afterEach(cleanup);

const ready = anImport('anna', { tally: { new: 2 } });
const rowCount = () => preview().getAllByRole('row').length - 1;
/** An answer that is given later, by hand. */
const later = <T,>() => {
  let give: (value: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => (give = resolve));
  return { answer, give: async (value: T) => (await act(async () => give(value)), settle()) };
};

describe('an import that is applied', () => {
  it('goes on when the page is left, as it says', async () => {
    const { calls, holdJobs, unmount } = await showIncoming({ files: { 'anna.parley': ready } });
    await choose('anna.parley');
    holdJobs();
    await press(button('Apply import'));
    unmount();
    expect(calls.apply.mock.calls[0]?.[1]?.signal?.aborted ?? false).toBe(false);
  });

  it('goes on when another file has been read meanwhile, and says so in the end', async () => {
    const files = { 'anna.parley': ready, 'ben.parley': anImport('ben', { tally: { new: 1 } }) };
    const { calls, holdJobs, letJobsGo } = await showIncoming({ files });
    await choose('anna.parley');
    const read = later<Result<ImportEntry, BundleApiProblem>>();
    calls.read.mockReturnValueOnce(read.answer);
    await choose('ben.parley');
    holdJobs();
    await press(button('Apply import'));
    await read.give(ok(files['ben.parley']));
    expect(calls.apply.mock.calls[0]?.[1]?.signal?.aborted ?? false).toBe(false);
    letJobsGo();
    await settle();
    expect(announced()).toContain('anna.parley was applied');
  });

  it('is said to be applied also when the list hears of it before the answer comes', async () => {
    const { calls, put, announce } = await showIncoming({ files: { 'anna.parley': ready } });
    await choose('anna.parley');
    const done = later<Result<ImportEntry, BundleApiProblem>>();
    calls.apply.mockReturnValueOnce(done.answer);
    await press(button('Apply import'));
    put({ ...ready, state: 'applied' });
    announce('imports');
    await settle();
    await done.give(ok({ ...ready, state: 'applied' }));
    expect(announced()).toContain('anna.parley was applied');
  });
});

describe('a shop that is sent elsewhere', () => {
  it('stays chosen, and the rows and counts are those of the answer', async () => {
    const theirs = { id: brandAs<'ShopId'>('s1'), name: 'Lumen', marketplace: amazon };
    const entry = anImport('anna', { tally: { conflict: 1 }, shops: [{ theirs, ours: null }] });
    const { calls, put } = await showIncoming(
      { files: { 'anna.parley': entry }, lines: [aLine(0, { kind: 'conflict' }), aLine(1, { kind: 'new' })] },
      { shops: [aShop('Lumen DE')] },
    );
    await choose('anna.parley');
    const linked = anImport('anna', { tally: { new: 7 }, shops: [{ theirs, ours: brandAs('Lumen DE') }] });
    calls.linkShop.mockImplementationOnce(async () => {
      put(linked);
      return ok(linked);
    });
    const select = screen.getByLabelText<HTMLSelectElement>('“Lumen” in the file is');
    await act(async () => void fireEvent.change(select, { target: { value: 'Lumen DE' } }));
    await settle();
    expect(screen.getByLabelText<HTMLSelectElement>('“Lumen” in the file is').value).toBe('Lumen DE');
    expect(screen.getByText('7 new')).toBeTruthy();
    // The conflicts that were looked at are gone; what there is now is shown.
    expect(rowOf('Row 1').getByText('New')).toBeTruthy();
  });
});

describe('the rows of a preview', () => {
  it('are read once, and stay when something else is heard of imports', async () => {
    const lines = Array.from({ length: 120 }, (_, n) => aLine(n));
    const entry = anImport('anna', { tally: { changed: 120 } });
    const { calls, announce } = await showIncoming({ files: { 'anna.parley': entry }, lines });
    await choose('anna.parley');
    await press(button('Show more'));
    announce('imports');
    await settle();
    expect(rowCount()).toBe(100);
    expect(calls.lines.mock.calls.map(([{ from }]) => from)).toEqual([0, 50]);
  });

  it('keep a choice that was made while more were read', async () => {
    const lines = Array.from({ length: 60 }, (_, n) =>
      aLine(n, { fields: [aField('lang', { ours: 'de', theirs: 'fr' })] }),
    );
    const { calls } = await showIncoming({
      files: { 'anna.parley': anImport('anna', { tally: { changed: 60 } }) },
      lines,
    });
    await choose('anna.parley');
    const page = later<Result<ImportPage, never>>();
    calls.lines.mockReturnValueOnce(page.answer);
    await press(button('Show more'));
    await take('Language of Row 0', 'ours');
    await page.give(ok({ lines: lines.slice(50) }));
    expect(rowCount()).toBe(60);
    expect(screen.getByLabelText<HTMLSelectElement>('Language of Row 0').value).toBe('ours');
  });

  it('show what they have written also where merging keeps ours', async () => {
    const field = aField('country', { ours: 'DE', theirs: 'FR', merged: 'DE' });
    const entry = anImport('anna', { tally: { conflict: 1 } });
    await showIncoming({ files: { 'anna.parley': entry }, lines: [aLine(0, { kind: 'conflict', fields: [field] })] });
    await choose('anna.parley');
    expect(rowOf('Row 0').getByText('FR')).toBeTruthy();
  });

  it('show what a new row holds', async () => {
    const line = aLine(0, { kind: 'new', fields: [aField('text', { theirs: 'Wants the blue one.' })] });
    await showIncoming({ files: { 'anna.parley': ready }, lines: [line] });
    await choose('anna.parley');
    expect(rowOf('Row 0').getByText('Wants the blue one.')).toBeTruthy();
  });

  it('without a name have choices with a name', async () => {
    const line = aLine(0, { title: '', fields: [aField('lang', { ours: 'de', theirs: 'fr' })] });
    await showIncoming({ files: { 'anna.parley': anImport('anna', { tally: { changed: 1 } }) }, lines: [line] });
    await choose('anna.parley');
    expect(screen.getByLabelText('All of Without a name')).toBeTruthy();
    expect(screen.getByLabelText('Language of Without a name')).toBeTruthy();
  });
});

describe('the focus', () => {
  it('goes to the status only once its words stand there', async () => {
    await showIncoming({ files: { 'anna.parley': ready } });
    await choose('anna.parley');
    const words: (string | null)[] = [];
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.getAttribute('role') === 'status') words.push(target.textContent);
    });
    await press(button('Apply import'));
    expect(words).toEqual([expect.stringContaining('anna.parley was applied')]);
  });

  it('stays with a long value when it is shown whole', async () => {
    const line = aLine(0, { fields: [aField('text', { theirs: 'x'.repeat(500) })] });
    await showIncoming({ files: { 'anna.parley': anImport('anna', { tally: { changed: 1 } }) }, lines: [line] });
    await choose('anna.parley');
    await press(button('Show all'));
    expect(document.activeElement?.textContent).toBe('x'.repeat(500));
  });

  it('stays in the table when the last rows were shown', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => aLine(n));
    await showIncoming({ files: { 'anna.parley': anImport('anna', { tally: { changed: 60 } }) }, lines });
    await choose('anna.parley');
    await press(button('Show more'));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'What the file would change' }));
  });
});

describe('what a file is said to hold', () => {
  it.each([
    ['rows were left out', { tally: { rejected: 14, same: 2 } }],
    ['rows are of unknown kinds', { unknownSections: { maps: 3 } }],
  ])('is not "all of this already" when %s', async (_what, change) => {
    await showIncoming({ files: { 'anna.parley': anImport('anna', change) } });
    await choose('anna.parley');
    expect(screen.queryByText(/you have all of this already/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Apply import' })).toBeNull();
  });
});

describe('what goes wrong', () => {
  it('is said when a file can not be discarded', async () => {
    const { calls } = await showIncoming({ files: { 'anna.parley': ready } });
    await choose('anna.parley');
    calls.discard.mockResolvedValueOnce(err({ kind: 'storage-failed', code: 'gone' }));
    await press(button('Discard'));
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('is said when the rows that are left out can not be read, and they are read again on request', async () => {
    const rejected = [{ line: 4, section: 'notes', id: 'n-1', why: { kind: 'twice' as const } }];
    const entry = anImport('anna', { tally: { rejected: 1 } });
    const { calls } = await showIncoming({ files: { 'anna.parley': entry }, rejected });
    await choose('anna.parley');
    calls.rejected.mockResolvedValueOnce(err({ kind: 'storage-failed', code: 'gone' }));
    await press(button(/^Left out/));
    await press(button(/again/i));
    const list = screen.getByRole('list', { name: 'Rows that are left out' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  });
});

describe('a file that is read after another was stopped', () => {
  it('keeps its progress when the stopped one ends late, and nothing is said of that', async () => {
    const { calls } = await showIncoming();
    const [old, next] = [
      later<Result<ImportEntry, BundleApiProblem>>(),
      later<Result<ImportEntry, BundleApiProblem>>(),
    ];
    calls.read.mockReturnValueOnce(old.answer).mockReturnValueOnce(next.answer);
    await choose('old.parley');
    await press(button('Stop'));
    await choose('next.parley');
    await old.give(err({ kind: 'damaged' }));
    expect(screen.getByRole('progressbar', { name: 'Reading next.parley' })).toBeTruthy();
    expect(screen.queryByText('old.parley')).toBeNull();
  });
});

describe('an import that is taken back', () => {
  it('shows how far it is', async () => {
    const undoUntil = brandAs<'Instant'>('2026-12-22T08:05:00.000Z');
    const { holdJobs } = await showIncoming({ imports: [anImport('anna', { state: 'applied', undoUntil })] });
    holdJobs();
    await press(button('Undo import'));
    const bar = screen.getByRole('progressbar', { name: 'Taking it back' });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['250', '1000']);
  });
});
