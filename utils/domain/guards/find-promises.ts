import type { Hit } from './hit';
import type { Instant } from '../ids';
import { readGuardText, stands, type GuardText } from './guard-text';
import type { GuardWords } from './guard-words';
import { findMoments, type Moment } from './moments';
import type { FoundPromise, PromiseKind } from './promise';

/** Verbs by the kind they promise when nothing near says more; `OTHER` counts only with a day. */
const VERBS: readonly (readonly [verb: string, kind: PromiseKind])[] = [
  ['REFUND', 'refund'],
  ['REPLACE', 'replacement'],
  ['SEND', 'dispatch'],
  ['ARRIVE', 'delivery'],
  ['ANSWER', 'answer'],
  ['OTHER', 'other'],
];

/** What is sent or arrives decides what was promised. */
const THINGS: readonly (readonly [cue: string, kind: PromiseKind])[] = [
  ['PART', 'part'],
  ['REPLACEMENT', 'replacement'],
  ['MONEY', 'refund'],
  ['PAPER', 'other'],
  ['NEWS', 'answer'],
];

/** Reach of helpers and things around a verb. Units: words. */
const REACH = 9;
const SUBJECT_REACH = 7;
const NEGATION_REACH = 2;

interface Said {
  readonly kind: PromiseKind;
  readonly at: Hit;
  readonly due: Moment | undefined;
}

/** Words that say it is promised, and the verb itself. */
interface Saying {
  readonly at: Hit;
  readonly verb: Hit;
}

/** Whether it is denied, done already, conditional, a habit, an estimate or a question: then nothing is promised. */
const isVoid = (text: GuardText, { at, verb }: Saying): boolean =>
  text.isQuestion(at.sentence) ||
  stands(text, at, { cue: 'VOID' }) ||
  stands(text, at, { cue: 'NEG', words: NEGATION_REACH, side: 'before' }) ||
  stands(text, verb, { cue: 'NEG', words: NEGATION_REACH, side: 'before' }) ||
  stands(text, verb, { cue: 'NEG_AFTER', words: NEGATION_REACH, side: 'after' }) ||
  stands(text, at, { cue: 'DONE', words: NEGATION_REACH, side: 'before' });

const distance = (a: Hit, b: Hit): number => Math.max(0, b.firstWord - a.lastWord - 1, a.firstWord - b.lastWord - 1);

const nearest = <T extends Hit>(hits: readonly T[], at: Hit): T | undefined =>
  hits
    .filter((hit) => hit.sentence === at.sentence)
    .reduce<T | undefined>((best, hit) => (best && distance(best, at) <= distance(hit, at) ? best : hit), undefined);

const join = (a: Hit, b: Hit): Hit => ({
  firstWord: Math.min(a.firstWord, b.firstWord),
  lastWord: Math.max(a.lastWord, b.lastWord),
  sentence: a.sentence,
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});

/** The helper that makes a verb a promise; in most languages it stands before the verb. */
function helperOf(text: GuardText, verb: Hit, cue: 'WILL' | 'WILL_BE'): Hit | undefined {
  const reach = REACH * text.wordsPerUnit;
  const inReach = (hits: readonly Hit[], isRight: (hit: Hit) => boolean): readonly Hit[] =>
    hits.filter(
      (hit) =>
        hit.sentence === verb.sentence &&
        isRight(hit) &&
        distance(hit, verb) <= reach &&
        !stands(text, hit, { cue: 'NEG', words: 0 }),
    );
  const before = inReach(text.hitsIn(cue, verb.sentence), (hit) => hit.start <= verb.start);
  return nearest(
    [...before, ...inReach(text.hitsIn(`${cue}_END`, verb.sentence), (hit) => hit.start > verb.start)],
    verb,
  );
}

/** The places where a verb is promised: by a form of its own, with a helper, or in the present with a day. */
function promised(text: GuardText, name: string, moments: readonly Moment[]): readonly Saying[] {
  const alone = (verb: Hit): Saying => ({ at: verb, verb });
  const isOurs = (verb: Hit): boolean => !isOfOthers(text, verb, verb);
  const withHelper = text.hits(name).flatMap((verb): readonly Saying[] => {
    const own = helperOf(text, verb, 'WILL');
    if (own) return [{ at: join(own, verb), verb }];
    const helper = helperOf(text, verb, 'WILL_BE');
    return helper && !isOfOthers(text, verb, helper) ? [{ at: join(helper, verb), verb }] : [];
  });
  const willBe = text.hits(`${name}_WILL_BE`).filter(isOurs);
  const now = text.hits(`${name}_NOW`).filter((verb) => isOurs(verb) && nearest(moments, verb) !== undefined);
  return [...text.hits(`${name}_WILL`).map(alone), ...withHelper, ...willBe.map(alone), ...now.map(alone)];
}

/** The carrier, the bank or the marketplace is the one who will do it. */
const isOfOthers = (text: GuardText, verb: Hit, helper: Hit): boolean =>
  stands(text, join(verb, helper), { cue: 'THIRD', words: SUBJECT_REACH, side: 'before' });

function kindOf(
  text: GuardText,
  at: Hit,
  { verb, kind }: { readonly verb: string; readonly kind: PromiseKind },
): PromiseKind {
  if (verb !== 'SEND' && verb !== 'ARRIVE') return kind;
  const things = THINGS.flatMap(([cue, thing]) => {
    const hit = nearest(text.hitsIn(cue, at.sentence), at);
    return hit && distance(hit, at) <= REACH * text.wordsPerUnit ? [{ thing, away: distance(hit, at) }] : [];
  });
  // "the part of your replacement": the order of the list decides, not the distance.
  return things[0]?.thing ?? kind;
}

/** Two verbs may say the same thing twice; one promise of a kind is kept for each sentence. */
function merge(said: readonly Said[]): readonly Said[] {
  const kept = new Map<string, Said>();
  for (const one of said) {
    const key = `${one.at.sentence}:${one.kind}`;
    const before = kept.get(key);
    kept.set(key, before ? { ...before, at: join(before.at, one.at), due: before.due ?? one.due } : one);
  }
  // "We will check and tell you tomorrow": the check is no promise of its own.
  return [...kept.values()].filter(
    ({ kind, at }) =>
      kind !== 'other' || ![...kept.values()].some((one) => one.kind !== 'other' && one.at.sentence === at.sentence),
  );
}

/** Finds what a prepared reply promises. */
export function promisesIn(text: GuardText, today: string): readonly FoundPromise[] {
  // A day that is over says when something was done.
  const moments = findMoments(text, today).filter(({ day }) => day >= today);
  const said = VERBS.flatMap(([verb, kind]) =>
    promised(text, verb, moments).flatMap((saying): readonly Said[] => {
      const { at } = saying;
      if (isVoid(text, saying)) return [];
      const due = nearest(moments, at);
      return verb === 'OTHER' && !due ? [] : [{ kind: kindOf(text, at, { verb, kind }), at, due }];
    }),
  );
  return merge(said)
    .map(({ kind, at, due }): FoundPromise => {
      const span = text.toOriginal(due ? join(at, due) : at);
      return { what: kind, ...span, ...(due ? { dueOn: due.day } : {}) };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Finds what a reply promises and by which day: never questions, conditions, habits, the past or the carrier's part. */
export const findPromises = (text: string, words: GuardWords, now: Instant | string): readonly FoundPromise[] =>
  promisesIn(readGuardText(text, words), now.slice(0, 10));
