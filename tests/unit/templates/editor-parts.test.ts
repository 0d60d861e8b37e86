import { describe, expect, test } from 'vitest';
import { hasJustOpened, holesIn, insertAt, namesIn, placeFor } from '@/components/templates/editor/insert-value';
import { firstColumns, languagesFor } from '@/components/templates/editor/language-choice';
import { freshReply, replyToKeep, usualLines, writtenIn } from '@/components/templates/editor/new-reply';
import { nameFromLabel, readOwnValue, type OwnValueDraft } from '@/components/templates/editor/own-value';
import { searchValues, type ValueOption } from '@/components/templates/editor/value-options';
import { checkTemplate } from '@/utils/domain/replies/desk/check-template';
import { parseTemplates } from '@/utils/domain/replies/template';
import { shippedTemplates } from '../replies/catalogue';

const shipped = shippedTemplates();

describe('a place for a value', () => {
  test.each([
    ['buyerName', 'text', '{{ buyerName }}'],
    ['updateDate', 'date', '{{ updateDate | day }}'],
    ['orderId', 'order-id', '{{ orderId | id }}'],
    ['tracking', 'text', '{{ tracking | id }}'],
    ['refundAmount', 'money', '{{ refundAmount | money }}'],
    ['handlingDays', 'days', '{{ handlingDays }}'],
    ['pieces', 'number', '{{ pieces }}'],
  ] as const)('of %s (%s) is %s', (name, type, text) => {
    expect(placeFor({ name, type, required: true })).toEqual({ text, caret: text.length });
  });

  test('of a choice has a part for each of its values, with the caret in the first', () => {
    const remedy = { name: 'remedy', type: 'choice' as const, required: true, choices: ['refund', 'replacement'] };
    const two = placeFor(remedy);
    expect(two.text).toBe("{% if remedy == 'refund' %}{% else %}{% endif %}");
    expect(two.text.slice(0, two.caret)).toBe("{% if remedy == 'refund' %}");
    expect(placeFor({ ...remedy, choices: ['a', 'b', 'c'] }).text).toBe(
      "{% if remedy == 'a' %}{% endif %}{% if remedy == 'b' %}{% endif %}{% if remedy == 'c' %}{% endif %}",
    );
  });

  const place = { text: '{{ x }}', caret: 7 };
  test.each([
    ['at the caret', 'ab', 1, 1, 'a{{ x }}b', 8],
    ['over what is selected', 'abcd', 1, 3, 'a{{ x }}d', 8],
    ['over braces typed for it', 'a {{', 4, 4, 'a {{ x }}', 9],
    ['over wide braces', 'a ｛｛', 4, 4, 'a {{ x }}', 9],
    ['over braces with a blank', 'a {{ ', 5, 5, 'a {{ x }}', 9],
    ['over braces that are closed already', 'a {{ }} b', 5, 5, 'a {{ x }} b', 9],
  ])('is put in %s', (_name, text, start, end, expected, caret) => {
    expect(insertAt(text, { start, end }, place)).toEqual({ text: expected, caret });
  });

  test('is asked for by two braces, typed or given at once, not by a third or by taking something away', () => {
    expect(hasJustOpened('a {', 'a {{', 4)).toBe(true);
    expect(hasJustOpened('a', 'a {{', 4)).toBe(true);
    expect(hasJustOpened('a {{ ', 'a {{', 4)).toBe(false);
    expect(hasJustOpened('{{', '{{{', 3)).toBe(false);
    expect(hasJustOpened('', '｛｛', 2)).toBe(true);
    expect(hasJustOpened('a {{ x', 'a {{ xy', 7)).toBe(false);
  });

  test('is found in a text that is not finished', () => {
    expect(namesIn("{% if remedy == 'refund' %}{{ refundDate | day }} {{buyerName")).toEqual([
      'remedy',
      'refundDate',
      'buyerName',
    ]);
  });

  test('is a hole where nothing stands for a value that may be missing', () => {
    const variables = [
      { name: 'a', required: false },
      { name: 'b', required: true },
      { name: 'c', required: false },
      { name: 'd', required: false, fallback: 'x' },
    ];
    expect(holesIn('{{ a }} {{ b }} {{ c }} {{ d }}', variables, ['c'])).toEqual(['a']);
    expect(holesIn('{% if a %}{{ a }}{% endif %}', variables, [])).toEqual([]);
  });
});

