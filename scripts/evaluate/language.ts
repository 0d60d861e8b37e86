import { object, parse, string } from 'valibot';
import { detectLanguage } from '../../utils/domain/text/detect';

const Line = object({ text: string() });

/**
 * Evaluates one line of the `language` task: `{text}` to `{lang}`.
 *
 * Errors: throws when the line has another shape.
 */
export function evaluate(line: unknown): { readonly lang: string } {
  return { lang: detectLanguage(parse(Line, line).text).lang };
}
