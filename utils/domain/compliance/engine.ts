import type { Span } from '../text/span';
import { findNear, matchPattern, type Composition, type HitSource } from './compose';
import { indexCues, MOST_HITS, type Hit } from './cues';
import { detectors, type Detector } from './detect/detectors';
import { fixesFor } from './fixes';
import type { CheckInput, Finding, Severity } from './input';
import { byFirstWord, hitAt, lineReader, type ReadLine } from './lines';
import { lowerBound } from './lower-bound';
import type { CueRef, PackRule, RulePack } from './rule';

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
  readonly detectors: ReadonlyMap<string, Detector>;
  /** Reads a message line by line. */
  readonly lines: (text: string) => readonly ReadLine[];
  readonly wordsPerUnit: number;
  /** What each reference of a pattern joins. */
  readonly parts: Map<CueRef, readonly string[]>;
}

/** Prepares a pack; done once per language, a few milliseconds. */
export function compile(pack: RulePack): CompiledPack {
  const wordsPerUnit = /^(?:zh|ja)\b/.test(pack.lang) ? 2 : 1;
  const found = detectors(pack.detectors, pack.hosts);
  return {
    version: pack.version,
    rules: pack.rules,
    detectors: found,
    lines: lineReader(indexCues(pack.cues, wordsPerUnit), found),
    wordsPerUnit,
    parts: new Map(),
  };
}

/** Checks one message; the same input always gives the same findings in the same order. */
export function check(input: CheckInput, compiled: CompiledPack): readonly Finding[] {
  const original = input.text.length > MAX_CHECKED_UNITS ? input.text.slice(0, MAX_CHECKED_UNITS) : input.text;
  const { hits, sentences } = read(original, compiled);
  const on: Composition = { hits, wordsPerUnit: compiled.wordsPerUnit };
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
      const fixes = fixesFor(rule, original, place, sentencesAround(sentences, place));
      findings.push({ rule: rule.id, severity, ...place, fixes });
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}

/** Whether a text has a cue, for what more than the check wants to know of it. */
export function mentions(text: string, cue: CueRef, compiled: CompiledPack): boolean {
  return read(text.slice(0, MAX_CHECKED_UNITS), compiled).hits(cue).length > 0;
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

const NO_HITS: readonly Hit[] = [];

/** A message as the patterns see it. */
interface ReadMessage {
  /** Answers every cue reference, each computed once. */
  readonly hits: HitSource;
  readonly sentences: readonly Span[];
}

/** Puts the lines of a message together: what each holds, moved to where the line stands. */
function read(original: string, compiled: CompiledPack): ReadMessage {
  const found = new Map<string, Hit[]>();
  const sentences: Span[] = [];
  const add = (name: string, hit: Hit): void => {
    const hits = found.get(name);
    if (!hits) found.set(name, [hit]);
    else if (hits.length < MOST_HITS) hits.push(hit);
  };
  let [start, words, clauses] = [0, 0, 0];
  const whole = [...compiled.detectors].flatMap(([name, detector]) =>
    detector.spansLines ? detector.find(original).map((span) => ({ name, span })) : [],
  );
  for (const line of compiled.lines(original)) {
    const base = { start, words, clauses, sentences: sentences.length };
    const end = start + line.line.length;
    for (const [name, hits] of line.hits) for (const hit of hits) add(name, moved(hit, base));
    for (const { name, span } of whole)
      if (span.start >= start && span.start <= end)
        add(name, { ...moved(hitAt({ start: span.start - start, end: span.end - start }, line.line), base), ...span });
    for (const span of line.sentences) sentences.push({ start: start + span.start, end: start + span.end });
    start = end + 1;
    words += line.words;
    clauses += line.clauses;
  }
  const known = new Map<CueRef, readonly Hit[]>();
  const hits = (cue: CueRef): readonly Hit[] => {
    let all = known.get(cue);
    if (!all) known.set(cue, (all = joined(partsOf(cue, compiled.parts), found)));
    return all;
  };
  return { hits, sentences };
}

interface Base {
  readonly start: number;
  readonly words: number;
  readonly clauses: number;
  readonly sentences: number;
}

const moved = (hit: Hit, by: Base): Hit => ({
  firstWord: hit.firstWord + by.words,
  lastWord: hit.lastWord + by.words,
  sentence: hit.sentence + by.sentences,
  clause: hit.clause + by.clauses,
  start: hit.start + by.start,
  end: hit.end + by.start,
});

/** The hits of several classes in the order of their words. */
function joined(names: readonly string[], found: ReadonlyMap<string, readonly Hit[]>): readonly Hit[] {
  const lists = names.flatMap((name) => {
    const hits = found.get(name);
    return hits ? [hits] : [];
  });
  return lists.length > 1 ? lists.flat().sort(byFirstWord) : (lists[0] ?? NO_HITS);
}

/** The classes and detectors a reference joins; the few hundred references of a pack are taken apart once. */
function partsOf(cue: CueRef, known: Map<CueRef, readonly string[]>): readonly string[] {
  let parts = known.get(cue);
  if (!parts) known.set(cue, (parts = cue.split('|')));
  return parts;
}

/** The stretch from the start of the first sentence a place touches to the end of the last. */
const sentencesAround = (sentences: readonly Span[], place: Span): Span => {
  const first = sentences[sentenceAt(sentences, place.start)];
  const last = sentences[sentenceAt(sentences, place.end - 1)];
  return {
    start: Math.min(first?.start ?? place.start, place.start),
    end: Math.max(last?.end ?? place.end, place.end),
  };
};

/** The sentence a place stands in, or the nearest before it. */
const sentenceAt = (sentences: readonly Span[], offset: number): number =>
  Math.max(
    0,
    Math.min(
      lowerBound(sentences, offset + 1, ({ end }) => end),
      sentences.length - 1,
    ),
  );
