import * as v from 'valibot';
import { SENTENCE_NAMES } from '../../domain/convert/answers/sentences';

/** Shape of the sentences of one language: every name, nothing else; only `join` may be empty. */
export const sentencesSchema = v.strictObject(
  Object.fromEntries(
    SENTENCE_NAMES.map((name) => [name, name === 'join' ? v.string() : v.pipe(v.string(), v.minLength(1))]),
  ),
);
