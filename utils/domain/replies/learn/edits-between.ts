import type { Span } from '../../text/span';
import { segmentSentences } from '../../text/segment';
import type { Draft, DraftBlock } from '../draft';
import { withoutBlanks, withoutInvisible } from './compact';
import { standingBlocks, type Standing } from './standing';
import { countWords, likenessOf, wordsOf } from './words';

/** What an agent made of one block of a draft. */
export interface BlockEdit {
  readonly block: string;
  /** As it was drafted. */
  readonly before: string;
  /** As it was sent; empty when it was taken out. */
  readonly after: string;
}

/** With fewer blocks left than this part of them it is another message. */
const FEWEST_STANDING = 1 / 3;
/** Sentences with fewer words in common are not two wordings of one. */
const ALIKE = 0.3;
/** Units: UTF-16 units. */
const LONGEST_AFTER = 1_000;
/** What replaces a block can be longer than it, but not an essay. */
const MOST_GROWTH = 3;
const ROOM = 200;
const MOST_SENTENCES = 30;
/** A block of a few words may become several sentences. */
const LONGEST_GROUP = 6;

const textOf = ({ segments }: DraftBlock): string =>
  segments.map((part) => (part.kind === 'text' ? part.text : '')).join('');

const isFilled = ({ segments }: DraftBlock): boolean => segments.every(({ kind }) => kind === 'text');

const tidy = (text: string): string =>
  withoutInvisible(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();

const edit = (block: DraftBlock, after: string): readonly BlockEdit[] => {
  const before = textOf(block);
  const longest = Math.min(LONGEST_AFTER, before.length * MOST_GROWTH + ROOM);
  return after.length > longest || withoutBlanks(after) === withoutBlanks(before)
    ? []
    : [{ block: block.id, before, after }];
};

interface Group {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** Which sentences stand for which block, both in their order, so that they have the most in common. */
function bestGroups(blocks: readonly string[], sentences: readonly string[]): readonly Group[] {
  interface Step {
    readonly score: number;
    readonly groups: readonly Group[];
  }
  const said = sentences.map(wordsOf);
  // A step for each number of sentences that are used up.
  let steps: readonly Step[] = sentences.map(() => ({ score: 0, groups: [] })).concat({ score: 0, groups: [] });
  blocks.map(wordsOf).forEach((words, index) => {
    const counts = countWords(words);
    const next: Step[] = [];
    for (let used = 0; used <= sentences.length; used += 1) {
      let best = steps[used]!;
      if (used > 0 && next[used - 1]!.score > best.score) best = next[used - 1]!;
      for (let from = Math.max(0, used - LONGEST_GROUP); from < used; from += 1) {
        const before = steps[from]!;
        const score = before.score + likenessOf(said.slice(from, used).flat(), counts) - ALIKE;
        if (score > best.score) best = { score, groups: [...before.groups, { block: index, from, to: used }] };
      }
      next.push(best);
    }
    steps = next;
  });
  return steps.at(-1)!.groups;
}

/** Several blocks are gone, or more was written than one block: sentences are taken for the blocks they resemble. */
function aligned(blocks: readonly DraftBlock[], gap: string): readonly BlockEdit[] {
  const spans = segmentSentences(gap);
  if (spans.length > MOST_SENTENCES || blocks.length > MOST_SENTENCES) return [];
  const sentences = spans.map(({ start, end }) => gap.slice(start, end));
  const groups = bestGroups(blocks.map(textOf), sentences);
  // While a sentence is left over, nobody knows whether it replaces a block that is gone.
  const isAllUsed = groups.reduce((sum, { from, to }) => sum + to - from, 0) === sentences.length;
  return blocks.flatMap((block, index) => {
    const group = groups.find((one) => one.block === index);
    if (!group) return isAllUsed ? edit(block, '') : [];
    return edit(block, gap.slice(spans[group.from]!.start, spans[group.to - 1]!.end));
  });
}

interface Gap extends Span {
  readonly blocks: readonly DraftBlock[];
}

function editsIn({ blocks, start, end }: Gap, final: string, others: readonly Span[]): readonly BlockEdit[] {
  // What was typed into an open place can't be told from other words of the agent.
  if (blocks.length === 0 || !blocks.every(isFilled)) return [];
  const inside = others.filter((span) => span.start < end && span.end > start);
  let rest = '';
  let from = start;
  for (const span of inside) {
    rest += final.slice(from, Math.max(from, span.start));
    from = Math.max(from, span.end);
  }
  rest = tidy(rest + final.slice(from, Math.max(from, end)));
  if (rest === '') return blocks.flatMap((block) => edit(block, ''));
  if (inside.length > 0) return [];
  const [only, another] = blocks;
  const isOne = only && !another && segmentSentences(rest).length <= segmentSentences(textOf(only)).length + 1;
  return isOne ? edit(only, rest) : aligned(blocks, rest);
}

function gapsOf(draft: Draft, standing: readonly Standing[], length: number): readonly Gap[] {
  return [...standing, null].flatMap((after, at) => {
    const before = at === 0 ? null : standing[at - 1]!;
    if (before?.isOpenAfter || after?.isOpenBefore) return [];
    const blocks = draft.blocks.slice(before ? before.index + 1 : 0, after ? after.index : undefined);
    return [{ blocks, start: before?.end ?? 0, end: after?.start ?? length }];
  });
}

/**
 * What was changed in the sentences of a draft before it was sent. Sentences that stand unchanged are the landmarks; what
 * stands between two of them in place of a third is its new wording. Words added beside them are no edit, nor are places
 * filled by hand. Nothing is said of a draft most of which is gone.
 *
 * Units: `others` are the places of other drafts in the final text, UTF-16 offsets in NFC.
 */
export function editsBetween(draft: Draft, final: string, others: readonly Span[] = []): readonly BlockEdit[] {
  const text = final.normalize('NFC');
  const standing = standingBlocks(draft, text);
  const findable = draft.blocks.filter((block) => withoutBlanks(textOf(block)) !== '').length;
  if (standing.length === 0 || standing.length < findable * FEWEST_STANDING) return [];
  const inOrder = [...others].sort((a, b) => a.start - b.start);
  return gapsOf(draft, standing, text.length).flatMap((gap) => editsIn(gap, text, inOrder));
}
