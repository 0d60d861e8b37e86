import { allBelow, findBlocks } from '../../page/blocks';
import { readField } from '../../page/candidates';
import { found, lacking, type Field } from '../../page/field';
import { composedParent, isVisible } from '../../page/visible';
import { chatScope, isLeaf, textIn, type ChatPage } from './page';
import { columnAround } from './read-bubbles';

const MAX_NAME = 80;
const MAX_HEAD_ELEMENTS = 2_000;
const MAX_TEXTS = 20_000;

const asName = (element: Element): string | undefined => {
  const name = textIn(element);
  return name !== '' && name.length <= MAX_NAME ? name : undefined;
};

/** Elements whose text is exactly this name, outside one part of the page. */
function leavesNamed(name: string, outside: Element): readonly Element[] {
  const doc = outside.ownerDocument;
  const texts = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const leaves: Element[] = [];
  for (let step = 0; step < MAX_TEXTS && texts.nextNode(); step++) {
    const { data, parentElement: holder } = texts.currentNode as Text;
    if (data.trim() === name && holder && !outside.contains(holder) && isVisible(holder)) leaves.push(holder);
  }
  return leaves;
}

/** The element at the head of the conversation that starts with the buyer's name, where a class or tag tells. */
function headLeaf(box: Element): Element | undefined {
  for (let column = composedParent(box); column && !column.matches('main,body'); column = composedParent(column)) {
    const head = column.querySelector('header,[class*="head" i]');
    const leaf = head && [head, ...head.querySelectorAll('*')].find((part) => isLeaf(part) && asName(part));
    if (leaf) return leaf;
    const heading = headingIn(column);
    if (heading) return heading;
  }
  const main = box.closest('main') ?? shadowHostOf(box)?.closest('main');
  return main ? headingIn(main) : undefined;
}

const shadowHostOf = (box: Element): Element | undefined => {
  const root = box.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
};

/** A heading that is a name: it stands beside the conversation as well, in the list or in the panel. */
const headingIn = (column: Element): Element | undefined => {
  const heading = [...column.querySelectorAll('h1,h2,h3')].find((part) => isLeaf(part) && isVisible(part));
  return heading && asName(heading) && leavesNamed(textIn(heading), column).length > 0 ? heading : undefined;
};

/**
 * The name over the conversation where nothing tells the head from the rest: a short text above the messages and within
 * their width, that stands beside the conversation as well (in the list, or in the panel about the buyer).
 */
function nameAbove(page: ChatPage): string | undefined {
  const around = columnAround(page);
  if (!around) return undefined;
  const [row] = findBlocks({ kind: 'stamp', elements: around.stamps }, around.column);
  const list = row && composedParent(row.element);
  if (!list) return undefined;
  const area = list.getBoundingClientRect();
  for (
    let column: Element | null = around.column;
    column && !column.matches('main,body');
    column = composedParent(column)
  ) {
    const name = allBelow(column, MAX_HEAD_ELEMENTS)
      .filter((part) => isLeaf(part) && asName(part) && !list.contains(part) && isVisible(part))
      .filter((part) => {
        const rect = part.getBoundingClientRect();
        return rect.bottom <= area.top + 1 && rect.left >= area.left - 1 && rect.right <= area.right + 1;
      })
      .map(textIn)
      .find((text) => leavesNamed(text, column).length > 0);
    if (name) return name;
  }
  return undefined;
}

/** Names in the rows of the session list whose structure is known. */
const rowNames = ({ doc, fields }: ChatPage): ReadonlySet<string> =>
  new Set(
    fields.sessionName.flatMap(({ css, kind }) => (kind === 'structure' ? chatScope(doc).light(css).map(textIn) : [])),
  );

/**
 * Name of the buyer whose conversation is open: where the agent has shown it, of the active row in the list, or, when the
 * row is scrolled away, of the conversation's head. A row that only may be the active one must be confirmed by the head
 * or the panel, and a head that names another row's buyer contradicts it.
 */
export function readSessionName(page: ChatPage): Field<string> {
  const { doc, fields, box } = page;
  const shown = readField(chatScope(doc), { field: 'buyerName', candidates: fields.buyerName, parse: asName });
  if (shown.ok && shown.source === 'taught') return shown;
  let row: Element | undefined;
  const active = readField(chatScope(doc), {
    field: 'buyerName',
    candidates: fields.activeSession,
    parse: (session) => {
      if (session.closest('nav,header,[role="tablist"]')) return undefined;
      const name = readField(chatScope(session), {
        field: 'buyerName',
        candidates: fields.sessionName,
        parse: asName,
      });
      row = session;
      return name.ok ? name.value : undefined;
    },
  });
  const head = box && headLeaf(box);
  if (active.ok) {
    const isConfirmed = active.source !== 'semantic' || leavesNamed(active.value, row!).length > 0;
    if (!isConfirmed && box) return lacking('invalid', 'buyerName');
    const other = head && textIn(head) !== active.value && rowNames(page).has(textIn(head));
    return other ? lacking('disagree', 'buyerName') : active;
  }
  if (!box) return active;
  if (head) return found(textIn(head), fields.activeSession.length, 'semantic');
  const above = nameAbove(page);
  return above ? found(above, fields.activeSession.length + 1, 'semantic') : active;
}

/** The panel about the buyer, with the name in it. */
export interface BuyerPanel {
  readonly name: string;
  readonly root: Element;
}

/** Parts of the page that are no panel about one buyer: the text box, the messages, the list of sessions. */
const BEYOND = 'textarea,[class*="session-item"],[class*="message-item"]';

const panelAround = (leaf: Element, name: string, isBeyond: (parent: Element) => boolean): BuyerPanel => {
  let root = leaf;
  for (let parent = composedParent(root); parent && !parent.matches('main,body,html'); parent = composedParent(root)) {
    if (isBeyond(parent) || parent.querySelector(BEYOND)) break;
    root = parent;
  }
  return { name, root };
};

/** Whether an element stands behind the conversation in reading direction; the list of sessions stands before it. */
function standsBehind(element: Element, column: Element): boolean {
  const [rect, area] = [element.getBoundingClientRect(), column.getBoundingClientRect()];
  const isRightToLeft = element.ownerDocument.defaultView?.getComputedStyle(column).direction === 'rtl';
  return isRightToLeft ? rect.right <= area.left + 1 : rect.left >= area.right - 1;
}

/**
 * Finds the panel about the buyer: around the name, as far as the conversation does not begin. Where no class names it,
 * around the one text behind the conversation that is the session's name.
 */
export function readPanel(page: ChatPage, session: string): Field<BuyerPanel> {
  const { doc, fields, box } = page;
  const named = readField(chatScope(doc), {
    field: 'panel',
    candidates: fields.panelName,
    parse: (element) => {
      const name = asName(element);
      return name ? panelAround(element, name, (parent) => box !== undefined && parent.contains(box)) : undefined;
    },
  });
  if (named.ok || !box) return named;
  const column = columnAround(page)?.column;
  if (!column) return named;
  const [leaf, ...others] = leavesNamed(session, column).filter((element) => standsBehind(element, column));
  if (!leaf || others.length > 0) return lacking(leaf ? 'disagree' : 'missing', 'panel');
  const isBeyond = (parent: Element): boolean => parent.contains(box) || !standsBehind(parent, column);
  return found(panelAround(leaf, session, isBeyond), fields.panelName.length, 'semantic');
}
