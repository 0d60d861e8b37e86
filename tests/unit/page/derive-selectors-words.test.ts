import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainName, repeatsText, stableName } from '@/utils/page/derive-selectors-words';

describe('stableName', () => {
  it.each([
    ['im-message-item', 'im-message-item', 'whole'],
    ['ui-window', 'ui-window', 'whole'],
    ['orderId', 'orderId', 'whole'],
    ['block__element--modifier', 'block__element--modifier', 'whole'],
    ['x--y--U3y4fIR', 'x--y--', 'stem'],
    ['name__HASH', 'name__', 'stem'],
    ['reviewText__gCC_ijiN', 'reviewText__', 'stem'],
    ['buyerInfo--inline--x91Qd', 'buyerInfo--inline--', 'stem'],
    ['im-message-item-a8f3', 'im-message-item-', 'stem'],
    ['messageList_abc12', 'messageList_', 'stem'],
  ])('%s keeps %s', (name, text, kind) => expect(stableName(name)).toEqual({ text, kind }));

  it.each([
    'css-1ab2c3',
    'katal-id-7',
    'sc-bdVaJa',
    'imx-1ab2c',
    'thread-123',
    'is-active',
    'row-selected',
    'a',
    '123',
    'fooKqzWv',
    'x'.repeat(90),
    'md:flex',
    '',
  ])('%s keeps nothing', (name) => expect(stableName(name)).toBeNull());

  it('never keeps a digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{1,30}$/), (name) => {
        const kept = stableName(name);
        if (kept) expect(kept.text).toMatch(/^[A-Za-z_-]+$/);
        if (kept) expect(name.startsWith(kept.text)).toBe(true);
      }),
    );
  });
});

describe('isPlainName', () => {
  it.each(['message', 'buyerName', 'order-id', 'kat-table', 'msg-row'])('takes %s', (name) =>
    expect(isPlainName(name)).toBe(true),
  );
  it.each(['x1', 'kQmTzL', 'bcdfgh', 'ana maria', 'ünlü', '-a'])('refuses %s', (name) =>
    expect(isPlainName(name)).toBe(false),
  );
});

describe('repeatsText', () => {
  it('knows a name in a class, whatever its case', () => {
    expect(repeatsText('thread-ana', 'Ana García', 'words')).toBe(true);
    expect(repeatsText('ANA-GARCÍA'.toLowerCase(), 'Ana García', 'whole')).toBe(true);
    expect(repeatsText('order-number', 'Order 123456', 'whole')).toBe(false);
    expect(repeatsText('buyer-name', 'Ana García', 'words')).toBe(false);
  });
});
