import { composedText, type TextOptions } from '../../page/composed-text';
import { createScope, type Scope } from '../../page/deep-query';
import { ownUrl } from '../../page/own-url';
import { KATAL_HOSTS, KATAL_TEXT } from './katal';

/** Text of a Seller Central element, with the words Katal keeps in attributes. */
export const katalText = (node: Node, options: Omit<TextOptions, 'attributes'> = {}): string =>
  composedText(node, {
    ...options,
    attributes: KATAL_TEXT,
    // Labels, limits and counters of text boxes are not what the page says.
    skip: (element) => element.matches('kat-textarea,kat-input') || (options.skip?.(element) ?? false),
  });

/** A search in a Seller Central page or a part of it. */
export const katalScope = (root: ParentNode): Scope => createScope(root, { hosts: KATAL_HOSTS });

/** Language of the page, for dates. */
export const pageLang = (doc: Document): string => doc.documentElement.lang || 'en';

/** The address of a document, also of one in an about:blank frame. */
export const urlOf = (doc: Document): URL => ownUrl(new URL(doc.defaultView?.location.href ?? doc.URL), doc);

/** An order number, with nothing that would make it a part of a longer number. */
export const ORDER_ID = /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/;

const MAX_NAME = 80;
/** Stars or dots in the place of letters: the marketplace hides the name, and two buyers may look the same. */
const MASKED = /[*＊•●]{2,}|^[\s\p{Pd}_.…*]*$/u;

/** A text as a display name; undefined where it is none, or is masked. */
export const nameOf = (text: string): string | undefined =>
  text !== '' && text.length <= MAX_NAME && !text.includes('\n') && !MASKED.test(text) ? text : undefined;

/** The display name an element shows. */
export const asName = (element: Element): string | undefined => nameOf(katalText(element));
