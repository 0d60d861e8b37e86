import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { scanLiquid } from '@/utils/domain/replies/liquid-grammar';
import { fillText, parseText, problemIn } from '@/utils/domain/replies/liquid';
import { shippedTemplates } from './catalogue';

/** What a text says with these values. */
const say = (text: string, values: Readonly<Record<string, string>> = {}, lang = 'en'): string => {
  const parsed = parseText(text);
  if (!parsed) throw new Error(`does not parse: ${text}`);
  return fillText(parsed, lang, values);
};

describe('the Liquid of replies', () => {
  it.each([
    ['{{ buyerName }}', 'Maria'],
    ['{% if buyerName %}Hello {{ buyerName }}{% else %}Hello{% endif %}', 'Hello Maria'],
    ['{% if other %}a{% elsif buyerName %}b{% else %}c{% endif %}', 'b'],
    ['{% unless other %}a{% else %}b{% endunless %}', 'a'],
    ["{% case buyerName %}{% when 'Ana', 'Maria' %}a{% when 'Eve' %}b{% else %}c{% endcase %}", 'a'],
    ["{% if buyerName == 'Maria' and orderId contains '302' %}a{% endif %}", 'a'],
    ['{% if not buyerName or other == blank %}a{% else %}b{% endif %}', 'a'],
    ['{{ other | default: buyerName }}', 'Maria'],
    ['{{ shipDate | day }}', 'December 3, 2026'],
    ['{{ amount | money }}', '€19.90'],
    ['a {%- if buyerName -%} b {%- endif -%} c', 'abc'],
    ['{{ "{% if %}" }}', '{% if %}'],
    ['100 % {of} it } all', '100 % {of} it } all'],
  ])('reads %s', (text, said) => {
    const values = { buyerName: 'Maria', orderId: '302-1', shipDate: '2026-12-03', amount: '19.90 EUR' };
    expect(problemIn(text)).toBeNull();
    expect(say(text, values)).toBe(said);
  });

  it('never reads Liquid inside a value', () => {
    expect(say('{{ buyerName }}', { buyerName: '{{ orderId }}{% if', orderId: '1' })).toBe('{{ orderId }}{% if');
  });

  it.each(['size', 'first', 'constructor'])('finds nothing behind %s when nobody has given it', (name) => {
    const parsed = parseText(`{% if ${name} %}Yes{% endif %}{{ ${name} }}`);
    expect(parsed && fillText(parsed, 'en', { orderId: '1' })).toBe('');
  });

  it('keeps the language of the filters out of reach', () => {
    expect(say('[{{ lang }}]')).toBe('[]');
  });

  it('reads every shipped text, with the variables the engine finds', () => {
    const engine = new Liquid();
    engine.registerFilter('day', String);
    engine.registerFilter('money', String);
    engine.registerFilter('id', String);
    const texts = new Set(
      shippedTemplates().flatMap(({ languages }) =>
        Object.values(languages).flatMap((one) => Object.values(one.texts)),
      ),
    );
    expect(texts.size).toBeGreaterThan(1_000);
    for (const text of texts)
      expect([...(parseText(text)?.variables ?? ['no'])].sort()).toEqual(engine.globalVariablesSync(text).sort());
  });
});

