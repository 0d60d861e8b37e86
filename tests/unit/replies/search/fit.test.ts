import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { misfitOf, type Situation } from '@/utils/domain/replies/search/fit';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { anOrder, theFacts } from '../builders';
import { aTemplate } from './shelf';

const situation = (change: Partial<Situation> = {}): Situation => ({
  direction: 'reply',
  marketplace: brandAs<'MarketId'>('amazon'),
  order: anOrder(),
  facts: theFacts(),
  ...change,
});
const scoped = (scope: ReplyTemplate['scope'], change: Partial<ReplyTemplate> = {}) =>
  aTemplate('one', ['One', '一'], [['a', 'b', 'c']], { scope, ...change });

it.each([
  ['marketplace', scoped({ marketplaces: ['aliexpress'] }), {}],
  ['direction', scoped({}, { kind: 'proactive' }), {}],
  ['order-state', scoped({ orderStates: ['delivered'] }), {}],
  ['fulfilment', scoped({ fulfilment: 'marketplace' }), {}],
  ['repeated', scoped({ repeated: true }), {}],
  ['first-contact', scoped({ repeated: false }), { facts: theFacts({ ownMessages: 1 }) }],
  ['overdue', scoped({ overdue: true }), {}],
  ['no-order', scoped({ noOrder: true }), {}],
  ['contact-reason', scoped({ contactReasons: ['other'] }), { contactReason: 'delay' }],
] as const)('says why a reply is not for this conversation: %s', (kind, template, change) => {
  expect(misfitOf(template, situation(change))?.kind).toBe(kind);
  const words = JSON.parse(readFileSync('public/locales/en/palette.json', 'utf8')) as {
    misfit: Record<string, string>;
  };
  const named = { direction: 'proactive', 'order-state': 'orderState', fulfilment: 'marketplace-shipped' }[
    kind as string
  ];
  expect(words.misfit[named ?? kind]).toBeTruthy();
});

it('says nothing against a reply while the page shows no order', () => {
  for (const scope of [
    { orderStates: ['delivered'] },
    { fulfilment: 'marketplace' },
    { overdue: true },
    { noOrder: true },
  ])
    expect(misfitOf(scoped(scope as ReplyTemplate['scope']), situation({ order: null }))).toBeNull();
});
