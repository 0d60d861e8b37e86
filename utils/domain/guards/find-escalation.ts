import type { Hit } from './hit';
import type { Escalation, EscalationKind } from './escalation';
import { readGuardText, stands, type GuardText } from './guard-text';
import type { GuardWords } from './guard-words';

/** The gravest first. */
const KINDS: readonly (readonly [cue: string, kind: EscalationKind])[] = [
  ['SELF_HARM', 'self-harm'],
  ['INJURY', 'injury'],
  ['FIRE', 'fire'],
  ['THREAT', 'threat'],
  ['HEALTH', 'health'],
  ['POLICE', 'police'],
  ['LEGAL', 'legal'],
  ['CHARGEBACK', 'chargeback'],
  ['A_TO_Z', 'a-to-z'],
];

/** A denial stands close: "nobody was hurt", "did not catch fire". Units: words. */
const DENIAL_REACH = 2;

const BREAK = /[,;:()\u3001\u2013]|\s-\s|\n/;

/** A comma ends what a "not" denies: "it is not safe, it caught fire". */
const deniedBy = (
  text: GuardText,
  at: Hit,
  { cue, side }: { readonly cue: string; readonly side: 'before' | 'after' },
) =>
  text.hits(cue).some((hit) => {
    if (hit.sentence !== at.sentence || (side === 'before' ? hit.start >= at.start : hit.start < at.end)) return false;
    const words = side === 'before' ? at.firstWord - hit.lastWord - 1 : hit.firstWord - at.lastWord - 1;
    const between = side === 'before' ? text.text.slice(hit.end, at.start) : text.text.slice(at.end, hit.start);
    return words <= DENIAL_REACH * text.wordsPerUnit && !BREAK.test(between);
  });

const isDenied = (text: GuardText, at: Hit): boolean =>
  deniedBy(text, at, { cue: 'DENIAL', side: 'before' }) ||
  deniedBy(text, at, { cue: 'DENIAL_AFTER', side: 'after' }) ||
  stands(text, at, { cue: 'UNREAL' }) ||
  // "Could it catch fire?" asks; "Who pays for the burnt carpet?" tells.
  (text.isQuestion(at.sentence) && stands(text, at, { cue: 'ASKED' }));

/** Finds what in a buyer's message needs a person with authority: the gravest matter, or null. */
export function findEscalation(message: string, words: GuardWords): Escalation | null {
  const text = readGuardText(message, words);
  for (const [cue, kind] of KINDS) {
    const hit = text.hits(cue).find((one) => !isDenied(text, one));
    if (hit) return { kind, ...text.toOriginal(hit) };
  }
  return null;
}
