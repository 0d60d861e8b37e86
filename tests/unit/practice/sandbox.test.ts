// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { practiceSamples } from '@/utils/app/practice/samples';
import { createSandbox } from '@/utils/app/practice/sandbox';
import type { ThreadRequest } from '@/utils/app/api';
import type { PracticeSample } from '@/utils/domain/practice/sample';
import { aDesk, valueOf } from '../app/desk';
import { shippedAssets } from '../app/shipped-assets';

const samples = practiceSamples(new Date('2026-03-02T12:00:00.000Z'));

const lastWords = ({ messages }: PracticeSample): string =>
  messages.findLast(({ from }) => from === 'buyer')?.text ?? '';

const askedFor = (sample: PracticeSample): ThreadRequest => ({
  page: 'thread',
  threadKey: sample.key,
  aliases: [{ kind: 'buyer', value: `practice-${sample.id}`, strong: true }],
  shop: { accountId: `practice-${sample.market}`, name: 'Practice shop' },
  buyerName: sample.name,
  country: sample.country,
  lastMessage: { text: lastWords(sample) },
  direction: 'reply',
  ownMessages: sample.messages.filter(({ from }) => from === 'seller').length,
  order: sample.order,
  holds: {},
});

const aSandbox = () => {
  const { deps, name } = aDesk();
  const sandbox = createSandbox({
    desk: deps.db,
    assets: shippedAssets,
    clock: deps.clock,
    words: async () => ({ lang: 'en', version: 'en@1', entries: {} }),
    browserLang: 'en',
    today: () => '2026-03-02',
    databaseName: `${name}-practice`,
  });
  return { sandbox, desk: deps.db };
};

describe('the sandbox', () => {
  it('understands most samples as a person would, with a reply of the same language', async () => {
    const { sandbox } = aSandbox();
    const missed: string[] = [];
    for (const sample of samples) {
      const view = valueOf(await sandbox.api.openThread(askedFor(sample)));
      expect(view.buyerLang.lang, sample.id).toBe(sample.lang);
      expect(view.suggestions.length, sample.id).toBeGreaterThan(0);
      const [top] = view.intents;
      if (top?.id !== sample.intent) missed.push(`${sample.id}: ${sample.intent} read as ${top?.id}`);
    }
    const share = 1 - missed.length / samples.length;
    console.log(`intent on top: ${Math.round(share * 100)} % of ${samples.length}; ${missed.join('; ')}`);
    expect(share).toBeGreaterThanOrEqual(0.8);
  });

  it('keeps notes until somebody starts over, and writes nothing into the records of the desk', async () => {
    const { sandbox, desk } = aSandbox();
    const db = valueOf(await desk());
    const [first] = samples;
    if (!first) throw new Error('no samples');
    const { record } = valueOf(await sandbox.api.openThread(askedFor(first)));
    const { buyerKey } = record ?? {};
    if (!buyerKey) throw new Error('no record');
    valueOf(await sandbox.api.addNote({ buyerKey, text: 'Prefers DHL' }));
    await sandbox.api.log({ what: 'sent', text: 'Guten Tag' });
    const again = valueOf(await sandbox.api.openThread(askedFor(first)));
    expect(again.record?.noteCount).toBe(1);

    await sandbox.startOver();
    const fresh = valueOf(await sandbox.api.openThread(askedFor(first)));
    expect(fresh.record?.noteCount).toBe(0);
    const rows = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const));
    expect(rows.filter(([, count]) => count > 0)).toEqual([]);
  });

  it('holds every sample to the rules of its own marketplace', async () => {
    const { sandbox } = aSandbox();
    for (const market of ['amazon', 'aliexpress']) {
      const sample = samples.find((one) => one.market === market);
      if (!sample) throw new Error(market);
      const { shop } = valueOf(await sandbox.api.openThread(askedFor(sample)));
      expect(shop).toMatchObject({ kind: 'known', shop: { name: 'Practice shop' } });
    }
    const shops = new Set<string>();
    for (const sample of samples.slice(0, 6)) {
      const { shop } = valueOf(await sandbox.api.openThread(askedFor(sample)));
      if (shop.kind === 'known') shops.add(`${sample.market}:${shop.shop.id}`);
    }
    expect(shops.size).toBe(2);
  });
});
