import { shownClock } from '../../page/shown-clock';
import { isTimeStamp, shownDays } from '../../page/shown-date';
import { isVisible } from '../../page/visible';
import { lacking, found, type Field } from '../../page/field';
import type { BuyerAlias, ListRow } from '../contract';
import type { AliexpressFields } from './fields';
import { WAITING_TAG } from './locale-lists';
import { chatScope, isLeaf, pageLang, textIn } from './page';
import { fieldIn, nameOf } from './read-record';
import { rowsByTime } from './session-rows';
import { byOrder, contradictsItself, recordBlocks } from './record-blocks';

const MAX_ROWS = 200;
const MAX_LAST = 400;
const MAX_TAG = 30;
/** Small labels in a row that are nobody's words. */
const TAG = 'i,svg,sup,sub,[class*="tag" i],[class*="badge" i]';
const COUNT = /^(?:\d{1,3}|99\+)$/;
const MINUTE_MS = 60_000;

/** When a row says its last message came; only with a time of day, and only where that is not in the future. */
export function momentOf(text: string, lang: string, now: Date): string | undefined {
  const clock = shownClock(text, lang);
  if (!clock) return undefined;
  const day = shownDays(text, lang)[0];
  if (!day && !/^[^\p{L}]*$|^\D{0,12}\d{1,2}:\d{2}(?::\d{2})?\D{0,12}$/u.test(text.trim())) return undefined;
  const at = day ? new Date(`${day}T00:00:00`) : new Date(now);
  at.setHours(clock.hour, clock.minute, 0, 0);
  return at.getTime() > now.getTime() + MINUTE_MS ? undefined : at.toISOString();
}

/** Whether an element is a tag or badge that says a session waits for an answer. */
const isWaitingTag = (part: Element): boolean =>
  part.childElementCount <= 1 &&
  textIn(part).length <= MAX_TAG &&
  [...['class', 'aria-label', 'title'].map((name) => part.getAttribute(name) ?? ''), textIn(part)].some((text) =>
    WAITING_TAG.test(text),
  ) &&
  isVisible(part);

const idOf = (row: Element): string | undefined =>
  ['data-session-id', 'data-sessionid', 'data-id', 'data-key', 'data-row-key', 'id']
    .map((name) => row.getAttribute(name))
    .find((value) => value !== null && /\d{4,}/.test(value)) ?? undefined;

interface RowContext {
  readonly fields: AliexpressFields;
  readonly lang: string;
  readonly now: Date;
  /** The page tags what is unanswered; a badge that counts the unread says less then. */
  readonly hasTags: boolean;
}

/** One session: whose it is, what was said last, and since when it waits. */
function sessionRow(row: Element, { fields, lang, now, hasTags }: RowContext): ListRow | undefined {
  const leaves = [...row.querySelectorAll('*')].filter(
    (part) => isLeaf(part) && textIn(part) !== '' && isVisible(part),
  );
  const time = leaves.find((leaf) => textIn(leaf).length <= MAX_TAG && isTimeStamp(textIn(leaf), lang));
  const inRow = { elements: [row] };
  const nameLeaf =
    fieldIn(inRow, fields.sessionName, (part) => (part !== time && nameOf(textIn(part)) ? part : undefined))?.value ??
    leaves.find((leaf) => leaf !== time && nameOf(textIn(leaf)));
  const name = nameLeaf && nameOf(textIn(nameLeaf));
  if (!nameLeaf || !name) return undefined;
  const tags = leaves.filter((leaf) => leaf.matches(TAG) || isWaitingTag(leaf));
  const counts = leaves.filter((leaf) => leaf !== time && COUNT.test(textIn(leaf)));
  const isOther = (leaf: Element): boolean =>
    leaf === time || nameLeaf.contains(leaf) || tags.includes(leaf) || counts.includes(leaf);
  const words =
    fieldIn(inRow, fields.sessionLast, (part) => (isOther(part) ? undefined : textIn(part) || undefined))?.value ??
    leaves.findLast((leaf) => !isOther(leaf))?.textContent?.trim();
  const isWaiting = hasTags ? [...row.querySelectorAll('*')].some(isWaitingTag) : counts.length > 0;
  const since = isWaiting && time ? momentOf(textIn(time), lang, now) : undefined;
  return {
    element: row,
    key: [idOf(row) ?? '', name, time ? textIn(time) : '', (words ?? '').slice(0, 60)].join('|'),
    aliases: [{ kind: 'display-name', value: name, strong: false }],
    ...(words && { lastText: words.slice(0, MAX_LAST) }),
    ...(isWaiting && { isWaiting }),
    ...(since && { since }),
  };
}

/** The rows of sessions of the message centre. */
export function readSessionRows(doc: Document, fields: AliexpressFields, now: Date): Field<readonly ListRow[]> {
  const read = (elements: readonly Element[]): readonly ListRow[] => {
    const hasTags = elements.some((row) => [...row.querySelectorAll('*')].some(isWaitingTag));
    const context: RowContext = { fields, lang: pageLang(doc), now, hasTags };
    return elements.slice(0, MAX_ROWS).flatMap((row) => sessionRow(row, context) ?? []);
  };
  for (const [candidate, { css, kind }] of fields.sessionRow.entries()) {
    const rows = read(chatScope(doc).all(css));
    if (rows.length > 0) return found(rows, candidate, kind);
  }
  const rows = read(rowsByTime(doc));
  return rows.length > 0 ? found(rows, fields.sessionRow.length, 'semantic') : lacking('missing', 'rows');
}

/** The rows of a list of orders, disputes or reviews, by their order number. */
export function readOrderRows(doc: Document, fields: AliexpressFields): Field<readonly ListRow[]> {
  const rows = byOrder(recordBlocks(doc))
    .filter((block) => !contradictsItself(block))
    .slice(0, MAX_ROWS)
    .map((block): ListRow => {
      const name = fieldIn(block, fields.buyer, (element) => nameOf(textIn(element)))?.value;
      const aliases: readonly BuyerAlias[] = [
        { kind: 'order', value: block.id, strong: true },
        ...(name ? [{ kind: 'display-name', value: name, strong: false } as const] : []),
      ];
      return { element: block.elements[0]!, key: block.id, aliases };
    });
  return rows.length > 0 ? found(rows) : lacking('missing', 'rows');
}
