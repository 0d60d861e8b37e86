// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type KnobChoice, knobQuery } from '../replica/knobs';
import { amazonThread, replicaMessage } from '../replica/threads';
import { aliexpressChatUrl, amazonContactUrl, amazonThreadUrl, startPageUrl } from '../replica/urls';
import { type Desk, launchDesk } from './harness/launch-desk';
import { assertNothingForbidden, composerState, counters, parley, replicaLog, replyBox } from './harness/page-checks';

const mutations: readonly KnobChoice[] = [
  {},
  { hash: 'b', depth: '2' },
  { loc: 'ja', late: 4000 },
  { loc: 'ar', depth: '4', rerender: 'swapNode' },
];

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ extensionDir: null });
});

afterAll(() => desk.close());

afterEach(async () => {
  for (const page of desk.context.pages()) await page.close();
  expect(desk.refused).toEqual([]);
});

/** Opens an address in a tab whose uncaught errors end up in `errors`. */
async function visit(url: string): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const page = await desk.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return { page, errors };
}

async function violations(page: Page): Promise<readonly string[]> {
  return (await replicaLog(page)).events.filter((event) => event.kind === 'csp').map((event) => event.detail ?? '');
}

describe('every page in every required mutation', () => {
  const builders: Record<string, (knobs: KnobChoice) => string> = {
    'Amazon thread': (knobs) => amazonThreadUrl('where-de', knobs),
    'AliExpress chat': (knobs) => aliexpressChatUrl('where-es', knobs),
  };
  for (const [name, build] of Object.entries(builders)) {
    for (const knobs of mutations) {
      it(`shows the ${name} with ${knobQuery(knobs) || 'no knobs'}, clean and untouched`, async () => {
        const { page, errors } = await visit(build(knobs));
        await replyBox(page).waitFor({ timeout: 8000 });
        const said =
          replicaMessage(name.startsWith('Amazon') ? 'where-de' : 'where-es').text.split('\n')[1] ??
          replicaMessage('where-es').text;
        await page.getByText(said.slice(0, 30)).first().waitFor();
        expect(errors).toEqual([]);
        expect(await violations(page)).toEqual([]);
        expect(await page.locator('html').getAttribute('dir')).toBe(knobs.loc === 'ar' ? 'rtl' : 'ltr');
        await assertNothingForbidden(page);
      });
    }
  }

  for (const knobs of mutations) {
    it(`shows the contact page with ${knobQuery(knobs) || 'no knobs'}; the text box follows a reason`, async () => {
      const { page, errors } = await visit(amazonContactUrl('damaged-en', knobs));
      const reason = page.locator('kat-radiobutton[value="4"] input');
      await reason.waitFor({ timeout: 8000 });
      expect(await replyBox(page).count()).toBe(0);
      await reason.check();
      await replyBox(page).waitFor({ timeout: 4000 });
      expect(errors).toEqual([]);
      await assertNothingForbidden(page);
    });
  }

  for (const bubble of ['b1', 'b2', 'b3', 'b4', 'b5'] as const) {
    it(`shows both sides of a conversation with bubbles ${bubble}`, async () => {
      const { page, errors } = await visit(amazonThreadUrl('thanks-es', { bubble, time: 'v2' }));
      await page.locator('.bubble').nth(2).waitFor();
      expect(await page.locator('.bubble').count()).toBe(3);
      expect(await page.locator('time').count()).toBe(0);
      expect(errors).toEqual([]);
    });
  }

  const others: Record<string, string> = {
    'support case': 'https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=1',
    'listing editor': 'https://sellercentral.amazon.com/abis/listing/edit?asin=B0TEST0001',
    'vendor contact': 'https://sellercentral.amazon.com/hz/vendor/members/contact',
  };
  for (const [name, url] of Object.entries(others)) {
    it(`shows the ${name}, whose text box is no message to a buyer`, async () => {
      const { page, errors } = await visit(url);
      const place = name === 'support case' ? page.frameLocator('.spl-element-frame') : page;
      await place.locator('kat-textarea:not([name=feedback]) textarea:visible').first().waitFor();
      expect(await page.locator('[data-r=composer]').count()).toBe(0);
      expect(errors).toEqual([]);
      await assertNothingForbidden(page);
    });
  }

  for (const blocked of ['signin', 'mfa', 'captcha', 'switcher', 'slider', 'empty'] as const) {
    it(`shows no conversation when the visitor meets ${blocked}`, async () => {
      const { page, errors } = await visit(amazonThreadUrl('where-de', { blocked }));
      await page.waitForTimeout(400);
      expect(await page.locator('#case-messages, [data-r=composer]').count()).toBe(0);
      expect(errors).toEqual([]);
    });
  }

  it('knows the sign-in page by its address as well', async () => {
    const { page } = await visit('https://sellercentral.amazon.de/ap/signin');
    await page.locator('form[name=signIn] #ap_email').waitFor();
  });

  it('answers a mistyped knob with an error instead of the default', async () => {
    const { page } = await visit('https://csp.aliexpress.com/m_apps/ai-im/im?depth=3');
    expect(await page.locator('body').innerText()).toContain('knob depth has no value "3"');
  });

  it('says on the start page what to try, in both languages, on a host that is no seller host', async () => {
    const { page } = await visit(startPageUrl);
    expect(await page.locator('.links a').count()).toBeGreaterThan(6);
    expect(await page.getByText('可以试试').count()).toBe(1);
    expect(await parley(page).count()).toBe(0);
  });

  it('works under Trusted Types', async () => {
    const { page, errors } = await visit(amazonThreadUrl('where-en', { tt: '1' }));
    await replyBox(page).waitFor();
    expect(errors).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });
});

