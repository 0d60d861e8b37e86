import { describe, expect, it } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { draftText } from '@/utils/domain/replies/draft-text';
import { renderSuggestion, suggest } from '@/utils/domain/replies/suggest';
import { aReading, anInput, anOrder, theFacts } from './builders';
import { shippedTemplates } from './catalogue';

const catalogue = { templates: shippedTemplates() };
const label = (variable: string) => variable;
const cardsFor = (...args: Parameters<typeof anInput>) => suggest(anInput(...args), catalogue);

describe('suggest with a buyer message', () => {
  it('gives three different cards for an understood message', () => {
    const cards = cardsFor(anOrder());
    expect(cards).toHaveLength(3);
    expect(new Set(cards.map((card) => card.templateId)).size).toBe(3);
  });

  it.each([
    ['unshipped', { state: 'unshipped', shippedOn: undefined }, 'where-is-order-unshipped'],
    ['shipped', {}, 'where-is-order-shipped'],
    ['past its promised date', { promisedOn: '2026-11-18' }, 'where-is-order-overdue'],
    ['delivered', { state: 'delivered', deliveredOn: '2026-11-19' }, 'where-is-order-delivered'],
    ['shipped by the marketplace', { fulfilment: 'marketplace' }, 'where-is-order-marketplace'],
  ] as const)('answers "where is my order" by the state: %s', (_name, change, templateId) => {
    expect(cardsFor(anOrder(change))[0]?.templateId).toBe(templateId);
  });

  it.each([
    ['unshipped', { state: 'unshipped', shippedOn: undefined, promisedOn: undefined } as const],
    ['shipped', { promisedOn: undefined } as const],
  ])('leaves only one date to type for an order that is %s', (_name, change) => {
    const [first] = cardsFor(anOrder(change));
    expect(first?.open).toEqual([expect.objectContaining({ type: 'date', required: true })]);
  });

  it('needs nothing from the agent when the page shows the promised date', () => {
    const [first] = cardsFor(anOrder());
    expect(first?.open).toEqual([]);
    expect(first && draftText(first.draft, label)).toBe(
      'Guten Tag Maria,\n\nIhre Bestellung 302-1234567-7654321 hat unser Lager am 12. November 2026 verlassen und ist auf dem Weg zu Ihnen. ' +
        'Das Paket ist mit DHL unterwegs, Sendungsnummer JD014600003. Die Lieferung sollte bis zum 30. November 2026 bei Ihnen sein.\n\n' +
        'Falls bis dahin nichts angekommen ist, schreiben Sie uns hier, und wir klären es mit dem Versanddienst.\n\nFreundliche Grüße\nLumen',
    );
  });

  it('shows the same blocks in the language of the agent', () => {
    const [first] = cardsFor(anOrder());
    expect(first?.counterpart?.lang).toBe('zh');
    expect(first?.counterpart?.blocks.map((block) => block.id)).toEqual(first?.draft.blocks.map((block) => block.id));
    expect(first?.title).toBe('订单进度：运输途中');
  });

  it('has no counterpart when both speak the same language', () => {
    expect(cardsFor(anOrder(), { agentLang: 'de' })[0]?.counterpart).toBeNull();
  });

  it('says where each used value comes from and leaves out the others', () => {
    const facts = cardsFor(anOrder())[0]?.facts;
    expect(facts?.['tracking']).toEqual({ value: 'JD014600003', source: 'page' });
    expect(facts?.['shopName']).toEqual({ value: 'Lumen', source: 'shop' });
    expect(facts).not.toHaveProperty('marketplace');
  });

  it('gives the words and the order state as reasons', () => {
    const cue = { start: 0, end: 2, text: 'Wo', gloss: '哪里', intent: 'where_is_order' };
    const [first] = cardsFor(anOrder(), { reading: aReading('where_is_order', { cues: [cue] }) });
    expect(first?.reasons).toEqual([
      { kind: 'cues', cues: [{ start: 0, end: 2, text: 'Wo', gloss: '哪里' }] },
      { kind: 'order-state', state: 'shipped' },
    ]);
  });

  it('preselects only the first card and only when the reading is sure', () => {
    expect(cardsFor(anOrder()).map((card) => card.preselected)).toEqual([true, false, false]);
    const unsure = cardsFor(anOrder(), { reading: aReading('where_is_order', { sure: false }) });
    expect(unsure.some((card) => card.preselected)).toBe(false);
  });

  it('puts the neutral answer first when the message was not understood', () => {
    const cards = cardsFor(anOrder(), { reading: aReading('other', { sure: false }) });
    expect(cards[0]?.templateId).toBe('checking');
    expect(cards.some((card) => card.preselected)).toBe(false);
  });

  it('answers an intent without a template of its own with the neutral one, under that intent', () => {
    const [first] = suggest(anInput(anOrder(), { reading: aReading('never_seen_intent') }), catalogue);
    expect(first).toMatchObject({ templateId: 'checking', intent: 'never_seen_intent' });
  });

  it('apologises once for a repeated contact', () => {
    const [first] = cardsFor(anOrder(), { reading: aReading('never_seen_intent'), ownMessages: 2, lang: 'en' });
    expect(first && draftText(first.draft, label)).toContain('We are sorry that you had to write to us again.');
  });

  it('still gives three cards without an order', () => {
    expect(cardsFor(null)).toHaveLength(3);
  });

  it('never offers a message that starts a conversation as an answer', () => {
    const ids = cardsFor(anOrder({ state: 'unshipped' })).map((card) => card.templateId);
    expect(ids).not.toContain('delay-notice');
  });

  it('gives English where a template does not have the language of the buyer', () => {
    expect(cardsFor(anOrder(), { lang: 'xx' })[0]?.draft.lang).toBe('en');
  });
});