describe('mistakes in a text', () => {
  it.each([
    ['Hello {{ buyerName', 'unclosed', 6, '{{ buyerName'],
    ['Hello {{ buyerName }', 'unclosed', 6, '{{ buyerName }'],
    ['Hello {{ buyerName, {{ orderId }}', 'unclosed', 6, '{{ buyerName, {{ orderId }}'],
    ['{{ "a }}', 'unclosed', 0, '{{ "a }}'],
    ['a {% if b %}c', 'unclosed', 2, '{% if b %}'],
    ['a {% if b', 'unclosed', 2, '{% if b'],
    ['{% if b }}c{% endif %}', 'unclosed', 0, '{% if b }}c{% endif %}'],
    ['{%}', 'unclosed', 0, '{%}'],
    ['Hello buyerName }}', 'malformed', 16, '}}'],
    ['100%}', 'malformed', 3, '%}'],
    ['{{}}', 'malformed', 0, '{{}}'],
    ['{% %}', 'malformed', 0, '{% %}'],
    ['{{ a b }}', 'malformed', 5, 'b }}'],
    ['{{ a.b }}', 'malformed', 4, '.b }}'],
    ['{{ a[0] }}', 'malformed', 4, '[0] }}'],
    ['{{ a == b }}', 'malformed', 5, '== b }}'],
    ['{{ a | }}', 'malformed', 0, '{{ a | }}'],
    ['{{ a | day: 3 }}', 'malformed', 10, ': 3 }}'],
    ['{{ a | default }}', 'malformed', 0, '{{ a | default }}'],
    ['{{ (1..1e9) }}', 'malformed', 3, '(1..1e9) }}'],
    ['{% if a = b %}c{% endif %}', 'malformed', 8, '= b %}'],
    ['{% if a == %}c{% endif %}', 'malformed', 0, '{% if a == %}'],
    ['{% if a b %}c{% endif %}', 'malformed', 8, 'b %}'],
    ['{% if %}c{% endif %}', 'malformed', 0, '{% if %}'],
    ['{% if a %}b{% else %}c{% else %}d{% endif %}', 'malformed', 22, '{% else %}'],
    ['{% if a %}b{% else %}c{% elsif d %}e{% endif %}', 'malformed', 22, '{% elsif d %}'],
    ['{% if a %}b{% endunless %}', 'malformed', 11, '{% endunless %}'],
    ['{% if a == "%}" %}b{% endif %}', 'malformed', 11, '"%}'],
    ['a{% endif %}', 'malformed', 1, '{% endif %}'],
    ['{% case a %}b{% when 1 %}c{% endcase %}', 'malformed', 12, 'b'],
    ['{% case a %}{% endcase %}', 'malformed', 12, '{% endcase %}'],
    ['a\u0000b', 'malformed', 1, '\u0000'],
    ['a\ue000shopName\ue001', 'malformed', 1, '\ue000'],
    ['{{ a | upcase }}', 'unknown-filter', 7, 'upcase }}'],
    ['{{ "x" | append: a }}', 'unknown-filter', 9, 'append: a }}'],
    ['{{ a | constructor }}', 'unknown-filter', 7, 'constructor }}'],
    ['{{ a | __proto__ }}', 'unknown-filter', 7, '__proto__ }}'],
    ['{% constructor %}', 'unknown-tag', 0, '{% constructor %}'],
    ['{% endfor %}', 'unknown-tag', 0, '{% endfor %}'],
  ])('%j is %s at %i', (text, why, at, found) => {
    expect(problemIn(text)).toMatchObject({ why, at, found });
    expect(parseText(text)).toBeNull();
  });

  it('stand in their line and column', () => {
    expect(problemIn('One\nTwo\n  {{ a | b }}')).toEqual({
      why: 'unknown-filter',
      at: 17,
      line: 3,
      column: 10,
      found: 'b }}',
    });
  });

  it('quote no half of a character', () => {
    expect(problemIn(`{{ ${'😀'.repeat(40)}`)?.found).toBe(`{{ ${'😀'.repeat(18)}`);
  });

  it('quote at most 40 characters', () => {
    expect(problemIn(`{{ ${'a'.repeat(100)}`)?.found).toHaveLength(40);
  });
});

/** The quickest of three goes: what else the machine does counts for nothing. Units: ms. */
const quickest = (work: () => void): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );

const EVERY_TAG = Object.keys(new Liquid().tags);
const EVERY_FILTER = Object.keys(new Liquid().filters);

