import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCues } from '../../../utils/domain/replies/cues';
import type { CueLists } from '../../../utils/domain/replies/cues';
import { loadModel } from '../../../utils/domain/replies/model';
import type { IntentModel } from '../../../utils/domain/replies/model';
import { parseTemplates } from '../../../utils/domain/replies/template';
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

let loaded: ReplyData | undefined;

/** Reads the committed weights, cue lists and templates once; run from the project folder. */
export function replyData(): ReplyData {
  loaded ??= {
    model: loadModel(readFileSync(join(CATALOGUE, 'replies/intents.bin'))),
    cues: parseCues(Object.fromEntries(jsonFiles('cues'))).cues,
    templates: parseTemplates(jsonFiles('templates').map(([, template]) => template)).templates,
  };
  return loaded;
}
