import { describe, expect, test } from 'vitest';
import { shippedVersion, type TemplatesApi } from '@/utils/app/templates-api';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { hour, valueOf } from './desk';
import { answerOf, aReply, aTemplateDesk, replyOf, shippedReplies } from './templates-desk';

const notFound = { ok: false, error: { kind: 'not-found' } };
const save = async (api: TemplatesApi, template: ReplyTemplate, isNew = false) =>
  valueOf(await api.save({ template, isNew }));

describe('earlier words', () => {
  test('stay with who wrote them, the newest first, and what ships is the last', async () => {
    const desk = aTemplateDesk();
    await desk.settled();
    await save(desk.templates, aReply('late-parcel', { words: 'One' }));
    desk.pass(hour);
    await save(desk.templates, aReply('late-parcel', { words: 'Two' }));
    desk.pass(hour);
    await save(desk.templates, aReply('late-parcel', { words: 'Three' }));
    const versions = valueOf(await desk.templates.versions({ id: 'late-parcel' }));
    expect(versions.map(({ at, initials, template }) => [at, initials, answerOf(template)])).toEqual([
      ['2026-03-02T10:00:00.000Z', 'KL', 'Two in en.'],
      ['2026-03-02T09:00:00.000Z', 'KL', 'One in en.'],
      ['2026-03-02T09:00:00.000Z', '', 'First words in en.'],
    ]);
    expect(versions.at(-1)!.id).toBe(shippedVersion);
  });

  test('are at most twenty of one reply, the oldest go', async () => {
    const { templates } = aTemplateDesk();
    await save(templates, aReply('own', { words: 'Words 0' }), true);
    for (let at = 1; at <= 22; at += 1) await save(templates, aReply('own', { words: `Words ${at}` }));
    const versions = valueOf(await templates.versions({ id: 'own' }));
    expect(versions.map(({ template }) => answerOf(template))).toEqual(
      Array.from({ length: 20 }, (_, at) => `Words ${21 - at} in en.`),
    );
  });

  test('come back, and what was there becomes a version', async () => {
    const { templates } = aTemplateDesk();
    await save(templates, aReply('own', { words: 'One' }), true);
    await save(templates, aReply('own', { words: 'Two' }));
    const [version] = valueOf(await templates.versions({ id: 'own' }));
    const view = valueOf(await templates.restore({ id: 'own', version: version!.id }));
    expect(answerOf(replyOf(view, 'own').template)).toBe('One in en.');
    const words = valueOf(await templates.versions({ id: 'own' })).map(({ template }) => answerOf(template));
    expect(words).toEqual(['Two in en.', 'One in en.']);
  });

  test('come back as what ships', async () => {
    const { templates } = aTemplateDesk();
    await save(templates, aReply('late-parcel', { words: 'Ours' }));
    const view = valueOf(await templates.restore({ id: 'late-parcel', version: shippedVersion }));
    expect(replyOf(view, 'late-parcel')).toMatchObject({ origin: 'shipped', template: shippedReplies[0] });
    const versions = valueOf(await templates.versions({ id: 'late-parcel' }));
    expect(versions.map(({ template }) => answerOf(template))).toEqual(['Ours in en.']);
  });

  test('of another reply or of none are not found', async () => {
    const { templates } = aTemplateDesk();
    await save(templates, aReply('own', { words: 'One' }), true);
    await save(templates, aReply('own', { words: 'Two' }));
    const [version] = valueOf(await templates.versions({ id: 'own' }));
    expect(await templates.restore({ id: 'late-parcel', version: version!.id })).toEqual(notFound);
    expect(await templates.restore({ id: 'own', version: 'own:x' })).toEqual(notFound);
    expect(await templates.restore({ id: 'nobody', version: version!.id })).toEqual(notFound);
    expect(valueOf(await templates.versions({ id: 'nobody' }))).toEqual([]);
  });

  test('that were typed again are what ships, without a copy that stays behind', async () => {
    const { templates } = aTemplateDesk();
    await save(templates, aReply('where-is-it', { words: 'Ours', tags: ['parcel'] }));
    const view = await save(templates, aReply('where-is-it', { tags: ['parcel'] }));
    expect(replyOf(view, 'where-is-it').origin).toBe('shipped');
  });
});

describe('removing', () => {
  test('takes own replies away, gives changed ones their shipped words, and can be taken back', async () => {
    const desk = aTemplateDesk();
    const own = aReply('own');
    await save(desk.templates, own, true);
    await save(desk.templates, aReply('late-parcel', { words: 'Ours' }));
    const before = valueOf(await desk.templates.read());
    const request = { ids: ['own', 'late-parcel', 'where-is-it'] };
    const gone = valueOf(await desk.templates.remove(request));
    expect(gone.templates.map(({ template, origin }) => [template.id, origin])).toEqual([
      ['late-parcel', 'shipped'],
      ['where-is-it', 'shipped'],
    ]);
    expect(replyOf(gone, 'late-parcel').template).toEqual(shippedReplies[0]);
    expect(valueOf(await desk.again().read()).templates).toEqual(gone.templates);
    const back = valueOf(await desk.templates.putBack(request));
    expect(back.templates).toEqual(before.templates);
    expect(valueOf(await desk.templates.versions({ id: 'late-parcel' })).map(({ id }) => id)).toEqual([shippedVersion]);
  });

  test('that is taken back touches no reply that was not removed', async () => {
    const { templates } = aTemplateDesk();
    await save(templates, aReply('late-parcel', { words: 'Ours' }));
    valueOf(await templates.remove({ ids: ['late-parcel'] }));
    valueOf(await templates.tag({ ids: ['late-parcel'], add: ['x'], remove: [] }));
    valueOf(await templates.remove({ ids: ['late-parcel'] }));
    const view = valueOf(await templates.putBack({ ids: ['late-parcel'] }));
    expect(replyOf(view, 'late-parcel').origin).toBe('shipped');
  });

  test('leaves a place that a new reply of the same id can take', async () => {
    const { templates } = aTemplateDesk();
    await save(templates, aReply('own', { words: 'Old' }), true);
    valueOf(await templates.use({ ids: ['own'], on: false }));
    valueOf(await templates.remove({ ids: ['own'] }));
    const view = await save(templates, aReply('own', { words: 'New' }), true);
    expect(replyOf(view, 'own')).toMatchObject({ isOff: false });
    expect(valueOf(await templates.versions({ id: 'own' })).map(({ template }) => answerOf(template))).toEqual([
      'Old in en.',
    ]);
  });

  test('finds nothing where nothing is', async () => {
    const { templates } = aTemplateDesk();
    expect(await templates.remove({ ids: ['nobody'] })).toEqual(notFound);
    expect(await templates.use({ ids: [], on: true })).toEqual(notFound);
  });
});

describe('taking out of use', () => {
  test('holds for shipped and own ones, and back', async () => {
    const { templates } = aTemplateDesk();
    await save(templates, aReply('own'), true);
    const ids = ['own', 'late-parcel'];
    const off = valueOf(await templates.use({ ids, on: false }));
    expect(off.templates.map(({ isOff }) => isOff)).toEqual([true, false, true]);
    const on = valueOf(await templates.use({ ids, on: true }));
    expect(on.templates.map(({ isOff }) => isOff)).toEqual([false, false, false]);
  });
});
