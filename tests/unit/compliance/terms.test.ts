import { describe, expect, it } from 'vitest';
import { expandChoices, spellOut } from '@/utils/domain/compliance/terms';

describe('expandChoices', () => {
  it('writes out choices, optional and nested ones too', () => {
    expect(expandChoices('rate (us|it)')).toEqual(['rate us', 'rate it']);
    expect(expandChoices('review(s|)')).toEqual(['reviews', 'review']);
    expect(expandChoices('(a (b|c)|d)')).toEqual(['a b', 'd', 'a c', 'd']);
  });
});

describe('spellOut', () => {
  it('takes a term apart at spaces, gaps and groups, and leaves choices choices', () => {
    expect(spellOut(['If (that |)(you|we) ~ like'])).toEqual([['if', [['that'], []], [['you'], ['we']], 0, 'like']]);
    expect(spellOut(['(leave (a|your) |)review(s|)'])).toEqual([
      [
        [['leave', [['a'], ['your']]], []],
        [['reviews'], ['review']],
      ],
    ]);
  });

  it('writes out groups that have grown together with letters', () => {
    expect(spellOut(['(bewert|rezens)*', '*(wort|satz)'])).toEqual([
      [[['bewert\ue000'], ['rezens\ue000']]],
      [[['\ue000wort'], ['\ue000satz']]],
    ]);
  });

  it('keeps the mark of an exclusion and writes Chinese character by character', () => {
    expect(spellOut(['-好(评|价)率', '(四五星|差评)'])).toEqual([
      ['-', '好', [['评'], ['价']], '率'],
      [[['四 五 星'], ['差 评']]],
    ]);
  });

  it('splits words at apostrophes, takes accents off and leaves terms of signs out', () => {
    expect(spellOut(["n'ouvrez", 'évaluer', '-', '?'])).toEqual([['n ouvrez'], ['evaluer']]);
  });
});
