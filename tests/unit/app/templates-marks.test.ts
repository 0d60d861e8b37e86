import { describe, expect, test } from 'vitest';
import type { TemplatesApi } from '@/utils/app/templates-api';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { valueOf } from './desk';
import { aReply, aTemplateDesk, replyOf } from './templates-desk';

const invalid = (field: string) => ({ ok: false, error: { kind: 'invalid', field } });
const save = async (api: TemplatesApi, template: ReplyTemplate, isNew = false) =>
  valueOf(await api.save({ template, isNew }));

describe('tags', () => {
  test('go on and off without a version, and leave shipped words as they ship', async () => {
    const desk = aTemplateDesk();
    await save(desk.templates, aReply('own'), true);
    const ids = ['own', 'where-is-it'];
    valueOf(await desk.templates.tag({ ids, add: [' returns ', 'returns', 'VIP'], remove: ['parcel'] }));
    const view = valueOf(await desk.templates.tag({ ids, add: [], remove: ['VIP'] }));
    expect(ids.map((id) => replyOf(view, id).template.tags)).toEqual([['returns'], ['returns']]);
    expect(replyOf(view, 'where-is-it').origin).toBe('shipped');
    expect(await (await desk.db()).templateVersions.count()).toBe(0);
  });

  test('are refused when one is too long or a reply would have too many, and nothing changes', async () => {
    const desk = aTemplateDesk();
    const before = valueOf(await desk.templates.read());
    const add = Array.from({ length: 20 }, (_, at) => `tag ${at}`);
    expect(await desk.templates.tag({ ids: ['late-parcel', 'where-is-it'], add, remove: [] })).toEqual(invalid('tags'));
    expect(await desk.templates.tag({ ids: ['late-parcel'], add: ['x'.repeat(41)], remove: [] })).toEqual(
      invalid('tags'),
    );
    expect(valueOf(await desk.templates.read())).toEqual(before);
  });
});

describe('a signature', () => {
  const status = (view: Awaited<ReturnType<typeof save>>, id: string, lang: string) =>
    replyOf(view, id).template.languages[lang]!.status;
  const read = { state: 'reviewed', by: 'KL', on: '2026-11-22' };

  test('needs initials', async () => {
    const { templates } = aTemplateDesk();
    const request = { ids: ['late-parcel'], langs: ['de'], on: true };
    expect(await templates.review(request)).toEqual(invalid('initials'));
  });

  test('stands on shipped and own words with name and day, and is taken back', async () => {
    const desk = aTemplateDesk();
    await desk.settled();
    await save(desk.templates, aReply('own'), true);
    const request = { ids: ['own', 'late-parcel'], langs: ['de', 'fr'] };
    const signed = valueOf(await desk.templates.review({ ...request, on: true }));
    for (const id of request.ids) {
      expect(status(signed, id, 'de')).toEqual(read);
      expect(status(signed, id, 'en')).toEqual({ state: 'draft' });
      expect(replyOf(signed, id).template.languages['fr']).toBeUndefined();
    }
    expect(replyOf(signed, 'late-parcel').origin).toBe('shipped');
    const plain = valueOf(await desk.templates.review({ ...request, on: false }));
    for (const id of request.ids) expect(status(plain, id, 'de')).toEqual({ state: 'draft' });
  });

  test('goes with other words, and stays where only another language changed', async () => {
    const desk = aTemplateDesk();
    await desk.settled();
    valueOf(await desk.templates.review({ ids: ['late-parcel'], langs: ['de', 'en'], on: true }));
    const { languages } = aReply('late-parcel', { words: 'Ours' });
    const changed = {
      ...aReply('late-parcel'),
      languages: { ...aReply('late-parcel').languages, en: languages['en']! },
    };
    const view = await save(desk.templates, changed);
    expect(status(view, 'late-parcel', 'de')).toEqual(read);
    expect(status(view, 'late-parcel', 'en')).toEqual({ state: 'draft' });
    const back = valueOf(await desk.templates.remove({ ids: ['late-parcel'] }));
    expect(status(back, 'late-parcel', 'de')).toEqual(read);
  });
});
