import { describe, expect, it } from 'vitest';
import { draftText } from '@/utils/domain/replies/draft-text';
import { renderDraft } from '@/utils/domain/replies/render';
import { joinTemplates, parseTemplates } from '@/utils/domain/replies/template';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import type { Facts } from '@/utils/domain/replies/draft';

const label = (variable: string) => variable;
const fact = (value: string) => ({ value, source: 'page' as const });

function aTemplate(text: string, change: Record<string, unknown> = {}): ReplyTemplate {
  const { templates, problems } = parseTemplates([
    {
      id: 'sample',
      intent: 'any',
      kind: 'reply',
      title: { en: 'Sample', 'zh-CN': '示例' },
      scope: {},
      variables: [
        { name: 'name', type: 'text', required: false },
        { name: 'orderId', type: 'order-id', required: false },
        { name: 'day', type: 'date', required: true },
        { name: 'amount', type: 'money', required: false },
      ],
      blocks: [
        { id: 'first', role: 'answer', before: '' },
        { id: 'extra', role: 'answer', before: ' ', needs: ['name'], optional: true },
      ],
      languages: Object.fromEntries(
        ['en', 'de', 'ar'].map((lang) => [
          lang,
          { status: { state: 'draft' }, texts: { first: text, extra: 'For {{ name }}.' } },
        ]),
      ),
      ...change,
    },
  ]);
  expect(problems).toEqual([]);
  return templates[0]!;
}
const textOf = (text: string, facts: Facts, lang = 'en') => {
  const rendered = renderDraft(aTemplate(text), lang, facts);
  return rendered && draftText(rendered.draft, label);
};

describe('renderDraft', () => {
  it('drops an optional block whole when its value is missing', () => {
    expect(textOf('Hello.', {})).toBe('Hello.');
    expect(textOf('Hello.', { name: fact('Ana') })).toBe('Hello. For Ana.');
  });

  it('leaves a required missing value open in its place', () => {
    const rendered = renderDraft(aTemplate('Until {{ day | day }}.'), 'en', {});
    expect(rendered?.draft.blocks[0]?.segments).toEqual([
      { kind: 'text', text: 'Until ' },
      { kind: 'open', variable: 'day' },
      { kind: 'text', text: '.' },
    ]);
    expect(rendered?.open).toEqual([{ name: 'day', type: 'date', required: true }]);
  });

  it('shows open places as marked labels in plain text', () => {
    expect(textOf('Until {{ day | day }}.', {})).toBe('Until ⟦day⟧.');
  });

  it('writes days and amounts as the language does', () => {
    const facts = { day: fact('2026-12-03'), amount: fact('1234.5 EUR') };
    expect(textOf('{{ day | day }}, {{ amount | money }}', facts, 'de')).toBe('3. Dezember 2026, 1.234,50\u00a0€');
    expect(textOf('{{ day | day }}, {{ amount | money }}', facts, 'en')).toBe('December 3, 2026, €1,234.50');
  });

  it('words a value as the language of the text does', () => {
    const template = aTemplate('Yes.');
    const facts: Facts = { name: { ...fact('EU 39 (Damen)'), said: { en: 'EU 39 (women)' } }, day: fact('2026-11-22') };
    const text = (lang: string) => draftText(renderDraft(template, lang, facts)!.draft, label);
    expect(text('en')).toContain('For EU 39 (women).');
    expect(text('de')).toContain('For EU 39 (Damen).');
  });

  it('isolates ids in right-to-left text only', () => {
    const facts = { orderId: fact('123-45') };
    expect(textOf('{{ orderId | id }}', facts, 'ar')).toBe('\u2068123-45\u2069');
    expect(textOf('{{ orderId | id }}', facts, 'en')).toBe('123-45');
  });

  it('never runs Liquid or HTML that stands in a value', () => {
    const evil = '{{ orderId }}{% if day %}x{% endif %}<b onclick=x>';
    expect(textOf('Hi {{ name }}.', { name: fact(evil), orderId: fact('1'), day: fact('2026-12-03') })).toContain(
      `Hi ${evil}.`,
    );
  });

  it('does not let a value fake an open place', () => {
    const rendered = renderDraft(aTemplate('Hi {{ name }}.'), 'en', { name: fact('\uE000day\uE001') });
    expect(rendered?.open).toEqual([]);
  });

  it('treats a day that does not exist as missing', () => {
    expect(textOf('{{ day | day }}', { day: fact('2026-02-30') })).toBe('⟦day⟧');
    expect(textOf('{{ day | day }}', { day: fact('next week') })).toBe('⟦day⟧');
  });

  it('gives nothing for a text that is not Liquid', () => {
    expect(renderDraft(aTemplate('{% if %}'), 'en', {})).toBeNull();
  });
});

