import { describe, expect, it } from 'vitest';
import { readTerm } from '@/utils/domain/compliance/read-term';
import { expandChoices, spellOut } from '@/utils/domain/compliance/terms';

describe('expandChoices', () => {
  it('writes out choices, optional and nested ones too', () => {
    expect(expandChoices('rate (us|it)')).toEqual(['rate us', 'rate it']);
    expect(expandChoices('review(s|)')).toEqual(['reviews', 'review']);
    expect(expandChoices('(a (b|c)|d)')).toEqual(['a b', 'd', 'a c', 'd']);
  });
});

describe('spellOut', () => {
  it('takes a term apart at spaces, gaps and between groups', () => {
    expect(spellOut(['If (that |)(you|we) ~ like'])).toEqual(['if/that|/you|we/~/like']);
  });

  it('keeps the mark of an exclusion and writes Chinese character by character', () => {
    expect(spellOut(['-好(评|价)率', '(四五星|差评)'])).toEqual(['-好/评|价/率', '四 五 星|差 评']);
  });
});

describe('readTerm', () => {
  it('reads segments, choices, empty ones and gaps', () => {
    expect(readTerm('if/that|/five stars|we/~/like')).toEqual([
      [['if']],
      [['that'], []],
      [['five', 'stars'], ['we']],
      'gap',
      [['like']],
    ]);
  });

  it('reads an exclusion without its mark', () => {
    expect(readTerm('-好/评|价/率')).toEqual([[['好']], [['评'], ['价']], [['率']]]);
  });
});
