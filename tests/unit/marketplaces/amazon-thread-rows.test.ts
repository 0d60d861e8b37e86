import { afterEach, describe, expect, it } from 'vitest';
import { createAmazonLists } from '@/utils/marketplaces/amazon/lists';

const url = new URL('https://sellercentral.amazon.com/messaging/inbox');
const rowOf = (link: string): string =>
  `<li class="messageThreadRow-1"><a href="${link}"><span class="buyer-name">Maria</span><span>Nov 21, 2026</span><span>Product question</span></a></li>`;

afterEach(() => document.body.replaceChildren());

const keysOf = (...links: readonly string[]): readonly string[] => {
  document.body.innerHTML = `<div class="thread-list"><ul class="case-list">${links.map(rowOf).join('')}</ul></div>`;
  const rows = createAmazonLists().readRows(document, url, new Date('2026-11-22T00:00:00Z'));
  return rows.ok ? rows.value.map(({ key }) => key) : [];
};

describe('the key of a conversation in the inbox', () => {
  it('differs where two rows say the same and their links name different orders', () => {
    const keys = keysOf('/messaging/open?orderId=111-1111111-1111111', '/messaging/open?orderId=222-2222222-2222222');
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
  });

  it('is that of the case where a link names one, whatever the row says', () => {
    const cc = '0a1b2c3d-0000-4000-8000-000000000001';
    expect(keysOf(`/messaging/inbox?cc=${cc}`)).toEqual([`case ${cc}`]);
  });
});
