import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProblemApi, ProblemPrefill } from '@/utils/app/problem-api';
import { err, ok } from '@/utils/domain/result';
import { axeFindings, button, press, settle, showAssistant, type } from './harness';

afterEach(cleanup);

const lamp: ProblemPrefill = { products: ['Reading lamp'], reason: 'defective', severity: 'normal', today: 2 };

const desk = (prefill: ProblemPrefill = lamp) => ({
  problemPrefill: vi.fn<ProblemApi['problemPrefill']>(async () => ok(prefill)),
  reportProblem: vi.fn<ProblemApi['reportProblem']>(async () => ok({ today: prefill.today + 1 })),
});
/** The key as a person presses it: the page cannot make one that counts. */
const pressKey = async (from: Element = document.body) => {
  const event = new KeyboardEvent('keydown', {
    code: 'KeyP',
    key: 'P',
    altKey: true,
    shiftKey: true,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  Object.defineProperty(event, 'getModifierState', { value: () => false });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(async () => void from.dispatchEvent(event));
  await settle();
  return event;
};
const form = () => screen.findByRole('form', { name: 'Report a problem' });
const enter = async () => {
  await act(async () => void fireEvent.submit(await form()));
  await settle();
};

describe('reporting a problem', () => {
  it('takes two keys: one opens the form as it is filled in, Enter writes it down', async () => {
    const actions = desk();
    const { container } = showAssistant({}, { actions });
    expect((await pressKey()).defaultPrevented).toBe(true);
    const shown = within(await form());
    expect(shown.getByText('Reading lamp')).toBeTruthy();
    expect(shown.getByLabelText('Reason')).toHaveProperty('value', 'defective');
    expect(shown.getByLabelText('How urgent')).toHaveProperty('value', 'normal');
    expect(shown.getByText('Reported 2 times today.')).toBeTruthy();
    expect(document.activeElement).toBe(shown.getByLabelText('What is wrong'));
    expect(await axeFindings(container)).toEqual([]);
    await enter();
    expect(actions.reportProblem.mock.calls).toEqual([[{ severity: 'normal', text: '' }]]);
    expect(screen.getByText('Written down: 3rd today.')).toBeTruthy();
    expect(document.activeElement).toBe(button('Back to the message'));
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [11, '11th'],
    [23, '23rd'],
  ])('the %i. time says %s', async (count, said) => {
    showAssistant({}, { actions: desk({ ...lamp, today: count - 1 }) });
    await pressKey();
    await form();
    await enter();
    expect(screen.getByText(`Written down: ${said} today.`)).toBeTruthy();
  });

  it('speaks Chinese', async () => {
    const { container } = showAssistant({}, { actions: desk(), words: 'zh-CN' });
    await pressKey();
    await act(async () => void fireEvent.submit(await screen.findByRole('form', { name: '上报问题' })));
    await settle();
    expect(container.textContent).not.toMatch(/page\.report/);
  });

  it('sends what was changed, and which product of several', async () => {
    const actions = desk({ ...lamp, products: ['Reading lamp', 'Desk fan'] });
    showAssistant({}, { actions });
    await pressKey();
    const shown = within(await form());
    await type(shown.getByLabelText('What is wrong'), 'Smells of plastic');
    fireEvent.change(shown.getByLabelText('Product'), { target: { value: '1' } });
    fireEvent.change(shown.getByLabelText('Reason'), { target: { value: '' } });
    fireEvent.change(shown.getByLabelText('How urgent'), { target: { value: 'high' } });
    await enter();
    expect(actions.reportProblem).toHaveBeenCalledWith({
      product: 1,
      reason: '',
      severity: 'high',
      text: 'Smells of plastic',
    });
  });

  it('keeps an Enter that came before the form was filled in', async () => {
    let answer: (value: Awaited<ReturnType<ProblemApi['problemPrefill']>>) => void = () => undefined;
    const actions = { ...desk(), problemPrefill: vi.fn(() => new Promise<never>((done) => (answer = done as never))) };
    showAssistant({}, { actions });
    await pressKey();
    await enter();
    expect(actions.reportProblem).not.toHaveBeenCalled();
    await act(async () => answer(ok(lamp)));
    await waitFor(() => expect(actions.reportProblem).toHaveBeenCalledOnce());
  });

  it.each([
    ['buyer', "Not reported. Leave out the buyer's name."],
    ['contact', 'Not reported. Leave out e-mail addresses, phone numbers and order numbers.'],
    [undefined, 'Not reported. No product is known here: write in a few words what is wrong.'],
  ] as const)('says why a text cannot be kept (%s), and keeps it in the form', async (why, words) => {
    const actions = desk();
    actions.reportProblem.mockResolvedValue(err({ kind: 'invalid', field: 'text', ...(why ? { why } : {}) }));
    showAssistant({}, { actions });
    await pressKey();
    const text = within(await form()).getByLabelText('What is wrong');
    await type(text, 'Anna wants another');
    await enter();
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(text).toHaveProperty('value', 'Anna wants another');
    expect(document.activeElement).toBe(text);
  });

  it('says what is wrong when the conversation cannot be asked about, and asks again', async () => {
    const actions = desk();
    actions.problemPrefill.mockResolvedValueOnce(err({ kind: 'disconnected' }));
    showAssistant({}, { actions });
    await pressKey();
    await press(await screen.findByRole('button', { name: 'Try again' }));
    expect(await form()).toBeTruthy();
  });

  it('is reached from the menu too, and goes back to where the caret was', async () => {
    const actions = desk();
    const { container } = showAssistant({}, { actions });
    await press(button('Menu'));
    await press(await screen.findByRole('button', { name: 'Report a problem' }));
    await form();
    await enter();
    await press(button('Back to the message'));
    expect(screen.queryByRole('group', { name: 'Report a problem' })).toBeNull();
    expect(container.contains(document.activeElement)).toBe(true);
    const box = document.body.appendChild(document.createElement('textarea'));
    box.focus();
    await pressKey(box);
    await form();
    await pressKey(box);
    expect(document.activeElement).toBe(box);
    box.remove();
  });
});
