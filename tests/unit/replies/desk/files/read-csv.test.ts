import { describe, expect, it } from 'vitest';
import { checkTemplate } from '@/utils/domain/replies/desk/check-template';
import { countTemplateColumns, headingOf } from '@/utils/domain/replies/desk/files/columns';
import { mostTemplateRows } from '@/utils/domain/replies/desk/files/template-rows';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { desk, kindsOf, readLines, readRows } from './reading';

describe('the headings of a file', () => {
  it.each([
    ['id', { column: 'id' }],
    ['模板编号', { column: 'id' }],
    ['Title ZH', { column: 'title_zh' }],
    ['中文标题', { column: 'title_zh' }],
    ['Order states', { column: 'order_states' }],
    ['Intent', { column: 'intent' }],
    ['意图', { column: 'intent' }],
    ['de', { lang: 'de' }],
    ['DE', { lang: 'de' }],
    ['German', { lang: 'de' }],
    ['Deutsch', { lang: 'de' }],
    ['德语', { lang: 'de' }],
    ['français', { lang: 'fr' }],
    ['日本語', { lang: 'ja' }],
    ['العربية', { lang: 'ar' }],
    ['简体中文', { lang: 'zh' }],
    ['中文', { lang: 'zh' }],
    ['zh-CN', { lang: 'zh' }],
    ['pt_BR', { lang: 'pt' }],
    ['lang:sv', { lang: 'sv' }],
  ])('%s is understood', (heading, meaning) => {
    expect(headingOf(` ${heading} `)).toEqual(meaning);
  });

  it.each(['sv', 'Klingon', 'price', '', 'sv-SE', 'lang:x', '__proto__', 'constructor'])(
    '%j means nothing',
    (heading) => {
      expect(headingOf(heading)).toBeUndefined();
    },
  );

  it('are counted to find the separator', () => {
    expect(countTemplateColumns(['id', 'price', 'Deutsch'])).toBe(2);
  });

  it('that mean nothing are named', () => {
    expect(readRows(['id', 'title', 'Klingon', 'en'], ['a', 'A', 'nuqneH', 'Hello']).ignored).toEqual(['Klingon']);
  });

  it.each([
    [
      [
        ['id', 'title'],
        ['a', 'A'],
      ],
      { kind: 'no-language-column' },
    ],
    [[['id', 'en', 'English']], { kind: 'repeated-column', column: 'en' }],
    [[['id', 'ID', 'en']], { kind: 'repeated-column', column: 'id' }],
    [[], { kind: 'empty' }],
    [[['', ' ']], { kind: 'empty' }],
    [[['id', 'en']], { kind: 'empty' }],
  ])('%j are refused', (rows, error) => {
    expect(readLines(rows.map((cells, at) => ({ line: at + 1, cells, isBroken: false })))).toEqual({
      ok: false,
      error,
    });
  });

  it('stand over at most 100,000 rows', () => {
    const row = { line: 2, cells: ['a', 'Hello'], isBroken: false };
    const rows = Array.from({ length: mostTemplateRows + 1 }, () => row);
    expect(readLines([{ line: 1, cells: ['id', 'en'], isBroken: false }, ...rows])).toEqual({
      ok: false,
      error: { kind: 'too-many-rows', limit: mostTemplateRows },
    });
  });
});