describe('suggest without a buyer message', () => {
  const proactive = { reading: null, direction: 'proactive' } as const;

  it('chooses by order state and contact reason', () => {
    const cards = cardsFor(anOrder({ state: 'unshipped' }), { ...proactive, contactReason: 'shipping-problem' });
    expect(cards.map((card) => card.templateId)).toEqual(expect.arrayContaining(['delay-notice', 'address-check']));
    expect(cards[0]?.reasons).toContainEqual({ kind: 'contact-reason', reason: 'shipping-problem' });
    expect(cards.some((card) => card.preselected)).toBe(false);
  });

  it('does not ask about the address of a parcel that has left', () => {
    const cards = cardsFor(anOrder({ state: 'shipped' }), { ...proactive, contactReason: 'shipping-problem' });
    expect(cards.map((card) => card.templateId)).not.toContain('address-check');
  });

  it('works on both marketplaces', () => {
    const cards = cardsFor(anOrder(), {
      ...proactive,
      marketplace: brandAs('aliexpress'),
      contactReason: 'order-detail',
    });
    expect(cards.length).toBeGreaterThan(0);
  });
});

describe('renderSuggestion', () => {
  const order = anOrder({ state: 'unshipped', promisedOn: undefined });
  const request = { templateId: 'where-is-order-unshipped', lang: 'es', agentLang: 'en', facts: theFacts({ order }) };

  it('fills what the agent typed into both languages', () => {
    const card = renderSuggestion({ ...request, values: { dispatchDate: '2026-11-24' } }, catalogue);
    expect(card?.open).toEqual([]);
    expect(card && draftText(card.draft, label)).toContain('a más tardar el 24 de noviembre de 2026.');
    expect(card?.counterpart && draftText(card.counterpart, label)).toContain('by November 24, 2026.');
    expect(card?.facts['dispatchDate']).toEqual({ value: '2026-11-24', source: 'agent' });
  });

  it('keeps a place open when the typed day does not exist', () => {
    const card = renderSuggestion({ ...request, values: { dispatchDate: '2026-02-31' } }, catalogue);
    expect(card?.open.map((field) => field.name)).toEqual(['dispatchDate']);
  });

  it('ignores values the template does not declare', () => {
    const card = renderSuggestion({ ...request, values: { fulfilment: 'marketplace' } }, catalogue);
    expect(card?.facts).not.toHaveProperty('fulfilment');
  });

  it('returns null for a template that does not exist', () => {
    expect(renderSuggestion({ ...request, templateId: 'gone', values: {} }, catalogue)).toBeNull();
  });
});
