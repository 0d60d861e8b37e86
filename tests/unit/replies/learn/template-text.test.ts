import { describe, expect, it } from 'vitest';
import { editsBetween } from '@/utils/domain/replies/learn/edits-between';
import { asTemplateText, type EditContext } from '@/utils/domain/replies/learn/template-text';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { factsOf, learntOf, orderFacts as facts, sentText, shippedTemplate, theDraft } from './learn-builders';

/** What is learnt when one block of a template is sent otherwise. */
const learnt = (
  template: ReplyTemplate,
  lang: string,
  change: { readonly block: string; readonly edit: (before: string) => string } & Partial<EditContext>,
) => {
  const draft = theDraft(template, lang, change.facts ?? facts);
  const block = draft.blocks.find(({ id }) => id === change.block)!;
  const before = block.segments.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  const after = change.edit(before);
  const [edit, ...more] = editsBetween(draft, sentText(draft).replace(before, after));
  expect(more).toEqual([]);
  expect(edit).toEqual({ block: change.block, before, after: after.replace(/[\u2066-\u2069]/g, '') });
  const read = asTemplateText(edit!, { template, lang, facts, orderItems: [], buyerName: 'Maria Holm', ...change });
  return read.ok ? read.value : read.error.kind;
};

describe('values become variables again', () => {
  it.each([
    [
      'de',
      'Das Paket ist mit {{ carrier }} unterwegs, die Sendungsnummer lautet {{ tracking | id }}.',
      (text: string) => text.replace('Sendungsnummer', 'die Sendungsnummer lautet'),
    ],
    [
      'fr',
      'Le colis a été remis à {{ carrier }}, sous le numéro de suivi {{ tracking | id }}.',
      (text: string) => text.replace('confié', 'remis'),
    ],
    [
      'zh',
      '物流公司为 {{ carrier }}，运单号 {{ tracking | id }}。',
      (text: string) => text.replace('承运商', '物流公司'),
    ],
    [
      'ja',
      '配送は{{ carrier }}にて行い、追跡番号は{{ tracking | id }}です。',
      (text: string) => text.replace('が担当しており', 'にて行い'),
    ],
    [
      'ar',
      'الشحنة لدى شركة الشحن {{ carrier }}، ورقم التتبع {{ tracking | id }}.',
      (text: string) => text.replace('الطرد', 'الشحنة'),
    ],
  ])('as the block writes them (%s)', (lang, text, edit) => {
    expect(learnt(shippedTemplate('dispatched'), lang, { block: 'tracking', edit })).toBe(text);
  });

  it.each([
    ['de', 'Die Lieferung ist voraussichtlich am {{ promisedDate | day }} bei Ihnen.', '3. Dezember 2026'],
    ['fr', 'Le colis devrait arriver le {{ promisedDate | day }}.', '3 décembre 2026'],
    ['zh', '预计 {{ promisedDate | day }}前送达。', '2026年12月3日'],
    ['ja', '{{ promisedDate | day }}頃のお届け予定です。', '2026年12月3日'],
    ['ar', 'يصلكم الطلب في {{ promisedDate | day }} على الأكثر.', '3 ديسمبر 2026'],
  ])('days as the language writes them (%s)', (lang, text, day) => {
    const edit = (before: string) => {
      expect(before.replace(/[\u200e\u200f]/g, '')).toContain(day);
      const said = before.slice(before.indexOf(day));
      return text.replace('{{ promisedDate | day }}', said.slice(0, day.length));
    };
    expect(learnt(shippedTemplate('dispatched'), lang, { block: 'expected', edit })).toBe(text);
  });

  it('sums, although the box made a plain space of theirs', () => {
    expect(learntOf('Sie erhalten {{ amount | money }}.', 'Sie bekommen 1.234,50 € zurück.')).toBe(
      'Sie bekommen {{ amount | money }} zurück.',
    );
  });

  it('the longer value first, when one stands in the other', () => {
    const inside = factsOf({ carrier: 'DHL', tracking: 'DHL-77-DHL' });
    const source = '{{ carrier }} hat die Sendung {{ tracking | id }}.';
    expect(learntOf(source, 'DHL führt die Sendung DHL-77-DHL.', { facts: inside })).toBe(
      '{{ carrier }} führt die Sendung {{ tracking | id }}.',
    );
  });

  it('but not within other words and numbers', () => {
    expect(learntOf('Das dauert {{ refundDays }} Tage.', 'Das dauert 13 Tage.')).toBe('number');
    expect(learntOf('Mit {{ carrier }} geht es los.', 'Mit DHLX geht es gleich los.')).toBe('value');
  });

  it('unless it could be two variables, or a short one stands more often than before', () => {
    const same = factsOf({ shipDate: '2026-12-01', updateDate: '2026-12-01' });
    const source = 'Am {{ shipDate | day }} versandt, am {{ updateDate | day }} da.';
    const after = 'Am 1. Dezember 2026 verschickt, am 1. Dezember 2026 da.';
    expect(learntOf(source, after, { facts: same })).toBe('ambiguous');
    expect(learntOf('Das dauert {{ refundDays }} Tage.', 'Das dauert 3 Tage für 3 Pakete.')).toBe('ambiguous');
  });
});

