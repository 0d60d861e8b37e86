import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SettingsPage } from '@/components/settings/settings-page';
import { brandAs } from '@/utils/domain/ids';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage } from '../dashboard/harness';

afterEach(cleanup);

const hours = (count: number) => brandAs<'Instant'>(new Date(Date.now() + count * 3_600_000).toISOString());

const open = async (watch: { from: ReturnType<typeof hours>; until: ReturnType<typeof hours> } | null) => {
  const fake = fakeApi({ settings: { watch } });
  const view = await showPage(<SettingsPage />, { fake });
  await settle();
  return { fake, ...view };
};

describe('only watching', () => {
  it('begins now, for two days, and can be stopped', async () => {
    const { fake, container } = await open(null);
    await press(screen.getByRole('button', { name: 'Only watch for two days' }));
    const [{ watch } = {}] = fake.api.settings.write.mock.calls.at(-1) ?? [];
    expect(Date.parse(watch!.until) - Date.parse(watch!.from)).toBe(2 * 86_400_000);
    expect(screen.getByText(/^Parley only watches until /)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    await press(screen.getByRole('button', { name: 'Stop watching' }));
    expect(screen.getByText(/^Parley only watched from /)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Watch again for two days' })).toBeTruthy();
  });

  it('says when it was, once it is over', async () => {
    await open({ from: hours(-72), until: hours(-24) });
    expect(screen.getByText(/^Parley only watched from /)).toBeTruthy();
  });
});
