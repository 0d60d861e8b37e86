import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '@/utils/domain/replies/desk/check-template';
import { createEntryReader, openTemplatesJson, templatesToJson } from '@/utils/domain/replies/desk/files/json';
import { idFrom } from '@/utils/domain/replies/desk/files/ids';
import { langsOf, templatesToCsv } from '@/utils/domain/replies/desk/files/write-csv';
import { isBlocking } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { shippedTemplates } from '../../catalogue';
import { aTemplate } from '../builders';
import { cut, desk, readLines } from './reading';

const shipped = shippedTemplates();

const throughCsv = (templates: readonly ReplyTemplate[], portion = 1_000) =>
  readLines(cut(templatesToCsv(templates, langsOf(templates))), portion);
const throughJson = (text: string) => {
  const entries = openTemplatesJson(text);
  if (!entries.ok) return entries;
  const reader = createEntryReader(desk);
  reader.take(entries.value);
  return reader.result();
};
const whole = (templates: readonly ReplyTemplate[]) => ({
  ok: true,
  value: { templates, rejected: [], ignored: [] },
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
// What spreadsheets compute, separators, quotes, and letters of all kinds; no blanks at the ends.
const said = fc
  .array(
    fc.constantFrom(
      ...[
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        '|',
        '\\',
        '、',
        '，',
        ' ',
        'a',
        '0012',
        'é',
        '名',
        'ن',
        '😀',
        '%',
        '}',
      ],
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '' && !/[{}%]{2}/.test(text));
const listOf = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { minLength: 1, maxLength: 3 });
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));
const merged = (...parts: readonly fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((objects) => Object.assign({}, ...objects) as object);

const someVariable = merged(
  fc.uniqueArray(word, { minLength: 1, maxLength: 1 }).map(([name]) => ({ name })),
  fc.oneof(
    fc.constantFrom('text', 'date', 'days', 'order-id', 'money', 'number').map((type) => ({ type })),
    fc.constant({ type: 'choice', choices: ['refund', 'does-not-fit'] }),
  ),
  fc.boolean().map((required) => ({ required })),
  maybe('label', fc.oneof(said, fc.constant(' a "quoted"\\ (label)\nhere fallback="x" '))),
  maybe('fallback', said),
) as fc.Arbitrary<ReplyTemplate['variables'][number]>;

const RESERVED =
  /^(?:tone|marketplace|repeated|overdue|fulfilment|and|or|not|contains|true|false|nil|null|empty|blank)$/;

/** Templates as people may make them, all in order. */
const someTemplate = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    title: fc.record({ en: said, 'zh-CN': said }),
    intent: fc.constantFrom('any', ...desk.intents),
    kind: fc.constantFrom('reply' as const, 'proactive' as const),
    tags: fc.option(listOf(said), { nil: undefined }),
    place: fc.option(fc.integer({ min: -5, max: 99 }), { nil: undefined }),
    scope: merged(
      maybe('marketplaces', fc.constantFrom(['amazon'], ['amazon', 'aliexpress'])),
      maybe('orderStates', fc.constantFrom(['shipped'], ['unpaid', 'disputed'])),
      maybe('fulfilment', fc.constantFrom('own', 'marketplace')),
      maybe('contactReasons', listOf(said)),
      maybe('repeated', fc.boolean()),
      maybe('overdue', fc.boolean()),
      maybe('noOrder', fc.constant(true)),
      maybe('shops', listOf(said)),
    ),
    variables: fc.uniqueArray(someVariable, { maxLength: 4, selector: ({ name }) => name }),
    blocks: fc.uniqueArray(
      merged(
        word.map((id) => ({ id })),
        fc.constantFrom('greeting', 'ask', 'close').map((role) => ({ role })),
        fc.constantFrom('', ' ', '\n', '\n\n').map((before) => ({ before })),
        maybe('optional', fc.boolean()),
        maybe('when', fc.constantFrom('repeated', 'own-shipping')),
        maybe('tone', fc.constantFrom('short', 'full')),
      ) as fc.Arbitrary<ReplyTemplate['blocks'][number]>,
      { minLength: 1, maxLength: 4, selector: ({ id }) => id },
    ),
    langs: fc.uniqueArray(fc.constantFrom('en', 'de', 'zh', 'ar', 'sv', 'pt-BR'), { minLength: 1, maxLength: 4 }),
    words: fc.array(said, { minLength: 4, maxLength: 4 }),
    reviewer: fc.option(said, { nil: undefined }),
  })
  .map(({ langs, words, reviewer, variables, blocks, tags, place, ...rest }): ReplyTemplate => {
    const own = variables.filter(({ name }) => !RESERVED.test(name));
    const show = own.map(({ name }) => `{{ ${name} }}`).join('\n');
    const texts = (lang: string) =>
      Object.fromEntries(
        blocks.map(({ id }, at) => [id, `${at % 2 ? ' ' : ''}${words[at]!}\n${lang} ${show}${at % 3 ? '  ' : ''}`]),
      );
    return {
      ...rest,
      ...(tags ? { tags } : {}),
      ...(place === undefined ? {} : { place }),
      variables: own,
      blocks: blocks.map((block, at) => (at === 0 && own[0] ? { ...block, needs: [own[0].name] } : block)),
      languages: Object.fromEntries(
        langs.map((lang, at) => [
          lang,
          {
            status: reviewer && at === 0 ? { state: 'reviewed', by: reviewer, on: '2026-03-01' } : { state: 'draft' },
            texts: texts(lang),
          },
        ]),
      ),
    };
  })
  .filter((template) => !checkTemplate(template).some(isBlocking));
