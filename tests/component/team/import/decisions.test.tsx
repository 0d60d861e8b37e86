import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { err } from '@/utils/domain/result';
import { aliexpress, amazon, aShop } from '../../dashboard/fake-api';
import { press, settle } from '../../dashboard/harness';
import { aField, aLine, anImport } from './fake-imports';
import { button, look, preview, rowOf, take, toggle } from './kit';

afterEach(cleanup);

describe('a choice', () => {
  const line = aLine(0, {
    kind: 'conflict',
    title: 'Lena',
    fields: [
      { ...aField('country', { ours: 'DE', theirs: 'FR', merged: 'FR' }), isConflict: true },
      aField('lang', { ours: 'de', theirs: 'fr', merged: 'de' }),
    ],
  });
  const shown = () =>
    rowOf('Lena')
      .getAllByRole('listitem')
      .map((item) => [...item.querySelectorAll('span > bdi')].slice(1, 3).map(({ textContent }) => textContent));

  it('for a field is kept and redraws the row from the answer', async () => {
    const { calls } = await look([line]);
    expect(shown()).toEqual([
      ['DE', 'FR'],
      ['de', 'de'],
    ]);
    await take('Country of Lena', 'ours');
    expect(calls.choose.mock.calls).toEqual([[{ importId: 'anna', n: 0, field: 'country', take: 'ours' }]]);
    expect(shown()).toEqual([
      ['DE', 'DE'],
      ['de', 'de'],
    ]);
    await take('Language of Lena', 'theirs');
    expect(shown()).toEqual([
      ['DE', 'DE'],
      ['de', 'fr'],
    ]);
    await take('Country of Lena', 'merged');
    expect(shown()).toEqual([
      ['DE', 'FR'],
      ['de', 'fr'],
    ]);
  });

  it('for the whole row holds for every field of it', async () => {
    const { calls } = await look([line]);
    await take('All of Lena', 'theirs');
    expect(calls.choose.mock.calls).toEqual([[{ importId: 'anna', n: 0, take: 'theirs' }]]);
    expect(shown()).toEqual([
      ['DE', 'FR'],
      ['de', 'fr'],
    ]);
    expect(screen.getByLabelText<HTMLSelectElement>('Language of Lena').value).toBe('theirs');
  });

  it('offers three sides by name', async () => {
    await look([line]);
    const options = within(screen.getByLabelText('Country of Lena')).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['As merged', 'Keep ours', 'Take theirs']);
  });

  it('that is not kept is told, and the row stays as it was', async () => {
    const { calls } = await look([line]);
    calls.choose.mockResolvedValueOnce(err({ kind: 'invalid', field: 'state' }));
    await take('Country of Lena', 'ours');
    expect(screen.getByLabelText<HTMLSelectElement>('Country of Lena').value).toBe('merged');
    expect(shown()).toEqual([
      ['DE', 'FR'],
      ['de', 'de'],
    ]);
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('is not offered while the import is applied elsewhere, nor for rows that stay as they are', async () => {
    const view = await look([{ ...line, kind: 'same' }], { entry: { tally: { same: 1, new: 1 } } });
    await press(toggle(/^As they are/));
    expect(preview().queryAllByRole('combobox')).toEqual([]);
    view.put(anImport('anna', { state: 'applying', tally: { same: 1, new: 1 } }));
    view.announce('imports');
    await settle();
    expect(button('Apply import').hasAttribute('disabled')).toBe(true);
  });
});

describe('rows that are left out', () => {
  it('are listed with their line, what they are and why', async () => {
    await look([], {
      entry: { tally: { rejected: 4 } },
      rejected: [
        { line: 2_007, section: 'buyers', id: 'b-1', why: { kind: 'invalid', field: 'country' } },
        { line: 3, section: 'maps', id: '<b>m</b>', why: { kind: 'unknown-section', section: 'maps' } },
        { line: 4, section: 'notes', id: 'n-1', why: { kind: 'twice' } },
        {
          line: 0,
          section: 'orders',
          id: 'o-1',
          why: { kind: 'from-the-future', at: brandAs<'Instant'>('2031-01-02T08:00:00.000Z') },
        },
      ],
    });
    expect(screen.queryByRole('list', { name: 'Rows that are left out' })).toBeNull();
    await press(toggle('Left out 4'));
    const items = within(screen.getByRole('list', { name: 'Rows that are left out' })).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Line 2,007: Buyer b-1 “country” is not as it has to be.',
      'Line 3: Maps <b>m</b> This version does not know such rows.',
      'Line 4: Note n-1 It stands in the file twice; the first one counts.',
      expect.stringMatching(/^Order o-1 Its clock says Jan 2, 2031, .* still to come/),
    ]);
  });
});

describe('shops of a file', () => {
  const theirs = (id: string, name: string) => ({ id: brandAs<'ShopId'>(id), name, marketplace: amazon });
  const mine = [aShop('Lumen DE'), aShop('Lumen FR'), aShop('Lumen RU', aliexpress)];

  it('are not asked about when they are the same here', async () => {
    await look([], { entry: { shops: [{ theirs: theirs('s1', 'Lumen'), ours: brandAs('s1') }] } }, { shops: mine });
    expect(screen.queryByRole('group', { name: 'Shops of the file' })).toBeNull();
  });

  it('can go to a shop of ours on the same marketplace, or become a new one', async () => {
    const shops = [{ theirs: theirs('s1', 'Lumen'), ours: brandAs<'ShopId'>('Lumen DE') }];
    const { calls } = await look([], { entry: { shops } }, { shops: mine });
    const select = screen.getByLabelText<HTMLSelectElement>('“Lumen” in the file is');
    expect(
      within(select)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['a new shop here', 'Lumen DE', 'Lumen FR']);
    expect(select.value).toBe('Lumen DE');
    await act(async () => void fireEvent.change(select, { target: { value: 'Lumen FR' } }));
    await settle();
    expect(calls.linkShop.mock.lastCall?.[0]).toEqual({ importId: 'anna', theirs: 's1', ours: 'Lumen FR' });
    await act(async () => void fireEvent.change(select, { target: { value: '' } }));
    await settle();
    expect(calls.linkShop.mock.lastCall?.[0]).toEqual({ importId: 'anna', theirs: 's1', ours: null });
  });

  it('are compared anew with progress, and nothing is applied meanwhile', async () => {
    const shops = [{ theirs: theirs('s1', 'Lumen'), ours: null }];
    const view = await look([], { entry: { shops, tally: { new: 1 } } }, { shops: mine });
    view.holdJobs();
    const select = screen.getByLabelText<HTMLSelectElement>('“Lumen” in the file is');
    await act(async () => void fireEvent.change(select, { target: { value: 'Lumen FR' } }));
    await settle();
    expect(screen.getByRole('progressbar', { name: 'Comparing again' }).getAttribute('value')).toBe('250');
    expect(button('Apply import').hasAttribute('disabled')).toBe(true);
    expect(select.disabled).toBe(true);
  });
});
