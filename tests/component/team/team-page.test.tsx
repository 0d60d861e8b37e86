import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TeamPage } from '@/components/team/team-page';
import type { NoteAdvice } from '@/utils/app/note-api';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';
import { aMate, anExport, cardOf, type HeldBundles } from './fake-bundles';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('dir');
});

const advice: NoteAdvice = {
  rule: 'note-retention',
  severity: 'warn',
  words: { title: 'Think of who reads it', why: 'Names are in it.', alternative: 'Leave them out.', sources: [] },
};
const STRONG = 'copper lantern ridge mellow tulip';

const show = async (bundles: HeldBundles = {}, lang: 'en' | 'zh-CN' = 'en') => {
  const fake = fakeApi({ bundles });
  const view = await showPage(<TeamPage />, { fake, lang });
  return { ...view, fake, calls: fake.bundles.api };
};
const part = (name: string) => within(screen.getByRole('region', { name }));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const isBusy = (element: Element) => element.getAttribute('aria-busy') === 'true';
const choose = async (name: string | RegExp) => {
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name })));
  await settle();
};
/** Lets a choice rest, so that it is looked at. */
const rest = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 360)));
const fillPass = (where: ReturnType<typeof part>, first: string, second = first) => {
  type(where.getByLabelText('Passphrase'), first);
  type(where.getByLabelText('Passphrase again'), second);
};

