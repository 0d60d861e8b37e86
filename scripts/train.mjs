// Builds utils/catalog/replies/intents.bin from the committed seeds; the same seeds give the same bytes.
// Usage: node scripts/train.mjs [--calibrate]
// --calibrate prints, from seeds held back in turn, at which margin the first intent is right in at least 90 of 100.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './lib/setup.mjs';

ensureDependencies();
const { runnerImport } = await import('vite');

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CATALOGUE = join(ROOT, 'utils/catalog');
const SEEDS = join(CATALOGUE, 'replies/seeds');
const FOLDS = 5;

const domain = async (file) => {
  const options = { root: ROOT, configFile: false, logLevel: 'error' };
  return (await runnerImport(join(ROOT, 'utils/domain/replies', file), options)).module;
};

const readSeeds = () =>
  readdirSync(SEEDS)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(SEEDS, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => ({ ...JSON.parse(line), lang: file.slice(0, -'.jsonl'.length) })),
    );

const readCues = () => {
  const folder = join(CATALOGUE, 'cues');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
};

async function calibrate(seeds) {
  const { trainModel } = await domain('training.ts');
  const { parseCues } = await domain('cues.ts');
  const { readIntents } = await domain('read-intents.ts');
  const { cues } = parseCues(readCues());
  const found = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = trainModel(
      seeds.filter((_, at) => at % FOLDS !== fold),
      { sureMargin: 0, abstainBelow: 0, otherLead: 1 },
    );
    for (const { text, intent, also = [], lang } of seeds.filter((_, at) => at % FOLDS === fold)) {
      const { intents } = readIntents(model, cues, text, { lang });
      const right = [intent, ...also].includes(intents[0].id);
      found.push({
        right,
        first: intents[0].score,
        margin: intents[0].score - (intents[1]?.score ?? 0),
        isOther: intent === 'other',
        saysOther: intents[0].id === 'other',
      });
    }
  }
  const share = (rows) =>
    `${rows.length} rows, ${((100 * rows.filter(({ right }) => right).length) / rows.length).toFixed(1)} % right`;
  console.log('all', share(found));
  for (const bound of [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const shop = found.filter(({ isOther }) => !isOther);
    const below = (rows) =>
      `${((100 * rows.filter(({ first, saysOther }) => saysOther || first < bound).length) / rows.length).toFixed(1)} %`;
    console.log(
      `margin >= ${bound}: ${share(found.filter(({ margin, saysOther }) => margin >= bound && !saysOther))};`,
      `abstains below ${bound}: ${below(shop)} of shop messages, ${below(found.filter(({ isOther }) => isOther))} of others`,
    );
  }
}

const seeds = readSeeds();
if (process.argv.includes('--calibrate')) {
  await calibrate(seeds);
} else {
  const { trainModel } = await domain('training.ts');
  const { saveModel } = await domain('model.ts');
  const calibration = JSON.parse(readFileSync(join(CATALOGUE, 'replies/calibration.json'), 'utf8'));
  const bytes = saveModel(trainModel(seeds, calibration));
  writeFileSync(join(CATALOGUE, 'replies/intents.bin'), bytes);
  console.log(`${seeds.length} seeds, ${bytes.length} bytes`);
}