describe('a fresh reply', () => {
  test('greets and closes as the other replies do', () => {
    expect(usualLines(shipped, 'en')).toEqual({
      greeting: '{% if buyerName %}Hello {{ buyerName }},{% else %}Hello,{% endif %}',
      close: 'Kind regards',
      shop: '{{ shopName }}',
    });
    expect(usualLines(shipped, 'xx')).toEqual({});
  });

  test('can be saved once its title and its one sentence are written', () => {
    const fresh = freshReply('own-1', ['zh', 'en', 'zh'], shipped);
    expect(Object.keys(fresh.languages)).toEqual(['zh', 'en']);
    expect(writtenIn(fresh, 'en')).toBe(3);
    const write = (text: string) =>
      Object.fromEntries(
        Object.entries(fresh.languages).map(([lang, own]) => [lang, { ...own, texts: { ...own.texts, answer: text } }]),
      );
    const written = replyToKeep({ ...fresh, title: { en: ' ', 'zh-CN': '问题' }, languages: write('Yes.') });
    expect(written.title.en).toBe('问题');
    expect(checkTemplate(written)).toEqual([]);
    expect(parseTemplates([written]).problems).toEqual([]);
  });

  test('is kept without languages nobody has begun and without words of sentences that are gone', () => {
    const fresh = freshReply('own-1', ['en'], shipped);
    const kept = replyToKeep({
      ...fresh,
      languages: {
        ...fresh.languages,
        fr: { status: { state: 'draft' }, texts: { greeting: ' ', gone: 'Au revoir' } },
        de: { status: { state: 'draft' }, texts: { greeting: 'Hallo,', gone: 'Gruß' } },
      },
    });
    expect(Object.keys(kept.languages)).toEqual(['en', 'de']);
    expect(kept.languages['de']?.texts).toEqual({ greeting: 'Hallo,', answer: '', close: '', shop: '' });
  });
});

describe('the two columns', () => {
  const reply = freshReply('own-1', ['de', 'en', 'fr'], shipped);
  test('show my language beside English, or beside the first other one', () => {
    expect(firstColumns(reply, 'fr')).toEqual({ left: 'fr', right: 'en' });
    expect(firstColumns(reply, 'en')).toEqual({ left: 'en', right: 'de' });
    expect(firstColumns(reply, 'ko')).toEqual({ left: 'en', right: 'de' });
    expect(firstColumns(freshReply('own-2', ['pl'], shipped), 'zh')).toEqual({ left: 'pl', right: 'en' });
  });

  test('can show every language some reply has', () => {
    expect(languagesFor([freshReply('own-1', ['sv'], [])])).toContain('sv');
    expect(languagesFor([])).toHaveLength(14);
  });
});

describe('a value of the desk', () => {
  const draft: OwnValueDraft = { name: 'gift', type: 'text', label: 'Gift', fallback: '', choices: '', required: true };
  const taken = new Set(['orderId']);

  test.each([
    ['Gift code', 'giftCode'],
    ['  VAT number 2 ', 'vatNumber2'],
    ['Größe', 'grosse'],
    ['礼品', 'value'],
    ['3 days', 'days'],
    ['Tone', 'value'],
  ])('called %j is named %s', (label, name) => {
    expect(nameFromLabel(label, taken)).toBe(name);
  });

  test('gets a number when its name is given away', () => {
    expect(nameFromLabel('礼品', new Set(['value', 'value2']))).toBe('value3');
  });

  test.each([
    ['no-label', { label: ' ' }],
    ['name', { name: 'Gift' }],
    ['name', { name: 'gift-code' }],
    ['taken', { name: 'orderId' }],
    ['reserved', { name: 'lang' }],
    ['reserved', { name: 'orderState' }],
    ['choices', { type: 'choice', choices: 'one' }],
    ['choices', { type: 'choice', choices: 'one\nTwo' }],
    ['fallback', { type: 'date', fallback: 'tomorrow' }],
    ['fallback', { type: 'date', fallback: '2026-02-31' }],
    ['fallback', { type: 'money', fallback: '12' }],
    ['fallback', { type: 'choice', choices: 'a\nb', fallback: 'c' }],
  ] as const)('is refused for %s: %j', (kind, part) => {
    expect(readOwnValue({ ...draft, ...part }, taken)).toEqual({ ok: false, error: { kind } });
  });

  test('is read with its choices once each', () => {
    const read = readOwnValue(
      { ...draft, type: 'choice', choices: ' refund \n\nvoucher\nrefund', fallback: 'refund' },
      taken,
    );
    expect(read).toEqual({
      ok: true,
      value: {
        name: 'gift',
        type: 'choice',
        required: true,
        label: 'Gift',
        choices: ['refund', 'voucher'],
        fallback: 'refund',
      },
    });
  });

  test('is found by label, name and sample, whatever accents and braces are typed', () => {
    const option = (name: string, label: string, sample = ''): ValueOption => ({
      variable: { name, type: 'text', required: true },
      label,
      sample,
      isDeclared: false,
    });
    const options = [option('carrier', 'Transporteur', 'Chronopost'), option('size', 'Größe')];
    const found = (typed: string) => searchValues(options, typed).map(({ variable }) => variable.name);
    expect(found('chrono')).toEqual(['carrier']);
    expect(found('grosse')).toEqual(['size']);
    expect(found('grö')).toEqual(['size']);
    expect(found('{{ carrier')).toEqual(['carrier']);
    expect(found('')).toEqual(['carrier', 'size']);
  });
});
