import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { searchable, termsOf, withoutLiquid, type SearchTerm } from '@/utils/domain/replies/search/fold';
import { nextTurn } from './next-turn';

// By the reply itself: one that did not change is not prepared again when the list is read anew.
const prepared = new WeakMap<ReplyTemplate, string>();

/** Title, id, tags and all texts of a reply as they are searched; prepared once. */
function searchTextOf(template: ReplyTemplate): string {
  const known = prepared.get(template);
  if (known !== undefined) return known;
  const titles = Object.values(template.title).filter((title) => typeof title === 'string');
  const texts = Object.values(template.languages).flatMap((language) => Object.values(language.texts));
  const text = searchable(
    [...titles, template.id, ...(template.tags ?? []), withoutLiquid(texts.join('\n'))].join('\n'),
  );
  prepared.set(template, text);
  return text;
}

const holds = (text: string, { piece, characters }: SearchTerm): boolean =>
  text.includes(piece) || (characters !== null && characters.every((character) => text.includes(character)));

/** Whether a reply holds every word that is looked for, in any of its languages. */
export const holdsAll = (template: ReplyTemplate, terms: readonly SearchTerm[]): boolean =>
  terms.every((term) => holds(searchTextOf(template), term));

// A frame at 60 Hz has 16 ms; what is left of it draws and hears the keys.
const SLICE_MS = 10;

/** Prepares the texts of all replies in slices, so that the first search need not. Ends early when the signal aborts. */
export async function prepareSearch(templates: readonly ReplyTemplate[], signal: AbortSignal): Promise<void> {
  let since = performance.now();
  for (const template of templates) {
    searchTextOf(template);
    if (performance.now() - since < SLICE_MS) continue;
    await nextTurn();
    if (signal.aborted) return;
    since = performance.now();
  }
}

/**
 * The ids of the replies that hold every word of the query, looked for in slices; null when the query has no word, or the
 * signal aborted.
 */
export async function searchTemplates(
  templates: readonly ReplyTemplate[],
  query: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string> | null> {
  const terms = termsOf(query);
  if (terms.length === 0) return null;
  const found = new Set<string>();
  let since = performance.now();
  for (const template of templates) {
    if (holdsAll(template, terms)) found.add(template.id);
    if (performance.now() - since < SLICE_MS) continue;
    await nextTurn();
    if (signal.aborted) return null;
    since = performance.now();
  }
  return found;
}
