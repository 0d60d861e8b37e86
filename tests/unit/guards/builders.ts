import currencies from '@/utils/catalog/measures/currencies.json';
import type { KnownFacts } from '@/utils/domain/guards/known-facts';
import { brandAs } from '@/utils/domain/ids';

/** What is known beside a reply: one order of Anna's in the shop Lumen, on its way. */
export const aKnown = (change: Partial<KnownFacts> = {}): KnownFacts => ({
  today: '2026-11-18',
  order: {
    orderId: brandAs<'OrderId'>('123-4567890-1234567'),
    state: 'shipped',
    items: [{ title: 'Running shoe', variant: 'Color: Black, Size: 39', quantity: 2 }],
    orderedOn: '2026-11-03',
    shippedOn: '2026-11-05',
    promisedOn: '2026-11-25',
    tracking: '00340434123456789012',
    amount: { value: 29.99, currency: 'EUR' },
  },
  ownOrders: ['123-4567890-1234567', '999-8888888-7777777'],
  foreignOrders: ['111-2222222-3333333'],
  buyerNames: ['Anna Schmidt'],
  shop: { name: 'Lumen', marks: ['Lumen DE'] },
  otherShops: [{ name: 'Nordlicht', marks: ['Nordlicht Handel', 'Running'] }],
  currencies,
  ...change,
});