describe('parseTemplates', () => {
  const good = aTemplate('Hello.');

  it('lists entries that do not fit and keeps the others', () => {
    const { templates, problems } = parseTemplates([{ id: 'broken' }, good, 7]);
    expect(templates.map(({ id }) => id)).toEqual(['sample']);
    expect(problems.map(({ entry }) => entry)).toEqual(['broken', 'entry 2']);
  });

  it.each([
    [
      'a block without a text',
      { blocks: [...good.blocks, { id: 'more', role: 'close', before: '' }] },
      'no text for block more',
    ],
    ['an undeclared variable', { blocks: [{ id: 'first', role: 'close', before: '', needs: ['gone'] }] }, 'gone'],
    ['no language', { languages: {} }, 'no language'],
  ])('refuses a template with %s', (_name, change, why) => {
    expect(parseTemplates([{ ...good, ...change }]).problems[0]?.why).toContain(why);
  });

  it('refuses the second of two templates with one id', () => {
    expect(parseTemplates([good, good])).toMatchObject({ templates: [good], problems: [{ why: 'id used twice' }] });
  });

  it('says so when the file is not a list', () => {
    expect(parseTemplates({}).problems).toHaveLength(1);
  });
});

it.each([
  ['fr', '2026-12-01', '1er décembre 2026'],
  ['it', '2026-12-01', '1º dicembre 2026'],
  ['it', '2026-12-11', '11 dicembre 2026'],
  ['de', '2026-12-01', '1. Dezember 2026'],
])('writes a day as people do in %s: %s', (lang, day, written) => {
  const inLang = (value: string) => ({ status: { state: 'draft' }, texts: { first: value, extra: 'x' } });
  const template = aTemplate('', { languages: { [lang]: inLang('{{ day | day }}') } });
  expect(draftText(renderDraft(template, lang, { day: fact(day) })!.draft, label)).toBe(written);
});

