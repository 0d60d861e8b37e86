import type { TextStatus } from '../../domain/replies/draft';
import { parseTemplates, type ReplyTemplate } from '../../domain/replies/template';
import { err, ok, type Result } from '../../domain/result';
import type { ApiProblem } from '../api';

/**
 * Most that a template may hold; nothing `checkTemplate` lets pass is refused here, it would have no reason to show. Units:
 * counts, and UTF-16 units for `text`, `title`, `choices`, `scope` and `tag`.
 */
export const templateLimits = {
  blocks: 40,
  variables: 60,
  choices: 2_000,
  languages: 40,
  tags: 20,
  tag: 40,
  text: 4_000,
  title: 200,
  scope: 12_000,
  /** In one portion of a file. */
  portion: 500,
  /** A whole desk. */
  desk: 6_000,
} as const;

const ID = /^[a-z][a-z0-9-]{0,79}$/;
const LANG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const LONGEST_NAME = 80;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isShort = (name: string): boolean => name.length <= LONGEST_NAME;

/** Tags as they are kept: trimmed, each once; null when one is too long or there are too many. */
export const tidyTags = (tags: readonly string[]): readonly string[] | null => {
  const tidy = [...new Set(tags.map((tag) => tag.replace(/\s+/gu, ' ').trim()).filter((tag) => tag !== ''))];
  return tidy.length <= templateLimits.tags && tidy.every((tag) => tag.length <= templateLimits.tag) ? tidy : null;
};

const fits = ({ id, intent, title, scope, variables, blocks, languages }: ReplyTemplate): boolean => {
  const langs = Object.keys(languages);
  return (
    ID.test(id) &&
    isShort(intent) &&
    blocks.length <= templateLimits.blocks &&
    new Set(blocks.map((block) => block.id)).size === blocks.length &&
    blocks.every((block) => isShort(block.id) && (block.needs ?? []).length <= templateLimits.variables) &&
    variables.length <= templateLimits.variables &&
    new Set(variables.map(({ name }) => name)).size === variables.length &&
    variables.every(
      ({ name, choices = [] }) => isShort(name) && JSON.stringify(choices).length <= templateLimits.choices,
    ) &&
    langs.length <= templateLimits.languages &&
    langs.every((lang) => LANG.test(lang)) &&
    Object.keys(title).length <= templateLimits.languages &&
    Object.values(title).every((words) => typeof words !== 'string' || words.length <= templateLimits.title) &&
    JSON.stringify(scope).length <= templateLimits.scope
  );
};

/** A name and a day, or it is no signature. */
const isSigned = (status: TextStatus): boolean =>
  status.state === 'reviewed' && status.by.trim() !== '' && isShort(status.by) && DAY.test(status.on);

/** The template without what no part of it asks for; null when a text is missing or too long, or the tags do not fit. */
const tidied = (template: ReplyTemplate): ReplyTemplate | null => {
  const languages: Record<string, ReplyTemplate['languages'][string]> = {};
  for (const [lang, { status, texts }] of Object.entries(template.languages)) {
    const kept: Record<string, string> = {};
    for (const { id } of template.blocks) {
      // A block called like something objects inherit has no text of its own.
      const text = Object.hasOwn(texts, id) ? texts[id] : undefined;
      if (text === undefined || text.length > templateLimits.text) return null;
      kept[id] = text;
    }
    languages[lang] = { status: isSigned(status) ? status : { state: 'draft' }, texts: kept };
  }
  const tags = tidyTags(template.tags ?? []);
  if (tags === null) return null;
  const { title, tags: _given, ...frame } = template;
  const others = Object.entries(title).filter(([lang, words]) => typeof words === 'string' && LANG.test(lang));
  return {
    ...frame,
    title: { ...Object.fromEntries(others), en: title.en, 'zh-CN': title['zh-CN'] },
    ...(tags.length > 0 ? { tags: [...tags] } : {}),
    languages,
  };
};

/**
 * Reads templates from a form or a file, whole or not at all.
 *
 * Errors: `invalid` with `template` when one does not fit the form or is too large.
 */
export const readTemplates = (given: readonly unknown[]): Result<readonly ReplyTemplate[], ApiProblem> => {
  const { templates, problems } = parseTemplates(given);
  if (problems.length > 0 || !templates.every(fits)) return err({ kind: 'invalid', field: 'template' });
  const tidy = templates.map(tidied);
  return tidy.every((template) => template !== null) ? ok(tidy) : err({ kind: 'invalid', field: 'template' });
};
