// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { glossOf, noGlossary, parseGlossary } from '@/utils/domain/replies/understand/glossary';
import { findWords } from '@/utils/domain/replies/understand/word-index';
import { foldText } from '@/utils/domain/text/phrases';

const concepts = [
  { id: 'not-yet', kind: 'negation' },
  { id: 'parcel', kind: 'order' },
];

describe('a glossary', () => {
  it('has its negations apart and calls a concept by its first word', () => {
    const { glossary, problems } = parseGlossary(
      concepts,
      { 'not-yet': ['noch nicht'], parcel: ['Paket*', 'Päckchen'] },
      'de',
    );
    expect(problems).toEqual([]);
    const { words, negations } = glossary.index();
    const ids = (index: typeof words) =>
      findWords(index, foldText('Mein Paketchen ist noch nicht da')).map(({ entry }) => entry.id);
    expect([ids(words), ids(negations)]).toEqual([['parcel'], ['not-yet']]);
    expect(glossOf(glossary, { id: 'parcel', kind: 'order' })).toBe('Paket');
  });

  it('names a negation it has no word for, and nothing else', () => {
    expect(glossOf(noGlossary('de'), { id: 'not-yet', kind: 'negation' })).toBe('not yet');
    expect(glossOf(noGlossary('de'), { id: 'parcel', kind: 'order' })).toBeUndefined();
  });

  it.each([
    ['a concept nobody knows', { surprise: ['x'], parcel: ['Paket'] }, 'de surprise'],
    ['a list that is none', { 'not-yet': 'noch nicht', parcel: ['Paket'] }, 'de not-yet'],
    ['a list without words', { 'not-yet': [], parcel: ['Paket'] }, 'de not-yet'],
    ['a word that is none', { 'not-yet': [' '], parcel: ['Paket'] }, 'de not-yet'],
    ['a word as long as a message', { 'not-yet': ['x'.repeat(61)], parcel: ['Paket'] }, 'de not-yet'],
  ])('leaves out %s and keeps the rest', (_, words, entry) => {
    const { glossary, problems } = parseGlossary(concepts, words, 'de');
    expect(problems.map((problem) => problem.entry)).toEqual([entry]);
    expect([...glossary.glosses.keys()]).toEqual(['parcel']);
  });

  it.each([
    ['concepts that do not fit', [{ id: 'x', kind: 'mood' }], { parcel: ['Paket'] }],
    ['a file that is no object', concepts, ['Paket']],
    ['an empty file', concepts, null],
  ])('has no words with %s', (_, known, words) => {
    const { glossary, problems } = parseGlossary(known, words, 'de');
    expect([glossary.glosses.size, problems.length]).toEqual([0, 1]);
  });
});
