// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '@/utils/domain/replies/draft';
import { alignReply, type RenderedReply } from '@/utils/domain/replies/understand/align-reply';
import { lowestMedian } from '@/tests/speed';

/** A draft of sentences; `[name]` is a value that is still missing. */
const aDraft = (lang: string, sentences: readonly string[]): Draft => ({
  templateId: 'delivery_delayed.own',
  lang,
  status: { state: 'draft' },
  blocks: sentences.map((text, index) => ({
    id: `b${index}`,
    before: index === 0 ? '' : '\n\n',
    segments: text.startsWith('[') ? [{ kind: 'open', variable: text.slice(1, -1) }] : [{ kind: 'text', text }],
  })),
});

const german = [
  'Guten Tag Frau Weber,',
  'es tut uns leid, dass Ihr Paket noch nicht da ist.',
  'DHL liefert es bis zum 3. Dezember.',
  'Mit freundlichen Grüßen',
  'Lumen DE',
];
const english = [
  'Hello Ms Weber,',
  'we are sorry that your parcel is not there yet.',
  'DHL will deliver it by 3 December.',
  'Kind regards',
  'Lumen DE',
];
const reply: RenderedReply = { draft: aDraft('de', german), counterpart: aDraft('en', english) };
const whole = german.join('\n\n');
const meanings = (text: string, replies: readonly RenderedReply[] = [reply]) =>
  alignReply(text, replies).map(({ meaning }) => meaning);

describe('what stands in the box', () => {
  it('is covered whole after a reply was inserted, in its order', () => {
    expect(alignReply(whole, [reply])).toEqual(german.map((text, at) => ({ text, meaning: english[at] })));
  });

  it('is covered whatever white space the box has made of it', () => {
    expect(meanings(german.join(' '))).toEqual(english);
    expect(meanings(german.join('\r\n'))).toEqual(english);
    expect(meanings(whole.replaceAll(' ', '\u00a0'))).toEqual(english);
    expect(meanings(whole.replaceAll(' ', '  \n '))).toEqual(english);
  });

  it('is covered when the box drops the direction marks around an id', () => {
    const ids = {
      draft: aDraft('ar', ['طلبك \u2068302-7781234-5567890\u2069 في الطريق.']),
      counterpart: aDraft('en', ['On its way.']),
    };
    expect(meanings('طلبك 302-7781234-5567890 في الطريق.', [ids])).toEqual(['On its way.']);
  });

  it('loses the sentence that was changed and no other', () => {
    const edited = whole.replace('3. Dezember', '5. Dezember');
    expect(alignReply(edited, [reply])[2]).toEqual({ text: 'DHL liefert es bis zum 5. Dezember.', meaning: null });
    expect(meanings(edited)).toEqual([english[0], english[1], null, english[3], english[4]]);
  });

  it.each([
    ['before it', 'Es stimmt nicht, dass DHL liefert es bis zum 3. Dezember.'],
    ['after a comma', 'Nein, DHL liefert es bis zum 3. Dezember.'],
    ['as the end of a word', 'UDHL liefert es bis zum 3. Dezember.'],
    ['right behind it', 'DHL liefert es bis zum 3. Dezember.2027 oder später.'],
  ])('is not covered with own words in the same sentence: %s', (_, text) => {
    expect(meanings(text)).not.toContain('DHL will deliver it by 3 December.');
  });

  it('is covered beside own sentences, which are cut one by one', () => {
    const text = `Vielen Dank! Ich habe nachgesehen. ${german[2]} Bis bald.`;
    expect(alignReply(text, [reply])).toEqual([
      { text: 'Vielen Dank!', meaning: null },
      { text: 'Ich habe nachgesehen.', meaning: null },
      { text: german[2], meaning: english[2] },
      { text: 'Bis bald.', meaning: null },
    ]);
  });

  it('is not covered by a closing line that own words go on from', () => {
    expect(meanings('Mit freundlichen Grüßen aus Ulm')).toEqual([null]);
    expect(meanings('Mit freundlichen Grüßen\nIhr Team')).toEqual([english[3], null]);
  });

  it('is not covered where a value was missing when it was rendered', () => {
    const open = {
      draft: aDraft('de', ['[newEta]', german[2]!]),
      counterpart: aDraft('en', ['[newEta]', english[2]!]),
    };
    expect(meanings(`⟦Datum⟧\n\n${german[2]}`, [open])).toEqual([null, english[2]]);
  });

  it('is not covered by a sentence without a counterpart', () => {
    expect(
      meanings(german[4]!, [{ draft: aDraft('de', german), counterpart: aDraft('en', english.slice(0, 4)) }]),
    ).toEqual([null]);
  });

  it('means itself where buyer and agent share a language', () => {
    expect(alignReply(german[1]!, [{ draft: aDraft('de', german), counterpart: null }])).toEqual([
      { text: german[1], meaning: german[1] },
    ]);
  });

  it('may come from several replies, and the longer of two sentences counts', () => {
    const other = {
      draft: aDraft('de', ['Danke.', 'Danke. Das Geld ist da.']),
      counterpart: aDraft('en', ['Thanks.', 'Thanks. The money is there.']),
    };
    expect(meanings(`${german[1]} Danke. Das Geld ist da. Danke.`, [reply, other])).toEqual([
      english[1],
      'Thanks. The money is there.',
      'Thanks.',
    ]);
  });

  it('is covered without spaces between the sentences of Chinese and Japanese', () => {
    const chinese = {
      draft: aDraft('zh', ['您好。', '包裹已经发出。']),
      counterpart: aDraft('en', ['Hello.', 'The parcel is sent.']),
    };
    expect(meanings('您好。包裹已经发出。', [chinese])).toEqual(['Hello.', 'The parcel is sent.']);
    expect(meanings('我不认为包裹已经发出。', [chinese])).toEqual([null]);
  });

  it('is nothing while the box is empty', () => {
    expect(alignReply('', [reply])).toEqual([]);
    expect(alignReply(' \n ', [reply])).toEqual([]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(...german, 'Nein.', 'eigene Worte', '\n', ' ', '.', ',', 'a', '。', '\u200b', '😀');
  it('loses no letter and covers nothing that no reply says', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const aligned = alignReply(text, [reply]);
        const letters = (of: string) => of.replace(/[\s\u200b]/g, '');
        expect(letters(aligned.map((part) => part.text).join(''))).toBe(letters(text));
        for (const part of aligned)
          if (part.meaning !== null) expect(german.map(letters)).toContain(letters(part.text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('speed', () => {
  const many = Array.from({ length: 60 }, (_, at) => `Satz Nummer ${at} steht hier und sagt etwas.`);
  const replies = [{ draft: aDraft('de', many), counterpart: aDraft('en', many) }];
  const long = Array.from({ length: 300 }, (_, at) => many[at % 60])
    .join(' ')
    .slice(0, 10_000);

  it('takes at most 5 ms for 10,000 characters and 60 sentences', () => {
    expect(lowestMedian(() => alignReply(long, replies), 5)).toBeLessThan(5);
  });

  it('takes at most 5 ms for a hostile text of one short sentence over and over', () => {
    const short = {
      draft: aDraft(
        'de',
        Array.from({ length: 60 }, (_, at) => 'a'.repeat(at + 1)),
      ),
      counterpart: null,
    };
    expect(lowestMedian(() => alignReply('a '.repeat(5_000), [short]), 5)).toBeLessThan(5);
  });
});
