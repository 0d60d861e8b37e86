/** The words of a block, where at most one question decides between two wordings of the whole of it. */
export interface BlockShape {
  /** The wordings, at most two; the second is empty where the block has none for the other answer. */
  readonly branches: readonly string[];
  /** The source with one of the wordings replaced. */
  readonly withBranch: (index: number, text: string) => string;
}

const TAG = /\{%/;
const ONE_QUESTION =
  /^(\s*\{%-?\s*if\b[^%]*%\})((?:(?!\{%).)*)(?:(\{%-?\s*else\s*-?%\})((?:(?!\{%).)*))?(\{%-?\s*endif\s*-?%\}\s*)$/su;

/** How a block's Liquid is built; null when a condition stands inside a sentence, which an edit can't be put into. */
export function shapeOf(source: string): BlockShape | null {
  if (!TAG.test(source)) return { branches: [source], withBranch: (_index, text) => text };
  const match = ONE_QUESTION.exec(source);
  if (!match) return null;
  const [, open = '', yes = '', middle, no = '', close = ''] = match;
  return {
    branches: [yes, no],
    withBranch: (index, text) =>
      index === 0
        ? `${open}${text}${middle === undefined ? '' : middle + no}${close}`
        : `${open}${yes}${middle ?? '{% else %}'}${text}${close}`,
  };
}

const OUTPUT = /\{\{-?\s*([a-zA-Z][a-zA-Z0-9]*)[^{}]*\}\}/g;
const LIQUID = /\{\{[^{}]*\}\}|\{%[^%]*%\}/g;

/** A place of a value as a text writes it: `{{ shipDate | day }}`. */
export interface ValuePlace {
  readonly source: string;
  readonly name: string;
}

/** The places of values in a text, each wording once. */
export const valuePlaces = (text: string): readonly ValuePlace[] => [
  ...new Map([...text.matchAll(OUTPUT)].map(([source, name = '']) => [source, { source, name }])).values(),
];

/** Stands for a value where the words around it are read. */
export const VALUE_MARK = '\uFFFC';

/** The words of a text alone, with a mark for every place of a value. */
export const wordsAlone = (text: string): string => text.replace(OUTPUT, VALUE_MARK).replace(LIQUID, ' ');
