import type { Span } from '../../text/span';
import type { Draft, DraftBlock } from '../draft';
import { compact, isBorder, withoutBlanks, type Compact } from './compact';

/** A block that stands in the final text as it was drafted. Units: UTF-16 offsets in the final text in NFC. */
export interface Standing extends Span {
  readonly index: number;
  /** A place the agent filled by hand lies on this side, so that nobody knows where the block begins or ends. */
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

/** A block that is more often in a text than this is no landmark in it. */
const MOST_PLACES = 20;
/** Nobody sends a longer message. Units: UTF-16 units. */
const LONGEST_FINAL = 20_000;
/** What an agent types into an open place. Units: signs without white space. */
const LONGEST_FILLING = 200;

interface Found extends Span {
  readonly index: number;
}

/** The end of a block whose first piece begins at `start`, with anything in its open places; -1 when it does not go on so. */
function endOf(text: string, pieces: readonly string[], start: number): number {
  let end = start + pieces[0]!.length;
  for (const piece of pieces.slice(1)) {
    const next = text.indexOf(piece, end);
    if (next < 0 || next - end > LONGEST_FILLING) return -1;
    end = next + piece.length;
  }
  return end;
}

const piecesOf = ({ segments }: DraftBlock): readonly string[] =>
  segments.flatMap((part) => (part.kind === 'text' ? withoutBlanks(part.text) || [] : []));

/** A piece of a longer word is no place. */
function isWhole(final: string, { places }: Compact, { start, end }: Span): boolean {
  const [first, last] = [places[start]!, places[end - 1]!];
  return isBorder(final.charAt(first - 1), final.charAt(first)) && isBorder(final.charAt(last), final.charAt(last + 1));
}

/** A sentence that comes first now begins with a capital letter, and is the same all the same. */
function placesOf(block: DraftBlock, index: number, text: Text): readonly Found[] {
  const [first, ...rest] = piecesOf(block);
  if (first === undefined) return [];
  const capital = first.charAt(0).toUpperCase() + first.slice(1);
  const found = placesOfPieces([first, ...rest], index, text);
  return capital === first ? found : [...found, ...placesOfPieces([capital, ...rest], index, text)];
}

function placesOfPieces(pieces: readonly string[], index: number, { final, folded }: Text): readonly Found[] {
  const found: Found[] = [];
  for (
    let start = folded.text.indexOf(pieces[0]!);
    start >= 0 && found.length < MOST_PLACES;
    start = folded.text.indexOf(pieces[0]!, start + 1)
  ) {
    const end = endOf(folded.text, pieces, start);
    if (end > 0 && isWhole(final, folded, { start, end })) found.push({ index, start, end });
  }
  return found;
}

interface Text {
  readonly final: string;
  readonly folded: Compact;
}

/** The places that follow each other in the order of the blocks and cover the most of the text. */
function longestChain(found: readonly Found[]): readonly Found[] {
  const best: { readonly weight: number; readonly from: number }[] = [];
  found.forEach((place, at) => {
    let from = -1;
    for (let other = 0; other < at; other += 1) {
      const before = found[other]!;
      const fits = before.index < place.index && before.end <= place.start;
      if (fits && (from < 0 || best[other]!.weight > best[from]!.weight)) from = other;
    }
    best.push({ weight: place.end - place.start + (from < 0 ? 0 : best[from]!.weight), from });
  });
  let at = best.reduce((top, { weight }, index) => (weight > (best[top]?.weight ?? 0) ? index : top), -1);
  const chain: Found[] = [];
  for (; at >= 0; at = best[at]!.from) chain.unshift(found[at]!);
  return chain;
}

/** The blocks of a draft that stand unchanged in a text, in their order; white space counts for nothing. */
export function standingBlocks(draft: Draft, text: string): readonly Standing[] {
  if (text.length > LONGEST_FINAL) return [];
  const final = text.normalize('NFC');
  const folded = compact(final);
  const found = draft.blocks.flatMap((block, index) => placesOf(block, index, { final, folded }));
  return longestChain(found).map(({ index, start, end }) => {
    const { segments } = draft.blocks[index]!;
    return {
      index,
      start: folded.places[start]!,
      end: folded.places[end - 1]! + 1,
      isOpenBefore: segments[0]?.kind === 'open',
      isOpenAfter: segments.at(-1)?.kind === 'open',
    };
  });
}

/** How many sentences of a draft there are, and how many of them stand in a text; greeting and closing are none. */
const sentencesIn = (draft: Draft, text: string): { readonly all: number; readonly standing: number } => {
  const standing = new Set(standingBlocks(draft, text).map(({ index }) => index));
  const sentences = draft.blocks.flatMap((block, index) =>
    block.frame === undefined && piecesOf(block).length > 0 ? [standing.has(index)] : [],
  );
  return { all: sentences.length, standing: sentences.filter(Boolean).length };
};

/**
 * Whether a sentence of the drafts a message was made of is gone or worded otherwise; places that were filled say nothing. A
 * draft of which nothing is left was taken back, unless it was the last.
 */
export function isReworded(drafts: readonly Draft[], text: string): boolean {
  if (text.length > LONGEST_FINAL) return false;
  const counted = drafts.map((draft) => sentencesIn(draft, text));
  const left = counted.filter(({ standing }) => standing > 0);
  return (left.length > 0 ? left : counted.slice(-1)).some(({ all, standing }) => standing < all);
}
