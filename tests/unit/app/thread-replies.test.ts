// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createCatalogue } from '@/utils/app/catalogue';
import { createThreadReplies, type ReplyThread } from '@/utils/app/thread-replies';
import { brandAs } from '@/utils/domain/ids';
import { keepTypedValues, readTypedValues } from '@/utils/platform/settings/typed-values';
import { draftText } from '@/utils/domain/replies/draft-text';
import { aReading, anOrder, theFacts } from '../replies/builders';
import { aDesk, amazon, valueOf } from './desk';
import { shippedAssets } from './shipped-assets';

const catalogue = createCatalogue(shippedAssets);

afterEach(() => {
  vi.restoreAllMocks();
});

const someReplies = (desk = aDesk()) => createThreadReplies(amazon, { ...desk, shelf: catalogue.templates, catalogue });

const aThread = (key: string, change: Partial<ReplyThread> = {}): ReplyThread => ({
  threadKey: brandAs<'ThreadKey'>(key),
  marketplace: amazon,
  direction: 'reply',
  order: anOrder({ promisedOn: undefined }),
  lang: 'de',
  agentLang: 'en',
  facts: theFacts({ order: anOrder({ promisedOn: undefined }) }),
  reading: aReading('where_is_order'),
  check: async (drafts) => drafts.map(() => ({ issues: 0, coverage: { kind: 'full', rulesRun: 1 } as const })),
  ...change,
});

describe('what the agent types for a reply', () => {
  it('is there for the other replies of the conversation, also when it is opened again', async () => {
    const replies = someReplies();
    const [first] = await replies.opened(aThread('a1'));
    const field = first?.open[0]?.name ?? '';
    expect(first?.open).toHaveLength(1);
    const filled = valueOf(
      await replies.render({ templateId: first?.templateId ?? '', values: { [field]: '2026-12-03' } }),
    );
    expect(filled.open).toEqual([]);
    const [again] = await someReplies().opened(aThread('a1'));
    expect(again?.open).toEqual([]);
    expect(again?.facts[field]).toEqual({ value: '2026-12-03', source: 'agent' });
  });

  it('stays with its conversation', async () => {
    const replies = someReplies();
    const [first] = await replies.opened(aThread('b1'));
    const field = first?.open[0]?.name ?? '';
    await replies.render({ templateId: first?.templateId ?? '', values: { [field]: '2026-12-03' } });
    const [other] = await replies.opened(aThread('b2'));
    expect(other?.open).toHaveLength(1);
  });

  it('gives way to what the page shows by then', async () => {
    const replies = someReplies();
    const [first] = await replies.opened(aThread('c1'));
    const field = first?.open[0]?.name ?? '';
    await replies.render({ templateId: first?.templateId ?? '', values: { [field]: '2026-12-03' } });
    const facts = { ...theFacts(), [field]: { value: '2026-12-24', source: 'page' as const } };
    const [again] = await replies.opened(aThread('c1', { facts, order: anOrder() }));
    expect(again?.facts[field]?.value).toBe('2026-12-24');
  });
});

describe('a reply that is filled while another conversation is opened', () => {
  const slow = () => {
    let release = (): void => {};
    const waiting = new Promise<void>((resolve) => (release = resolve));
    let isSlow = false;
    const shelf: typeof catalogue.templates = async (langs) => {
      if (isSlow) await waiting;
      return catalogue.templates(langs);
    };
    return { shelf, hold: () => (isSlow = true), go: () => ((isSlow = false), release()) };
  };

  it.each([
    ['i', 'other', false],
    ['j', 'i-is-no-prefix', false],
    ['k', 'k:order', true],
  ])('leaves its values and its draft to its own: %s, then %s', async (before, after, isSame) => {
    const { shelf, hold, go } = slow();
    const replies = createThreadReplies(amazon, { ...aDesk(), shelf, catalogue });
    const [first] = await replies.opened(aThread(before));
    const field = first?.open[0]?.name ?? '';
    const templateId = first?.templateId ?? '';
    hold();
    const filling = replies.render({ templateId, values: { [field]: '2026-12-03' } });
    go();
    const opening = replies.opened(aThread(after));
    expect(valueOf(await filling).open).toEqual([]);
    await opening;
    expect(replies.facts()[field]?.value).toBe(isSame ? '2026-12-03' : undefined);
    const dates = replies.shown().map((draft) => draft.facts[field]?.value);
    expect(dates.includes('2026-12-03')).toBe(isSame);
  });
});

