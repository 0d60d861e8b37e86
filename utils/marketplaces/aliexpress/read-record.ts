import { brandAs, type CountryCode, type OrderId } from '../../domain/ids';
import type { OrderState } from '../../domain/orders';
import type { Candidate } from '../../domain/profiles/profile';
import { shownDays } from '../../page/shown-date';
import { isVisible } from '../../page/visible';
import { shownAmount, type Amount } from '../shown-amount';
import { stateOf } from './locale';
import { AMOUNT_LABEL } from './locale-lists';
import { isLeaf, textIn } from './page';
import { labelledValues } from './read-labelled';
import { partsIn, type RecordBlock } from './record-blocks';

const MAX_NAME = 80;
const MAX_STATE = 40;
const MAX_LEAVES = 400;

/** What was found, and whether the page's own structure said so. */
export interface Found<T> {
  readonly value: T;
  readonly isGuess: boolean;
}

/** Tries the candidates of a field inside a record, in order of trust. */
export function fieldIn<T>(
  block: Pick<RecordBlock, 'elements'>,
  candidates: readonly Candidate[],
  parse: (element: Element) => T | undefined,
): Found<T> | undefined {
  for (const { css, kind } of candidates)
    for (const element of partsIn(block, [css])) {
      const value = parse(element);
      if (value !== undefined && isVisible(element)) return { value, isGuess: kind === 'semantic' };
    }
  return undefined;
}

const leavesByBlock = new WeakMap<RecordBlock, readonly Element[]>();

/** Elements of text alone in a record, in page order; asked for once per record. */
export function leavesIn(block: RecordBlock): readonly Element[] {
  const known = leavesByBlock.get(block);
  if (known) return known;
  const leaves = block.elements
    .flatMap((element) => [element, ...element.querySelectorAll('*')])
    .filter((element) => isLeaf(element) && textIn(element) !== '')
    .slice(0, MAX_LEAVES);
  leavesByBlock.set(block, leaves);
  return leaves;
}

const wordedByBlock = new WeakMap<RecordBlock, readonly Element[]>();

const holdsText = (element: Element): boolean =>
  isLeaf(element)
    ? textIn(element) !== ''
    : [...element.childNodes].some((node) => node.nodeType === 3 && (node as Text).data.trim() !== '');

/** The values behind a label of a record: also where the label is the text before a link or another element. */
export function labelledIn(block: RecordBlock, label: RegExp): readonly string[] {
  const worded =
    wordedByBlock.get(block) ??
    block.elements.flatMap((element) => [element, ...element.querySelectorAll('*')]).filter(holdsText);
  wordedByBlock.set(block, worded);
  return labelledValues(worded.slice(0, MAX_LEAVES), label);
}

/** A whole page as one record, with the elements of text that count. */
export function pageAsRecord(id: OrderId, root: Element, leaves: readonly Element[]): RecordBlock {
  const block: RecordBlock = { id, leaf: root, elements: [root] };
  leavesByBlock.set(block, leaves);
  return block;
}

/** Texts that can be pressed are no facts: "Contact buyer", "Delivered? Confirm". */
export const isAction = (element: Element): boolean =>
  element.closest('a,button,[role="button"],[role="tab"]') !== null;

/** A buyer's display name; masked ones tell nobody apart and are left out. */
export function nameOf(text: string): string | undefined {
  const name = text.trim();
  return name !== '' && name.length <= MAX_NAME && !/\*/.test(name) && !/^\d+$/.test(name) ? name : undefined;
}

/** The state of an order with the words that say so. */
export function stateIn(
  block: RecordBlock,
  candidates: readonly Candidate[],
): Found<readonly [OrderState, string]> | undefined {
  const parse = (element: Element): readonly [OrderState, string] | undefined => {
    const text = textIn(element);
    const state = text.length <= MAX_STATE && !isAction(element) ? stateOf(text) : undefined;
    return state && [state, text];
  };
  const placed = fieldIn(block, candidates, parse);
  if (placed) return placed;
  const guess = leavesIn(block)
    .map(parse)
    .find((each) => each !== undefined);
  return guess && { value: guess, isGuess: true };
}

/** The amount of a record: where the page marks it, else the largest one, since a total is no less than its parts. */
export function amountIn(block: RecordBlock, candidates: readonly Candidate[]): Found<Amount> | undefined {
  const marked = candidates.filter(({ kind }) => kind !== 'semantic');
  const placed = fieldIn(block, marked, (element) => shownAmount(textIn(element)));
  if (placed) return placed;
  const [labelled] = labelledIn(block, AMOUNT_LABEL).flatMap((text) => shownAmount(text) ?? []);
  if (labelled) return { value: labelled, isGuess: false };
  const all = leavesIn(block).flatMap((leaf) => shownAmount(textIn(leaf)) ?? []);
  if (new Set(all.map(({ currency }) => currency)).size !== 1) return undefined;
  return { value: all.reduce((most, next) => (next.value > most.value ? next : most)), isGuess: true };
}

/** The first whole day that an element names. */
export const dayOf = (element: Element, lang: string): string | undefined => shownDays(textIn(element), lang)[0];

/** A country by the two letters beside its flag, or behind a masked name. */
export function countryCodeOf(text: string): CountryCode | undefined {
  const code = text
    .replace(/[\u{1f1e6}-\u{1f1ff}]/gu, '')
    .trim()
    .replace(/^\S{0,12}\*\S{0,12}[\s,(·|]+(?=[A-Z]{2}\)?$)/, '')
    .replace(/\)$/, '');
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code);
  return name ? brandAs<'CountryCode'>(code) : undefined;
}
