import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ResetSection } from '@/components/settings/reset-section';
import { aBuyer, fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';

afterEach(cleanup);

const open = async (fake = fakeApi({ buyers: [aBuyer('Anna')], kept: [{ table: 'buyers', rows: 1_200 }] })) => {
  const view = await showPage(<ResetSection />, { fake });
  await press(screen.getByRole('button', { name: 'Delete everything Parley keeps here' }));
  return { fake, ...view };
};
const field = () => screen.getByRole('textbox', { name: 'Type “DELETE” to confirm' });
const deletes = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Delete everything' });

describe('deleting everything', () => {
  it('says what goes, and waits for the word', async () => {
    const { fake, container } = await open();
    expect(screen.getByText(/What goes: Buyers \(1,200\)/)).toBeTruthy();
    expect(document.activeElement).toBe(field());
    type(field(), 'delet');
    expect(deletes().disabled).toBe(true);
    await act(async () => void fireEvent.submit(screen.getByRole('form')));
    expect(fake.api.reset.everything).not.toHaveBeenCalled();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('begins anew with the first steps', async () => {
    const { fake } = await open();
    type(field(), ' delete ');
    await press(deletes());
    expect(fake.api.reset.everything).toHaveBeenCalledOnce();
    expect(window.location.hash).toBe('#/welcome');
  });

  it('saves a file first where somebody wants one, and says its name', async () => {
    const { saveFile } = await open();
    await press(screen.getByRole('button', { name: 'Save all as JSON first' }));
    expect(saveFile).toHaveBeenCalledOnce();
    expect(screen.getByText(/^Saved parley-.*\.json\.$/)).toBeTruthy();
  });

  it('stays and says why when it did not work', async () => {
    window.location.hash = '#/settings';
    const { fake } = await open();
    fake.fail({ kind: 'storage-failed', code: 'UnknownError' });
    type(field(), 'DELETE');
    await press(deletes());
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(window.location.hash).toBe('#/settings');
  });

  it('is taken back with Esc, and the focus returns', async () => {
    await open();
    await act(async () => void fireEvent.keyDown(field(), { key: 'Escape' }));
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete everything Parley keeps here' }));
  });

  it('speaks Chinese too', async () => {
    const { container } = await showPage(<ResetSection />, { lang: 'zh-CN' });
    await press(screen.getByRole('button', { name: '删除 Parley 在此保存的一切' }));
    type(screen.getByRole('textbox'), '删除');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '全部删除' }).disabled).toBe(false);
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });
});
