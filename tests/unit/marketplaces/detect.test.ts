import { describe, expect, test } from 'vitest';
import { aliexpressDetector } from '@/utils/marketplaces/aliexpress/detect';
import { matches as aliexpressMatches } from '@/utils/marketplaces/aliexpress/hosts';
import { amazonDetector } from '@/utils/marketplaces/amazon/detect';
import { hosts, matches as amazonMatches, sellerHost } from '@/utils/marketplaces/amazon/hosts';

const page = (html = '<main>seller page</main>'): Document => new DOMParser().parseFromString(html, 'text/html');
const kind = (url: string, html?: string) => {
  const address = new URL(url);
  return (address.hostname.includes('aliexpress') ? aliexpressDetector : amazonDetector).pageKind(address, page(html));
};

describe('seller hosts', () => {
  test('every match pattern names one host, without a wildcard in it', () => {
    for (const pattern of [...amazonMatches, ...aliexpressMatches])
      expect(pattern).toMatch(/^https:\/\/[a-z.-]+\.(amazon|aliexpress)\.[a-z.]+\/\*$/);
    expect(new Set(amazonMatches).size).toBe(27);
  });

  test('a host knows the country and first language of its marketplace', () => {
    expect(sellerHost('sellercentral.amazon.co.jp')).toEqual({
      host: 'sellercentral.amazon.co.jp',
      country: 'JP',
      lang: 'ja',
    });
    expect(sellerHost('sellercentral-japan.amazon.com')?.country).toBe('JP');
  });

  test('a host shared by several marketplaces names no country', () => {
    expect(hosts.find(({ host }) => host === 'sellercentral-europe.amazon.com')?.country).toBeUndefined();
  });
});

describe('Amazon page kinds', () => {
  test.each([
    ['https://sellercentral.amazon.com/messaging/inbox', 'thread'],
    ['https://sellercentral.amazon.de/messaging/inbox-v3?fi=caseId&cc=1', 'thread'],
    ['https://sellercentral.amazon.de/messaging/inbox/ref=xx_cont', 'thread'],
    ['https://sellercentral.amazon.co.jp/messaging/contact?orderID=999-0000001-0000001&marketplaceID=A1', 'contact'],
    ['https://sellercentral.amazon.in/messaging/contact/returns?buyerID=B&orderID=1', 'contact'],
    ['https://sellercentral.amazon.com/messaging/reviews?orderId=1', 'review-request'],
    ['https://sellercentral.amazon.com/orders-v3/order/999-0000001-0000001', 'order'],
    ['https://sellercentral.amazon.com/orders-v3/mfn/unshipped?page=1', 'orders'],
    ['https://sellercentral.amazon.com/orders-v3', 'orders'],
    ['https://sellercentral.amazon.in/amazonsell/orders/mfn', 'orders'],
    ['https://sellercentral.amazon.in/amazonsell/orders/container/gp/returns/list/v2', 'events'],
    ['https://sellercentral.amazon.com/manage/returns/mfn', 'events'],
    ['https://sellercentral.amazon.com/feedback-manager/index.html#/', 'events'],
    ['https://sellercentral.amazon.com/gp/guarantee-claims/home.html', 'events'],
    ['https://sellercentral.amazon.com/cu/case-lobby', 'none'],
    ['https://sellercentral.amazon.com/payments/dashboard', 'none'],
    ['https://sellercentral.amazon.com/hz/vendor/members/contact', 'none'],
    ['https://sellercentral.amazon.com/abis/listing/edit', 'none'],
    ['https://sellercentral.amazon.com/messaging/no-response-needed?t&m', 'none'],
    ['https://sellercentral.amazon.com/home', 'none'],
    ['https://sellercentral.amazon.com/ap/signin?x=1', 'blocked'],
    ['https://sellercentral.amazon.com/ap/mfa', 'blocked'],
    ['https://sellercentral.amazon.com/account-switcher/default', 'blocked'],
    ['https://www.amazon.com/messaging/inbox', 'none'],
  ])('%s is %s', (url, expected) => expect(kind(url)).toBe(expected));

  test('a sign-in form or robot check under the address of the inbox blocks the page', () => {
    const inbox = 'https://sellercentral.amazon.com/messaging/inbox';
    expect(kind(inbox, '<form name="signIn"><input id="email"></form>')).toBe('blocked');
    expect(kind(inbox, '<form><input type="password"></form>')).toBe('blocked');
    expect(kind(inbox, '<h4>Enter the characters you see below</h4><input>')).toBe('blocked');
  });

  test('a second factor or the account switcher under that address does so too', () => {
    const inbox = 'https://sellercentral.amazon.com/messaging/inbox';
    expect(kind(inbox, '<form id="auth-mfa-form"><input></form>')).toBe('blocked');
    expect(kind(inbox, '<div class="full-page-account-switcher"></div>')).toBe('blocked');
  });

  test('an about:blank frame is judged by the page that made it', () => {
    const doc = page('<base href="https://sellercentral.amazon.com/messaging/inbox"><main></main>');
    expect(amazonDetector.pageKind(new URL('about:blank'), doc)).toBe('thread');
  });
});

describe('AliExpress page kinds', () => {
  test.each([
    ['https://csp.aliexpress.com/m_apps/ai-im/im?channelId=4711#/window', 'thread'],
    ['https://gsp.aliexpress.com/m_apps/im-chat/im#/window', 'thread'],
    ['https://csp.aliexpress.com/apps/csp/im#/window?channelId=1', 'thread'],
    ['https://csp.aliexpress.com/m_apps/order-manage/orderList?channelId=1', 'orders'],
    ['https://gsp.aliexpress.com/m_apps/order-manage/orderDetail?orderId=8123456789012345678', 'order'],
    ['https://csp.aliexpress.com/m_apps/dispute-management/list', 'events'],
    ['https://csp.aliexpress.com/m_apps/dispute-management/list?reverseOrderLineId=9995000000000000017', 'events'],
    ['https://csp.aliexpress.com/m_apps/dispute-management/detail?reverseOrderLineId=9995000000000000017', 'thread'],
    ['https://csp.aliexpress.com/m_apps/dispute-management/index#/detail/17', 'thread'],
    ['https://csp.aliexpress.com/m_apps/evaluation/list?channelId=1', 'events'],
    ['https://csp.aliexpress.com/m_apps/product-qa/list', 'none'],
    ['https://csp.aliexpress.com/m_apps/logistic/ship_cn', 'none'],
    ['https://csp.aliexpress.com/user/seller/login', 'blocked'],
    ['https://message.aliexpress.com/buyerMsgList.htm', 'none'],
  ])('%s is %s', (url, expected) => expect(kind(url)).toBe(expected));

  test('a dispute under an unknown address is known by its course', () => {
    const unknown = 'https://csp.aliexpress.com/m_apps/dispute-management/view/17';
    expect(kind(unknown, '<ul class="ait-timeline"><li>x</li></ul>')).toBe('thread');
    expect(kind(unknown, '<table><tr><td class="buyerName">x</td></tr></table><p class="timeline"></p>')).toBe(
      'events',
    );
  });

  test('a verification over the chat blocks the page', () => {
    const chat = 'https://csp.aliexpress.com/m_apps/ai-im/im?channelId=1';
    expect(kind(chat, '<div><p>Slide to verify</p></div>')).toBe('blocked');
  });
});
