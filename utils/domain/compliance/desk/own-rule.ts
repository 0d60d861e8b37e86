import * as v from 'valibot';
import { err, ok, type Result } from '../../result';
import { normalise } from '../../text/normalise';
import type { OwnRule } from '../desk-rules';
import { tokenise, WILDCARD } from '../tokens';

/** How much a desk can write. Units: rules, words of a rule, UTF-16 units of a text. */
export const deskLimits = {
  rules: 200,
  words: 60,
  word: 80,
  title: 80,
  text: 300,
  replacement: 200,
  /** Words of a rule that are open at their start: each is compared with every word of a message. */
  openStarts: 5,
} as const;

/** Why an own rule is not taken; shown as `rules.own.problem.<kind>`. */
export type OwnRuleProblem =
  | { readonly kind: 'empty'; readonly field: 'title' | 'words' }
  | { readonly kind: 'too-long'; readonly field: keyof OwnRule; readonly limit: number }
  | { readonly kind: 'too-many'; readonly field: 'words' | 'unless'; readonly limit: number }
  /** A word without a letter or a figure, or a `*` with less than two letters beside it or in the middle. */
  | { readonly kind: 'bad-word'; readonly word: string }
  | { readonly kind: 'open-starts'; readonly limit: number }
  | { readonly kind: 'invalid'; readonly field: string };

const severity = v.picklist(['block', 'warn', 'info']);
const code = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9-]{0,30}$/));

const shape = v.object({
  id: v.pipe(v.string(), v.regex(/^own-[a-z0-9-]{1,60}$/)),
  title: v.string(),
  why: v.string(),
  alternative: v.string(),
  words: v.array(v.string()),
  unless: v.array(v.string()),
  severity,
  marketplaces: v.pipe(v.array(code), v.maxLength(20)),
  langs: v.pipe(v.array(code), v.maxLength(60)),
  replacement: v.optional(v.string()),
  locked: v.optional(v.literal(true)),
});

// Control characters and halves of characters mean nothing in a word and break files.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ue000]|\p{Surrogate}/gu;

/** A text on one line, in one spelling of its characters. */
const tidy = (text: string): string => text.normalize('NFKC').replace(UNPRINTABLE, ' ').replace(/\s+/gu, ' ').trim();

/** Signs with a meaning in the lexicon have none in what a desk writes: its words are words. */
const plainWords = (word: string): readonly string[] =>
  normalise(word)
    .text.replace(/[()|~/\\]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);

/**
 * A word or phrase as the check reads terms, or null when nothing can be found by it. A `*` at an end of a word leaves
 * letters open there; in scripts without spaces it says nothing.
 */
export function termOf(word: string): string | null {
  const words = plainWords(word).flatMap((piece) => {
    const core = piece.replaceAll('*', ' ').trim();
    const parts = tokenise(core).words;
    const canBeOpen = (part: string | undefined): boolean => part !== undefined && part.length >= 2;
    return parts.map(
      (part, at) =>
        (at === 0 && piece.startsWith('*') && canBeOpen(part) ? WILDCARD : '') +
        part +
        (at === parts.length - 1 && piece.endsWith('*') && canBeOpen(part) ? WILDCARD : ''),
    );
  });
  return words.length === 0 ? null : words.join(' ');
}

const isOpenStart = (word: string): boolean => plainWords(word).some((piece) => piece.startsWith('*'));

/** A star in the middle or beside a single letter would not do what it looks like. */
const hasBadStar = (word: string): boolean =>
  plainWords(word).some((piece) => {
    const core = piece.replace(/^\*|\*$/g, '');
    if (core.includes('*')) return true;
    return piece !== core && core.length < 2 && !/[\u3040-\u30ff\u3400-\u9fff]/u.test(core);
  });

function tidyWords(words: readonly string[], field: 'words' | 'unless'): Result<readonly string[], OwnRuleProblem> {
  const known = new Map<string, string>();
  for (const raw of words) {
    if (raw.length > deskLimits.word * 2) return err({ kind: 'too-long', field, limit: deskLimits.word });
    const word = tidy(raw);
    if (word === '') continue;
    if (word.length > deskLimits.word) return err({ kind: 'too-long', field, limit: deskLimits.word });
    const term = termOf(word);
    if (term === null || hasBadStar(word)) return err({ kind: 'bad-word', word });
    if (!known.has(term)) known.set(term, word);
    if (known.size > deskLimits.words) return err({ kind: 'too-many', field, limit: deskLimits.words });
  }
  return ok([...known.values()]);
}

/** Checks a rule a desk has written and brings it into its one spelling: plain words, sizes capped, nothing that runs. */
export function readOwnRule(json: unknown): Result<OwnRule, OwnRuleProblem> {
  const parsed = v.safeParse(shape, json);
  if (!parsed.success) return err({ kind: 'invalid', field: v.getDotPath(parsed.issues[0] as never) ?? '' });
  const { words: rawWords, unless: rawUnless, replacement: rawReplacement, locked, ...rest } = parsed.output;
  const texts = { title: tidy(rest.title), why: tidy(rest.why), alternative: tidy(rest.alternative) };
  if (texts.title === '') return err({ kind: 'empty', field: 'title' });
  for (const field of ['title', 'why', 'alternative'] as const) {
    const limit = field === 'title' ? deskLimits.title : deskLimits.text;
    if (texts[field].length > limit) return err({ kind: 'too-long', field, limit });
  }
  const words = tidyWords(rawWords, 'words');
  if (!words.ok) return words;
  if (words.value.length === 0) return err({ kind: 'empty', field: 'words' });
  if (words.value.filter(isOpenStart).length > deskLimits.openStarts)
    return err({ kind: 'open-starts', limit: deskLimits.openStarts });
  const unless = tidyWords(rawUnless, 'unless');
  if (!unless.ok) return unless;
  if (unless.value.filter(isOpenStart).length > deskLimits.openStarts)
    return err({ kind: 'open-starts', limit: deskLimits.openStarts });
  const replacement = rawReplacement === undefined ? '' : tidy(rawReplacement);
  if (replacement.length > deskLimits.replacement)
    return err({ kind: 'too-long', field: 'replacement', limit: deskLimits.replacement });
  return ok({
    ...rest,
    ...texts,
    words: words.value,
    unless: unless.value,
    ...(replacement === '' ? {} : { replacement }),
    ...(locked ? { locked } : {}),
  });
}
