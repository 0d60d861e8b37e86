// The catalogue as the built extension carries it: merged JSON files and the intent weights, fetched on the first thread.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const catalog = fileURLToPath(new URL('../../utils/catalog/', import.meta.url));

/** Every JSON file of a catalogue folder, sorted by name, as `[name without ending, value]`. */
const jsonFiles = (folder) =>
  readdirSync(join(catalog, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(catalog, folder, name), 'utf8'))]);

const foldersOf = (of) =>
  readdirSync(join(catalog, of), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, Object.fromEntries(jsonFiles(`${of}/${name}`))]);

const sources = () => JSON.parse(readFileSync(join(catalog, 'rules/sources.json'), 'utf8'));

/** What the pack of each language is made of, and apart from it the sentences that test and show each rule. */
function ruleLanguages() {
  const folders = foldersOf('rules');
  return jsonFiles('lexicon')
    .filter(([lang]) => lang !== 'any')
    .map(([lang, cues]) => {
      const rules = {};
      const examples = {};
      for (const [id, { [lang]: wording }] of folders) {
        if (!wording) continue;
        const { bad, good, nearMiss, ...rest } = wording;
        rules[id] = rest;
        examples[id] = { bad, good, nearMiss };
      }
      return { lang, rules: { cues, rules }, examples };
    });
}

/** Rules about notes, with the terms of every language in one file: a note is too short to tell its language. */
function noteRules() {
  const languages = {};
  const folders = foldersOf('note-rules');
  for (const [id, files] of folders) {
    for (const [lang, { cues }] of Object.entries(files)) {
      if (lang === 'rule') continue;
      languages[lang] ??= { cues: {}, rules: {} };
      languages[lang].rules[id] = cues ? { cues } : {};
    }
  }
  return { rules: folders.map(([, { rule }]) => rule), languages };
}

/** Context, guard and note rules: what people read about rules whose condition is code. */
const statedRules = () => [
  ...['context', 'guard', 'note'].flatMap((group) => jsonFiles(`stated-rules/${group}`).map(([, rule]) => rule)),
  ...noteRules().rules.map(({ id, severity, texts, sources: keys }) => ({
    id,
    marketplaces: [],
    severity: severity.any,
    texts,
    sources: keys,
  })),
];

/** What the templates are in every language: situation, variables, blocks. */
const templateFrames = () => foldersOf('templates').map(([, { template }]) => template);

/** The texts of all templates by language: `[language, texts by template id]`. */
function templateTexts() {
  // Every reply language has a file, be it empty, so that asking for it is no error.
  const byLang = new Map(jsonFiles('guards').map(([lang]) => [lang, {}]));
  for (const [id, files] of foldersOf('templates'))
    for (const [lang, texts] of Object.entries(files)) if (lang !== 'template') byLang.get(lang)[id] = texts;
  return [...byLang];
}

const merged = (folder) => Object.fromEntries(jsonFiles(folder));

const marketplaces = fileURLToPath(new URL('../../utils/marketplaces/', import.meta.url));

/** The built-in page profile of every marketplace, as `[marketplace, profile]`. */
export const shippedProfiles = () =>
  readdirSync(marketplaces, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, join(marketplaces, name, 'profile.json')])
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => [name, JSON.parse(readFileSync(file, 'utf8'))]);

/** Files for the build: `{ relativeDest, contents }` or `{ relativeDest, absoluteSrc }`. */
export function catalogAssets() {
  const json = (name, value) => ({ relativeDest: `catalog/${name}.json`, contents: JSON.stringify(value) });
  const weights = join(catalog, 'replies/intents.bin');
  return [
    json('templates', templateFrames()),
    ...templateTexts().map(([lang, texts]) => json(`templates/${lang}`, texts)),
    json('cues', merged('cues')),
    ...jsonFiles('glossary').map(([name, entries]) => json(`glossary/${name}`, entries)),
    json('pinyin', { syllables: merged('pinyin').pinyin.syllables }),
    json('rules', {
      rules: foldersOf('rules').map(([, { rule }]) => rule),
      sources: sources(),
      languages: ruleLanguages().map(({ lang }) => lang),
    }),
    json('stated-rules', statedRules()),
    json('note-rules', noteRules()),
    ...jsonFiles('guards').map(([lang, words]) => json(`guards/${lang}`, words)),
    json('rules/any', Object.fromEntries(jsonFiles('lexicon')).any),
    ...ruleLanguages().flatMap(({ lang, rules, examples }) => [
      json(`rules/${lang}`, rules),
      json(`rule-examples/${lang}`, examples),
    ]),
    ...shippedProfiles().map(([market, profile]) => json(`profiles/${market}`, profile)),
    ...(existsSync(weights) ? [{ relativeDest: 'catalog/intents.bin', absoluteSrc: weights }] : []),
  ];
}
