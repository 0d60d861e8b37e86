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
});

describe('a file that is locked for other keys', () => {
  const identity = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`;
  const other = `AGE-SECRET-KEY-1${'P'.repeat(58)}`;
  const held = {
    files: { 'old.parley': { kind: 'locked', by: 'recipients' } as const, 'b.parley': anImport('b') },
    opens: { identity, entry: anImport('old') },
  };
  const shown = async (lang: 'en' | 'zh-CN' = 'en') => {
    const view = await showIncoming(held, { lang });
    await choose('old.parley');
    return view;
  };
  const field = () => screen.getByLabelText<HTMLInputElement>('Recovery key');
  const paste = async (text: string) => {
    type(field(), text);
    await press(button('Open with a recovery key'));
  };
  const chooseKey = async (container: HTMLElement, file: File) => {
    const input = container.querySelector<HTMLInputElement>('form input[type=file]')!;
    await act(async () => void fireEvent.change(input, { target: { files: [file] } }));
    await settle();
  };

  it('opens with the text of a recovery key, comments and all', async () => {
    const { calls, container } = await shown();
    expect(screen.getByText(/locked for other people, or for a recovery key/)).toBeTruthy();
    expect(screen.queryByLabelText('Passphrase of this file')).toBeNull();
    expect(field().type).toBe('password');
    expect(document.activeElement).toBe(field());
    expect(await axeFindings(container)).toEqual([]);
    await paste(`# Parley recovery key ${identity}`);
    expect(calls.read.mock.lastCall?.[0].key).toEqual({ identity });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'old.parley' }));
    expect(container.innerHTML).not.toContain(identity);
  });

  it('opens with the file of the key', async () => {
    const { calls, container } = await shown();
    await chooseKey(container, new File([`# made today\n${identity}\n`], 'parley-recovery-key.txt'));
    expect(calls.read.mock.lastCall?.[0].key).toEqual({ identity });
    expect(screen.getByRole('heading', { name: 'old.parley' })).toBeTruthy();
  });

  it('says when a text or a file holds no key, and tries nothing', async () => {
    const { calls, container } = await shown();
    await paste('seven kettles');
    expect(screen.getByRole('alert').textContent).toContain('There is no recovery key in this.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field());
    await chooseKey(container, new File(['x'.repeat(20_000), identity], 'holiday.txt'));
    expect(screen.getByRole('alert')).toBeTruthy();
    await press(button('Open with a recovery key'));
    expect(calls.read).toHaveBeenCalledTimes(1);
  });

  it.each(['en', 'zh-CN'] as const)('says when it is another key, and keeps asking (%s)', async (lang) => {
    const { container, calls } = await shown(lang);
    const input = container.querySelector<HTMLInputElement>('form input[type=password]')!;
    type(input, other);
    await act(async () => void fireEvent.submit(input.closest('form')!));
    await settle();
    const now = container.querySelector<HTMLInputElement>('form input[type=password]')!;
    expect([now.value, now.getAttribute('aria-invalid')]).toEqual(['', 'true']);
    expect(container.textContent).toMatch(/This key does not open the file|用这个密钥打不开文件/);
    expect(container.innerHTML).not.toMatch(/\b(imports|team|common)\.[a-z]|\{\{/);
    expect(await axeFindings(container)).toEqual([]);
    expect(calls.read.mock.lastCall?.[0].fileName).toBe('old.parley');
  });

  it('can be left', async () => {
    await shown();
    await press(button('Leave it'));
    expect(screen.queryByLabelText('Recovery key')).toBeNull();
  });
});
