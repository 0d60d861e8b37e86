import {
  applyDesk,
  deskVersion,
  holdingGuards,
  isLocked,
  ownTexts,
  type ActiveDesk,
} from '../domain/compliance/desk/apply-desk';
import { coverageOf } from '../domain/compliance/coverage';
import { packFor } from '../domain/compliance/pack-for';
import { parseCommonCues, parseLanguageRules, parseRules } from '../domain/compliance/parse-rules';
import { createNoteCheck, type NoteCheck } from '../domain/compliance/notes/note-check';
import { parseStatedRules } from '../domain/compliance/stated-rule';
import { textsFor } from '../domain/compliance/texts-for';
import { compile, type CompiledPack, type RulePack } from '../domain/compliance/engine';
import type { Coverage } from '../domain/compliance/pack';
import type { LanguageRules } from '../domain/compliance/rule';
import { noGuardWords, parseGuardWords, type GuardWords } from '../domain/guards/guard-words';
import type { Lang } from '../domain/ids';
import { parseCues, type CueLists } from '../domain/replies/cues';
import { noGlossary, parseGlossary, type Glossary } from '../domain/replies/understand/glossary';
import { loadModel, type IntentModel } from '../domain/replies/model';
import type { ReplyCatalogue } from '../domain/replies/suggest';
import { createPinyin, type Pinyin } from '../domain/replies/search/pinyin';
import { joinTemplates, parseTemplates } from '../domain/replies/template';
import { SHIPPED_LANGS } from '../domain/text/detect';
import type { Assets } from '../platform/assets';
import { log } from '../platform/log';
import type { ThreadView } from './api';
import type { DeskNow, RuleRisk } from './desk-rules';
import type { ListedRules, RuleExamples } from './rules-api';

/** What messages are understood with. */
export interface ReplyShelf {
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
  /** The templates with their texts in these languages, and in English, which stands in where a language has none. */
  templates(langs: readonly Lang[]): Promise<ReplyCatalogue>;
  /** How Chinese is typed on a Latin keyboard; null when its table can't be used. */
  pinyin(): Promise<Pinyin | null>;
  /** The words of one language that can be explained; a language without a list has none. */
  glossary(lang: Lang): Promise<Glossary>;
  /** What guards, promises and the radar read in one language; languages without words have none. */
  guardWords(lang: Lang): Promise<GuardWords>;
  /** The rules of one language as the desk wants them, with their explanations; only the version when `held` names it. */
  rules(lang: Lang, uiLang: Lang, wanted: WantedRules): Promise<ThreadView['rules']>;
  /** The same rules ready to run here. */
  checker(lang: Lang, active: ActiveDesk): Promise<Checker>;
  /** The same rules as plain data. */
  pack(lang: Lang, active: ActiveDesk): Promise<RulePack>;
  /** Every rule there is, with what people read about it. */
  listed(): Promise<ListedRules>;
  /** The sentences that show each rule in one language; none where a language has no rules of its own. */
  examples(lang: Lang): Promise<Readonly<Record<string, RuleExamples>>>;
  /** The check of notes, made once. */
  noteCheck(): Promise<NoteCheck>;
  /** What breaking a rule puts at risk. */
  riskOf(rule: string, active: ActiveDesk): Promise<RuleRisk>;
}

/** Whose rules, and the version that need not be sent again. */
export interface WantedRules {
  readonly active: DeskNow;
  readonly held?: string | undefined;
}

