import { describe, expect, it } from 'vitest';
import { expandChoices, readTerms } from '@/utils/domain/compliance/terms';

describe('expandChoices', () => {
  it('writes out choices, optional and nested ones too', () => {
    expect(expandChoices('rate (us|it)')).toEqual(['rate us', 'rate it']);
    expect(expandChoices('review(s|)')).toEqual(['reviews', 'review']);
    expect(expandChoices('(a (b|c)|d)')).toEqual(['a b', 'd', 'a c', 'd']);
  });
});

describe('readTerms', () => {
  it('takes a term apart at spaces, gaps and between groups', () => {
    expect(readTerms({ X: ['if (that |)(you|we) ~ like'] })).toEqual([
      {
        owner: 'X',
        segments: [[['if']], [['that'], []], [['you'], ['we']], 'gap', [['like']]],
      },
    ]);
  });

  it('names exclusions apart and reads Chinese character by character', () => {
    expect(readTerms({ X: ['-好(评|价)率'] })).toEqual([
      { owner: '-X', segments: [[['好']], [['评'], ['价']], [['率']]] },
    ]);
  });
});
