import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReviews } from '@/components/content/check/reviews';
import type { GuardFinding } from '@/utils/domain/guards/guard-finding';
import { err, ok } from '@/utils/domain/result';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const guard = (text: string, word: string): GuardFinding => {
  const start = text.indexOf(word);
  return { rule: 'guard-date', severity: 'warn', start, end: start + word.length, fixes: [], said: word, known: 'x' };
};

const setUp = (word = 'Monday') => {
  let text = '';
  const reviewDraft = vi.fn(async ({ text: asked }: { text: string }) =>
    ok({
      lang: 'en',
      rules: { version: 'v' },
      review: {
        guards: asked.includes(word) ? [guard(asked, word)] : [],
        context: { findings: [], unknown: [] },
        promises: [],
      },
    }),
  );
  const onAnswer = vi.fn();
  const reviews = createReviews({
    client: { reviewDraft: reviewDraft as never },
    shelf: { take: () => null, held: () => undefined },
    signal: new AbortController().signal,
    read: () => text,
    onAnswer,
  });
  const write = (next: string) => {
    text = next;
    reviews.follow(next);
    reviews.consider(next);
  };
  return { reviews, write, reviewDraft, onAnswer };
};
const pause = () => vi.advanceTimersByTimeAsync(700);

describe('reviews', () => {
  it('ask once after a pause, and again after 40 new characters', async () => {
    const { write, reviewDraft } = setUp();
    write('a');
    write('ab');
    await pause();
    expect(reviewDraft).toHaveBeenCalledTimes(1);
    write(`ab${'x'.repeat(40)}`);
    expect(reviewDraft).toHaveBeenCalledTimes(2);
  });

  it('move guards along with the text and drop the one that is touched', async () => {
    const { write, reviews } = setUp();
    write('It comes on Monday.');
    await pause();
    expect(reviews.hasAnswered('It comes on Monday.')).toBe(true);
    write('Hello. It comes on Monday.');
    expect(reviews.guards().map(({ start }) => start)).toEqual([19]);
    write('Hello. It comes on Monday2.');
    expect(reviews.guards()).toEqual([]);
  });

  it('know nothing of an empty text, nor after a failed answer', async () => {
    const { write, reviews, reviewDraft, onAnswer } = setUp();
    write('It comes on Monday.');
    await pause();
    write('');
    expect(reviews.guards()).toEqual([]);
    reviewDraft.mockImplementationOnce((async () => err({ kind: 'disconnected' })) as never);
    onAnswer.mockClear();
    write('Monday it is, surely');
    await pause();
    expect(onAnswer).not.toHaveBeenCalled();
    expect(reviews.hasAnswered('Monday it is, surely')).toBe(false);
  });

  it('never let a guard stand on other words than those it was found on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(40), fc.nat(6), fc.string({ maxLength: 6 })), { maxLength: 6 }),
        async (edits) => {
          const { write, reviews } = setUp();
          let text = 'It comes on Monday, we think.';
          write(text);
          await pause();
          for (const [at, cut, put] of edits) {
            text = text.slice(0, at) + put + text.slice(at + cut);
            reviews.follow(text);
            for (const { start, end } of reviews.guards()) expect(text.slice(start, end)).toBe('Monday');
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
