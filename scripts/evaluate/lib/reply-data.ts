import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_LANGS } from '../../../utils/domain/text/detect';
import { catalogAssets } from '../../lib/catalog-assets.mjs';
import { parseCues } from '../../../utils/domain/replies/cues';
import type { CueLists } from '../../../utils/domain/replies/cues';
import { loadModel } from '../../../utils/domain/replies/model';
import type { IntentModel } from '../../../utils/domain/replies/model';
import { joinTemplates, parseTemplates } from '../../../utils/domain/replies/template';
import type { ReplyTemplate } from '../../../utils/domain/replies/template';

/** What replies are made from, as the extension ships it. */
export interface ReplyData {
  readonly model: IntentModel;
  readonly cues: CueLists;
  readonly templates: readonly ReplyTemplate[];
}

const CATALOGUE = join(process.cwd(), 'utils/catalog');

const jsonFiles = (folder: string): readonly (readonly [string, unknown])[] =>
  readdirSync(join(CATALOGUE, folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(CATALOGUE, folder, file), 'utf8')) as unknown,
    ]);

const assets = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string }[]).map((file) => [file.relativeDest, file.contents]),
);
const shipped = (name: string): unknown => JSON.parse(assets.get(`catalog/${name}.json`) ?? 'null');

/** The texts of every template by language. */
const texts = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(SHIPPED_LANGS.map((lang) => [lang, shipped(`templates/${lang}`)]));

let loaded: ReplyData | undefined;

/** Reads the committed weights, cue lists and templates once; run from the project folder. */
export function replyData(): ReplyData {
  loaded ??= {
    model: loadModel(readFileSync(join(CATALOGUE, 'replies/intents.bin'))),
    cues: parseCues(Object.fromEntries(jsonFiles('cues'))).cues,
    templates: parseTemplates(joinTemplates(shipped('templates'), texts())).templates,
  };
  return loaded;
}
