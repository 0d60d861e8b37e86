import { act, cleanup, createEvent, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { BundleApiProblem } from '@/utils/app/bundles-api';
import { axeFindings, press, settle, type } from '../../dashboard/harness';
import { anImport } from './fake-imports';
import { aFile, announced, button, choose, showIncoming } from './kit';

afterEach(() => {
  cleanup();
  document.documentElement.removeAttribute('dir');
});

const dropArea = (): HTMLElement => {
  const area = button('Import bundle').parentElement;
  if (!area) throw new Error('no drop area');
  return area;
};
/** Something is dragged; answers whether the page has taken it, so that the browser does not open it. */
const drag = async (step: 'dragOver' | 'dragLeave' | 'drop', types: readonly string[], files: readonly File[] = []) => {
  const event = createEvent[step](dropArea());
  Object.defineProperty(event, 'dataTransfer', { value: { types, files } });
  await act(async () => void fireEvent(dropArea(), event));
  await settle();
  return event.defaultPrevented;
};
const openWith = async (passphrase: string) => {
  type(screen.getByLabelText('Passphrase of this file'), passphrase);
  await press(button('Open'));
};
const locked: BundleApiProblem = { kind: 'locked', by: 'passphrase' };

describe('receiving files', () => {
  it.each(['en', 'zh-CN'] as const)('has words for everything and no barrier (%s)', async (lang) => {
    const { container } = await showIncoming({}, { lang });
    expect(container.innerHTML).not.toMatch(/\b(imports|team|common)\.[a-z]|\{\{/);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('asks for files of records, several at once', async () => {
    const { container } = await showIncoming();
    const input = container.querySelector<HTMLInputElement>('input[type=file]')!;
    expect(input.accept.split(',').sort()).toEqual(['.age', '.json', '.parley']);
    expect(input.multiple).toBe(true);
    let isAsked = false;
    input.addEventListener('click', () => (isAsked = true));
    await press(button('Import bundle'));
    expect(isAsked).toBe(true);
  });

  it('reads what is dropped, and shows before that it would', async () => {
    const { calls } = await showIncoming({ files: { 'anna.parley': anImport('anna') } });
    expect(await drag('dragOver', ['Files'])).toBe(true);
    expect(screen.getByText('Let go to read them')).toBeTruthy();
    await drag('dragLeave', ['Files']);
    expect(screen.queryByText('Let go to read them')).toBeNull();
    await drag('dragOver', ['Files']);
    expect(await drag('drop', ['Files'], [aFile('anna.parley')])).toBe(true);
    expect(screen.queryByText('Let go to read them')).toBeNull();
    expect(calls.read.mock.calls.map(([{ fileName, key }]) => [fileName, key])).toEqual([['anna.parley', {}]]);
  });

  it.each([[['text/plain', 'text/html']], [[]]])('leaves what is no file to the browser (%j)', async (types) => {
    const { calls } = await showIncoming();
    expect(await drag('dragOver', types)).toBe(false);
    expect(await drag('drop', types)).toBe(false);
    expect(screen.queryByText('Let go to read them')).toBeNull();
    expect(calls.read).not.toHaveBeenCalled();
  });

  it('does nothing when the window of the browser is closed without a choice', async () => {
    const { calls } = await showIncoming();
    await choose();
    expect(calls.read).not.toHaveBeenCalled();
    expect(announced()).toBe('');
  });

  it('says how far it is', async () => {
    const { holdJobs } = await showIncoming();
    holdJobs();
    await choose('anna.parley');
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Reading anna.parley' });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['250', '1000']);
    expect(screen.getByText('250 of 1,000')).toBeTruthy();
    expect(announced()).toContain('Reading anna.parley');
  });

  it('can be stopped: nothing was read, the others are left as well, and the focus is where one begins anew', async () => {
    const { holdJobs, calls } = await showIncoming();
    holdJobs();
    await choose('anna.parley', 'ben.parley');
    await press(button('Stop'));
    expect(calls.read.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    expect(calls.read).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.queryByText(/more file/)).toBeNull();
    expect(document.activeElement).toBe(button('Import bundle'));
  });

  it('reads several one after another and says how many wait', async () => {
    const { calls, holdJobs, letJobsGo } = await showIncoming({
      files: { 'a.parley': anImport('a'), 'b.parley': anImport('b'), 'c.parley': anImport('c') },
    });
    holdJobs();
    await choose('a.parley', 'b.parley', 'c.parley');
    expect(calls.read).toHaveBeenCalledTimes(1);
    expect(screen.getByText('2 more files wait.')).toBeTruthy();
    letJobsGo();
    await settle();
    expect(calls.read.mock.calls.map(([{ fileName }]) => fileName)).toEqual(['a.parley', 'b.parley', 'c.parley']);
    expect(screen.queryByText(/more file/)).toBeNull();
  });

  it('goes on with the others when one of them is no file of records', async () => {
    const { calls } = await showIncoming({ files: { 'b.parley': anImport('b', { tally: { new: 1 } }) } });
    await choose('holiday.parley', 'b.parley');
    expect(screen.getByText('holiday.parley')).toBeTruthy();
    expect(calls.read).toHaveBeenCalledTimes(1);
    await press(button('Close'));
    expect(screen.queryByText('holiday.parley')).toBeNull();
    expect(screen.getByRole('heading', { name: 'b.parley' })).toBeTruthy();
  });

  it('moves the focus to the heading of what was read', async () => {
    await showIncoming({ files: { 'anna.parley': anImport('anna') } });
    await choose('anna.parley');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'anna.parley' }));
  });

  it('reads from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const { container } = await showIncoming({ imports: [anImport('anna', { tally: { new: 1 } })] });
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a file that is locked', () => {
  const held = { files: { 'anna.parley': locked }, opens: { passphrase: 'seven kettles', entry: anImport('anna') } };

  it('asks for its passphrase and reads the same file again', async () => {
    const { calls, container } = await showIncoming(held);
    await choose('anna.parley');
    expect(screen.getByText(/locked with a passphrase/)).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>('Passphrase of this file');
    expect(field.type).toBe('password');
    expect(document.activeElement).toBe(field);
    expect(await axeFindings(container)).toEqual([]);
    await openWith('seven kettles');
    const [first, second] = calls.read.mock.calls.map(([request]) => request);
    expect(second?.file).toBe(first?.file);
    expect(second?.key).toEqual({ passphrase: 'seven kettles' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'anna.parley' }));
  });

  it('says when the passphrase is another one, and keeps asking', async () => {
    await showIncoming(held);
    await choose('anna.parley');
    await openWith('six kettles');
    const field = screen.getByLabelText('Passphrase of this file');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    await openWith('seven kettles');
    expect(screen.queryByLabelText('Passphrase of this file')).toBeNull();
    expect(screen.getByRole('heading', { name: 'anna.parley' })).toBeTruthy();
  });

  it('is not tried with nothing', async () => {
    const { calls } = await showIncoming(held);
    await choose('anna.parley');
    await press(button('Open'));
    await act(async () => void fireEvent.submit(button('Open').closest('form')!));
    expect(calls.read).toHaveBeenCalledTimes(1);
  });

  it('can be left, and what waits behind it is read', async () => {
    const { calls } = await showIncoming({ files: { ...held.files, 'b.parley': anImport('b') } });
    await choose('anna.parley', 'b.parley');
    expect(calls.read).toHaveBeenCalledTimes(1);
    await press(button('Leave it'));
    expect(calls.read.mock.lastCall?.[0].fileName).toBe('b.parley');
    expect(screen.queryByLabelText('Passphrase of this file')).toBeNull();
  });

  it('asks for no passphrase when it was locked for other people', async () => {
    await showIncoming({ files: { 'anna.parley': { kind: 'locked', by: 'recipients' } } });
    await choose('anna.parley');
    expect(screen.getByText(/locked for other people/)).toBeTruthy();
    expect(screen.queryByLabelText('Passphrase of this file')).toBeNull();
    await press(button('Close'));
    expect(screen.queryByText(/locked for other people/)).toBeNull();
  });
});
