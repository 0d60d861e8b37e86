import type { Lang } from '../../ids';
import type { OrderItem } from '../../orders';
import { err, ok, type Result } from '../../result';
import type { Facts } from '../draft';
import { parseText } from '../liquid';
import { renderDraft } from '../render';
import type { ReplyTemplate } from '../template';
import { shapeOf, valuePlaces, VALUE_MARK, wordsAlone } from './block-shape';
import { isBorder, withoutBlanks, withoutInvisible } from './compact';
import type { BlockEdit } from './edits-between';
import { personalIn, type PersonalKind } from './personal';
import { valuesLeft } from './values-left';
import type { Vocabulary } from './vocabulary';

/** Why an edit is not learnt from; never with the words themselves. */
export interface NotLearnt {
  readonly kind:
    | PersonalKind
    /** No such block or language, or its words are not what was drafted. */
    | 'unknown-block'
    /** A condition stands inside the sentence. */
    | 'conditions'
    /** The block is nothing but a value. */
    | 'value-only'
    | 'braces'
    | 'open-place'
    | 'too-long'
    /** A value that could be two variables, or that stands more often than before. */
    | 'ambiguous'
    /** A value, or a part of one, that has no variable here. */
    | 'value'
    | 'unchanged';
}

/** What an edit was made in. */
export interface EditContext {
  readonly template: ReplyTemplate;
  readonly lang: Lang;
  /** The values the draft was filled with. */
  readonly facts: Facts;
  readonly buyerName?: string;
  readonly orderItems: readonly OrderItem[];
  readonly vocabulary?: Vocabulary | undefined;
}

const LONGEST_TEXT = 1_000;
const BRACES = /[{}\uE000-\uF8FF]|%\}|\{%/u;
const OPEN_PLACE = /[⟦⟧]/u;
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F]/;
const NO_WORD = /^[^\p{L}]*$/u;
const SHORT_VALUE = 2;

const no = (kind: NotLearnt['kind']): Result<never, NotLearnt> => err({ kind });

/** A text of this template alone, filled; null while a value is open. */
function filled(text: string, { template, lang, facts }: EditContext): string | null {
  const block = { id: 'text', role: 'answer', before: '' } as const;
  const status = { state: 'draft' } as const;
  const alone = { ...template, blocks: [block], languages: { [lang]: { status, texts: { text } } } };
  const segments = renderDraft(alone, lang, facts)?.draft.blocks[0]?.segments ?? [];
  return segments.some(({ kind }) => kind === 'open')
    ? null
    : segments.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

interface Value {
  readonly source: string;
  /** As it stands in the text, without isolates. */
  readonly said: string;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Where a value stands as a whole; what a text box made of its spaces counts for nothing. */
function placesOf(value: string, text: string): readonly { readonly start: number; readonly end: number }[] {
  const pattern = new RegExp(value.split(/\s+/u).map(escaped).join('\\s+'), 'gu');
  return [...text.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(
      ({ start, end }) =>
        isBorder(text.charAt(start - 1), text.charAt(start)) && isBorder(text.charAt(end - 1), text.charAt(end)),
    );
}

/** Turns the values of a wording into variables again, the longest first. Errors: `ambiguous`. */
function withVariables(text: string, before: string, values: readonly Value[]): Result<string, NotLearnt> {
  let pieces: readonly (string | Value)[] = [text];
  const longestFirst = [...values].sort((a, b) => b.said.length - a.said.length);
  for (const value of longestFirst) {
    const places = pieces.map((piece) => (typeof piece === 'string' ? placesOf(value.said, piece) : []));
    const count = places.reduce((sum, { length }) => sum + length, 0);
    if (count === 0) continue;
    const isTwo = values.some(({ source, said }) => source !== value.source && said === value.said);
    const isMore = value.said.length <= SHORT_VALUE && count > placesOf(value.said, before).length;
    if (isTwo || isMore) return no('ambiguous');
    pieces = pieces.flatMap((piece, index): readonly (string | Value)[] => {
      if (typeof piece !== 'string') return [piece];
      const split: (string | Value)[] = [];
      let from = 0;
      for (const { start, end } of places[index]!) {
        split.push(piece.slice(from, start), value);
        from = end;
      }
      return [...split, piece.slice(from)];
    });
  }
  return ok(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join(''));
}

/** Words of the desk's own in this language, in which nobody is named. */
const knownWords = ({ template, lang }: EditContext): string =>
  Object.values(template.languages[lang]?.texts ?? {})
    .map((text) => wordsAlone(text).replaceAll(VALUE_MARK, ' '))
    .join('\n');

/**
 * Writes an edit as the block's Liquid would be with it: values are variables again, and what was not shown stays as it was.
 * A sentence that was taken out is the empty text. Too little is learnt rather than a name kept: everything that may belong to
 * one buyer or one order refuses the whole edit.
 *
 * Errors: why nothing is learnt from it.
 */
export function asTemplateText(edit: BlockEdit, context: EditContext): Result<string, NotLearnt> {
  const { template, lang } = context;
  const source = template.languages[lang]?.texts[edit.block];
  const block = template.blocks.find(({ id }) => id === edit.block);
  if (source === undefined || !block) return no('unknown-block');
  const after = withoutInvisible(edit.after).trim();
  if (after === '') return ok('');
  if (after.length > LONGEST_TEXT) return no('too-long');
  if (OPEN_PLACE.test(after)) return no('open-place');
  if (BRACES.test(after) || CONTROL.test(after)) return no('braces');
  const shape = shapeOf(source);
  if (!shape) return no('conditions');
  const said = shape.branches.map((branch) => filled(branch, context));
  const isSaid = (text: string | null): boolean => text !== null && withoutBlanks(text) === withoutBlanks(edit.before);
  const index = said.findIndex(isSaid);
  // Two wordings that read the same leave open which of them was changed.
  if (index < 0 || said.filter(isSaid).length > 1) return no('unknown-block');
  const branch = shape.branches[index]!;
  if (NO_WORD.test(wordsAlone(branch))) return no('value-only');
  const values = valuePlaces(branch).flatMap((place): readonly Value[] => {
    const value = withoutInvisible(filled(place.source, context) ?? '').trim();
    return value ? [{ source: place.source, said: value }] : [];
  });
  const before = withoutInvisible(said[index]!);
  const written = withVariables(after, before, values);
  if (!written.ok) return written;
  const words = wordsAlone(written.value);
  if (NO_WORD.test(words)) return no('value-only');
  const known = knownWords(context);
  const personal = personalIn(words, {
    lang,
    known,
    ownWords: wordsAlone(source),
    isClosing: block.role === 'close',
    buyerName: context.buyerName ?? context.facts['buyerName']?.value,
    items: context.orderItems,
    vocabulary: context.vocabulary,
  });
  if (personal) return no(personal);
  if (valuesLeft(words, { ...context, known })) return no('value');
  const text = shape.withBranch(index, written.value);
  // The proof: filled again, it says what was sent.
  if (!parseText(text) || withoutBlanks(filled(text, context) ?? '') !== withoutBlanks(after)) return no('ambiguous');
  return withoutBlanks(text) === withoutBlanks(source) ? no('unchanged') : ok(text);
}
