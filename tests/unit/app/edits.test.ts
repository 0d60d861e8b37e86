import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createEdits, type SentReply } from '@/utils/app/edits';
import { createHabits } from '@/utils/app/habits';
import type { Instant } from '@/utils/domain/ids';
import type { TemplateEditRow } from '@/utils/domain/records';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { templatesTopic } from '@/utils/platform/settings/templates-topic';
import { factsOf, sentText, shippedTemplate, theDraft } from '../replies/learn/learn-builders';
import { aDesk, hour, valueOf, type Desk } from './desk';

const template = shippedTemplate('dispatched');
const facts = factsOf({
  buyerName: 'Maria Holm',
  orderId: '302-1234567-7654321',
  carrier: 'DHL',
  tracking: 'JD014600003',
  promisedDate: '2026-12-03',
  shopName: 'Lumen',
});
const proposed = 'Die Lieferung ist voraussichtlich bis zum {{ promisedDate | day }} bei Ihnen.';

/** The reply as it was put in and sent, with pieces of it replaced. */
const sent = (
  changes: readonly (readonly [from: string, to: string])[],
  change: Partial<SentReply> = {},
): SentReply => {
  const draft = theDraft(template, 'de', facts);
  const final = changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, sentText(draft));
  return { inserted: [{ draft, template, facts }], final, buyerName: 'Maria Holm', items: [], ...change };
};
const better = [
  ['sollte bis', 'ist voraussichtlich bis'],
  [' bei Ihnen sein', ' bei Ihnen'],
] as const;

let desk: Desk;
let edits: ReturnType<typeof createEdits>;
beforeEach(() => {
  desk = aDesk();
  edits = createEdits(desk.deps);
});

const rows = async (): Promise<readonly TemplateEditRow[]> => (await desk.db()).templateEdits.toArray();
const note = async (reply: SentReply): Promise<number> => valueOf(await edits.noteSent(reply)).learnt;
const noteOften = async (times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    desk.pass(hour);
    await note(sent(better));
  }
};

