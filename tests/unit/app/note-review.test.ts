// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { createAppApi } from '@/utils/app/app-api';
import { createCatalogue } from '@/utils/app/catalogue';
import { createNoteReview } from '@/utils/app/note-review';
import { createSettings } from '@/utils/app/settings';
import { createThreadApi } from '@/utils/app/thread';
import { brandAs } from '@/utils/domain/ids';
import type { Assets } from '@/utils/platform/assets';
import { aDesk, amazon, anOrderAlias, valueOf, type Desk } from './desk';

const files = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string; absoluteSrc?: string }[]).map((file) => [
    file.relativeDest,
    file,
  ]),
);
/** The shipped files, and how often each was read. */
const countedAssets = () => {
  const reads: string[] = [];
  const assets: Assets = {
    json: async (path) => {
      reads.push(path);
      return JSON.parse(files.get(path)?.contents ?? 'null') as unknown;
    },
    bytes: async (path) => new Uint8Array(readFileSync(files.get(path)?.absoluteSrc ?? '')).slice().buffer,
  };
  return { assets, reads };
};

const broken: Assets = {
  json: () => Promise.reject(new Error('gone')),
  bytes: () => Promise.reject(new Error('gone')),
};

const mail = 'Write to anna.k@example.com';
const health = 'She has cancer, be patient.';

const aReview = (assets: Assets = countedAssets().assets, uiLang = 'en', desk: Desk = aDesk()) => {
  const catalogue = createCatalogue(assets);
  return {
    desk,
    ...createNoteReview({
      catalogue: async () => catalogue,
      deskRules: desk.deskRules,
      uiLang: async () => uiLang,
    }),
  };
};

const anApi = (assets: Assets = countedAssets().assets, desk: Desk = aDesk()) => ({
  desk,
  api: createAppApi({ ...desk.deps, assets }),
});

/** A buyer of the desk whose order was delivered on a day; the desk's clock stands on 2 March 2026. */
const aBuyer = async (desk: Desk, ...delivered: readonly (string | undefined)[]) => {
  const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
  const numbers = delivered.map((_, index) => `111-${index}`);
  for (const [index, deliveredOn] of delivered.entries()) {
    valueOf(
      await desk.buyers.see({
        shopId: shop.id,
        aliases: numbers.slice(0, index + 1).map(anOrderAlias),
        order: { orderId: brandAs(`111-${index}`), items: [], ...(deliveredOn ? { deliveredOn } : {}) },
      }),
    );
  }
  return valueOf(await desk.buyers.see({ shopId: shop.id, aliases: [anOrderAlias('111-0')] })).buyer.key;
};

const overrides = async (desk: Desk) =>
  (await (await desk.db()).log.toArray()).filter(({ what }) => what === 'note.overridden');

