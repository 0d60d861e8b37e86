// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { createBundleExport } from '@/utils/app/bundles/export';
import { createCatalogue } from '@/utils/app/catalogue';
import { createNoteReview } from '@/utils/app/note-review';
import type { Assets } from '@/utils/platform/assets';
import { aDeskWithBuyer, aDesk, valueOf, type Desk } from './desk';

const files = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string; absoluteSrc?: string }[]).map((file) => [
    file.relativeDest,
    file,
  ]),
);
const shipped: Assets = {
  json: async (path) => JSON.parse(files.get(path)?.contents ?? 'null') as unknown,
  bytes: async (path) => new Uint8Array(readFileSync(files.get(path)?.absoluteSrc ?? '')).slice().buffer,
};
const gone: Assets = { json: () => Promise.reject(new Error('gone')), bytes: () => Promise.reject(new Error('gone')) };

const aReview = (desk: Desk, assets: Assets = shipped) => {
  const catalogue = createCatalogue(assets);
  return createNoteReview({ catalogue: async () => catalogue, deskRules: desk.deskRules, uiLang: async () => 'en' });
};

const mail = 'Write to anna.k@example.com';
const health = 'She has cancer, be patient.';
const harmless = 'Wants the longer cable.';

describe('notes of a file', () => {
  test('are flagged by the rules that look at notes while they are written', async () => {
    const { flaggedNotes } = aReview(aDesk());
    expect(await flaggedNotes([mail, harmless, health])).toEqual({ flagged: 2 });
    expect(await flaggedNotes([])).toEqual({ flagged: 0 });
  });

  test('are looked at as far as a note of ours may go', async () => {
    const { flaggedNotes } = aReview(aDesk());
    expect(await flaggedNotes([`${mail}${' word'.repeat(10_000)}`, `${'word '.repeat(10_000)}${mail}`])).toEqual({
      flagged: 1,
    });
  });

  test('are not flagged by a rule this desk has switched off', async () => {
    const desk = aDesk();
    const off = { 'note-contact-data': { off: true } } as const;
    const deskRules = {
      active: async () => ({ ...(await desk.deskRules.active()), desk: { settings: off, own: [] } }),
    };
    const catalogue = createCatalogue(shipped);
    const { flaggedNotes } = createNoteReview({
      catalogue: async () => catalogue,
      deskRules: deskRules as never,
      uiLang: async () => 'en',
    });
    expect(await flaggedNotes([mail, health])).toEqual({ flagged: 1 });
  });
});

describe('advice about a file', () => {
  test('is given when it names somebody', async () => {
    const { adviseExport } = aReview(aDesk());
    expect(valueOf(await adviseExport({ names: true }))).toMatchObject({ rule: 'note-team-export' });
    expect(valueOf(await adviseExport({ names: false }))).toBeNull();
  });

  test('says when the rules cannot be read', async () => {
    const { adviseExport, flaggedNotes } = aReview(aDesk(), gone);
    const missing = { ok: false, error: { kind: 'storage-failed', code: 'asset-missing' } };
    expect(await adviseExport({ names: true })).toEqual(missing);
    await expect(flaggedNotes([mail])).rejects.toThrow();
  });

  test('comes with a look at records whose only name stands in a note', async () => {
    const desk = await aDeskWithBuyer();
    valueOf(await desk.notes.addNote({ buyerKey: desk.buyer.key, text: mail }));
    const { flaggedNotes, adviseExport } = aReview(desk);
    const { look } = createBundleExport({
      ...desk.deps,
      today: () => '2026-03-02',
      reviewNotes: flaggedNotes,
      advise: adviseExport,
    });
    expect(valueOf(await look({ scope: { kind: 'everything' }, redaction: 'full' }))).toMatchObject({
      names: 0,
      notes: 1,
      flagged: 1,
      advice: { rule: 'note-team-export' },
    });
    expect(valueOf(await look({ scope: { kind: 'everything' }, redaction: 'no-names' })).advice).toBeNull();
  });
});
