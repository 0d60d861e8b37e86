import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WorklogPage } from '@/components/worklog/worklog-page';
import { aShop, fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';
import { anEntry } from './fake-worklog';

beforeEach(() => vi.setSystemTime(new Date('2026-11-22T10:00:00')));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  document.documentElement.removeAttribute('dir');
});

const aDay = () =>
  fakeApi({
    shops: [aShop('Lumen DE'), aShop('Lumen FR')],
    worklog: {
      entries: [anEntry('e1', { count: 2, severity: 'high' }), anEntry('e2', { day: '2026-11-20', text: 'Old.' })],
      counts: {
        '2026-11-22': [
          { what: 'message.sent', shopId: 'Lumen DE', count: 4 },
          { what: 'message.sent', shopId: 'Lumen FR', count: 1 },
          { what: 'note.added', shopId: 'Lumen DE', count: 1 },
          { what: 'something.new', shopId: '', count: 3 },
        ],
      },
    },
  });

const key = async (name: string, init: KeyboardEventInit = {}, target: Element = document.body) => {
  await act(async () => void fireEvent.keyDown(target, { key: name, bubbles: true, ...init }));
  await settle();
};
const form = () => screen.getByRole('form', { name: 'New entry' });
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;

describe('a day of the work log', () => {
  it('says what was done in words, by shop where there were two, and what was written down', async () => {
    const { container } = await showPage(<WorklogPage />, { fake: aDay() });
    expect(heading()).toBe('Sunday, November 22, 2026');
    const counts = within(screen.getByRole('region', { name: 'What was done' }));
    expect(counts.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^5 messages sent.*Lumen DE: 4.*Lumen FR: 1$/),
      '3 × something.new',
      '1 note written',
    ]);
    const problems = within(screen.getByRole('region', { name: 'Product problems' }));
    const [entry] = problems.getAllByRole('listitem');
    expect(entry!.textContent).toMatch(/High.*Reading lamp.*Does not work.*2 times.*Flickers after an hour\./);
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says so when there is nothing, in both languages', async () => {
    const { unmount } = await showPage(<WorklogPage />);
    expect(screen.getByText('Nothing yet today.')).toBeTruthy();
    unmount();
    const { container } = await showPage(<WorklogPage />, { lang: 'zh-CN' });
    expect(screen.getByText('今天还没有记录。')).toBeTruthy();
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says what is wrong when it cannot be read, and reads again on request', async () => {
    const fake = aDay();
    fake.fail({ kind: 'storage-failed', code: 'x' });
    await showPage(<WorklogPage />, { fake });
    fake.fail(null);
    await press(screen.getByRole('button', { name: 'Try again' }));
    expect(heading()).toContain('November 22');
  });
});

describe('choosing a day', () => {
  it('goes back and on by buttons, never beyond today', async () => {
    await showPage(<WorklogPage />, { fake: aDay() });
    expect(screen.getByRole('button', { name: /^Day after/ })).toHaveProperty('disabled', true);
    await press(screen.getByRole('button', { name: /^Day before/ }));
    expect(heading()).toBe('Saturday, November 21, 2026');
    expect(screen.getByText('Nothing on this day.')).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Today' }));
    expect(heading()).toContain('November 22');
  });

  it('takes a date, and offers the other days with work', async () => {
    await showPage(<WorklogPage />, { fake: aDay() });
    type(screen.getByLabelText('Date'), '2026-11-01');
    await settle();
    expect(heading()).toContain('November 1,');
    type(screen.getByLabelText('Other days with work'), '2026-11-20');
    await settle();
    expect(screen.getByText('Old.')).toBeTruthy();
  });

  it('goes by the arrow keys, the other way round from right to left, and not while typing', async () => {
    await showPage(<WorklogPage />, { fake: aDay() });
    await key('ArrowLeft');
    expect(heading()).toContain('November 21');
    await key('ArrowRight');
    await key('ArrowRight');
    expect(heading()).toContain('November 22');
    await key('ArrowLeft', { altKey: true });
    await key('ArrowLeft', {}, screen.getByLabelText('Date'));
    expect(heading()).toContain('November 22');
    document.documentElement.dir = 'rtl';
    document.documentElement.style.direction = 'rtl';
    await key('ArrowRight');
    document.documentElement.style.direction = '';
    expect(heading()).toContain('November 21');
  });
});