describe('a file of whole texts', () => {
  const HEAD = ['id', 'title', 'en', 'de'];
  const one = (...cells: readonly string[]) => readRows(HEAD, cells).templates[0]!;

  it('becomes sentences where every language has as many lines', () => {
    const template = one(
      'late',
      'Late',
      'Hello {{ buyerName }},\n\nyour parcel is late.\nSorry.\n',
      'Guten Tag {{ buyerName }},\nIhr Paket kommt später.\nEntschuldigung.',
    );
    expect(template.blocks).toEqual([
      { id: 's1', role: 'greeting', before: '' },
      { id: 's2', role: 'answer', before: '\n\n' },
      { id: 's3', role: 'answer', before: '\n' },
    ]);
    expect(template.languages['de']?.texts).toEqual({
      s1: 'Guten Tag {{ buyerName }},',
      s2: 'Ihr Paket kommt später.',
      s3: 'Entschuldigung.',
    });
    expect(checkTemplate(template)).toEqual([]);
  });

  it('stays whole where the lines differ', () => {
    const template = one('late', 'Late', 'Hello,\nyour parcel is late.', 'Guten Tag, Ihr Paket kommt später.');
    expect(template.blocks).toEqual([{ id: 's1', role: 'answer', before: '' }]);
    expect(template.languages['en']?.texts['s1']).toBe('Hello,\nyour parcel is late.');
  });

  it('stays whole where a condition holds over several lines', () => {
    const text = 'Hello\n{% if orderId %}\n{{ orderId }}\n{% endif %}';
    expect(one('late', 'Late', text, text).blocks).toHaveLength(1);
  });

  it('declares the variables it asks for', () => {
    const text =
      "Hello{% if buyerName %} {{ buyerName }}{% endif %}, {{ updateDate | day }} {% if remedy == 'refund' %}a{% else %}b{% endif %} {{ gate }} {{ dock | default: '4' }}";
    expect(one('late', 'Late', text, text).variables).toEqual([
      { name: 'buyerName', type: 'text', required: false },
      { name: 'updateDate', type: 'date', required: true },
      { name: 'remedy', type: 'choice', required: true, choices: ['replacement', 'refund'] },
      { name: 'gate', type: 'text', required: true },
      { name: 'dock', type: 'text', required: false },
    ]);
  });

  it('needs one language only', () => {
    expect(Object.keys(one('late', 'Late', '', 'Guten Tag').languages)).toEqual(['de']);
  });

  it('needs no id, and gives the same one again', () => {
    const ids = (title: string) => readRows(['title', 'en'], [title, 'Hello']).templates.map(({ id }) => id);
    expect(ids('Where is it?')).toEqual(['where-is-it']);
    expect(ids('订单在哪里')[0]).toMatch(/^own-[a-z0-9]+$/);
    expect(ids('订单在哪里')).toEqual(ids('订单在哪里'));
    expect(ids('订单在哪里')).not.toEqual(ids('订单没到'));
  });

  it('fits the ids of other tools to ours', () => {
    expect(
      readRows(['id', 'title', 'en'], ['WISMO_01', 'A', 'a'], ['7', 'B', 'b']).templates.map(({ id }) => id),
    ).toEqual(['wismo-01', 'own-7']);
  });

  it('has one title for both interfaces where only one is written', () => {
    expect(readRows(['title_zh', 'en'], ['催付', 'Please pay']).templates[0]?.title).toEqual({
      en: '催付',
      'zh-CN': '催付',
    });
  });

  it('says where a template belongs, in words of either language', () => {
    const [template] = readRows(
      ['id', 'title', 'en', '类型', '发货方式', 'order_states', 'marketplaces', '标签', 'intent', 'overdue', 'place'],
      ['a', 'A', 'Hi', '主动', '自发货', 'shipped；delivered', 'Amazon', '物流、常用', 'Where is order', '是', '7'],
    ).templates;
    expect(template).toMatchObject({
      kind: 'proactive',
      intent: 'where_is_order',
      tags: ['物流', '常用'],
      place: 7,
      scope: { fulfilment: 'own', orderStates: ['shipped', 'delivered'], marketplaces: ['amazon'], overdue: true },
    });
  });
});

describe('rows that can not be used', () => {
  const HEAD = ['id', 'title', 'intent', 'en', 'de'];
  const GOOD = ['good', 'Good', 'any', 'Hello', 'Guten Tag'];

  it.each([
    ['no id and no title', ['', '', '', 'Hello', ''], 'no-title'],
    ['no title', ['bad', '', '', 'Hello', ''], 'no-title'],
    ['no words', ['bad', 'Bad', '', ' ', ''], 'no-language'],
    ['an unknown intent', ['bad', 'Bad', 'lottery', 'Hello', ''], 'unknown-intent'],
    ['an id that stands above', ['good', 'Bad', '', 'Hello', ''], 'repeated'],
    ['more than a reply may say', ['bad', 'Bad', '', 'a'.repeat(1_001), ''], 'too-long'],
    ['a mistake in one language', ['bad', 'Bad', '', 'Hello', '{{ buyerName'], 'syntax'],
    ['a variable no form can ask for', ['bad', 'Bad', '', '{{ Buyer_name }}', ''], 'undeclared'],
    ['cells beyond the last heading', ['bad', 'Bad', '', 'Hello', '', 'more'], 'too-many-cells'],
    ['a title beyond all bounds', ['bad', 'B'.repeat(201), '', 'Hello', ''], 'form'],
  ])('are listed with their line: %s', (_name, cells, kind) => {
    const { templates, rejected } = readRows(HEAD, GOOD, cells, ['last', 'Last', '', 'Bye', '']);
    expect(kindsOf(rejected)).toEqual([[3, kind]]);
    expect(templates.map(({ id }) => id)).toEqual(['good', 'last']);
  });

  it('are listed with the place of a mistake', () => {
    expect(readRows(HEAD, ['bad', 'Bad', '', 'Hello', 'Guten\nTag {% for a in b %}']).rejected).toEqual([
      {
        line: 2,
        id: 'bad',
        problem: {
          kind: 'syntax',
          lang: 'de',
          block: 's1',
          why: 'unknown-tag',
          at: 10,
          line: 2,
          column: 5,
          found: '{% for a in b %}',
        },
      },
    ]);
  });

  it('are listed when their quotation marks do not match', () => {
    const lines = [HEAD, GOOD, ['bad', 'Bad', '', 'Hello"'], ['last', 'Last', '', 'Bye']].map((cells, at) => ({
      line: at + 1,
      cells,
      isBroken: at === 2,
    }));
    const read = readLines(lines);
    expect(read.ok && kindsOf(read.value.rejected)).toEqual([[3, 'broken-quotes']]);
    expect(read.ok && read.value.templates).toHaveLength(2);
  });

  it.each([
    ['kind', 'spam'],
    ['fulfilment', 'drone'],
    ['order_states', 'shipped|lost'],
    ['overdue', 'maybe'],
    ['place', 'first'],
    ['variables', 'gate code'],
    ['tone', 'rude'],
    ['when', 'constructor'],
  ])('are listed when a column has words of its own: %s is %s', (column, value) => {
    const { rejected, templates } = readRows(['id', 'title', 'en', column], ['a', 'A', 'Hello', value]);
    expect(rejected).toMatchObject([{ line: 2, problem: { kind: 'unknown-value', column } }]);
    expect(templates).toEqual([]);
  });

  it('name at most five problems each', () => {
    const text = Array.from({ length: 9 }, (_, at) => `{{ No_${at} }}`).join(' ');
    expect(readRows(['id', 'title', 'en'], ['a', 'A', text]).rejected).toHaveLength(5);
  });
});

