// @vitest-environment node
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import currencies from '@/utils/catalog/measures/currencies.json';
import { noGuardWords } from '@/utils/domain/guards/guard-words';
import { parseCues } from '@/utils/domain/replies/cues';
import { explainMessage, type ExplainOptions } from '@/utils/domain/replies/understand/explain-message';
import { noGlossary, parseGlossary } from '@/utils/domain/replies/understand/glossary';
import { lowestMedian } from '@/tests/speed';
import { wordsOf } from '../../guards/shelf';
import { anOrder } from '../builders';

const concepts: unknown = JSON.parse(readFileSync('utils/catalog/glossary/concepts.json', 'utf8'));

/** Glossaries of our own, small enough to see what finds what. */
const lists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: { not: ['not', 'don*'], 'not-yet': ['not yet'], 'no-longer': ['no longer'], parcel: ['parcel'], arrive: ['arrive', 'arriv*'], shoe: ['shoe', 'shoes'], wait: ['wait'], damaged: ['damaged'], good: ['good'], receive: ['receive'], charger: ['charger'], cannot: ['cannot'] },
  de: { not: ['nicht', 'kein*'], 'not-yet': ['noch nicht'], parcel: ['Paket*', 'Päckchen'], arrive: ['angekommen', 'ankomm*'], shoe: ['Schuh*'], wait: ['warte*'] },
  zh: { not: ['不', '没有', '没'], parcel: ['包裹'], good: ['好'], receive: ['收到'], charger: ['充电器'] },
  ja: { not: ['ません', 'ない'], parcel: ['荷物'] },
  ko: { not: ['안', '않*', '못', '없*'], parcel: ['택배', '소포'], receive: ['받*'] },
  ar: { not: ['لا', 'لم', 'ليس', 'ما'], parcel: ['شحنة', 'طرد'], arrive: ['تصل', 'وصل*'] },
  tr: { not: ['değil'], parcel: ['paket*', 'kargo*'], arrive: ['gel*'] },
  pl: { not: ['nie'], parcel: ['paczk*'], arrive: ['przyszł*'] },
}; // prettier-ignore
const glossaryOf = (lang: string) =>
  lists[lang] ? parseGlossary(concepts, lists[lang], lang).glossary : noGlossary(lang);

const cues = parseCues({
  de: [{ intent: 'delivery_delayed', any: ['seit ~ wochen'], gloss: { en: 'for weeks', zh: '好几周' } }],
  pl: [{ intent: 'where_is_order', any: ['gdzie jest', 'nie przyszła'], gloss: { en: 'where is', zh: '在哪里' } }],
}).cues;

const options = (lang: string, agentLang = 'en', change: Partial<ExplainOptions> = {}): ExplainOptions => ({
  lang,
  agentLang,
  glossary: glossaryOf(lang),
  meanings: glossaryOf(agentLang),
  cues,
  words: change.words ?? wordsOf(lang),
  currencies,
  order: null,
  ...change,
});

const said = (text: string, lang: string, agentLang = 'en', change: Partial<ExplainOptions> = {}) =>
  explainMessage(text, options(lang, agentLang, change)).flatMap(({ marks }) =>
    marks.map((mark) => [
      text.slice(mark.start, mark.end),
      mark.kind === 'fact' ? mark.fact : mark.kind,
      ...(mark.gloss === undefined ? [] : [mark.gloss]),
    ]),
  );

