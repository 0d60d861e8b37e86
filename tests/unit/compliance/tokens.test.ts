import { describe, expect, it } from 'vitest';
import { tokenise } from '@/utils/domain/compliance/tokens';

const sentencesOf = (text: string): string[] =>
  tokenise(text).sentences.map(({ start, end }) => text.slice(start, end));

describe('tokenise', () => {
  it('takes Latin words whole and Chinese characters one by one', () => {
    expect(tokenise('加whatsapp 50% 好评').words).toEqual(['加', 'whatsapp', '50', '%', '好', '评']);
  });

  it('ends sentences at marks of either script and at line breaks', () => {
    expect(sentencesOf('hello there!  how are you?fine\nbye。谢谢。')).toEqual([
      'hello there!',
      'how are you?',
      'fine',
      'bye。',
      '谢谢。',
    ]);
  });

  it('keeps closing quotes and repeated marks with their sentence', () => {
    expect(sentencesOf('"really?!" yes...')).toEqual(['"really?!"', 'yes...']);
  });

  it('does not end a sentence at a decimal point, an abbreviation or inside an address', () => {
    expect(sentencesOf('pay 3.50 to mr. li, e.g. at https://a.example/b?c=d today.')).toHaveLength(1);
  });

  it('does not end a sentence after the number of a list item', () => {
    expect(sentencesOf('1. open it')).toEqual(['1. open it']);
  });
});
