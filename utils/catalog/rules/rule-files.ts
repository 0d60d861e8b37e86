/// <reference types="vite/client" />

// A glob, not a list of imports: a new rule or language is one new file and no change here.
const rules = import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' });
const lexicons = import.meta.glob<unknown>('./lexicon/*.json', { eager: true, import: 'default' });

/** Every rule file as it is, unchecked. */
export const ruleFiles: readonly unknown[] = Object.values(rules);

/** Every cue lexicon by language as it is, unchecked; `any` holds names that need no language. */
export const lexiconFiles: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(lexicons).map(([path, cues]) => [path.replace(/^.*\/|\.json$/g, ''), cues]),
);