describe('a message in a language the agent can’t read', () => {
  it('is explained by its words, sentence by sentence', () => {
    const text = 'Mein Paket ist angekommen. Ich warte seit zwei Wochen!';
    const [first, second] = explainMessage(text, options('de'));
    expect(text.slice(first!.start, first!.end)).toBe('Mein Paket ist angekommen.');
    expect(first!.marks.map(({ gloss }) => gloss)).toEqual(['parcel', 'arrive']);
    expect(second!.marks.map(({ kind, gloss }) => [kind, gloss])).toEqual([
      ['word', 'wait'],
      ['cue', 'for weeks'],
    ]);
  });

  it('is explained in any language of the desk', () => {
    expect(said('Paczka nie przyszła', 'pl', 'zh')).toContainEqual(['Paczka', 'word', '包裹']);
    expect(said('包裹没有收到', 'zh', 'pl')).toContainEqual(['包裹', 'word', 'paczk']);
  });

  it('is found without accents, capitals and in full-width letters', () => {
    expect(said('PACKCHEN', 'de')).toEqual([['PACKCHEN', 'word', 'parcel']]);
    expect(said('przyszla', 'pl')).toEqual([['przyszla', 'word', 'arrive']]);
    expect(said('Ｐａｋｅｔ', 'de')).toEqual([['Ｐａｋｅｔ', 'word', 'parcel']]);
  });

  it('has the longer of two words, and none inside another word', () => {
    expect(said('noch nicht', 'de')).toEqual([['noch nicht', 'negation', 'not yet']]);
    expect(said('Postpaketamt', 'de')).toEqual([]);
  });

  it('has no mark where the agent’s language has no word for it', () => {
    expect(said('Schuhe', 'de', 'pl')).toEqual([]);
  });
});

describe('a negation', () => {
  it('wins over a cue that holds it', () => {
    expect(said('Paczka nie przyszła', 'pl')).toEqual([
      ['Paczka', 'word', 'parcel'],
      ['nie', 'negation', 'not'],
      ['przyszła', 'word', 'arrive'],
    ]);
  });

  it.each([
    ['de', 'Das Paket ist nicht da', 'nicht'],
    ['de', 'Ich habe keine Schuhe', 'keine'],
    ['zh', '我没有收到包裹', '没有'],
    ['zh', '包裹还没到', '没'],
    ['ja', '荷物が届きません', 'ません'],
    ['ja', '届かない', 'ない'],
    ['ko', '택배가 안 왔어요', '안'],
    ['ko', '받지 못했어요', '못'],
    ['ko', '택배가 안왔어요', '안'],
    ['ko', '받지않았어요', '않았어요'],
    ['ar', 'لم تصل الشحنة', 'لم'],
    ['ar', 'ولم تصل', 'لم'],
    ['tr', 'Kargo gelmedi', 'gelmedi'],
    ['tr', 'Telefon çalışmıyor', 'çalışmıyor'],
    ['tr', 'bu doğru değil', 'değil'],
    ['pl', 'nie dziala', 'nie'],
  ])('is shown in %s: %s', (lang, text, word) => {
    expect(said(text, lang).filter(([, kind]) => kind === 'negation')).toEqual([[word, 'negation', 'not']]);
  });

  it.each([
    ['zh', '非常不错的不锈钢'],
    ['ko', '안녕하세요 안경 안내 부탁드립니다'],
    ['ar', 'متى يتم الاستلام خلال الاسبوع'],
    ['zh', '能不能退货，有没有包裹'],
    ['ja', 'すみません、荷物を送っていただけませんか'],
    ['ja', '申し訳ないですが'],
    ['ko', '틀림없이 보냈어요'],
    ['ar', 'ما السبب'],
    ['ar', 'ما زالت الشحنة هنا'],
    ['tr', 'Umuyorum paket gelir'],
    ['tr', 'Ödeme yaptım'],
  ])('is not seen where only its letters are, in %s: %s', (lang, text) => {
    expect(said(text, lang).filter(([, kind]) => kind === 'negation')).toEqual([]);
  });

  it('is shown also to an agent who reads the language, and to one whose list has no word for it', () => {
    expect(said('nicht angekommen', 'de', 'de')).toEqual([['nicht', 'negation', 'nicht']]);
    expect(said('noch nicht', 'de', 'zh')).toEqual([['noch nicht', 'negation', 'not yet']]);
  });
});

