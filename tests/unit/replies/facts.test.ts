import { describe, expect, it } from 'vitest';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { holds } from '@/utils/domain/replies/facts';
import { anOrder, theFacts } from './builders';

const aConversion = (change: Partial<Conversion>): Conversion => ({
  start: 0,
  end: 6,
  kind: 'size',
  heard: 'UK 5.5',
  lines: [
    { label: 'EU', value: '38.5' },
    { label: 'US', value: '7.5' },
    { label: 'convert.size.footLength', value: '241 mm' },
  ],
  basis: { kind: 'table', sourceId: 'shoes' },
  warnings: [],
  ambiguous: false,
  insertText: 'UK 5.5 = EU 38.5',
  ...change,
});

describe('factsFrom', () => {
  it('keeps a name that can be greeted', () => {
    expect(theFacts({ buyerName: ' Ana  María ' })['buyerName']?.value).toBe('Ana María');
  });

  it.each(['Amazon Customer', 'buyer', '123', 'a@b.example', '买家', '<b>x</b>', ''])(
    'drops "%s" as a name',
    (buyerName) => {
      expect(theFacts({ buyerName })).not.toHaveProperty('buyerName');
    },
  );

  it('knows an order as overdue only after the promised day and before delivery', () => {
    expect(theFacts({ order: anOrder({ promisedOn: '2026-11-20' }) })).toHaveProperty('overdue');
    expect(theFacts({ order: anOrder({ promisedOn: '2026-11-21' }) })).not.toHaveProperty('overdue');
    expect(theFacts({ order: anOrder({ promisedOn: '2026-11-20', state: 'delivered' }) })).not.toHaveProperty(
      'overdue',
    );
  });

  it('names no product when the order has several', () => {
    expect(theFacts({ order: anOrder({ items: [{ title: 'A' }, { title: 'B' }] }) })).not.toHaveProperty('product');
  });

  it('takes a clear size conversion, written the same in every language', () => {
    const facts = theFacts({ conversions: [aConversion({})] });
    expect(facts['convertedSize']).toEqual({ value: 'EU 38.5 / US 7.5', source: 'converter' });
  });

  it('does not use an ambiguous size', () => {
    expect(theFacts({ conversions: [aConversion({ ambiguous: true })] })).not.toHaveProperty('convertedSize');
  });
});

describe('holds', () => {
  it('answers the conditions of a block from the facts', () => {
    expect(holds('amazon', theFacts())).toBe(true);
    expect(holds('aliexpress', theFacts())).toBe(false);
    expect(holds('repeated', theFacts({ ownMessages: 1 }))).toBe(true);
    expect(holds('first-contact', theFacts({ ownMessages: 1 }))).toBe(false);
    expect(holds('shipped', theFacts())).toBe(true);
    expect(holds('not-shipped', theFacts())).toBe(false);
    expect(holds('marketplace-shipping', theFacts({ order: anOrder({ fulfilment: 'marketplace' }) }))).toBe(true);
    expect(holds('own-shipping', theFacts({ order: null }))).toBe(true);
    expect(holds('size-known', theFacts())).toBe(false);
    expect(holds('size-unknown', theFacts())).toBe(true);
  });
});
