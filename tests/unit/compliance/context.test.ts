import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContext, contextRuleIds } from '@/utils/domain/compliance/context/check-context';
import type { ContextInput } from '@/utils/domain/compliance/context/context-input';

const request: ContextInput = {
  now: '2026-11-21T10:00:00Z',
  marketplace: 'amazon',
  kind: 'review-request',
  direction: 'proactive',
  channel: 'order-page',
  lang: 'en',
  preferredLang: 'en',
  orderId: '113-4410027-8812345',
  state: 'delivered',
  earliestDelivery: '2026-11-08',
  latestDelivery: '2026-11-10',
  completedAt: '2026-11-10',
  optedOut: false,
  reviewed: false,
  disputeState: 'none',
  history: [],
};
const found = (change: Partial<ContextInput>): readonly string[] =>
  checkContext({ ...request, ...change }).findings.map(({ rule, severity, level }) =>
    [rule, severity, level].filter(Boolean).join(' '),
  );
const unknown = (change: Partial<ContextInput>): readonly string[] =>
  checkContext({ ...request, ...change }).unknown.map(({ rule }) => rule);

describe('review requests on Amazon', () => {
  it('pass when everything is known and nothing stands against them', () => {
    expect(checkContext(request)).toEqual({ findings: [], unknown: [] });
  });

  it.each<[string, Partial<ContextInput>, string[]]>([
    ['wait for the fifth day after the earliest delivery', { earliestDelivery: '2026-11-17' }, ['ctx-too-early block']],
    ['are open on the fifth day', { earliestDelivery: '2026-11-16' }, []],
    ['wait while the parcel travels', { earliestDelivery: null, state: 'shipped' }, ['ctx-too-early block']],
    ['are open on the thirtieth day', { latestDelivery: '2026-10-22' }, []],
    ['end after the thirtieth day', { latestDelivery: '2026-10-21' }, ['ctx-too-late block']],
    [
      'are made once, whoever made the first',
      { history: [{ at: '2026-09-01', kind: 'marketplace-review-request' }] },
      ['ctx-second-request block'],
    ],
    ['leave orders with a problem alone', { state: 'refunded' }, ['ctx-order-problem-open block']],
    ['wait for the end of a dispute', { disputeState: 'open' }, ['ctx-dispute-open block']],
    ['stop once there is a review', { reviewed: true }, ['ctx-already-reviewed warn']],
    ['respect who opted out', { optedOut: true }, ['ctx-opted-out block']],
    ['come in the buyer’s language', { preferredLang: 'de-DE' }, ['ctx-wrong-language block']],
    ['are advertising when mailed to Germany', { channel: 'email', shipTo: 'DE' }, ['ctx-de-consent info']],
    ['may be mailed to Germany with the notice', { channel: 'email', shipTo: 'DE', hasObjectionNotice: true }, []],
    ['must not claim to be important', { subjectTag: '[Wichtig]' }, ['ctx-important-misuse block']],
  ])('%s', (_name, change, expected) => expect(found(change)).toEqual(expected));

  it('are neither passed nor blocked for want of facts', () => {
    const bare = { now: request.now, marketplace: 'amazon', kind: 'review-request', direction: 'proactive' } as const;
    const report = checkContext(bare);
    expect(report.findings).toEqual([]);
    expect(report.unknown.map(({ rule }) => rule).sort()).toEqual(
      [
        'ctx-already-reviewed',
        'ctx-dispute-open',
        'ctx-frequency-cap',
        'ctx-opted-out',
        'ctx-order-problem-open',
        'ctx-proactive-window',
        'ctx-second-request',
        'ctx-too-early',
        'ctx-too-late',
        'ctx-unsolicited',
        'ctx-wrong-language',
      ].sort(),
    );
    expect(unknown({ history: undefined })).toEqual(['ctx-second-request', 'ctx-frequency-cap']);
  });
});

describe('review requests on AliExpress', () => {
  const aliexpress = { marketplace: 'aliexpress', orderId: '8194562377120458', completedAt: null, state: 'shipped' };
  it('wait for the delivery', () => expect(found(aliexpress)).toEqual(['ctx-too-early block']));
  it('end thirty days after the completion', () =>
    expect(found({ ...aliexpress, state: 'completed', completedAt: '2026-10-21' })).toEqual(['ctx-too-late block']));
  it('warn about a second one', () =>
    expect(
      found({
        ...aliexpress,
        state: 'completed',
        completedAt: '2026-11-20',
        history: [{ at: '2026-11-01', kind: 'review-request' }],
      }),
    ).toEqual(['ctx-second-request warn']));
});

