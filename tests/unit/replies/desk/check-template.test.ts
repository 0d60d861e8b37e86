import { describe, expect, it } from 'vitest';
import { checkTemplate } from '@/utils/domain/replies/desk/check-template';
import { longestRendering } from '@/utils/domain/replies/desk/longest-rendering';
import { isBlocking } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { shippedTemplates } from '../catalogue';
import { aTemplate, texts } from './builders';

describe('a template of a person', () => {
  it('can be used when nothing is wrong with it', () => {
    expect(checkTemplate(aTemplate())).toEqual([]);
  });

  it.each([
    ['Hello {{ buyerName', { why: 'unclosed', at: 6, line: 1, column: 7, found: '{{ buyerName' }],
    ['Hello\n{% for a in b %}', { why: 'unknown-tag', at: 6, line: 2, column: 1, found: '{% for a in b %}' }],
    ['{{ buyerName | upcase }}', { why: 'unknown-filter', at: 15, line: 1, column: 16, found: 'upcase }}' }],
    ['{{ }}', { why: 'malformed', at: 0, line: 1, column: 1, found: '{{ }}' }],
  ])('is held with the place of a mistake: %j', (greeting, place) => {
    const problems = checkTemplate(aTemplate({ languages: { en: texts({ greeting }) } }));
    expect(problems).toEqual([{ kind: 'syntax', lang: 'en', block: 'greeting', ...place }]);
    expect(problems.every(isBlocking)).toBe(true);
  });

  it('is held when it asks for what it does not declare', () => {
    const problems = checkTemplate(
      aTemplate({ languages: { en: texts({ answer: '{{ secret }} {{ updateDate }}' }) } }),
    );
    expect(problems).toEqual([{ kind: 'undeclared', lang: 'en', block: 'answer', name: 'secret' }]);
  });

  it('is held without a title in any language', () => {
    expect(checkTemplate(aTemplate({ title: { en: ' ', 'zh-CN': '' } }))).toEqual([{ kind: 'no-title' }]);
    expect(checkTemplate(aTemplate({ title: { en: '', 'zh-CN': '查询' } }))).toEqual([]);
  });

  it('is held without a language', () => {
    expect(checkTemplate(aTemplate({ languages: {} }))).toEqual([{ kind: 'no-language' }]);
  });

  it('is held while a sentence has no words', () => {
    const { answer: _answer, ...rest } = texts().texts;
    const languages = { en: { ...texts(), texts: rest }, de: texts({ greeting: ' \n' }) };
    expect(checkTemplate(aTemplate({ languages }))).toEqual([
      { kind: 'missing-text', lang: 'en', block: 'answer' },
      { kind: 'missing-text', lang: 'de', block: 'greeting' },
    ]);
  });

  it('finds no words behind names every object knows', () => {
    const template = aTemplate();
    const blocks = [...template.blocks, { id: 'constructor', role: 'close', before: ' ' } as const];
    expect(checkTemplate({ ...template, blocks })).toContainEqual({
      kind: 'missing-text',
      lang: 'en',
      block: 'constructor',
    });
  });

  it.each(['constructor', 'toString', 'shopId'])('is held when a value is called %s', (name) => {
    const problems = checkTemplate(aTemplate({ variables: [{ name, type: 'text', required: true }] }));
    expect(problems).toEqual([{ kind: 'form', field: 'variables.0.name' }]);
  });

  it.each(['en-12', 'de-de-de', 'xx-a1', 'constructor'])(
    'is held in a language no date can be written in: %s',
    (lang) => {
      const problems = checkTemplate(aTemplate({ languages: { en: texts(), [lang]: texts() } }));
      expect(problems).toEqual([{ kind: 'form', field: `languages.${lang}` }]);
    },
  );

  it('is advised when a sentence asks for other variables than in English', () => {
    const problems = checkTemplate(
      aTemplate({ languages: { de: texts({ answer: 'Hallo {{ buyerName }}.' }), en: texts() } }),
    );
    expect(problems).toEqual([
      { kind: 'other-variables', lang: 'de', block: 'answer', names: ['buyerName', 'updateDate'] },
    ]);
    expect(problems.some(isBlocking)).toBe(false);
  });

  it.each([
    ['id', { id: 'Not An Id' }],
    ['id', { id: 'a'.repeat(81) }],
    ['kind', { kind: 'spam' }],
    ['title', { title: { en: 'a'.repeat(201), 'zh-CN': '' } }],
    ['tags', { tags: Array.from({ length: 21 }, (_, at) => `t${at}`) }],
    ['tags', { tags: ['a'.repeat(41)] }],
    ['scope', { scope: { marketplaces: Array.from({ length: 51 }, () => 'amazon') } }],
    ['scope.orderStates.0', { scope: { orderStates: ['lost'] } }],
    ['blocks', { blocks: [] }],
    ['blocks.1.id', { blocks: [1, 2].map(() => ({ id: 'greeting', role: 'greeting', before: '' })) }],
    ['blocks.0.needs', { blocks: [{ id: 'greeting', role: 'greeting', before: '', needs: ['secret'] }] }],
    ['blocks.0.before', { blocks: [{ id: 'greeting', role: 'greeting', before: 'x' }] }],
    ['variables.0.type', { variables: [{ name: 'a', type: 'code', required: true }] }],
    ['variables.0.name', { variables: [{ name: 'orderState', type: 'text', required: true }] }],
    ['variables.0.name', { variables: [{ name: 'contains', type: 'text', required: true }] }],
    ['variables.1.name', { variables: [1, 2].map(() => ({ name: 'a', type: 'text', required: true })) }],
    ['variables.0.choices', { variables: [{ name: 'a', type: 'choice', required: true }] }],
    ['variables.0.choices', { variables: [{ name: 'a', type: 'text', required: true, choices: ['x', 'y'] }] }],
    ['variables.0.choices', { variables: [{ name: 'a', type: 'choice', required: true, choices: ['x', 'x'] }] }],
    ['languages.EN us', { languages: { 'EN us': texts() } }],
    ['languages.en.texts.greeting', { languages: { en: texts({ greeting: 7 as unknown as string }) } }],
  ])('is held where its form does not fit: %s', (field, change) => {
    expect(checkTemplate(aTemplate(change as Partial<ReplyTemplate>))).toEqual([{ kind: 'form', field }]);
  });

  it('lists 200 problems and no more', () => {
    const names = Array.from({ length: 400 }, (_, at) => `{{ v${at} }}`).join('');
    expect(checkTemplate(aTemplate({ languages: { en: texts({ answer: names }) } }))).toHaveLength(200);
  });
});

