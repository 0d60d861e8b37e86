import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { aliexpress, amazon } from '../../../unit/app/desk';
import { axeFindings, press, settle, type } from '../../dashboard/harness';
import { choose, fixture, showFiles, waitUntil } from './kit';

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const field = (name: string | RegExp) => screen.getByLabelText<HTMLSelectElement>(name);
const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent ?? '');
const hears = (words: string | RegExp) => waitUntil(() => said().some((text) => text.search(words) >= 0));
/** The counts are there, and no newer ones are on their way. */
const looked = () =>
  waitUntil(
    () =>
      screen.queryByRole('list', { name: 'What the file holds' }) !== null &&
      !said().includes('Working out what the file says'),
  );
const unspoken = (container: Element) =>
  container.innerHTML.match(/\b(files|buyers|common)\.[a-zA-Z]+[.\w-]*|\{\{|undefined/);
const csv = (text: string) => new File([text], 'mine.csv');

afterEach(cleanup);

describe('a report', () => {
  test('is recognised, shown as it is understood, and taken in when told to', async () => {
    const { container, desk } = await showFiles();
    expect(screen.getByText(/never read from a file/)).toBeTruthy();
    await choose(fixture('amazon-all-orders.txt'));
    await looked();
    const title = screen.getByRole('heading', { name: 'amazon-all-orders.txt' });
    expect(document.activeElement).toBe(title);
    expect(screen.getByText('Recognised as: Amazon, All Orders report')).toBeTruthy();
    expect(field('Shop').selectedOptions[0]?.textContent).toBe('Lumen DE (Amazon)');
    expect(screen.getByText(/Left unread/).textContent).toBe('Left unread: ship-city, ship-state, ship-postal-code');
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows[2]?.textContent).toContain('2 × Desk mat · 1 × Lamp bulb');
    expect(rows[2]?.textContent).toContain('€24.10');
    expect(screen.getByText(/3\.02E\+16/).textContent).toContain('download the report again');
    expect([await axeFindings(container), unspoken(container)]).toEqual([[], null]);
    expect(await (await desk.db()).orders.count()).toBe(0);
    await press(button('Take in 3 orders'));
    await hears('3 orders taken in. 3 of them were new.');
    expect(await (await desk.db()).orders.count()).toBe(3);
    expect(document.activeElement).toBe(document.querySelector('input[type=file]'));
  });

  test('of returns shows the reason of the marketplace and not what the buyer wrote', async () => {
    const { container } = await showFiles();
    await choose(fixture('amazon-fba-returns.txt'));
    await looked();
    expect(container.textContent).toContain('UNWANTED_ITEM');
    expect(container.textContent).not.toContain('0171');
    expect(button('Take in 1 return')).toBeTruthy();
  });

  test('waits for its shop where there are several, and offers only those of its marketplace', async () => {
    await showFiles({
      shops: [
        { marketplace: amazon, name: 'Lumen DE' },
        { marketplace: amazon, name: 'Lumen FR' },
        { marketplace: aliexpress, name: 'Lumen AE' },
      ],
    });
    await choose(fixture('amazon-feedback.csv'));
    expect([...field('Shop').options].map(({ textContent }) => textContent)).toEqual([
      'Choose a shop',
      'Lumen DE (Amazon)',
      'Lumen FR (Amazon)',
    ]);
    expect(said()).toContain('Choose the shop this file belongs to.');
    expect(button(/^Take in/).disabled).toBe(true);
    type(field('Shop'), field('Shop').options[2]!.value);
    await looked();
    expect(button('Take in 2 feedbacks').disabled).toBe(false);
  });

  test('of a marketplace without a shop says where to add one', async () => {
    await showFiles();
    await choose(fixture('aliexpress-orders-gb18030.csv'));
    expect(screen.getByText(/no shop on this marketplace yet/)).toBeTruthy();
    expect(field('Letters of the file').value).toBe('gb18030');
  });

  test('can be put away again', async () => {
    await showFiles();
    await choose(fixture('amazon-feedback.csv'));
    await press(button('Cancel'));
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('input[type=file]'));
  });

  test('speaks Chinese', async () => {
    const { container } = await showFiles({ lang: 'zh-CN' });
    await choose(fixture('amazon-all-orders.txt'));
    await waitUntil(() => screen.queryByRole('table') !== null);
    expect(screen.getByText('识别为：亚马逊“所有订单”报告')).toBeTruthy();
    expect(unspoken(container)).toBeNull();
  });
});

