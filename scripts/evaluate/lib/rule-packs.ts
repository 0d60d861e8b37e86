import { commonCues, languageFiles, ruleFiles } from '@/utils/catalog/rules/rule-files';
import { compile, type CompiledPack, type RulePack } from '@/utils/domain/compliance/engine';
import { packFor } from '@/utils/domain/compliance/pack-for';
import { parseCommonCues, parseLanguageRules, parseRules } from '@/utils/domain/compliance/parse-rules';
import type { LanguageRules } from '@/utils/domain/compliance/rule';

const parsed = parseRules(ruleFiles);
const common = parseCommonCues(commonCues);
const problems = [...parsed.problems];
const languages = new Map<string, LanguageRules>();
for (const [lang, file] of Object.entries(languageFiles)) {
  const read = parseLanguageRules(file, lang);
  problems.push(...read.problems);
  if (read.language) languages.set(lang, read.language);
}
if (problems.length > 0) throw new Error(problems.map((one) => `${one.rule}: ${one.message}`).join('\n'));

/** Every rule of the catalogue. */
export const rules = parsed.rules;

/** The rules of one language as the page gets them. */
export const packOf = (lang: string): RulePack => packFor(rules, common, languages.get(lang) ?? null, lang);

const compiled = new Map<string, CompiledPack>();

/** The rules of one language ready to run, made once. */
export function checkerOf(lang: string): CompiledPack {
  const known = compiled.get(lang) ?? compile(packOf(lang));
  compiled.set(lang, known);
  return known;
}