describe('looking at a note', () => {
  it.each([
    ['en', 'Contact data in a note', 'Sensitive personal data'],
    ['zh-CN', '备注含联系方式', '敏感个人信息'],
    ['ar', 'Contact data in a note', 'Sensitive personal data'],
  ])('says in %s what it holds and where', async (lang, contact, sensitive) => {
    const { reviewNote } = aReview(undefined, lang);
    const text = `${mail}. ${health}`;
    const found = valueOf(await reviewNote({ text }));
    expect(found.map(({ rule, severity, words }) => [rule, severity, words.title])).toEqual([
      ['note-contact-data', 'warn', contact],
      ['note-special-category', 'block', sensitive],
    ]);
    for (const { start, end, excerpt } of found) expect(text.slice(start, end)).toBe(excerpt);
    expect(found[0]?.excerpt).toBe('anna.k@example.com');
    expect(found[0]?.words.sources.length).toBeGreaterThan(0);
  });

  it('is silent about what a colleague needs', async () => {
    const { reviewNote } = aReview();
    expect(valueOf(await reviewNote({ text: 'Two returns, both unopened. Prefers DHL.' }))).toEqual([]);
    expect(valueOf(await reviewNote({ text: '' }))).toEqual([]);
  });

  it('shows at most 80 characters of what it found, never half a character', async () => {
    const { reviewNote } = aReview();
    const [found] = valueOf(await reviewNote({ text: `${'a'.repeat(60)}.${'b'.repeat(60)}@example.com` }));
    expect([...(found?.excerpt ?? '')].length).toBeLessThanOrEqual(80);
  });

  it('refuses a text no note can have, and has an answer when the files are gone', async () => {
    const { reviewNote } = aReview();
    expect(await reviewNote({ text: 'x'.repeat(5_001) })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'text' },
    });
    expect((await reviewNote({ text: `${' x'.repeat(2_490)} a@b.com` })).ok).toBe(true);
    expect(await aReview(broken).reviewNote({ text: 'a' })).toEqual({
      ok: false,
      error: { kind: 'storage-failed', code: 'asset-missing' },
    });
  });

  it('follows what the desk has decided', async () => {
    const { desk, reviewNote } = aReview();
    valueOf(await desk.deskRules.set({ rule: 'note-contact-data', severity: 'block' }));
    valueOf(await desk.deskRules.set({ rule: 'note-special-category', off: true }));
    const found = valueOf(await reviewNote({ text: `${mail}. ${health}` }));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['note-contact-data', 'block']]);
  });

  it('reads its files once, and only when a note is looked at', async () => {
    const { assets, reads } = countedAssets();
    const { reviewNote } = aReview(assets);
    expect(reads).toEqual([]);
    await Promise.all([reviewNote({ text: mail }), reviewNote({ text: health })]);
    await reviewNote({ text: mail });
    expect(reads.filter((path) => path === 'catalog/note-rules.json')).toHaveLength(1);
    expect(reads.some((path) => path.includes('templates'))).toBe(false);
  });

  it('answers a seller page and the dashboard alike', async () => {
    const { assets } = countedAssets();
    const { desk, api } = anApi(assets);
    const thread = createThreadApi(amazon, {
      ...desk,
      settings: createSettings(desk.deps),
      catalogue: createCatalogue(assets),
      shelf: createCatalogue(assets).templates,
      words: async () => ({ lang: 'en', version: '1', entries: {} }),
      clock: desk.deps.clock,
      today: () => '2026-03-02',
    });
    const [inPage, inside] = [await thread.reviewNote({ text: mail }), await api.buyers.reviewNote({ text: mail })];
    expect(inPage).toEqual(inside);
    expect(valueOf(inside)[0]?.words.title).toBe('Contact data in a note');
    valueOf(await api.settings.write({ uiLang: 'zh-CN' }));
    expect(valueOf(await api.buyers.reviewNote({ text: mail }))[0]?.words.title).toBe('备注含联系方式');
  });
});

describe('saving a note all the same', () => {
  it('writes one line for each rule, without text and without saying whose note it is', async () => {
    const desk = aDesk();
    const buyerKey = await aBuyer(desk, undefined);
    const despite = ['note-special-category', 'note-special-category'];
    const note = valueOf(await desk.notes.addNote({ buyerKey, text: health, despite }));
    valueOf(await desk.notes.editNote({ buyerKey, noteId: note.id, text: `${health} Yes.`, despite }));
    const lines = await overrides(desk);
    expect(lines.map(({ detail }) => detail)).toEqual([
      { rule: 'note-special-category' },
      { rule: 'note-special-category' },
    ]);
    for (const line of lines) expect(JSON.stringify(line)).not.toMatch(/cancer|buyerKey/);
  });

  it('writes none for a note that broke no rule', async () => {
    const desk = aDesk();
    const buyerKey = await aBuyer(desk, undefined);
    valueOf(await desk.notes.addNote({ buyerKey, text: 'Prefers DHL.', despite: [] }));
    valueOf(await desk.notes.addNote({ buyerKey, text: 'Prefers GLS.' }));
    expect(await overrides(desk)).toEqual([]);
  });

  it.each([[['She has cancer']], [['note-She']], [[`note-${'a'.repeat(60)}`]], [Array(21).fill('note-judgement')]])(
    'takes no words in the place of a rule (%j)',
    async (despite) => {
      const desk = aDesk();
      const buyerKey = await aBuyer(desk, undefined);
      const invalid = { ok: false, error: { kind: 'invalid', field: 'despite' } };
      expect(await desk.notes.addNote({ buyerKey, text: 'a', despite })).toEqual(invalid);
      const note = valueOf(await desk.notes.addNote({ buyerKey, text: 'a' }));
      expect(await desk.notes.editNote({ buyerKey, noteId: note.id, text: 'b', despite })).toEqual(invalid);
    },
  );
});