describe('what people write on purpose', () => {
  it.each(EVERY_TAG.filter((tag) => !['if', 'unless', 'case'].includes(tag)))('the tag %s is refused', (tag) => {
    expect(problemIn(`{% ${tag} a = "b" %}c{% end${tag} %}`)?.why).toBe('unknown-tag');
    expect(problemIn(`{% ${tag} %}`)?.why).toBe('unknown-tag');
  });

  it.each(EVERY_FILTER.filter((filter) => filter !== 'default'))('the filter %s is refused', (filter) => {
    expect(problemIn(`{{ a | ${filter} }}`)?.why).toBe('unknown-filter');
  });

  const nested = (count: number): string => `${'{%if a%}'.repeat(count)}x${'{%endif%}'.repeat(count)}`;
  it.each([
    ['a thousand ifs in each other', nested(1_000)],
    ['as many ifs in each other as fit', nested(230)],
    ['a loop over a thousand million', '{% for i in (1..1000000000) %}{{ i }}{% endfor %}'],
    ['a loop in a liquid tag', '{% liquid\nfor i in (1..1000000000)\necho i\nendfor %}'],
    ['a function behind a name', '{{ constructor.constructor }}'],
    ['a prototype behind a name', '{{ a.__proto__.polluted }}'],
    ['a key in brackets', '{{ a["constructor"] }}'],
    ['an assignment', '{% assign a = "b" %}{{ a }}'],
    ['a captured text that doubles', '{% capture a %}{{ a }}{{ a }}{% endcapture %}'.repeat(50)],
    ['another template', "{% render 'a' %}{% include 'b' %}{% layout 'c' %}"],
    ['a range', '{{ (1..1000000000) | default: 1 }}'],
    ['open braces alone', '{{'.repeat(2_000)],
    ['open tags alone', '{%'.repeat(2_000)],
    ['single braces', '{'.repeat(4_000)],
    ['quotation marks', `{{ ${'"'.repeat(3_990)}`],
    ['backslashes', `{{ "${'\\'.repeat(3_990)}`],
    ['blanks', `{{ a${' '.repeat(3_980)}b }}`],
    ['digits', `{{ ${'1'.repeat(3_980)}x }}`],
    ['one more character than allowed', 'a'.repeat(4_001)],
  ])('%s is refused within 50 ms', (_name, text) => {
    expect(parseText(text)).toBeNull();
    expect(quickest(() => expect(scanLiquid(text)).toHaveProperty('problem'))).toBeLessThan(50);
  });

  it.each([
    ['a chain of comparisons', `{% if ${"a == 'x' or ".repeat(300)}a %}y{% endif %}`, 'y'],
    ['a chain of not', `{% if ${'not '.repeat(990)}a %}y{% endif %}`, 'y'],
    ['a chain of filters', `{{ a${' | id'.repeat(790)} }}`, 'v'],
    ['a chain of defaults', `{{ b${' | default: b'.repeat(290)} | default: a }}`, 'v'],
    ['days over and over', '{{ d | day }}'.repeat(300), 'December 3, 2026'.repeat(300)],
    ['branches over and over', '{%if a%}{%endif%}'.repeat(230), ''],
    ['twenty ifs in each other', nested(20), 'x'],
  ])('%s ends within 50 ms', (_name, text, said) => {
    const values = { a: 'v', d: '2026-12-03' };
    expect(say(text, values)).toBe(said);
    let fresh = text;
    // A line more each time: what was read before is kept.
    expect(quickest(() => say((fresh += '\n'), values))).toBeLessThan(50);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('the name %s shows nothing', (name) => {
    expect(say(`[{{ ${name} }}{% if ${name} %}yes{% endif %}]`)).toBe('[]');
  });
});

describe('the reading ahead of the engine', () => {
  const piece = fc.constantFrom(
    ...[
      '{{',
      '}}',
      '{%',
      '%}',
      '{{-',
      '-%}',
      '-',
      ' ',
      '\n',
      'a',
      'buyerName',
      "'x'",
      '"',
      "'",
      '\\',
      '|',
      ':',
      ',',
      '.',
    ],
    ...['if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'case', 'when', 'endcase', 'for', 'and', 'or', 'not'],
    ...[
      'day',
      'id',
      'default',
      'contains',
      '==',
      '>',
      '1',
      '2.5',
      'nil',
      '(',
      ')',
      '[',
      ']',
      'é',
      '名',
      '\u00a0',
      '\ufeff',
    ],
    ...['{% if a %}', '{% else %}', '{% endif %}', '{{ a }}', '{% case a %}', '{% when 1 %}', '{% endcase %}', ' | id'],
  );
  const texts = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  it('lets only what the engine reads in the same way through', () => {
    const engine = new Liquid();
    for (const filter of ['day', 'money', 'id']) engine.registerFilter(filter, String);
    let read = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const scanned = scanLiquid(text);
        if ('problem' in scanned) return;
        if (scanned.reading.variables.length > 0) read += 1;
        expect([...scanned.reading.variables].sort()).toEqual(engine.globalVariablesSync(text).sort());
        expect(parseText(text)).not.toBeNull();
      }),
      { numRuns: 6_000, seed: 20261122 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it('places every mistake inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const problem = problemIn(text);
        if (!problem) return;
        const lines = text.slice(0, problem.at).split('\n');
        expect(problem.at).toBeLessThan(text.length);
        expect(problem.line).toBe(lines.length);
        expect(problem.column).toBe(lines.at(-1)!.length + 1);
        expect(text.slice(problem.at).startsWith(problem.found)).toBe(true);
        expect(problem.found).not.toBe('');
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });
});
