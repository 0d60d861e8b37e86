import type { Instant, Lang } from '../../ids';
import type { TemplateEditRow } from '../../records';
import { searchable } from '../search/fold';
import { parseText } from '../liquid';
import type { ReplyTemplate } from '../template';
import { withoutBlanks } from './compact';
import { countWords, likenessOf, wordsOf } from './words';

/** What is compared of an edit that was learnt. */
export type LearntEdit = Pick<TemplateEditRow, 'id' | 'templateId' | 'block' | 'lang' | 'text' | 'at'>;

/** Edits of one block in one language that say nearly the same. */
export interface EditGroup {
  /** Stays the same while its oldest edit is there. */
  readonly id: string;
  readonly templateId: string;
  readonly block: string;
  readonly lang: Lang;
  /** Oldest first. */
  readonly edits: readonly LearntEdit[];
}

/** A wording that is sent again and again in place of the one that stands. */
export interface RepeatedEdit extends Omit<EditGroup, 'edits'> {
  /** As it stands, Liquid. */
  readonly before: string;
  /** As it is sent instead, Liquid; empty when it is taken out. */
  readonly after: string;
  readonly count: number;
  readonly lastAt: Instant;
}

const ALIKE = 0.8;
/** So often the same change is no accident. */
const FEWEST = 3;

const byAge = (a: LearntEdit, b: LearntEdit): number => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1);

/** A short name of a text: FNV-1a over its UTF-16 units. */
function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

interface Growing {
  readonly folded: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly edits: LearntEdit[];
}

/** Groups edits of one template, language and block whose texts are nearly the same as the oldest of the group. */
export function similarEdits(edits: readonly LearntEdit[]): readonly EditGroup[] {
  const places = new Map<string, Growing[]>();
  for (const edit of [...edits].sort(byAge)) {
    const place = `${edit.templateId}:${edit.block}:${edit.lang}`;
    const groups = places.get(place) ?? [];
    places.set(place, groups);
    const folded = searchable(edit.text).trim();
    const words = wordsOf(edit.text);
    const isAlike = (group: Growing): boolean =>
      group.folded === folded || (folded !== '' && group.folded !== '' && likenessOf(words, group.counts) >= ALIKE);
    const group = groups.find((one) => one.folded === folded) ?? groups.find(isAlike);
    if (group) group.edits.push(edit);
    else groups.push({ folded, counts: countWords(words), edits: [edit] });
  }
  return [...places].flatMap(([place, groups]) =>
    groups.map(({ folded, edits: ofGroup }) => {
      const { templateId, block, lang } = ofGroup[0]!;
      return { id: `${place}:${printOf(folded)}`, templateId, block, lang, edits: ofGroup };
    }),
  );
}

/** The wording that is there most often, the latest of equals. */
function mostFrequent(edits: readonly LearntEdit[]): string {
  const wordings = new Map<string, { count: number; last: LearntEdit }>();
  for (const edit of edits) {
    const key = withoutBlanks(edit.text);
    wordings.set(key, { count: (wordings.get(key)?.count ?? 0) + 1, last: edit });
  }
  const [best] = [...wordings.values()].sort((a, b) => b.count - a.count || byAge(b.last, a.last));
  return best?.last.text ?? '';
}

const canStand = (text: string, { variables }: ReplyTemplate): boolean => {
  const declared = new Set(variables.map(({ name }) => name));
  return parseText(text)?.variables.every((name) => declared.has(name)) ?? false;
};

/** The changes that were made three times and more to blocks as they stand now, the most frequent first. */
export function repeatedEdits(
  groups: readonly EditGroup[],
  templates: readonly ReplyTemplate[],
): readonly RepeatedEdit[] {
  const byId = new Map(templates.map((template) => [template.id, template]));
  return groups
    .flatMap(({ edits, ...group }): readonly RepeatedEdit[] => {
      const template = byId.get(group.templateId);
      const before = template?.languages[group.lang]?.texts[group.block];
      if (!template || before === undefined || !template.blocks.some(({ id }) => id === group.block)) return [];
      const live = edits.filter(
        ({ text }) => withoutBlanks(text) !== withoutBlanks(before) && canStand(text, template),
      );
      if (live.length < FEWEST) return [];
      return [{ ...group, before, after: mostFrequent(live), count: live.length, lastAt: live.at(-1)!.at }];
    })
    .sort((a, b) => b.count - a.count || (a.lastAt > b.lastAt ? -1 : 1));
}
