import type { Audience } from '../sizes/shoe';
import { fold, isSpaceless } from './fold';
import { WORD_LISTS } from './words';
import type { BodyPart, SizeUnit, Topic, WordList } from './words/word-list';

/** Strength of a mark beside a number: a word for shoe size, for size, for wearing, for wanting. */
export type Mark = 'shoe' | 'size' | 'wear' | 'wish';

/** Everything a word can mean beside a number; several languages can give it several meanings. */
export interface Role {
  mark?: Mark;
  /** Follows a number as a mark of size. */
  after?: boolean;
  filler?: boolean;
  available?: boolean;
  or?: boolean;
  insteadOf?: boolean;
  notThis?: boolean;
  swap?: boolean;
  misfit?: boolean;
  ordered?: boolean;
  received?: boolean;
  need?: boolean;
  audience?: Audience;
  topic?: Topic;
  body?: BodyPart;
  unit?: SizeUnit;
  code?: string;
  letter?: string;
  age?: 'y' | 'm';
  count?: boolean;
  /** Counts or rates in every language: `%`, `€`, `kg`, `Hz`. */
  hard?: boolean;
  naming?: boolean;
}

/** The word lists prepared for looking up. */
export interface Lexicon {
  /** Meaning of a folded word, of its stem, or of what is left without an Arabic prefix. */
  role(word: string): Role | undefined;
  /** Longest phrase that begins with a word: number of words and meaning. */
  phrases(first: string): readonly Phrase[] | undefined;
  /** Length of the longest entry that begins with this unit, for scripts without spaces. */
  longest(unit: number): number;
  /** Meaning of exactly this text, nothing taken off. */
  exact(text: string): Role | undefined;
  /** "and a half" and the like, to be tried right after a number. */
  readonly half: RegExp;
}

/** A phrase of several words with its meaning. */
export interface Phrase {
  readonly rest: readonly string[];
  readonly role: Role;
}

/** Codes written as capitals; in lower case these are everyday words (`it`, `de`, `au`, `us`). */
export const CAPITAL_CODES: Readonly<Record<string, string>> = {
  US: 'US', GB: 'UK', AU: 'AU', NZ: 'AU', IT: 'IT', DE: 'DE', ES: 'ES', EUR: 'EU', EE: 'EU', FR: 'FR',
}; // prettier-ignore

const RANK: Readonly<Record<Mark, number>> = { shoe: 4, size: 3, wear: 2, wish: 1 };

/** The stronger of two marks. */
export const strongerMark = (a: Mark | undefined, b: Mark | undefined): Mark | undefined =>
  !a || (b && RANK[b] > RANK[a]) ? b : a;

const SHORTEST_STEM = 3;
const ARABIC_PREFIXES = ['وبال', 'بال', 'وال', 'لل', 'ال', 'ول', 'و', 'ب', 'ل', 'ك'];

/** Words of exchanging one thing for another. */
const EXCHANGE = ['insteadOf', 'notThis', 'swap', 'misfit', 'ordered', 'received', 'need'] as const;
/** Those of them that a phrase takes over from its words: "ordered a", "brauche eine". */
const INHERITED = ['swap', 'ordered', 'received', 'need'] as const;

const split = (list: string | undefined): readonly string[] => (list ? list.split('|') : []);
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function* entries(list: WordList): Generator<readonly [string, Role]> {
  const each = function* (words: string | undefined, role: Role): Generator<readonly [string, Role]> {
    for (const word of split(words)) yield [word, role];
  };
  yield* each(list.shoeSize, { mark: 'shoe' });
  yield* each(list.size, { mark: 'size' });
  yield* each(list.sizeAfter, { after: true });
  yield* each(list.wear, { mark: 'wear' });
  yield* each(list.wish, { mark: 'wish' });
  yield* each(list.filler, { filler: true });
  yield* each(list.available, { available: true });
  yield* each(list.or, { or: true });
  for (const field of EXCHANGE) yield* each(list[field], { [field]: true });
  for (const [audience, words] of Object.entries(list.audience ?? {}))
    yield* each(words, { audience: audience as Audience });
  for (const [topic, words] of Object.entries(list.topic ?? {})) yield* each(words, { topic: topic as Topic });
  for (const [body, words] of Object.entries(list.body ?? {})) yield* each(words, { body: body as BodyPart });
  for (const [unit, words] of Object.entries(list.unit ?? {})) yield* each(words, { unit: unit as SizeUnit });
  for (const [code, words] of Object.entries(list.code ?? {})) yield* each(words, { code });
  for (const [letter, words] of Object.entries(list.letter ?? {})) yield* each(words, { letter });
  for (const age of ['y', 'm'] as const) yield* each(list.age?.[age], { age });
  yield* each(list.count, { count: true, ...(list === WORD_LISTS.common ? { hard: true } : {}) });
  yield* each(list.naming, { naming: true });
}

