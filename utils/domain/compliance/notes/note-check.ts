import * as v from 'valibot';
import { brandAs, type Instant } from '../../ids';
import { check, compile, type CompiledPack } from '../engine';
import type { Finding } from '../input';
import { packFor } from '../pack-for';
import { parseLanguageRules, parseRules, type RuleProblem, type RuleSource } from '../parse-rules';
import type { Cues, LanguageRules, RuleWording } from '../rule';

/** Checks the text of a note; a few milliseconds to make, far less to run. */
export type NoteCheck = (text: string) => readonly Finding[];

const file = v.object({ rules: v.array(v.unknown()), languages: v.record(v.string(), v.unknown()) });

/**
 * Makes the check of notes out of its rule file.
 *
 * A note is a few words in whatever language the agent thinks in, too few to tell which: the terms of all languages
 * are looked for at once.
 */
export function createNoteCheck(
  json: unknown,
  common: Cues,
  sources: Readonly<Record<string, Omit<RuleSource, 'key'>>>,
): { readonly check: NoteCheck; readonly problems: readonly RuleProblem[] } {
  const parsed = v.safeParse(file, json);
  if (!parsed.success) return { check: () => [], problems: [{ rule: 'notes', message: 'unreadable' }] };
  const { rules, problems } = parseRules({ rules: parsed.output.rules, sources, languages: [] });
  const read = Object.entries(parsed.output.languages).map(([lang, words]) => parseLanguageRules(words, lang));
  const languages = read.flatMap(({ language }) => (language ? [language] : []));
  let compiled: CompiledPack | undefined;
  return {
    problems: [...problems, ...read.flatMap((one) => one.problems)],
    check: (text) => {
      compiled ??= compile(packFor(rules, common, allLanguages(languages), 'en'));
      return check(
        {
          text,
          lang: 'en',
          marketplace: brandAs<'MarketId'>('any'),
          direction: 'reply',
          now: '1970-01-01T00:00:00.000Z' as Instant,
        },
        compiled,
      );
    },
  };
}

/** One language that has the terms of all. */
function allLanguages(languages: readonly LanguageRules[]): LanguageRules {
  const rules: Record<string, RuleWording> = {};
  for (const language of languages) {
    for (const [id, { cues = {} }] of Object.entries(language.rules)) {
      const known = rules[id]?.cues ?? {};
      const merged = Object.entries(cues).map(([name, terms]) => [name, [...(known[name] ?? []), ...terms]] as const);
      rules[id] = { cues: { ...known, ...Object.fromEntries(merged) } };
    }
  }
  return { cues: {}, rules };
}