describe('opening a record with old notes', () => {
  const openWith = async (delivered: readonly (string | undefined)[], assets?: Assets) => {
    const { desk, api } = anApi(assets);
    const key = await aBuyer(desk, ...delivered);
    const withMail = valueOf(await desk.notes.addNote({ buyerKey: key, text: mail }));
    valueOf(await desk.notes.addNote({ buyerKey: key, text: 'Prefers DHL.' }));
    return { desk, api, key, withMail, view: valueOf(await api.buyers.open(key)) };
  };

  it('names the notes with contact data when the last delivery is more than thirty days ago', async () => {
    const { view, withMail } = await openWith(['2026-01-10']);
    expect(view.oldNotes).toEqual([withMail.id]);
    expect(view.retention).toMatchObject({
      rule: 'note-retention',
      severity: 'warn',
      words: { title: 'Personal data kept too long' },
    });
  });

  it.each([
    ['a delivery within thirty days', ['2026-01-10', '2026-02-20']],
    ['no known delivery', [undefined]],
  ])('names none with %s', async (_, delivered) => {
    const { view } = await openWith(delivered);
    expect(view).toMatchObject({ oldNotes: [], retention: null });
  });

  it('names none once the desk has switched the rule off', async () => {
    const { desk, api, key } = await openWith(['2026-01-10']);
    valueOf(await desk.deskRules.set({ rule: 'note-retention', off: true }));
    expect(valueOf(await api.buyers.open(key))).toMatchObject({ oldNotes: [], retention: null });
  });

  it('opens all the same when the rules cannot be read', async () => {
    const { view } = await openWith(['2026-01-10'], broken);
    expect(view).toMatchObject({ oldNotes: [], retention: null });
    expect(view.notes).toHaveLength(2);
  });

  it('loads no rules for a record that cannot have old notes', async () => {
    const { assets, reads } = countedAssets();
    await openWith(['2026-02-20'], assets);
    expect(reads).toEqual([]);
  });
});

describe('handing on a backup', () => {
  const buyer = { displayName: 'Anna K.', deleted: 0 };
  const note = { text: mail, deleted: 0 };

  it.each([
    ['a name', { buyers: [buyer], notes: [] }],
    ['a name in the archive', { archive: [{ id: 'p', rows: JSON.stringify({ buyers: [buyer] }) }] }],
    ['contact data in a note', { buyers: [{ deleted: 0 }], notes: [note] }],
  ])('advises against it with %s', async (_, tables) => {
    const { adviseBackup } = aReview();
    expect(valueOf(await adviseBackup({ tables }))).toMatchObject({
      rule: 'note-team-export',
      words: { title: 'Personal data in a shared file' },
    });
  });

  it.each([
    ['nothing', {}],
    ['deleted rows', { buyers: [{ ...buyer, deleted: 1 }], notes: [{ ...note, deleted: 1 }] }],
    ['plain notes', { buyers: [{ displayName: ' ' }], notes: [{ text: 'Prefers DHL.' }] }],
  ])('says nothing with %s', async (_, tables) => {
    expect(valueOf(await aReview().adviseBackup({ tables }))).toBeNull();
  });

  it('says nothing when the desk has switched the rule off, and has an answer without files', async () => {
    const { desk, adviseBackup } = aReview();
    valueOf(await desk.deskRules.set({ rule: 'note-team-export', off: true }));
    expect(valueOf(await adviseBackup({ tables: { buyers: [buyer] } }))).toBeNull();
    expect((await aReview(broken).adviseBackup({ tables: { buyers: [buyer] } })).ok).toBe(false);
  });
});
