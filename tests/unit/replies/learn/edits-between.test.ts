import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween } from '@/utils/domain/replies/learn/edits-between';
import { standingBlocks } from '@/utils/domain/replies/learn/standing';
import { aDraft, factsOf, sentText, shippedTemplate, theDraft } from './learn-builders';

const german = [
  'Guten Tag,',
  'Ihr Paket ist unterwegs.',
  'Wir antworten bis morgen.',
  'Danke für Ihre Geduld.',
  'Freundliche Grüße',
];
const draft = aDraft(...german);
const sent = (change: Readonly<Record<number, string | null>>): string =>
  german.flatMap((text, index) => (change[index] === null ? [] : [change[index] ?? text])).join('\n');
const editOf = (index: number, after: string) => ({ block: `b${index}`, before: german[index], after });

describe('what an agent changes in a draft', () => {
  it('is nothing while every sentence stands, however it is spaced', () => {
    expect(editsBetween(draft, german.join('\r\n\r\n  '))).toEqual([]);
    expect(editsBetween(draft, german.join(''))).toEqual([]);
  });

  it('is the new wording of a sentence between two that stand', () => {
    const after = 'Ihre Bestellung ist auf dem Weg zu Ihnen.';
    expect(editsBetween(draft, sent({ 1: after }))).toEqual([editOf(1, after)]);
  });

  it('may be a single letter', () => {
    expect(editsBetween(draft, sent({ 3: 'Danke für Ihre Gedult.' }))).toEqual([editOf(3, 'Danke für Ihre Gedult.')]);
  });

  it('may be the first and the last sentence', () => {
    expect(editsBetween(draft, sent({ 0: 'Hallo,', 4: 'Viele Grüße' }))).toEqual([
      editOf(0, 'Hallo,'),
      editOf(4, 'Viele Grüße'),
    ]);
  });

  it('is a sentence taken out', () => {
    expect(editsBetween(draft, sent({ 2: null }))).toEqual([editOf(2, '')]);
    expect(editsBetween(draft, sent({ 2: null, 3: null }))).toEqual([editOf(2, ''), editOf(3, '')]);
  });

  it('is not the capital letter of a sentence that comes first now', () => {
    const lower = aDraft('Guten Tag,', 'vielen Dank für Ihre Nachricht.', 'Freundliche Grüße');
    expect(editsBetween(lower, 'Vielen Dank für Ihre Nachricht.\nFreundliche Grüße')).toEqual([
      { block: 'b0', before: 'Guten Tag,', after: '' },
    ]);
  });

  it('does not count words added beside sentences that stand', () => {
    expect(editsBetween(draft, sent({ 1: `${german[1]} Bitte prüfen Sie den Briefkasten.` }))).toEqual([]);
    expect(editsBetween(draft, `${sent({})}\nAnna vom Team`)).toEqual([]);
  });

  it('is told apart for neighbours by what they have in common', () => {
    const changed = { 1: 'Ihr Paket ist schon unterwegs.', 2: 'Wir antworten Ihnen bis morgen Abend.' };
    expect(editsBetween(draft, sent(changed))).toEqual([editOf(1, changed[1]), editOf(2, changed[2])]);
  });

  it('is not guessed where two sentences made room for words like neither', () => {
    expect(editsBetween(draft, sent({ 1: 'Schauen Sie mal in den Briefkasten!', 2: null }))).toEqual([]);
  });

  it('is not looked for in another message', () => {
    expect(editsBetween(draft, 'Vielen Dank, das Geld ist angekommen.')).toEqual([]);
    expect(editsBetween(draft, sent({ 0: 'Hallo', 1: 'eins', 2: 'zwei', 3: 'drei' }))).toEqual([]);
    expect(editsBetween(aDraft(), 'Hallo')).toEqual([]);
    expect(editsBetween(draft, '')).toEqual([]);
  });

  it('leaves out an essay in place of a sentence, and endless texts', () => {
    expect(editsBetween(draft, sent({ 2: 'wort '.repeat(100) }))).toEqual([]);
    expect(editsBetween(draft, sent({ 2: null }) + ' '.repeat(20_001))).toEqual([]);
  });

  it('is not found in a longer word', () => {
    const shop = aDraft('Guten Tag,', 'Alles gut.', 'Lumen');
    expect(editsBetween(shop, 'Guten Tag,\nAlles gut.\nVolumen')).toEqual([
      { block: 'b2', before: 'Lumen', after: 'Volumen' },
    ]);
  });

  it('takes the longest sentences as landmarks when a short one stands twice', () => {
    const twice = aDraft('Danke.', 'Ihr Paket ist unterwegs.', 'Danke.');
    expect(editsBetween(twice, 'Ihr Paket ist unterwegs.\nDanke.')).toEqual([
      { block: 'b0', before: 'Danke.', after: '' },
    ]);
  });
});

