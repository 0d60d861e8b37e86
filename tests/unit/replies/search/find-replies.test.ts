import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReplyHabits } from '@/utils/domain/replies/habits';
import { findReplies, findSentences } from '@/utils/domain/replies/search/find-replies';
import { indexReplies } from '@/utils/domain/replies/search/reply-index';
import { anOrder, theFacts } from '../builders';
import { aQuery, idsOf, pinyin, sentencesOf, someIndex, someTemplates } from './shelf';

const habits = (change: Partial<ReplyHabits>): ReplyHabits => ({ used: {}, favourites: new Set(), ...change });

describe('a reply is found', () => {
  it.each([
    ['a word of its English title', 'issued', 'refund-sent'],
    ['the beginning of a word', 'iss', 'refund-sent'],
    ['its title in Chinese characters', '退款', 'refund-sent'],
    ['a text in the buyer’s language', 'erstattet', 'refund-sent'],
    ['a word typed without its accents', 'verspatung', 'late-parcel'],
    ['a tag', 'Verspätung', 'late-parcel'],
    ['its id', 'late-par', 'late-parcel'],
    ['words of which one is in the title and one in the text', 'late sorry', 'late-parcel'],
    ['words in two languages', 'late leider', 'late-parcel'],
    ['its text in Chinese', '银行', 'refund-sent'],
    ['characters of its text that do not stand side by side', '包裹误了', 'late-parcel'],
    ['pinyin of its title', 'yituikuan', 'refund-sent'],
    ['pinyin with a space', 'tui kuan', 'refund-sent'],
    ['first letters of its title', 'bgyw', 'late-parcel'],
    ['pinyin of its text', 'yinhang', 'refund-sent'],
    ['first letters of its text', 'yhcl', 'refund-sent'],
  ])('by %s', (_, query, id) => {
    expect(idsOf(query)[0]).toBe(id);
  });

  it('only where every word is somewhere', () => {
    expect(idsOf('refund dispute')).toEqual([]);
    expect(idsOf('qqqq')).toEqual([]);
  });

  it('without a word by nobody: all are shown, those for this conversation first', () => {
    expect(idsOf('')).toHaveLength(someTemplates.length);
    expect(idsOf('  …!')).toEqual(idsOf(''));
    expect(idsOf('').slice(-2)).toEqual(['delay-news', 'platform-claim']);
  });
});

describe('the order of what was found', () => {
  it('is the beginning of a title, words of titles, then texts', () => {
    expect(idsOf('return')).toEqual(['return-first']);
    // "退款" begins no title: in two it is a word, and one of them also says it in its text.
    expect(idsOf('re')).toEqual(['refund-sent', 'return-first']);
    expect(idsOf('parcel')).toEqual(['late-parcel', 'delay-news']);
  });

  it('follows what the agent uses and likes', () => {
    const at = '2026-11-20T09:00:00.000Z';
    expect(idsOf('re', { habits: habits({ used: { 'return-first': { count: 9, at } } }) })[0]).toBe('return-first');
    expect(idsOf('re', { habits: habits({ favourites: new Set(['return-first']) }) })[0]).toBe('return-first');
    expect(idsOf('', { habits: habits({ used: { 'return-first': { count: 1, at } } }) })[0]).toBe('return-first');
  });

  it('follows what the buyer wants where nothing else decides', () => {
    expect(idsOf('', { intents: [{ id: 'return_request', score: 0.9 }] })[0]).toBe('return-first');
  });

  it('puts what is for another situation last and says for which, however much it is liked', () => {
    const liked = habits({ favourites: new Set(['platform-claim']) });
    const { hits } = findReplies(someIndex, pinyin, aQuery('', { habits: liked }));
    expect(hits.at(-1)?.misfit ?? hits.at(-2)?.misfit).not.toBeNull();
    const misfits = Object.fromEntries(hits.map(({ template, misfit }) => [template.id, misfit]));
    expect(misfits['platform-claim']).toEqual({ kind: 'marketplace', marketplaces: ['aliexpress'] });
    expect(misfits['delay-news']).toEqual({ kind: 'direction', direction: 'proactive' });
    expect(misfits['late-parcel']).toBeNull();
    const delivered = { ...aQuery('').situation, order: anOrder({ state: 'delivered' }) };
    const late = findReplies(someIndex, pinyin, aQuery('late', { situation: delivered })).hits[0];
    expect(late?.misfit).toEqual({ kind: 'order-state', states: ['shipped'] });
  });

  it('holds nothing against a reply that the page does not show', () => {
    const unknown = { ...aQuery('').situation, order: null, facts: theFacts({ order: null }) };
    expect(findReplies(someIndex, pinyin, aQuery('late', { situation: unknown })).hits[0]?.misfit).toBeNull();
  });
});

describe('a sentence is found', () => {
  it.each([
    ['its words in the agent’s language', 'send it back', 'return-first b0'],
    ['its words in the buyer’s', 'zuerst', 'return-first b0'],
    ['its pinyin', 'baoguo', 'late-parcel b0'],
    ['a word of its own and one of its title', 'bank refund', 'refund-sent b1'],
  ])('by %s', (_, query, name) => {
    expect(sentencesOf(query)[0]).toBe(name);
  });

  it('once, whichever replies say it', () => {
    expect(sentencesOf('sorry')).toEqual(['late-parcel b0']);
  });

  it('after those that say the word themselves when only its title does', () => {
    expect(sentencesOf('refund')).toEqual(['refund-sent b0', 'refund-sent b1']);
  });
});

describe('whatever is typed', () => {
  const anyQuery = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.string({ maxLength: 100 }));

  it('is answered with at most as many as were asked for, the same each time, fitting ones first', () => {
    fc.assert(
      fc.property(anyQuery, fc.integer({ min: 1, max: 20 }), (query, limit) => {
        for (const find of [findReplies, findSentences]) {
          const asked = aQuery(query, { limit });
          const { hits, count } = find(someIndex, pinyin, asked);
          expect(hits.length).toBe(Math.min(limit, count));
          expect(find(someIndex, pinyin, asked)).toEqual({ hits, count });
          const fits = hits.map(({ misfit }) => misfit === null);
          expect([...fits].sort((a, b) => Number(b) - Number(a))).toEqual(fits);
        }
      }),
    );
  });

  it('finds a reply by any beginning of any word of its title', () => {
    const words = someTemplates.flatMap(({ id, title }) => title.en.split(/[\s,]+/).map((word) => ({ id, word })));
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.integer({ min: 1, max: 8 }), ({ id, word }, length) => {
        expect(idsOf(word.slice(0, length).toUpperCase())).toContain(id);
      }),
    );
  });

  it('finds Chinese by characters without the table of readings', () => {
    const plain = indexReplies(someTemplates, null);
    expect(findReplies(plain, null, aQuery('退款')).count).toBe(2);
    expect(findReplies(plain, null, aQuery('tuikuan')).count).toBe(0);
  });
});
