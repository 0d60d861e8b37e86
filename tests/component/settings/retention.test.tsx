import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { RetentionSection } from '@/components/settings/retention-section';
import type { JobOptions } from '@/utils/app/buyers-api';
import type { PurgeReport } from '@/utils/app/retention-api';
import { err, ok } from '@/utils/domain/result';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';

afterEach(cleanup);

const over: PurgeReport = { contacts: 40, evaluations: 1, identities: 12, examples: ['Anna K.', 'Tom'] };
const nothing: PurgeReport = { contacts: 0, evaluations: 0, identities: 0, examples: [] };
/** A job that looked at so many records. */
const looked =
  (report: PurgeReport, of = 50) =>
  (options?: JobOptions) => {
    options?.onProgress?.({ done: of, of });
    return Promise.resolve(ok(report));
  };
const form = () => within(screen.getByRole('form', { name: 'How long records are kept' }));
const save = async () => {
  await act(async () => void fireEvent.submit(screen.getByRole('form')));
  await settle();
};
const button = (name: string) => screen.getByRole('button', { name });

describe('how long records are kept', () => {
  it('stands by kind and marketplace, in both languages', async () => {
    const { container, unmount } = await showPage(<RetentionSection />);
    expect(form().getByLabelText(/^Messages you sent/)).toHaveProperty('value', '13');
    expect(form().getByLabelText(/^Names and numbers on Amazon: days after/)).toHaveProperty('value', '30');
    expect(form().getByLabelText(/^Names and numbers on AliExpress/)).toHaveProperty('value', '395');
    expect(form().getByLabelText('Record buyers on Amazon')).toHaveProperty('checked', true);
    expect(await axeFindings(container)).toEqual([]);
    unmount();
    const chinese = await showPage(<RetentionSection />, { lang: 'zh-CN' });
    expect(unspoken(chinese.container)).toBeNull();
  });

  it('is changed by figures; an empty one keeps, and a marketplace can be left out', async () => {
    const fake = fakeApi();
    await showPage(<RetentionSection />, { fake });
    type(form().getByLabelText(/^Messages you sent/), '6');
    type(form().getByLabelText(/^Reviews and feedback/), '');
    fireEvent.click(form().getByLabelText('Record buyers on AliExpress'));
    await save();
    expect(fake.api.retention.write).toHaveBeenCalledWith({
      contactMonths: 6,
      evaluationMonths: null,
      identityDays: { amazon: 30, aliexpress: 395 },
      reason: '',
      notRecorded: ['aliexpress'],
    });
    expect(screen.getByText('Saved.')).toBeTruthy();
  });

  it('asks for a reason where names are kept longer on Amazon', async () => {
    const fake = fakeApi();
    fake.api.retention.write.mockResolvedValueOnce(err({ kind: 'invalid', field: 'reason' }));
    await showPage(<RetentionSection />, { fake });
    expect(form().queryByLabelText(/^Why names are kept/)).toBeNull();
    type(form().getByLabelText(/^Names and numbers on Amazon/), '90');
    await save();
    expect(screen.getByRole('alert').textContent).toMatch(/Amazon allows 30 days/);
    type(form().getByLabelText(/^Why names are kept/), 'Tax law');
    await save();
    expect(fake.api.retention.write).toHaveBeenLastCalledWith(
      expect.objectContaining({ identityDays: { amazon: 90, aliexpress: 395 }, reason: 'Tax law' }),
    );
  });

  it('says which figures there are when one is wrong', async () => {
    const fake = fakeApi();
    fake.api.retention.write.mockResolvedValueOnce(err({ kind: 'invalid', field: 'contactMonths' }));
    await showPage(<RetentionSection />, { fake });
    await save();
    expect(screen.getByRole('alert').textContent).toMatch(/1 to 120 months/);
  });
});

describe('what is over', () => {
  it('is shown first and removed when asked', async () => {
    const fake = fakeApi();
    fake.api.retention.preview.mockImplementation(looked(over));
    fake.api.retention.purge.mockImplementation(looked(over));
    const { container } = await showPage(<RetentionSection />, { fake });
    expect(screen.queryByRole('button', { name: 'Remove now' })).toBeNull();
    await press(button('See what would go'));
    expect(screen.getByText('Would go: 12 names, 40 messages, 1 evaluation.')).toBeTruthy();
    expect(screen.getByText('For example: Anna K., Tom')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    expect(fake.api.retention.purge).not.toHaveBeenCalled();
    await press(button('Remove now'));
    expect(screen.getByText('Removed: 12 names, 40 messages, 1 evaluation.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Remove now' })).toBeNull();
  });

  it('says when Parley looked last', async () => {
    const fake = fakeApi();
    const { unmount } = await showPage(<RetentionSection />, { fake });
    expect(screen.getByText('Parley has not looked yet.')).toBeTruthy();
    unmount();
    fake.api.retention.lastRun.mockResolvedValue(ok('2026-11-22'));
    await showPage(<RetentionSection />, { fake });
    expect(screen.getByText('Parley looked last on Nov 22, 2026.')).toBeTruthy();
  });

  it.each([
    ['Nothing stored yet.', 0],
    ['Nothing to remove.', 50],
  ])('says "%s" with %i records', async (said, of) => {
    const fake = fakeApi();
    fake.api.retention.preview.mockImplementation(looked(nothing, of));
    await showPage(<RetentionSection />, { fake });
    await press(button('See what would go'));
    expect(screen.getByText(said)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Remove now' })).toBeNull();
  });

  it('shows how far it is, and stops when asked', async () => {
    const fake = fakeApi();
    fake.api.retention.preview.mockImplementation(looked(over));
    fake.api.retention.purge.mockImplementation(
      (options?: JobOptions) =>
        new Promise((done) => {
          options?.onProgress?.({ done: 10, of: 40 });
          options?.signal?.addEventListener('abort', () => done(ok({ ...nothing, contacts: 5 })));
        }),
    );
    await showPage(<RetentionSection />, { fake });
    await press(button('See what would go'));
    await press(button('Remove now'));
    expect(screen.getByRole('progressbar', { name: 'Removing what is over' })).toHaveProperty('value', 0.25);
    await press(button('Stop'));
    expect(screen.getByText('Stopped. Removed so far: 5 messages.')).toBeTruthy();
  });

  it('says what is wrong when it cannot be looked at', async () => {
    const fake = fakeApi();
    fake.api.retention.preview.mockResolvedValueOnce(err({ kind: 'storage-failed', code: 'x' }));
    await showPage(<RetentionSection />, { fake });
    await press(button('See what would go'));
    await press(button('Try again'));
    expect(screen.getByText('Nothing stored yet.')).toBeTruthy();
  });
});
