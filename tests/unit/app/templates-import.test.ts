import { describe, expect, test } from 'vitest';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { valueOf } from './desk';
import { answerOf, aReply, aTemplateDesk, replyOf } from './templates-desk';

const many = (count: number, from = 0): readonly ReplyTemplate[] =>
  Array.from({ length: count }, (_, at) => aReply(`own-${from + at}`));
const invalid = (field: string) => ({ ok: false, error: { kind: 'invalid', field } });

const signed = (reply: ReplyTemplate, lang: string): ReplyTemplate => ({
  ...reply,
  languages: {
    ...reply.languages,
    [lang]: { ...reply.languages[lang]!, status: { state: 'reviewed', by: 'AB', on: '2026-10-01' } },
  },
});

describe('a file of replies', () => {
  test('adds, changes and leaves what is the same, with versions only of what was there', async () => {
    const desk = aTemplateDesk();
    const file = [aReply('a-own'), aReply('b-own'), aReply('late-parcel')];
    expect(valueOf(await desk.templates.importTemplates({ templates: file }))).toEqual({
      added: 2,
      changed: 0,
      same: 1,
    });
    const next = [aReply('b-own', { words: 'Other' }), aReply('a-own'), aReply('late-parcel', { words: 'Ours' })];
    expect(valueOf(await desk.templates.importTemplates({ templates: next }))).toEqual({
      added: 0,
      changed: 2,
      same: 1,
    });
    const view = valueOf(await desk.templates.read());
    expect(view.templates.map(({ template, origin }) => [template.id, origin])).toEqual([
      ['late-parcel', 'changed'],
      ['where-is-it', 'shipped'],
      ['a-own', 'own'],
      ['b-own', 'own'],
    ]);
    const versions = await (await desk.db()).templateVersions.toArray();
    expect(versions.map(({ template }) => [template.id, answerOf(template)])).toEqual([
      ['b-own', 'First words in en.'],
    ]);
    const lines = (await (await desk.db()).log.toArray()).filter(({ what }) => what === 'templates.imported');
    expect(lines.map(({ detail }) => detail)).toEqual([
      { added: 2, changed: 0, same: 1 },
      { added: 0, changed: 2, same: 1 },
    ]);
    expect(desk.announced).toEqual([['templates'], ['templates']]);
  });

  test('that was imported already writes nothing and wakes nobody', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.importTemplates({ templates: many(3) }));
    const before = await (await desk.db()).templates.toArray();
    expect(valueOf(await desk.templates.importTemplates({ templates: many(3) }))).toEqual({
      added: 0,
      changed: 0,
      same: 3,
    });
    expect(await (await desk.db()).templates.toArray()).toEqual(before);
    expect(desk.announced).toEqual([['templates']]);
  });

  test('brings its signatures, and takes none away from words that stayed', async () => {
    const desk = aTemplateDesk();
    const file = [signed(aReply('own'), 'de'), signed(aReply('late-parcel'), 'en')];
    valueOf(await desk.templates.importTemplates({ templates: file }));
    const view = valueOf(await desk.templates.read());
    expect(replyOf(view, 'own').template.languages['de']!.status).toMatchObject({ by: 'AB' });
    expect(replyOf(view, 'late-parcel').template.languages['en']!.status).toMatchObject({ by: 'AB' });
    expect(replyOf(view, 'late-parcel').origin).toBe('shipped');
    expect(valueOf(await desk.templates.importTemplates({ templates: [aReply('own')] }))).toMatchObject({ same: 1 });
    expect(await (await desk.db()).templateVersions.count()).toBe(0);
  });

  test.each([
    ['nobody', { by: ' ', on: '2026-10-01' }],
    ['a name longer than any', { by: 'x'.repeat(81), on: '2026-10-01' }],
    ['no day', { by: 'AB', on: 'yesterday' }],
  ])('brings no signature of %s', async (_what, by) => {
    const { templates } = aTemplateDesk();
    const { languages, ...rest } = aReply('own');
    const en = { ...languages['en']!, status: { state: 'reviewed', ...by } } as const;
    valueOf(await templates.importTemplates({ templates: [{ ...rest, languages: { en } }] }));
    const { template } = replyOf(valueOf(await templates.read()), 'own');
    expect(template.languages['en']!.status).toEqual({ state: 'draft' });
  });

  test('keeps titles in other languages', async () => {
    const { templates } = aTemplateDesk();
    const title = { en: 'Reply', 'zh-CN': '回复', de: 'Antwort' };
    valueOf(await templates.importTemplates({ templates: [aReply('own', { title })] }));
    expect(replyOf(valueOf(await templates.read()), 'own').template.title).toEqual(title);
  });

  test('brings a removed reply back', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.importTemplates({ templates: many(1) }));
    valueOf(await desk.templates.remove({ ids: ['own-0'] }));
    expect(valueOf(await desk.templates.importTemplates({ templates: many(1) }))).toMatchObject({ added: 1 });
    expect(replyOf(valueOf(await desk.templates.read()), 'own-0').isOff).toBe(false);
  });

  test.each<[string, readonly unknown[], string]>([
    ['more than 500 replies in one portion', many(501), 'templates'],
    ['one that has no form', [aReply('own'), { id: 'x' }], 'template'],
    ['one id twice', [aReply('own'), aReply('own')], 'template'],
    ['a text of 4,001 units', [aReply('own', { words: 'x'.repeat(4_001) })], 'template'],
    [
      'a block called like what objects inherit',
      [aReply('own', { blocks: [{ id: 'constructor', role: 'answer', before: '' }] })],
      'template',
    ],
    ['an id that leads to what objects inherit', [aReply('__proto__')], 'template'],
  ])('with %s is refused as a whole', async (_what, templates, field) => {
    const desk = aTemplateDesk();
    expect(await desk.templates.importTemplates({ templates: templates as ReplyTemplate[] })).toEqual(invalid(field));
    expect(await (await desk.db()).templates.count()).toBe(0);
  });

  test('fills a desk with 6,000 replies of its own and no more; removed ones leave room', async () => {
    const desk = aTemplateDesk();
    const slim = (from: number): readonly ReplyTemplate[] =>
      many(500, from).map((reply) => ({ ...reply, languages: { en: reply.languages['en']! } }));
    for (let from = 0; from < 6_000; from += 500)
      valueOf(await desk.templates.importTemplates({ templates: slim(from) }));
    const one = { templates: [aReply('one-more')] };
    expect(await desk.templates.importTemplates(one)).toEqual(invalid('templates'));
    expect(await desk.templates.save({ template: aReply('late-parcel', { words: 'Ours' }), isNew: false })).toEqual(
      invalid('templates'),
    );
    expect(valueOf(await desk.templates.importTemplates({ templates: [aReply('own-7', { words: 'Other' })] }))).toEqual(
      {
        added: 0,
        changed: 1,
        same: 0,
      },
    );
    valueOf(await desk.templates.remove({ ids: ['own-3'] }));
    expect(valueOf(await desk.templates.importTemplates(one))).toMatchObject({ added: 1 });
    expect(await desk.templates.putBack({ ids: ['own-3'] })).toEqual(invalid('templates'));
  }, 60_000);
});

