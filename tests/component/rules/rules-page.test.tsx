import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { RulesPage } from '@/components/rules/rules-page';
import { HoldSection } from '@/components/settings/hold-section';
import { brandAs } from '@/utils/domain/ids';
import { fakeApi, type Holdings } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';
import { anOwnRule } from './fake-rules';
import { templateFolders } from '../../unit/replies/catalogue';

afterEach(cleanup);

const show = async (held: Holdings['rules'] = {}, lang: 'en' | 'zh-CN' = 'en') => {
  const fake = fakeApi({ rules: held });
  const view = await showPage(<RulesPage />, { fake, lang });
  await settle();
  return { ...view, rules: fake.api.rules, fake };
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const tab = async (name: string) => press(screen.getByRole('tab', { name }));
const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const choose = async (name: string | RegExp, value: string) => {
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
  await settle();
};
const row = (id: string) => document.querySelector<HTMLElement>(`li[data-rule="${id}"]`);
const give = async (text: string, name = 'pack.json') => {
  const input = screen.getByRole('tabpanel').querySelector<HTMLInputElement>('input[type=file]')!;
  const file = new File([text], name);
  await act(async () => {
    fireEvent.change(input, { target: { files: [file] } });
  });
  await settle();
};
const aPack = (change: object = {}) =>
  JSON.stringify({
    format: 'parley-rules',
    version: 1,
    name: 'Lumen EU',
    issuedOn: new Date().toISOString().slice(0, 10),
    settings: { 'fmt-emoji': { off: true } },
    own: [anOwnRule()],
    locks: ['review-incentive'],
    ...change,
  });
const locked = {
  desk: {
    settings: { 'review-incentive': { locked: true } },
    own: [anOwnRule({ locked: true })],
    origin: { name: 'Lumen EU', issuedOn: '2026-01-10' },
  },
} as const;

describe('the list of rules', () => {
  test('has every rule under its topic, with its severity on each marketplace', async () => {
    const { container, rules } = await show();
    const shown = container.querySelectorAll('li[data-rule]').length;
    const listed = await rules.listed();
    expect(shown).toBe(listed.ok ? listed.value.rules.length + listed.value.stated.length : 0);
    expect(shown).toBeGreaterThan(8);
    expect(screen.getByText(`${shown} rules`)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: /^Reviews and feedback/ })).getAllByRole('listitem').length).toBe(
      2,
    );
    expect(row('review-change-request')?.textContent).toContain('Amazon');
    expect(container.textContent?.match(/Not legal advice/g)).toHaveLength(1);
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });

  test('opens a rule: why, instead, sources with day and confidence, examples', async () => {
    const { container, rules } = await show();
    expect(rules.examples).not.toHaveBeenCalled();
    await press(button('Reward for a review'));
    const text = row('review-incentive')?.textContent ?? '';
    expect(text).toMatch(/Why.*Instead.*Sources/s);
    expect(text).toContain('read on');
    expect(text).toContain('from a copy');
    expect(rules.examples).toHaveBeenCalledWith({ lang: 'en' });
    await waitFor(() => expect(row('review-incentive')?.textContent).toContain('Looks similar, is fine'));
    expect(await axeFindings(container)).toEqual([]);
  });

  test('is searched by title, id, reason and example, and says when nothing fits', async () => {
    await show();
    const box = screen.getByRole('searchbox', { name: 'Search rules' });
    type(box, 'review-incentive');
    await settle();
    expect(row('review-incentive')).toBeTruthy();
    expect(row('tone-blame')).toBeNull();
    type(box, 'prize draw');
    await waitFor(() => expect(row('review-incentive')).toBeTruthy());
    type(box, 'xyzzy');
    await settle();
    await press(button('Show all rules'));
    expect(row('tone-blame')).toBeTruthy();
  });

  test('is narrowed by topic, severity, language and what the desk has changed', async () => {
    await show({ desk: { settings: { 'tone-blame': { severity: 'block' }, 'fmt-emoji': { off: true } } } });
    await choose('Show', 'changed');
    expect(document.querySelectorAll('li[data-rule]').length).toBe(2);
    await choose('Show', 'off');
    expect(document.querySelectorAll('li[data-rule]').length).toBe(1);
    await choose('Show', '');
    await choose('Topic', 'tone');
    await choose('Severity', 'block');
    expect(row('tone-blame')).toBeTruthy();
    expect(row('tone-shouting')).toBeNull();
    await choose('Language', 'de');
    expect(row('tone-blame')).toBeTruthy();
  });

  test('sets severity and switches a rule off and on again', async () => {
    const { rules } = await show();
    await choose('Severity of Blames the buyer', 'block');
    expect(rules.set).toHaveBeenLastCalledWith({ rule: 'tone-blame', severity: 'block' });
    expect(row('tone-blame')?.textContent).toContain('Not allowed');
    await choose('Severity of Blames the buyer', '');
    expect(rules.set).toHaveBeenLastCalledWith({ rule: 'tone-blame', severity: null });
    await press(screen.getByRole('switch', { name: 'Blames the buyer is on' }));
    expect(rules.set).toHaveBeenLastCalledWith({ rule: 'tone-blame', off: true });
    expect(row('tone-blame')?.dataset['off']).toBe('true');
  });

  test('does not let anybody change what a pack has locked, and says which pack', async () => {
    await show(locked);
    expect(row('review-incentive')?.textContent).toContain('Locked by “Lumen EU”');
    expect(screen.getByRole('switch', { name: 'Reward for a review is on' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('combobox', { name: 'Severity of Reward for a review' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/days ago/).textContent).toContain('Lumen EU');
  });

  test('is walked with the arrow keys and searched with a slash', async () => {
    await show();
    const heads = [...document.querySelectorAll<HTMLElement>('[data-head]')];
    heads[0]!.focus();
    fireEvent.keyDown(heads[0]!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(heads[1]);
    fireEvent.keyDown(heads[1]!, { key: 'End' });
    expect(document.activeElement).toBe(heads.at(-1));
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search rules' }));
  });

  test('says that it could not be read, and reads again', async () => {
    const fake = fakeApi();
    fake.fail({ kind: 'storage-failed', code: 'X' });
    await showPage(<RulesPage />, { fake });
    expect(screen.getByRole('alert').textContent).toContain('could not be reached');
    fake.fail(null);
    await press(button('Try again'));
    expect(row('tone-blame')).toBeTruthy();
  });

  test('speaks Chinese', async () => {
    const { container } = await show(locked, 'zh-CN');
    expect(container.textContent).toContain('由“Lumen EU”锁定');
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a lock for the team', () => {
  const decided = { desk: { settings: { 'fmt-emoji': { off: true } }, own: [anOwnRule()] } } as const;

  test('is set and removed on rules the desk has decided about, and on no others', async () => {
    const { rules, container } = await show(decided);
    expect(screen.getAllByRole('button', { name: /^Lock for the team: / })).toHaveLength(1);
    const lock = within(row('fmt-emoji')!).getByRole('button', { name: /^Lock for the team: / });
    expect(lock.getAttribute('aria-pressed')).toBe('false');
    await press(lock);
    expect(rules.setLock.mock.lastCall).toEqual([{ rule: 'fmt-emoji', on: true }]);
    const opened = within(row('fmt-emoji')!).getByRole('button', { name: /^Locked for the team/ });
    expect(opened.getAttribute('aria-pressed')).toBe('true');
    expect(within(row('fmt-emoji')!).getByRole<HTMLInputElement>('switch').disabled).toBe(false);
    expect(await axeFindings(container)).toEqual([]);
    await press(opened);
    expect(rules.setLock.mock.lastCall).toEqual([{ rule: 'fmt-emoji', on: false }]);
  });

  test('is nothing for somebody who works alone', async () => {
    const fake = fakeApi({ rules: decided, settings: { works: 'alone' } });
    await showPage(<RulesPage />, { fake });
    await settle();
    expect(row('fmt-emoji')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Lock for the team: / })).toBeNull();
  });

  test('is there for own words', async () => {
    const { rules, container } = await show(decided);
    await tab('Own words');
    await press(button('Lock for the team: Word of the house'));
    expect(rules.setLock.mock.lastCall).toEqual([{ rule: 'own-guarantee', on: true }]);
    expect(button('Locked for the team: Word of the house').getAttribute('aria-pressed')).toBe('true');
    expect(await axeFindings(container)).toEqual([]);
  });

  test('of a lead names them, cannot be changed here, and is none of a pack', async () => {
    await show({
      desk: { settings: { 'fmt-emoji': { severity: 'block', locked: true } } },
      locks: [{ rule: 'fmt-emoji', by: 'lead', name: 'Mei' }],
    });
    expect(row('fmt-emoji')?.textContent).toContain('Locked by Mei');
    expect(within(row('fmt-emoji')!).getByRole<HTMLInputElement>('switch').disabled).toBe(true);
    expect(screen.queryByRole('button', { name: /for the team/ })).toBeNull();
    await tab('Rule pack');
    expect(screen.getByText(/1 rule is locked\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Remove all locks' })).toBeNull();
  });

  test('has words in Chinese', async () => {
    const { container } = await show(decided, 'zh-CN');
    await press(button(/^为全组锁定/));
    expect(button(/^已为全组锁定：/)).toBeTruthy();
    expect(unspoken(container)).toBeNull();
  });
});

describe('own words', () => {
  test('are written, tried while they are written, saved, and deleted with undo', async () => {
    const { rules, container } = await show();
    await tab('Own words');
    expect(screen.getByText('No own rules yet.')).toBeTruthy();
    await press(button('New rule'));
    expect(document.activeElement).toBe(field('Name of the rule'));
    await press(button('Save rule'));
    expect(screen.getByText('Give the rule a name.')).toBeTruthy();
    type(field(/^Words or phrases/), 'supplier*\nour factory');
    type(field(/^A message to try/), 'Our suppliers called, our factory is closed.');
    await settle();
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'suppliers',
      'our factory',
    ]);
    type(field('Name of the rule'), 'Supplier');
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Save rule'));
    expect(rules.saveOwn.mock.lastCall?.[0]).toMatchObject({ title: 'Supplier', words: ['supplier*', 'our factory'] });
    await press(button('Delete Supplier'));
    expect(screen.queryByRole('row', { name: /Supplier/ })).toBeNull();
    await press(button('Undo'));
    expect(screen.getByRole('row', { name: /Supplier/ })).toBeTruthy();
  });

  test('say which word finds nothing', async () => {
    await show();
    await tab('Own words');
    await press(button('New rule'));
    type(field('Name of the rule'), 'X');
    type(field(/^Words or phrases/), '***');
    await press(button('Save rule'));
    expect(screen.getByText(/“\*\*\*” finds nothing/)).toBeTruthy();
  });

  test('that are locked have no buttons', async () => {
    await show(locked);
    await tab('Own words');
    expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull();
    expect(screen.getByRole('row', { name: /Word of the house/ }).textContent).toContain('Locked by');
  });
});

describe('a rule pack', () => {
  test('shows what it would change, changes it when told to, and can be undone', async () => {
    const { rules, container } = await show({ desk: { own: [anOwnRule({ id: 'own-old', title: 'Old' })] } });
    await tab('Rule pack');
    await give(aPack());
    const preview = screen.getByRole('table', { name: 'Import preview' });
    expect(
      within(preview)
        .getAllByRole('row')
        .map((one) => one.textContent),
    ).toEqual([
      'RuleChangeBeforeAfter',
      expect.stringMatching(/ChangedAs shippedOff/),
      expect.stringMatching(/Reward for a reviewLocked.*locked/),
      expect.stringMatching(/^Word of the houseNew/),
      expect.stringMatching(/^OldRemoved/),
    ]);
    expect(rules.importPack).not.toHaveBeenCalled();
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Apply import'));
    expect(screen.getByText('“Lumen EU” was imported.')).toBeTruthy();
    await press(button('Undo import'));
    expect(screen.getByText('The import was undone.')).toBeTruthy();
    expect((await rules.read()).ok).toBe(true);
  });

  test.each([
    ['{', /no JSON/],
    ['{}', /no rule pack/],
    [aPack({ version: 9 }), /newer Parley/],
    [aPack({ own: [anOwnRule({ words: [] })] }), /“Word of the house” can't be used\. Write at least one word/],
  ])('that is none is refused with a reason: %s', async (text, reason) => {
    const { rules } = await show();
    await tab('Rule pack');
    await give(text);
    expect(screen.getByRole('alert').textContent).toMatch(reason);
    expect(rules.importPack).not.toHaveBeenCalled();
  });

  test('opens its locks only after it was asked once more', async () => {
    const { rules } = await show(locked);
    await tab('Rule pack');
    await press(button('Remove all locks'));
    expect(document.activeElement).toBe(button('Keep the locks'));
    await press(button('Keep the locks'));
    expect(rules.openLocks).not.toHaveBeenCalled();
    await press(button('Remove all locks'));
    await press(button('Yes, remove all locks'));
    expect(rules.openLocks).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Remove all locks' })).toBeNull();
  });

  test('goes out as a file, with everything locked when a lead wants it', async () => {
    const { saveFile } = await show({ desk: { settings: { 'fmt-emoji': { off: true } } } });
    await tab('Rule pack');
    type(field('Name of the pack'), 'Mine');
    await press(screen.getByRole('checkbox', { name: /^Lock every changed rule/ }));
    await press(button('Export pack'));
    const [file] = saveFile.mock.lastCall ?? [];
    expect(file?.name).toMatch(/^parley-rules-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(file?.text ?? '')).toMatchObject({ name: 'Mine', locks: ['fmt-emoji'] });
  });
});

test('mutes and overrides are there for review, without a text', async () => {
  const at = brandAs<'Instant'>('2026-11-22T09:00:00.000Z');
  const by = brandAs<'AgentId'>('agent-1');
  const { rules, container } = await show({
    mutes: [{ rule: 'tone-blame', reason: 'Quotes', until: at, at, by, initials: 'KL' }],
    overrides: [
      { id: 'o1', rules: ['contact-email', 'gone-rule'], reason: 'Carrier', at, by, shopId: '', initials: '' },
    ],
  });
  await tab('Mutes and overrides');
  const overrides = screen.getByRole('table', { name: 'Sent all the same' });
  expect(within(overrides).getAllByRole('row')[1]?.textContent).toMatch(
    /No initials.*Shop not known.*E-mail address.*gone-rule.*Carrier/,
  );
  expect(await axeFindings(container)).toEqual([]);
  await press(button('Unmute Blames the buyer'));
  expect(rules.unmute).toHaveBeenCalledWith({ rule: 'tone-blame' });
  expect(screen.getByText('Nothing is muted.')).toBeTruthy();
});

describe('the test bench', () => {
  const bribe = 'Write a review and we will send you a 10 dollar gift card.';
  const findings = () => screen.getByRole('table', { name: 'Findings' });

  test('tests pasted messages, each in its language, and says where the check is limited', async () => {
    const { container, saveFile } = await show();
    await tab('Test bench');
    expect(button('Test')).toHaveProperty('disabled', true);
    type(
      field(/^Messages, divided/),
      `${bribe}\n\nDear {name}, thank you.\n\nDziękujemy za wiadomość, proszę napisać na ann@example.org w tej sprawie.`,
    );
    await press(button('Test'));
    await waitFor(() => expect(findings()).toBeTruthy());
    const texts = within(findings())
      .getAllByRole('row')
      .map((one) => one.textContent);
    expect(texts.some((text) => /Text 1.*Reward for a review.*Not allowed/.test(text ?? ''))).toBe(true);
    expect(texts.some((text) => /Text 3.*ann@example\.org/.test(text ?? ''))).toBe(true);
    expect(texts.some((text) => /Text 2/.test(text ?? ''))).toBe(false);
    expect(container.textContent).toMatch(/Limited check: Polish, \d+ rules\./);
    expect(await axeFindings(container)).toEqual([]);
    await choose('Rule', 'review-incentive');
    await press(button('Export CSV'));
    await waitFor(() => expect(saveFile).toHaveBeenCalled());
    expect(saveFile.mock.lastCall?.[0].text).toContain('Reward for a review (review-incentive)');
    expect(saveFile.mock.lastCall?.[0].text).not.toContain('ann@example.org');
  });

  test('takes a CSV file, and writes formulas as text', async () => {
    const { saveFile } = await show();
    await tab('Test bench');
    await give(`name;message\n=1+1;"${bribe}"\n`, 'library.csv');
    expect(screen.getByText('library.csv: 1 text')).toBeTruthy();
    await press(button('Test'));
    await waitFor(() => expect(findings()).toBeTruthy());
    await press(button('Export CSV'));
    await waitFor(() => expect(saveFile).toHaveBeenCalled());
    expect(saveFile.mock.lastCall?.[0].text).toContain("'=1+1");
  });

  test('takes the templates Parley ships, and finds no issue or says which', async () => {
    await show();
    await tab('Test bench');
    await give(
      JSON.stringify(templateFolders().find(({ folder }) => folder === 'address-check')?.json),
      'address-check.json',
    );
    await press(button('Test'));
    await waitFor(() => expect(screen.getByRole('region', { name: 'Findings' })).toBeTruthy());
  });

  test('says why a file is none, and that nothing was found', async () => {
    await show();
    await tab('Test bench');
    await give('{', 'broken.json');
    expect(screen.getByRole('alert').textContent).toContain('no JSON');
    await give('PK\u0003\u0004', 'book.csv');
    expect(screen.getByRole('alert').textContent).toContain('workbook');
    type(field(/^Messages, divided/), 'Thank you for your message.');
    await press(button('Test'));
    await waitFor(() => expect(screen.getByText('1 text tested, no issues found.')).toBeTruthy());
  });
});

test('a press on send is held only when somebody wants it', async () => {
  const fake = fakeApi();
  const { container } = await showPage(<HoldSection />, { fake });
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Hold a press on send/ });
  expect(box.checked).toBe(false);
  await press(box);
  expect(fake.api.rules.holdSending).toHaveBeenCalledWith({ on: true });
  expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
  expect(await axeFindings(container)).toEqual([]);
});
