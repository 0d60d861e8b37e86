import { plain } from '../../page/shown-date';
import { fieldIn, leavesIn, type Found } from './read-record';
import { partsIn, type RecordBlock } from './record-blocks';
import type { AliexpressFields } from './fields';
import { textIn } from './page';

const MOST = 5;
const FULL = /(?:^|[-_\s])(?:full|active|on|filled|selected|checked|solid|highlight(?:ed)?|lit)(?:$|[-_\s])/i;
const EMPTY = /(?:^|[-_\s])(?:zero|empty|off|outline|gr[ae]y|inactive|none)(?:$|[-_\s])/i;

const whole = (value: number): number | undefined =>
  Number.isInteger(value) && value >= 1 && value <= MOST ? value : undefined;

/** "4 stars", "звёзд: 4", "4/5", "4.0 out of 5": the one number from 1 to 5 that is not the scale. */
function numberIn(text: string): number | undefined {
  const numbers = [...plain(text).matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => Number(number.replace(',', '.')));
  const [first, scale, ...others] = numbers;
  if (first === undefined || others.length > 0 || (scale !== undefined && scale !== MOST && first !== MOST))
    return undefined;
  // Some languages name the scale first: "5つ星のうち4".
  return whole(scale !== undefined && first === MOST && scale < MOST ? scale : first);
}

/** Marks of stars: told to screen readers as one picture, drawn as such signs, or named so. */
const STARRY = /star|rat(?:e|ing)|score/i;
const isStarry = (group: Element): boolean =>
  group.matches('[role="img"]') ||
  /[★☆⭐]/u.test(textIn(group)) ||
  [group, ...group.children].some((part) => STARRY.test(part.getAttribute('class') ?? ''));

/** Five signs side by side: those marked as full, or all that are not marked as empty. */
function countIn(group: Element): number | undefined {
  const signs = [...group.children].filter(({ localName }) => localName === group.firstElementChild?.localName);
  if (signs.length !== MOST || group.childElementCount !== MOST) return undefined;
  const classes = signs.map(
    (sign) => `${sign.getAttribute('class') ?? ''} ${sign.firstElementChild?.getAttribute('class') ?? ''}`,
  );
  const full = classes.filter((each) => FULL.test(each)).length;
  const empty = classes.filter((each) => EMPTY.test(each)).length;
  if (full > 0) return whole(full);
  if (empty > 0) return whole(MOST - empty);
  const filled = signs.filter((sign) => textIn(sign) === '★').length;
  const hollow = signs.filter((sign) => textIn(sign) === '☆').length;
  return filled + hollow === MOST && hollow > 0 ? whole(filled) : undefined;
}

/** A bar of five stars that is so wide: whole stars only. */
function widthIn(element: Element): number | undefined {
  const width = /(?:^|;)\s*width:\s*(\d+(?:\.\d+)?)%/.exec(element.getAttribute('style') ?? '')?.[1];
  return width === undefined ? undefined : whole((Number(width) * MOST) / 100);
}

const byAttribute = (element: Element): number | undefined => {
  const value = ['aria-valuenow', 'data-value', 'data-score', 'data-rate', 'value']
    .map((name) => element.getAttribute(name))
    .find((each) => each !== null);
  const label = element.getAttribute('aria-label') ?? element.getAttribute('title');
  return (value ? numberIn(value) : undefined) ?? (label && label.length <= 60 ? numberIn(label) : undefined);
};

/** What a page says about stars at one element, by attribute, count or width. */
const starsAt = (element: Element): number | undefined =>
  byAttribute(element) ??
  countIn(element) ??
  widthIn(element) ??
  [...element.children].map(widthIn).find((each) => each !== undefined);

/** Stars written as text: `★★★☆☆`, `4/5`. */
function starsInText(text: string): number | undefined {
  if (/^[★☆]{5}$/.test(text)) return whole([...text].filter((sign) => sign === '★').length);
  const shown = /^([1-5])(?:[.,]0)?\s*(?:\/\s*5|★|⭐)$/.exec(plain(text))?.[1];
  return shown ? Number(shown) : undefined;
}

/** Elements that hold more than stars. */
const BIG = 'tr,ul,ol,table,tbody,img';

const firstOf = (elements: readonly Element[], read: (element: Element) => number | undefined): number | undefined =>
  elements.map(read).find((value) => value !== undefined);

/**
 * Stars of a record, 1 to 5, wherever the page draws them: a name for screen readers, five signs of which some are full,
 * a bar that is so wide, or text. Nothing of a page's classes has to be known.
 */
export function starsIn(block: RecordBlock, fields: AliexpressFields): Found<number> | undefined {
  const placed = fieldIn(block, fields.stars, starsAt);
  if (placed && !placed.isGuess) return placed;
  const groups = partsIn(block, ['[role="img"],[aria-label],[style*="width"],:has(> :nth-child(5):last-child)']);
  const named = groups.filter((group) => group.matches('[role="img"]'));
  const said = firstOf(named, byAttribute) ?? firstOf(leavesIn(block), (leaf) => starsInText(textIn(leaf)));
  // A place by its name alone is believed where a number or the width of a bar says the same; a count of classes is a guess.
  if (placed) return { value: placed.value, isGuess: ![said, firstOf(groups, widthIn)].includes(placed.value) };
  if (said !== undefined) return { value: said, isGuess: false };
  // Any five elements may have an active one among them: tabs, steps, pictures.
  const drawn = firstOf(
    groups.filter((group) => isStarry(group) && (!group.matches(BIG) || countIn(group) !== undefined)),
    (group) => countIn(group) ?? widthIn(group),
  );
  return drawn === undefined ? undefined : { value: drawn, isGuess: true };
}