describe('a spreadsheet of somebody’s own', () => {
  test('is mapped by hand; columns with addresses are not offered', async () => {
    await showFiles();
    await choose(csv('Ref,Who,Wert,E-Mail\n302-1000001-1000001,Ann,12.50,a@b.com'));
    expect(screen.getByText(/no report Parley knows/)).toBeTruthy();
    expect(screen.getByText('Still needed: Order number. Choose the column it stands in.')).toBeTruthy();
    const offered = [...field('Order number').options].map(({ textContent }) => textContent);
    expect(offered).toEqual(['Not in the file', 'Ref', 'Who', 'Wert']);
    type(field('Order number'), '0');
    type(field('Buyer'), '1');
    await looked();
    type(field('Amount'), '2');
    await looked();
    await waitUntil(() => screen.queryByLabelText('Currency of the amounts') !== null);
    type(field('Currency of the amounts'), 'EUR');
    await waitUntil(() => screen.getByRole('table').textContent?.includes('€12.50') === true);
    expect(screen.getByRole('table').textContent).toContain('Ann');
  });

  test('asks whether the day or the month comes first, and takes nothing in before it knows', async () => {
    const { desk } = await showFiles();
    await choose(csv('Order ID,Date,Rating,Comments\n302-1000001-1000001,05/06/2026,3,'));
    await looked();
    expect(button('Take in 1 feedback').disabled).toBe(true);
    expect(screen.getByText(/can be read both ways/)).toBeTruthy();
    type(field('Dates such as 05/06 mean'), 'month-first');
    await waitUntil(() => screen.getByRole('table').textContent?.includes('2026-05-06') === true);
    await press(button('Take in 1 feedback'));
    await hears('1 feedback taken in.');
    expect((await (await desk.db()).events.toArray()).map(({ at }) => at)).toEqual(['2026-05-06']);
  });
});

describe('what goes wrong', () => {
  test('a file that is none says so, kindly and with what to do', async () => {
    const { container } = await showFiles();
    await choose(new File(['%PDF-1.7'], 'invoice.pdf'));
    expect(screen.getByRole('alert').textContent).toContain('It is no CSV, TSV, TXT or XLSX file.');
    expect(await axeFindings(container)).toEqual([]);
    await choose(new File([], 'empty.csv'));
    expect(screen.getByRole('alert').textContent).toContain('no rows');
  });

  test('a stop while it is taken in keeps what was taken, and says how much is left', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => `302-1000000-${1_000_000 + at},2026-01-05,3,`);
    await showFiles({
      // The first part is done when the person stops.
      change: (own) => ({
        takeIn: (request, options) =>
          own.takeIn(request, {
            ...options,
            onProgress: (progress) => {
              options?.onProgress?.(progress);
              if (progress.done === 150) setTimeout(() => screen.queryByRole('button', { name: 'Stop' })?.click());
            },
          }),
      }),
    });
    await choose(csv(`Order ID,Date,Rating,Comments\n${lines.join('\n')}`));
    await looked();
    await press(button('Take in 400 feedbacks'));
    await hears(/Stopped: \d+ are left\. What was taken in stays/);
  });
});

describe('buyers as a file', () => {
  test('are saved as CSV, of one shop or of all', async () => {
    const { desk, saveFile } = await showFiles();
    const [shop] = await (await desk.db()).shops.toArray();
    await desk.buyers.see({
      shopId: shop!.id,
      aliases: [{ kind: 'order', value: '111-1', strong: true } as never],
      displayName: '=1+1',
    });
    type(field('Buyers of'), shop!.id);
    await settle();
    await press(button('Save as CSV'));
    await hears(/1 buyer saved as parley-buyers-\d{4}-\d{2}-\d{2}\.csv\./);
    const [saved] = saveFile.mock.calls[0]!;
    const text = 'blob' in saved ? await saved.blob.text() : '';
    expect(text).toContain('Name,Shop,Country');
    expect(text).toContain("'=1+1,Amazon · Lumen DE");
  });
});
