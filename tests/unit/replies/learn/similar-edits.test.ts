import { describe, expect, it } from 'vitest';
import type { Instant } from '@/utils/domain/ids';
import { repeatedEdits, similarEdits, type LearntEdit } from '@/utils/domain/replies/learn/similar-edits';
import { countWords, likenessOf, wordsOf } from '@/utils/domain/replies/learn/words';
import { aTemplateOf } from './learn-builders';

const at = (minute: number) => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z` as Instant;

/** Edits of one block, a minute apart. */
const edits = (texts: readonly string[], change: Partial<LearntEdit> = {}): readonly LearntEdit[] =>
  texts.map((text, index) => ({
    id: `e${index}`,
    templateId: 'sample',
    block: 'middle',
    lang: 'de',
    text,
    at: at(index),
    ...change,
  }));

const template = (middle: string, lang = 'de') => aTemplateOf({ first: 'Eins.', middle, last: 'Drei.' }, { lang });
const before = 'Wir antworten Ihnen bald.';
const after = 'Wir melden uns bis zum {{ updateDate | day }} bei Ihnen.';

describe('edits that say nearly the same', () => {
  it('stand together, whatever their accents, capitals and stops', () => {
    const groups = similarEdits(edits(['Wir prüfen das.', 'wir pruefen das', 'Wir prüfen das!', 'wir prufen das']));
    expect(groups.map((group) => group.edits.map(({ id }) => id))).toEqual([['e0', 'e2', 'e3'], ['e1']]);
  });

  it.each([
    [
      'de',
      'Wir melden uns bis zum {{ updateDate | day }} bei Ihnen.',
      'Wir melden uns gern bis zum {{ updateDate | day }} bei Ihnen.',
    ],
    [
      'fr',
      'Nous reviendrons vers vous au plus tard le {{ updateDate | day }}.',
      'Nous reviendrons vers vous vite, au plus tard le {{ updateDate | day }}.',
    ],
    [
      'zh',
      '我们会在 {{ updateDate | day }}之前给您回复，请放心。',
      '我们会在 {{ updateDate | day }}之前给您回复，请您放心。',
    ],
    [
      'ja',
      '{{ updateDate | day }}までに必ずご連絡いたします。',
      '{{ updateDate | day }}までに必ずご連絡をいたします。',
    ],
    [
      'ar',
      'سنكتب إليكم في موعد أقصاه {{ updateDate | day }} إن شاء الله.',
      'سنكتب إليكم حتما في موعد أقصاه {{ updateDate | day }} إن شاء الله.',
    ],
  ])('stand together with a word more (%s)', (lang, one, other) => {
    expect(likenessOf(wordsOf(one), countWords(wordsOf(other)))).toBeGreaterThanOrEqual(0.8);
    expect(similarEdits(edits([one, other], { lang }))).toHaveLength(1);
  });

  it('do not stand with others', () => {
    expect(similarEdits(edits([after, 'Bitte haben Sie noch etwas Geduld.', '']))).toHaveLength(3);
    const [one] = edits([after]);
    const elsewhere = [one!, { ...one!, block: 'last' }, { ...one!, lang: 'fr' }, { ...one!, templateId: 'other' }];
    expect(similarEdits(elsewhere)).toHaveLength(4);
  });

  it('have the same name whatever comes later', () => {
    const [first] = similarEdits(edits([after]));
    const [later] = similarEdits([...edits([after, after.replace('bei Ihnen', 'bei Ihnen gern'), after])].reverse());
    expect(later!.id).toBe(first!.id);
    expect(first!.id).toMatch(/^sample:middle:de:[0-9a-f]{8}$/);
  });
});

describe('a change made again and again', () => {
  const repeated = (texts: readonly string[], middle = before) =>
    repeatedEdits(similarEdits(edits(texts)), [template(middle)]);

  it('is told from the third time on', () => {
    expect(repeated([after, after])).toEqual([]);
    expect(repeated([after, after, after])).toMatchObject([
      { templateId: 'sample', block: 'middle', lang: 'de', before, after, count: 3, lastAt: at(2) },
    ]);
  });

  it('is worded as it was most often, of equals as it was last', () => {
    const gern = after.replace('bei Ihnen', 'gern bei Ihnen');
    expect(repeated([after, gern, after])[0]?.after).toBe(after);
    expect(repeated([after, gern, gern, after])[0]?.after).toBe(after);
    expect(repeated([gern, after, after, gern])[0]?.after).toBe(gern);
  });

  it('may be that a sentence is taken out', () => {
    expect(repeated(['', '', ''])).toMatchObject([{ before, after: '', count: 3 }]);
  });

  it('is void where the sentence reads so already', () => {
    expect(repeated([after, after, after], after)).toEqual([]);
    const gern = after.replace('bei Ihnen', 'gern bei Ihnen');
    expect(repeated([after, gern, gern, gern], after)).toMatchObject([{ after: gern, count: 3 }]);
  });

  it('is void where the template is gone, or lost the sentence, the language or a variable', () => {
    const groups = similarEdits(edits([after, after, after]));
    const whole = template(before);
    expect(repeatedEdits(groups, [])).toEqual([]);
    expect(repeatedEdits(groups, [{ ...whole, blocks: whole.blocks.slice(0, 1) }])).toEqual([]);
    expect(repeatedEdits(groups, [template(before, 'fr')])).toEqual([]);
    expect(repeatedEdits(groups, [{ ...whole, variables: [] }])).toEqual([]);
    expect(repeatedEdits(groups, [whole])).toHaveLength(1);
  });

  it('comes first when it was made more often', () => {
    const often = edits(['Eins, zwei.', 'Eins, zwei.', 'Eins, zwei.', 'Eins, zwei.'], { block: 'first' });
    const groups = similarEdits([...edits([after, after, after]), ...often]);
    expect(repeatedEdits(groups, [template(before)]).map(({ block }) => block)).toEqual(['first', 'middle']);
  });
});
