import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TemplatesPage } from '@/components/templates/templates-page';
import type { ListedTemplate } from '@/utils/app/templates-api';
import { fakeApi, type Holdings } from '../dashboard/fake-api';
import { aListedTemplate, aTemplate } from '../dashboard/fake-templates';
import { axeFindings, press, settle, showPage } from '../dashboard/harness';

const stock = aListedTemplate(aTemplate('stock', { langs: ['en', 'de'], title: { en: 'In stock', 'zh-CN': '有货' } }));
const late = aListedTemplate(aTemplate('late', { title: { en: 'Late', 'zh-CN': '延误' } }));

const show = async (held: Holdings['templates'] = { templates: [stock, late] }, lang: 'en' | 'zh-CN' = 'en') => {
  const fake = fakeApi({ templates: held });
  const view = await showPage(<TemplatesPage open={null} />, { fake, lang });
  await settle();
  return { ...view, fake, api: fake.api.templates };
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const give = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await act(async () => {
    fireEvent.change(input, { target: { files: [new File([content], name)] } });
  });
};
const preview = () => screen.findByRole('table', { name: 'Import preview' }, { timeout: 15_000 });
const counts = () => [...document.querySelectorAll('li[data-kind]')].map((one) => one.textContent);
const csv = (...rows: readonly string[]) => `${rows.join('\r\n')}\r\n`;
const head = 'id,title,intent,en,de';
const unspoken = (container: Element) =>
  container.innerHTML.match(/\b(templates|reply|common)\.[a-zA-Z]+[.\w-]*|\{\{(?! buyerName)|undefined/);

beforeEach(() => (window.location.hash = ''));
afterEach(cleanup);

describe('an import', () => {
  test('shows what is new, changed and refused, with line and reason, and changes nothing yet', async () => {
    const { api, container } = await show();
    await press(button('Import'));
    await give(
      'ours.csv',
      csv(
        head,
        'thanks,Thank you,any,"Hello, thank you.",Danke.',
        'late,Late,any,It is late.,',
        'odd,Odd,nonsense,Text.,Text.',
        'open,Open,any,"Hello {{ buyerName",Hallo.',
      ),
    );
    const table = await preview();
    expect(counts()).toEqual(['1 new', '1 changed', '0 as they are', '2 refused']);
    const refused = within(table).getByRole('row', { name: /Refused 4/ });
    expect(refused.textContent).toContain('does not know the concern “nonsense”');
    expect(within(table).getByRole('row', { name: /Refused 5/ }).textContent).toMatch(
      /English, sentence .*never closed/,
    );
    expect(within(table).getByRole('row', { name: /^New Thank you/ })).toBeTruthy();
    expect(api.importTemplates).not.toHaveBeenCalled();
    expect([await axeFindings(container), unspoken(container)]).toEqual([[], null]);
  });

  test('is applied when told to, and says what came of it', async () => {
    const { api } = await show();
    await press(button('Import'));
    await give('ours.csv', csv(head, 'thanks,Thank you,any,Thank you.,Danke.'));
    await preview();
    await press(button('Apply import'));
    await waitFor(() => expect(screen.getByText('1 reply added · 0 changed')).toBeTruthy());
    expect(api.importTemplates).toHaveBeenCalledTimes(1);
    expect(document.querySelector('tr[data-template=thanks]')).toBeTruthy();
  });

  test('of what was exported changes nothing, as CSV and as JSON', async () => {
    const { saveFile } = await show();
    await press(button('Export CSV'));
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(1));
    await press(button('Export JSON'));
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(2));
    await press(button('Import'));
    for (const [file] of saveFile.mock.calls) {
      expect(file.name).toMatch(/^parley-replies-\d{4}-\d\d-\d\d\.(csv|json)$/);
      await give(file.name, file.text);
      await waitFor(() => expect(counts()).toEqual(['0 new', '0 changed', '2 as they are', '0 refused']), {
        timeout: 15_000,
      });
      expect(screen.getByText('This file changes nothing.')).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Apply import' })).toBeNull();
      await press(button('Cancel'));
    }
  });

  test.each([
    ['empty.csv', '', 'There are no rows in it.'],
    ['words.csv', 'a,b\n1,2\n', 'No column is a language.'],
    ['twice.csv', 'id,en,English\na,b,c\n', 'Two columns mean en.'],
    ['quotes.csv', 'id,en\n' + 'a,"open\n'.repeat(99), 'The quotation marks do not match'],
    ['broken.json', '[', 'It is no JSON.'],
    ['other.json', '{"app":"other"}', 'There are no replies in it.'],
    ['newer.json', '{"app":"parley","kind":"templates","version":9,"templates":[]}', 'newer Parley'],
    ['book.xlsx', new Uint8Array([0x50, 0x4b, 0x03, 0x04]), 'It is a workbook.'],
  ])('of %s says why it is not read', async (name, content, reason) => {
    const { container } = await show();
    await press(button('Import'));
    await give(name, content);
    const alert = await screen.findByRole('alert', undefined, { timeout: 15_000 });
    expect(alert.textContent).toContain('This file was not imported.');
    expect(alert.textContent).toContain(reason);
    expect(unspoken(container)).toBeNull();
  });

  test('stops when told to: what was saved stays, and it says so', async () => {
    const { api } = await show();
    const rows = Array.from({ length: 600 }, (_, at) => `r${at},Reply ${at},any,Text ${at}.,Satz ${at}.`);
    await press(button('Import'));
    await give('many.csv', csv(head, ...rows));
    await preview();
    expect(screen.getByText('500 more rows are not listed.')).toBeTruthy();
    const whole = api.importTemplates.getMockImplementation()!;
    api.importTemplates.mockImplementation((request) => {
      if (api.importTemplates.mock.calls.length === 2) fireEvent.click(button('Cancel'));
      return whole(request);
    });
    await press(button('Apply import'));
    await waitFor(() => expect(screen.getByText(/Stopped\. What was saved stays\./)).toBeTruthy(), { timeout: 15_000 });
    expect(screen.getByText(/500 replies added · 0 changed · 100 not imported/)).toBeTruthy();
    expect(api.importTemplates.mock.calls.map(([{ templates }]) => templates.length)).toEqual([250, 250]);
    expect(screen.getByText('502 replies')).toBeTruthy();
  });

  test('can be cancelled while the file is read', async () => {
    await show();
    const rows = Array.from({ length: 3_000 }, (_, at) => `r${at},Reply ${at},any,Text ${at}.,Satz ${at}.`);
    await press(button('Import'));
    await give('many.csv', csv(head, ...rows));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await settle();
    expect(screen.getByText('Choose a file')).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(screen.queryByRole('table', { name: 'Import preview' })).toBeNull();
  });

  test('says what could not be saved, and what was saved before', async () => {
    const { fake, api } = await show();
    const rows = Array.from({ length: 300 }, (_, at) => `r${at},Reply ${at},any,Text ${at}.,Satz ${at}.`);
    await press(button('Import'));
    await give('many.csv', csv(head, ...rows));
    await preview();
    const whole = api.importTemplates.getMockImplementation()!;
    api.importTemplates.mockImplementation(async (request) => {
      const done = await whole(request);
      fake.fail({ kind: 'storage-full' });
      return done;
    });
    await press(button('Apply import'));
    await waitFor(() => expect(screen.getByText('250 replies were saved before. They stay.')).toBeTruthy());
    expect(screen.getAllByRole('alert')[0]?.textContent).toContain('storage is full');
  });

  test('speaks Chinese', async () => {
    const { container } = await show(undefined, 'zh-CN');
    await press(button('导入'));
    await give('ours.csv', csv(head, 'odd,Odd,nonsense,Text.,Text.', 'thanks,Thank you,any,Thank you.,Danke.'));
    await screen.findByRole('table', { name: '导入预览' }, { timeout: 15_000 });
    expect([await axeFindings(container), unspoken(container)]).toEqual([[], null]);
  });
});

