import { coverageOf } from '../domain/compliance/coverage';
import { packFor } from '../domain/compliance/pack-for';
import { parseCommonCues, parseLanguageRules, parseRules } from '../domain/compliance/parse-rules';
import { parseStatedRules } from '../domain/compliance/stated-rule';
import { textsFor } from '../domain/compliance/texts-for';
import { compile, type CompiledPack, type RulePack } from '../domain/compliance/engine';
import type { Coverage } from '../domain/compliance/pack';
import type { LanguageRules } from '../domain/compliance/rule';
import type { Lang } from '../domain/ids';
import { parseCues, type CueLists } from '../domain/replies/cues';
import { loadModel, type IntentModel } from '../domain/replies/model';
import type { ReplyCatalogue } from '../domain/replies/suggest';
import { parseTemplates } from '../domain/replies/template';
import type { Assets } from '../platform/assets';
import { log } from '../platform/log';
import type { ThreadView } from './api';

/** What replies are made from. */
export interface ReplyShelf extends ReplyCatalogue {
  readonly model: IntentModel;
  readonly cues: CueLists;
}

/** The rules of one language, ready to run, and how much of the rule set they are. */
export interface Checker {
  readonly compiled: CompiledPack;
  readonly coverage: Coverage;
}

/** The shipped data, read out of the extension on the first thread and kept while the background lives. */
export interface Catalogue {
  replies(): Promise<ReplyShelf>;
  /** The rules of one language with their explanations; only the version when `held` names it. */
  rules(lang: Lang, uiLang: Lang, held?: string): Promise<ThreadView['rules']>;
  /** The same rules ready to run here. */
  checker(lang: Lang): Promise<Checker>;
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};

/** Entries that do not fit are left out and counted; the rest still serves. */
const noteProblems = (problems: readonly unknown[]): void => {
  if (problems.length > 0) log('asset-invalid', problems.length);
};

/** Creates the catalogue over the extension's own files. */
export function createCatalogue(assets: Assets): Catalogue {
  const replies = once(async () => {
    const [weights, cueFile, templateFile] = await Promise.all([
      assets.bytes('catalog/intents.bin'),
      assets.json('catalog/cues.json'),
      assets.json('catalog/templates.json'),
    ]);
    const templates = parseTemplates(templateFile);
    const cues = parseCues(cueFile);
    noteProblems([...templates.problems, ...cues.problems]);
    const model = loadModel(new Uint8Array(weights));
    return { model, cues: cues.cues, templates: templates.templates };
  });
  const ruleFiles = once(async () => {
    const [ruleFile, commonFile, statedFile] = await Promise.all([
      assets.json('catalog/rules.json'),
      assets.json('catalog/rules/any.json'),
      assets.json('catalog/stated-rules.json'),
    ]);
    const { rules, languages, sources, problems } = parseRules(ruleFile);
    noteProblems(problems);
    return { rules, languages, stated: parseStatedRules(statedFile, sources), common: parseCommonCues(commonFile) };
  });
  /** A language without a file has only the rules that need none. */
  const languageOf = async (lang: Lang): Promise<LanguageRules | null> => {
    const base = lang.split('-')[0] ?? lang;
    if (!(await ruleFiles()).languages.includes(base)) return null;
    const { language, problems } = parseLanguageRules(await assets.json(`catalog/rules/${base}.json`), base);
    noteProblems(problems);
    return language;
  };
  const packs = new Map<Lang, RulePack>();
  const checkers = new Map<Lang, Checker>();
  const packOf = async (lang: Lang): Promise<RulePack> => {
    const known = packs.get(lang);
    if (known) return known;
    const [{ rules, common }, language] = await Promise.all([ruleFiles(), languageOf(lang)]);
    const pack = packFor(rules, common, language, lang);
    packs.set(lang, pack);
    return pack;
  };

  return {
    replies,
    async checker(lang) {
      const known = checkers.get(lang);
      if (known) return known;
      const pack = await packOf(lang);
      const checker = { compiled: compile(pack), coverage: coverageOf(pack) };
      checkers.set(lang, checker);
      return checker;
    },
    async rules(lang, uiLang, held) {
      const [{ rules, stated }, pack] = [await ruleFiles(), await packOf(lang)];
      const version = `${pack.version}/${uiLang}`;
      const coverage = coverageOf(pack);
      const plain = { version, coverage, muted: [], holdsSending: false };
      return held === version ? plain : { ...plain, pack, texts: textsFor([...rules, ...stated], uiLang) };
    },
  };
}