const isShipped = (lang: Lang): boolean => (SHIPPED_LANGS as readonly string[]).includes(lang);

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
    const [weights, cueFile] = await Promise.all([
      assets.bytes('catalog/intents.bin'),
      assets.json('catalog/cues.json'),
    ]);
    const cues = parseCues(cueFile);
    noteProblems(cues.problems);
    return { model: loadModel(new Uint8Array(weights)), cues: cues.cues };
  });
  const templateFrames = once(() => assets.json('catalog/templates.json'));
  const templateTexts = new Map<Lang, () => Promise<unknown>>();
  const textsOf = (lang: Lang): Promise<unknown> => {
    const read = templateTexts.get(lang) ?? once(() => assets.json(`catalog/templates/${lang}.json`));
    templateTexts.set(lang, read);
    return read();
  };
  const shelves = new Map<string, ReplyCatalogue>();
  const templates: Catalogue['templates'] = async (wanted) => {
    const bases = wanted.map((lang) => lang.split('-')[0] ?? lang).filter(isShipped);
    const langs = [...new Set(['en', ...bases])].sort();
    const known = shelves.get(langs.join());
    if (known) return known;
    const [frames, ...texts] = await Promise.all([templateFrames(), ...langs.map(textsOf)]);
    const joined = joinTemplates(frames, Object.fromEntries(langs.map((lang, at) => [lang, texts[at]])));
    const { templates: read, problems } = parseTemplates(joined);
    noteProblems(problems);
    const shelf = { templates: read };
    shelves.set(langs.join(), shelf);
    return shelf;
  };
  const ruleFiles = once(async () => {
    const [ruleFile, commonFile, statedFile] = await Promise.all([
      assets.json('catalog/rules.json'),
      assets.json('catalog/rules/any.json'),
      assets.json('catalog/stated-rules.json'),
    ]);
    const { rules, languages, sources, problems } = parseRules(ruleFile);
    noteProblems(problems);
    const stated = parseStatedRules(statedFile, sources);
    return { rules, languages, sources, stated, common: parseCommonCues(commonFile) };
  });
  const pinyin = once(async () => {
    const read = createPinyin(await assets.json('catalog/pinyin.json').catch(() => null));
    if (!read) noteProblems(['pinyin']);
    return read;
  });
  const noteCheck = once(async () => {
    const [noteFile, { common, sources }] = await Promise.all([assets.json('catalog/note-rules.json'), ruleFiles()]);
    const { check, problems } = createNoteCheck(noteFile, common, sources);
    noteProblems(problems);
    return check;
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
  const shippedPack = async (lang: Lang): Promise<RulePack> => {
    const known = packs.get(lang);
    if (known) return known;
    const [{ rules, common }, language] = await Promise.all([ruleFiles(), languageOf(lang)]);
    const pack = packFor(rules, common, language, lang);
    packs.set(lang, pack);
    return pack;
  };
  /** The last of each language: a desk changes its mind seldom, and every answer to a page asks for it. */
  const deskPacks = new Map<Lang, RulePack>();
  const packOf = async (lang: Lang, active: ActiveDesk): Promise<RulePack> => {
    const shipped = await shippedPack(lang);
    const known = deskPacks.get(lang);
    if (known?.version === `${shipped.version}+${deskVersion(active)}`) return known;
    const pack = applyDesk(shipped, active);
    deskPacks.set(lang, pack);
    return pack;
  };

  const guardWords = new Map<Lang, GuardWords>();
  const concepts = once(() => assets.json('catalog/glossary/concepts.json'));
  const glossaries = new Map<Lang, () => Promise<Glossary>>();
  const readGlossary = async (lang: Lang): Promise<Glossary> => {
    const files = await Promise.all([concepts(), assets.json(`catalog/glossary/${lang}.json`)]);
    const { glossary, problems } = parseGlossary(...files, lang);
    noteProblems(problems);
    return glossary;
  };

  return {
    replies,
    templates,
    pinyin,
    async glossary(lang) {
      const base = lang.toLowerCase().split('-')[0] ?? lang;
      if (!isShipped(base)) return noGlossary(base);
      const read = glossaries.get(base) ?? once(() => readGlossary(base));
      glossaries.set(base, read);
      return read();
    },
    async guardWords(lang) {
      const base = lang.toLowerCase().split('-')[0] ?? lang;
      const known = guardWords.get(base);
      if (known) return known;
      const read = isShipped(base) ? parseGuardWords(await assets.json(`catalog/guards/${base}.json`), base) : null;
      if (isShipped(base) && !read) noteProblems([base]);
      const words = read ?? noGuardWords(base);
      guardWords.set(base, words);
      return words;
    },
    noteCheck,
    pack: packOf,
    async listed() {
      const { rules, stated, languages } = await ruleFiles();
      return { rules, stated, languages };
    },
    async examples(lang) {
      const base = lang.split('-')[0] ?? lang;
      if (!(await ruleFiles()).languages.includes(base)) return {};
      return (await assets.json(`catalog/rule-examples/${base}.json`)) as Readonly<Record<string, RuleExamples>>;
    },
    async riskOf(id, { desk }) {
      const { rules, stated } = await ruleFiles();
      const rule = rules.find((one) => one.id === id);
      if (rule?.holds || holdingGuards.includes(id)) return 'account';
      return rule || [...stated, ...desk.own].some((one) => one.id === id) ? 'plain' : 'unknown';
    },
    async checker(lang, active) {
      const pack = await packOf(lang, active);
      const known = checkers.get(lang);
      if (known?.compiled.version === pack.version) return known;
      const checker = { compiled: compile(pack), coverage: coverageOf(pack) };
      checkers.set(lang, checker);
      return checker;
    },
    async rules(lang, uiLang, { active, held }) {
      const [{ rules, stated }, pack] = [await ruleFiles(), await packOf(lang, active)];
      const version = `${pack.version}/${uiLang}`;
      // A lock ends a mute that was there before it.
      const heard = active.mutes.filter(({ rule }) => !isLocked(active.desk, rule));
      const muted = heard.map(({ rule, until, reason }) => ({ rule, until, reason }));
      const plain = { version, coverage: coverageOf(pack), muted, holdsSending: active.desk.holdsSending };
      if (held === version) return plain;
      return { ...plain, pack, texts: { ...textsFor([...rules, ...stated], uiLang), ...ownTexts(active.desk) } };
    },
  };
}