describe('without the store of what was typed', () => {
  it('replies are chosen and filled all the same', async () => {
    vi.spyOn(browser.storage.session, 'get').mockRejectedValue(new Error('no'));
    vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('full'));
    const noted = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const replies = someReplies();
    const [first] = await replies.opened(aThread('l1'));
    const field = first?.open[0]?.name ?? '';
    const request = { templateId: first?.templateId ?? '', values: { [field]: '2026-12-03' } };
    expect(valueOf(await replies.render(request)).open).toEqual([]);
    expect(replies.facts()[field]?.value).toBe('2026-12-03');
    expect(noted).toHaveBeenCalledWith('[parley] typed-values-failed');
  });
});

describe('values typed in two tabs at once', () => {
  it('are all kept', async () => {
    const [one, two] = [brandAs<'ThreadKey'>('tab-1'), brandAs<'ThreadKey'>('tab-2')];
    await Promise.all([
      keepTypedValues({ market: amazon, thread: one }, { size: '39' }),
      keepTypedValues({ market: amazon, thread: two }, { size: '42' }),
    ]);
    expect(await readTypedValues(amazon, one)).toEqual({ size: '39' });
    expect(await readTypedValues(amazon, two)).toEqual({ size: '42' });
  });
});

describe('two conversations opened one right after the other', () => {
  it('keep their facts and their values apart, whichever answer comes first', async () => {
    const desk = aDesk();
    const replies = someReplies(desk);
    const [first] = await replies.opened(aThread('k1'));
    const field = first?.open[0]?.name ?? '';
    await replies.render({ templateId: first?.templateId ?? '', values: { [field]: '2026-12-03' } });
    const facts = { ...theFacts({ order: null }), buyerName: { value: 'Zoe', source: 'page' as const } };
    const both = await Promise.all([
      replies.opened(aThread('k1')),
      replies.opened(aThread('k2', { facts, order: null })),
    ]);
    expect(JSON.stringify(both[0])).not.toContain('Zoe');
    expect(JSON.stringify(both[1])).not.toContain('2026-12-03');
    expect(replies.facts()[field]).toBeUndefined();
    expect(replies.facts()['buyerName']?.value).toBe('Zoe');
    expect(JSON.stringify(replies.shown())).not.toContain('Maria');
  });
});

describe('the drafts that may stand in the box', () => {
  it('are the cards and what was filled since, and go with the conversation', async () => {
    const replies = someReplies();
    const cards = await replies.opened(aThread('d1'));
    expect(replies.shown().map(({ templateId }) => templateId)).toEqual(cards.map(({ templateId }) => templateId));
    await replies.render({ templateId: 'refund-solution', values: {} });
    expect(replies.shown()[0]?.templateId).toBe('refund-solution');
    await replies.opened(aThread('d1:thread'));
    expect(replies.shown().some(({ templateId }) => templateId === 'refund-solution')).toBe(true);
    await replies.opened(aThread('d2'));
    expect(replies.shown().some(({ templateId }) => templateId === 'refund-solution')).toBe(false);
  });

  it('include what was found and inserted', async () => {
    const replies = someReplies();
    await replies.opened(aThread('e1'));
    const found = valueOf(await replies.findReplies({ query: 'customs', kind: 'reply', limit: 5 }));
    const picked = found.hits[0]?.suggestion.templateId ?? '';
    expect(replies.shown().some(({ templateId }) => templateId === picked)).toBe(false);
    replies.inserted(picked);
    expect(replies.shown()[0]?.templateId).toBe(picked);
  });

  it('are those that were filled, where something was found first and had open places', async () => {
    const replies = someReplies();
    await replies.opened(aThread('e2'));
    const found = valueOf(await replies.findReplies({ query: 'delay', kind: 'reply', limit: 20 }));
    const open = found.hits.map(({ suggestion }) => suggestion).find((one) => one.open[0]?.type === 'date');
    const { templateId = '' } = open ?? {};
    const field = open?.open[0]?.name ?? '';
    const filled = valueOf(await replies.render({ templateId, values: { [field]: '2026-12-03' } }));
    replies.inserted(templateId);
    expect(replies.shown()[0]?.draft).toEqual(filled.draft);
  });
});

