/** What the Chromium measurement runs in its page: reading what a buyer wants, out of the shipped weights and cues. */
import { parseCues } from '../../utils/domain/replies/cues';
import { loadModel } from '../../utils/domain/replies/model';
import { readIntents } from '../../utils/domain/replies/read-intents';
import { detectLanguage } from '../../utils/domain/text/detect';

/** A reader over the shipped files; the weights come as base64. */
export function createReader(weights: string, cueFile: unknown): (text: string) => string | undefined {
  const model = loadModel(Uint8Array.from(atob(weights), (letter) => letter.charCodeAt(0)));
  const { cues } = parseCues(cueFile);
  return (text) => readIntents(model, cues, text, { lang: detectLanguage(text).lang }).intents[0]?.id;
}