const someTemplates = fc.uniqueArray(someTemplate, { minLength: 1, maxLength: 4, selector: ({ id }) => id });

describe('a CSV file that was exported', () => {
  it('holds the shipped templates', () => {
    expect(throughCsv(shipped)).toEqual(whole(shipped));
  }, 20_000);

  it('holds whatever people make, in portions of any size', () => {
    fc.assert(
      fc.property(someTemplates, fc.integer({ min: 1, max: 5 }), (templates, portion) => {
        expect(throughCsv(templates, portion)).toEqual(whole(templates));
      }),
      { numRuns: 300, seed: 20261122 },
    );
  }, 60_000);

  it('computes nothing in a spreadsheet', () => {
    const template = aTemplate({ title: { en: '=1+1', 'zh-CN': '@x' }, tags: ['+a'] });
    const cells = cut(templatesToCsv([template], ['en'])).flatMap((line) => line.cells);
    expect(cells.filter((cell) => /^[=+\-@＝]/.test(cell))).toEqual([]);
    expect(cells).toEqual(expect.arrayContaining(["'=1+1", "'@x", "'+a"]));
  });

  it('opens in Excel: UTF-8 with its mark, lines as Windows ends them', () => {
    const text = templatesToCsv([aTemplate()], ['en']);
    expect(text.startsWith('\ufeffid,title,title_zh,')).toBe(true);
    expect(text.split('\r\n')[0]?.endsWith(',tone,en')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('holds only the languages asked for', () => {
    const [one] = shipped;
    const read = readLines(cut(templatesToCsv([one!], ['en', 'de'])));
    expect(read.ok && Object.keys(read.value.templates[0]!.languages)).toEqual(['en', 'de']);
  });

  it('has English first', () => {
    expect(langsOf(shipped)[0]).toBe('en');
    expect(langsOf(shipped)).toHaveLength(14);
  });
});

describe('a JSON file', () => {
  it('holds the shipped templates', () => {
    expect(throughJson(templatesToJson(shipped))).toEqual(whole(shipped));
  });

  it('holds whatever people make', () => {
    fc.assert(
      fc.property(someTemplates, (templates) => {
        expect(throughJson(templatesToJson(templates))).toEqual(whole(templates));
      }),
      { numRuns: 100, seed: 5 },
    );
  }, 60_000);

  it('may be a bare list, with a mark at its start', () => {
    expect(throughJson(`\ufeff${JSON.stringify([aTemplate()])}`)).toEqual(whole([aTemplate()]));
  });

  it.each([
    ['{', 'not-json'],
    ['7', 'no-templates'],
    ['null', 'no-templates'],
    ['{}', 'no-templates'],
    ['{"app":"parley","kind":"buyers","version":1,"templates":[]}', 'no-templates'],
    ['{"app":"parley","kind":"templates","version":2,"templates":[]}', 'too-new'],
    ['{"app":"parley","kind":"templates","version":1,"templates":{}}', 'no-templates'],
    ['[]', 'empty'],
  ])('%s is refused', (text, kind) => {
    expect(openTemplatesJson(text)).toEqual({ ok: false, error: { kind } });
  });

  it('lists what can not be used with its place, and takes the rest', () => {
    const entries = [
      7,
      aTemplate(),
      aTemplate(),
      aTemplate({ id: 'b', intent: 'lottery' }),
      { ...aTemplate({ id: 'c' }), kind: 'spam' },
      JSON.parse('{"id":"d","__proto__":{"intent":"any"}}') as unknown,
      aTemplate({ id: 'e', variables: [] }),
      aTemplate({ id: 'f' }),
    ];
    const read = throughJson(JSON.stringify(entries));
    if (!read.ok) throw new Error('refused');
    expect(read.value.rejected.map(({ line, id, problem }) => [line, id, problem.kind])).toEqual([
      [1, undefined, 'form'],
      [3, 'own-checking', 'repeated'],
      [4, 'b', 'unknown-intent'],
      [5, 'c', 'form'],
      [6, 'd', 'form'],
      [7, 'e', 'undeclared'],
      [7, 'e', 'undeclared'],
    ]);
    expect(read.value.templates.map(({ id }) => id)).toEqual(['own-checking', 'f']);
  });
});

describe('the id of a row', () => {
  it('fits whatever the file says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (text) => {
        const id = idFrom(text);
        expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
        expect(id.length).toBeLessThanOrEqual(80);
        expect(idFrom(id)).toBe(id);
      }),
    );
  });

  it.each([
    ['where-is-order', 'where-is-order'],
    ['Où est ma commande ?', 'ou-est-ma-commande'],
    ['12', 'own-12'],
  ])('of %s is %s', (text, id) => {
    expect(idFrom(text)).toBe(id);
  });
});
