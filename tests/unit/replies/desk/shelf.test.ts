import { describe, expect, test } from 'vitest';
import {
  deskTemplate,
  deskTemplates,
  mergeShelf,
  signaturesFor,
  type TemplateDecision,
} from '@/utils/domain/replies/desk/shelf';
import { hasSameSignatures, isSameReply, withTrueSignatures } from '@/utils/domain/replies/desk/same-words';
import { copyOf, takeEdit } from '@/utils/domain/replies/desk/take-edit';
import { textPrint } from '@/utils/domain/replies/desk/text-print';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { aReply } from '../../app/templates-desk';

const decide = (id: string, change: Partial<TemplateDecision> = {}): TemplateDecision => ({
  id,
  off: 0,
  reviews: {},
  deleted: 0,
  ...change,
});

const decisions = (...all: readonly TemplateDecision[]) => new Map(all.map((one) => [one.id, one]));

const shipped = { templates: [aReply('b-reply'), aReply('a-reply')] };
const [first, second] = shipped.templates as [ReplyTemplate, ReplyTemplate];
const all = { onlyReviewed: false };
const ids = (templates: readonly ReplyTemplate[]) => templates.map(({ id }) => id);
const print = (template: ReplyTemplate, lang: string) => textPrint(template.languages[lang]!.texts);
const review = (template: ReplyTemplate, lang: string) => ({
  by: 'KL',
  on: '2026-11-22',
  print: print(template, lang),
});

describe('what a desk chooses from', () => {
  test('is the very object that ships while nothing is decided', () => {
    expect(mergeShelf(shipped, decisions(), all)).toBe(shipped);
    const neutral = decisions(decide('a-reply'), decide('gone', { off: 1 }));
    expect(mergeShelf(shipped, neutral, all)).toBe(shipped);
  });

  test('has changed replies in their place and own ones after them, by id', () => {
    const changed = aReply('b-reply', { words: 'Ours' });
    const own = ['z-own', 'y-own'].map((id) => decide(id, { template: aReply(id) }));
    const shelf = mergeShelf(shipped, decisions(decide('b-reply', { template: changed }), ...own), all);
    expect(ids(shelf.templates)).toEqual(['b-reply', 'a-reply', 'y-own', 'z-own']);
    expect(shelf.templates[0]).toBe(changed);
    expect(shelf.templates[1]).toBe(second);
  });

  test('is without what is out of use or removed', () => {
    const shelf = mergeShelf(
      shipped,
      decisions(
        decide('b-reply', { off: 1 }),
        decide('own', { template: aReply('own'), off: 1 }),
        decide('old', { template: aReply('old'), deleted: 1 }),
      ),
      all,
    );
    expect(ids(shelf.templates)).toEqual(['a-reply']);
  });

  test('has what ships again when own words of the same id were removed', () => {
    const removed = decide('b-reply', { template: aReply('b-reply', { words: 'Ours' }), deleted: 1, off: 1 });
    expect(mergeShelf(shipped, decisions(removed), all)).toBe(shipped);
  });

  test('has only languages somebody has read, where the desk wants it so', () => {
    const own = aReply('own');
    const read = { ...own.languages['de']!, status: { state: 'reviewed' as const, by: 'KL', on: '2026-11-22' } };
    const template = { ...own, languages: { ...own.languages, de: read } };
    const shelf = mergeShelf(shipped, decisions(decide('own', { template })), { onlyReviewed: true });
    expect(shelf.templates).toEqual([{ ...own, languages: { de: read } }]);
  });
});

describe('a signature on shipped words', () => {
  test('holds for the words it was given for', () => {
    const reviews = { de: review(first, 'de') };
    const { template, origin } = deskTemplate(first, decide('b-reply', { reviews }))!;
    expect(origin).toBe('shipped');
    expect(template.languages['de']!.status).toEqual({ state: 'reviewed', by: 'KL', on: '2026-11-22' });
    expect(template.languages['en']).toBe(first.languages['en']);
  });

  test('falls when other words ship, and never counts for a language that does not ship', () => {
    const later = aReply('b-reply', { words: 'Better words' });
    const reviews = { de: review(first, 'de'), fr: { by: 'KL', on: '2026-11-22', print: 'x' } };
    expect(deskTemplate(later, decide('b-reply', { reviews }))!.template).toBe(later);
  });

  test('gives the same object for the same row, so that a list need not be drawn anew', () => {
    const rows = decisions(decide('b-reply', { reviews: { de: review(first, 'de') }, tags: ['x'] }));
    const [before, after] = [deskTemplates(shipped.templates, rows), deskTemplates(shipped.templates, rows)];
    expect(before[0]!.template).toBe(after[0]!.template);
    expect(before[0]!.template.tags).toEqual(['x']);
  });

  test('outlives own words that were the same in that language', () => {
    const read = (lang: string, words: string) => ({
      status: { state: 'reviewed' as const, by: 'KL', on: '2026-11-22' },
      texts: aReply('b-reply', { words }).languages[lang]!.texts,
    });
    const ours = { ...first, languages: { de: read('de', 'First words'), en: read('en', 'Ours') } };
    expect(signaturesFor(first, ours)).toEqual({ de: review(first, 'de') });
  });
});

