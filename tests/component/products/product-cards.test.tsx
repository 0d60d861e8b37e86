import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { ProductCards } from '@/components/products/product-cards';
import type { ProductCard } from '@/utils/domain/products/product-card';
import { aShop, fakeApi, type Holdings } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type } from '../dashboard/harness';

const lumen = aShop('Lumen DE');
const card = (id: string, change: Partial<ProductCard> = {}): ProductCard => ({
  id,
  shopId: lumen.id,
  sku: id.toUpperCase(),
  title: `Title of ${id}`,
  values: {},
  ...change,
});
const lamp = card('lamp', { title: 'Reading lamp', values: { deviceInput: '100-240V~ 50/60Hz', devicePlug: 'E/F' } });
const shoes = card('shoes', { title: '女鞋', values: { sizeCategory: 'shoes', sizeSystem: 'CN_EU_STYLE' } });

const show = async (held: Holdings = {}, lang: 'en' | 'zh-CN' = 'en') => {
  const fake = fakeApi({ shops: [lumen], products: [lamp, shoes], ...held });
  return { fake, ...(await showPage(<ProductCards />, { fake, lang })) };
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const choose = async (name: string, text: string) => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  await act(async () => {
    fireEvent.change(input, { target: { files: [new File([text], name, { type: 'text/csv' })] } });
  });
  // The parser is loaded when the first file is read.
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
};
const unspoken = (container: Element) => container.innerHTML.match(/convert\.[a-z]+\.[\w.-]+|\{\{|undefined/);

afterEach(cleanup);

describe('the list', () => {
  test('shows what each card is known by and what it says', async () => {
    const { container } = await show();
    const row = screen.getByRole('row', { name: /Reading lamp/ });
    expect(row.textContent).toContain('LAMP');
    expect(row.textContent).toContain('100–240 V, 50/60 Hz');
    expect(row.textContent).toContain('Type E/F');
    expect(screen.getByRole('status').textContent).toBe('2 cards');
    expect([await axeFindings(container), unspoken(container)]).toEqual([[], null]);
  });

  test('speaks Chinese', async () => {
    const { container } = await show({}, 'zh-CN');
    await press(button('新建卡片'));
    expect(screen.getByRole('form', { name: '新建商品卡片' })).toBeTruthy();
    expect(unspoken(container)).toBeNull();
  });

  test('is searched', async () => {
    await show();
    type(field('Search cards'), 'lamp');
    await settle();
    expect(screen.queryByText('女鞋')).toBeNull();
    type(field('Search cards'), 'sofa');
    await settle();
    expect(screen.getByText('No card fits these words.')).toBeTruthy();
    await press(button('Clear search'));
    expect(screen.getByText('女鞋')).toBeTruthy();
  });

  test('says that it is empty, that there is no shop, or that it could not be read', async () => {
    const { unmount, container } = await show({ products: [], shops: [] });
    expect(screen.getByText('No product cards yet.')).toBeTruthy();
    expect(screen.getByText(/Cards belong to a shop/)).toBeTruthy();
    expect(button('New card')).toHaveProperty('disabled', true);
    expect(await axeFindings(container)).toEqual([]);
    unmount();
    const fake = fakeApi({ shops: [lumen] });
    fake.fail({ kind: 'storage-failed', code: 'X' });
    await showPage(<ProductCards />, { fake });
    expect(screen.getByRole('alert').textContent).toContain('could not be reached');
    fake.fail(null);
    await press(button('Try again'));
    expect(screen.getByText('No product cards yet.')).toBeTruthy();
  });

  test('of several shops asks for one before anything is added', async () => {
    const second = aShop('Lumen Ali');
    const { fake } = await show({ shops: [lumen, second] });
    expect(button('Import CSV')).toHaveProperty('disabled', true);
    fireEvent.change(field('Shop'), { target: { value: second.id } });
    await settle();
    expect(screen.getByText('No product cards yet.')).toBeTruthy();
    await press(button('New card'));
    type(field('SKU'), 'X');
    await press(button('Save card'));
    expect(fake.api.products.save.mock.lastCall?.[0]).toMatchObject({ shopId: second.id, sku: 'X' });
  });
});

describe('a card', () => {
  test('is written, with its label understood while it is typed', async () => {
    const { fake, container } = await show();
    await press(button('New card'));
    expect(document.activeElement).toBe(field('SKU'));
    type(field('SKU'), 'KETTLE');
    type(field('Input on the label'), '220-240V~ 50Hz 2000W');
    await settle();
    expect(screen.getByText(/^Understood: 220–240 V, 50 Hz, 2000 W$/)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Save card'));
    expect(fake.api.products.save.mock.lastCall?.[0]).toMatchObject({
      sku: 'KETTLE',
      values: { deviceInput: '220-240V~ 50Hz 2000W' },
    });
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.activeElement).toBe(button('New card'));
  });

  test('says what it can not take, and keeps what was typed', async () => {
    const { fake, container } = await show();
    await press(button('New card'));
    await press(button('Save card'));
    expect(field('SKU').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field('SKU'));
    type(field('SKU'), 'SHOES');
    type(field('Power (W)'), 'a lot');
    fireEvent.blur(field('Power (W)'));
    await settle();
    const note = document.getElementById(field('Power (W)').getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toContain('write a number');
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Save card'));
    expect(fake.api.products.save).not.toHaveBeenCalled();
    type(field('Power (W)'), '1800 W');
    await press(button('Save card'));
    expect(screen.getByText('Another card of this shop has it already.')).toBeTruthy();
    expect(field('Power (W)').value).toBe('1800 W');
  });

  test('is changed; Esc leaves an untouched form and no other', async () => {
    const { fake } = await show();
    await press(button('Edit Reading lamp'));
    fireEvent.keyDown(field('SKU'), { key: 'Escape' });
    await settle();
    expect(document.activeElement).toBe(button('Edit Reading lamp'));
    await press(button('Edit Reading lamp'));
    fireEvent.change(field('Plug'), { target: { value: 'G' } });
    fireEvent.keyDown(field('SKU'), { key: 'Escape' });
    await settle();
    await press(button('Save card'));
    expect(fake.api.products.save.mock.lastCall?.[0]).toMatchObject({
      id: 'lamp',
      values: { ...lamp.values, devicePlug: 'G' },
    });
    expect(screen.getByRole('row', { name: /Reading lamp/ }).textContent).toContain('Type G');
  });

  test('is deleted, and comes back', async () => {
    const { container } = await show();
    await press(button('Delete Reading lamp'));
    expect(screen.queryByRole('row', { name: /Reading lamp/ })).toBeNull();
    expect(document.activeElement).toBe(button('Undo'));
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Undo'));
    expect(screen.getByRole('row', { name: /Reading lamp/ }).textContent).toContain('100–240 V');
    expect(document.activeElement).toBe(button('Edit Reading lamp'));
  });

  test('shows what is typed as text and nothing else', async () => {
    const { container } = await show({
      products: [card('x', { title: '<img src=x onerror=alert(1)>', values: { material: '<b>oak</b>' } })],
    });
    expect(container.querySelector('img, b')).toBeNull();
    expect(screen.getByText('<b>oak</b>')).toBeTruthy();
  });
});

describe('a file', () => {
  test('is shown before it is imported, and imported when told to', async () => {
    const { fake, container } = await show();
    await press(button('Import CSV'));
    await choose('cards.csv', 'sku;plug;watts;price\nLAMP;G;;3\nSHOES;;;4\nNEW;A;40;5\nBAD;Q;;6\n');
    const preview = screen.getByRole('region', { name: 'Import of cards.csv' });
    expect(
      within(preview)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['1 new', '1 changed', '1 unchanged', '1 rejected']);
    expect(preview.textContent).toContain('Columns that are not imported: price.');
    expect(within(preview).getByRole('row', { name: /5 Rejected/ }).textContent).toContain('letter of the plug');
    expect(fake.api.products.importRows).not.toHaveBeenCalled();
    expect([await axeFindings(container), unspoken(container)]).toEqual([[], null]);
    await press(button('Import 2 rows'));
    await settle();
    expect(screen.getByText('1 new · 1 changed')).toBeTruthy();
    expect(screen.getByRole('row', { name: /Reading lamp/ }).textContent).toContain('Type G');
    await choose('cards.csv', 'sku;plug;watts\nLAMP;G;\nNEW;A;40\n');
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
    expect(screen.getByText('2 unchanged')).toBeTruthy();
  });

  test('is left alone on cancel', async () => {
    const { fake } = await show();
    await press(button('Import CSV'));
    await choose('cards.csv', 'sku,plug\nNEW,A\n');
    await press(button('Cancel'));
    expect(screen.queryByRole('region', { name: /Import of/ })).toBeNull();
    expect(fake.api.products.importRows).not.toHaveBeenCalled();
  });

  test('that is cancelled while it is saved says how far it came', async () => {
    const { fake } = await show({ products: [] });
    await press(button('Import CSV'));
    await choose('cards.csv', `sku\n${Array.from({ length: 1_200 }, (_, index) => `S${index}`).join('\n')}\n`);
    const original = fake.api.products.importRows.getMockImplementation();
    fake.api.products.importRows.mockImplementation(async (request) => {
      fireEvent.click(button('Cancel'));
      return original!(request);
    });
    await press(button('Import 1200 rows'));
    await settle();
    expect(screen.getByText('500 new · 0 changed · 700 rows not imported')).toBeTruthy();
  });

  test.each([
    ['cards.xlsx', 'PK\u0003\u0004rest', /It is a workbook/],
    ['cards.csv', 'title\nLamp\n', /No column is called sku/],
    ['cards.csv', '', /There are no rows/],
  ])('that can not be read says why: %s %#', async (name, text, words) => {
    const { container } = await show();
    await press(button('Import CSV'));
    await choose(name, text);
    expect(screen.getByRole('alert').textContent).toMatch(words);
    expect(unspoken(container)).toBeNull();
  });

  test('is exported with what the list holds', async () => {
    const { saveFile } = await show();
    await press(button('Export CSV'));
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
    const [file] = saveFile.mock.lastCall ?? [];
    expect(file).toMatchObject({
      type: 'text/csv',
      name: expect.stringMatching(/^parley-products-\d{4}-\d\d-\d\d\.csv$/),
    });
    expect(file?.text).toContain('LAMP,,Reading lamp,100-240V~ 50/60Hz,,E/F');
    expect(screen.getByRole('status').textContent).toContain('2 cards saved as');
  });
});
