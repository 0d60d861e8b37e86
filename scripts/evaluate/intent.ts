import { object, optional, parse, string } from 'valibot';
import type { ScoredIntent } from '../../utils/domain/replies/draft';
import { readIntents } from '../../utils/domain/replies/read-intents';
import { detectLanguage } from '../../utils/domain/text/detect';
import { replyData } from './lib/reply-data';

const Line = object({ text: string(), lang: optional(string()) });

/**
 * Evaluates one line of the `intent` task: `{text, lang?}` to the language and the five best intents.
 *
 * Errors: throws when the line has another shape.
 */
export function evaluate(line: unknown): { readonly lang: string; readonly intents: readonly ScoredIntent[] } {
  const { text, lang: known } = parse(Line, line);
  const { model, cues } = replyData();
  const lang = known ?? detectLanguage(text).lang;
  return { lang, intents: readIntents(model, cues, text, { lang }).intents };
}
