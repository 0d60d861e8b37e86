/** What reading one message costs in Chromium: language, intent and the words that carried it, messages never seen before. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { catalogAssets } from '../lib/catalog-assets.mjs';
import type { DomainFigure } from './measure-domain';
import { spreadOf } from './stats';

const BUDGET_MS = 5;
/** A third of what the first conversation of a document may take. */
const FIRST_BUDGET_MS = 50;
/** About as long as what buyers write; seldom ones are ten times as long. Units: UTF-16 units. */
const LENGTHS = [120, 500, 2_000];
const MESSAGES = 60;

const SENTENCES = [
  'Hello, I ordered this lamp two weeks ago and it has not arrived yet, where is my parcel?',
  'Guten Tag, die Schuhe sind leider zu klein, kann ich sie gegen eine Größe größer tauschen?',
  'Bonjour, le vase est arrivé cassé, que dois-je faire pour être remboursé ?',
  '您好，请问这个水壶在日本可以用吗？需要变压器吗？',
  'こんにちは、注文した商品の色が違いました。交換していただけますか。',
  'Здравствуйте, трек-номер не обновляется уже десять дней, где посылка?',
  'مرحبا، أريد إرجاع الطلب لأن المقاس غير مناسب.',
];

/** A text of that length; the number makes it one nobody has read before. */
const messageOf = (length: number, at: number): string => {
  const first = `${SENTENCES[at % SENTENCES.length]!} (${at}) `;
  return first.repeat(Math.ceil(length / first.length)).slice(0, length);
};

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': process.cwd() } },
    build: {
      write: false,
      lib: { entry: 'scripts/bench/read-message.ts', formats: ['iife'], name: 'reading', fileName: 'reading' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the reader was not bundled');
  return output.output[0].code;
}

interface Reading {
  readonly createReader: (weights: string, cues: unknown) => (text: string) => string | undefined;
}

/** Measures in a page of the browser at `executablePath`; the first message of a fresh page is a figure of its own. */
export async function measureMessages(executablePath: string): Promise<readonly DomainFigure[]> {
  const weights = readFileSync('utils/catalog/replies/intents.bin').toString('base64');
  const assets = catalogAssets() as { relativeDest: string; contents?: string }[];
  const cues: unknown = JSON.parse(
    assets.find(({ relativeDest }) => relativeDest === 'catalog/cues.json')?.contents ?? 'null',
  );
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    const texts = LENGTHS.map((length) => Array.from({ length: MESSAGES }, (_, at) => messageOf(length, at)));
    const times = await page.evaluate(
      ({ weights, cues, texts }) => {
        const read = (window as unknown as { reading: Reading }).reading.createReader(weights, cues);
        return texts.map((group) =>
          group.map((text) => {
            const from = performance.now();
            read(text);
            return performance.now() - from;
          }),
        );
      },
      { weights, cues, texts },
    );
    const [cold = [], ...rest] = times;
    return [
      {
        what: 'Chromium: the first message of a fresh page',
        budget: FIRST_BUDGET_MS,
        spread: spreadOf(cold.slice(0, 1)),
      },
      ...[cold.slice(1), ...rest].map((group, at) => ({
        what: `Chromium: a message of ${LENGTHS[at]} characters read`,
        budget: BUDGET_MS,
        spread: spreadOf(group),
      })),
    ];
  } finally {
    await browser.close();
  }
}