describe('tones and choices', () => {
  const template: ReplyTemplate = {
    id: 'broken',
    intent: 'damaged',
    kind: 'reply',
    title: { en: 'Broken', 'zh-CN': '破损' },
    scope: {},
    variables: [{ name: 'remedy', type: 'choice', required: true, choices: ['replacement', 'refund'] }],
    blocks: [
      { id: 'sorry', role: 'acknowledge', before: '', tone: 'full' },
      { id: 'remedy', role: 'action', before: ' ' },
    ],
    languages: {
      en: {
        status: { state: 'draft' },
        texts: {
          sorry: 'We are sorry.',
          remedy: "{% if remedy == 'refund' %}We refund you.{% else %}We send a new one.{% endif %}",
        },
      },
    },
  };
  const text = (facts: Facts) => draftText(renderDraft(template, 'en', facts)!.draft, label);
  const said = (value: string) => ({ value, source: 'agent' as const });

  it('leave out what belongs to the other tone', () => {
    expect(text({ remedy: said('refund') })).toBe('We are sorry. We refund you.');
    expect(text({ remedy: said('refund'), tone: said('short') })).not.toContain('sorry');
  });

  it('have no words before something is chosen, and none for what cannot be chosen', () => {
    expect(text({})).toBe('We are sorry. ⟦remedy⟧');
    expect(text({ remedy: said('gift') })).toBe('We are sorry. ⟦remedy⟧');
    expect(renderDraft(template, 'en', {})!.open).toEqual([
      expect.objectContaining({ choices: ['replacement', 'refund'] }),
    ]);
  });

  it('ask together with the choice for what each of its variants needs, and for no more', () => {
    const words =
      "{% if remedy == 'refund' %}We refund {{ sum | money }} by {{ day | day }}.{% else %}It comes by {{ day | day }}.{% endif %}";
    const dated: ReplyTemplate = {
      ...template,
      variables: [
        ...template.variables,
        { name: 'day', type: 'date', required: true },
        { name: 'sum', type: 'money', required: true },
      ],
      languages: { en: { status: { state: 'draft' }, texts: { sorry: 'We are sorry.', remedy: words } } },
    };
    const asked = (facts: Facts) => renderDraft(dated, 'en', facts)!.open.map(({ name }) => name);
    expect(asked({})).toEqual(['remedy', 'day']);
    expect(asked({ day: said('2026-12-03') })).toEqual(['remedy']);
    expect(asked({ remedy: said('refund') })).toEqual(['day', 'sum']);
  });
});

describe('what stands while nothing else is known', () => {
  const template = aTemplate('Write to {{ name }} by {{ day | day }}.', {
    variables: [
      { name: 'name', type: 'text', required: true, fallback: 'our team', label: 'Contact' },
      { name: 'day', type: 'date', required: true, fallback: 'soon', label: 'Answer by' },
      { name: 'marketplace', type: 'text', required: false, fallback: 'amazon' },
    ],
    blocks: [
      { id: 'first', role: 'answer', before: '' },
      { id: 'extra', role: 'answer', before: ' ', when: 'amazon' },
    ],
  });
  const rendered = (facts: Facts) => renderDraft(template, 'en', facts)!;
  const day = fact('2026-12-03');

  it('is said, and known to come from the template', () => {
    const { draft, open, facts } = rendered({ day });
    expect(draftText(draft, label)).toBe('Write to our team by December 3, 2026.');
    expect(open).toEqual([]);
    expect(facts).toEqual({ name: { value: 'our team', source: 'template' }, day });
  });

  it('gives way to a fact, and to a place the agent emptied', () => {
    const { draft, facts } = rendered({ day, name: fact('Ana') });
    expect(draftText(draft, label)).toContain('Write to Ana by');
    expect(facts['name']).toEqual(fact('Ana'));
    const emptied = rendered({ day, name: { value: '', source: 'agent' } });
    expect(emptied.open).toEqual([{ name: 'name', type: 'text', required: true, label: 'Contact' }]);
  });

  it('leaves a place open, under its own name, when it is no day', () => {
    expect(rendered({}).open).toEqual([{ name: 'day', type: 'date', required: true, label: 'Answer by' }]);
    expect(rendered({}).facts).not.toHaveProperty('day');
  });

  it('does not answer which situation it is', () => {
    expect(rendered({ day }).draft.blocks).toHaveLength(1);
    expect(rendered({ day, marketplace: fact('amazon') }).draft.blocks).toHaveLength(2);
  });
});

describe('joinTemplates', () => {
  it('gives each template its texts in the languages at hand', () => {
    const texts = { en: { a: 'A', b: 'B' }, de: { a: 'Ä' }, fr: null };
    expect(joinTemplates([{ id: 'a' }, { id: 'b' }, 'x'], texts)).toEqual([
      { id: 'a', languages: { en: 'A', de: 'Ä' } },
      { id: 'b', languages: { en: 'B' } },
      'x',
    ]);
    expect(joinTemplates('x', texts)).toBe('x');
  });
});
