import { describe, expect, it } from 'vitest';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { brandAs } from '@/utils/domain/ids';
import type { ProductCard } from '@/utils/domain/products/product-card';
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
  values: { size: 'UK 5.5', convertedSize: 'EU 38.5' },
  ...change,
});

const aCard = (values: ProductCard['values']): ProductCard => ({
  id: 'shop lamp',
  shopId: brandAs('shop'),
  title: 'Lamp',
  values,
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

  it('takes the values of a clear conversion as the converter wrote them', () => {
    const facts = theFacts({ conversions: [aConversion({})] });
    expect(facts['size']).toEqual({ value: 'UK 5.5', source: 'converter' });
    expect(facts['convertedSize']).toEqual({ value: 'EU 38.5', source: 'converter' });
  });

  it('keeps what other languages say where they word it differently', () => {
    const worded = (convertedSize: string) => [aConversion({ values: { size: 'UK 5.5', convertedSize } })];
    const facts = theFacts({
      conversions: worded('EU 38,5 (Damen)'),
      conversionsIn: { en: worded('EU 38.5 (women)'), zh: worded('EU 38,5 (Damen)') },
    });
    expect(facts['convertedSize']?.said).toEqual({ en: 'EU 38.5 (women)' });
    expect(facts['size']).toEqual({ value: 'UK 5.5', source: 'converter' });
  });

  it('uses none of two readings', () => {
    const facts = theFacts({ conversions: [aConversion({ ambiguous: true }), aConversion({ ambiguous: true })] });
    expect(facts).not.toHaveProperty('convertedSize');
    expect(facts).not.toHaveProperty('size');
  });

  it('never mixes two sizes of one message', () => {
    const other = aConversion({
      start: 20,
      end: 26,
      values: { size: 'US 9', convertedSize: 'EU 40', footLength: '258 mm' },
    });
    const facts = theFacts({ conversions: [aConversion({}), other] });
    expect(facts['convertedSize']?.value).toBe('EU 38.5');
    expect(facts).not.toHaveProperty('footLength');
  });

  it('says when an answer came from a product card', () => {
    const power = aConversion({
      kind: 'power',
      basis: { kind: 'product', sourceId: 'lamp' },
      values: { mainsVoltage: '100 V', plugTypes: 'A, B' },
    });
    expect(theFacts({ conversions: [power] })['plugTypes']).toEqual({ value: 'A, B', source: 'product' });
  });

  it('has nothing of a conversion without an answer', () => {
    const refused = aConversion({ kind: 'cannot', cannot: 'convert.cannot.out-of-range', lines: [], values: {} });
    expect(theFacts({ conversions: [refused] })).toEqual(theFacts());
  });

  it('takes what the product card says, of its label the voltages alone', () => {
    const facts = theFacts({
      product: aCard({
        deviceInput: '100-240V~ 50/60Hz 0.5A',
        devicePlug: 'G',
        boxContents: 'Lamp, cable',
        knownProblems: 'x',
      }),
    });
    expect(facts['voltageRange']).toEqual({ value: '100–240 V', source: 'product' });
    expect(facts['plugType']).toEqual({ value: 'G', source: 'product' });
    expect(facts['boxContents']).toEqual({ value: 'Lamp, cable', source: 'product' });
    expect(facts).not.toHaveProperty('knownProblems');
  });

  it('takes the last full stop off what a card says: the sentence it is quoted in has one', () => {
    const facts = theFacts({
      product: aCard({ manual: 'Press. Hold for 2.5 s.\n', material: '棉、铝。', warranty: '2 years' }),
    });
    expect(facts['manual']).toEqual({ value: 'Press. Hold for 2.5 s', source: 'product' });
    expect(facts['material']?.value).toBe('棉、铝');
    expect(facts['warranty']?.value).toBe('2 years');
  });

  it('promises no voltage from a label that names none', () => {
    expect(theFacts({ product: aCard({ deviceInput: 'see manual' }) })).not.toHaveProperty('voltageRange');
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

describe('what the shop says of itself', () => {
  const shop = {
    signature: 'Anna, Lumen',
    tone: 'short',
    handlingDays: 2,
    transit: [{ country: 'DE', days: '3-5' }, { days: '10-15' }],
  } as const;
  const facts = (country: string) =>
    theFacts({
      shop: { ...shop, transit: [...shop.transit] },
      country: brandAs<'CountryCode'>(country),
      langs: ['en', 'de'],
    });

  it('signs the reply and gives its tone and its times, those of the country first', () => {
    expect(facts('DE')).toMatchObject({
      shopName: { value: 'Anna, Lumen', source: 'shop' },
      tone: { value: 'short' },
      handlingDays: { value: '2' },
      transitDays: { value: '3-5' },
    });
    expect(facts('JP')['transitDays']?.value).toBe('10-15');
    expect(theFacts()).not.toHaveProperty('transitDays');
  });

  it('says nothing of the time to dispatch where orders leave the same day', () => {
    expect(theFacts({ shop: { handlingDays: 0 } })).not.toHaveProperty('handlingDays');
  });

  it('takes name and country from the record where the page shows none, and says so', () => {
    const record = { displayName: 'Maria Rossi', country: brandAs<'CountryCode'>('IT') };
    const known = theFacts({ buyerName: undefined, record, langs: ['de'] });
    expect(known).toMatchObject({
      buyerName: { value: 'Maria Rossi', source: 'record' },
      country: { value: 'Italy', source: 'record', said: { de: 'Italien' } },
    });
    expect(theFacts({ record })['buyerName']).toEqual({ value: 'Maria', source: 'page' });
    expect(theFacts({ buyerName: 'Amazon Customer', record })['buyerName']?.source).toBe('record');
    expect(theFacts({ buyerName: undefined, record: { displayName: 'Amazon Customer' } })).not.toHaveProperty(
      'buyerName',
    );
  });

  it('names the buyer’s country in each language', () => {
    expect(facts('DE')['country']).toMatchObject({ value: 'Germany', said: { de: 'Deutschland' } });
    expect(theFacts()).not.toHaveProperty('country');
  });
});