describe('the length of a template', () => {
  const lengthOf = (template: ReplyTemplate): number | undefined => {
    const [problem] = checkTemplate(template);
    return problem?.kind === 'too-long' ? problem.length : undefined;
  };
  const written = (answer: string): ReplyTemplate => aTemplate({ languages: { en: texts({ answer }) } });
  // "Hello Emily," and an empty line.
  const BEFORE = 14;

  it('may be 1,000 characters', () => {
    expect(lengthOf(written('a'.repeat(1_000 - BEFORE)))).toBeUndefined();
    expect(lengthOf(written('a'.repeat(1_001 - BEFORE)))).toBe(1_001);
  });

  it('counts the branch that is shown and not both', () => {
    const branches = `{% if updateDate %}${'a'.repeat(700)}{% else %}${'b'.repeat(800)}{% endif %}`;
    expect(lengthOf(written(branches))).toBeUndefined();
  });

  it('counts a day as it is written', () => {
    expect(lengthOf(written(`${'a'.repeat(1_000 - BEFORE - 16)}{{ updateDate | day }}`))).toBeUndefined();
    expect(lengthOf(written(`${'a'.repeat(1_000 - BEFORE - 15)}{{ updateDate | day }}`))).toBe(1_001);
  });

  it('counts the longest choice', () => {
    const answer = `{% if remedy == 'swap' %}${'a'.repeat(1_100)}{% else %}b{% endif %}`;
    const template = written(answer);
    const variables: ReplyTemplate['variables'] = [
      ...template.variables,
      { name: 'remedy', type: 'choice', required: true, choices: ['refund', 'swap'] },
    ];
    expect(lengthOf({ ...template, variables })).toBe(BEFORE + 1_100);
  });

  it.each([
    ['both tones', { tone: 'short' }, { tone: 'full' }],
    ['both sides of a condition', { when: 'repeated' }, { when: 'first-contact' }],
  ] as const)('counts the longer of %s', (_name, one, other) => {
    const blocks = [
      { id: 'greeting', role: 'greeting', before: '' },
      { id: 'answer', role: 'answer', before: '', ...one },
      { id: 'close', role: 'close', before: '', ...other },
    ] as const;
    const of = (answer: number, close: number): ReplyTemplate =>
      aTemplate({
        blocks: [...blocks],
        languages: { en: texts({ greeting: 'x', answer: 'a'.repeat(answer), close: 'b'.repeat(close) }) },
      });
    expect(lengthOf(of(900, 800))).toBeUndefined();
    expect(lengthOf(of(900, 1_100))).toBe(1_101);
    expect(lengthOf(of(1_200, 800))).toBe(1_201);
  });

  it('is refused before it is read when the source is beyond 4,000 characters', () => {
    expect(checkTemplate(written('{{'.repeat(3_000)))).toEqual([
      { kind: 'too-long', lang: 'en', length: 6_000, limit: 4_000 },
    ]);
  });
});

describe('the shipped templates', () => {
  it('are never longer than estimated', () => {
    for (const template of shippedTemplates())
      for (const lang of Object.keys(template.languages)) {
        const estimated = longestRendering(template, lang, Infinity);
        const rendered = longestRendering(template, lang, -1);
        expect(rendered, `${template.id} ${lang}`).toBeGreaterThan(40);
        expect(estimated, `${template.id} ${lang}`).toBeGreaterThanOrEqual(rendered);
      }
  });

  it.each(shippedTemplates().map((template) => [template.id, template] as const))('%s can be used', (_id, template) => {
    expect(checkTemplate(template)).toEqual([]);
  });
});
