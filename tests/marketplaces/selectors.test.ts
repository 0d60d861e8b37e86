// @vitest-environment node
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInFields as aliexpressFields } from '@/utils/marketplaces/aliexpress/fields';
import { builtInFields as amazonFields } from '@/utils/marketplaces/amazon/fields';
import type { Candidate } from '@/utils/page/candidates';
import { aliexpressChatUrl, amazonContactUrl, amazonThreadUrl } from '../replica/urls';
import { openReadWorld } from './read-world';
import { openReplicaPage } from './replica-page';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ browser, page } = await openReplicaPage());
});

afterAll(() => browser?.close());

describe('selectors', () => {
  const lists = [...Object.entries(amazonFields), ...Object.entries(aliexpressFields)];

  test.each(lists)('every candidate of %s says when and where it was seen', (_, candidates: readonly Candidate[]) => {
    expect(candidates.length).toBeGreaterThan(0);
    for (const { css, seen, page: where } of candidates) {
      expect(css).not.toBe('');
      expect(seen).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
      expect(where).not.toBe('');
    }
  });

  /** Fields of the named pages that one of their structural candidates finds; how many candidates of each match. */
  async function matching(
    market: 'amazon' | 'aliexpress',
    all: Readonly<Record<string, readonly Candidate[]>>,
    where: readonly string[],
  ) {
    const world = await openReadWorld(page, market);
    await world.readUntil(({ thread, order }) => thread !== null && order !== null);
    const fields: string[] = [];
    for (const [field, candidates] of Object.entries(all)) {
      const structural = candidates.filter(({ kind, page: seenOn }) => kind === 'structure' && where.includes(seenOn));
      const counts = await Promise.all(
        structural.map(({ css }) => world.run<number>(`parleyCount(${JSON.stringify(css)})`)),
      );
      if (counts.some((count) => count > 0)) fields.push(field);
    }
    return fields.sort();
  }

  test('of the inbox match in its replica', async () => {
    await page.goto(amazonThreadUrl('where-de'), { waitUntil: 'load' });
    expect(await matching('amazon', amazonFields, ['inbox', 'shell'])).toEqual([
      'accountName',
      'buyerName',
      'composer',
      'message',
      'orderId',
      'productLink',
      'thread',
    ]);
  });

  test('of the contact page match in its replica', async () => {
    await page.goto(amazonContactUrl('where-de'), { waitUntil: 'load' });
    expect(await matching('amazon', amazonFields, ['contact'])).toEqual([
      'buyerLanguage',
      'contactHeading',
      'contactRoot',
      'reasons',
    ]);
  });

  test('of the message centre match in its replica', async () => {
    await page.goto(aliexpressChatUrl('where-es'), { waitUntil: 'load' });
    const found = await matching('aliexpress', aliexpressFields, ['chat']);
    const ofTheChat = Object.entries(aliexpressFields)
      .filter(([, list]) => list.some(({ kind, page: where }) => kind === 'structure' && where === 'chat'))
      .map(([field]) => field);
    expect(found).toEqual(ofTheChat.sort());
  });
});
