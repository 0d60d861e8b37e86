import { describe, expect, test, vi } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { noShop } from '@/utils/app/records';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { valueOf } from './desk';
import { answerOf, aReply, aTemplateDesk } from './templates-desk';

const langs = ['en', 'de'];
const ids = ({ templates }: { readonly templates: readonly ReplyTemplate[] }) => templates.map(({ id }) => id);

describe('the replies to choose from', () => {
  test('are the object that ships while the desk has decided nothing', async () => {
    const { templates, catalogue } = aTemplateDesk();
    expect(await templates.active(langs)).toBe(await catalogue.templates(langs));
    expect(await templates.active(['en'])).toBe(await catalogue.templates(['en']));
  });

  test('are the object that ships again once everything is as it was', async () => {
    const { templates, catalogue } = aTemplateDesk();
    valueOf(await templates.use({ ids: ['late-parcel'], on: false }));
    expect(ids(await templates.active(langs))).toEqual(['where-is-it']);
    valueOf(await templates.use({ ids: ['late-parcel'], on: true }));
    expect(await templates.active(langs)).toBe(await catalogue.templates(langs));
  });

  test('follow every change of the desk, of this page and of another', async () => {
    const desk = aTemplateDesk();
    const elsewhere = desk.again();
    valueOf(await desk.templates.save({ template: aReply('own'), isNew: true }));
    expect(ids(await elsewhere.active(langs))).toEqual(['late-parcel', 'where-is-it', 'own']);
    valueOf(await elsewhere.save({ template: aReply('late-parcel', { words: 'Ours' }), isNew: false }));
    valueOf(await elsewhere.use({ ids: ['where-is-it'], on: false }));
    const shelf = await desk.templates.active(langs);
    expect(ids(shelf)).toEqual(['late-parcel', 'own']);
    expect(answerOf(shelf.templates[0], 'de')).toBe('Ours in de.');
    expect(ids(await elsewhere.active(langs))).toEqual(['late-parcel', 'own']);
  });

  test('stay one object, read from one small row, until something changes', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.save({ template: aReply('own'), isNew: true }));
    const background = desk.again();
    const [first, second] = await Promise.all([background.active(langs), background.active(langs)]);
    const db = await desk.db();
    const rows = vi.spyOn(db.templates, 'toArray');
    const settings = vi.spyOn(db.settings, 'get');
    expect([second, await background.active(langs)].every((shelf) => shelf === first)).toBe(true);
    expect([rows.mock.calls.length, settings.mock.calls]).toEqual([0, [['templateDesk']]]);
    valueOf(await desk.templates.use({ ids: ['own'], on: false }));
    expect(await background.active(langs)).not.toBe(first);
    expect(rows).toHaveBeenCalledTimes(1);
  });

  test('are not read anew by the page that changed them', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.read());
    const rows = vi.spyOn((await desk.db()).templates, 'toArray');
    valueOf(await desk.templates.save({ template: aReply('own'), isNew: true }));
    valueOf(await desk.templates.tag({ ids: ['own'], add: ['x'], remove: [] }));
    expect(ids(await desk.templates.active(langs))).toContain('own');
    expect(rows).not.toHaveBeenCalled();
  });

  test('do not miss what another page changed between two changes of this one', async () => {
    const desk = aTemplateDesk();
    const elsewhere = desk.again();
    valueOf(await desk.templates.save({ template: aReply('a-own'), isNew: true }));
    valueOf(await elsewhere.save({ template: aReply('b-own'), isNew: true }));
    valueOf(await desk.templates.save({ template: aReply('c-own'), isNew: true }));
    expect(ids(await desk.templates.active(langs)).slice(2)).toEqual(['a-own', 'b-own', 'c-own']);
  });

  test('stay as the desk had decided when the store fails afterwards', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.use({ ids: ['late-parcel'], on: false }));
    const before = await desk.templates.active(langs);
    vi.spyOn((await desk.db()).settings, 'get').mockRejectedValue(new Error('full'));
    expect(await desk.templates.active(langs)).toBe(before);
    expect(ids(await desk.templates.active(['en']))).toEqual(['where-is-it']);
  });

  test('are only what somebody has read, where the desk wants it so', async () => {
    const desk = aTemplateDesk();
    await desk.settled();
    valueOf(await desk.templates.allowOnlyReviewed({ on: true }));
    expect(ids(await desk.templates.active(langs))).toEqual([]);
    valueOf(await desk.templates.review({ ids: ['late-parcel'], langs: ['de'], on: true }));
    const { templates } = await desk.templates.active(langs);
    expect(templates.map(({ languages }) => Object.keys(languages))).toEqual([['de']]);
    expect(ids(await desk.templates.active(['en', 'fr']))).toEqual([]);
    const view = valueOf(await desk.templates.allowOnlyReviewed({ on: false }));
    expect([view.onlyReviewed, ids(await desk.templates.active(langs))]).toEqual([
      false,
      ['late-parcel', 'where-is-it'],
    ]);
    expect(desk.announced).toEqual([['templates'], ['templates'], ['templates']]);
  });

  test('are found without the note that says whether they changed', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.save({ template: aReply('own'), isNew: true }));
    const db = await desk.db();
    const stamp = { shopId: noShop, authorId: brandAs<'AgentId'>('x'), hlc: 'x', origin: 'x', deleted: 0 } as const;
    await db.settings.put({ ...stamp, name: 'templateDesk', value: { version: 7 } });
    const later = desk.again();
    expect(ids(await later.active(langs))).toEqual(['late-parcel', 'where-is-it', 'own']);
    expect(await later.save({ template: aReply('own'), isNew: true })).toMatchObject({ error: { field: 'id' } });
  });
});
