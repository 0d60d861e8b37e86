import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byPlace, findHits, openParts, type HitPlace } from '@/utils/domain/customers/search-hits';
import {
  createPartBuilder,
  docsIn,
  keyAt,
  tokenAt,
  type SearchDoc,
  type SearchPart,
} from '@/utils/domain/customers/search-index';
import { largestPart, mergeParts, planMerge, withoutRecords } from '@/utils/domain/customers/search-merge';
import { excerptOf, findWords, searchWords, type SearchTexts } from '@/utils/domain/customers/search-words';

const noTexts: SearchTexts = { name: [], tag: [], product: [], note: [] };
const aDoc = (key: string, texts: Partial<SearchTexts>, more: Partial<SearchDoc> = {}): SearchDoc => ({
  key,
  seenMs: 1_000,
  lists: [],
  ...more,
  texts: { ...noTexts, ...texts },
});

const aPart = (docs: readonly SearchDoc[]): SearchPart => {
  const builder = createPartBuilder();
  docs.forEach((doc) => builder.add(doc));
  return builder.finish();
};

const finish = <T>(steps: Iterator<void, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

const opened = (parts: readonly SearchPart[]) =>
  openParts(
    parts.map((part, at) => ({ id: `${at}`, part })),
    [],
  );

const keysFor = (parts: readonly SearchPart[], query: string, lists: readonly string[] = []): readonly string[] =>
  findHits(opened(parts), { words: searchWords(query), lists }, { limit: 1_000 }).map(({ key }) => key);

const tokensOf = (part: SearchPart): readonly string[] =>
  Array.from({ length: part.tokenEnds.length }, (_, at) => tokenAt(part, at));

describe('words of a search', () => {
  test.each([
    ['accents', 'Zoë Łukasz', 'zoe lukasz'],
    ['letter case', 'MÜLLER', 'müller'],
    ['width', 'Ｔｏｋｙｏ　１２３', 'tokyo 123'],
    ['the beginning of a word', 'Schuhgröße', 'schuhgro'],
    ['a part of a Chinese word', '买家要求退款和换货', '退款'],
    ['one Chinese character at the end', '他要换货', '货'],
    ['Japanese', '電気ケトルの電圧', 'ケトル'],
    ['Thai inside a sentence without spaces', 'ลูกค้าขอคืนเงินแล้ว', 'คืนเงิน'],
    ['Korean with endings', '환불을 요청했습니다', '환불'],
    ['Arabic without its signs', 'مُحَمَّد أحمد', 'محمد احمد'],
    ['Cyrillic', 'Посылка не пришла', 'посыл'],
    ['Hindi', 'धनवापसी चाहिए', 'धनवापसी'],
    ['words in any order', 'blue lamp with a plug', 'plug lamp'],
  ])('finds %s', (_, text, query) => {
    const docs = [aDoc('a', { note: [text] }), aDoc('b', { note: ['something else'] })];
    expect(keysFor([aPart(docs)], query)).toEqual(['a']);
    expect(findWords({ ...noTexts, note: [text] }, searchWords(query))?.in).toBe('note');
  });

  test('does not find what lacks one of the words', () => {
    const part = aPart([aDoc('a', { note: ['blue lamp'] }), aDoc('b', { name: ['Lamp'], tag: ['red'] })]);
    expect(keysFor([part], 'blue lamp')).toEqual(['a']);
    expect(keysFor([part], 'red lamp')).toEqual(['b']);
    expect(keysFor([part], 'green lamp')).toEqual([]);
  });

  test('does not take two ends of a text for a Chinese word', () => {
    expect(findWords({ ...noTexts, note: ['退货', '付款'] }, searchWords('退款'))).toBeNull();
  });

  test('has no words in signs alone', () => {
    expect(searchWords(' - ! 🙂 ')).toEqual([]);
  });

  test('shows at most 80 characters around the place', () => {
    const text = `${'before '.repeat(40)}Rückgabe wegen Größe ${'after '.repeat(40)}`;
    const shown = excerptOf(text, searchWords('ruckg')[0]!);
    expect(shown.length).toBeLessThanOrEqual(80);
    expect(shown).toContain('Rückgabe wegen Größe');
    const chinese = excerptOf('一'.repeat(200) + '退款' + '二'.repeat(200), searchWords('退款')[0]!);
    expect(chinese.length).toBeLessThanOrEqual(80);
    expect(chinese).toContain('退款');
  });
});

describe('ranking', () => {
  const docs = [
    aDoc('note', { note: ['anna'] }, { seenMs: 9_000 }),
    aDoc('product', { product: ['Anna lamp'] }, { seenMs: 8_000 }),
    aDoc('tag', { tag: ['anna'] }, { seenMs: 7_000 }),
    aDoc('old name', { name: ['Annabel'] }, { seenMs: 1_000 }),
    aDoc('new name', { name: ['Anna'] }, { seenMs: 2_000 }),
  ];

  test('puts names before tags, products and notes, and then who was seen last', () => {
    expect(keysFor([aPart(docs)], 'anna')).toEqual(['new name', 'old name', 'tag', 'product', 'note']);
  });

  test('gives the same pages whatever their size, across parts', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      aDoc(`k${at}`, at % 3 === 0 ? { name: ['anna'] } : { note: ['anna'] }, { seenMs: 1_000 + (at % 7) }),
    );
    const parts = opened([aPart(many.slice(0, 25)), aPart(many.slice(25))]);
    const query = { words: searchWords('ann'), lists: [] };
    const whole = findHits(parts, query, { limit: 100 });
    expect(whole).toHaveLength(60);
    expect([...whole].sort(byPlace)).toEqual(whole);
    const paged: HitPlace[] = [];
    for (;;) {
      const after = paged.at(-1);
      const page = findHits(parts, query, { limit: 7, ...(after ? { after } : {}) });
      if (page.length === 0) break;
      paged.push(...page);
    }
    expect(paged).toEqual(whole);
  });

  test('keeps to the lists that are asked for', () => {
    const part = aPart([
      aDoc('a', { name: ['Anna'] }, { lists: ['live', 'shop:1'] }),
      aDoc('b', { name: ['Anna'] }, { lists: ['archived', 'shop:1'] }),
    ]);
    expect(keysFor([part], 'anna', ['shop:1'])).toEqual(['a', 'b']);
    expect(keysFor([part], 'anna', ['shop:1', 'archived'])).toEqual(['b']);
    expect(keysFor([part], 'shop')).toEqual([]);
  });
});

