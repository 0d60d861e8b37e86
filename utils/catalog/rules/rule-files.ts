/// <reference types="vite/client" />

import sources from './sources.json';

// Globs, not lists of imports: a new rule or language is new files and no change here.
const ruleJson = import.meta.glob<unknown>('./*/rule.json', { eager: true, import: 'default' });
const wordingJson = import.meta.glob<RuleWordingFile>(['./*/*.json', '!./*/rule.json'], {
  eager: true,
  import: 'default',
});
const lexiconJson = import.meta.glob<unknown>('../lexicon/*.json', { eager: true, import: 'default' });

/** One rule in one language as its file states it. */
interface RuleWordingFile {
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
  readonly nearMiss: readonly RuleExample[];
}

/** A sentence that tests a rule: for every marketplace of the rule, or for one and in one direction. */
export type RuleExample =
  string | { readonly text: string; readonly marketplace?: string; readonly direction?: string };

const parts = (path: string): readonly [rule: string, lang: string] => {
  const [, rule = '', lang = ''] = /\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  return [rule, lang];
};

const lexicons = new Map(Object.entries(lexiconJson).map(([path, cues]) => [path.replace(/^.*\/|\.json$/g, ''), cues]));

/** Terms that are the same in every language, unchecked. */
export const commonCues: unknown = lexicons.get('any');

/** Languages with rules of their own. */
export const ruleLangs: readonly string[] = [...lexicons.keys()].filter((name) => name !== 'any');

/** Every rule file with the list of sources and of languages, unchecked. */
export const ruleFiles: unknown = { rules: Object.values(ruleJson), sources, languages: ruleLangs };

/** The sentences that test a rule in one language, unchecked. */
export const ruleExamples: readonly (RuleWordingFile & { readonly rule: string; readonly lang: string })[] =
  Object.entries(wordingJson).map(([path, file]) => {
    const [rule, lang] = parts(path);
    return { ...file, rule, lang };
  });

/** Terms and wordings of each language, unchecked. */
export const languageFiles: Readonly<Record<string, unknown>> = Object.fromEntries(
  ruleLangs.map((lang) => [
    lang,
    {
      cues: lexicons.get(lang),
      rules: Object.fromEntries(
        Object.entries(wordingJson).flatMap(([path, file]) => {
          const [rule, of] = parts(path);
          // The sentences test the rule; the pack is made of the rest.
          const { bad: _bad, good: _good, nearMiss: _nearMiss, ...wording } = file;
          return of === lang ? [[rule, wording]] : [];
        }),
      ),
    },
  ]),
);
