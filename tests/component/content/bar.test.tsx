import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { button, key, press, showAssistant } from './harness';
import { aCheck, aConversion, aFinding } from './samples';

afterEach(cleanup);

describe('the bar', () => {
  it('names the shop, the buyer language and what the message is about', () => {
    showAssistant();
    const bar = within(screen.getByRole('region', { name: 'Parley' }));
    expect(bar.getByRole('status', { name: 'Shop: Lumen DE' }).textContent).toBe('Lumen DE');
    expect(bar.getByRole('status', { name: 'Buyer language: German' }).textContent).toBe('German');
    expect(bar.getByText('Late delivery')).toBeTruthy();
    expect(bar.getByText('+1')).toBeTruthy();
  });

  it('says so when the language is not sure', () => {
    showAssistant({ buyerLang: { lang: 'nl', sure: false } });
    expect(screen.getByRole('status', { name: 'Buyer language: Dutch, not sure' }).textContent).toBe('Dutch?');
  });

  it('asks which shop this is and passes the choice on', async () => {
    const { actions } = showAssistant({
      shop: {
        kind: 'ask',
        choices: [
          { id: brandAs('a'), name: 'Lumen DE' },
          { id: brandAs('b'), name: 'Lumen FR' },
        ],
      },
    });
    expect(screen.getByRole('status', { name: 'Which shop is this?' })).toBeTruthy();
    await press(button('Lumen FR'));
    expect(actions.chooseShop).toHaveBeenCalledWith('b');
  });

  it('counts issues in the name of the check button', () => {
    const { update } = showAssistant();
    expect(button('No issues')).toBeTruthy();
    update({ check: aCheck({ hasText: true, findings: [aFinding()] }) });
    expect(button('1 issue')).toBeTruthy();
    update({ check: aCheck({ hasText: true, findings: [aFinding(), aFinding({ start: 50, severity: 'info' })] }) });
    expect(button('2 issues')).toBeTruthy();
  });

  it('describes a limited check by language and number of rules and never shows a plain "No issues"', () => {
    showAssistant({ check: aCheck({ hasText: true, lang: 'pl', coverage: { kind: 'limited', rulesRun: 9 } }) });
    const check = button('No issues');
    expect(document.getElementById(check.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Limited check: Polish, 9 rules',
    );
    expect(check.textContent).toBe('No issueslimited');
  });

  it('shows the number of notes without their text and asks for the card when pressed', async () => {
    const { actions } = showAssistant({ notes: { kind: 'closed', count: 4 } });
    const notes = button('Buyer notes');
    expect(notes.textContent).toBe('4');
    expect(screen.queryByRole('complementary')).toBeNull();
    await press(notes);
    expect(actions.openNotes).toHaveBeenCalledTimes(1);
  });

  it('shows page health only when it is not good and lists what was read', async () => {
    const { update } = showAssistant();
    expect(screen.queryByRole('button', { name: /Page health/ })).toBeNull();
    update({
      health: 'limited',
      fields: [
        { field: 'orderId', state: 'missing', required: false },
        { field: 'giftWrap', state: 'ok', required: false },
      ],
    });
    await press(button('Page health: limited'));
    const rows = within(screen.getByRole('list', { name: 'What was read on this page' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual(['Order numbernot found', 'Gift wrapfound']);
  });

  it('keeps good health and shrinking in the menu', async () => {
    const { actions } = showAssistant();
    await press(button('Menu'));
    expect(button('Page health: good')).toBeTruthy();
    await press(button('Shrink to an icon'));
    expect(actions.setCollapsed).toHaveBeenCalledWith(true);
  });

  it('is one named button when shrunk', async () => {
    const { actions } = showAssistant({ collapsed: true });
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await press(button('Show Parley'));
    expect(actions.setCollapsed).toHaveBeenCalledWith(false);
  });

  it('folds the replies to a chip that brings them back', async () => {
    const { actions, update } = showAssistant({ folded: true });
    expect(screen.queryByRole('button', { name: /Insert reply/ })).toBeNull();
    await press(button('3 replies'));
    expect(actions.unfold).toHaveBeenCalledTimes(1);
    await act(async () => update({ folded: false }));
    expect(document.activeElement).toBe(button(/^Insert reply 1/));
  });

  it('closes an open part on Esc and gives the focus back to its button', async () => {
    showAssistant();
    const check = button('No issues');
    await press(check);
    const drawer = screen.getByRole('group', { name: 'Message check' });
    expect(document.activeElement).toBe(drawer);
    await key(drawer, 'Escape');
    expect(screen.queryByRole('group', { name: 'Message check' })).toBeNull();
    expect(document.activeElement).toBe(check);
  });

  it('leaves Esc to an input method that is composing', async () => {
    showAssistant();
    await press(button('No issues'));
    const drawer = screen.getByRole('group', { name: 'Message check' });
    expect(await key(drawer, 'Escape', { isComposing: true })).toBe(true);
    expect(screen.getByRole('group', { name: 'Message check' })).toBe(drawer);
  });
});

describe('conversions', () => {
  it('shows heard and answer in one line and inserts a clear one directly', async () => {
    const { actions } = showAssistant({ conversions: [aConversion()] });
    const region = within(screen.getByRole('region', { name: 'Conversions' }));
    expect(region.getByText('UK 5.5 · women → EU 39 · US 7.5')).toBeTruthy();
    expect(region.getByRole('button', { name: /^UK 5.5/ }).title).toContain('EU 39 (38.5–39) · US 7.5');
    await press(region.getByRole('button', { name: 'Insert conversion' }));
    expect(actions.insertConversion).toHaveBeenCalledWith(0);
  });

  it('never guesses between two readings: the button opens the choice', async () => {
    const reading = { ambiguous: true, warnings: ['convert.warning.ambiguous'] };
    const { actions } = showAssistant({
      conversions: [
        aConversion(reading),
        aConversion({ ...reading, audience: 'men', lines: [{ label: 'EU', value: '38.5' }] }),
      ],
    });
    await press(button('Insert conversion'));
    expect(actions.insertConversion).not.toHaveBeenCalled();
    const region = within(screen.getByRole('region', { name: 'Conversions' }));
    expect(region.getByText('Two readings are possible. Choose the one the buyer means.')).toBeTruthy();
    await press(region.getAllByRole('button', { name: 'Insert conversion' })[1]!);
    expect(actions.insertConversion).toHaveBeenCalledWith(1);
    expect(screen.getAllByRole('button', { name: 'Insert conversion' })).toHaveLength(1);
  });

  it('tells what an answer rests on', async () => {
    showAssistant({ conversions: [aConversion()] });
    await press(button(/UK 5.5/));
    const region = screen.getByRole('region', { name: 'Conversions' });
    expect(region.textContent).toContain('From a table. Source: 7 brand-neutral size charts');
    expect(within(region).getByText('EU 39 (38.5–39)')).toBeTruthy();
  });
});
