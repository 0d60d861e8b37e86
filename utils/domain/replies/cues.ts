import { array, minLength, object, optional, pipe, record, safeParse, string } from 'valibot';
import type { InferOutput } from 'valibot';
import type { Lang } from '../ids';
import { foldPhrase, foldText, hasWordBorders } from '../text/phrases';
import type { IntentCue } from './intents';
import type { CatalogueProblem } from './template';

const Entry = object({
  intent: pipe(string(), minLength(1)),
  any: pipe(array(pipe(string(), minLength(1))), minLength(1)),
  gloss: optional(record(string(), string())),
});

/** Words of one language that speak for an intent, with what they mean in the agents' languages. */
export type CueEntry = Readonly<InferOutput<typeof Entry>>;

/** Cue entries by language. */
export type CueLists = ReadonlyMap<Lang, readonly CueEntry[]>;

/**
 * Reads the merged cue file, `{lang: entries}`. Entries that do not fit are listed and left out.
 */
export function parseCues(json: unknown): { readonly cues: CueLists; readonly problems: readonly CatalogueProblem[] } {
  const problems: CatalogueProblem[] = [];
  const cues = new Map<Lang, readonly CueEntry[]>();
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { cues, problems: [{ entry: 'file', why: 'not lists by language' }] };
  }
  for (const [lang, entries] of Object.entries(json as Record<string, unknown>)) {
    const good: CueEntry[] = [];
    (Array.isArray(entries) ? (entries as unknown[]) : [entries]).forEach((entry, index) => {
      const parsed = safeParse(Entry, entry);
      if (parsed.success) good.push(parsed.output);
      else problems.push({ entry: `${lang} ${index}`, why: parsed.issues.map(({ message }) => message).join('; ') });
    });
    cues.set(lang, good);
  }
  return { cues, problems };
}

/** A cue found in a text, and which entry of its list found it. */
export interface FoundCue extends IntentCue {
  readonly entry: number;
}

/**
 * Finds the cues of one language in a text, in the order of the text.
 *
 * Units: UTF-16 offsets in the text given, whatever accents or width its letters have.
 */
export function findCues(lists: CueLists, lang: Lang, text: string, agentLang: Lang): readonly FoundCue[] {
  const entries = lists.get(lang);
  if (!entries) return [];
  const folded = foldText(text);
  const found: FoundCue[] = [];
  entries.forEach((entry, index) => {
    const pattern = patternFor(entry, lang, folded.text);
    if (!pattern) return;
    for (const match of folded.text.matchAll(pattern)) {
      const start = folded.from[match.index]!;
      const end = folded.to[match.index + match[0].length - 1]!;
      const gloss = entry.gloss?.[agentLang];
      found.push({
        intent: entry.intent,
        entry: index,
        start,
        end,
        text: text.slice(start, end),
        ...(gloss !== undefined && { gloss }),
      });
    }
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A phrase with the pieces every text it fits must hold. */
interface Phrase {
  readonly pattern: string;
  readonly pieces: readonly string[];
}

const phrases = new WeakMap<CueEntry, readonly Phrase[]>();

/** `*` stands for the rest of a word, `~` for up to four words between. */
function phrasesOf(entry: CueEntry, isOpen: boolean): readonly Phrase[] {
  const known = phrases.get(entry);
  if (known) return known;
  const gap = isOpen
    ? '[^。！？.!?\\n]{0,10}?'
    : "(?:[^\\p{L}\\p{N}.!?\\n]+[\\p{L}\\p{N}']+){0,4}?[^\\p{L}\\p{N}.!?\\n]+";
  const made = entry.any.map((phrase): Phrase => {
    const folded = foldPhrase(phrase);
    const pattern = folded
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s*~\s*/g, () => gap)
      .replace(/ +/g, ' +')
      .replace(/\*/g, "[\\p{L}\\p{N}']*");
    return { pattern, pieces: folded.split(/[\s~*]+/).filter((piece) => piece !== '') };
  });
  phrases.set(entry, made);
  return made;
}

/**
 * The pattern of the phrases that can be in a text at all; null when none can.
 * Patterns with letter classes of all scripts take a millisecond each to prepare, fifty of them for every first message; a look for their
 * pieces leaves two or three.
 */
function patternFor(entry: CueEntry, lang: Lang, text: string): RegExp | null {
  const isOpen = !hasWordBorders(lang);
  const possible = phrasesOf(entry, isOpen).filter(({ pieces }) => pieces.every((piece) => text.includes(piece)));
  if (possible.length === 0) return null;
  const body = possible.map(({ pattern }) => pattern).join('|');
  return new RegExp(isOpen ? `(?:${body})` : `(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}])`, 'gu');
}
