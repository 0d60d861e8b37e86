import type { Hit } from './hit';
import type { OrderItem } from '../orders';
import { findingOf } from './found';
import { fold } from './fold';
import type { GuardFinding } from './guard-finding';
import { stands, type GuardText } from './guard-text';
import type { KnownFacts } from './known-facts';

/** A size as a label prints it: `39`, `38.5`, `XL`, `3XL`, `EU39`. */
const SIZE = /^(?:(?:eu|us|uk|jp|br|cn)?\d{1,3}(?:[.,]5)?|\d?x{0,4}[sl]|m)$/;
const SIZE_REACH = 3;

const sizesIn = (variant: string): readonly string[] =>
  fold(variant)
    .split(/[^\p{L}\d.,]+/u)
    .map((word) => word.replace(/^[.,]+|[.,]+$/g, ''))
    .filter((word) => SIZE.test(word))
    .map((word) => word.replace(',', '.').replace(/^(?:eu|us|uk|jp|br|cn)/, ''));

/** Colours, cables and volumes have figures too: only variants that name a size, or are one alone, count. */
function orderedSizes({ words }: GuardText, items: readonly OrderItem[]): readonly string[] {
  return items.flatMap(({ variant = '' }) => {
    const found = sizesIn(variant);
    const isNamed = words.sizeNames.some((name) => fold(variant).includes(name)) || /\bsize\b|尺码|码数/i.test(variant);
    const letters = found.filter((size) => /[a-z]/.test(size));
    if (isNamed || sizesIn(variant.split(/[/,|]/).at(-1)?.trim() ?? '').length === 1) return found;
    return letters;
  });
}

/** The size word nearest to "you ordered", with the size beside it. */
function saidSizes(text: GuardText): readonly { readonly size: string; readonly at: Hit }[] {
  return text.hits('SIZE').flatMap((name) => {
    const { words, starts, ends } = text.tokens;
    for (let step = 1; step <= SIZE_REACH; step += 1)
      for (const at of [name.lastWord + step, name.firstWord - step]) {
        const word = words[at];
        const isSize = word !== undefined && SIZE.test(word) && text.tokens.sentenceOf[at] === name.sentence;
        if (!isSize || (at < name.firstWord && !/[\u3040-\u9fff]/.test(words[name.firstWord] ?? ''))) continue;
        // "38.5" is two words to the tokeniser.
        const half = /^[.,]5(?!\d)/.test(text.text.slice(ends[at] ?? 0)) ? '.5' : '';
        const end = (ends[at] ?? 0) + half.length;
        return [
          {
            size: word.replace(/^(?:eu|us|uk|jp|br|cn)(?=\d)/, '') + half,
            at: text.asHit({ start: starts[at] ?? 0, end }),
          },
        ];
      }
    return [];
  });
}

/** A size the reply says was ordered or sent and that the order does not have; silent where sizes are talked about. */
export function checkSizes(text: GuardText, { order, lastMessage = '' }: KnownFacts): readonly GuardFinding[] {
  const ordered = orderedSizes(text, order?.items ?? []);
  if (ordered.length === 0) return [];
  const said = saidSizes(text);
  const asked = fold(lastMessage);
  if (new Set(said.map(({ size }) => size)).size !== 1 || text.words.sizeNames.some((name) => asked.includes(name)))
    return [];
  const [only] = new Set(ordered).size === 1 ? ordered : [];
  return said
    .filter(({ size, at }) => {
      const isStated = stands(text, at, { cue: 'ORDERED|SHIPPED' }) && !text.isQuestion(at.sentence);
      const isTalk = stands(text, at, { cue: 'EXCHANGE|RETURN|REPLACEMENT|NEG' });
      return isStated && !isTalk && !ordered.includes(size) && !sizesIn(lastMessage).includes(size);
    })
    .map(({ at }) =>
      findingOf(text, {
        kind: 'size',
        start: at.start,
        end: at.end,
        known: [...new Set(ordered)].map((size) => size.toUpperCase()).join(', '),
        ...(only === undefined ? {} : { fix: only.toUpperCase() }),
      }),
    );
}

/** A number of pieces the reply says was ordered and that the order does not have. */
export function checkQuantities(text: GuardText, { order, lastMessage = '' }: KnownFacts): readonly GuardFinding[] {
  const items = order?.items ?? [];
  const amounts = items.map(({ quantity }) => quantity ?? 0);
  if (items.length === 0 || amounts.some((quantity) => quantity <= 0)) return [];
  const total = amounts.reduce((sum, quantity) => sum + quantity, 0);
  const right = new Set([...amounts, total]);
  const { words, starts, ends } = text.tokens;
  const said = text.hits('PIECE').flatMap((piece) => {
    const word = words[piece.firstWord - 1] ?? '';
    const isWritten = /^\d{1,3}$/.test(word);
    const value = isWritten ? Number(word) : text.words.numbers.get(word);
    if (value === undefined || text.tokens.sentenceOf[piece.firstWord - 1] !== piece.sentence) return [];
    const place = { start: starts[piece.firstWord - 1] ?? 0, end: ends[piece.firstWord - 1] ?? 0 };
    return [{ value, isWritten, at: text.asHit(place) }];
  });
  const [first] = said;
  if (!first || new Set(said.map(({ value }) => value)).size !== 1 || right.has(first.value)) return [];
  // A piece, "one" and sets of several are said of other things too.
  if (first.value < 2 && !first.isWritten) return [];
  return said
    .filter(({ value, at }) => {
      const isTalk = stands(text, at, { cue: 'RETURN|REPLACEMENT|NEG|PARTIAL' }) || text.isQuestion(at.sentence);
      return (
        stands(text, at, { cue: 'ORDERED' }) && !isTalk && !new RegExp(`(?<!\\d)${value}(?!\\d)`).test(lastMessage)
      );
    })
    .map(({ at, isWritten }) =>
      findingOf(text, {
        kind: 'quantity',
        start: at.start,
        end: at.end,
        known: String(total),
        ...(isWritten && items.length === 1 ? { fix: String(total) } : {}),
      }),
    );
}
