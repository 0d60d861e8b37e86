import { describe, expect, test } from 'vitest';
import { readSentDetail, sentDetail } from '@/utils/domain/worklog/sent-measures';

describe('what is kept of a message that was sent', () => {
  test('is read back as it was written', () => {
    const measures = {
      templateId: 'late-own-1',
      lang: 'de',
      intent: 'where-is-my-order',
      openFor: 12,
      waited: 90,
      isForeign: true,
      changed: ['off-platform', 'review-request'],
    };
    expect(readSentDetail({ detail: sentDetail(measures) })).toEqual(measures);
  });

  test('is nothing where nothing is known, and for lines of before', () => {
    expect(sentDetail({})).toEqual({});
    expect(readSentDetail({ detail: {} })).toEqual({});
    expect(readSentDetail({ detail: { templateId: 'x', lang: 'en' } })).toEqual({ templateId: 'x', lang: 'en' });
  });

  test('holds whole figures, and none that says nothing of how quick an answer was', () => {
    expect(sentDetail({ openFor: 12.6, waited: 0.2 })).toEqual({ openFor: 13, waited: 0 });
    expect(sentDetail({ openFor: -1, waited: 7 * 24 * 60 })).toEqual({});
    expect(sentDetail({ openFor: NaN, waited: Infinity })).toEqual({});
  });

  test('never holds a sentence', () => {
    const text = 'Dear Anna, please write to me';
    expect(sentDetail({ templateId: text, lang: text, intent: text, changed: [text, 'incentive'] })).toEqual({
      changed: 'incentive',
    });
    expect(readSentDetail({ detail: { intent: text, changed: `${text} (!)` } })).not.toHaveProperty('intent');
  });

  test('names each rule once, and at most twenty', () => {
    const rules = Array.from({ length: 30 }, (_, at) => `rule-${at}`);
    expect(sentDetail({ changed: ['a', 'a'] })).toEqual({ changed: 'a' });
    expect(readSentDetail({ detail: sentDetail({ changed: rules }) }).changed).toHaveLength(20);
  });
});
