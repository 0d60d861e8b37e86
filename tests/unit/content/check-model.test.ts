import { describe, expect, it } from 'vitest';
import { countsOf, holdOf, issuesOf, type Found } from '@/components/content/check/check-model';
import type { ReadyRules } from '@/components/content/session/rules';
import type { Finding, Severity } from '@/utils/domain/compliance/input';
import type { PackRule } from '@/utils/domain/compliance/rule';
import type { GuardFinding } from '@/utils/domain/guards/guard-finding';
import { brandAs } from '@/utils/domain/ids';

const now = brandAs<'Instant'>('2026-11-22T09:00:00.000Z');
const words = (title: string) => ({ title, why: 'why', alternative: '', sources: [] });
const rule = (id: string, change: Partial<PackRule> = {}): PackRule => ({
  id,
  marketplaces: ['any'],
  severity: {},
  patterns: [],
  ...change,
});
const rules = (change: Partial<ReadyRules> = {}): ReadyRules => ({
  version: '1',
  coverage: { kind: 'full', rulesRun: 3 },
  muted: [],
  holdsSending: true,
  texts: Object.fromEntries(
    ['incentive', 'emoji', 'locked', 'guard-date', 'guard-foreign-order', 'ctx-too-early'].map((id) => [id, words(id)]),
  ),
  pack: {
    version: '1',
    lang: 'en',
    isFull: true,
    rules: [rule('incentive', { holds: true }), rule('emoji'), rule('locked', { locked: true })],
    cues: {},
    detectors: {},
  } as unknown as ReadyRules['pack'],
  ...change,
});
const finding = (id: string, severity: Severity = 'block', start = 0): Finding => ({
  rule: id,
  severity,
  start,
  end: start + 5,
  fixes: [],
});
const guard = (id: GuardFinding['rule'], start = 0): GuardFinding => ({
  ...finding(id, 'warn', start),
  rule: id,
  said: 'A',
  known: 'B',
});
const found = (change: Partial<Found> & { guards?: readonly GuardFinding[] } = {}): Found => ({
  text: 'Hello there, this is a message.',
  rules: rules(),
  findings: [],
  now,
  ...change,
  reviews: change.reviews ?? {
    guards: () => change.guards ?? [],
    context: () => ({ findings: [], unknown: [] }),
  },
});
const mute = (id: string, until = '2026-11-23T09:00:00.000Z') => ({
  rule: id,
  until: brandAs<'Instant'>(until),
  reason: 'x',
});

describe('the list', () => {
  it('joins text rules and guards in the order of the text, with what a guard compared', () => {
    const { findings } = issuesOf(found({ findings: [finding('emoji', 'info', 9)], guards: [guard('guard-date', 2)] }));
    expect(findings.map(({ rule: id }) => id)).toEqual(['guard-date', 'emoji']);
    expect(findings[0]?.compared).toEqual({ said: 'A', known: 'B' });
    expect(findings[0]?.excerpt).toBe('llo t');
  });

  it('says for how long each rule may be muted', () => {
    const { findings } = issuesOf(
      found({
        findings: [finding('incentive'), finding('emoji'), finding('locked')],
        guards: [guard('guard-foreign-order')],
      }),
    );
    expect(Object.fromEntries(findings.map(({ rule: id, muteDays }) => [id, muteDays]))).toEqual({
      incentive: 1,
      emoji: 30,
      locked: 0,
      'guard-foreign-order': 1,
    });
  });

  it('leaves muted guards and context rules out while the mute lasts, and names them', () => {
    const muted = rules({
      muted: [mute('guard-date'), mute('ctx-too-early'), mute('emoji', '2026-11-20T00:00:00.000Z')],
    });
    const said = issuesOf(
      found({
        rules: muted,
        findings: [finding('emoji')],
        reviews: {
          guards: () => [guard('guard-date')],
          context: () => ({
            findings: [{ rule: 'ctx-too-early', severity: 'block' }],
            unknown: [{ rule: 'ctx-too-early', missing: ['state'] }],
          }),
        },
      }),
    );
    expect(said.findings.map(({ rule: id }) => id)).toEqual(['emoji']);
    expect([said.context, said.unknown]).toEqual([[], []]);
    expect(said.muted.map(({ title }) => title)).toEqual(['guard-date', 'ctx-too-early']);
  });

  it('names each missing fact once and counts by severity', () => {
    const said = issuesOf(
      found({
        findings: [finding('emoji', 'warn')],
        reviews: {
          guards: () => [],
          context: () => ({
            findings: [{ rule: 'ctx-too-early', severity: 'block', at: '2026-11-26' }],
            unknown: [
              { rule: 'a', missing: ['state', 'optedOut'] },
              { rule: 'b', missing: ['state'] },
            ],
          }),
        },
      }),
    );
    expect(said.unknown).toEqual(['state', 'optedOut']);
    expect(said.context[0]?.at).toBe('2026-11-26');
    expect(countsOf(said)).toEqual({ block: 1, warn: 1, info: 0 });
  });
});

describe('what holds a press', () => {
  const hold = (change: Parameters<typeof found>[0] & { orderId?: string; isReviewed?: boolean }) =>
    holdOf({ ...found(change), orderId: change?.orderId, isReviewed: change?.isReviewed ?? true })?.ids ?? null;

  it.each([
    ['a rule that risks the account', { findings: [finding('incentive')] }, ['incentive']],
    [
      'another buyer’s order',
      { guards: [{ ...guard('guard-foreign-order'), severity: 'block' as const }] },
      ['guard-foreign-order'],
    ],
  ])('is %s', (_what, change, ids) => expect(hold(change)).toEqual(ids));

  it.each([
    ['formatting', { findings: [finding('emoji')] }],
    ['the same rule as a warning', { findings: [finding('incentive', 'warn')] }],
    ['another contradiction', { guards: [guard('guard-date')] }],
    [
      'a muted guard',
      { guards: [guard('guard-foreign-order')], rules: rules({ muted: [mute('guard-foreign-order')] }) },
    ],
  ])('is not %s', (_what, change) => expect(hold(change)).toBeNull());

  const other = 'About order 028-1111111-2222222, thank you.';
  it.each([
    ['an order like this one’s, not answered yet', other, '302-7781234-5567890', false, ['guard-foreign-order']],
    ['the same, once answered', other, '302-7781234-5567890', true, null],
    ['this order itself', 'About 302-7781234-5567890.', '302-7781234-5567890', false, null],
    ['a number of another form', 'Tracking 00340434161094', '302-7781234-5567890', false, null],
    ['16 digits beside 16 digits', 'Order 8123456789012345', '8199456789012345', false, ['guard-foreign-order']],
    ['no order known', other, undefined, false, null],
  ])('before an answer: %s', (_what, text, orderId, isReviewed, ids) =>
    expect(hold({ text, isReviewed, ...(orderId && { orderId }) })).toEqual(ids),
  );
});
