import { wordsOf } from '../../page/blocks';
import { found, lacking, type Field } from '../../page/field';
import { exactTime, isTimeStamp } from '../../page/shown-date';
import { isVisible } from '../../page/visible';
import type { BuyerAlias, ListRow } from '../contract';
import { needsResponse } from './list-words';
import { katalText, nameOf } from './page';
import { orderIdsIn, partOf, toRecord, type ListPage, type PageRecord } from './record';
import { knownRows } from './rows';

const CASE_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The case a row opens, by its link or the marks on it. */
function caseOf(element: Element): string | undefined {
  const parts = [element, ...element.querySelectorAll('[href*="cc="],[data-case-id],[data-caseid],[case-id]')];
  const named = parts.flatMap((part) =>
    ['href', 'data-case-id', 'data-caseid', 'case-id'].map((name) => part.getAttribute(name) ?? ''),
  );
  return named.map((value) => CASE_ID.exec(value)?.[0]).find((id) => id !== undefined);
}

const NAME_WORDS = ['buyer', 'customer', 'sender', 'author', 'name', 'who', 'from'];

/** The buyer's name: a known place for it, or else a text whose class words say whose it is; never a guess by place. */
function nameIn(record: PageRecord, { fields }: ListPage): string | undefined {
  const worded = [...record.element.querySelectorAll('*')].find(
    (part) =>
      part.childElementCount === 0 && wordsOf(part).some((word) => NAME_WORDS.includes(word)) && isVisible(part),
  );
  const part = partOf(record, fields.threadName) ?? worded;
  const named = part && nameOf(katalText(part));
  return named !== undefined && !isTimeStamp(named, record.lang) && !needsResponse(named) ? named : undefined;
}

/** When the buyer wrote, if the row gives a moment: a machine-readable one, since shown times leave out their zone. */
function sinceOf(element: Element): string | undefined {
  const time = [...element.querySelectorAll('time[datetime]')].find(isVisible);
  return exactTime(time).at;
}

function rowOf(element: Element, page: ListPage): ListRow | undefined {
  const record = toRecord(element);
  const ids = orderIdsIn(record);
  const caseId = caseOf(element);
  const hasDate = record.lines.some((line) => isTimeStamp(line, record.lang));
  // Headings of the list and its filters are rows too, in some builds: a conversation has a date, a case or an order.
  if (record.lines.length === 0 || (!hasDate && !caseId && ids.size === 0)) return undefined;
  const [orderId] = ids.size === 1 ? ids : [];
  const name = nameIn(record, page);
  const text = partOf(record, page.fields.threadText);
  const since = sinceOf(element);
  const aliases: readonly BuyerAlias[] = [
    ...(orderId ? [{ kind: 'order', value: orderId, strong: true } as const] : []),
    ...(caseId ? [{ kind: 'case', value: caseId, strong: true } as const] : []),
    ...(name ? [{ kind: 'display-name', value: name, strong: false } as const] : []),
  ];
  const lastText = text ? katalText(text) : '';
  // Two rows may say the same and differ only in the order behind their links: what identifies is always in the key.
  const strong = aliases.filter(({ strong: isStrong }) => isStrong).map(({ kind, value }) => `${kind} ${value}`);
  const said = caseId ? [] : record.lines.filter((line) => !needsResponse(line));
  const key = [...strong, said.join(' | ').slice(0, 200)].filter((part) => part !== '').join(' | ');
  return {
    element,
    key,
    aliases,
    ...(lastText && { lastText }),
    ...(record.lines.some((line) => line.length <= 60 && needsResponse(line)) && { isWaiting: true }),
    ...(since && { since }),
  };
}

/** The rows of the inbox; none where the window is too narrow for the list. */
export function readThreadRows(page: ListPage): Field<readonly ListRow[]> {
  const rows = knownRows(page.doc, page.fields.threadRow);
  const placed = (rows?.elements ?? [])
    .filter((element) => !element.closest('nav,header,footer,#case-messages'))
    .flatMap((element) => rowOf(element, page) ?? []);
  if (!rows || placed.length === 0) return lacking('missing', 'threadRow');
  return found(placed, rows.candidate, rows.kind);
}
