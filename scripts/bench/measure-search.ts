/**
 * What one key in the palette costs the background, in this process: 5,000 templates with a sentence of their own each, in three
 * languages, searched, and ten rows of them filled.
 */
import { catalogAssets } from '../lib/catalog-assets.mjs';
import { brandAs } from '../../utils/domain/ids';
import { noHabits } from '../../utils/domain/replies/habits';
import { findReplies, findSentences } from '../../utils/domain/replies/search/find-replies';
import { createPinyin } from '../../utils/domain/replies/search/pinyin';
import { indexReplies } from '../../utils/domain/replies/search/reply-index';
import { renderSentence } from '../../utils/domain/replies/search/sentence';
import { renderSuggestion } from '../../utils/domain/replies/suggest';
import { joinTemplates, parseTemplates, type ReplyTemplate } from '../../utils/domain/replies/template';
import type { DomainFigure } from './measure-domain';
import { spreadOf } from './stats';

const TEMPLATES = 5_000;
const LANGS = ['en', 'de', 'zh'];
const QUERIES = ['', 'r', 'refund', 'where is', 'liefer', '退款', 'tk', 'tuikuan', 'nothing like it'];
const ROUNDS = 9;
const BUDGET_MS = 50;

const shipped = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string }[]).map((file) => [
    file.relativeDest,
    file.contents ?? 'null',
  ]),
);
const read = (path: string): unknown => JSON.parse(shipped.get(`catalog/${path}.json`) ?? 'null');

/** The shipped templates again and again, a number in each text so that no two are alike. */
function manyTemplates(): readonly ReplyTemplate[] {
  const texts = Object.fromEntries(LANGS.map((lang) => [lang, read(`templates/${lang}`)]));
  const { templates } = parseTemplates(joinTemplates(read('templates'), texts));
  return Array.from({ length: TEMPLATES }, (_, at) => {
    const template = templates[at % templates.length]!;
    const languages = Object.entries(template.languages).map(([lang, own]) => {
      const numbered = Object.entries(own.texts).map(([block, text]) => [block, `${text} ${at}`]);
      return [lang, { ...own, texts: Object.fromEntries(numbered) as Record<string, string> }] as const;
    });
    return { ...template, id: `${template.id}-${at}`, languages: Object.fromEntries(languages) };
  });
}

/** Measures the palette and the sentence picker. */
export function measureSearch(): readonly DomainFigure[] {
  const templates = manyTemplates();
  const pinyin = createPinyin(read('pinyin'));
  const before = performance.now();
  const index = indexReplies(templates, pinyin);
  const made = performance.now() - before;
  const filling = { lang: 'de', agentLang: 'zh', facts: {}, values: {} };
  const situation = { direction: 'reply', marketplace: brandAs<'MarketId'>('amazon'), order: null, facts: {} } as const;
  const key = (find: typeof findReplies, query: string): number => {
    const from = performance.now();
    const { hits } = find(index, pinyin, { query, limit: 10, situation, intents: [], habits: noHabits });
    for (const { template, block } of hits) {
      if (block) renderSentence(template, block.id, filling);
      else renderSuggestion({ ...filling, templateId: template.id }, { templates: [template] });
    }
    return performance.now() - from;
  };
  const figure = (what: string, find: typeof findReplies): DomainFigure => ({
    what,
    budget: BUDGET_MS,
    spread: spreadOf(QUERIES.flatMap((query) => Array.from({ length: ROUNDS }, () => key(find, query)))),
  });
  return [
    figure('palette: one key among 5,000 replies', findReplies),
    figure('palette: one key among their sentences', findSentences),
    { what: 'palette: 5,000 replies made ready, in turns', budget: 3_000, spread: spreadOf([made]) },
  ];
}
