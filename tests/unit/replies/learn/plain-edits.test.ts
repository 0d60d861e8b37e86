import { expect, it } from 'vitest';
import { asTemplateText } from '@/utils/domain/replies/learn/template-text';
import { vocabularyOf } from '@/utils/domain/replies/learn/vocabulary';
import { shippedTemplates } from '../catalogue';
import { shippedTemplate } from './learn-builders';

const template = shippedTemplate('dispatched');
const catalogue = shippedTemplates();

/** Sentences of replies without values, every third of the shipped ones: what agents might write instead of another. */
const sentencesIn = (lang: string, templates = catalogue, step = 3): readonly string[] =>
  templates
    .flatMap(({ blocks, languages }) =>
      blocks
        .filter(({ role }) => role !== 'greeting' && role !== 'close')
        .map(({ id }) => languages[lang]?.texts[id] ?? ''),
    )
    .filter((text) => text !== '' && !/[{}]/.test(text))
    .filter((text, index, all) => all.indexOf(text) === index && index % step === 0);

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

const intents = [...new Set(catalogue.map(({ intent }) => intent))];
/** Whether a template is about one of every fourth situation. */
const isUnheard = ({ intent }: (typeof catalogue)[number]): boolean => intents.indexOf(intent) % 4 === 0;

// Sentences about what no reply here is about: German writes its nouns with a capital, Turkish begins with words of many forms.
const MOST_REFUSED: Readonly<Record<string, number>> = { de: 0.36, tr: 0.38 };

it.each(Object.keys(template.languages))('so are most of other situations, with a vocabulary (%s)', (lang) => {
  const sentences = sentencesIn(lang, catalogue.filter(isUnheard), 1);
  const vocabulary = vocabularyOf(
    lang,
    catalogue.filter((one) => !isUnheard(one)),
  );
  const before = template.languages[lang]!.texts['more']!;
  const refused = sentences.filter((after) => {
    const context = { template, lang, facts: {}, orderItems: [], vocabulary };
    const read = asTemplateText({ block: 'more', before, after }, context);
    return !read.ok && read.error.kind !== 'unchanged';
  });
  expect(sentences.length).toBeGreaterThan(30);
  expect(refused.length / sentences.length, refused.join('\n')).toBeLessThanOrEqual(MOST_REFUSED[lang] ?? 0.2);
});