describe('a reply that was changed before it was sent', () => {
  it('leaves the new wording with variables, stamped', async () => {
    expect(await note(sent(better))).toBe(1);
    const [row] = await rows();
    expect(row).toMatchObject({
      templateId: 'dispatched',
      block: 'expected',
      lang: 'de',
      text: proposed,
      at: desk.deps.clock.now(),
      deleted: 0,
      shopId: '',
    });
    expect(row!.hlc).not.toBe('');
  });

  it('leaves nothing of the buyer and the order', async () => {
    await note(sent([...better, ['Guten Tag Maria Holm', 'Hallo Frau Holm'], ['schreiben Sie uns hier', 'Maria']]));
    const kept = JSON.stringify(await rows());
    for (const word of ['Holm', 'Maria', '302-', 'JD0', '2026-12', 'Dezember', 'DHL', 'Lumen'])
      expect(kept).not.toContain(word);
    expect(await rows()).toHaveLength(1);
  });

  it('leaves nothing at all when it was sent as it was, or when it became another message', async () => {
    const none = [await note(sent([])), await note(sent([], { final: 'Alles ist geklärt.' }))];
    expect(none).toEqual([0, 0]);
    const db = await desk.db();
    expect([await db.templateEdits.count(), await db.settings.count(), await db.log.count()]).toEqual([0, 0, 0]);
  });

  it('is read beside other replies in the same message', async () => {
    const greeting = shippedTemplate('greeting');
    const first = theDraft(greeting, 'de', facts);
    const draft = theDraft(template, 'de', facts);
    const final = `${sentText(first)}\n\n${sentText(draft)}`
      .replace('sollte bis', 'ist voraussichtlich bis')
      .replace(' bei Ihnen sein', ' bei Ihnen');
    const inserted = [
      { draft: first, template: greeting, facts },
      { draft, template, facts },
    ];
    expect(await note(sent([], { inserted, final }))).toBe(1);
    expect(await rows()).toMatchObject([{ templateId: 'dispatched', text: proposed }]);
  });

  it('does not count the greeting and the closing that a second reply goes without', async () => {
    const checking = shippedTemplate('defective-remedy');
    const filled = { ...facts, ...factsOf({ remedy: 'refund', remedyDate: '2026-12-01' }) };
    const first = theDraft(template, 'de', facts);
    const second = theDraft(checking, 'de', filled);
    const [opening, ...body] = sentText(second).split('\n\n').slice(0, -1);
    expect(opening).toBe('Guten Tag Maria Holm,');
    const [thanks, ...rest] = body;
    const stacked = [thanks!.charAt(0).toUpperCase() + thanks!.slice(1), ...rest].join('\n\n');
    const final = sentText(first).replace('Freundliche', `${stacked}\n\nFreundliche`);
    const inserted = [
      { draft: first, template, facts },
      { draft: second, template: checking, facts: filled },
    ];
    expect(await note(sent([], { inserted, final }))).toBe(0);
    const without = final.replace('Für Sie entstehen keine Kosten.', '');
    expect(without).not.toBe(final);
    expect(await note(sent([], { inserted, final: without }))).toBe(1);
    expect(await rows()).toMatchObject([{ templateId: 'defective-remedy', block: 'cost', text: '' }]);
  });

  it('counts once when it was put in twice', async () => {
    const [reply] = sent([]).inserted;
    expect(await note(sent(better, { inserted: [reply!, reply!] }))).toBe(1);
  });

  it('is learnt from although a sentence of the same template was put in after it', async () => {
    const [reply] = sent([]).inserted;
    const sentence = { ...reply!, draft: { ...reply!.draft, blocks: reply!.draft.blocks.slice(-3, -2) } };
    expect(await note(sent(better, { inserted: [reply!, sentence] }))).toBe(1);
  });

  it('does not take a single sentence of another template for a new wording', async () => {
    const [reply] = sent([]).inserted;
    const other = shippedTemplate('defective-remedy');
    const cost = theDraft(other, 'de', {}).blocks.filter(({ id }) => id === 'cost');
    const sentence = { draft: { ...theDraft(other, 'de', {}), blocks: cost }, template: other, facts: {} };
    const expected = 'Die Lieferung sollte bis zum 3. Dezember 2026 bei Ihnen sein.';
    const final = sent([[expected, 'Für Sie entstehen keine Kosten.']]).final;
    await note(sent([], { inserted: [reply!, sentence], final }));
    expect(await rows()).toMatchObject([{ templateId: 'dispatched', block: 'expected', text: '' }]);
  });

  it('is not named in the log, nor anywhere else', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
    await note(sent(better));
    expect(await (await desk.db()).log.count()).toBe(0);
    expect(spies.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('what is kept', () => {
  const old = (count: number, templateId: (index: number) => string): readonly TemplateEditRow[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `old-${String(index).padStart(5, '0')}`,
      templateId: templateId(index),
      block: 'expected',
      lang: 'de',
      text: `wort ${index}`,
      at: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString() as Instant,
      shopId: '' as TemplateEditRow['shopId'],
      authorId: 'a' as TemplateEditRow['authorId'],
      hlc: '0',
      origin: 'n',
      deleted: 0,
    }));

  it('is at most 200 edits of a template, the newest', async () => {
    await (await desk.db()).templateEdits.bulkAdd(old(200, () => 'dispatched'));
    await note(sent(better));
    const ids = (await rows()).map(({ id }) => id);
    expect(ids).toHaveLength(200);
    expect(ids).not.toContain('old-00000');
    expect(ids).toContain('old-00001');
  });

  it('is at most 5,000 edits in all, the newest', async () => {
    await (await desk.db()).templateEdits.bulkAdd(old(5_000, (index) => `t${index % 50}`));
    await note(sent(better));
    expect(await rows()).toHaveLength(5_000);
    expect(await (await desk.db()).templateEdits.get('old-00000')).toBeUndefined();
  });
});

describe('proposals', () => {
  it('come after the third time, and are named the same until they are forgotten', async () => {
    await noteOften(2);
    expect(await edits.proposals([template])).toEqual([]);
    await noteOften(1);
    const before = template.languages['de']!.texts['expected'];
    const [first, ...more] = await edits.proposals([template]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ templateId: 'dispatched', block: 'expected', lang: 'de', before, after: proposed });
    expect(first).toMatchObject({ count: 3, lastAt: desk.deps.clock.now() });
    await noteOften(1);
    expect(await edits.proposals([template])).toMatchObject([{ id: first!.id, count: 4 }]);
  });

  it('are none once the template reads so', async () => {
    await noteOften(3);
    const { de, ...others } = template.languages;
    const updated: ReplyTemplate = {
      ...template,
      languages: { ...others, de: { ...de!, texts: { ...de!.texts, expected: proposed } } },
    };
    expect(await edits.proposals([updated])).toEqual([]);
    expect(await edits.proposals([])).toEqual([]);
  });

  it('are forgotten with the edits behind them, and told to whoever shows them', async () => {
    await noteOften(3);
    await note(sent([['Haben Sie eine Frage', 'Gibt es eine Frage']]));
    const [proposal] = await edits.proposals([template]);
    valueOf(await edits.forget(proposal!.id, [template]));
    expect(await edits.proposals([template])).toEqual([]);
    expect((await rows()).map(({ block }) => block)).toEqual(['more']);
    expect(desk.announced).toEqual([[templatesTopic]]);
    const [line] = await (await desk.db()).log.toArray();
    expect(line).toMatchObject({ what: 'template.edits-forgotten', detail: { edits: 3 } });
  });

  it('that are not there can not be forgotten', async () => {
    await noteOften(3);
    expect(await edits.forget('dispatched:expected:de:00000000', [template])).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
    expect(await rows()).toHaveLength(3);
    expect(desk.announced).toEqual([]);
  });

  it('are none when the store cannot be read', async () => {
    const error = { kind: 'storage-newer', found: 9, known: 4 } as const;
    const broken = createEdits({ ...desk.deps, db: async () => ({ ok: false, error }) });
    expect(await broken.proposals([template])).toEqual([]);
    expect(await broken.noteSent(sent(better))).toEqual({ ok: false, error });
  });

  it('are found among 5,000 edits in a moment', async () => {
    const db = await desk.db();
    await createHabits(desk.deps).used('dispatched');
    const words = (seed: number) =>
      Array.from({ length: 15 }, (_, index) => `w${(seed * 7 + index * index) % 400}`).join(' ');
    const [row] = [await noteOften(1), ...(await rows())].slice(1) as readonly TemplateEditRow[];
    await db.templateEdits.bulkPut(
      Array.from({ length: 5_000 }, (_, index) => ({
        ...row!,
        id: `many-${index}`,
        templateId: `t${index % 25}`,
        text: words(index),
      })),
    );
    const cpu = process.cpuUsage();
    await edits.proposals([template]);
    const { user, system } = process.cpuUsage(cpu);
    const workMs = (user + system) / 1_000;
    console.info(`5,000 different edits compared in ${workMs.toFixed(0)} ms`);
    expect(workMs).toBeLessThan(3_000);
  });
});