describe('places that were open', () => {
  const open = aDraft('Guten Tag,', 'Wir antworten bis ⟦day⟧.', '⟦steps⟧', 'Danke für Ihre Geduld.', 'Bis dann.');

  it('are no edits once they are filled by hand', () => {
    const final = 'Guten Tag,\nWir antworten bis zum 3. Mai.\nSchalter drücken\nDanke für Ihre Geduld.\nBis dann.';
    expect(editsBetween(open, final)).toEqual([]);
  });

  it('hide what else was changed in their sentence and beside it', () => {
    const final = 'Guten Tag,\nSie hören am 3. Mai von uns.\nSchalter drücken\nDanke sehr.\nBis dann.';
    expect(editsBetween(open, final)).toEqual([]);
  });

  it('leave the other sentences to be learnt from', () => {
    const final = 'Guten Tag,\nWir antworten bis zum 3. Mai.\nSchalter drücken\nDanke für Ihre Geduld.\nBis bald.';
    expect(editsBetween(open, final)).toEqual([{ block: 'b4', before: 'Bis dann.', after: 'Bis bald.' }]);
  });
});

describe('another draft in the same message', () => {
  it('is no new wording of a sentence that is gone', () => {
    const body = aDraft('Ihr Paket ist da.', 'Es liegt beim Nachbarn.');
    const final =
      'Guten Tag,\nIhr Paket ist da.\nEs liegt beim Nachbarn.\nWir antworten bis morgen.\nFreundliche Grüße';
    const others = standingBlocks(body, final);
    expect(editsBetween(draft, final, others).filter(({ after }) => after !== '')).toEqual([]);
    expect(editsBetween(body, final, standingBlocks(draft, final))).toEqual([]);
  });
});

describe('in every writing', () => {
  const facts = factsOf({ orderId: '302-1234567-7654321', carrier: 'DHL', tracking: 'JD0146', shopName: 'Lumen' });
  it.each([
    ['de', 'Haben Sie noch Fragen, schreiben Sie uns einfach.'],
    ['fr', 'Pour toute question sur la livraison, écrivez-nous ici.'],
    ['zh', '如果对配送有疑问，欢迎随时留言。'],
    ['ja', '配送についてのご質問は、いつでもお知らせください。'],
    ['ar', 'إذا كان لديكم أي سؤال عن التوصيل فنحن هنا.'],
  ])('one changed sentence is one edit (%s)', (lang, after) => {
    const rendered = theDraft(shippedTemplate('dispatched'), lang, facts);
    const before = rendered.blocks
      .find(({ id }) => id === 'more')!
      .segments.map((part) => ('text' in part ? part.text : ''))
      .join('');
    const final = sentText(rendered).replace(before, after);
    expect(editsBetween(rendered, final)).toEqual([{ block: 'more', before, after }]);
    // Text boxes drop the isolates around ids and change spaces.
    expect(editsBetween(rendered, final.replace(/[\u2066-\u2069]/g, '').replace(/ /g, '\u00a0'))).toHaveLength(1);
  });
});

describe('for any sentences', () => {
  const sentence = fc.stringMatching(/^[a-zäé]{2,9}( [a-zäé]{2,9}){1,5}[.!?]$/);

  it('names exactly those that were changed, as long as enough of them stand', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(sentence, { minLength: 3, maxLength: 8, selector: (text) => text }),
        fc.nat(),
        sentence,
        (texts, seed, after) => {
          const at = seed % texts.length;
          fc.pre(texts.every((text, index) => texts.every((other, two) => index === two || !other.includes(text))));
          fc.pre(!texts.some((text) => after.includes(text) || text.includes(after)));
          const final = texts.map((text, index) => (index === at ? after : text)).join('\n');
          expect(editsBetween(aDraft(...texts), final)).toEqual([{ block: `b${at}`, before: texts[at], after }]);
        },
      ),
      { numRuns: 200, seed: 20261122 },
    );
  });
});