describe('how the pages behave', () => {
  it('moves to inbox-v3 without a load and adds the filter later', async () => {
    const { page } = await visit(amazonThreadUrl('where-de'));
    await page.waitForURL(/\/messaging\/inbox-v3\?cc=/);
    await page.waitForURL(/fi=responseNeeded/, { timeout: 4000 });
    expect(new URL(page.url()).searchParams.get('cc')).toBe(amazonThread('where-de').caseId);
    expect(desk.documents.at(-1)).toContain('/messaging/inbox?cc=');
    await assertNothingForbidden(page);
  });

  it('shows the list only in wide windows and changes rows without a load', async () => {
    const { page } = await visit(amazonThreadUrl('where-en'));
    await replyBox(page).waitFor();
    expect(await page.locator('[data-r=row]').count()).toBe(0);
    await page.goto(amazonThreadUrl('where-en', { w: 1680 }));
    const loads = desk.documents.length;
    await page.locator('[data-r-key=power-jp]').click();
    await page.getByText(replicaMessage('power-en').text.slice(0, 30)).waitFor();
    expect(new URL(page.url()).searchParams.get('cc')).toBe(amazonThread('power-jp').caseId);
    expect(desk.documents.length).toBe(loads);
    await assertNothingForbidden(page, { read: 1 });
    await page.goBack();
    await page.getByText(replicaMessage('where-en').text.slice(0, 30)).waitFor();
  });

  it('arrives at the inbox from another section without a load', async () => {
    const url = new URL(amazonThreadUrl('where-en', { route: 'spa' }));
    url.pathname = '/home';
    const { page } = await visit(url.href);
    const loads = desk.documents.length;
    await replyBox(page).waitFor();
    expect(page.url()).toContain('/messaging/inbox-v3');
    expect(desk.documents.length).toBe(loads);
    await assertNothingForbidden(page);
  });

  it('reaches the chat by a change of the hash', async () => {
    const { page } = await visit(aliexpressChatUrl('where-es', { route: 'hash' }));
    expect(page.url()).toContain('#/settings');
    await replyBox(page).waitFor();
    expect(page.url()).toMatch(/\?channelId=4711&route=hash#\/window$/);
  });

  it('has elements without inner roots before they are upgraded', async () => {
    const { page } = await visit(amazonThreadUrl('where-de', { late: 1500 }));
    await replyBox(page).waitFor();
    const steps = (await replicaLog(page)).events.filter(
      (event) => event.kind === 'drawn' || event.kind === 'upgraded',
    );
    expect(steps.map((step) => step.detail ?? step.kind)).toEqual(['without inner root', 'upgraded']);
    expect(steps[0]?.at).toBeGreaterThan(1500);
  });

  it('shows the previous buyer in the side panel for a moment after a switch', async () => {
    const { page } = await visit(aliexpressChatUrl('where-es'));
    await page.locator('.side .buyer-name', { hasText: 'María' }).waitFor();
    await page.locator('.session', { hasText: '김민지' }).first().click();
    await page.locator('.side .buyer-name', { hasText: '김민지' }).waitFor({ timeout: 5000 });
    const { events } = await replicaLog(page);
    const [opened, shown] = ['read', 'panel'].map((kind) =>
      events.findLast((event) => event.kind === kind && event.detail === 'where-ko'),
    );
    expect((shown?.at ?? 0) - (opened?.at ?? 0)).toBeGreaterThanOrEqual(395);
  });

  it('recycles the rows of the session list', async () => {
    const { page } = await visit(aliexpressChatUrl());
    await page.locator('.session').first().waitFor();
    const first = await page.locator('.session').first().elementHandle();
    const before = await first?.innerText();
    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 900));
    await page.waitForTimeout(200);
    expect(await page.locator('.session').count()).toBe(12);
    expect(await first?.innerText()).not.toBe(before);
  });

  it('renames the classes of the chat on gsp', async () => {
    const { page } = await visit(
      aliexpressChatUrl('where-es').replace('csp.', 'gsp.').replace('ai-im/im', 'im-chat/im'),
    );
    await replyBox(page).waitFor();
    expect(await page.locator('[class*="im-message"], [class*="im-session"]').count()).toBe(0);
    expect(await page.locator('textarea[class^="imx-"]').count()).toBe(1);
  });

  it('runs no markup out of names or messages', async () => {
    for (const url of [
      amazonThreadUrl('script'),
      amazonThreadUrl('script-image', { w: 1680 }),
      aliexpressChatUrl('script'),
    ]) {
      const { page } = await visit(url);
      await replyBox(page).waitFor();
      expect(await page.evaluate(() => '__pwned' in window)).toBe(false);
      expect(await page.locator('main script, main img[src=x]').count()).toBe(0);
    }
  });

  it.each(['same', 'blank', 'double'] as const)('puts the page into a frame: %s', async (frame) => {
    for (const url of [amazonThreadUrl('where-en', { frame }), aliexpressChatUrl('where-es', { frame })]) {
      const { page, errors } = await visit(url);
      await page
        .frameLocator('iframe')
        .locator('[data-r=composer] textarea:visible, .editor textarea:visible')
        .waitFor({ timeout: 6000 });
      expect(await replyBox(page).count()).toBe(frame === 'double' ? 1 : 0);
      expect(errors).toEqual([]);
    }
  });
});