describe('the facts of a message', () => {
  it.each([
    ['de', 'Bestellt am 3. März 2026.', '3. März 2026', 'date', 'March 3, 2026'],
    ['en', 'I ordered it on 03/04/2026', '03/04/2026', 'date', 'March 4, 2026 or April 3, 2026'],
    ['ru', 'до пятницы', 'пятницы', 'date', 'Friday'],
    ['ja', '12月3日', '12月3日', 'date', 'December 3'],
    ['de', 'Sie haben 12,50 € abgebucht', '12,50 €', 'amount', 'EUR 12.50'],
  ])('are read in the agent’s words, in %s: %s', (lang, text, words, kind, gloss) => {
    const found = said(text, lang).find(([, one]) => one === kind);
    expect(found?.[0]).toBe(words);
    expect(found?.[2]?.replace(/\s/g, ' ')).toBe(gloss);
  });

  it('are ids, sizes and numbers as well', () => {
    const text = 'Order 302-7781234-5567890, tracking 1Z999AA10123456784, size EU 38, 4 pieces';
    expect(said(text, 'en', 'zh').map(([words, kind]) => [words, kind])).toEqual([
      ['302-7781234-5567890', 'order-id'],
      ['1Z999AA10123456784', 'tracking'],
      ['size EU 38', 'size'],
      ['4', 'number'],
    ]);
  });

  it('are known ids in any shape and words of the ordered products', () => {
    const order = anOrder({ tracking: 'XK-77-1', items: [{ title: 'Aurora reading lamp' }] });
    expect(said('Die Aurora mit XK-77-1', 'de', 'en', { order })).toEqual([
      ['Aurora', 'product'],
      ['XK-77-1', 'tracking'],
    ]);
  });

  it('are product words of the glossary, with their meaning', () => {
    expect(said('Schuhe', 'de')).toEqual([['Schuhe', 'product', 'shoe']]);
  });

  it('does not take sixteen figures for an order where orders look otherwise', () => {
    expect(said('4111111111111111', 'en', 'zh')).toEqual([['4111111111111111', 'number']]);
    const order = anOrder({ orderId: '3012345678901234' as never });
    expect(said('3098765432109876', 'en', 'zh', { order })).toEqual([['3098765432109876', 'order-id']]);
  });

  it('keeps a date in one sentence', () => {
    expect(explainMessage('Kommt es am 3. Dezember an? Danke.', options('de'))).toHaveLength(2);
  });

  it('are marked in a language without lists too', () => {
    expect(said('302-7781234-5567890', 'sv', 'en', { words: noGuardWords('sv') })).toEqual([
      ['302-7781234-5567890', 'order-id'],
    ]);
  });
});

const langs = ['de', 'en', 'zh', 'ja', 'ko', 'ar', 'tr', 'pl'];

describe('any message', () => {
  const parts = fc.constantFrom('nicht ', 'Paket', '3. März', '没有', '不锈钢', 'gelmedi', '😀', '\n', '. ', '12,50 €', 'é', '\u0301', 'لا', '안', 'ﬁ', '302-7781234-5567890'); // prettier-ignore
  it('has marks in the order of the text, without overlaps, inside its sentences', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), fc.constantFrom(...langs), (words, lang) => {
        const text = words.join('');
        let behind = 0;
        for (const sentence of explainMessage(text, options(lang))) {
          expect(sentence.start).toBeGreaterThanOrEqual(behind);
          behind = sentence.start;
          for (const { start, end } of sentence.marks) {
            expect(start).toBeGreaterThanOrEqual(behind);
            expect(end).toBeGreaterThan(start);
            behind = end;
          }
          expect(sentence.end).toBeGreaterThanOrEqual(behind);
          behind = sentence.end;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('speed', () => {
  const text = 'Ich warte seit zwei Wochen auf mein Paket 302-7781234-5567890 und es ist noch nicht angekommen. Schuhe in Größe 38 für 49,90 €! '.repeat(4).slice(0, 500); // prettier-ignore
  it('takes at most 5 ms for 500 characters', () => {
    const ready = options('de');
    expect(lowestMedian(() => explainMessage(text, ready), 5)).toBeLessThan(5);
  });

  it('takes at most 100 ms for a hostile text of 20,000 characters', () => {
    const ready = options('de');
    const hostile = 'nicht 3. März 1 € '.repeat(1_200);
    expect(lowestMedian(() => explainMessage(hostile, ready), 100, 5)).toBeLessThan(100);
  });
});
