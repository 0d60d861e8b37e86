import { brandAs, type OrderId } from '../domain/ids';
import { placeOf } from '../domain/profiles/page-path';
import { pathPattern } from '../domain/profiles/path-pattern';
import { composedText } from '../page/composed-text';
import { found, lacking, type Field } from '../page/field';

/** Longest display name that is believed, in UTF-16 units. */
const MAX_NAME = 60;

/** Numbers as pages write them: 6 to 40 letters, digits and hyphens, not a date, not a clock. */
const TOKEN = /(?<![\p{L}\p{N}._@+:/-])[A-Za-z0-9][A-Za-z0-9-]{4,38}[A-Za-z0-9](?![\p{L}\p{N}_@:-])/gu;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$/;
const isId = (token: string): boolean => (token.match(/\d/g)?.length ?? 0) >= 4 && !DATE.test(token);

/** The order number in a text that somebody has pointed at; undefined when there is none, or more than one. */
export function orderIdIn(text: string): OrderId | undefined {
  const ids = [...new Set((text.slice(0, 400).match(TOKEN) ?? []).filter(isId))];
  return ids.length === 1 ? brandAs<'OrderId'>(ids[0]!) : undefined;
}

/** The order number an element shows, in its text or, for fields that only display it, in its value. */
export function orderIdOf(element: Element): OrderId | undefined {
  const shown = element.localName === 'input' ? (element as HTMLInputElement).value : composedText(element);
  return orderIdIn(shown);
}

/** The name an element shows; masked names, numbers, addresses of any kind are none. */
export function buyerNameOf(element: Element): string | undefined {
  const name = composedText(element);
  const isName =
    name !== '' && name.length <= MAX_NAME && !/[\n@*＊…<>{}]|\d|https?:/.test(name) && /\p{L}/u.test(name);
  return isName ? name : undefined;
}

const shapeOf = (id: string): string => id.replace(/[0-9]/g, '9').replace(/[A-Za-z]/g, 'a');

/** Values of an address that look like numbers of something: whole segments of its paths and values of its queries. */
function idsIn({ pathname, search, hash }: URL): readonly string[] {
  const [route = '', routeQuery = ''] = hash.slice(1).split('?');
  const segments = `${pathname}/${route}`.split('/').map(decoded);
  const values = [...new URLSearchParams(search).values(), ...new URLSearchParams(routeQuery).values()];
  return [...segments, ...values].filter(
    (value) => /^[A-Za-z0-9][A-Za-z0-9-]{4,38}[A-Za-z0-9]$/.test(value) && isId(value),
  );
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A segment that is no valid encoding is no number either.
    return '';
  }
};

/** The shown order number, unless the address speaks of another number of the same shape: then nothing may be attached. */
export function agreeWithAddress(id: OrderId, url: URL): Field<OrderId> {
  const alike = idsIn(url).filter((other) => shapeOf(other) === shapeOf(id));
  const contradicts = alike.length > 0 && !alike.includes(id);
  return contradicts ? lacking('disagree', 'orderId') : found(id, 0, 'taught');
}

const CONVERSATIONS = 'order|thread|case|conversation|session|ticket|chat|dispute|message';
const titled = CONVERSATIONS.replace(/(?:^|(?<=\|))[a-z]/g, (letter) => letter.toUpperCase());
/** Names of query values that say which conversation is open; an `id` alone may be the account's. */
const CONVERSATION = new RegExp(
  `(?:(?:^|[-_])(?:${CONVERSATIONS})|(?:^|[a-z])(?:${titled}))(?:[-_]?(?:id|Id|ID|no|No|num|Num|number|Number|key|Key))?$`,
);
/** Segments behind which a path says which conversation is open. */
const BEFORE_CONVERSATION = new RegExp(
  `^(?:.*[-_])?(?:${CONVERSATIONS}|inbox|mail|window|im|detail|view)(?:s|es)?$`,
  'i',
);
const PASSING =
  /^(?:channel|shop|store|seller|account|user|tenant|agent|app|client|marketplace|merchant|spm|scm|trace|track|session[-_]?token|csrf|utm)/i;

const isConversation = (before: string): boolean => BEFORE_CONVERSATION.test(before) && !PASSING.test(before);

/** What of an address tells one conversation from the next: changing segments behind a word for one, and such queries. */
export function conversationIn(url: URL): readonly string[] {
  const pattern = pathPattern(url).split(/[/#]/);
  const own = placeOf(url).path.split(/[/#]/);
  const segments = own
    .filter((part, at) => pattern[at] === '*' && /\d/.test(part) && isConversation(own[at - 1] ?? ''))
    .map(decoded);
  const queries = [new URLSearchParams(url.search), new URLSearchParams(url.hash.split('?')[1] ?? '')];
  const values = queries.flatMap((query) =>
    [...query].filter(
      ([name, value]) =>
        CONVERSATION.test(name) && !PASSING.test(name) && /^[\w-]{1,64}$/.test(value) && /\d/.test(value),
    ),
  );
  return [...segments, ...values.map(([, value]) => value).sort()];
}
