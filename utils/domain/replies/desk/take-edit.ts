import type { Lang } from '../../ids';
import { err, ok, type Result } from '../../result';
import type { ReplyTemplate } from '../template';

/** A sentence as it is sent instead of what stands; empty when it is taken out. */
export interface TakenEdit {
  readonly block: string;
  readonly lang: Lang;
  readonly after: string;
}

/** Why an edit can't be taken up: its place is gone, or nothing would be left. */
export interface EditProblem {
  readonly kind: 'no-place' | 'nothing-left';
}

/**
 * The template with one sentence as it is sent instead, its language a draft again. A sentence that is taken out goes from
 * every language: two languages of a template say the same, or an agent would read a sentence the buyer never gets.
 */
export const takeEdit = (
  template: ReplyTemplate,
  { block, lang, after }: TakenEdit,
): Result<ReplyTemplate, EditProblem> => {
  const body = Object.hasOwn(template.languages, lang) ? template.languages[lang] : undefined;
  if (!body || !template.blocks.some(({ id }) => id === block)) return err({ kind: 'no-place' });
  const draft = { ...body, status: { state: 'draft' as const } };
  if (after.trim() !== '') {
    const texts = { ...body.texts, [block]: after };
    return ok({ ...template, languages: { ...template.languages, [lang]: { ...draft, texts } } });
  }
  const blocks = template.blocks.filter(({ id }) => id !== block);
  if (blocks.length === 0) return err({ kind: 'nothing-left' });
  const left = Object.entries({ ...template.languages, [lang]: draft }).map(([name, { status, texts }]) => {
    const { [block]: _gone, ...others } = texts;
    return [name, { status, texts: others }] as const;
  });
  return ok({ ...template, blocks, languages: Object.fromEntries(left) });
};

const LONGEST_ID = 80;

/** A copy under the first id that is free, its title with the number of the copy. */
export const copyOf = (template: ReplyTemplate, isTaken: (id: string) => boolean): ReplyTemplate => {
  const idOf = (count: number): string => `${template.id.slice(0, LONGEST_ID - `-${count}`.length)}-${count}`;
  let count = 2;
  while (isTaken(idOf(count))) count += 1;
  const { title } = template;
  return {
    ...template,
    id: idOf(count),
    title: { ...title, en: `${title.en} (${count})`, 'zh-CN': `${title['zh-CN']}（${count}）` },
  };
};
