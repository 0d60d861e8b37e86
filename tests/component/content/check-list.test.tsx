import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { axeFindings, button, key, press, showAssistant, type } from './harness';
import { aCheck, aFinding } from './samples';

afterEach(cleanup);

const context = {
  rule: 'ctx-too-early',
  severity: 'block' as const,
  muteDays: 30 as const,
  at: '2026-11-26',
  text: {
    title: 'Too early for a review request',
    why: 'Wait five days.',
    alternative: '',
    sources: [
      { key: 'a', title: 'A copy', readOn: '2026-11-02', confidence: 'secondary' as const },
      { key: 'b', title: 'A memory', readOn: '2026-11-02', confidence: 'recalled' as const },
      { key: 'c', title: 'The page', readOn: '2026-11-02', confidence: 'read' as const },
    ],
  },
};
const guard = aFinding({
  rule: 'guard-date',
  severity: 'warn',
  start: 2,
  fixes: [],
  excerpt: '3 May',
  compared: { said: '3 May', known: '5 May' },
});
const found = aCheck({ hasText: true, context: [context], findings: [guard, aFinding()] });
const items = () =>
  within(screen.getByRole('list', { name: 'Issues' }))
    .getAllByRole('listitem')
    .filter((item) => item.dataset.rule);

describe('findings of three sources', () => {
  it('stand in one list, context rules first, under a line that counts them', async () => {
    const { container } = showAssistant({ check: found });
    await press(button('3 issues'));
    expect(items().map((item) => item.dataset.rule)).toEqual(['ctx-too-early', 'guard-date', 'review.positive']);
    expect(screen.getByText('3 issues: 2 block, 1 warning')).toBeTruthy();
    expect(screen.getByText('You wrote 3 May, the page says 5 May')).toBeTruthy();
    expect(screen.getByText('Date to watch: Nov 26, 2026')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('say how sure each source is', async () => {
    showAssistant({ check: found });
    await press(button('3 issues'));
    await press(within(items()[0]!).getByRole('button', { name: 'Why' }));
    const sources = within(items()[0]!)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(sources[0]).toMatch(/from a copy$/);
    expect(sources[1]).toMatch(/from memory, to be checked$/);
    expect(sources[2]).toBe('The page, read on Nov 2, 2026');
  });

  it('leave to the foot what is not known, and say once that this is no legal advice', async () => {
    showAssistant({ check: { ...found, unknown: ['optedOut', 'some_fact'] } });
    await press(button('3 issues'));
    expect(screen.getByText('Not known: whether the buyer has opted out, Some fact')).toBeTruthy();
    expect(screen.getAllByText(/not legal advice/)).toHaveLength(1);
  });

  it('are not promised where nothing has looked at the text yet', async () => {
    showAssistant({ check: aCheck({ hasText: true, isPending: true }) });
    await press(button('Not checked yet'));
    expect(screen.queryByText('No issues found in this message.')).toBeNull();
  });

  it('are told to screen readers by one line that changes only when it is told to', () => {
    const { container, update } = showAssistant({ check: found });
    const told = () => container.querySelector('.p-root > [role=status]')!.textContent;
    expect(told()).toBe('');
    update({ check: { ...found, told: { block: 2, warn: 1, info: 0 } } });
    expect(told()).toBe('3 issues: 2 block, 1 warning');
    update({ check: aCheck({ told: { block: 0, warn: 0, info: 0 } }) });
    expect(told()).toBe('No issues');
  });
});

describe('muting', () => {
  const open = async (actions = {}) => {
    const shown = showAssistant({ check: aCheck({ hasText: true, findings: [aFinding()] }) }, { actions });
    await press(button('1 issue'));
    await press(button('Mute rule'));
    return shown;
  };

  it('asks for a reason and a time, and hands both over', async () => {
    const { actions, container } = await open();
    const reason = screen.getByRole('textbox', { name: 'Why?' });
    expect(document.activeElement).toBe(reason);
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Mute'));
    expect(screen.getByRole('alert').textContent).toBe('Write or choose a reason first.');
    await press(button('Agreed with the buyer'));
    await press(screen.getByRole('radio', { name: '7 days' }));
    await press(button('Mute'));
    expect(actions.muteRule).toHaveBeenCalledWith({
      rule: 'review.positive',
      reason: 'Agreed with the buyer',
      days: 7,
    });
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.activeElement).toBe(button('Mute rule'));
  });

  it.each([
    [{ kind: 'refused', code: 'locked' }, 'Not muted: your lead has locked this rule.'],
    [{ kind: 'disconnected' }, 'Not muted. Your reason is still here: try again.'],
  ] as const)('keeps the reason when it is refused: %o', async (problem, words) => {
    await open({ muteRule: vi.fn(async () => problem) });
    const reason = screen.getByRole<HTMLInputElement>('textbox', { name: 'Why?' });
    await type(reason, 'Checked');
    await press(button('Mute'));
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(reason.value).toBe('Checked');
  });

  it('closes on Esc without closing the list', async () => {
    await open();
    await key(screen.getByRole('textbox', { name: 'Why?' }), 'Escape');
    expect(screen.queryByRole('form')).toBeNull();
    expect(items()).toHaveLength(1);
  });

  it('offers one day for rules that risk the account, and nothing for locked ones', async () => {
    const check = aCheck({
      hasText: true,
      findings: [aFinding({ muteDays: 1 }), aFinding({ rule: 'locked', start: 50, muteDays: 0 })],
    });
    showAssistant({ check });
    await press(button('2 issues'));
    expect(screen.getAllByRole('button', { name: 'Mute rule' })).toHaveLength(1);
    await press(button('Mute rule'));
    expect(screen.getAllByRole('radio')).toHaveLength(1);
  });

  it('lists muted rules with their end, to be unmuted', async () => {
    const muted = [
      { rule: 'fmt-emoji', reason: 'x', title: 'Emoji', until: brandAs<'Instant'>('2026-11-29T09:00:00.000Z') },
    ];
    const { actions } = showAssistant({ check: aCheck({ muted }) });
    await press(button('No issues'));
    const list = within(screen.getByRole('list', { name: 'Muted rules' }));
    expect(list.getByText(/^Emoji: muted until Nov 29, 2026/)).toBeTruthy();
    await press(list.getByRole('button', { name: 'Unmute: Emoji' }));
    expect(actions.unmuteRule).toHaveBeenCalledWith('fmt-emoji');
  });
});

describe('a held press', () => {
  const held = { rules: [{ rule: 'review-incentive', severity: 'block' as const, text: aFinding().text }] };

  it('is explained in a named dialog whose default is the way back', async () => {
    const { actions, container } = showAssistant({ held });
    const dialog = screen.getByRole('alertdialog', { name: 'Not sent yet: please look once more' });
    expect(document.activeElement?.textContent).toBe('Back to the message');
    expect(within(dialog).getByText('Asks for a good review')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    await key(dialog, 'Escape');
    await press(button('Back to the message'));
    expect(vi.mocked(actions.answerHeld).mock.calls).toEqual([[null], [null]]);
  });

  it('goes on only with a reason', async () => {
    const { actions } = showAssistant({ held });
    await press(button('Send anyway'));
    expect(actions.answerHeld).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toBe('Write or choose a reason first.');
    await press(button('My lead has agreed'));
    await press(button('Send anyway'));
    expect(actions.answerHeld).toHaveBeenCalledWith('My lead has agreed');
  });

  it('is asked also while Parley is shrunk to its icon', () => {
    showAssistant({ held, collapsed: true });
    expect(screen.getByRole('alertdialog')).toBeTruthy();
  });
});

describe('an escalation', () => {
  it.each(['en', 'zh-CN'] as const)('stands before the conversions with calm advice: %s', (words) => {
    const { container } = showAssistant({ escalation: 'injury', uiLang: words }, { words });
    expect(container.querySelector('.p-bar .p-escalation')?.textContent).toBe(
      words === 'en' ? 'Somebody was hurt' : '有人受伤',
    );
    expect(screen.getByRole('note').textContent).toMatch(words === 'en' ? /^Ask first how the person is/ : /^先问候/);
  });
});
