import { stableName } from './derive-selectors-words';
import { isOwn } from './visible';

/** Elements that one skeleton holds at most. */
export const MAX_SKELETON_NODES = 4_000;
/** Longest skeleton, in UTF-16 units; all of them are ASCII, so also in bytes. */
export const MAX_SKELETON_CHARS = 200_000;
const MAX_DEPTH = 60;
/** Elements whose texts are searched for names; more than a skeleton ever holds. */
const MAX_LOOKED_AT = 20_000;
/** Said at the end of a skeleton that had to be cut. */
const CUT = '\n...';

/** Parts that say nothing of how a page is built. */
const LEFT_OUT = new Set('script style link meta noscript template base title head path g defs symbol use'.split(' '));
/** Names a program could have made from what the page shows. */
const NAME = /^[a-z][a-z-]{0,40}$/i;

/** Roles as the standard names them; anything else a page writes there could be text. */
export const ROLES: ReadonlySet<string> = new Set(
  'alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo dialog document feed figure form grid gridcell group heading img link list listbox listitem log main menu menubar menuitem navigation none note option presentation progressbar radio radiogroup region row rowgroup rowheader search searchbox separator slider spinbutton status switch tab table tablist tabpanel textbox timer toolbar tooltip tree treeitem'.split(
    ' ',
  ),
);

/** Words of every seller page: they stand on it with a capital letter and are nobody's name. */
const PAGE_WORDS = new Set(
  'account action actions add address all amount answer app apply arrow back badge banner bar bell body bottom box brand bubble button buyer cancel card case cell chat checkbox close column comment confirm contact contacts content conversation country customer dashboard date day delete detail details dialog dispute drop edit editor email empty end error feedback field file filter first footer form frame grid group header heading help hidden history icon image inbox info inner input item items label language last layout left level line link list loading logo main menu message messages modal more name nav new next note notice number open option order orders outer overlay page panel payment person photo picture placeholder popup preview price product products profile progress promo quantity rating read receiver recipient refund reply report request resolve resolved response results return returns review reviews right root row sales scroll search section select seller send sender sent service session settings shipping shop side sidebar size sku sort star stars start state status step store subject submit summary support switch tab table tag template text thread time title toggle toolbar top total tracking translate translation type unread update upload user value view warning window wrapper'.split(
    ' ',
  ),
);

/** What is left of a class name or id when numbers, hashes and anything that could be text are gone. */
const stemOf = (name: string, shown: ReadonlySet<string>): string | null => {
  const stable = stableName(name);
  if (!stable || !NAME.test(stable.text.replace(/_/g, '-'))) return null;
  const words = stable.text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => shown.has(word)) ? null : `${stable.text}${stable.kind === 'stem' ? '*' : ''}`;
};

/** One element in one line: `div#stem.stem[role=row][data-name]`. */
function lineOf(element: Element, shown: ReadonlySet<string>): string {
  const tag = NAME.test(element.localName) ? element.localName : 'x';
  const id = element.id ? stemOf(element.id, shown) : null;
  const classes = (element.getAttribute('class') ?? '')
    .split(/\s+/)
    .flatMap((name) => (name && stemOf(name, shown)) || []);
  const role = element.getAttribute('role') ?? '';
  const names = element
    .getAttributeNames()
    .filter((name) => !['id', 'class', 'role', 'style'].includes(name) && NAME.test(name) && !hasShown(name, shown));
  const attributes = [...(ROLES.has(role) ? [`role=${role}`] : []), ...names.sort()];
  return `${tag}${id ? `#${id}` : ''}${[...new Set(classes)].map((name) => `.${name}`).join('')}${attributes.map((name) => `[${name}]`).join('')}`;
}

const hasShown = (name: string, shown: ReadonlySet<string>): boolean => name.split('-').some((word) => shown.has(word));

const CAPITALISED = /(?<!\p{L})\p{Lu}[\p{Ll}\p{M}]{2,}(?!\p{L})/gu;

/**
 * Words that the page shows with a capital letter, in its text or in attributes: they may be names of people, so a class
 * that repeats one is left out, however harmless it looks.
 */
export function namesOn(doc: Document): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (text: string): void => {
    for (const [word] of text.matchAll(CAPITALISED))
      if (!PAGE_WORDS.has(word.toLowerCase())) names.add(word.toLowerCase());
  };
  const roots: ParentNode[] = doc.body ? [doc.body] : [];
  for (let at = 0; at < roots.length && roots.length < 500; at++) {
    for (const node of roots[at]!.childNodes) if (node.nodeType === 3) take((node as Text).data);
    for (const element of [...roots[at]!.querySelectorAll('*')].slice(0, MAX_LOOKED_AT)) {
      if (LEFT_OUT.has(element.localName)) continue;
      for (const { name, value } of element.attributes)
        if (name !== 'class' && name !== 'style') take(value.slice(0, 500));
      for (const node of element.childNodes) if (node.nodeType === 3) take((node as Text).data.slice(0, 5_000));
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return names;
}

/**
 * How a page is built, for a report about a page that could not be read: tags, stems of ids and classes, names of
 * attributes, standard roles. No text and no value of any attribute; what somebody could be named is left out.
 */
export function structureSkeleton(doc: Document): string {
  const shown = namesOn(doc);
  const lines: string[] = [];
  let length = 0;
  const add = (line: string): boolean => {
    if (lines.length >= MAX_SKELETON_NODES || length + line.length + 1 > MAX_SKELETON_CHARS - CUT.length) return false;
    lines.push(line);
    length += line.length + 1;
    return true;
  };
  const visit = (element: Element, depth: number): boolean => {
    if (isOwn(element) || LEFT_OUT.has(element.localName) || depth > MAX_DEPTH) return true;
    const indent = ' '.repeat(depth);
    if (!add(`${indent}${lineOf(element, shown)}`)) return false;
    if (element.localName === 'svg') return true;
    if (element.shadowRoot) {
      if (!add(`${indent} ::shadow`)) return false;
      for (const child of element.shadowRoot.children) if (!visit(child, depth + 2)) return false;
    }
    for (const child of element.children) if (!visit(child, depth + 1)) return false;
    return true;
  };
  const isWhole = !doc.body || visit(doc.body, 0);
  return `${lines.join('\n')}${isWhole ? '' : CUT}`;
}
