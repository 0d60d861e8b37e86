import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Dashboard } from '@/components/dashboard/dashboard';
import { TemplatesPage } from '@/components/templates/templates-page';
import { fakeApi } from '../dashboard/fake-api';
import { press, showPage } from '../dashboard/harness';
import { button, choose, focused, ids, key, row, start, three, visit } from './page-kit';

beforeEach(() => (window.location.hash = ''));
afterEach(cleanup);

describe('the editor', () => {
  const fake = () => fakeApi({ templates: { templates: three } });

  test('takes the place of the list, which comes back as it was, on the row', async () => {
    const app = fake();
    await showPage(<Dashboard />, { fake: app });
    await visit('#/templates');
    await waitFor(() => expect(row('damaged-photo')).toBeTruthy(), { timeout: 15_000 });
    await choose('Words', 'changed');
    await visit('#/templates/damaged-photo');
    await screen.findByDisplayValue('Damaged, ask for a photo', undefined, { timeout: 15_000 });
    expect(screen.queryByRole('grid', { name: 'Replies' })).toBeNull();
    await visit('#/templates');
    expect(screen.queryByDisplayValue('Damaged, ask for a photo')).toBeNull();
    expect(ids()).toEqual(['damaged-photo']);
    await waitFor(() => expect(focused()).toBe('damaged-photo'));
  });

  test('begins a copy of the reply that was duplicated, and an empty one otherwise', async () => {
    await showPage(<Dashboard />, { fake: fake() });
    await visit('#/templates');
    await waitFor(() => expect(row('damaged-photo')).toBeTruthy(), { timeout: 15_000 });
    await start('damaged-photo');
    await key(' ');
    await press(button('Duplicate as own'));
    await visit(window.location.hash);
    await screen.findByDisplayValue(/Damaged, ask for a photo/, undefined, { timeout: 15_000 });
    await visit('#/templates');
    await press(button('New reply'));
    await visit(window.location.hash);
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    expect(screen.queryByDisplayValue(/Damaged, ask for a photo/)).toBeNull();
  });

  test('of a reply that is gone says so and leads back', async () => {
    await showPage(<TemplatesPage open="gone" />, { fake: fake() });
    await waitFor(() => expect(screen.getByText('There is no reply “gone” any more.')).toBeTruthy(), {
      timeout: 15_000,
    });
    window.location.hash = '#/templates/gone';
    await press(button('Show all replies'));
    expect(window.location.hash).toBe('#/templates');
  });
});