const word = fc.constantFrom('anna', 'annabel', 'lamp', 'refund', '退款', '换货', 'größe', 'plug');
const texts = fc.record({
  name: fc.array(word, { maxLength: 1 }),
  tag: fc.array(word, { maxLength: 2 }),
  product: fc.array(word, { maxLength: 2 }),
  note: fc.array(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    { maxLength: 2 },
  ),
});
const change = fc.record({
  key: fc.integer({ min: 0, max: 12 }).map((number) => `k${number}`),
  seenMs: fc.integer({ min: 0, max: 5 }),
  texts: fc.option(texts, { nil: noTexts, freq: 5 }),
});
const history = fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

/** A part holds a record once: the last change of it. */
const lastOf = (docs: readonly Omit<SearchDoc, 'lists'>[]): readonly SearchDoc[] => [
  ...new Map(docs.map((doc) => [doc.key, { ...doc, lists: [] }])).values(),
];

describe('parts of the index', () => {
  test('answer like the last state of every record, merged or not', () => {
    fc.assert(
      fc.property(history, word, word, fc.nat(), (changes, first, second, cut) => {
        const parts = changes.map((docs) => aPart(lastOf(docs)));
        const query = `${first} ${second}`;
        const last = lastOf(changes.flat());
        const wanted = last
          .filter((doc) => findWords(doc.texts, searchWords(query)) !== null)
          .map(({ key }) => key)
          .sort();
        const from = cut % parts.length;
        const merged = [...parts.slice(0, from), finish(mergeParts(parts.slice(from), { isWhole: from === 0 }))];
        expect([...keysFor(parts, query)].sort()).toEqual(wanted);
        expect(keysFor(merged, query)).toEqual(keysFor(parts, query));
      }),
      { numRuns: 300 },
    );
  });

  test('forget a record with every word only it had', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const docs = lastOf(changes);
        const [gone, ...rest] = docs;
        expect(withoutRecords(aPart(docs), [gone!.key])).toEqual(aPart(rest));
      }),
      { numRuns: 200 },
    );
  });

  test('are left alone when they do not hold what is to be forgotten', () => {
    const part = aPart([aDoc('a', { name: ['Anna'] })]);
    expect(withoutRecords(part, ['b'])).toBe(part);
  });

  test('leave out records that hide nothing any more', () => {
    const merged = finish(
      mergeParts([aPart([aDoc('a', { name: ['Anna'] })]), aPart([aDoc('a', {}), aDoc('b', { name: ['Bo'] })])], {
        isWhole: true,
      }),
    );
    expect(Array.from({ length: docsIn(merged) }, (_, at) => keyAt(merged, at))).toEqual(['b']);
    expect(tokensOf(merged)).toEqual(['bo']);
  });

  test('know what was replaced when parts come and go', () => {
    const [old, young] = [aPart([aDoc('a', { name: ['Anna'] })]), aPart([aDoc('a', { name: ['Bo'] })])];
    const first = openParts([{ id: '1', part: old }], []);
    const both = openParts(
      [
        { id: '1', part: old },
        { id: '2', part: young },
      ],
      first,
    );
    expect(findHits(both, { words: searchWords('anna'), lists: [] }, { limit: 5 })).toEqual([]);
    const rewritten = openParts([{ id: '1b', part: old }, both[1]!], both);
    expect(findHits(rewritten, { words: searchWords('anna'), lists: [] }, { limit: 5 })).toEqual([]);
  });
});

describe('when parts are merged', () => {
  test('not before there are nine small ones', () => {
    expect(planMerge(Array.from({ length: 8 }, () => 1_000))).toBeNull();
    expect(planMerge([largestPart, ...Array.from({ length: 8 }, () => 1_000)])).toBeNull();
    expect(planMerge(Array.from({ length: 9 }, () => 1_000))).toBe(0);
  });

  test('a large part stays until as much has come after it', () => {
    expect(planMerge([100_000, 50_000, ...Array.from({ length: 8 }, () => 10)])).toBe(2);
    expect(planMerge([largestPart, ...Array.from({ length: 9 }, () => 10)])).toBe(1);
  });

  test('a million records in parts of a thousand leave few parts and are not written too often', () => {
    let sizes: number[] = [];
    let written = 0;
    for (let part = 0; part < 1_000; part += 1) {
      sizes = [...sizes, 1_000];
      written += 1_000;
      for (let from = planMerge(sizes); from !== null; from = planMerge(sizes)) {
        const sum = sizes.slice(from).reduce((all, size) => all + size, 0);
        sizes = [...sizes.slice(0, from), sum];
        written += sum;
      }
    }
    expect(sizes.length).toBeLessThanOrEqual(18);
    expect(written).toBeLessThan(8_000_000);
  });
});