describe('a file of single sentences', () => {
  const HEAD = ['id', 'title', 'sentence', 'role', 'before', 'needs', 'optional', 'when', 'tone', 'en', 'de'];
  const greeting = (id: string): readonly string[] => [
    id,
    'Late',
    'hello',
    '问候',
    '',
    '',
    '',
    '',
    '',
    'Hi,',
    'Hallo,',
  ];

  it('puts the rows of one id together', () => {
    const { templates, rejected } = readRows(
      HEAD,
      greeting('late'),
      [
        'late',
        '',
        'tracking',
        'answer',
        'paragraph',
        'tracking',
        'yes',
        'shipped',
        'full',
        ' {{ tracking }}',
        '{{ tracking }} ',
      ],
      ['', '', 'bye', 'close', '换行', '', '', '', '', 'Bye', 'Tschüss'],
      ['other', 'Other', '', '', '', '', '', '', '', 'A', 'B'],
      ['other', '', '', '', '', '', '', '', '', 'C', 'D'],
    );
    expect(rejected).toEqual([]);
    expect(templates.map(({ id }) => id)).toEqual(['late', 'other']);
    expect(templates[0]?.blocks).toEqual([
      { id: 'hello', role: 'greeting', before: '' },
      {
        id: 'tracking',
        role: 'answer',
        before: '\n\n',
        needs: ['tracking'],
        optional: true,
        when: 'shipped',
        tone: 'full',
      },
      { id: 'bye', role: 'close', before: '\n' },
    ]);
    expect(templates[0]?.languages['en']?.texts['tracking']).toBe(' {{ tracking }}');
    expect(templates[1]?.blocks.map(({ id, before }) => [id, before])).toEqual([
      ['s1', ''],
      ['s2', ' '],
    ]);
  });

  it('needs no ids where titles tell templates apart', () => {
    const rows = [
      ['Late', 'a', 'A'],
      ['', 'b', 'B'],
      ['Lost', 'a', 'C'],
      ['Lost', 'b', 'D'],
    ];
    const { templates } = readRows(['title', 'sentence', 'en'], ...rows);
    expect(templates.map(({ id, blocks }) => [id, blocks.length])).toEqual([
      ['late', 2],
      ['lost', 2],
    ]);
  });

  it('names the line of the sentence that is wrong', () => {
    const bad = ['late', '', 'bye', '', '', '', '', '', '', '{{ x', 'Tschüss'];
    expect(readRows(HEAD, greeting('late'), bad).rejected).toMatchObject([
      { line: 3, id: 'late', problem: { kind: 'syntax', block: 'bye', why: 'unclosed' } },
    ]);
  });

  it('leaves a template out that lost one of its sentences', () => {
    const read = readLines(
      [HEAD, greeting('late'), ['late', '', 'bye', '"'], greeting('next')].map((cells, at) => ({
        line: at + 1,
        cells,
        isBroken: at === 2,
      })),
    );
    expect(read.ok && read.value.templates.map(({ id }) => id)).toEqual(['next']);
    expect(read.ok && kindsOf(read.value.rejected)).toEqual([[3, 'broken-quotes']]);
  });

  it('misses a sentence that one language has no words for', () => {
    const { rejected } = readRows(HEAD, greeting('late'), ['late', '', 'bye', '', '', '', '', '', '', 'Bye', '']);
    expect(rejected).toEqual([{ line: 3, id: 'late', problem: { kind: 'missing-text', lang: 'de', block: 'bye' } }]);
  });

  it('refuses rows of an id that come later', () => {
    const { templates, rejected } = readRows(HEAD, greeting('late'), greeting('next'), greeting('late'));
    expect(templates.map(({ id }) => id)).toEqual(['late', 'next']);
    expect(rejected).toEqual([{ line: 4, id: 'late', problem: { kind: 'repeated', other: 2 } }]);
  });
});

it('knows what the desk knows', () => {
  expect(desk.known.length).toBeGreaterThan(30);
  expect(SHIPPED_LANGS).toHaveLength(14);
});
