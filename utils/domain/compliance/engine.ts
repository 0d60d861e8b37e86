import { normalise, type NormalisedText } from '../text/normalise';
import type { Span } from '../text/span';
import { findNear, matchPattern, type Composition } from './compose';
import { indexCues, type CueIndex, type Hit } from './cues';
import { detectors, type Detector } from './detect/detectors';
import { fixesFor } from './fixes';
import type { CheckInput, Finding, Severity } from './input';
import { lowerBound } from './lower-bound';
import type { CueRef, PackRule, RulePack } from './rule';
import { tokenise, type Tokens } from './tokens';

export type { RulePack } from './rule';

/**
 * Longest text that is checked; what follows is not looked at.
 *
 * Units: UTF-16 code units. Both marketplaces take messages of a few thousand, so this bounds
 * the time a pasted file can cost without ever cutting a message.
 */
export const MAX_CHECKED_UNITS = 12_000;

/** A rule pack made ready to run. */
export interface CompiledPack {
  readonly version: string;
  readonly rules: readonly PackRule[];
  readonly cues: CueIndex;
  readonly detectors: ReadonlyMap<string, Detector>;
  readonly wordsPerUnit: number;
}

/** Prepares a pack; done once per language, a few milliseconds. */
export function compile(pack: RulePack): CompiledPack {
  const wordsPerUnit = /^(?:zh|ja)\b/.test(pack.lang) ? 2 : 1;
  return {
    version: pack.version,
    rules: pack.rules,
    cues: indexCues(pack.cues, wordsPerUnit),
    detectors: detectors(pack.detectors, pack.hosts),
    wordsPerUnit,
  };
}

/** Checks one message; the same input always gives the same findings in the same order. */
export function check(input: CheckInput, compiled: CompiledPack): readonly Finding[] {
  const original = input.text.length > MAX_CHECKED_UNITS ? input.text.slice(0, MAX_CHECKED_UNITS) : input.text;
  const text = normalise(original);
  const tokens = tokenise(text.text);
  const on: Composition = { hits: hitSource(text, tokens, compiled), wordsPerUnit: compiled.wordsPerUnit };
  const findings: Finding[] = [];
  for (const rule of compiled.rules) {
    if (!appliesTo(rule, input)) continue;
    const places = new Map<Span, Severity>();
    for (const pattern of rule.patterns) {
      for (const match of matchPattern(pattern, on)) {
        places.set({ start: match.start, end: match.end }, severityOf(rule, input, match.anchor, on));
      }
    }
    for (const [place, severity] of merge(places)) {
      const span = toOriginal(text, place);
      const sentences = toOriginal(text, sentencesAround(tokens, place));
      findings.push({ rule: rule.id, severity, ...span, fixes: fixesFor(rule, original, span, sentences) });
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}

/** Whether a text has a cue, for what more than the check wants to know of it. */
export function mentions(text: string, cue: CueRef, compiled: CompiledPack): boolean {
  const normalised = normalise(text.slice(0, MAX_CHECKED_UNITS));
  return hitSource(normalised, tokenise(normalised.text), compiled)(cue).length > 0;
}

const appliesTo = (rule: PackRule, input: CheckInput): boolean =>
  rule.marketplaces.includes(input.marketplace) &&
  (rule.directions?.includes(input.direction) ?? true) &&
  (rule.kinds === undefined || input.kind === undefined || rule.kinds.includes(input.kind));

function severityOf(rule: PackRule, input: CheckInput, anchor: Hit, on: Composition): Severity {
  const raised = rule.escalate?.find(
    (step) =>
      (step.marketplaces?.includes(input.marketplace) ?? true) &&
      (!step.repeated || (input.history?.some((contact) => contact.kind === 'review-request') ?? false)) &&
      (!step.near || findNear(anchor, step.near, on) !== undefined),
  );
  return raised?.severity ?? rule.severity[input.marketplace] ?? rule.severity.any ?? 'warn';
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warn: 1, block: 2 };

/** Joins overlapping places, so that one stretch of text is reported once a rule, at its worst. */
function merge(places: ReadonlyMap<Span, Severity>): readonly (readonly [Span, Severity])[] {
  const sorted = [...places].sort(([a], [b]) => a.start - b.start || a.end - b.end);
  const joined: [Span, Severity][] = [];
  for (const [place, severity] of sorted) {
    const last = joined[joined.length - 1];
    if (last && place.start < last[0].end) {
      last[0] = { start: last[0].start, end: Math.max(last[0].end, place.end) };
      if (RANK[severity] > RANK[last[1]]) last[1] = severity;
    } else joined.push([place, severity]);
  }
  return joined;
}

/** Answers every cue reference of one check, each computed once. */
function hitSource(text: NormalisedText, tokens: Tokens, compiled: CompiledPack): (cue: CueRef) => readonly Hit[] {
  const words = compiled.cues.find(tokens, text.text);
  const known = new Map<CueRef, readonly Hit[]>();
  const one = (cue: string): readonly Hit[] => {
    const detector = compiled.detectors.get(cue);
    if (!detector) return words.get(cue) ?? [];
    if (detector.reads === 'normalised') return detector.find(text.text).map((span) => toHit(span, tokens));
    return detector.find(text.original).map((span) => toHit(toNormalised(text, span), tokens));
  };
  return (cue) => {
    let hits = known.get(cue);
    if (!hits) {
      hits = cue.split('|').flatMap(one);
      if (/[@|]/.test(cue)) hits = [...hits].sort((a, b) => a.firstWord - b.firstWord);
      known.set(cue, hits);
    }
    return hits;
  };
}

const itself = (value: number): number => value;

const toHit = (span: Span, tokens: Tokens): Hit => {
  const firstWord = lowerBound(tokens.ends, span.start + 1, itself);
  return {
    firstWord,
    lastWord: lowerBound(tokens.starts, span.end, itself) - 1,
    sentence: sentenceAt(tokens, span.start),
    clause: tokens.clauseOf[Math.min(firstWord, tokens.words.length - 1)] ?? 0,
    start: span.start,
    end: span.end,
  };
};

const toNormalised = (text: NormalisedText, span: Span): Span => ({
  start: lowerBound(text.starts, span.start, itself),
  end: lowerBound(text.starts, span.end, itself),
});

const toOriginal = (text: NormalisedText, span: Span): Span => ({
  start: text.starts[span.start] ?? text.original.length,
  end: span.end > span.start ? (text.ends[span.end - 1] ?? text.original.length) : (text.starts[span.start] ?? 0),
});

/** The sentence a place stands in, or the nearest before it. */
const sentenceAt = (tokens: Tokens, offset: number): number => {
  const { sentences } = tokens;
  const at = lowerBound(sentences, offset + 1, ({ end }) => end);
  return Math.max(0, Math.min(at, sentences.length - 1));
};

/** The stretch from the start of the first sentence a place touches to the end of the last. */
const sentencesAround = (tokens: Tokens, place: Span): Span => {
  const first = tokens.sentences[sentenceAt(tokens, place.start)];
  const last = tokens.sentences[sentenceAt(tokens, place.end - 1)];
  return {
    start: Math.min(first?.start ?? place.start, place.start),
    end: Math.max(last?.end ?? place.end, place.end),
  };
};