/** A word's meanings add up; of two meanings of one kind the stronger mark, otherwise the first, stays. */
function merge(known: Role | undefined, added: Role): Role {
  if (!known) return { ...added };
  const mark = strongerMark(known.mark, added.mark);
  return { ...added, ...known, ...(mark ? { mark } : {}) };
}

function build(): Lexicon {
  const words = new Map<string, Role>();
  const stems = new Map<string, Role>();
  const phrases = new Map<string, Phrase[]>();
  const longest = new Map<number, number>();
  const add = (written: string, role: Role): void => {
    const folded = fold(written.trim());
    if (folded.endsWith('*')) {
      const stem = folded.slice(0, -1);
      stems.set(stem, merge(stems.get(stem), role));
      return;
    }
    const parts = folded.split(/[\s-]+/);
    const first = (parts[0] ?? '').replace(/(?<=.)\.$/, '');
    const isCompact = isSpaceless(first.charCodeAt(0));
    if (parts.length > 1) {
      const rest = parts.slice(1);
      const list = phrases.get(first) ?? [];
      const same = list.find((phrase) => phrase.rest.join(' ') === rest.join(' '));
      if (same) Object.assign(same.role, merge(same.role, role));
      else list.push({ rest, role: { ...role } });
      phrases.set(first, list);
      if (!isCompact) return;
    }
    const whole = isCompact ? parts.join('') : first;
    words.set(whole, merge(words.get(whole), role));
    if (isCompact && parts.length === 1)
      longest.set(whole.charCodeAt(0), Math.max(longest.get(whole.charCodeAt(0)) ?? 0, whole.length));
    if (isCompact && parts.length > 1) {
      longest.set(whole.charCodeAt(0), Math.max(longest.get(whole.charCodeAt(0)) ?? 0, whole.length));
    }
  };
  for (const list of Object.values(WORD_LISTS)) for (const [word, role] of entries(list)) add(word, role);
  // "ring size", "talla de sujetador": a phrase with a word of size in it marks a size.
  for (const [first, list] of phrases)
    for (const { rest, role } of list)
      if (role.topic && [first, ...rest].some((word) => words.get(word)?.mark === 'size')) role.mark ??= 'size';
  for (const [first, list] of phrases)
    for (const { rest, role } of list)
      for (const field of INHERITED) if ([first, ...rest].some((word) => words.get(word)?.[field])) role[field] = true;
  for (const list of phrases.values()) list.sort((a, b) => b.rest.length - a.rest.length);

  // Few words begin like a stem: one look at their first letters spares the rest.
  const byHead = new Map<string, (readonly [string, Role])[]>();
  for (const entry of stems) {
    const head = entry[0].slice(0, SHORTEST_STEM);
    byHead.set(
      head,
      [...(byHead.get(head) ?? []), entry].sort((a, b) => b[0].length - a[0].length),
    );
  }
  const stemOf = (word: string): Role | undefined =>
    byHead.get(word.slice(0, SHORTEST_STEM))?.find(([stem]) => word.startsWith(stem))?.[1];
  const role = (word: string): Role | undefined => {
    const known = words.get(word);
    if (known) return known;
    const code = word.charCodeAt(0);
    if (code >= 0x600 && code <= 0x6ff) {
      for (const prefix of ARABIC_PREFIXES) {
        if (!word.startsWith(prefix) || word.length < prefix.length + 3) continue;
        const found = words.get(word.slice(prefix.length));
        if (found) return found;
      }
      return undefined;
    }
    if (word.endsWith("'s")) return words.get(word.slice(0, -2));
    return stemOf(word);
  };
  const halves = Object.values(WORD_LISTS).flatMap(({ half }) => split(half));
  const compact = halves.filter((text) => isSpaceless(text.charCodeAt(0)));
  const spaced = halves.filter((text) => !compact.includes(text));
  return {
    role,
    phrases: (first) => phrases.get(first),
    longest: (unit) => longest.get(unit) ?? 0,
    exact: (text) => words.get(text),
    half: new RegExp(
      `\\s?½|\\s?(?<=\\s)1/2(?![\\d/])|\\s?(?:${spaced.map(escape).join('|')})(?!\\p{L})|\\s?(?:号|號|码|碼)?(?:${compact.join('|')})(?!\\p{Script=Han}{2}|年|天|个|個|月|日)`,
      'iuy',
    ),
  };
}

let built: Lexicon | null = null;

/** The lexicon of all languages; prepared when the first text is read. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}