describe('what the desk counts and refuses', () => {
  it('counts a real send on the Amazon page and shows the bubble', async () => {
    const { page } = await visit(amazonThreadUrl('where-en'));
    await replyBox(page).fill('On its way.');
    await page.locator('kat-button[data-r=send] button').click();
    await page.locator('.row.end', { hasText: 'On its way.' }).waitFor();
    expect(await composerState(page)).toBe('');
    await assertNothingForbidden(page, { sent: 1 });
    await expect(assertNothingForbidden(page)).rejects.toThrow(/sent: 1 instead of 0/);
  });

  it('sends nothing for a forged click and reports it', async () => {
    for (const url of [amazonThreadUrl('where-en'), aliexpressChatUrl('where-es')]) {
      const { page } = await visit(url);
      await replyBox(page).fill('forged');
      await page.locator('kat-button[data-r=send], .send-icon').evaluate((send: HTMLElement) => send.click());
      const seen = await counters(page);
      expect([seen.sent, seen.forged, seen.bot]).toEqual([0, 1, 1]);
      await expect(assertNothingForbidden(page)).rejects.toThrow(/forged: 1 instead of 0/);
    }
  });

  it('reports a session opened by a script, a script-made navigation and a request of the page', async () => {
    const { page } = await visit(aliexpressChatUrl('where-es'));
    await page
      .locator('.session')
      .nth(3)
      .evaluate((row: HTMLElement) => row.click());
    await page.evaluate(() => history.pushState(null, '', '#/elsewhere'));
    await page.evaluate(() => fetch('/assets/../api/send').catch(() => undefined));
    await expect.poll(async () => (await counters(page)).net).toBe(1);
    const seen = await counters(page);
    expect([seen.read, seen.nav]).toEqual([1, 1]);
    await expect(assertNothingForbidden(page)).rejects.toThrow(/without a trusted event: read/);
  });

  it('counts the events a page hears from its composer', async () => {
    const { page } = await visit(amazonThreadUrl('where-en'));
    await replyBox(page).fill('abc');
    expect((await counters(page)).input).toBe(1);
  });

  it('sends the success alert of the contact page', async () => {
    const { page } = await visit(amazonContactUrl('damaged-en'));
    await page.locator('kat-radiobutton[value="1"] input').check();
    await replyBox(page).fill('We are sorry.');
    await page.locator('.ayb-contact-form-send-button button').click();
    await page.locator('kat-alert[variant=success] .kat-alert-success-content').first().waitFor({ state: 'attached' });
    await assertNothingForbidden(page, { sent: 1 });
  });
});