describe('a reply that was changed before it was sent', () => {
  const open = { facts: theFacts(), order: anOrder() };
  const change = (text: string) => text.replace('schreiben Sie uns hier', 'melden Sie sich bitte direkt hier');

  it('is learnt from, once for each time it was inserted', async () => {
    const desk = aDesk();
    const replies = someReplies(desk);
    const [first] = await replies.opened(aThread('h1', open));
    const text = change(first ? draftText(first.draft, (name) => name) : '');
    for (let sent = 0; sent < 3; sent += 1) {
      replies.inserted(first?.templateId ?? '');
      await replies.sent({ final: text, items: [] });
      await replies.sent({ final: text, items: [] });
    }
    const { templates } = await catalogue.templates(['de']);
    const proposals = await desk.edits.proposals(templates);
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({ templateId: first?.templateId, lang: 'de', count: 3 });
    expect(proposals[0]?.after).toContain('melden Sie sich bitte direkt hier');
  });

  it('leaves nothing of a name nobody told of, where the language has capitals for nouns too', async () => {
    const desk = aDesk();
    const replies = someReplies(desk);
    const [first] = await replies.opened(aThread('h3', open));
    const said = first ? draftText(first.draft, (name) => name) : '';
    for (const where of ['melden Sie sich bitte bei Schulz', 'melden Sie sich bitte direkt hier']) {
      replies.inserted(first?.templateId ?? '');
      await replies.sent({ final: said.replace('schreiben Sie uns hier', where), items: [] });
    }
    const rows = await (await desk.db()).templateEdits.toArray();
    expect(rows.map(({ text }) => text)).toEqual([expect.stringContaining('direkt hier')]);
  });

  it('leaves nothing when nothing was inserted', async () => {
    const desk = aDesk();
    const replies = someReplies(desk);
    const [first] = await replies.opened(aThread('h2', open));
    await replies.sent({ final: change(first ? draftText(first.draft, (name) => name) : ''), items: [] });
    expect(await (await desk.db()).templateEdits.count()).toBe(0);
  });
});

describe('the tone', () => {
  it('can be changed for one reply', async () => {
    const replies = someReplies();
    const [first] = await replies.opened(aThread('f1', { facts: theFacts(), order: anOrder() }));
    expect(first?.tone).toBe('full');
    const request = { templateId: first?.templateId ?? '', values: {} };
    const short = valueOf(await replies.render({ ...request, tone: 'short' }));
    expect(short.tone).toBe('short');
    const length = (of: typeof short) => draftText(of.draft, (name) => name).length;
    expect(first && length(short)).toBeLessThan(first ? length(first) : 0);
    const full = valueOf(await replies.render(request));
    expect(full.draft).toEqual(first?.draft);
  });
});

describe('what the agent uses', () => {
  it('stands first among replies that fit alike, and never before one that fits the order better', async () => {
    const desk = aDesk();
    const before = await someReplies(desk).opened(aThread('g1', { facts: theFacts(), order: anOrder() }));
    const second = before[1]?.templateId ?? '';
    for (let use = 0; use < 40; use += 1) await desk.habits.used(second);
    const after = await someReplies(desk).opened(aThread('g2', { facts: theFacts(), order: anOrder() }));
    expect(after[0]?.templateId).toBe(before[0]?.templateId);
    expect(after.map(({ templateId }) => templateId)).toContain(second);
  });
});
