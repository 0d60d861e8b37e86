import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { BuyersPage } from '@/components/customers/buyers-page';
import type { NoteFinding } from '@/utils/app/note-api';
import { err, ok } from '@/utils/domain/result';
import { aBuyer, aNote, fakeApi, keyOf, type Holdings } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';

afterEach(cleanup);

const words = {
  title: 'Sensitive personal data',
  why: 'It must not be kept.',
  alternative: 'Write the fact.',
  sources: [],
};
/** Finds `ill` as a special category. */
const findingsIn = (text: string): readonly NoteFinding[] =>
  [...text.matchAll(/\bill\b/g)].map(({ index }) => ({
    rule: 'note-special-category',
    severity: 'block',
    start: index,
    end: index + 3,
    excerpt: 'ill',
    words,
  }));

const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const wait = (ms: number) => act(() => new Promise<void>((done) => setTimeout(done, ms)));

async function open(held: Holdings = {}, lang: 'en' | 'zh-CN' = 'en') {
  const fake = fakeApi({ buyers: [aBuyer('Anna')], notes: [aNote('n1', 'Anna', 'Black cable')], ...held });
  fake.api.buyers.reviewNote.mockImplementation(async ({ text }) => ok(findingsIn(text)));
  return { fake, ...(await showPage(<BuyersPage open={keyOf('Anna')} />, { fake, lang })) };
}

describe('notes in the dashboard', () => {
  it('are looked at while they are written', async () => {
    const { container } = await open();
    type(field('Add a note'), 'She is ill');
    await wait(450);
    const list = screen.getByRole('list', { name: 'What this note should not keep' });
    expect(within(list).getByText('Sensitive personal data')).toBeTruthy();
    expect(within(list).getByText('Write the fact.')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });

  it('take a second press where they must not be kept', async () => {
    const { fake } = await open();
    type(field('Add a note'), 'She is ill');
    await press(button('Save note'));
    expect(fake.api.buyers.addNote).not.toHaveBeenCalled();
    await wait(650);
    await press(button('Save all the same'));
    expect(fake.api.buyers.addNote).toHaveBeenCalledWith({
      buyerKey: 'Anna',
      text: 'She is ill',
      despite: ['note-special-category'],
    });
    expect(button('Save note')).toBeTruthy();
  });

  it('take a second press too when one is changed, whichever button saves it', async () => {
    const { fake } = await open();
    await press(button(/^Edit note of/));
    type(field('Note text'), 'Is ill');
    act(() => fake.elsewhere.edit('n1', 'Theirs'));
    await settle();
    await press(button('Keep mine'));
    expect(fake.api.buyers.editNote).not.toHaveBeenCalled();
    await wait(650);
    await press(button('Save all the same'));
    expect(fake.api.buyers.editNote).toHaveBeenCalledWith({
      buyerKey: 'Anna',
      noteId: 'n1',
      text: 'Is ill',
      despite: ['note-special-category'],
    });
  });

  it('are saved unseen when the rules cannot be read', async () => {
    const { fake } = await open();
    fake.api.buyers.reviewNote.mockImplementation(async () => err({ kind: 'storage-failed', code: 'asset-missing' }));
    type(field('Add a note'), 'She is ill');
    await press(button('Save note'));
    expect(fake.api.buyers.addNote).toHaveBeenCalledTimes(1);
  });

  it.each(['en', 'zh-CN'] as const)('say when contact data is kept too long (%s)', async (lang) => {
    const notes = [aNote('n1', 'Anna', 'anna@example.com'), aNote('n2', 'Anna', 'Black cable')];
    const { container } = await open({ notes, oldNotes: ['n1'] }, lang);
    const name = lang === 'en' ? 'Notes' : '备注列表';
    const [old, fresh] = within(screen.getByRole('list', { name })).getAllByRole('listitem');
    expect(old!.textContent).toContain('Personal data kept too long');
    expect(old!.textContent).toContain('Remove the name and address; keep region and counts.');
    expect(fresh!.textContent).not.toContain('Personal data kept too long');
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });
});
