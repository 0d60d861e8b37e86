import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { agreeWithAddress, buyerNameOf, conversationIn, orderIdIn } from '@/utils/marketplaces/taught-values';

const at = (path: string) => new URL(path, 'https://seller.demo.example');

describe('orderIdIn', () => {
  it.each([
    ['Order 702-1234567-1234567', '702-1234567-1234567'],
    ['订单号：8123456789012345', '8123456789012345'],
    ['Bestellung TM-26K4-88301-F · 21.11.2026', 'TM-26K4-88301-F'],
    ['#5301-7741-2290, placed 2026-11-21 14:05', '5301-7741-2290'],
    ['8123456789012345 (8123456789012345)', '8123456789012345'],
  ])('%s: %s', (text, id) => expect(orderIdIn(text)).toBe(id));

  it.each([
    'Order',
    'Order 12345',
    'Order 2026-11-21',
    'placed 21-11-2026 at 14:05',
    '702-1234567-1234567 and 702-7654321-7654321',
    'ana.garcia1990@example.org',
    'https://example.org/orders/702-1234567-1234567',
    '9'.repeat(41),
    'reallylongword without numbers',
  ])('nothing in %s', (text) => expect(orderIdIn(text)).toBeUndefined());

  it('never gives anything but 6 to 40 letters, digits and hyphens of the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const id = orderIdIn(text);
        if (id === undefined) return;
        expect(text).toContain(id);
        expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]{4,38}[A-Za-z0-9]$/);
        expect(id).toMatch(/\d/);
      }),
    );
  });
});

describe('buyerNameOf', () => {
  const show = (text: string) => buyerNameOf(Object.assign(document.body, { textContent: text }));

  it.each(['Ana García', "Grace O'Neill", '김민준', 'محمد', 'M'])('takes %s', (name) => expect(show(name)).toBe(name));

  it.each([
    '',
    'M***a',
    'buyer 4711',
    'ana@example.org',
    'Ana\n18 Elm Street',
    '+49 170 1234567',
    '***',
    'x'.repeat(61),
  ])('leaves %j alone', (text) => expect(show(text)).toBeUndefined());
});

describe('agreeWithAddress', () => {
  const id = brandAs<'OrderId'>('702-1234567-1234567');

  it.each([
    '/orders/702-1234567-1234567',
    '/orders/x?orderId=702-1234567-1234567',
    '/im#/orders/702-1234567-1234567',
    '/im#/window?order=702-1234567-1234567&other=702-9999999-9999999',
    '/im?channelId=4711&ts=20261121',
    '/im',
  ])('believes the page beside %s', (path) =>
    expect(agreeWithAddress(id, at(path))).toMatchObject({ ok: true, value: id }),
  );

  it.each(['/orders/702-7654321-7654321', '/im?o=702-7654321-7654321', '/im#/w?o=702-7654321-7654321'])(
    'believes neither beside %s',
    (path) =>
      expect(agreeWithAddress(id, at(path))).toEqual({ ok: false, problem: { kind: 'disagree', field: 'orderId' } }),
  );
});

describe('conversationIn', () => {
  it.each([
    ['/im/thread/88123401', ['88123401']],
    ['/im/thread/88123401/', ['88123401']],
    ['/im#/thread/c-7f3a91?tab=2', ['c-7f3a91']],
    ['/im?threadId=ab12&page=2', ['ab12']],
    ['/im#/window?conversation_id=991', ['991']],
    ['/im?channelId=4711&shopId=22&spm=a2g0o.123', []],
    ['/de-DE/im', []],
    ['/im?q=who+is+4711', []],
    ['/im?userId=4711&tenantId=22&appId=9&client_id=3&agentId=1&id=5', []],
    ['/im?accountChat=4711&shop_message_id=12', []],
    ['/accounts/48213/inbox', []],
    ['/accounts/48213/inbox/88123401', ['88123401']],
    ['/shop/a-48213/thread/991', ['991']],
    ['/48213/inbox', []],
    ['/im?ticket=881&disputeNo=12', ['12', '881']],
  ])('%s: %j', (path, ids) => expect(conversationIn(at(path))).toEqual(ids));

  it('is the same whatever order the query is in', () => {
    expect(conversationIn(at('/im?caseId=9&orderNo=12'))).toEqual(conversationIn(at('/im?orderNo=12&caseId=9')));
  });
});