describe('an entry', () => {
  it('is begun with N, written and kept; the caret is in the text', async () => {
    const fake = aDay();
    const { container } = await showPage(<WorklogPage />, { fake });
    await key('n');
    const text = within(form()).getByLabelText('What happened');
    expect(document.activeElement).toBe(text);
    expect(await axeFindings(container)).toEqual([]);
    type(text, 'Only 12 left.');
    type(within(form()).getByLabelText('For'), 'inventory');
    type(within(form()).getByLabelText(/^Product/), 'LAMP-2');
    await act(async () => void fireEvent.submit(form()));
    await settle();
    expect(fake.api.worklog.save).toHaveBeenCalledWith(
      expect.objectContaining({ department: 'inventory', text: 'Only 12 left.', product: 'LAMP-2', day: '2026-11-22' }),
    );
    expect(within(screen.getByRole('region', { name: 'Inventory' })).getByText('Only 12 left.')).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('New entry'));
  });

  it('does not begin while something is typed', async () => {
    await showPage(<WorklogPage />, { fake: aDay() });
    await key('n', {}, screen.getByLabelText('Date'));
    await key('n', { ctrlKey: true });
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('that is there already counts up and says so', async () => {
    await showPage(<WorklogPage />, { fake: aDay() });
    await key('n');
    type(within(form()).getByLabelText(/^Product/), 'reading lamp');
    type(within(form()).getByLabelText('Reason'), 'defective');
    await act(async () => void fireEvent.submit(form()));
    await settle();
    expect(screen.getByText('The same is there already: now 3 times on this day.')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Product problems' })).getAllByRole('listitem')).toHaveLength(1);
  });

  it.each([
    ['Write to anna@example.com', /Leave out e-mail addresses/],
    ['', /Write what happened/],
  ])('with the text "%s" is not kept, and what was typed stays', async (words, said) => {
    await showPage(<WorklogPage />, { fake: aDay() });
    await key('n');
    const text = within(form()).getByLabelText('What happened');
    type(text, words);
    await act(async () => void fireEvent.submit(form()));
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(said);
    expect(text).toHaveProperty('value', words);
  });

  it('is changed where it stands, and Esc changes nothing', async () => {
    const fake = aDay();
    await showPage(<WorklogPage />, { fake });
    await press(screen.getByRole('button', { name: 'Change entry: Reading lamp' }));
    const edit = screen.getByRole('form', { name: 'Change entry' });
    type(within(edit).getByLabelText('What happened'), 'Hums.');
    await key('Escape', {}, within(edit).getByLabelText('What happened'));
    expect(screen.queryByRole('form')).toBeNull();
    expect(fake.api.worklog.save).not.toHaveBeenCalled();
    await press(screen.getByRole('button', { name: 'Change entry: Reading lamp' }));
    type(within(screen.getByRole('form')).getByLabelText('What happened'), 'Hums.');
    await act(async () => void fireEvent.submit(screen.getByRole('form')));
    await settle();
    expect(fake.api.worklog.save).toHaveBeenCalledWith(expect.objectContaining({ id: 'e1', text: 'Hums.' }));
    expect(screen.getByText('Hums.')).toBeTruthy();
  });

  it('is removed and put back', async () => {
    await showPage(<WorklogPage />, { fake: aDay() });
    await press(screen.getByRole('button', { name: 'Remove entry: Reading lamp' }));
    expect(screen.queryByText('Flickers after an hour.')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Put it back');
    await press(screen.getByRole('button', { name: 'Put it back' }));
    expect(screen.getByText('Flickers after an hour.')).toBeTruthy();
    expect(screen.getByText('2 times')).toBeTruthy();
  });
});

describe('a file of the work log', () => {
  const save = async () => {
    await act(async () => void fireEvent.submit(screen.getByRole('form', { name: 'Export' })));
    await settle();
  };

  it('has a row for every kind of work and every entry, and nothing a spreadsheet computes', async () => {
    const fake = fakeApi({
      shops: [aShop('Lumen DE')],
      worklog: {
        entries: [anEntry('e1', { text: '=1+1', count: 3 })],
        counts: { '2026-11-22': [{ what: 'message.sent', shopId: 'Lumen DE', count: 4 }] },
      },
    });
    const { saveFile, container } = await showPage(<WorklogPage />, { fake });
    await press(screen.getByRole('button', { name: 'Export' }));
    expect(await axeFindings(container)).toEqual([]);
    await save();
    await waitFor(() => expect(saveFile).toHaveBeenCalledOnce());
    const [{ name, text, type: media }] = saveFile.mock.calls[0]!;
    expect([name, media]).toEqual(['parley-work-log-2026-11-16-2026-11-22.csv', 'text/csv']);
    expect(text.replace('\ufeff', '').trim().split('\r\n')).toEqual([
      'Day,Kind,For,Urgency,Product,Reason,Text,Count,Shop',
      '2026-11-22,Work,,,,,4 messages sent,4,Amazon · Lumen DE',
      "2026-11-22,Entry,Product problems,Normal,Reading lamp,Does not work,'=1+1,3,",
    ]);
    expect(screen.getByText('Saved parley-work-log-2026-11-16-2026-11-22.csv with 2 rows.')).toBeTruthy();
  });

  it('is not made of nothing, nor of days the wrong way round', async () => {
    const { saveFile } = await showPage(<WorklogPage />);
    await press(screen.getByRole('button', { name: 'Export' }));
    await save();
    expect(screen.getByText('Nothing in these days, so there is no file.')).toBeTruthy();
    type(screen.getByLabelText('From'), '2026-11-22');
    type(screen.getByLabelText('To'), '2026-11-20');
    await save();
    expect(screen.getByRole('alert').textContent).toMatch(/first and a last day/);
    expect(saveFile).not.toHaveBeenCalled();
  });
});
