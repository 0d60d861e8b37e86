import { hasRouteWord, holdsName, piecesOfName } from '../domain/profiles/telling-words';
import { isPlainName, repeatsText, stableName } from './derive-selectors-words';
import { namesOn, ROLES } from './skeleton';

/** How much may be taken from an element: where it shows a person's name or words, nothing that repeats any of them. */
export interface MarkCare {
  readonly shown: string;
  readonly care: 'whole' | 'words';
  /** Words anywhere on the page that may be names of people, in small letters: no mark holds any of them. */
  readonly names: ReadonlySet<string>;
}

/** Words of a page that may be names: whatever it shows with a capital letter, and every word of the buyer's own name. */
export const namesToAvoid = (doc: Document, buyer?: Element): ReadonlySet<string> =>
  new Set([...namesOn(doc), ...piecesOfName(buyer?.textContent ?? '').filter((word) => word.length > 1)]);

/** Attributes whose value names a part of the page for programs. */
const NAMING =
  /^data-(?:[a-z]+-)?(?:test(?:-?id)?|qa|qa-id|cy|e2e|hook|automation(?:-id)?|role|field|component|part|slot|type|block|el|element|ui|section|purpose)$/;
/** Attributes that speak of a person: their values are never looked at, however much they look like a part's name. */
const PERSONAL = /name|user|buyer|customer|client|guest|member|person/;
/** Attributes whose mere presence tells; their values are numbers and names of people, and are never looked at. */
const PRESENT = /^data-(?!v-|spm|reactid|react|radix|state|index|key$|id$|r(?:-|$))[a-z]+(?:-[a-z]+){0,3}$/;
/** Attributes that say whose a message is, and the words for it. */
const SIDED =
  /^(?:sender|author|from|side|direction|align|data-(?:sender|from|side|direction|author|type|role|owner|party))$/;
const SIDE_WORD =
  /^(?:buyer|customer|client|guest|visitor|user|them|other|seller|agent|merchant|shop|store|me|self|own|mine|in|out|incoming|outgoing|inbound|outbound|received|sent|left|right|start|end)$/;
const SEMANTIC_TAGS = new Set(
  'article dialog form h1 h2 h3 h4 strong b em time address output mark dd dt caption textarea'.split(' '),
);

const quoted = (value: string): string => `"${value}"`;

const byAttribute = (element: Element, { shown, care, names }: MarkCare): readonly string[] =>
  element.getAttributeNames().flatMap((name): readonly string[] => {
    const value = (element.getAttribute(name) ?? '').trim();
    if (SIDED.test(name) && SIDE_WORD.test(value)) return [`[${name}=${quoted(value)}]`];
    if (!NAMING.test(name) || PERSONAL.test(name) || !isPlainName(value) || repeatsText(value, shown, care)) return [];
    return holdsName(value, names) ? [] : [`[${name}=${quoted(value)}]`];
  });

const byId = (element: Element, { shown, care }: MarkCare): readonly string[] => {
  const name = stableName(element.id);
  if (!name || repeatsText(name.text, shown, care)) return [];
  return [name.kind === 'whole' ? `#${name.text}` : `[id^=${quoted(name.text)}]`];
};

const byPart = (element: Element, { shown, care }: MarkCare): readonly string[] =>
  (element.getAttribute('part') ?? '')
    .split(/\s+/)
    .filter((part) => isPlainName(part) && !repeatsText(part, shown, care))
    .map((part) => `[part~=${quoted(part)}]`);

const byRole = (element: Element): readonly string[] => {
  const role = element.getAttribute('role') ?? '';
  return ROLES.has(role) && role !== 'presentation' && role !== 'none' ? [`[role=${quoted(role)}]`] : [];
};

const byClass = (element: Element, { shown, care }: MarkCare): readonly string[] => {
  const names = (element.getAttribute('class') ?? '').split(/\s+/).flatMap((name) => stableName(name) ?? []);
  const usable = names.filter(({ text }) => !repeatsText(text, shown, care));
  const css = usable.map(({ text, kind }) => (kind === 'whole' ? `.${text}` : `[class*=${quoted(text)}]`));
  // Together they are more telling than each alone.
  return css.length > 1 ? [...css.toSorted((a, b) => b.length - a.length), css.join('')] : css;
};

const byName = (element: Element, { shown, care }: MarkCare): readonly string[] =>
  ['name', 'itemprop'].flatMap((attribute) => {
    const value = element.getAttribute(attribute) ?? '';
    return isPlainName(value) && !repeatsText(value, shown, care)
      ? [`${element.localName}[${attribute}=${quoted(value)}]`]
      : [];
  });

/** The word of a link's path that says where it leads: `/m_apps/order-manage/orderDetail` gives orderDetail. */
const byLink = (element: Element, { shown, care }: MarkCare): readonly string[] => {
  const path = (element.getAttribute('href') ?? '').replace(/^https?:\/\/[^/]+/, '').split('?')[0]!;
  const word = path
    .split(/[/#]/)
    // A word no page is named by may be a person's name, shown or not.
    .findLast((part) => part.length >= 4 && isPlainName(part) && hasRouteWord(part) && !repeatsText(part, shown, care));
  return element.localName === 'a' && word ? [`a[href*=${quoted(word)}]`] : [];
};

const byPresence = (element: Element): readonly string[] =>
  element
    .getAttributeNames()
    .filter((name) => PRESENT.test(name) && (!NAMING.test(name) || PERSONAL.test(name)) && isPlainName(name.slice(5)))
    .map((name) => `[${name}]`);

/** Whether a mark repeats one of the names; the grammar of a selector is none. */
const hasName = (mark: string, { names }: MarkCare): boolean =>
  holdsName(mark.replace(/(?<=\[)(?:id|class|href|part|name|itemprop|data)(?=[~^*]?=|-)/g, ''), names);

/**
 * What marks an element for good, most reliable first: names given for tests, ids, parts, roles, class stems, form names,
 * where a link leads, and which attributes it has. Nothing of it is text, and no value that could be a person's.
 */
export function marksOf(element: Element, care: MarkCare): readonly string[] {
  const tag = element.localName.includes('-') && isPlainName(element.localName) ? [element.localName] : [];
  const named = [
    ...byId(element, care),
    ...byPart(element, care),
    ...byRole(element),
    ...byClass(element, care),
    ...byName(element, care),
    ...byLink(element, care),
    ...byPresence(element),
    ...tag,
  ];
  // Sides are told by words of a fixed list, and roles are the standard's: both stay, whatever the page is called.
  return [...byAttribute(element, care), ...named.filter((mark) => mark.startsWith('[role=') || !hasName(mark, care))];
}

/** The tag as a mark: only where it means something, and never alone. */
export const tagMark = ({ localName }: Element): string | null =>
  SEMANTIC_TAGS.has(localName) || localName === 'a' || localName === 'p' || localName === 'span' ? localName : null;