describe('the print of texts', () => {
  test('does not mind the order of blocks and minds every character', () => {
    expect(textPrint({ a: 'one', b: 'two' })).toBe(textPrint({ b: 'two', a: 'one' }));
    const others = [
      { a: 'one', b: 'two.' },
      { a: 'one"', b: 'two' },
      { a: 'two', b: 'one' },
      { a: 'onetwo', b: '' },
    ];
    expect(new Set([{ a: 'one', b: 'two' }, ...others].map(textPrint)).size).toBe(5);
  });
});

describe('signatures of words that come in', () => {
  const signed = (reply: ReplyTemplate, lang: string): ReplyTemplate => ({
    ...reply,
    languages: {
      ...reply.languages,
      [lang]: { ...reply.languages[lang]!, status: { state: 'reviewed', by: 'KL', on: '2026-11-22' } },
    },
  });
  const states = (reply: ReplyTemplate) => Object.values(reply.languages).map(({ status }) => status.state);

  test('from a form stay on the words that stand, and are believed on no others', () => {
    const before = signed(signed(aReply('own'), 'en'), 'de');
    const next = {
      ...signed(aReply('own'), 'de'),
      languages: { ...before.languages, de: signed(aReply('own', { words: 'New' }), 'de').languages['de']! },
    };
    expect(states(withTrueSignatures(next, before, 'form'))).toEqual(['reviewed', 'draft']);
    expect(states(withTrueSignatures(next, undefined, 'form'))).toEqual(['draft', 'draft']);
  });

  test('from a file are believed, and a file without any does not take them away', () => {
    const before = signed(aReply('own'), 'en');
    expect(states(withTrueSignatures(aReply('own'), before, 'file'))).toEqual(['reviewed', 'draft']);
    expect(states(withTrueSignatures(signed(aReply('own'), 'de'), before, 'file'))).toEqual(['reviewed', 'reviewed']);
    expect(states(withTrueSignatures(aReply('own', { words: 'New' }), before, 'file'))).toEqual(['draft', 'draft']);
  });

  test('are no part of the words', () => {
    const reply = aReply('own');
    expect(isSameReply(reply, signed(reply, 'de'))).toBe(true);
    expect(hasSameSignatures(reply, signed(reply, 'de'))).toBe(false);
    expect(hasSameSignatures(signed(reply, 'de'), signed(reply, 'de'))).toBe(true);
  });
});

describe('the same reply', () => {
  const reply = aReply('own', { tags: ['a'], scope: { marketplaces: ['amazon'], overdue: true } });

  test('may come in another order, with nothing said of what is empty', () => {
    const { title, scope, languages, ...rest } = reply;
    const turned = (record: object) => Object.fromEntries(Object.entries(record).reverse());
    const other = { languages: turned(languages), scope: turned(scope), title: turned(title), ...rest };
    expect(isSameReply(reply, other as unknown as ReplyTemplate)).toBe(true);
    expect(isSameReply(aReply('own'), aReply('own', { tags: [] }))).toBe(true);
  });

  test.each([
    ['a text', aReply('own', { words: 'Other' })],
    ['a language', aReply('own', { langs: ['en', 'fr'] })],
    ['one language less', aReply('own', { langs: ['en'] })],
    ['a tag', aReply('own', { tags: ['a'] })],
    ['the title', aReply('own', { title: { en: 'Other', 'zh-CN': '其他' } })],
    ['the scope', aReply('own', { scope: { overdue: false } })],
    ['a variable', aReply('own', { variables: [] })],
    ['the order of blocks', aReply('own', { blocks: [...aReply('own').blocks].reverse() })],
  ])('is another one with %s of its own', (_what, other) => {
    expect(isSameReply(aReply('own'), other)).toBe(false);
  });
});

describe('an edit that is taken up', () => {
  const reply = aReply('own');

  test('puts the new sentence into its language alone', () => {
    const taken = takeEdit(reply, { block: 'answer', lang: 'de', after: 'Neu.' });
    expect(taken).toMatchObject({ ok: true, value: { languages: { de: { texts: { answer: 'Neu.' } } } } });
    expect(taken.ok && taken.value.languages['en']).toBe(reply.languages['en']);
  });

  test('takes a sentence out of every language', () => {
    const taken = takeEdit(reply, { block: 'greeting', lang: 'de', after: ' ' });
    expect(taken.ok && taken.value.blocks.map(({ id }) => id)).toEqual(['answer']);
    expect(taken.ok && Object.values(taken.value.languages).map(({ texts }) => Object.keys(texts))).toEqual([
      ['answer'],
      ['answer'],
    ]);
  });

  test('is refused where its place is gone or nothing would be left', () => {
    expect(takeEdit(reply, { block: 'gone', lang: 'de', after: 'x' })).toEqual({
      ok: false,
      error: { kind: 'no-place' },
    });
    expect(takeEdit(reply, { block: 'answer', lang: 'fr', after: 'x' })).toMatchObject({ error: { kind: 'no-place' } });
    const last = { ...reply, blocks: reply.blocks.slice(1) };
    expect(takeEdit(last, { block: 'answer', lang: 'de', after: '' })).toMatchObject({
      error: { kind: 'nothing-left' },
    });
  });

  test('may be a copy with the next free id and its number in the title', () => {
    expect(copyOf(reply, () => false)).toMatchObject({
      id: 'own-2',
      title: { en: 'Reply own (2)', 'zh-CN': '回复 own（2）' },
    });
    expect(copyOf(reply, (id) => id === 'own-2').id).toBe('own-3');
    const long = 'a'.repeat(80);
    expect(copyOf(aReply(long), () => false).id).toBe(`${'a'.repeat(78)}-2`);
  });
});
