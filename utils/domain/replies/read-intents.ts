import type { Lang } from '../ids';
import { detectLanguage } from '../text/detect';
import { segmentSentences } from '../text/segment';
import type { ScoredIntent } from './draft';
import { findCues } from './cues';
import type { CueLists, FoundCue } from './cues';
import { OTHER } from './intents';
import type { IntentCue, IntentReading } from './intents';
import { classProbabilities, wordEvidence } from './model';
import type { IntentModel } from './model';

/** What is known about the message; the language is detected when it is not given. */
export interface ReadingOptions {
  readonly lang?: Lang;
  /** Language of the glosses. */
  readonly agentLang?: Lang;
}

const MAX_SENTENCES = 12;
const WHOLE_TEXT_SHARE = 0.5;
/** What the best cue adds; the n-th best adds an n-th of it. */
const CUE_BONUS = 0.4;
const INTENTS_SHOWN = 5;
const INTENTS_EXPLAINED = 3;
// "Hello" and "thanks" around a question are manners, not the question.
const MANNERS = new Set(['greeting', 'thanks_closing']);
const MANNERS_SHARE = 0.2;

/**
 * Reads what a buyer wants: the classifier over the whole message and its sentences, together with the cue list of
 * the message's language. `other` comes first when nothing was understood well enough.
 */
export function readIntents(
  model: IntentModel,
  cues: CueLists,
  text: string,
  options: ReadingOptions = {},
): IntentReading {
  if (!/\p{L}/u.test(text)) return { intents: [{ id: OTHER, score: 1 }], cues: [], sure: false };
  const lang = options.lang ?? detectLanguage(text).lang;
  const found = findCues(cues, lang, text, options.agentLang ?? 'en');
  const scores = addCues(model, overSentences(model, text), found);
  const ranked = model.labels
    .map((id, index): ScoredIntent => ({ id, score: scores[index]! }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const { abstainBelow, sureMargin, otherLead } = model.calibration;
  const first = ranked.find(({ id }) => id !== OTHER);
  const other = ranked.find(({ id }) => id === OTHER)?.score ?? 0;
  const understood = first !== undefined && first.score >= abstainBelow && other <= first.score * otherLead;
  // Little is lost by an answer nobody needs, more by none where one was asked for.
  const intents = understood
    ? [first, ...ranked.filter((one) => one !== first)]
    : [{ id: OTHER, score: ranked[0]?.score ?? 1 }, ...ranked.filter(({ id }) => id !== OTHER)];
  const second = intents[1];
  const shown = intents.slice(0, INTENTS_SHOWN);
  return {
    intents: shown,
    cues: understood ? explain(model, text, shown, found, lang) : [],
    sure: understood && first.score - (second?.score ?? 0) >= sureMargin,
  };
}

function overSentences(model: IntentModel, text: string): Float64Array {
  const whole = classProbabilities(model, text);
  const sentences = segmentSentences(text).slice(0, MAX_SENTENCES);
  if (sentences.length < 2) return whole;
  const sums = new Float64Array(whole.length);
  for (const { start, end } of sentences) {
    classProbabilities(model, text.slice(start, end)).forEach((chance, label) => {
      const share = MANNERS.has(model.labels[label]!) ? MANNERS_SHARE : 1;
      sums[label]! += (chance * share) / sentences.length;
    });
  }
  return sums.map((sum, label) => whole[label]! * WHOLE_TEXT_SHARE + sum * (1 - WHOLE_TEXT_SHARE));
}

function addCues(model: IntentModel, scores: Float64Array, found: readonly FoundCue[]): Float64Array {
  if (found.length === 0) return scores;
  const hits = new Map<string, Set<number>>();
  for (const { intent, entry } of found) hits.set(intent, (hits.get(intent) ?? new Set()).add(entry));
  const likelihood = (intent: string): number => scores[model.labels.indexOf(intent)] ?? 0;
  const ranked = [...hits].sort((a, b) => b[1].size - a[1].size || likelihood(b[0]) - likelihood(a[0]));
  const sums = Float64Array.from(scores);
  let added = 0;
  ranked.forEach(([intent], rank) => {
    const label = model.labels.indexOf(intent);
    if (label < 0) return;
    sums[label]! += CUE_BONUS / (rank + 1);
    added += CUE_BONUS / (rank + 1);
  });
  return sums.map((sum) => sum / (1 + added));
}

/** The words behind the first intents: cues with their gloss where there are some, else what weighed most in the model. */
function explain(
  model: IntentModel,
  text: string,
  shown: readonly ScoredIntent[],
  found: readonly FoundCue[],
  lang: Lang,
): readonly IntentCue[] {
  const wanted = new Set(shown.slice(0, INTENTS_EXPLAINED).map(({ id }) => id));
  const cues: IntentCue[] = [];
  for (const { entry: _entry, ...cue } of found) {
    const overlaps = cues.some(
      (other) => other.intent === cue.intent && cue.start < other.end && other.start < cue.end,
    );
    if (wanted.has(cue.intent) && !overlaps) cues.push(cue);
  }
  const top = shown[0]!.id;
  if (!cues.some(({ intent }) => intent === top)) {
    for (const span of wordEvidence(model, text, top, lang)) {
      cues.push({ intent: top, ...span, text: text.slice(span.start, span.end) });
    }
  }
  return cues.sort((a, b) => a.start - b.start);
}
