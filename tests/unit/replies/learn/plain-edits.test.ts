import { expect, it } from 'vitest';
import { asTemplateText } from '@/utils/domain/replies/learn/template-text';
import { shippedTemplates } from '../catalogue';
import { shippedTemplate } from './learn-builders';

const template = shippedTemplate('dispatched');
const catalogue = shippedTemplates();

/** Sentences of the shipped replies without values, every third: what agents might write instead of another. */
const sentencesIn = (lang: string): readonly string[] =>
  catalogue
    .flatMap(({ blocks, languages }) =>
      blocks
        .filter(({ role }) => role !== 'greeting' && role !== 'close')
        .map(({ id }) => languages[lang]?.texts[id] ?? ''),
    )
    .filter((text) => text !== '' && !/[{}]/.test(text))
    .filter((text, index, all) => all.indexOf(text) === index && index % 3 === 0);

// What is refused for fear of a name must stay the exception, or nothing would ever be learnt.
it.each(Object.keys(template.languages))('ordinary sentences are learnt from (%s)', (lang) => {
  const sentences = sentencesIn(lang);
  const before = template.languages[lang]!.texts['more']!;
  const refused = sentences.filter((after) => {
    const context = { template, lang, facts: {}, orderItems: [], buyerName: 'Maria Holm' };
    const read = asTemplateText({ block: 'more', before, after }, context);
    return !read.ok && read.error.kind !== 'unchanged';
  });
  expect(sentences.length).toBeGreaterThan(40);
  expect(refused.length / sentences.length, refused.join('\n')).toBeLessThanOrEqual(0.08);
});