describe('replies that were removed', () => {
  test('go for good with their versions, the first ones first, once there are 6,000 more than a desk may hold', async () => {
    const desk = aTemplateDesk();
    valueOf(await desk.templates.importTemplates({ templates: [aReply('own'), aReply('last')] }));
    valueOf(await desk.templates.importTemplates({ templates: [aReply('own', { words: 'Other' })] }));
    valueOf(await desk.templates.remove({ ids: ['own'] }));
    const db = await desk.db();
    const own = (await db.templates.get('own'))!;
    // As other builds left them, all removed after `own`.
    const more = Array.from({ length: 11_998 }, (_, at) => ({ ...own, id: `gone-${at}`, hlc: `${own.hlc}-${at}` }));
    await db.templates.bulkAdd(more);
    desk.pass(1_000);
    valueOf(await desk.templates.use({ ids: ['last'], on: false }));
    expect(await db.templates.count()).toBe(12_000);
    await db.templates.add({ ...own, id: 'gone', hlc: `${own.hlc}-x` });
    valueOf(await desk.templates.remove({ ids: ['last'] }));
    expect(await db.templates.count()).toBe(6_000);
    expect([await db.templates.get('own'), await db.templateVersions.count()]).toEqual([undefined, 0]);
    expect(replyOf(valueOf(await desk.templates.putBack({ ids: ['last'] })), 'last').origin).toBe('own');
  }, 60_000);
});
