import type { Variable } from './editor-state';

/** A text after something was put into it, with where the caret stands then. */
export interface Inserted {
  readonly text: string;
  /** Units: UTF-16 units from the start. */
  readonly caret: number;
}

// Tracking numbers are of type text, because some carriers write them with words.
const IDS = new Set(['tracking']);

function filterOf({ name, type }: Pick<Variable, 'name' | 'type'>): string {
  if (type === 'date') return ' | day';
  if (type === 'money') return ' | money';
  return type === 'order-id' || IDS.has(name) ? ' | id' : '';
}

/**
 * What stands in a text for a variable, written as its type asks; for a choice a sentence part for each of its values.
 * `caret` is where typing goes on.
 */
export function placeFor(variable: Variable): Inserted {
  const { name, type, choices = [] } = variable;
  if (type !== 'choice') {
    const text = `{{ ${name}${filterOf(variable)} }}`;
    return { text, caret: text.length };
  }
  const [first = '', ...others] = choices;
  const opening = `{% if ${name} == '${first}' %}`;
  const rest =
    others.length === 1
      ? '{% else %}{% endif %}'
      : `{% endif %}${others.map((choice) => `{% if ${name} == '${choice}' %}{% endif %}`).join('')}`;
  return { text: opening + rest, caret: opening.length };
}

// Chinese and Japanese input methods give wide braces.
const OPENING = /[{｛]{2}[ \t]*$/u;
const CLOSING = /^[ \t]*[}｝]{2}/u;

/** Puts words where the caret is, over what is selected and over braces typed for them. */
export function insertAt(
  text: string,
  selection: { readonly start: number; readonly end: number },
  words: Inserted,
): Inserted {
  const typed = OPENING.exec(text.slice(0, selection.start));
  const start = typed?.index ?? selection.start;
  const rest = text.slice(selection.end);
  const end = selection.end + (typed ? (CLOSING.exec(rest)?.[0].length ?? 0) : 0);
  return { text: text.slice(0, start) + words.text + text.slice(end), caret: start + words.caret };
}

/** Whether what was typed last opens a place for a value; input methods may give both braces at once. */
export const hasJustOpened = (before: string, text: string, caret: number): boolean =>
  text.length > before.length && /(?:^|[^{｛])[{｛]{2}$/u.test(text.slice(Math.max(0, caret - 3), caret));

const SHOWN = /\{\{-?\s*([a-zA-Z]\w*)/gu;
const ASKED = /\{%-?\s*(?:if|elsif|unless|case)\s+([a-zA-Z]\w*)/gu;
const TAGS = new RegExp(`${SHOWN.source}|${ASKED.source}`, 'gu');

/** The variables a text names, in its order; also while the text is not well-formed yet. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(TAGS)].flatMap(([, shown, asked]) => shown ?? asked ?? [])),
];

/**
 * Values a text shows although they may be missing and nothing stands for them then: the sentence would have a hole. A text
 * that asks for the value somewhere has thought of it.
 */
export function holesIn(
  text: string,
  variables: readonly Pick<Variable, 'name' | 'required' | 'fallback'>[],
  needs: readonly string[],
): readonly string[] {
  const asked = new Set([...text.matchAll(ASKED)].map(([, name]) => name));
  const shown = new Set([...text.matchAll(SHOWN)].map(([, name]) => name));
  return variables
    .filter(({ name, required, fallback }) => !required && !fallback && !needs.includes(name))
    .map(({ name }) => name)
    .filter((name) => shown.has(name) && !asked.has(name));
}
