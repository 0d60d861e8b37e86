import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawParts } from '@/components/content/parts/mount-part';
import { offerParts } from '@/components/content/parts/offered-parts';
import { press, showAssistant } from './harness';

const { needScript } = vi.hoisted(() => ({ needScript: vi.fn<(role: string) => Promise<boolean>>() }));
vi.mock('@/utils/client/sentinel-client', () => ({ needScript }));

const world = globalThis as { partsOfParley?: unknown };
beforeEach(() => delete world.partsOfParley);
afterEach(() => needScript.mockReset());

const openNotes = () => showAssistant({ notes: { kind: 'unavailable', why: 'no-strong-alias' } });

it('asks for the script of seldom parts when the first of them is opened, and draws it then', async () => {
  needScript.mockImplementation(async () => {
    offerParts(drawParts(''));
    return true;
  });
  openNotes();
  expect(screen.getByRole('group', { busy: true })).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('group', { busy: true })).toBeNull());
  await waitFor(() => expect(screen.getByText(/order number/i)).toBeTruthy());
  expect(needScript.mock.calls).toEqual([['parts']]);
});

it('says so when the script does not come, and asks again on request', async () => {
  needScript.mockResolvedValue(false);
  openNotes();
  await press(await screen.findByRole('button', { name: /try again/i }));
  await waitFor(() => expect(needScript).toHaveBeenCalledTimes(2));
});