describe('conditions', () => {
  it('keep the other wording of a whole sentence', () => {
    const edit = (before: string) => before.replace('den vollen Betrag', 'alles');
    expect(learnt(shippedTemplate('defective-remedy'), 'de', { block: 'solution', edit })).toBe(
      "{% if remedy == 'refund' %}Wir erstatten Ihnen bis zum {{ remedyDate | day }} alles.{% else %}Wir schicken Ihnen bis zum {{ remedyDate | day }} Ersatz.{% endif %}",
    );
    const other = { ...facts, ...factsOf({ remedy: 'replacement' }) };
    const send = (before: string) => before.replace('schicken', 'senden');
    expect(
      learnt(shippedTemplate('defective-remedy'), 'de', { block: 'solution', edit: send, facts: other }),
    ).toContain('{% else %}Wir senden Ihnen bis zum {{ remedyDate | day }} Ersatz.{% endif %}');
  });

  it.each([
    ['de', 'Guten Tag', 'Hallo', '{% if buyerName %}Hallo {{ buyerName }},{% else %}Guten Tag,{% endif %}'],
    ['fr', 'Bonjour', 'Bonsoir', '{% if buyerName %}Bonsoir {{ buyerName }},{% else %}Bonjour,{% endif %}'],
    ['zh', '您好！', '您好，', '{% if buyerName %}{{ buyerName }}，您好，{% else %}您好！{% endif %}'],
    ['ar', 'السلام عليكم', 'مرحبًا', '{% if buyerName %}مرحبًا {{ buyerName }}،{% else %}السلام عليكم،{% endif %}'],
  ])('keep the greeting without a name (%s)', (lang, from, to, text) => {
    const edit = (before: string) => before.replace(from, to);
    expect(learnt(shippedTemplate('dispatched'), lang, { block: 'greeting', edit })).toBe(text);
  });

  it('inside a sentence are not put together again', () => {
    const edit = (before: string) => before.replace('verlassen', 'bereits verlassen');
    expect(learnt(shippedTemplate('dispatched'), 'de', { block: 'status', edit })).toBe('conditions');
    const two = '{% if carrier %}Mit {{ carrier }}.{% else %}So.{% endif %}{% if tracking %} Ja.{% endif %}';
    expect(learntOf(two, 'Mit DHL gerne.')).toBe('conditions');
  });

  it('whose wordings read the same leave open which was changed', () => {
    expect(learntOf('{% if carrier %}Wir sind da.{% else %}Wir sind da.{% endif %}', 'Wir sind hier.')).toBe(
      'unknown-block',
    );
  });
});

describe('is learnt', () => {
  it.each([
    ['de', 'Wir melden uns bald.', 'Wir geben Ihnen bald eine Rückmeldung.'],
    ['de', 'Guten Tag,', 'Sehr geehrte Damen und Herren,'],
    ['en', 'We will write soon.', 'We will get back to you as soon as we can.'],
    ['fr', 'Nous vous écrirons.', 'Nous reviendrons vers vous très vite.'],
    ['it', 'Le scriveremo.', 'Ci scusiamo con Lei e Le scriveremo presto.'],
    ['ru', 'Мы напишем.', 'Мы напишем Вам в ближайшее время.'],
    ['pl', 'Napiszemy.', 'Napiszemy do Państwa wkrótce.'],
    ['zh', '我们会回复。', '请您放心，我们会尽快回复。'],
    ['zh', '您好！', '亲爱的顾客，您好！'],
    ['ja', 'ご連絡いたします。', 'お客様へすぐにご連絡いたします。'],
    ['ko', '답변드리겠습니다.', '고객님께 곧 답변드리겠습니다.'],
    ['ar', 'سنكتب إليكم.', 'سنكتب إليكم في أقرب وقت.'],
  ])('a plain change (%s: %s → %s)', (lang, source, after) => {
    expect(learntOf(source, after, { lang })).toBe(after);
  });

  it('that a sentence is taken out', () => {
    expect(learntOf('Wir melden uns bald.', '')).toBe('');
  });

  it('what the desk itself has written with figures', () => {
    expect(learntOf('Antwort in 24 Stunden.', 'Sie hören in 24 Stunden von uns.')).toBe(
      'Sie hören in 24 Stunden von uns.',
    );
  });
});