describe('the page of the team', () => {
  it.each(['en', 'zh-CN'] as const)('has words for everything and no barrier (%s)', async (lang) => {
    const held = { mates: [aMate('Anna'), aMate('Ben', { isLead: true })], exports: [anExport('one')] };
    const { container } = await show(held, lang);
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('reads from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const { container } = await show({ mates: [aMate('Anna')] });
    expect(container.querySelector('code')?.dir).toBe('ltr');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says so when nobody is in the team and nothing was exported', async () => {
    const { container } = await show();
    expect(screen.getByText('Nobody is in your team yet.')).toBeTruthy();
    expect(screen.getByText('Nothing was exported yet.')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says what is wrong when it cannot be read, and reads again on request', async () => {
    const fake = fakeApi({ bundles: { mates: [aMate('Anna')] } });
    fake.fail({ kind: 'storage-failed', code: 'x' });
    await showPage(<TeamPage />, { fake });
    // One for each part that is read: the team, imports, shops for reports, and the last exports.
    expect(screen.getAllByRole('alert')).toHaveLength(4);
    expect(screen.queryByRole('button', { name: 'Export bundle' })).toBeNull();
    fake.fail(null);
    for (const again of screen.getAllByRole('button', { name: 'Try again' })) await press(again);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(button('Export bundle')).toBeTruthy();
  });

  it('shows grey bars until it is read', async () => {
    const fake = fakeApi();
    fake.bundles.api.team.mockReturnValue(new Promise(() => undefined));
    fake.bundles.api.exports.mockReturnValue(new Promise(() => undefined));
    await showPage(<TeamPage />, { fake });
    expect(isBusy(screen.getByRole('group', { name: 'Reading the team' }))).toBe(true);
    expect(screen.getByRole('group', { name: 'Reading the last exports' })).toBeTruthy();
  });
});

describe('handing over a shift', () => {
  it('looks with the first click and saves for the team with the second', async () => {
    const { calls, saveBlob, container } = await show({ mates: [aMate('Anna'), aMate('Ben')] });
    await press(button('Hand over the shift'));
    expect(
      part('Hand over').getByText('Inside: 12 buyers, 5 follow-ups and promises, 8 notes, 3 other entries.'),
    ).toBeTruthy();
    expect(part('Hand over').getByText('Only these people can open it: you, Anna, Ben.')).toBeTruthy();
    expect(calls.write).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Save the hand-over file'));
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Save the hand-over file'));
    expect(calls.write.mock.lastCall?.[0]).toEqual({
      scope: { kind: 'hand-over' },
      redaction: 'full',
      lock: {
        kind: 'recipients',
        recipients: [
          expect.stringMatching(/^age1mia/),
          expect.stringMatching(/^age1anna/),
          expect.stringMatching(/^age1ben/),
        ],
      },
    });
    expect(saveBlob.mock.calls.map(([{ name, blob }]) => [name, blob.size])).toEqual([['parley-new-0.parley', 6]]);
    expect(part('Hand over').getByText('Saved parley-new-0.parley (20 kB) to your downloads.')).toBeTruthy();
    expect(document.activeElement).toBe(button('Hand over the shift'));
    expect(within(screen.getByRole('table', { name: 'Last exports' })).getByText('parley-new-0.parley')).toBeTruthy();
  });

  it('does not save with the second half of a double click', async () => {
    const { calls } = await show({ mates: [aMate('Anna')] });
    await press(button('Hand over the shift'));
    await act(async () => void fireEvent.click(button('Save the hand-over file'), { detail: 2 }));
    await settle();
    expect(calls.write).not.toHaveBeenCalled();
  });

  it('names three of many who can open it', async () => {
    await show({ mates: ['Anna', 'Ben', 'Chen', 'Dana', 'Eva'].map((name) => aMate(name)) });
    await press(button('Hand over the shift'));
    expect(screen.getByText('Only these people can open it: you, Anna, Ben, Chen and 2 more.')).toBeTruthy();
  });

  it('asks for a passphrase when nobody is in the team', async () => {
    const { calls, saveBlob } = await show();
    await press(button('Hand over the shift'));
    const where = part('Hand over');
    await press(button('Save the hand-over file'));
    expect(where.getByRole('alert').textContent).toBe('At least 12 characters, please.');
    expect(document.activeElement).toBe(where.getByLabelText('Passphrase'));
    fillPass(where, STRONG, `${STRONG}s`);
    expect(where.getByRole('alert').textContent).toBe('The two are not the same.');
    expect(calls.write).not.toHaveBeenCalled();
    fillPass(where, STRONG);
    await press(button('Save the hand-over file'));
    expect(calls.write.mock.lastCall?.[0].lock).toEqual({ kind: 'passphrase', passphrase: STRONG });
    expect(saveBlob).toHaveBeenCalledOnce();
  });

  it('says so when there is nothing to hand over', async () => {
    const { calls } = await show({ look: { counts: { shops: 2 } } });
    await press(button('Hand over the shift'));
    expect(screen.getByText(/There is nothing to hand over\./)).toBeTruthy();
    expect(button('Hand over the shift')).toBeTruthy();
    expect(calls.write).not.toHaveBeenCalled();
  });

  it('is followed and stopped, while looking and while writing', async () => {
    const { fake, saveBlob } = await show({ mates: [aMate('Anna')] });
    fake.bundles.holdJobs();
    await press(button('Hand over the shift'));
    expect(screen.getByRole('progressbar', { name: 'Looking at what is inside' })).toHaveProperty('value', 250);
    expect(button('Hand over the shift').getAttribute('aria-disabled')).toBe('true');
    await press(button('Stop'));
    expect(part('Hand over').getByText('Stopped. No file was saved.')).toBeTruthy();
    expect(document.activeElement).toBe(button('Hand over the shift'));
    fake.bundles.letJobsGo();
    await press(button('Hand over the shift'));
    fake.bundles.holdJobs();
    await press(button('Save the hand-over file'));
    expect(screen.getByText('250 of 1,000')).toBeTruthy();
    await press(button('Stop'));
    expect(part('Hand over').getByText('Stopped. No file was saved.')).toBeTruthy();
    expect(saveBlob).not.toHaveBeenCalled();
  });

  it('can be left, and says what went wrong', async () => {
    const { fake } = await show({ mates: [aMate('Anna')], look: { advice } });
    await press(button('Hand over the shift'));
    expect(part('Hand over').getByText('Think of who reads it')).toBeTruthy();
    await press(button('Not now'));
    expect(document.activeElement).toBe(button('Hand over the shift'));
    fake.bundles.failJobs({ kind: 'too-many-recipients', limit: 100 });
    await press(button('Hand over the shift'));
    expect(part('Hand over').getByText('A file can be locked for at most 100 people.')).toBeTruthy();
  });
});

describe('an export', () => {
  const where = () => part('Export');
  const submit = async () => {
    await act(async () => void fireEvent.submit(button('Export bundle').closest('form')!));
    await settle();
  };

  it('is not looked at before somebody comes to it, and then once', async () => {
    const { calls } = await show();
    await rest();
    expect(calls.look).not.toHaveBeenCalled();
    expect(where().getByText('Shown here as soon as you choose.')).toBeTruthy();
    await act(async () => screen.getByRole('radio', { name: 'Everything' }).focus());
    await rest();
    expect(calls.look).toHaveBeenCalledOnce();
    expect(calls.look.mock.lastCall?.[0]).toEqual({ scope: { kind: 'everything' }, redaction: 'full' });
  });

  it('shows what would be inside, how large it is and whom it tells of', async () => {
    const { container } = await show({ look: { flagged: 2, advice, counts: { buyers: 12_431, notes: 8 } } });
    await choose('Shift hand-over');
    await rest();
    const inside = within(where().getByRole('group', { name: 'What is inside' }));
    expect(inside.getAllByRole('term').map((term) => term.textContent)).toEqual(['Buyers', 'Notes']);
    expect(inside.getAllByRole('definition').map((figure) => figure.textContent)).toEqual(['12,431', '8']);
    expect(inside.getByText(/Records with a name: 11; notes: 8\. About 48 kB before it is packed/)).toBeTruthy();
    expect(inside.getByText('Think of who reads it')).toBeTruthy();
    expect(inside.getByText(/^2 notes hold addresses/)).toBeTruthy();
    expect(inside.getByRole('link', { name: 'What notes should not hold' }).getAttribute('href')).toBe('#/rules');
    expect(await axeFindings(container)).toEqual([]);
    await press(inside.getByRole('button', { name: 'Leave names and notes out' }));
    expect(screen.getByRole('radio', { name: 'No names' })).toHaveProperty('checked', true);
    expect(inside.queryByRole('button', { name: 'Leave names and notes out' })).toBeNull();
  });

  it('is looked at anew when the choice has rested; what passed by is not looked at', async () => {
    const { calls } = await show();
    await choose('What changed since the last export');
    await choose('Replies and rules only');
    await choose('Statistics only');
    await rest();
    expect(calls.look.mock.calls.map(([request]) => request)).toEqual([
      { scope: { kind: 'templates' }, redaction: 'statistics' },
    ]);
  });

  it('keeps the last look on screen while a newer one runs, and can be stopped and looked at again', async () => {
    const { fake, calls } = await show();
    await act(async () => screen.getByRole('radio', { name: 'Everything' }).focus());
    await rest();
    fake.bundles.holdJobs();
    await choose('Replies and rules only');
    await rest();
    const inside = where().getByRole('group', { name: 'What is inside' });
    expect([isBusy(inside), within(inside).getByText('Buyers').tagName]).toEqual([true, 'DT']);
    await press(within(inside).getByRole('button', { name: 'Stop' }));
    expect(within(inside).getByText('Stopped. You can export without looking.')).toBeTruthy();
    expect(document.activeElement).toBe(inside);
    fake.bundles.letJobsGo();
    await press(within(inside).getByRole('button', { name: 'Look again' }));
    await rest();
    expect(calls.look).toHaveBeenCalledTimes(3);
    expect(isBusy(inside)).toBe(false);
  });

  it('ends a look that runs when the choice changes, and when the page goes', async () => {
    const { fake, calls, unmount } = await show();
    fake.bundles.holdJobs();
    const signalOf = (call: number) => calls.look.mock.calls[call]?.[1]?.signal;
    await choose('Replies and rules only');
    await rest();
    await choose('Shift hand-over');
    expect(signalOf(0)?.aborted).toBe(true);
    await rest();
    expect(signalOf(1)?.aborted).toBe(false);
    unmount();
    expect(signalOf(1)?.aborted).toBe(true);
  });

  it('says what a look failed on, and that a file would be empty', async () => {
    const { fake } = await show({ look: { counts: {} } });
    fake.bundles.failJobs({ kind: 'too-large', limit: 536_870_912 });
    await choose('Replies and rules only');
    await rest();
    expect(where().getByRole('alert').textContent).toMatch(/537 MB of text.*several files/);
    fake.bundles.failJobs(null);
    await press(where().getByRole('button', { name: 'Try again' }));
    await rest();
    expect(where().getByText('Nothing fits this choice, so the file would be empty.')).toBeTruthy();
  });

  it('of some buyers has all that was chosen, and no days the wrong way round', async () => {
    const { calls, container } = await show();
    await choose('Some buyers');
    type(screen.getByLabelText('Marketplace'), 'aliexpress');
    type(screen.getByLabelText('Last seen from'), '2026-11-20');
    type(screen.getByLabelText('Last seen until'), '2026-11-10');
    await rest();
    expect(where().getByRole('alert').textContent).toMatch(/first day is after the last one/);
    expect(await axeFindings(container)).toEqual([]);
    await choose('Anybody');
    await submit();
    expect(calls.look).not.toHaveBeenCalled();
    expect(calls.write).not.toHaveBeenCalled();
    type(screen.getByLabelText('Last seen until'), '2026-11-21');
    await submit();
    expect(calls.write.mock.lastCall?.[0]).toEqual({
      scope: { kind: 'buyers', marketplace: 'aliexpress', from: '2026-11-20', to: '2026-11-21' },
      redaction: 'full',
      lock: { kind: 'plain' },
    });
  });

  it('is for the team when there is one, and says the name and size of the file', async () => {
    const { calls, saveBlob } = await show({ mates: [aMate('Anna')] });
    expect(screen.getByRole('radio', { name: 'Your team' })).toHaveProperty('checked', true);
    await choose('No names');
    await submit();
    expect(calls.write.mock.lastCall?.[0]).toMatchObject({ redaction: 'no-names', lock: { kind: 'recipients' } });
    expect(saveBlob).toHaveBeenCalledOnce();
    expect(
      where().getByText('Saved parley-new-0.parley (20 kB) to your downloads.').closest('[role=status]'),
    ).toBeTruthy();
    expect(screen.getByText('Everything · No names')).toBeTruthy();
  });

  it('cannot be for a team of nobody, and warns before anybody can read it', async () => {
    const { calls, container } = await show();
    expect(screen.getByRole('radio', { name: 'Your team' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('radio', { name: 'Whoever knows a passphrase' })).toHaveProperty('checked', true);
    await submit();
    expect(calls.write).not.toHaveBeenCalled();
    expect(where().getByRole('alert').textContent).toBe('At least 12 characters, please.');
    await choose('Anybody');
    expect(screen.getByText('Anybody who gets this file can read it.')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    await submit();
    expect(calls.write.mock.lastCall?.[0].lock).toEqual({ kind: 'plain' });
  });

  it('judges a passphrase, draws one and puts it on the clipboard', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    const { calls, container } = await show();
    fillPass(where(), 'password2024');
    expect(where().getByText(/Weak: a computer guesses this\./)).toBeTruthy();
    expect(where().getByText(/Years and dates are tried first\./)).toBeTruthy();
    expect(screen.getByLabelText('Passphrase').getAttribute('type')).toBe('password');
    await press(button('Make one'));
    const made = screen.getByLabelText<HTMLInputElement>('Passphrase').value;
    expect(made).toMatch(/^([2-9a-hjkmnp-z]{4}-){5}[2-9a-hjkmnp-z]{4}$/);
    expect(screen.getByLabelText('Passphrase').getAttribute('type')).toBe('text');
    expect(where().getByText(/^Strong\./)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Copy passphrase'));
    expect(writeText).toHaveBeenCalledWith(made);
    await submit();
    expect(calls.write.mock.lastCall?.[0].lock).toEqual({ kind: 'passphrase', passphrase: made });
    vi.unstubAllGlobals();
  });

  it('is followed, not begun twice, and stopped', async () => {
    const { fake, calls, saveBlob } = await show({ mates: [aMate('Anna')] });
    fake.bundles.holdJobs();
    await submit();
    await submit();
    expect(calls.write).toHaveBeenCalledOnce();
    expect(screen.getByRole('progressbar', { name: 'Writing the file' })).toHaveProperty('max', 1000);
    await press(button('Stop'));
    fake.bundles.letJobsGo();
    await settle();
    expect(saveBlob).not.toHaveBeenCalled();
    expect(where().getByText('Stopped. No file was saved.')).toBeTruthy();
    expect(document.activeElement).toBe(button('Export bundle'));
  });

  it('of what has changed is looked at anew once that is exported', async () => {
    const { calls } = await show({ mates: [aMate('Anna')] });
    await choose('What changed since the last export');
    await rest();
    await submit();
    await rest();
    expect(calls.look).toHaveBeenCalledTimes(2);
  });

  it('asks for a passphrase once the last team-mate is gone', async () => {
    await show({ mates: [aMate('Anna')] });
    await press(button('Remove Anna'));
    await press(within(screen.getByRole('group', { name: /^Remove Anna/ })).getByRole('button', { name: 'Remove' }));
    expect(screen.getByRole('radio', { name: 'Whoever knows a passphrase' })).toHaveProperty('checked', true);
    expect(where().getByLabelText('Passphrase')).toBeTruthy();
  });

  it('says what it failed on', async () => {
    const { fake, saveBlob } = await show({ mates: [aMate('Anna')] });
    fake.bundles.failJobs({ kind: 'unwritable-row', section: 'notes', id: 'n-1' });
    await submit();
    expect(where().getByRole('alert').textContent).toMatch(/cannot be written: Notes, n-1\./);
    expect(saveBlob).not.toHaveBeenCalled();
  });
});

describe('the team', () => {
  const addCard = async (text: string) => {
    type(screen.getByLabelText('Their card'), text);
    await act(async () => void fireEvent.submit(screen.getByRole('form', { name: 'Add a team-mate' })));
    await settle();
  };

  it('knows us by a name that can be changed', async () => {
    const { calls } = await show();
    const name = screen.getByLabelText('Your name');
    expect([name, button('Save name')]).toEqual([
      expect.objectContaining({ value: 'Mia' }),
      expect.objectContaining({ disabled: true }),
    ]);
    type(name, ' Mia W. ');
    await press(button('Save name'));
    expect(calls.rename).toHaveBeenCalledWith({ name: 'Mia W.' });
    expect(screen.getByText('Name saved.')).toBeTruthy();
    expect(name).toHaveProperty('value', 'Mia W.');
    type(name, '  ');
    await press(button('Save name'));
    expect(screen.getByText(/Not saved\. Write a short name/)).toBeTruthy();
  });

  it('gets our card from the clipboard, or by hand where the browser refuses', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    await show();
    await press(button('Copy my card'));
    expect(writeText).toHaveBeenCalledWith(cardOf('Mia'));
    expect(screen.getByText(/^Card copied\./)).toBeTruthy();
    writeText.mockRejectedValueOnce(new Error('NotAllowedError'));
    await press(button('Copy my card'));
    expect(screen.getByText(/did not allow copying/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Your card'));
    vi.unstubAllGlobals();
  });

  it('takes in who sends a card, and nothing that is none', async () => {
    const { calls, container } = await show();
    await addCard('Hello, here is my number');
    expect(screen.getByRole('alert').textContent).toMatch(/^This is no card\./);
    expect(screen.getByLabelText('Their card')).toHaveProperty('value', 'Hello, here is my number');
    expect(await axeFindings(container)).toEqual([]);
    await addCard(cardOf('Mia'));
    expect(screen.getByRole('alert').textContent).toMatch(/your own card/);
    expect(calls.addMate).toHaveBeenCalledOnce();
    await addCard('   ');
    expect(calls.addMate).toHaveBeenCalledOnce();
    await addCard(`  ${cardOf('Anna')}\n`);
    expect(calls.addMate).toHaveBeenLastCalledWith({ card: cardOf('Anna') });
    expect(screen.getByText('Anna is in your team.')).toBeTruthy();
    expect(screen.getByLabelText('Their card')).toHaveProperty('value', '');
    expect(within(screen.getByRole('list', { name: 'Your team-mates' })).getByText('Anna')).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Your team' })).toHaveProperty('disabled', false);
  });

  it('says when it is full', async () => {
    const { calls } = await show();
    calls.addMate.mockResolvedValueOnce({ ok: false, error: { kind: 'invalid', field: 'mates' } });
    await addCard(cardOf('Anna'));
    expect(screen.getByRole('alert').textContent).toMatch(/at most 99 team-mates/);
  });

  it('has leads, and lets people go after a question', async () => {
    const { calls, container } = await show({ mates: [aMate('Anna'), aMate('Ben')] });
    await press(screen.getByRole('checkbox', { name: 'Lead: Anna' }));
    expect(calls.setLead).toHaveBeenCalledWith({ id: 'agent-Anna', isLead: true });
    expect(screen.getByText('Anna is a lead now.')).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'Lead: Anna' })).toHaveProperty('checked', true);
    await press(button('Remove Ben'));
    const question = screen.getByRole('group', { name: /^Remove Ben\?/ });
    expect(await axeFindings(container)).toEqual([]);
    await press(within(question).getByRole('button', { name: 'Remove' }));
    expect(calls.removeMate).toHaveBeenCalledWith({ id: 'agent-Ben' });
    expect(screen.getByText('Ben is no longer in your team.')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: 'Lead: Ben' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Your team-mates' }));
  });

  it('shows names as text, whatever stands in them', async () => {
    const { container } = await show({ mates: [aMate('<img src=x onerror=alert(1)>')] });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  });

  it('says what went wrong when a change is not kept', async () => {
    const { fake } = await show({ mates: [aMate('Anna')] });
    fake.fail({ kind: 'storage-full' });
    await press(screen.getByRole('checkbox', { name: 'Lead: Anna' }));
    expect(screen.getByRole('alert').textContent).toMatch(/storage is full/);
    expect(screen.getByRole('checkbox', { name: 'Lead: Anna' })).toHaveProperty('checked', false);
  });
});

describe('the last exports', () => {
  it('are listed with what was in them and who can open them', async () => {
    await show({
      exports: [
        anExport('two', { scope: { kind: 'templates' }, lockedBy: 'nothing', bytes: 980 }),
        anExport('one', { redaction: 'statistics', lockedBy: 'passphrase' }),
      ],
    });
    const rows = within(screen.getByRole('table', { name: 'Last exports' })).getAllByRole('row');
    expect(rows.slice(1).map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Replies and rules onlyparley-two\.parleyAnybody980 bytes$/),
      expect.stringMatching(/Everything · Statistics onlyparley-one\.parleyPassphrase1\.2 MB$/),
    ]);
  });
});

describe('receiving a file', () => {
  it('leads to where files come in', async () => {
    await show();
    await press(button('Receive a file'));
    await waitFor(() => expect(document.activeElement?.closest('[data-incoming]')).toBeTruthy());
  });
});
