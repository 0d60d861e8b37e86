import type { Lang } from '../../ids';
import { problemIn, readLiquid } from '../liquid';
import { LONGEST_SOURCE } from '../liquid-grammar';
import { readTemplate, type ReplyTemplate } from '../template';
import { longestRendering } from './longest-rendering';
import type { TemplateProblem } from './template-problem';

/** Longest message a reply may make. Units: UTF-16 units. */
export const LONGEST_REPLY = 1_000;

/** How many sentences a reply can have. */
export const MOST_SENTENCES = 40;

/** What one template may hold at most; far above what a person writes. */
const MOST = {
  blocks: MOST_SENTENCES,
  variables: 60,
  languages: 40,
  tags: 20,
  choices: 20,
  needs: 20,
  places: 50,
} as const;
const LONGEST_NAME = { id: 80, intent: 60, title: 200, tag: 40, word: 60 } as const;
const MOST_PROBLEMS = 200;

const LANG_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** Names conditions ask for: a value typed into a form must not change what the situation is. */
const SITUATION: ReadonlySet<string> = new Set([
  'tone',
  'shopId',
  'marketplace',
  'orderState',
  'fulfilment',
  'repeated',
  'overdue',
]);

/** Words that are values in Liquid and no names. */
const LIQUID_WORDS: ReadonlySet<string> = new Set([
  'true',
  'false',
  'nil',
  'null',
  'empty',
  'blank',
  'and',
  'or',
  'not',
  'contains',
]);

const repeated = (names: readonly string[]): number => names.findIndex((name, at) => names.indexOf(name) !== at);

/** The first thing about the form that does not fit, as a dotted place; null when all does. */
function misfit(template: ReplyTemplate): string | null {
  const { id, intent, title, tags = [], scope, variables, blocks, languages } = template;
  const langs = Object.keys(languages);
  const limits: readonly (readonly [field: string, isOver: boolean])[] = [
    ['id', id.length > LONGEST_NAME.id],
    ['intent', intent.length > LONGEST_NAME.intent],
    ['title', Object.values(title).some((one) => typeof one !== 'string' || one.length > LONGEST_NAME.title)],
    ['tags', tags.length > MOST.tags || tags.some((tag) => tag.length > LONGEST_NAME.tag || tag.trim() === '')],
    ['scope', Object.values(scope).some((one) => Array.isArray(one) && isTooMuch(one))],
    ['variables', variables.length > MOST.variables],
    ['blocks', blocks.length > MOST.blocks],
    ['languages', langs.length > MOST.languages],
  ];
  const over = limits.find(([, isOver]) => isOver);
  if (over) return over[0];
  const lang = langs.find((one) => !LANG_TAG.test(one));
  if (lang !== undefined) return `languages.${lang.slice(0, LONGEST_NAME.word)}`;
  return variableMisfit(variables) ?? blockMisfit(template);
}

const isTooMuch = (list: readonly unknown[]): boolean =>
  list.length > MOST.places || list.some((one) => typeof one === 'string' && one.length > LONGEST_NAME.word);

function variableMisfit(variables: ReplyTemplate['variables']): string | null {
  const twice = repeated(variables.map(({ name }) => name));
  if (twice >= 0) return `variables.${twice}.name`;
  for (const [at, { name, type, choices }] of variables.entries()) {
    if (name.length > LONGEST_NAME.word || SITUATION.has(name) || LIQUID_WORDS.has(name)) return `variables.${at}.name`;
    if ((type === 'choice') !== (choices !== undefined)) return `variables.${at}.choices`;
    if (choices && (choices.length > MOST.choices || isTooMuch(choices) || repeated(choices) >= 0))
      return `variables.${at}.choices`;
  }
  return null;
}

function blockMisfit({ blocks, variables }: ReplyTemplate): string | null {
  const twice = repeated(blocks.map(({ id }) => id));
  if (twice >= 0) return `blocks.${twice}.id`;
  const declared = new Set(variables.map(({ name }) => name));
  for (const [at, { id, needs = [] }] of blocks.entries()) {
    if (id.length > LONGEST_NAME.word) return `blocks.${at}.id`;
    if (needs.length > MOST.needs || needs.some((name) => !declared.has(name))) return `blocks.${at}.needs`;
  }
  return null;
}

/** The text of a block; a name like `constructor` must not find what objects inherit. */
const textOf = (texts: Readonly<Record<string, string>>, block: string): string =>
  Object.hasOwn(texts, block) ? (texts[block] ?? '') : '';

function textProblems(template: ReplyTemplate, lang: Lang, declared: ReadonlySet<string>): readonly TemplateProblem[] {
  const { texts } = template.languages[lang]!;
  return template.blocks.flatMap(({ id: block }): readonly TemplateProblem[] => {
    const text = textOf(texts, block);
    if (text.trim() === '') return [{ kind: 'missing-text', lang, block }];
    if (text.length > LONGEST_SOURCE) return [{ kind: 'too-long', lang, length: text.length, limit: LONGEST_SOURCE }];
    const problem = problemIn(text);
    if (problem) return [{ kind: 'syntax', lang, block, ...problem }];
    return (readLiquid(text)?.variables ?? [])
      .filter((name) => !declared.has(name))
      .map((name) => ({ kind: 'undeclared', lang, block, name }));
  });
}

/** Sentences that ask for other variables than the same sentence of the first language. */
function differences(template: ReplyTemplate, langs: readonly Lang[]): readonly TemplateProblem[] {
  const [first, ...others] = langs;
  if (first === undefined) return [];
  const namesIn = (lang: Lang, block: string): readonly string[] =>
    readLiquid(textOf(template.languages[lang]!.texts, block))?.variables ?? [];
  return template.blocks.flatMap(({ id: block }) => {
    const wanted = namesIn(first, block);
    return others.flatMap((lang): readonly TemplateProblem[] => {
      const names = namesIn(lang, block);
      const other = [
        ...wanted.filter((name) => !names.includes(name)),
        ...names.filter((name) => !wanted.includes(name)),
      ];
      return other.length > 0 ? [{ kind: 'other-variables', lang, block, names: other.sort() }] : [];
    });
  });
}

/**
 * Everything that is wrong with a template, at most 200 problems, those that keep it out of use first; `isBlocking` tells
 * them from advice. A template whose form does not fit has that one problem alone. Units: the longest message is 1,000
 * UTF-16 units, with sample values, every optional sentence, the longer tone and the longest choice.
 */
export function checkTemplate(template: ReplyTemplate): readonly TemplateProblem[] {
  const read = readTemplate(template);
  if (!read.ok) return [read.error];
  const field = misfit(template);
  if (field !== null) return [{ kind: 'form', field }];
  const problems: TemplateProblem[] = [];
  if (Object.values(template.title).every((title) => typeof title !== 'string' || title.trim() === ''))
    problems.push({ kind: 'no-title' });
  // English first where there is any: it stands in where a language has no text.
  const langs = Object.keys(template.languages).sort((a, b) => Number(b === 'en') - Number(a === 'en'));
  if (langs.length === 0) problems.push({ kind: 'no-language' });
  const declared = new Set(template.variables.map(({ name }) => name));
  const sound: Lang[] = [];
  for (const lang of langs) {
    const own = textProblems(template, lang, declared);
    problems.push(...own);
    if (own.length > 0) continue;
    sound.push(lang);
    const length = longestRendering(template, lang, LONGEST_REPLY);
    if (length > LONGEST_REPLY) problems.push({ kind: 'too-long', lang, length, limit: LONGEST_REPLY });
  }
  return [...problems, ...differences(template, sound)].slice(0, MOST_PROBLEMS);
}
