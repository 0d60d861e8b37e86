import { describe, expect, it } from 'vitest';
import { isReworded } from '@/utils/domain/replies/learn/standing';
import { aDraft } from './learn-builders';

const sentences = ['Ihr Paket ist unterwegs.', 'Wir antworten bis morgen.', 'Danke für Ihre Geduld.'];
const draft = aDraft(...sentences);
const framed = {
  ...draft,
  blocks: draft.blocks.map((block, index) => (index === 2 ? { ...block, frame: 'closing' as const } : block)),
};
const other = aDraft('Die Rechnung liegt bei.', 'Sie ist auch in Ihrem Konto.');

describe('a message made of replies', () => {
  it('is not reworded while every sentence stands, whatever stands around them', () => {
    expect(isReworded([draft], sentences.join('\n\n'))).toBe(false);
    expect(isReworded([draft], `Hallo!\n${sentences.join(' ')}\nSchönes Wochenende!`)).toBe(false);
  });

  it('is reworded by a letter, and by a sentence less', () => {
    expect(isReworded([draft], sentences.join('\n').replace('Geduld', 'Gedult'))).toBe(true);
    expect(isReworded([draft], sentences.slice(1).join('\n'))).toBe(true);
    expect(isReworded([draft], 'Alles neu.')).toBe(true);
  });

  it('may go without greeting and closing', () => {
    expect(isReworded([framed], sentences.slice(0, 2).join('\n'))).toBe(false);
  });

  it('counts a reply that was taken back only when it was the last', () => {
    const text = 'Die Rechnung liegt bei.\nSie ist auch in Ihrem Konto.';
    expect(isReworded([draft, other], text)).toBe(false);
    expect(isReworded([other, draft], text)).toBe(false);
    expect(isReworded([draft, other], `${sentences[0]}\n${text}`)).toBe(true);
  });

  it('fills its open places without being reworded', () => {
    expect(isReworded([aDraft('Die Nummer ist ⟦tracking⟧, bitte sehr.')], 'Die Nummer ist 0034, bitte sehr.')).toBe(
      false,
    );
  });
});
