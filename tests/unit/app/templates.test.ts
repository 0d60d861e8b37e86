import { describe, expect, test } from 'vitest';
import type { TemplatesApi } from '@/utils/app/templates-api';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { valueOf } from './desk';
import { answerOf, aReply, aTemplateDesk, replyOf } from './templates-desk';

const invalid = (field: string) => ({ ok: false, error: { kind: 'invalid', field } });
const notFound = { ok: false, error: { kind: 'not-found' } };
const save = async (api: TemplatesApi, template: ReplyTemplate, isNew = false) =>
  valueOf(await api.save({ template, isNew }));

describe('the replies of a desk', () => {
  test('are those that ship, with how often this agent used them', async () => {
    const { templates, habits } = aTemplateDesk();
    valueOf(await habits.used('late-parcel'));
    const desk = valueOf(await templates.read());
    expect(desk).toMatchObject({ onlyReviewed: false, proposals: [] });
    expect(desk.templates.map(({ origin, isOff, uses }) => [origin, isOff, uses])).toEqual([
      ['shipped', false, 1],
      ['shipped', false, 0],
    ]);
    expect(replyOf(desk, 'late-parcel')).toMatchObject({ lastUsedAt: '2026-03-02T09:00:00.000Z' });
    expect(replyOf(desk, 'late-parcel')).not.toHaveProperty('changed');
  });

  test('take a new one, with who wrote it and when, and tell open pages', async () => {
    const desk = aTemplateDesk();
    await desk.settled();
    const view = await save(desk.templates, aReply('own'), true);
    expect(replyOf(view, 'own')).toMatchObject({
      origin: 'own',
      changed: { at: '2026-03-02T09:00:00.000Z', initials: 'KL' },
    });
    expect(desk.announced).toEqual([['templates']]);
    const lines = (await (await desk.db()).log.toArray()).filter(({ what }) => what === 'templates.changed');
    expect(lines.map(({ detail }) => detail)).toEqual([{ templates: 1 }]);
    expect(valueOf(await desk.again().read())).toEqual(view);
  });

  test('keep a shipped one with the words of the desk', async () => {
    const { templates } = aTemplateDesk();
    const view = await save(templates, aReply('late-parcel', { words: 'Ours' }));
    expect(view.templates.map(({ origin }) => origin)).toEqual(['changed', 'shipped']);
    expect(answerOf(replyOf(view, 'late-parcel').template)).toBe('Ours in en.');
  });

  test('are written only where something is new', async () => {
    const desk = aTemplateDesk();
    await save(desk.templates, aReply('late-parcel'));
    await save(desk.templates, aReply('own'), true);
    await save(desk.templates, aReply('own'));
    const db = await desk.db();
    expect(await db.templates.count()).toBe(1);
    expect(await db.templateVersions.count()).toBe(0);
    expect(desk.announced).toEqual([['templates']]);
  });

  test('say why one is not taken', async () => {
    const { templates } = aTemplateDesk();
    valueOf(await templates.save({ template: aReply('own'), isNew: true }));
    expect(await templates.save({ template: aReply('own'), isNew: true })).toEqual(invalid('id'));
    expect(await templates.save({ template: aReply('late-parcel'), isNew: true })).toEqual(invalid('id'));
    expect(await templates.save({ template: aReply('nobody'), isNew: false })).toEqual(notFound);
  });

  const texts = (answer: string): ReplyTemplate['languages'] => ({
    en: { status: { state: 'draft' }, texts: { greeting: 'Hello,', answer } },
  });
  const blocks = (count: number) => ({
    blocks: Array.from({ length: count }, (_, at) => ({ id: `b${at}`, role: 'answer' as const, before: '' as const })),
    languages: {
      en: {
        status: { state: 'draft' as const },
        texts: Object.fromEntries(Array.from({ length: count }, (_, at) => [`b${at}`, 'x'])),
      },
    },
  });
  const variables = (count: number): ReplyTemplate['variables'] =>
    Array.from({ length: count }, (_, at) => ({ name: `v${at}`, type: 'text', required: false }));

  test.each<[string, Partial<ReplyTemplate>]>([
    ['an id in capitals', { id: 'Own' }],
    ['an id of 81 units', { id: 'a'.repeat(81) }],
    ['no language', { languages: {} }],
    ['a language that is none', { languages: { 'not a tag': texts('x')['en']! } }],
    ['a text that does not parse', { languages: texts('{% if buyerName %}') }],
    ['a variable nobody declares', { languages: texts('{{ secret }}') }],
    ['a text missing', { languages: { en: { status: { state: 'draft' }, texts: { greeting: 'Hello,' } } } }],
    [
      'a text of 4,001 units',
      { languages: texts(`{% if buyerName %}${'x'.repeat(3_975)}{% endif %}`.padEnd(4_001, ' ')) },
    ],
    ['41 blocks', blocks(41)],
    ['61 variables', { variables: [...variables(60), ...aReply('own').variables] }],
    ['21 tags', { tags: Array.from({ length: 21 }, (_, at) => `tag ${at}`) }],
    ['a tag of 41 units', { tags: ['x'.repeat(41)] }],
    ['a title of 201 units', { title: { en: 'x'.repeat(201), 'zh-CN': '标题' } }],
  ])('refuse one with %s and write nothing', async (_what, change) => {
    const desk = aTemplateDesk();
    const template = { ...aReply('own'), ...change };
    expect(await desk.templates.save({ template, isNew: true })).toEqual(invalid('template'));
    expect(await (await desk.db()).templates.count()).toBe(0);
  });

  test('take one called like what objects inherit', async () => {
    const view = await save(aTemplateDesk().templates, aReply('constructor'), true);
    expect(replyOf(view, 'constructor')).toMatchObject({ origin: 'own', uses: 0 });
    expect(replyOf(view, 'constructor')).not.toHaveProperty('lastUsedAt');
  });

  test('take one with 40 blocks, 60 variables and 20 tags', async () => {
    const { templates } = aTemplateDesk();
    const tags = Array.from({ length: 20 }, (_, at) => `tag ${at}`);
    const view = await save(templates, { ...aReply('own'), ...blocks(40), variables: variables(60), tags }, true);
    expect(replyOf(view, 'own').template.tags).toEqual(tags);
  });

  test('keep no word that belongs to no part of a reply', async () => {
    const { templates } = aTemplateDesk();
    const stray = aReply('own');
    const body = { ...stray.languages['en']!, texts: { ...stray.languages['en']!.texts, elsewhere: 'stray' } };
    const sent = { ...stray, note: 'stray', languages: { ...stray.languages, en: body } };
    expect(JSON.stringify(await save(templates, sent, true))).not.toContain('stray');
  });

  test('are what ships for a page whose store can not be read, and say so where they are managed', async () => {
    const failed = { ok: false, error: { kind: 'storage-failed', code: 'x' } } as const;
    const { templates, catalogue } = aTemplateDesk({ db: () => Promise.resolve(failed) });
    expect(await templates.read()).toEqual(failed);
    expect(await templates.active(['en', 'de'])).toBe(await catalogue.templates(['en', 'de']));
  });

  test('answer with a problem when a file of the extension is gone', async () => {
    const { templates } = aTemplateDesk({ catalogue: () => Promise.reject(new Error('gone')) });
    const gone = { ok: false, error: { kind: 'storage-failed', code: 'asset-missing' } };
    expect(await templates.read()).toEqual(gone);
    expect(await templates.save({ template: aReply('own'), isNew: true })).toEqual(gone);
  });
});