describe('an export', () => {
  test('of the selection holds only that, with one column a language', async () => {
    const { saveFile } = await show();
    document.querySelector<HTMLElement>('tr[data-template=stock]')!.focus();
    fireEvent.keyDown(document.activeElement!, { key: ' ' });
    await settle();
    await press(button('Export as CSV'));
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(1));
    const [{ text, type }] = saveFile.mock.calls[0]!;
    expect(type).toBe('text/csv');
    expect(text.split('\r\n')[0]).toMatch(/^\ufeffid,title,.*,en,de$/);
    expect(text).toContain('stock');
    expect(text).not.toContain('late');
    expect(screen.getByText(/1 reply saved as parley-replies-/)).toBeTruthy();
  });

  test('of many replies lets the page breathe, and is one file', async () => {
    const many: readonly ListedTemplate[] = Array.from({ length: 450 }, (_, at) =>
      aListedTemplate(aTemplate(`r${at}`, { langs: ['en', 'fr'] })),
    );
    const { saveFile } = await show({ templates: many });
    const turns = vi.fn();
    const heartbeat = setInterval(turns);
    await press(button('Export CSV'));
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(1));
    await press(button('Export JSON'));
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(2));
    clearInterval(heartbeat);
    expect(turns).toHaveBeenCalled();
    const [sheet, list] = saveFile.mock.calls.map(([file]) => file.text) as [string, string];
    expect(sheet.match(/^\ufeff?id,/gm)).toHaveLength(1);
    expect(sheet.match(/\r\nr\d+,/g)).toHaveLength(900);
    expect((JSON.parse(list) as { templates: unknown[] }).templates).toHaveLength(450);
  });
});