describe('other messages', () => {
  const update = { kind: 'order-update' };
  it('may be sent for thirty days after the order', () => {
    expect(found({ ...update, completedAt: '2026-10-22' })).toEqual([]);
    expect(found({ ...update, completedAt: '2026-10-21' })).toEqual(['ctx-proactive-window block']);
    expect(found({ ...update, completedAt: '2026-10-21', direction: 'reply' })).toEqual([]);
  });

  it('are capped at two and four in a week, counted from the buyer’s last word', () => {
    const sent = (...days: number[]) => days.map((day) => ({ at: `2026-11-${day}`, kind: 'order-update' }));
    expect(found({ ...update, history: sent(20) })).toEqual([]);
    expect(found({ ...update, history: sent(19, 20) })).toEqual(['ctx-frequency-cap warn']);
    expect(found({ ...update, history: sent(17, 18, 19, 20) })).toEqual(['ctx-frequency-cap block']);
    expect(found({ ...update, history: [...sent(17, 18, 20), { at: '2026-11-19', kind: 'buyer-message' }] })).toEqual(
      [],
    );
  });

  it('reach those who opted out when the order needs them', () =>
    expect(found({ ...update, optedOut: true, critical: true })).toEqual([]));

  it('need the order number when they go by mail', () => {
    expect(found({ ...update, orderId: null, channel: 'email', knownBuyer: true })).toEqual([
      'ctx-missing-order-id block',
    ]);
    expect(found({ ...update, orderId: null, knownBuyer: true })).toEqual([]);
  });

  it('are not sent to strangers', () =>
    expect(found({ ...update, orderId: null, knownBuyer: false })).toEqual(['ctx-unsolicited block']));

  it('warn of another language in a reply', () =>
    expect(found({ kind: 'other', direction: 'reply', preferredLang: 'fr' })).toEqual(['ctx-wrong-language warn']));
});

describe('clocks', () => {
  const waiting = { kind: 'other', direction: 'none' } as const;
  it.each<[string, string[]]>([
    ['2026-11-20T22:30:00Z', []],
    ['2026-11-20T22:00:00Z', ['ctx-reply-overdue info amber']],
    ['2026-11-20T10:00:00Z', ['ctx-reply-overdue info red']],
  ])('a buyer who wrote at %s', (lastBuyerMessageAt, expected) =>
    expect(found({ ...waiting, lastBuyerMessageAt })).toEqual(expected),
  );

  it('name the moment a dispute has to be answered', () => {
    const dispute = { ...waiting, kind: 'dispute', disputeState: 'open', sellerResponded: false } as const;
    const at = (marketplace: string) =>
      checkContext({ ...request, ...dispute, marketplace, disputeOpenedAt: '2026-11-20T12:00:00Z' }).findings;
    expect(at('aliexpress')).toEqual([
      { rule: 'ctx-dispute-deadline', severity: 'info', at: '2026-11-25T12:00:00.000Z' },
    ]);
    expect(at('amazon')).toEqual([{ rule: 'ctx-dispute-deadline', severity: 'info', at: '2026-11-22T12:00:00.000Z' }]);
    expect(found({ ...dispute, disputeOpenedAt: '2026-11-20T12:00:00Z', sellerResponded: true })).toEqual([]);
  });
});

describe('a request to change a review', () => {
  const history = [{ at: '2026-03-01T10:00:00.000Z', kind: 'review-change-request' }];
  const asking = { now: '2026-03-02T10:00:00.000Z', marketplace: 'aliexpress', kind: 'other', asksForChange: true };
  const of = (input: object) => {
    const { findings, unknown } = checkContext({ ...asking, ...input });
    const own = <R extends { readonly rule: string }>(list: readonly R[]) =>
      list.filter(({ rule }) => rule === 'ctx-repeated-change-request');
    return { findings: own(findings), unknown: own(unknown) };
  };

  it('is refused the second time on AliExpress, to the same buyer', () => {
    expect(of({ history }).findings).toEqual([{ rule: 'ctx-repeated-change-request', severity: 'block' }]);
    expect(of({ history: [{ ...history[0], kind: 'review-request' }] }).findings).toEqual([]);
    expect(of({ history, asksForChange: false }).findings).toEqual([]);
  });

  it('is unknown while nobody knows what was sent before, and for Amazon to refuse by its words', () => {
    expect(of({}).unknown).toEqual([{ rule: 'ctx-repeated-change-request', missing: ['history'] }]);
    expect(of({ history, marketplace: 'amazon' })).toEqual({ findings: [], unknown: [] });
  });
});

describe('all context rules', () => {
  it('are seventeen, each once', () => expect(new Set(contextRuleIds).size).toBe(17));

  it('say nothing where no marketplace rules are known', () =>
    expect(checkContext({ ...request, marketplace: 'any', reviewed: true })).toEqual({ findings: [], unknown: [] }));

  it('never throw, and never report a rule both ways', () => {
    const moment = fc.option(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((day) => day.toISOString()),
      ),
    );
    fc.assert(
      fc.property(
        fc.record(
          {
            kind: fc.constantFrom('review-request', 'other', 'promo'),
            direction: fc.constantFrom('proactive' as const, 'reply' as const, 'none' as const),
            earliestDelivery: moment,
            completedAt: moment,
            lastBuyerMessageAt: moment,
            state: fc.option(fc.string()),
            history: fc.array(fc.record({ at: fc.string(), kind: fc.string() })),
            optedOut: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
        fc.constantFrom('amazon', 'aliexpress'),
        (facts, marketplace) => {
          const { findings, unknown: missing } = checkContext({ now: request.now, marketplace, ...facts });
          const ids = [...findings, ...missing].map(({ rule }) => rule);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });
});
